import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PartialType } from '@nestjs/swagger';
import { IsWords } from '../common/fields.js';
import { PageQuery } from '../common/page.dto.js';

export class CreateSavedViewDto {
  /**
   * What its owner calls it; one of its kind among their own.
   * @example Overdue in Geneva
   */
  @IsWords(120)
  name!: string;

  /**
   * A page of the workspace as it stands in its address, after the workspace's name: filters, order and columns.
   * @example /follow-ups?overdue=true&sort=-movedAt
   */
  @IsString()
  @MaxLength(4000)
  @Matches(/^\/[a-z-]+(\?[!-~]*)?$/, { message: 'A page and what it is narrowed to: /follow-ups?overdue=true' })
  address!: string;
}

export class UpdateSavedViewDto extends PartialType(CreateSavedViewDto, { skipNullProperties: false }) {}

export class SavedViewsQuery extends PageQuery {
  /** `name` or `createdAt`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = 'name';
}

/** A page as one likes to see it, under a name of one's own. */
export class SavedViewView {
  id!: string;
  name!: string;
  /** @example /follow-ups?overdue=true&sort=-movedAt */
  address!: string;
  version!: number;
  updatedAt!: string;
}
