import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** One of ten codes on paper that each stand in once for a second factor that is lost. */
@Entity()
@Check('octet_length(mark) = 32')
@Check('used_at IS NULL OR ended_at IS NULL')
@ForeignKey(() => Account, ['accountId'], ['id'])
export class RecoveryCode {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  /** Of the account and the code; AuthKeys makes it. */
  @Column('bytea', { unique: true }) mark!: Buffer;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  /** By newer codes, or with the last second factor. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
