import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Evidence } from '../evidence/evidence.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

export const OUTCOMES = ['waiting', 'kept', 'dead', 'not-fetched', 'erased'] as const;

/** One look at what a link leads to: asked for, then kept, or why not. */
@Entity()
@Check(`outcome IN ('${OUTCOMES.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class LinkCopy {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') evidenceId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) recordedAt!: Date;
  @Column('text', { default: 'waiting' }) outcome!: (typeof OUTCOMES)[number];
  /** Of the reasons in fetching/fetch-refused.ts; `status` where the server answered that there is nothing, or not for us. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('integer', { nullable: true }) status!: number | null;
  @Column('text', { nullable: true }) finalUrl!: string | null;
  @Column('timestamptz', { nullable: true }) fetchedAt!: Date | null;
  /** Of the archive's bytes. */
  @Column('bytea', { nullable: true }) sha256!: Buffer | null;
  @Column('bigint', { nullable: true }) size!: string | null;
  @Column('uuid', { nullable: true, unique: true }) blobKey!: string | null;
}
