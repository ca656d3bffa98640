import { ApiProperty } from '@nestjs/swagger';
import { ActorView, NamedView } from '../access/actor.dto.js';
import { type Level, LEVELS } from '../evidence/evidence.entity.js';
import { AskView, CodedView, OwnerView } from '../follow-ups/follow-up.view.js';
import { AXES } from '../workflows/workflow.definition.js';

/** In the order in which they are shown. */
export const KINDS = [
  'to-verify',
  'returned',
  'overdue',
  'next-steps',
  'mentioned',
  'to-confirm',
  'proposed',
  'answered',
  'role-requests',
  'withdrawals',
  'reader-requests',
  'lowerings',
  'flag-removals',
] as const;
export type Kind = (typeof KINDS)[number];

/** Where an overdue follow-up stands on one axis. */
export class StandView {
  trackId!: string;
  @ApiProperty({ enum: AXES })
  axis!: (typeof AXES)[number];
  state!: string;
  /** In the reader's language. */
  label!: string;
  phase!: string | null;
}

/** One thing that waits. What a kind does not need is left out. */
export class ForMeItemView {
  /** Of the track, follow-up, recommendation, next step, comment, piece of evidence, role request, withdrawal, reader request, lowering or do-no-harm flag. */
  id!: string;
  /** Since when it waits; with `overdue`, the day on which it was due; with `next-steps` by when (EDTF); with `to-confirm` the day by which a review was due. */
  since!: string;
  /** Who brought it here: claimed, returned, proposed, decided, asked. Null where nobody did yet, and with `overdue`. */
  by!: ActorView | null;
  recommendation?: AskView | null;
  /** Null on the publication axis. */
  followUpId?: string | null;
  addressee?: CodedView | null;
  trackId?: string;
  @ApiProperty({ enum: AXES, required: false })
  axis?: (typeof AXES)[number];
  state?: string;
  /** The state in the reader's language. */
  label?: string;
  phase?: string | null;
  /** For If-Match: of the track, or of the piece. */
  version?: number;
  /** What was said with it, its first 300 characters: the note, why a piece was declined, what is to be done next, or the comment (on a restricted piece all of it). */
  note?: string | null;
  /** With `overdue`. */
  owner?: OwnerView | null;
  /** With `overdue`: both axes. */
  stands?: StandView[];
  /** Of the piece; with `mentioned` null where the comment is on a follow-up. */
  evidenceId?: string | null;
  /** With `next-steps`, where the step is about an engagement. */
  engagementId?: string | null;
  /** With `next-steps`, where the step is about a source as a whole. */
  source?: NamedView | null;
  /** With `mentioned`: the comment that begins the thread. */
  threadId?: string;
  /** With `next-steps`: whether its day is past. */
  isPast?: boolean;
  /** Of the piece of evidence; null where it is withdrawn. */
  title?: string | null;
  /** With `answered`: what became of it. */
  acceptance?: 'accepted' | 'declined';
  /** With `withdrawals`: what a first person asked for. */
  decision?: 'restore' | 'erase';
  /** With `lowerings`: the level that was asked for. */
  @ApiProperty({ enum: LEVELS, required: false })
  to?: Level;
  /** With `role-requests` and `reader-requests`: whom it is asked for. */
  member?: OwnerView;
  role?: string;
}

/** What waits for one, of one kind: the first ten. */
export class ForMeGroupView {
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  /** How many in all, counted up to a hundred: 101 says that there are more. */
  count!: number;
  items!: ForMeItemView[];
  /** The `cursor` for the next of them, under `/for-me/{kind}`; null where these are all. */
  nextCursor!: string | null;
}

/** What waits for whoever asks, in the order in which it is shown; groups may be empty. */
export class ForMeView {
  groups!: ForMeGroupView[];
}
