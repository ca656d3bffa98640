import { ApiProperty } from '@nestjs/swagger';
import { ActorView } from '../access/actor.dto.js';
import { RELATION_KINDS } from '../recommendations/recommendation.entity.js';
import { ThemeInBriefView } from '../taxonomy/theme.dto.js';
import { PROPOSAL_STATES, type ProposalState, type Rejection, REJECTIONS } from './intake-proposal.entity.js';
import { SpanView } from './intake.dto.js';
import { REASON_CODES, type ReasonCode } from './reason.js';

/** A recommendation that a proposal became, or one that says almost the same. */
export class RecommendationNameView {
  id!: string;
  code!: string;
  title!: string;
}

/** A recommendation that is tracked and says much the same as an ask. */
export class LikeRecommendationView extends RecommendationNameView {
  /** How much of the words of the two is the same, in percent. */
  @ApiProperty({ type: 'integer' })
  likeness!: number;
  /** Words of the ask that stand in both, the most telling first; empty where nearly all do. */
  words!: string[];
}

/** How the recommendation that a proposal becomes is to stand to another. */
export class ProposalRelationView {
  recommendation!: RecommendationNameView;
  /** `echoes`: of the two, the one of an official source echoes ours. */
  @ApiProperty({ enum: RELATION_KINDS })
  kind!: (typeof RELATION_KINDS)[number];
}

/** Why an ask was proposed: the rule that found it. */
export class ReasonView {
  @ApiProperty({ enum: REASON_CODES })
  code!: ReasonCode;
  /** Words of the document by which the rule went: a heading, a verb; null where it needs none. */
  words!: string | null;
  /** Whether they stand above a list whose items are the asks. */
  isAboveList!: boolean;
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
  /** Which rule found it, in English; null where a person marked it. */
  why!: string | null;
  /** The same as a code; null where a person marked it, and for what came in before there were codes. */
  reason!: ReasonView | null;
  span!: SpanView;
  @ApiProperty({ enum: PROPOSAL_STATES })
  state!: ProposalState;
  /** Whether it says otherwise than the rules did. */
  edited!: boolean;
  /** Recommendations that said almost the same when it was found. */
  repeats!: LikeRecommendationView[];
  /** Official recommendations that said what it says, or, in an official document, those of ours that it says, when it was found. */
  echoes!: LikeRecommendationView[];
  /** What it speaks of. */
  themes!: ThemeInBriefView[];
  /** What is made of it beside the recommendation, once it is recorded. */
  relations!: ProposalRelationView[];
  decidedBy!: ActorView | null;
  decidedAt!: string | null;
  /** Why it was rejected, where somebody gave a usual reason. */
  @ApiProperty({ enum: REJECTIONS, nullable: true })
  rejection!: Rejection | null;
  /** Why it was rejected, in words of whoever did. */
  rejectionNote!: string | null;
  /** The proposal that took it in. */
  mergedInto!: string | null;
  /** What it became; of what is left out because it is followed already, what it is. */
  recommendation!: RecommendationNameView | null;
  version!: number;
}

export class ProposalListView {
  items!: ProposalView[];
}
