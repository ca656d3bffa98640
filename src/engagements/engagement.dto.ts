import { OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { AddresseeNameView } from '../addressees/addressee.dto.js';
import { IsEdtf, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsList } from '../common/page.dto.js';
import { AsOfPageQuery, AsOfView } from '../follow-ups/as-of.dto.js';
import { ENGAGEMENT_KINDS, ENGAGEMENT_LEVELS, type EngagementKind, type EngagementLevel } from './engagement.entity.js';

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

export class EngagedOrganizationView {
  id!: string;
  name!: string;
}

export class EngagementByView {
  /** Whose record it is; who acted, where `byAddressee` is null. */
  organization!: EngagedOrganizationView;
}

export class EngagedRecommendationView {
  id!: string;
  code!: string;
  title!: string;
}

/** An act of advocacy. */
export class EngagementView extends AsOfView {
  id!: string;
  kind!: EngagementKind;
  /** EDTF. */
  occurredOn!: string;
  summary!: string;
  by!: EngagementByView;
  /** The addressee that acted towards the others; null where the organization did. */
  byAddressee!: AddresseeNameView | null;
  addressees!: AddresseeNameView[];
  /** Those of them that the reader may see. */
  recommendations!: EngagedRecommendationView[];
  /** How many those are: for lists that leave them out. */
  recommendationCount!: number;
  /** EDTF: by when a reply is awaited. */
  awaitedOn!: string | null;
  outcome!: string | null;
  confidentiality!: EngagementLevel;
  version!: number;
  createdAt!: Date;
}
