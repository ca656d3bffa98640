import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One tracker, shared by a coalition of organizations. The tenant: nothing crosses it. */
@Entity()
@Check(`slug ~ '^[a-z][a-z0-9-]{1,39}$'`)
export class Workspace {
  @PrimaryColumn('uuid') id!: string;
  /** Its name in paths. */
  @Column('text', { unique: true }) slug!: string;
  @Column('text') name!: string;
  /** IANA name: days and overdue are told in it. */
  @Column('text', { default: 'UTC' }) timeZone!: string;
  /** Languages that labels of workflows must have. */
  @Column('text', { array: true, default: ['en', 'ko'] }) languages!: string[];
  /** Whether what links lead to is fetched and kept: the sites learn that somebody looks, so only where it is wanted. */
  @Column('boolean', { default: false }) keepsCopies!: boolean;
  /** Of administrators, verifiers and whoever is named on restricted evidence. */
  @Column('boolean', { default: false }) requiresSecondFactor!: boolean;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) updatedAt!: Date;
}
