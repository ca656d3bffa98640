import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Engagement } from '../engagements/engagement.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Transition } from '../follow-ups/transition.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Contribution, type Strength, STRENGTHS } from './contribution.entity.js';

export const CONTRIBUTION_ACTS = ['stated', 'substantiated', 'withdrawn'] as const;

/** A statement, its substantiation by another organization, or its withdrawal; append-only. A newer statement supersedes the one before. */
@Entity()
@Unique(['workspaceId', 'id'])
@Unique(['contributionId', 'id'])
@Unique(['substantiates', 'organizationId'])
@Check(`act IN ('${CONTRIBUTION_ACTS.join("', '")}')`)
@Check(`strength IN ('${STRENGTHS.join("', '")}')`)
@Check(`(act = 'stated') = (strength IS NOT NULL)`)
@Check(`(act = 'substantiated') = (substantiates IS NOT NULL)`)
@Check(`act <> 'stated' OR said_hash IS NOT NULL`)
@Check(`act = 'stated' OR num_nonnulls(others_hash, explanations_hash, transition_id) = 0`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Contribution, ['workspaceId', 'contributionId'], ['workspaceId', 'id'])
@ForeignKey(() => ContributionAct, ['contributionId', 'substantiates'], ['contributionId', 'id'])
@ForeignKey(() => Transition, ['workspaceId', 'transitionId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class ContributionAct extends AddedRow {
  @Column('uuid') contributionId!: string;
  @Column('text') act!: (typeof CONTRIBUTION_ACTS)[number];
  @Column('text', { nullable: true }) strength!: Strength | null;
  /** The outcome that it speaks of, where it names one. */
  @Column('uuid', { nullable: true }) transitionId!: string | null;
  /** The statement that somebody of another organization stands behind. */
  @Column('uuid', { nullable: true }) substantiates!: string | null;
  /** Salted hash in `words` of the statement, or of what was said with the act. */
  @Column('bytea', { nullable: true }) saidHash!: Buffer | null;
  @Column('bytea', { nullable: true }) othersHash!: Buffer | null;
  @Column('bytea', { nullable: true }) explanationsHash!: Buffer | null;
}

/** An engagement that a statement is about. */
@Entity()
@Index(['engagementId'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => ContributionAct, ['workspaceId', 'actId'], ['workspaceId', 'id'])
@ForeignKey(() => Engagement, ['workspaceId', 'engagementId'], ['workspaceId', 'id'])
export class ContributionEngagement {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') actId!: string;
  @PrimaryColumn('uuid') engagementId!: string;
}

/** The evidence that a statement stands on, in the version that it had then. */
@Entity()
@Index(['evidenceId'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => ContributionAct, ['workspaceId', 'actId'], ['workspaceId', 'id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
export class ContributionEvidence {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') actId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('integer') evidenceVersion!: number;
}
