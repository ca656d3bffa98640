import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What a browser is asked to sign with a passkey, once, for five minutes. */
@Entity()
@Check('octet_length(bound_to) = 32')
@Check('octet_length(challenge) = 32')
export class PasskeyChallenge {
  /** A mark of the sign-in, or of the passkey being added, that it counts for and for nothing else; AuthKeys makes it. */
  @PrimaryColumn('bytea') boundTo!: Buffer;
  @Column('bytea') challenge!: Buffer;
  @Column('timestamptz') endsAt!: Date;
}
