import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Evidence } from './evidence.entity.js';

export const DECISIONS = ['restore', 'erase'] as const;
export type Decision = (typeof DECISIONS)[number];

/** A piece taken out of sight by one person at once; two others, or one of them and that one, restore or erase it. */
@Entity()
@Check(`decision IN ('${DECISIONS.join("', '")}')`)
@Check('requested_by <> confirmed_by')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Person, ['requestedBy'], ['id'])
@ForeignKey(() => Person, ['confirmedBy'], ['id'])
export class EvidenceWithdrawal extends AddedRow {
  @Column('uuid') evidenceId!: string;
  @Column('bytea') reasonHash!: Buffer;
  /** What the first of the two asked for. */
  @Column('text', { nullable: true }) decision!: Decision | null;
  @Column('uuid', { nullable: true }) requestedBy!: string | null;
  @Column('timestamptz', { nullable: true }) requestedAt!: Date | null;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
}
