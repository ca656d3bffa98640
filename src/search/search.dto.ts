import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsWords } from '../common/fields.js';

/** In the order in which they are answered. */
export const FOUND_KINDS = ['recommendation', 'addressee', 'source', 'evidence'] as const;

export class SearchQuery {
  /**
   * The beginning of a recommendation's code, its words, or a part of a name or a title, in any language. Titles of restricted pieces are not searched.
   * @example EU10
   */
  @IsWords(200)
  q!: string;

  /** How many of each kind at most, 1 to 20. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  limit: number = 5;
}

export class FoundView {
  @ApiProperty({ enum: FOUND_KINDS })
  kind!: (typeof FOUND_KINDS)[number];
  id!: string;
  /** An addressee's name is in the reader's language, and a recommendation's title where it is translated. */
  title!: string;
  /** Code of a recommendation or an addressee, symbol of a source, publisher of a piece; null where there is none. */
  context!: string | null;
}

/** A few of each kind that the reader may know. */
export class FoundThingsView {
  items!: FoundView[];
}
