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
  'reader-named',
  'reader-ended',
  'copy-opened',
  'lowered',
] as const;

/** Who had a piece of evidence in hand, and when; append-only. */
@Entity()
@Check(`act IN ('${CUSTODY_ACTS.join("', '")}')`)
@Check(`(act = 'copy-opened') = (copy_sha256 IS NOT NULL)`)
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
  /** Of the working copy that was made of the file. */
  @Column('bytea', { nullable: true }) copySha256!: Buffer | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
}
