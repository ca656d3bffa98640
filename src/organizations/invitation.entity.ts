import { Check, Column, Entity, ForeignKey } from 'typeorm';
import type { Role } from '../access/actor.js';
import { EditableRow } from '../common/row.js';
import { Organization } from './organization.entity.js';
import { Person } from './person.entity.js';
import { Workspace } from './workspace.entity.js';

/** An offer of membership to whoever holds its link and the e-mail address; works once, for seven days. */
@Entity()
@Check(`email = lower(email) AND email ~ '^[^@]+@[^@]+$'`)
@Check(`cardinality(roles) > 0 AND roles <@ ARRAY['administrator', 'editor', 'verifier', 'partner', 'auditor']`)
@Check('octet_length(token_hash) = 32')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Person, ['invitedBy'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
export class Invitation extends EditableRow {
  @Column('uuid') organizationId!: string;
  @Column('text') email!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('bytea', { unique: true }) tokenHash!: Buffer;
  @Column('uuid') invitedBy!: string;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}
