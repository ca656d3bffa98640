import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** What somebody has besides their password. It counts from when it was confirmed until it is taken away. */
@Entity()
@Check(`kind IN ('authenticator')`)
@Check(`name <> ''`)
@ForeignKey(() => Account, ['accountId'], ['id'])
export class SecondFactor {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  /** An app that makes a code every thirty seconds. */
  @Column('text') kind!: 'authenticator';
  /** Their own words, to know it again. */
  @Column('text') name!: string;
  /** Sealed by AuthKeys, bound to this row. */
  @Column('bytea') sealedSecret!: Buffer;
  /** The last of the thirty seconds, counted since 1970, whose code was used: none of it or before is taken again. */
  @Column('bigint', { default: 0 }) lastStep!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  /** When one right code showed that the app has the secret. */
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
