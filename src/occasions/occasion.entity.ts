import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';

/** What an occasion of a recurring recommendation came to. */
export const OUTCOMES = ['done', 'not-done', 'not-known'] as const;

/**
 * One time at which what is asked again and again was done or not; or, with `confirmed`, at which what is asked for good was found
 * to hold. Append-only: a correction names the one whose place it takes.
 */
@Entity()
@Unique(['recommendationId', 'id'])
@Check(`outcome IN ('${OUTCOMES.join("', '")}', 'confirmed')`)
@Check('supersedes <> id')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Recommendation, ['workspaceId', 'recommendationId'], ['workspaceId', 'id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Occasion, ['recommendationId', 'supersedes'], ['recommendationId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class Occasion extends AddedRow {
  @Column('uuid') recommendationId!: string;
  /** EDTF. */
  @Column('text') occurredOn!: string;
  @Column('date') occurredLast!: string;
  @Column('text') outcome!: (typeof OUTCOMES)[number] | 'confirmed';
  /** Salted hashes of words: who says so may name a person. */
  @Column('bytea', { nullable: true }) saidByHash!: Buffer | null;
  @Column('bytea', { nullable: true }) noteHash!: Buffer | null;
  @Column('uuid', { nullable: true }) evidenceId!: string | null;
  @Column('uuid', { nullable: true, unique: true }) supersedes!: string | null;
}
