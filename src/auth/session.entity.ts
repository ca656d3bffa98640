import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LinkedIdentity } from '../identity-providers/linked-identity.entity.js';
import { Account } from './account.entity.js';

/** Somebody signed in on one browser. What ends, ends at once: every request asks for it anew. */
@Entity()
@Check('octet_length(token_hash) = 32')
@Check('octet_length(network) = 32')
@ForeignKey(() => Account, ['accountId'], ['id'])
@ForeignKey(() => LinkedIdentity, ['identityId'], ['id'])
export class Session {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  /** SHA-256 of the secret in the cookie. */
  @Column('bytea', { unique: true }) tokenHash!: Buffer;
  /** A mark of where it was started from, which only tells whether another one was started there too. */
  @Column('bytea', { nullable: true }) network!: Buffer | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) authenticatedAt!: Date;
  /** Noted once a minute; 30 minutes without any end the session. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) usedAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  /** Where an organization's provider said who it is, and no password was given: then it opens that organization's membership alone. */
  @Column('uuid', { nullable: true }) identityId!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
