import { ApiProperty } from '@nestjs/swagger';
import { ActorView, NamedView } from '../access/actor.dto.js';
import { AskView, CodedView } from '../follow-ups/follow-up.view.js';
import { CONTRIBUTION_ACTS } from './contribution-act.entity.js';
import { CONTRIBUTION_LEVELS, CONTRIBUTION_STATES, STRENGTHS } from './contribution.entity.js';
import { AsOfView } from '../follow-ups/as-of.dto.js';

/** The follow-up that a statement is about. */
export class ContributedFollowUpView {
  id!: string;
  recommendation!: AskView;
  addressee!: CodedView;
}

/** An engagement that a statement names, where the reader may know it. */
export class ContributingEngagementView {
  id!: string;
  kind!: string;
  /** EDTF. */
  occurredOn!: string;
  summary!: string;
}

/** A piece that a statement stands on, where the reader may know it. */
export class ContributingPieceView {
  id!: string;
  /** Null once the piece is withdrawn. */
  title!: string | null;
  confidentiality!: string;
  withdrawal!: 'none' | 'withdrawn' | 'erased';
}

/** The outcome that a statement names. */
export class ContributedOutcomeView {
  id!: string;
  axis!: 'response' | 'implementation';
  to!: string;
  /** The state, in the reader's language. */
  label!: string;
  /** EDTF; null: not known. */
  occurredOn!: string | null;
}

/** That it was stated, stated anew, substantiated or withdrawn. */
export class ContributionActView {
  id!: string;
  @ApiProperty({ enum: CONTRIBUTION_ACTS })
  act!: (typeof CONTRIBUTION_ACTS)[number];
  by!: ActorView;
  recordedAt!: string;
  /** Of a statement. */
  @ApiProperty({ enum: STRENGTHS, nullable: true })
  strength!: (typeof STRENGTHS)[number] | null;
  /** The statement as it was made then, or what was said with the act; null where there is nothing, or it was erased. */
  said!: string | null;
  /** The statement that was substantiated. */
  substantiates!: string | null;
}

/** What an organization says its advocacy had to do with an outcome. It counts as nothing that was done. */
export class ContributionView extends AsOfView {
  id!: string;
  followUp!: ContributedFollowUpView;
  /** Whose statement it is. */
  organization!: NamedView;
  @ApiProperty({ enum: CONTRIBUTION_STATES })
  state!: (typeof CONTRIBUTION_STATES)[number];
  @ApiProperty({ enum: STRENGTHS })
  strength!: (typeof STRENGTHS)[number];
  /** Null where it was erased. */
  statement!: string | null;
  othersPart!: string | null;
  otherExplanations!: string | null;
  outcome!: ContributedOutcomeView | null;
  engagements!: ContributingEngagementView[];
  evidence!: ContributingPieceView[];
  @ApiProperty({ enum: CONTRIBUTION_LEVELS })
  confidentiality!: (typeof CONTRIBUTION_LEVELS)[number];
  /** Who made the present statement, and when. */
  by!: ActorView;
  statedAt!: string;
  /** Other organizations that stand behind the present statement, oldest first. */
  substantiations!: ContributionActView[];
  /** All that was done about it, the newest 50, newest first. */
  acts!: ContributionActView[];
  version!: number;
  createdAt!: string;
  updatedAt!: string;
}
