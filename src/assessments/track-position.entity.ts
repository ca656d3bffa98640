import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Track } from '../follow-ups/track.entity.js';
import { Transition } from '../follow-ups/transition.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Assessment } from './assessment.entity.js';

export const POSITIONS = ['sign-on', 'abstain', 'objection'] as const;

/** Where an organization stands on the assessment of another one, or on what was claimed of a track, append-only. */
@Entity()
@Unique(['workspaceId', 'id'])
@Check(`kind IN ('${POSITIONS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Track, ['workspaceId', 'trackId'], ['workspaceId', 'id'])
@ForeignKey(() => Assessment, ['trackId', 'assessmentId'], ['trackId', 'id'])
@ForeignKey(() => Transition, ['trackId', 'transitionId'], ['trackId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class TrackPosition extends AddedRow {
  @Column('uuid') trackId!: string;
  /** One of the two: the assessment, or the transition that the track stood on. */
  @Column('uuid', { nullable: true }) assessmentId!: string | null;
  @Column('uuid', { nullable: true }) transitionId!: string | null;
  @Column('text') kind!: (typeof POSITIONS)[number];
  /** Salted hash of the reasons in `words`: an objection has some. */
  @Column('bytea', { nullable: true }) reasonsHash!: Buffer | null;
}

/** How an objection ended, once: somebody of another organization answered it, or its own withdrew it. */
@Entity()
@Check(`act IN ('answered', 'withdrawn')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => TrackPosition, ['workspaceId', 'positionId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class ObjectionAnswer extends AddedRow {
  @Column('uuid', { unique: true }) positionId!: string;
  @Column('text') act!: 'answered' | 'withdrawn';
  @Column('bytea', { nullable: true }) reasonsHash!: Buffer | null;
}
