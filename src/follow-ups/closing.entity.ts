import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { FollowUp } from './follow-up.entity.js';

export const CLOSING_KINDS = ['overtaken-by-events', 'superseded', 'withdrawn-by-us', 'duplicate'] as const;

/** That a follow-up was closed or reopened, append-only. Not a state of an axis; it stops the clocks. */
@Entity()
@Check(`kind IN ('${CLOSING_KINDS.join("', '")}')`)
@Check(`act IN ('closed', 'reopened')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => FollowUp, ['workspaceId', 'followUpId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class Closing extends AddedRow {
  @Column('uuid') followUpId!: string;
  @Column('text') act!: 'closed' | 'reopened';
  @Column('text', { nullable: true }) kind!: (typeof CLOSING_KINDS)[number] | null;
  @Column('text', { nullable: true }) occurredOn!: string | null;
  @Column('date') occurredLast!: string;
  @Column('bytea', { nullable: true }) reasonHash!: Buffer | null;
}
