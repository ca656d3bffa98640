import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../auth/account.entity.js';
import { IdentityProvider } from './identity-provider.entity.js';

/** That an account is who a provider means by a subject. Only the account's owner says so, while signed in here. */
@Entity()
@Check('octet_length(subject_mark) = 32')
@ForeignKey(() => Account, ['accountId'], ['id'])
@ForeignKey(() => IdentityProvider, ['providerId'], ['id'])
export class LinkedIdentity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('uuid') providerId!: string;
  /** Of issuer and subject together; AuthKeys makes it. */
  @Column('bytea') subjectMark!: Buffer;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
