import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A human being, whatever accounts and memberships they have. Says nothing about them: names live in `words`. */
@Entity()
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
}
