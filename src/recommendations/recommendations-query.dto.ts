import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsWords } from '../common/fields.js';
import { AsBoolean, AsList } from '../common/page.dto.js';
import { AsOfPageQuery, AsOfQuery } from '../follow-ups/as-of.dto.js';
import { EnteredQuery } from '../follow-ups/entered.dto.js';
import { PHASES } from '../workflows/workflow.definition.js';

const RESPONSE_AND_IMPLEMENTATION = [...PHASES.response, ...PHASES.implementation];

export class RecommendationQuery extends AsOfQuery {
  /** `true` adds `timeline`: the newest 20 entries of `/recommendations/{id}/timeline`. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  timeline?: boolean;
}

export class RecommendationsQuery extends IntersectionType(AsOfPageQuery, EnteredQuery) {
  /** `code`, `title` or `updatedAt`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = 'code';

  /** Words, or a part of them, of title, text, translations, code, or the source's symbol. */
  @IsOptional()
  @IsWords(200)
  q?: string;

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  theme?: string[];

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  source?: string[];

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  addressee?: string[];

  /** Phases that one of its follow-ups is in, on either axis. */
  @ApiProperty({ enum: RESPONSE_AND_IMPLEMENTATION, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(RESPONSE_AND_IMPLEMENTATION, { each: true })
  phase?: string[];

  /** Parts of this recommendation. */
  @IsOptional()
  @IsUUID()
  partOf?: string;
}
