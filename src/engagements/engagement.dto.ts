import { OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { HoldsNoLists, IsEdtf, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsList } from '../common/page.dto.js';
import { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { ENGAGEMENT_KINDS, ENGAGEMENT_LEVELS, type EngagementKind, type EngagementLevel } from './engagement.entity.js';
import { ParticipantDto } from './participant.dto.js';

export class CreateEngagementDto {
  /**
   * What was done.
   * @example letter
   */
  @IsIn(ENGAGEMENT_KINDS)
  kind!: EngagementKind;

  /**
   * When it happened, as precisely as it is known (EDTF); not in the future.
   * @example 2010-06
   */
  @IsEdtf()
  occurredOn!: string;

  /**
   * What was said or asked, in a sentence or some.
   * @example Letter of five organizations to the foreign ministers.
   */
  @IsWords(5000)
  summary!: string;

  /** With whom: 1 to 200 addressees. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  addresseeIds!: string[];

  /** On what: 1 to 200 recommendations. One letter delivers all its asks at once. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  recommendationIds!: string[];

  /** The addressee that acted, where it was no organization of the workspace: the EU raising it with China. */
  @IsOptional()
  @IsUUID()
  byAddresseeId?: string | null;

  /**
   * By when a reply is awaited (EDTF).
   * @example 2010-09
   */
  @IsOptional()
  @IsEdtf()
  awaitedOn?: string | null;

  /** What came of it. */
  @IsOptional()
  @IsWords(5000)
  outcome?: string | null;

  /** Who took part, by role and never by name, in the order in which they are told. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @HoldsNoLists()
  @ValidateNested({ each: true })
  @Type(() => ParticipantDto)
  participants?: ParticipantDto[];

  /** Who may know of it: everybody, the workspace (where nothing is said), or the own organization alone. */
  @MayBeLeftOut()
  @IsIn(ENGAGEMENT_LEVELS)
  confidentiality?: EngagementLevel;
}

/** Who acted, when, and for whom it may be seen stays as it was entered. */
export class UpdateEngagementDto extends PartialType(
  OmitType(CreateEngagementDto, ['occurredOn', 'byAddresseeId', 'confidentiality'] as const),
  { skipNullProperties: false },
) {}

export class EngagementsQuery extends AsOfPageQuery {
  /** Only these kinds. */
  @IsOptional()
  @AsList()
  @IsIn(ENGAGEMENT_KINDS, { each: true })
  kind?: EngagementKind[];

  /** Only engagements with, or by, one of these addressees. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  addressee?: string[];

  /** Only engagements on one of these recommendations. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  recommendation?: string[];

  /** Only engagements on a recommendation of one of these sources. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  source?: string[];

  /** `-occurredOn` (the latest first) or `occurredOn`. */
  @IsOptional()
  @IsString()
  sort: string = '-occurredOn';
}
