import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Evidence } from './evidence.entity.js';

export const CUSTODY_ACTS = [
  'captured',
  'uploaded',
  'changed',
  'opened',
  'exported',
  'withdrawn',
  're-hashed',
  'mismatched',
  'restored',
  'erased',
] as const;

/** Who had a piece of evidence in hand, and when; append-only. */
@Entity()
@Check(`act IN ('${CUSTODY_ACTS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class CustodyRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') evidenceId!: string;
  @Column('text') act!: (typeof CUSTODY_ACTS)[number];
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
}

/** A person who may open a restricted piece; nobody else knows that it exists. */
@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Person, ['grantedBy'], ['id'])
export class EvidenceGrant {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('uuid') grantedBy!: string;
  @Column('text') reason!: string;
  @Column('date', { nullable: true }) endsOn!: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
}
