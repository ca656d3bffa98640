import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsEdtf, IsWords } from '../common/fields.js';
import { AsBoolean } from '../common/page.dto.js';
import { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { OUTCOMES } from './occasion.entity.js';

export class RecordOccasionDto {
  /**
   * When it was (EDTF).
   * @example 2026-09
   */
  @IsEdtf()
  occurredOn!: string;

  /** What it came to. Not known is not the same as not done. */
  @ApiProperty({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  outcome!: (typeof OUTCOMES)[number];

  /** Who says so, where that is not the evidence. */
  @IsOptional()
  @IsWords(300)
  saidBy?: string | null;

  @IsOptional()
  @IsWords(2000)
  note?: string | null;

  /** A piece that whoever may read the recommendation may read too. */
  @IsOptional()
  @IsUUID()
  evidenceId?: string | null;

  /** The one that this corrects, and whose place it takes. */
  @IsOptional()
  @IsUUID()
  supersedes?: string | null;
}

export class ConfirmDto extends OmitType(RecordOccasionDto, ['outcome'] as const) {}

export class OccasionsQuery extends AsOfPageQuery {
  /** `true`: only those that nothing corrects; `false`: only corrected ones. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  standing?: boolean;
}

export class OccasionEvidenceView {
  id!: string;
  /** Null once it is withdrawn. */
  title!: string | null;
}

/** That what is asked for good was found to hold. */
export class ConfirmationView {
  id!: string;
  recommendationId!: string;
  /** EDTF. */
  occurredOn!: string;
  saidBy!: string | null;
  note!: string | null;
  /** Null where there is none, or the reader may not know of it. */
  evidence!: OccasionEvidenceView | null;
  supersedes!: string | null;
  /** Nothing corrects it. */
  standing!: boolean;
  by!: ActorView;
  recordedAt!: Date;
}

/** One time at which what is asked again and again was done, or not. */
export class OccasionView extends ConfirmationView {
  @ApiProperty({ enum: OUTCOMES })
  outcome!: (typeof OUTCOMES)[number];
}
