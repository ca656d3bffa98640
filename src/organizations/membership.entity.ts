import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import type { Role } from '../access/actor.js';
import { EditableRow } from '../common/row.js';
import { Organization } from './organization.entity.js';
import { Person } from './person.entity.js';
import { Workspace } from './workspace.entity.js';

/** What a person is in a workspace: one organization, one or more roles, from a day on and maybe to a last one. */
@Entity()
@Unique(['workspaceId', 'id'])
@Unique(['workspaceId', 'personId'])
@Unique(['workspaceId', 'pseudonym'])
@Check(`cardinality(roles) > 0 AND roles <@ ARRAY['administrator', 'editor', 'verifier', 'partner', 'auditor']`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
export class Membership extends EditableRow {
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  /** Their name, in `words`. */
  @Column('bytea') nameHash!: Buffer;
  /** What other organizations see instead of the name; never changes. */
  @Column('text') pseudonym!: string;
  @Column('text', { array: true }) roles!: Role[];
  /** For auditors: organization-level things of all organizations are open to them. */
  @Column('boolean', { default: false }) readsAll!: boolean;
  @Column('date') startsOn!: string;
  /** The last day. */
  @Column('date', { nullable: true }) endsOn!: string | null;
}
