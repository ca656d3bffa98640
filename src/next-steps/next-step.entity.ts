import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { AddedRow, EditableRow } from '../common/row.js';
import { Engagement } from '../engagements/engagement.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Membership } from '../organizations/membership.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Source } from '../sources/source.entity.js';

export const STEP_STATES = ['open', 'done', 'dropped'] as const;
export type StepState = (typeof STEP_STATES)[number];
export const OUTCOMES = ['done', 'dropped', 'reopened'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an organization is to do next, on a follow-up, an engagement or a source: who, by when. It is as confidential as what it is about. */
@Entity()
@Unique(['workspaceId', 'id'])
@Index(['workspaceId', 'dueLast', 'id'])
@Index(['followUpId'])
@Index(['engagementId'])
@Index(['sourceId'])
@Index(['ownerId'])
@Check(`what <> ''`)
@Check(`state IN ('open', 'done', 'dropped')`)
@Check('num_nonnulls(follow_up_id, engagement_id, source_id) = 1')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => FollowUp, ['workspaceId', 'followUpId'], ['workspaceId', 'id'])
@ForeignKey(() => Engagement, ['workspaceId', 'engagementId'], ['workspaceId', 'id'])
@ForeignKey(() => Source, ['workspaceId', 'sourceId'], ['workspaceId', 'id'])
@ForeignKey(() => Membership, ['workspaceId', 'ownerId'], ['workspaceId', 'id'])
export class NextStep extends EditableRow {
  /** Whose step it is: only its members change it. */
  @Column('uuid') organizationId!: string;
  @Column('uuid', { nullable: true }) followUpId!: string | null;
  @Column('uuid', { nullable: true }) engagementId!: string | null;
  @Column('uuid', { nullable: true }) sourceId!: string | null;
  @Column('text') what!: string;
  /** The membership of whoever does it. */
  @Column('uuid') ownerId!: string;
  /** EDTF. */
  @Column('text') dueOn!: string;
  @Column('date') dueLast!: string;
  /** What the last outcome made of it. */
  @Column('text', { default: 'open' }) state!: StepState;
}

/** What became of a next step; append-only, so that one can read what was open when. */
@Entity()
@Index(['nextStepId', 'recordedAt'])
@Check(`outcome IN ('done', 'dropped', 'reopened')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => NextStep, ['workspaceId', 'nextStepId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class NextStepOutcome extends AddedRow {
  @Column('uuid') nextStepId!: string;
  @Column('text') outcome!: Outcome;
  /** Salted hash of the note in `words`. */
  @Column('bytea', { nullable: true }) noteHash!: Buffer | null;
}
