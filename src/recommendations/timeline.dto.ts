import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { AsList } from '../common/page.dto.js';
import { AsOfPageQuery, AsOfView } from '../follow-ups/as-of.dto.js';
import { CLOSING_KINDS } from '../follow-ups/closing.entity.js';
import { CodedView } from '../follow-ups/follow-up.view.js';
import { TransitionView } from '../follow-ups/transition.dto.js';
import { TimelineLinkView } from './timeline-link.dto.js';
import { TimelineEngagementView } from './timeline-engagement.dto.js';
import { TimelineContributionView } from './timeline-contribution.dto.js';
import { AXES } from '../workflows/workflow.definition.js';

export const HAPPENINGS = [
  'move',
  'deadline',
  'extension',
  'engagement',
  'evidence',
  'closing',
  'contribution',
] as const;

export class TimelineQuery extends AsOfPageQuery {
  /** `occurredOn` (its last possible day) or `recordedAt`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = '-occurredOn';

  /** Only these kinds. */
  @ApiProperty({ enum: HAPPENINGS, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(HAPPENINGS, { each: true })
  kind?: (typeof HAPPENINGS)[number][];
}

/** A transition, with what is needed to tell it in words. */
export class TimelineMoveView extends PickType(TransitionView, [
  'trackId',
  'transition',
  'from',
  'to',
  'note',
  'evidence',
  'workflow',
  'codedBy',
  'flags',
  'corrects',
  'correctedBy',
  'voids',
  'unchecked',
  'inTimelineOnly',
] as const) {
  /** What was done, in the reader's language. */
  transitionLabel!: string;
  /** The state that it leads to, in the reader's language. */
  label!: string;
  /** What that state counts as; null on the publication axis. */
  phase!: string | null;
}

/** A date that was set, or a later one that took its place. */
export class TimelineDeadlineView {
  /** On what it rests. */
  basis!: string;
  /** If it holds only under a condition. */
  condition!: string | null;
  /** Who put it off to this date; null for the date as first set. */
  extendedBy!: string | null;
  /** A later date has taken its place. */
  putOff!: boolean;
}

/** That the following of it ended, or was taken up again. */
export class TimelineClosingView {
  @ApiProperty({ enum: ['closed', 'reopened'] })
  act!: 'closed' | 'reopened';
  /** Null where it was taken up again. */
  @ApiProperty({ enum: CLOSING_KINDS, nullable: true })
  kind!: (typeof CLOSING_KINDS)[number] | null;
  reason!: string | null;
}

/** One thing that happened, with what is needed to tell it in words: of `move` to `contribution` the one that its kind has. */
export class TimelineEntryView {
  /** Of the transition, deadline, extension, engagement, link, closing or act. */
  id!: string;
  @ApiProperty({ enum: HAPPENINGS })
  kind!: (typeof HAPPENINGS)[number];
  /** When it happened (EDTF): a deadline on the day it is due, a link on the day it was made; null: not known. */
  occurredOn!: string | null;
  /** When it was entered. */
  recordedAt!: string;
  /** Who entered it; null of an engagement, which names the organization alone. */
  actor!: ActorView | null;
  @ApiProperty({ enum: AXES, nullable: true })
  axis!: (typeof AXES)[number] | null;
  /** Null where it concerns no single one: publication, engagements, deadlines of all. */
  followUpId!: string | null;
  /** Of that follow-up. */
  addressee!: CodedView | null;
  move!: TimelineMoveView | null;
  /** Of a deadline and of an extension. */
  deadline!: TimelineDeadlineView | null;
  engagement!: TimelineEngagementView | null;
  link!: TimelineLinkView | null;
  closing!: TimelineClosingView | null;
  contribution!: TimelineContributionView | null;
}

/** The newest entries. */
export class TimelineBeginningView extends AsOfView {
  items!: TimelineEntryView[];
  /** For `/timeline?limit=20`, which has the rest; null where there is none. */
  nextCursor!: string | null;
}
