import { ApiProperty } from '@nestjs/swagger';
import { ActorView, NamedView } from '../access/actor.dto.js';
import { AskView, CodedView } from '../follow-ups/follow-up.view.js';
import { LinkedTitleView } from '../recommendations/timeline-link.dto.js';
import { AXES } from '../workflows/workflow.definition.js';
import { ACTS, CHANGE_KINDS, type ChangeKind } from './change.dto.js';
import {
  ChangeMoveView,
  ChangeCorrectionView,
  ChangeFindingView,
  ChangeObjectionView,
  ChangeSilenceView,
  ChangeEngagementView,
  ChangeDeadlineView,
  ChangeStepView,
  ChangeClosingView,
} from './change-particulars.view.js';

/** One thing that changed. Beside what all have, what its kind needs. */
export class PeriodChangeView {
  /** Of the transition, link, assessment, position, answer, engagement, deadline, extension, next step or closing. */
  id!: string;
  @ApiProperty({ enum: ACTS })
  act!: (typeof ACTS)[number];
  /** The day that puts it into the period; of a next step the last day that its date can mean. */
  on!: string;
  recordedAt!: string;
  /** Who recorded it; null of engagements and next steps, which name organization and owner. */
  by!: ActorView | null;
  @ApiProperty({ enum: AXES, nullable: true })
  axis!: (typeof AXES)[number] | null;
  /** The strictest level of what it is told from: beyond `coalition` it is not for every table. */
  confidentiality!: string;
  /** Null of a next step that is about no follow-up. */
  followUpId!: string | null;
  recommendation!: AskView | null;
  addressee!: CodedView | null;
  /** Of `moves`, and of `replies` that moved it. */
  move?: ChangeMoveView | null;
  /** Of `replies` that are kept as evidence. */
  evidence?: LinkedTitleView | null;
  finding?: ChangeFindingView | null;
  objection?: ChangeObjectionView | null;
  silence?: ChangeSilenceView;
  engagement?: ChangeEngagementView | null;
  deadline?: ChangeDeadlineView;
  step?: ChangeStepView;
  /** Of a next step that is about a source as a whole. */
  source?: NamedView | null;
  closing?: ChangeClosingView;
  correction?: ChangeCorrectionView;
  /** Reasons of a finding, an objection, its answer or a closing: their first 300 characters. */
  note?: string | null;
}

export class ChangesOfKindView {
  @ApiProperty({ enum: CHANGE_KINDS })
  kind!: ChangeKind;
  /** How many in all, counted up to a thousand: 1001 says that there are more. Not with `cursor`. */
  @ApiProperty({ type: 'integer' })
  count?: number;
  items!: PeriodChangeView[];
  /** Give it back as `cursor`, with this kind, for the next of them; null at the end. */
  nextCursor!: string | null;
}

export class ChangesView {
  from!: string;
  to!: string;
  /** What stands is told as it stood on this day: the last of the period, or today where that is earlier. */
  asOf!: string;
  groups!: ChangesOfKindView[];
}
