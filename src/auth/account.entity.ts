import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '../organizations/person.entity.js';

/** What a person signs in with. Only the role of sign-in reads it. */
@Entity()
@Check(`email = lower(email) AND email ~ '^[^@]+@[^@]+$'`)
@ForeignKey(() => Person, ['personId'], ['id'])
export class Account {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  /** In lower case. */
  @Column('text', { unique: true }) email!: string;
  /** Argon2id, with its parameters. */
  @Column('text') passwordHash!: string;
  /** An invented account with a known password: production refuses it. */
  @Column('boolean', { default: false }) isDemonstration!: boolean;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
}
