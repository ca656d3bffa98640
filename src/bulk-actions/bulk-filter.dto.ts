import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsUUID, Matches, ValidateNested } from 'class-validator';
import { IsListOfWords, IsWords, MayBeLeftOut } from '../common/fields.js';
import { PHASES } from '../workflows/workflow.definition.js';
import { EnteredFilterDto } from './bulk-entered-filter.dto.js';
import { RecommendationsFilterDto } from './bulk-recommendations-filter.dto.js';

const AXES_OF_FOLLOW_UPS = ['response', 'implementation'] as const;

/** The filters of `GET /follow-ups`. */
export class FollowUpsFilterDto extends EnteredFilterDto {
  /** Words of the recommendation, or a part of the addressee's name. */
  @MayBeLeftOut()
  @IsWords(200)
  q?: string;

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  recommendation?: string[];

  /** Recommendations with their parts. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  whole?: string[];

  /** Codes of recommendations, as they are written on them. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(100)
  @IsListOfWords(60)
  code?: string[];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  addressee?: string[];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  source?: string[];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  theme?: string[];

  /** Memberships of those who look after them. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  owner?: string[];

  /** Phases of what they said. */
  @ApiProperty({ enum: PHASES.response, isArray: true, required: false })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsIn(PHASES.response, { each: true })
  responsePhase?: string[];

  /** Phases of what was done. */
  @ApiProperty({ enum: PHASES.implementation, isArray: true, required: false })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsIn(PHASES.implementation, { each: true })
  implementationPhase?: string[];

  /** States of the response's workflow. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { each: true, message: 'Keys of states.' })
  responseState?: string[];

  /** States of the implementation's workflow. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { each: true, message: 'Keys of states.' })
  implementationState?: string[];

  /** Past its date today, in the workspace's time zone. */
  @MayBeLeftOut()
  @IsBoolean()
  overdue?: boolean;

  /** Verified evidence disagrees on one of its tracks. */
  @MayBeLeftOut()
  @IsBoolean()
  contested?: boolean;

  /** Verified evidence disagrees on one of these sides. */
  @ApiProperty({ enum: AXES_OF_FOLLOW_UPS, isArray: true, required: false })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsIn(AXES_OF_FOLLOW_UPS, { each: true })
  contestedIn?: (typeof AXES_OF_FOLLOW_UPS)[number][];

  /** Not closed, with a group of whose members some have no follow-up of their own. */
  @MayBeLeftOut()
  @IsBoolean()
  notFollowed?: boolean;

  @MayBeLeftOut()
  @IsBoolean()
  closed?: boolean;

  @MayBeLeftOut()
  @IsBoolean()
  asked?: boolean;
}

/** What is chosen by what it is, as it is found when the preview is made. */
export class BulkFilterDto {
  /** For `transition`, `evidence`, `owner`, `deadline` and `nextStep`: follow-ups, as `GET /follow-ups` finds them. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => FollowUpsFilterDto)
  followUps?: FollowUpsFilterDto;

  /** For `transition` and `evidence`: which track of each follow-up. */
  @ApiProperty({ enum: AXES_OF_FOLLOW_UPS, required: false })
  @MayBeLeftOut()
  @IsIn(AXES_OF_FOLLOW_UPS)
  axis?: (typeof AXES_OF_FOLLOW_UPS)[number];

  /** For `theme`: recommendations, as `GET /recommendations` finds them. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => RecommendationsFilterDto)
  recommendations?: RecommendationsFilterDto;
}
