import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Track } from '../follow-ups/track.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
/** Who may read an assessment: restricted ones would be nobody's finding but one person's. */
export const ASSESSMENT_LEVELS = ['public', 'coalition', 'organization'] as const;

/**
 * What an organization finds itself of one axis of a follow-up, append-only. A newer one of the same organization supersedes it;
 * one that it keeps to itself supersedes no more than others of that kind, so that nobody else sees a trace of it.
 */
@Entity()
@Unique(['workspaceId', 'id'])
@Unique(['trackId', 'id'])
@Check(`confidence IN ('${CONFIDENCES.join("', '")}')`)
@Check(`confidentiality IN ('${ASSESSMENT_LEVELS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Track, ['workspaceId', 'trackId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class Assessment extends AddedRow {
  @Column('uuid') trackId!: string;
  /** One of the axis. */
  @Column('text') phase!: string;
  @Column('text') confidence!: (typeof CONFIDENCES)[number];
  /** Salted hash of the reasons in `words`. */
  @Column('bytea') reasonsHash!: Buffer;
  /** When it was so (EDTF); null is not known. */
  @Column('text', { nullable: true }) occurredOn!: string | null;
  /** Last day on which it can have been so: never after the day it was recorded. */
  @Column('date') occurredLast!: string;
  @Column('text') confidentiality!: (typeof ASSESSMENT_LEVELS)[number];
}

/** The evidence that an assessment stands on, in the version that it had then. */
@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Assessment, ['workspaceId', 'assessmentId'], ['workspaceId', 'id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
export class AssessmentEvidence {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') assessmentId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('integer') evidenceVersion!: number;
}
