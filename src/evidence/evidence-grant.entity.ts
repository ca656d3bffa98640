import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Evidence } from './evidence.entity.js';
import { ReaderRequest } from './reader-request.entity.js';

/** A person who may open a restricted piece; nobody else knows that it exists. */
@Entity()
@Unique(['id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Person, ['grantedBy'], ['id'])
@ForeignKey(() => ReaderRequest, ['workspaceId', 'requestId'], ['workspaceId', 'id'])
export class EvidenceGrant {
  @Column('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @PrimaryColumn('uuid') personId!: string;
  /** Whoever asked for it, or oneself: who brings a restricted piece is the first to be named. */
  @Column('uuid') grantedBy!: string;
  @Column('text') reason!: string;
  /** The last day; null for whoever brought it. */
  @Column('date', { nullable: true }) endsOn!: string | null;
  /** Ended before its day. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** What an administrator confirmed; null for whoever brought it. */
  @Column('uuid', { nullable: true }) requestId!: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
}
