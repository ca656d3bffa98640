import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Role } from '../access/actor.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Account } from './account.entity.js';

/** What a program signs in with: acts for its maker in one workspace with one role, while the maker holds that role. */
@Entity()
@Check(`name <> ''`)
@Check(`role IN ('administrator', 'editor', 'verifier', 'partner', 'auditor')`)
@Check('octet_length(token_hash) = 32')
@ForeignKey(() => Account, ['accountId'], ['id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class AccessToken {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('uuid') workspaceId!: string;
  @Column('text') name!: string;
  @Column('text') role!: Role;
  /** SHA-256 of the whole token. */
  @Column('bytea', { unique: true }) tokenHash!: Buffer;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
