import { ApiProperty } from '@nestjs/swagger';
import { ActorView, NamedView } from '../access/actor.dto.js';
import { AskView, CodedView } from '../follow-ups/follow-up.view.js';
import { SUMMARY_AXES, UNITS } from '../follow-ups/summary.dto.js';

/** What was left out of the number, and why: each in one place only. */
export class NotCountedView {
  /** Closed by then; they are not in `total`. */
  @ApiProperty({ type: 'integer' })
  closed!: number;
  /** With history in the period that was brought in; it says how it stood on a day, not when that began. */
  @ApiProperty({ type: 'integer' })
  broughtIn!: number;
  /** Verified in the period on evidence that was changed or withdrawn since. */
  @ApiProperty({ type: 'integer' })
  voided!: number;
  /** Of the rest, those of which nothing is known yet (`unknown`, `awaited`). */
  @ApiProperty({ type: 'integer' })
  unknown!: number;
  /** Those that stand otherwise. */
  @ApiProperty({ type: 'integer' })
  others!: number;
}

/** A number that was counted and kept, with all that it takes to count it again. */
export class TallyView {
  id!: string;
  title!: string;
  /** The number as a sentence, in the reader's language. */
  sentence!: string;
  @ApiProperty({ type: 'integer' })
  number!: number;
  /** Of how many that are not closed. */
  @ApiProperty({ type: 'integer' })
  total!: number;
  notCounted!: NotCountedView;
  @ApiProperty({ enum: SUMMARY_AXES })
  axis!: (typeof SUMMARY_AXES)[number];
  phases!: string[];
  @ApiProperty({ enum: UNITS })
  unit!: (typeof UNITS)[number];
  /** First day of the period; null where it says how things stood. */
  from!: string | null;
  to!: string | null;
  /** What it is limited to, as it is called today; empty is all. */
  sources!: NamedView[];
  themes!: NamedView[];
  addressees!: CodedView[];
  /** As things stood on this day. */
  asOf!: string;
  /** As far as it was recorded by this instant. */
  knownAt!: string;
  by!: ActorView;
  recordedAt!: string;
}

export class CitedView {
  id!: string;
  /** Null once the piece is withdrawn. */
  title!: string | null;
  stance!: 'supports' | 'contradicts' | 'context';
  /** A do-no-harm flag stands on it: tables that are taken away don't name it. */
  isFlagged!: boolean;
}

/** A move as a basis of the number. */
export class BasisMoveView {
  transitionId!: string;
  transition!: string;
  /** The state that it led to, in the reader's language. */
  label!: string;
  by!: ActorView;
  /** EDTF; null: not known. */
  occurredOn!: string | null;
  recordedAt!: string;
  /** What it stands on, of what the reader may see. */
  evidence!: CitedView[];
}

export class BasisView extends BasisMoveView {
  /** The move before it, which it confirms or goes on from: of a verification, the claim. */
  before!: BasisMoveView | null;
}

/** A follow-up, or a recommendation, that was counted. */
export class TallyItemView {
  id!: string;
  recommendation!: AskView;
  /** Null where recommendations were counted, and where the follow-up is no longer there. */
  followUp!: TalliedFollowUpView | null;
  /** The moves that it was counted for; none where it stands where it began. */
  moves!: BasisView[];
}

export class TalliedFollowUpView {
  id!: string;
  addressee!: CodedView;
}

/** Something that was counted then and is not now, or the other way round. */
export class DifferenceView {
  recommendationId!: string;
  followUpId!: string | null;
  /**
   * `not-shared`: it was deleted, or raised to a level that not all of the coalition may read. `named-otherwise`: it has another source, theme or
   * addressee today, or what it belongs to was merged. `now-shared`: it was lowered to the coalition since, or is named so today.
   */
  why!: 'not-shared' | 'named-otherwise' | 'now-shared';
}

/** A tally counted anew, at the same day and instant. */
export class RecountView {
  /** As it was kept. */
  @ApiProperty({ type: 'integer' })
  number!: number;
  /** As it is counted now. */
  @ApiProperty({ type: 'integer' })
  recounted!: number;
  /** The same things, not only as many. */
  same!: boolean;
  /** Of what the reader may see. */
  gone!: DifferenceView[];
  added!: DifferenceView[];
  asOf!: string;
  knownAt!: string;
}
