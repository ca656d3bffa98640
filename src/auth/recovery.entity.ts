import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** A link with which whoever holds it sets an account's password anew: works once, for an hour. */
@Entity()
@Check('octet_length(token_hash) = 32')
@Check('used_at IS NULL OR ended_at IS NULL')
@ForeignKey(() => Account, ['accountId'], ['id'])
export class Recovery {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  /** SHA-256 of the secret in the link. */
  @Column('bytea', { unique: true }) tokenHash!: Buffer;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  /** By a later link, or because the password was changed meanwhile. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
