import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import type { RELATION_KINDS } from '../recommendations/recommendation.entity.js';
import type { Echo } from './echoes.js';
import { Intake } from './intake.entity.js';
import type { Proposal } from './proposal.js';
import type { Reason } from './reason.js';

export const PROPOSAL_STATES = ['proposed', 'accepted', 'rejected'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Why an ask is usually left out. */
export const REJECTIONS = ['asks-nothing', 'followed-already', 'not-ours', 'too-vague', 'read-wrongly'] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** How the recommendation that a proposal becomes is to stand to another. */
export interface ProposalRelation {
  otherId: string;
  kind: (typeof RELATION_KINDS)[number];
}

/** An ask that the rules found, or that somebody marked, in a document. It enters the record only once it is accepted. */
@Entity()
@Unique(['workspaceId', 'id'])
@Check(`state IN ('${PROPOSAL_STATES.join("', '")}')`)
@Check(`rejection IN ('${REJECTIONS.join("', '")}')`)
@Check(`state = 'rejected' OR (rejection IS NULL AND rejection_note IS NULL)`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Person, ['decidedBy'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'decidedFor'], ['workspaceId', 'id'])
@ForeignKey(() => Intake, ['workspaceId', 'intakeId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
export class IntakeProposal extends EditableRow {
  @Column('uuid') intakeId!: string;
  @Column('integer') spanStart!: number;
  @Column('integer') spanEnd!: number;
  /** What stands there, each run of white space as one space. */
  @Column('text') text!: string;
  /** Our own short title for what it becomes. */
  @Column('text') title!: string;
  @Column('text', { array: true, default: [] }) addressees!: string[];
  @Column('text', { array: true, default: [] }) targets!: string[];
  @Column('text', { array: true, default: [] }) through!: string[];
  @Column('text', { nullable: true }) section!: string | null;
  @Column('text', { nullable: true }) label!: string | null;
  @Column('text', { array: true, default: [] }) madeBy!: string[];
  /** EDTF. */
  @Column('text', { nullable: true }) due!: string | null;
  @Column('text', { array: true, default: [] }) parts!: string[];
  /** Which rule found it, in English; null where a person marked it. */
  @Column('text', { nullable: true }) why!: string | null;
  /** The same as a code with words of the document; null also for what came in before rules had codes. */
  @Column('jsonb', { nullable: true }) reason!: Reason | null;
  /** As the rules gave it, whatever was edited since; null where a person marked it. */
  @Column('jsonb', { nullable: true }) proposed!: Proposal | null;
  /** Recommendations that said almost the same when it was found. */
  @Column('uuid', { array: true, default: [] }) repeats!: string[];
  /** What echoed it, or what it echoes, when it was found. */
  @Column('jsonb', { default: [] }) echoes!: Echo[];
  /** What it speaks of: proposed by its words, until somebody says otherwise. */
  @Column('uuid', { array: true, default: [] }) themeIds!: string[];
  /** How it is to stand to what is tracked, once it is recorded. */
  @Column('jsonb', { default: [] }) relations!: ProposalRelation[];
  @Column('text', { default: 'proposed' }) state!: ProposalState;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('uuid', { nullable: true }) decidedFor!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  /** Why it was rejected, where somebody said so. */
  @Column('text', { nullable: true }) rejection!: Rejection | null;
  @Column('text', { nullable: true }) rejectionNote!: string | null;
  /** The proposal that took it in. */
  @Column('uuid', { nullable: true }) mergedInto!: string | null;
  /** What it became, or, of what is left out since it is followed already, what it is. */
  @Column('uuid', { nullable: true }) recommendationId!: string | null;
}
