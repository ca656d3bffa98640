import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

/** Where the members of an organization prove who they are, beside Heed's own sign-in (OpenID Connect). */
@Entity()
@Check(`code ~ '^[a-z2-9]{4}(-[a-z2-9]{4}){2}$'`)
@Check(`issuer ~ '^https?://'`)
@Check(`client_id <> ''`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
export class IdentityProvider extends EditableRow {
  @Column('uuid') organizationId!: string;
  /** Drawn by lot: the end of the address at which its people sign in, so that it tells nobody who is here. */
  @Column('text', { unique: true }) code!: string;
  @Column('text') issuer!: string;
  @Column('text') clientId!: string;
  /** Sealed by AuthKeys, bound to this row. */
  @Column('bytea') sealedSecret!: Buffer;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
