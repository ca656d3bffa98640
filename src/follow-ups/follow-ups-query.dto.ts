import { ApiProperty, IntersectionType, OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { IsListOfWords, IsWords } from '../common/fields.js';
import { AsBoolean, AsList } from '../common/page.dto.js';
import { AsOfPageQuery } from './as-of.dto.js';
import { EnteredQuery } from './entered.dto.js';
import { PHASES } from '../workflows/workflow.definition.js';

export class FollowUpsQuery extends IntersectionType(AsOfPageQuery, EnteredQuery) {
  /** `dueOn`, `movedAt` or `code` (of the recommendation), with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = 'dueOn';

  /**
   * Words of the recommendation (as its own search finds them: code, title, text, translations), or a part of the addressee's name in any
   * language.
   * @example labour rights
   */
  @IsOptional()
  @IsWords(200)
  q?: string;

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  recommendation?: string[];

  /** Recommendations with their parts. */
  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  whole?: string[];

  /** Codes of recommendations, as they are written on them; 100 at most. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(100)
  @IsListOfWords(60)
  code?: string[];

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  addressee?: string[];

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  source?: string[];

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  theme?: string[];

  /** Memberships of those who look after them. */
  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  owner?: string[];

  /** Phases of what they said. */
  @ApiProperty({ enum: PHASES.response, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(PHASES.response, { each: true })
  responsePhase?: string[];

  /** Phases of what was done. */
  @ApiProperty({ enum: PHASES.implementation, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(PHASES.implementation, { each: true })
  implementationPhase?: string[];

  /** States of the response's workflow. */
  @IsOptional()
  @AsList()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { each: true })
  responseState?: string[];

  /** States of the implementation's workflow. */
  @IsOptional()
  @AsList()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { each: true })
  implementationState?: string[];

  /** Past its date today (or on the day `asOf`), in the workspace's time zone. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  overdue?: boolean;

  /** Verified evidence disagrees on one of its tracks. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  contested?: boolean;

  /** Verified evidence disagrees on one of these sides. */
  @ApiProperty({ enum: ['response', 'implementation'], isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(['response', 'implementation'], { each: true })
  contestedIn?: string[];

  /** Not closed, with a group of whose members some have no follow-up of their own. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  notFollowed?: boolean;

  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  closed?: boolean;

  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  asked?: boolean;
}

/** The filters alone. */
export class FacetsQuery extends OmitType(FollowUpsQuery, ['limit', 'cursor', 'count', 'sort']) {}
