import { ApiProperty } from '@nestjs/swagger';
import { AskView, CodedView, OwnerView } from '../follow-ups/follow-up.view.js';
import { LinkEvidenceDto } from '../follow-ups/track-evidence.dto.js';
import { UnmetView } from '../follow-ups/transition-option.view.js';
import { ThemeInBriefView } from '../taxonomy/theme.dto.js';
import { STEP_STATES, type StepState } from '../next-steps/next-step.entity.js';
import { BULK_ACTIONS, type BulkActionKind } from './single-act.js';
import {
  BulkDeadlineDto,
  BulkNextStepDoneDto,
  BulkNextStepDto,
  BulkOwnerDto,
  BulkThemeDto,
  BulkTransitionDto,
} from './bulk-wish.dto.js';

/** How many items are in which state. */
export class BulkCountsView {
  items!: number;
  allowed!: number;
  refused!: number;
  done!: number;
  undone!: number;
  kept!: number;
}

/** How an item stands in what the action is about; the rest is null. */
export class StandsView {
  /** Of a track, with its label in the reader's language. */
  state!: string | null;
  label!: string | null;
  phase!: string | null;
  /** What the piece of evidence means to the track; null where it is not linked. */
  stance!: 'supports' | 'contradicts' | 'context' | null;
  shows!: 'reply' | 'act' | null;
  /** Who looks after the follow-up; null for nobody. */
  owner!: OwnerView | null;
  /** Of a recommendation. */
  themes!: ThemeInBriefView[] | null;
  /** By when the follow-up is due on the side that it is about (EDTF), as last extended, the earliest first. */
  dueOns!: string[] | null;
  /** What is to be done next, where the action is about it; null on a follow-up where it is not planned. */
  step!: string | null;
  @ApiProperty({ enum: STEP_STATES, nullable: true })
  stepState!: StepState | null;
}

/** One thing of a bulk action. What the reader may no longer know of is its id and what became of it. */
export class BulkItemView {
  /** Of the track, the follow-up, the recommendation or the next step. */
  id!: string;
  /** The recommendation that it is, or belongs to; null of a next step about an engagement or a source. */
  recommendation!: AskView | null;
  addressee!: CodedView | null;
  axis!: 'response' | 'implementation' | 'publication' | null;
  /** As it stood in the preview. */
  before!: StandsView | null;
  /** As it would stand, and once it is done as it then stood. */
  after!: StandsView | null;
  /** Why it was refused or kept: the code that the single act would have answered. */
  code!: string | null;
  /** Kept as it was said, in the language of whoever asked. */
  message!: string | null;
  /** Conditions of the workflow that are not met. */
  unmet!: UnmetView[];
  /** The transition, the link to evidence, the deadline, the next step or its outcome that was made. */
  madeId!: string | null;
  /** Audit events of what was done to it, and of what took it back. */
  eventIds!: string[];
}

const STATES = ['previewed', 'expired', 'confirming', 'confirmed', 'undoing', 'undone'] as const;

export class BulkActionInListView {
  id!: string;
  @ApiProperty({ enum: BULK_ACTIONS })
  action!: BulkActionKind;
  /**
   * `previewed`: nothing is changed yet; `expired`: it can no longer be confirmed; `confirming` and `undoing`: being worked on, or
   * broken off (send it again to go on); `confirmed` and `undone`: every item has its outcome.
   */
  @ApiProperty({ enum: STATES })
  state!: (typeof STATES)[number];
  /** What is asked for; null for the other actions. */
  transition!: BulkTransitionDto | null;
  evidence!: LinkEvidenceDto | null;
  owner!: BulkOwnerDto | null;
  theme!: BulkThemeDto | null;
  deadline!: BulkDeadlineDto | null;
  nextStep!: BulkNextStepDto | null;
  nextStepDone!: BulkNextStepDoneDto | null;
  counts!: BulkCountsView;
  createdAt!: string;
  /** Until then it can be confirmed. */
  expiresAt!: string;
  confirmedAt!: string | null;
  undoneAt!: string | null;
  /** Why it was undone. */
  note!: string | null;
  version!: number;
  updatedAt!: string;
}

/** A preview, and once it is confirmed the receipt: each item under what became of it. */
export class BulkActionView extends BulkActionInListView {
  /** Would be done, or is still to be done. */
  allowed!: BulkItemView[];
  /** Were refused, by the preview or, since something changed meanwhile, by the confirmation. */
  refused!: BulkItemView[];
  done!: BulkItemView[];
  /** Were done, and put back. */
  undone!: BulkItemView[];
  /** Were done and stay so: they could not be put back. */
  kept!: BulkItemView[];
}
