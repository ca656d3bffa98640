import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsEdtf, IsFigure, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsBoolean } from '../common/page.dto.js';
import { AsOfPageQuery } from '../follow-ups/as-of.dto.js';

export class CreateObservationDto {
  /**
   * The time it is about: a day, month, year or an interval of them (EDTF), begun already.
   * @example 2019-12-16
   */
  @IsEdtf()
  period!: string;

  /**
   * The value, as a plain count: 1290000, not 1.29 million. Instead of it a range, or why there is none.
   * @example 1290000
   */
  @IsOptional()
  @IsFigure()
  value?: number | null;

  /** At least; without `high` it says "more than" or "no less than". */
  @IsOptional()
  @IsFigure()
  low?: number | null;

  /** At most; without `low` it says "up to". */
  @IsOptional()
  @IsFigure()
  high?: number | null;

  /** Why there is no value: not published, not to be counted, withdrawn by who said it. */
  @IsOptional()
  @IsWords(2000)
  missingReason?: string | null;

  /** Whether it is an estimate; otherwise somebody counted. */
  @IsBoolean()
  estimate!: boolean;

  /**
   * Who says so, in words: figures of several stand side by side.
   * @example NKDB, five rounds of field work
   */
  @IsWords(500)
  saidBy!: string;

  /** How it was counted, and what else there is to know. */
  @IsOptional()
  @IsWords(5000)
  note?: string | null;

  /** Counted otherwise than before: nothing is compared, or drawn, across it. */
  @MayBeLeftOut()
  @IsBoolean()
  breaksSeries?: boolean;

  /** What it rests on: at most 50 pieces of evidence. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  evidenceIds?: string[];

  /** The observation of the same indicator that it corrects. That one stays to be read. */
  @IsOptional()
  @IsUUID()
  supersedes?: string | null;
}

export class ObservationsQuery extends AsOfPageQuery {
  /** `true`: only what stands; `false`: only what was corrected. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  standing?: boolean;

  /** `-period` (the latest first), `period`, or by when they were recorded. */
  @IsOptional()
  @IsString()
  @IsIn(['period', '-period', 'recordedAt', '-recordedAt'])
  sort: string = '-period';
}

/** What was said of an indicator, in short. */
export class FigureView {
  id!: string;
  /** EDTF. */
  period!: string;
  value!: number | null;
  low!: number | null;
  high!: number | null;
  estimate!: boolean;
  /** Null where the words were erased. */
  saidBy!: string | null;
}

export class ObservationEvidenceView {
  id!: string;
  /** Null while it is withdrawn. */
  title!: string | null;
}

/** What somebody said of an indicator for a period. It has one of `value`, `low` and `high`, or `missingReason`. */
export class ObservationView extends FigureView {
  indicatorId!: string;
  missingReason!: string | null;
  note!: string | null;
  breaksSeries!: boolean;
  /** Those pieces that the reader may see. */
  evidence!: ObservationEvidenceView[];
  /** What it corrects. */
  supersedes!: string | null;
  /** What corrects it. */
  supersededBy!: string | null;
  by!: ActorView;
  recordedAt!: Date;
}
