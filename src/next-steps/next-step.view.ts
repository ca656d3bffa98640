import { ActorView, NamedView } from '../access/actor.dto.js';
import { AsOfView } from '../follow-ups/as-of.dto.js';
import { AskView, CodedView, OwnerView } from '../follow-ups/follow-up.view.js';
import type { Outcome, StepState } from './next-step.entity.js';

/** The follow-up that a step is about. */
export class SteppedFollowUpView {
  id!: string;
  recommendation!: AskView;
  addressee!: CodedView;
}

/** The engagement that a step is about. */
export class SteppedEngagementView {
  id!: string;
  kind!: string;
  /** EDTF. */
  occurredOn!: string;
}

/** The source that a step is about as a whole. */
export class SteppedSourceView {
  id!: string;
  title!: string;
}

export class OutcomeView {
  id!: string;
  outcome!: Outcome;
  note!: string | null;
  by!: ActorView;
  recordedAt!: Date;
}

/** What an organization is to do next. */
export class NextStepView extends AsOfView {
  id!: string;
  what!: string;
  owner!: OwnerView;
  organization!: NamedView;
  /** EDTF. */
  dueOn!: string;
  /** Open, and past the last day that `dueOn` can mean, in the workspace's time zone. */
  overdue!: boolean;
  state!: StepState;
  followUp!: SteppedFollowUpView | null;
  engagement!: SteppedEngagementView | null;
  source!: SteppedSourceView | null;
  /** What became of it, the oldest first. */
  outcomes!: OutcomeView[];
  version!: number;
  createdAt!: Date;
}
