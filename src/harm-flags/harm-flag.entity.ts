import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

/** That a piece could harm somebody if it went beyond the coalition: set by one person at once, taken off by two. */
@Entity()
@Check('removal_asked_by <> removed_by')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Person, ['removalAskedBy'], ['id'])
@ForeignKey(() => Person, ['removedBy'], ['id'])
export class HarmFlag extends AddedRow {
  @Column('uuid') evidenceId!: string;
  @Column('bytea') reasonHash!: Buffer;
  /** The first of the two. */
  @Column('uuid', { nullable: true }) removalAskedBy!: string | null;
  @Column('timestamptz', { nullable: true }) removalAskedAt!: Date | null;
  @Column('uuid', { nullable: true }) removedBy!: string | null;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
