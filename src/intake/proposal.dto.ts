import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { HoldsNoLists, IsEdtf, IsListOfWords, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsList, PageQuery } from '../common/page.dto.js';
import { RELATION_KINDS } from '../recommendations/recommendation.entity.js';
import { SpanDto } from './span.dto.js';
import { PROPOSAL_STATES, type ProposalState, type Rejection, REJECTIONS } from './intake-proposal.entity.js';

/** How the recommendation that it becomes is to stand to one that is tracked. */
export class ProposalRelationDto {
  /** The other recommendation. */
  @IsUUID()
  otherId!: string;

  /** `echoes`: of the two, the one of an official source echoes ours. */
  @ApiProperty({ enum: RELATION_KINDS })
  @IsIn(RELATION_KINDS)
  kind!: (typeof RELATION_KINDS)[number];
}

export class AddProposalDto {
  /** Where the ask stands; its words are what stands there. */
  @IsObject()
  @ValidateNested()
  @Type(() => SpanDto)
  span!: SpanDto;

  /** Our own short title; left out, the first words of the ask. */
  @MayBeLeftOut()
  @IsWords(300)
  title?: string;

  /** Who is asked, by name. */
  @MayBeLeftOut()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsListOfWords(200)
  addressees?: string[];

  /** Whom they are asked to press, by name. */
  @MayBeLeftOut()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsListOfWords(200)
  targets?: string[];

  /** By whose hands: links of the chain between the two, by name. */
  @MayBeLeftOut()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsListOfWords(200)
  through?: string[];

  @IsOptional()
  @IsWords(300)
  section?: string | null;

  /** What one would cite: `147.12`. */
  @IsOptional()
  @IsWords(100)
  label?: string | null;

  /** Who recommends, where the document names them one by one. */
  @MayBeLeftOut()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsListOfWords(300)
  by?: string[];

  /** By when it is asked for (EDTF). */
  @IsOptional()
  @IsEdtf()
  due?: string | null;

  /** What it consists of; each part is followed up for itself. */
  @MayBeLeftOut()
  @ArrayMaxSize(26)
  @ArrayUnique()
  @IsListOfWords(10_000)
  parts?: string[];

  /** What it speaks of. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  themeIds?: string[];

  /** Relations that are made when it is recorded. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique(({ otherId, kind }: ProposalRelationDto) => `${otherId} ${kind}`)
  @HoldsNoLists()
  @ValidateNested({ each: true })
  @Type(() => ProposalRelationDto)
  relations?: ProposalRelationDto[];
}

export class UpdateProposalDto extends PartialType(AddProposalDto, { skipNullProperties: false }) {
  /** `accepted`, `rejected`, or back to `proposed`. Nothing enters the record by it yet. */
  @ApiProperty({ enum: PROPOSAL_STATES, required: false })
  @MayBeLeftOut()
  @IsIn(PROPOSAL_STATES)
  state?: ProposalState;

  /** Why it is rejected, where one of the usual reasons fits; only of what is rejected. */
  @ApiProperty({ enum: REJECTIONS, nullable: true, required: false })
  @IsOptional()
  @IsIn(REJECTIONS)
  rejection?: Rejection | null;

  /** The same in words of one's own; beside a usual reason, or without one. */
  @IsOptional()
  @IsWords(2000)
  rejectionNote?: string | null;

  /** Of what is rejected as `followed-already`: the recommendation that it is, which then leads to this place. */
  @IsOptional()
  @IsUUID()
  recommendationId?: string | null;
}

export class ProposalsQuery extends PageQuery {
  /** Only these states. */
  @IsOptional()
  @AsList()
  @IsIn(PROPOSAL_STATES, { each: true })
  state?: ProposalState[];
}
