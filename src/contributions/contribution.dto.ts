import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsBoolean, AsList } from '../common/page.dto.js';
import { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { CONTRIBUTION_LEVELS, CONTRIBUTION_STATES, STRENGTHS } from './contribution.entity.js';

export class CreateContributionDto {
  /** The follow-up whose outcome it speaks of. */
  @IsUUID()
  followUpId!: string;

  /** The outcome itself, where there is one: a transition of either side of that follow-up. */
  @IsOptional()
  @IsUUID()
  transitionId?: string | null;

  /**
   * What our advocacy had to do with it.
   * @example The ministry asked for our list of names before it answered.
   */
  @IsWords(10_000)
  statement!: string;

  /** What others did for it. */
  @IsOptional()
  @IsWords(5000)
  othersPart?: string | null;

  /** What else may explain it. */
  @IsOptional()
  @IsWords(5000)
  otherExplanations?: string | null;

  /**
   * How sure that is. `documented` needs a piece of accepted evidence among `evidenceIds`; `confirmed-by-addressee` one that is linked to
   * the follow-up as a reply of the addressee.
   */
  @ApiProperty({ enum: STRENGTHS })
  @IsIn(STRENGTHS)
  strength!: (typeof STRENGTHS)[number];

  /** The engagements concerned, none of them more confidential than the statement. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  engagementIds?: string[];

  /** What it stands on: pieces that whoever reads the statement may read too. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  evidenceIds?: string[];

  /** Who may read it, no more openly than the recommendation. Left out: the coalition, or the organization where the recommendation is for it alone. */
  @ApiProperty({ enum: CONTRIBUTION_LEVELS, required: false })
  @MayBeLeftOut()
  @IsIn(CONTRIBUTION_LEVELS)
  confidentiality?: (typeof CONTRIBUTION_LEVELS)[number];
}

/** The statement made anew: what is left out is said again as it was. Whoever substantiated it stood behind the old words alone. */
export class UpdateContributionDto extends PartialType(
  OmitType(CreateContributionDto, ['followUpId', 'confidentiality'] as const),
  { skipNullProperties: false },
) {}

export class SubstantiateDto {
  /** What one knows of it oneself. */
  @IsOptional()
  @IsWords(5000)
  note?: string | null;
}

export class ContributionsQuery extends AsOfPageQuery {
  /** Only those on one of these follow-ups. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  followUp?: string[];

  /** Only those on a follow-up of one of these recommendations. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  recommendation?: string[];

  /** Only those on a follow-up of one of these sources. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  source?: string[];

  /** Only those stated by one of these organizations. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  organization?: string[];

  /** Only those of one of these strengths. */
  @IsOptional()
  @AsList()
  @IsIn(STRENGTHS, { each: true })
  strength?: (typeof STRENGTHS)[number][];

  /** Only those that stand, or only those that were withdrawn. */
  @IsOptional()
  @AsList()
  @IsIn(CONTRIBUTION_STATES, { each: true })
  state?: (typeof CONTRIBUTION_STATES)[number][];

  /** `true`: only those whose present statement another organization stands behind; `false`: only others. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  substantiated?: boolean;

  /** `updatedAt` or `-updatedAt` (the latest first). */
  @IsOptional()
  @IsString()
  @IsIn(['updatedAt', '-updatedAt'])
  sort: string = '-updatedAt';
}
