import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Membership } from './membership.entity.js';
import { Person } from './person.entity.js';
import { Workspace } from './workspace.entity.js';

/** A role that takes two administrators to give: one asks for it, another confirms, and neither is the member. */
@Entity()
@Check(`role = 'verifier'`)
@Check('requested_by <> person_id AND confirmed_by <> person_id AND requested_by <> confirmed_by')
@Check('(confirmed_by IS NULL) = (confirmed_at IS NULL)')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Membership, ['workspaceId', 'membershipId'], ['workspaceId', 'id'])
@ForeignKey(() => Membership, ['workspaceId', 'personId'], ['workspaceId', 'personId'])
@ForeignKey(() => Person, ['requestedBy'], ['id'])
@ForeignKey(() => Person, ['confirmedBy'], ['id'])
export class RoleRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') membershipId!: string;
  /** Whose membership it is: persons are compared, not accounts. */
  @Column('uuid') personId!: string;
  @Column('text') role!: 'verifier';
  @Column('uuid') requestedBy!: string;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
}
