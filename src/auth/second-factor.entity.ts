import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** What somebody has besides their password. It counts from when it was confirmed until it is taken away. */
@Entity()
@Check(`kind IN ('authenticator', 'passkey')`)
@Check(`name <> ''`)
@Check('octet_length(credential_id) BETWEEN 1 AND 1023')
@Check(`(kind = 'authenticator') = (sealed_secret IS NOT NULL)`)
@Check(`(kind = 'passkey' AND confirmed_at IS NOT NULL) = (credential_id IS NOT NULL)`)
@Check('(credential_id IS NULL) = (public_key IS NULL)')
@ForeignKey(() => Account, ['accountId'], ['id'])
export class SecondFactor {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  /** An app that makes a code every thirty seconds, or a passkey that signs. */
  @Column('text') kind!: 'authenticator' | 'passkey';
  /** Their own words, to know it again. */
  @Column('text') name!: string;
  /** Of an app: sealed by AuthKeys, bound to this row. */
  @Column('bytea', { nullable: true }) sealedSecret!: Buffer | null;
  /** The last of the thirty seconds, counted since 1970, whose code was used: none of it or before is taken again. */
  @Column('bigint', { default: 0 }) lastStep!: string;
  /** Of a passkey that counts: how browsers call it, and its public key (COSE). */
  @Column('bytea', { nullable: true, unique: true }) credentialId!: Buffer | null;
  @Column('bytea', { nullable: true }) publicKey!: Buffer | null;
  /** How often a passkey signed; one that does not go forward is a copy. Many count nothing and say 0. */
  @Column('bigint', { default: 0 }) signCount!: string;
  /** How a browser reaches a passkey: internal, hybrid, usb. */
  @Column('text', { array: true, default: '{}' }) transports!: string[];
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  /** When one right code showed that the app has the secret, or the passkey was made. */
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
