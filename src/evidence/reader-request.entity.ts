import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Membership } from '../organizations/membership.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Evidence } from './evidence.entity.js';

/** That somebody be named on a restricted piece: asked by who may open it, of one administrator, for a third person. */
@Entity()
@Check(`reason <> ''`)
@Check('requested_by <> person_id AND asked_of <> person_id AND requested_by <> asked_of')
@Check('(decision IS NULL) = (decided_at IS NULL)')
@Check(`decision IN ('confirmed', 'declined')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Membership, ['workspaceId', 'personId'], ['workspaceId', 'personId'])
@ForeignKey(() => Membership, ['workspaceId', 'askedOf'], ['workspaceId', 'personId'])
@ForeignKey(() => Person, ['requestedBy'], ['id'])
export class ReaderRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') evidenceId!: string;
  /** Who is to be named: persons are compared, not accounts. */
  @Column('uuid') personId!: string;
  /** Read by whoever may open the piece and by the administrator who is asked; erased with the piece. */
  @Column('text') reason!: string;
  @Column('date') endsOn!: string;
  @Column('uuid') requestedBy!: string;
  @Column('uuid') organizationId!: string;
  /** The administrator who confirms or declines. */
  @Column('uuid') askedOf!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('text', { nullable: true }) decision!: 'confirmed' | 'declined' | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
}
