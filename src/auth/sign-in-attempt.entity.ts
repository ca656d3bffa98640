import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How often signing in failed of late, for an account, a network, or both together; gone soon after its end. */
@Entity()
@Check('octet_length(mark) = 32')
@Check('failures >= 0')
export class SignInAttempt {
  /** Of what is counted; AuthKeys makes it. */
  @PrimaryColumn('bytea') mark!: Buffer;
  @Column('integer') failures!: number;
  /** From then on it counts anew. */
  @Column('timestamptz') endsAt!: Date;
}
