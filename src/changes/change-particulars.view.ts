import { ApiProperty } from '@nestjs/swagger';
import { ActorView, NamedView } from '../access/actor.dto.js';
import { OwnerView } from '../follow-ups/follow-up.view.js';

export class ChangedStateView {
  /** In the reader's language. */
  label!: string;
  /** What it counts as. */
  phase!: string | null;
}

export class SaidOfMoveView {
  /** What was done, in the reader's language. */
  transitionLabel!: string;
  /** EDTF; null is not known. */
  occurredOn!: string | null;
  trackId!: string;
  /** Its first 300 characters. */
  note!: string | null;
}

export class ChangeMoveView extends SaidOfMoveView {
  /** Where it stood before its first move in the period. */
  from!: ChangedStateView;
  /** Where its last move in the period led. */
  to!: ChangedStateView;
  /** It was claimed, and waits for a check by somebody else. */
  waiting!: boolean;
  /** Who claimed what `by` checked; null where it was no check. */
  claimedBy!: ActorView | null;
  /** History that was entered, and that nobody checked. */
  unchecked!: boolean;
}

export class ChangeCorrectionView extends SaidOfMoveView {
  was!: ChangedStateView;
  is!: ChangedStateView;
}

/** What an organization found. */
export class ChangeFindingView {
  phase!: string;
  confidence!: string;
  /** What the workspace's own state counts as, today. */
  statePhase!: string | null;
  confidentiality!: string;
}

export class ChangeObjectionView {
  /** Who objects. */
  organization!: NamedView;
  /** Nobody has answered it yet, and it was not withdrawn. */
  open!: boolean;
}

export class ChangeSilenceView {
  /** The day since when there is, or was, no answer. */
  since!: string;
  /** Whole days from then to the end of the period, or to the answer. */
  @ApiProperty({ type: 'integer' })
  days!: number;
  /** By when the engagement awaited a reply (EDTF). */
  awaitedOn!: string | null;
}

export class ChangeEngagementView {
  id!: string;
  kind!: string;
  /** EDTF. */
  occurredOn!: string;
  organization!: NamedView;
}

export class ChangeDeadlineView {
  id!: string;
  /** As last extended; of an extension, its own (EDTF). */
  dueOn!: string;
  /** As it was first set (EDTF). */
  firstDueOn!: string;
  basis!: string;
  extendedBy!: string | null;
  /** The day on which it was first met, by its last possible day. */
  metOn!: string | null;
  /** For how many days it was overdue until it was met, or is; null of an extension. */
  @ApiProperty({ type: 'integer', nullable: true })
  days!: number | null;
}

export class ChangeStepView {
  what!: string;
  owner!: OwnerView;
  organization!: NamedView;
  /** EDTF. */
  dueOn!: string;
}

export class ChangeClosingView {
  /** Null where it was reopened. */
  kind!: string | null;
  /** EDTF. */
  occurredOn!: string | null;
}
