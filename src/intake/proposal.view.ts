import { ApiProperty } from '@nestjs/swagger';
import { ActorView } from '../access/actor.dto.js';
import { PROPOSAL_STATES, type ProposalState } from './intake-proposal.entity.js';
import { SpanView } from './intake.dto.js';

/** A recommendation that a proposal became, or one that says almost the same. */
export class RecommendationNameView {
  id!: string;
  code!: string;
  title!: string;
}

/** An ask that was found, or marked, in a document. */
export class ProposalView {
  id!: string;
  /** What stands there, each run of white space as one space. */
  text!: string;
  title!: string;
  addressees!: string[];
  targets!: string[];
  through!: string[];
  section!: string | null;
  label!: string | null;
  by!: string[];
  /** EDTF. */
  due!: string | null;
  parts!: string[];
  /** Which rule found it; null where a person marked it. */
  why!: string | null;
  span!: SpanView;
  @ApiProperty({ enum: PROPOSAL_STATES })
  state!: ProposalState;
  /** Whether it says otherwise than the rules did. */
  edited!: boolean;
  /** Recommendations that said almost the same when it was found. */
  repeats!: RecommendationNameView[];
  decidedBy!: ActorView | null;
  decidedAt!: string | null;
  /** The proposal that took it in. */
  mergedInto!: string | null;
  /** What it became. */
  recommendation!: RecommendationNameView | null;
  version!: number;
}

export class ProposalListView {
  items!: ProposalView[];
}
