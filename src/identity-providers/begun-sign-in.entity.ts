import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Session } from '../auth/session.entity.js';
import { IdentityProvider } from './identity-provider.entity.js';

/** Somebody went to a provider and is to come back, once, within ten minutes, in the same browser. */
@Entity()
@Check('octet_length(state_hash) = 32')
@ForeignKey(() => IdentityProvider, ['providerId'], ['id'])
@ForeignKey(() => Session, ['sessionId'], ['id'])
export class BegunSignIn {
  /** SHA-256 of the state, which is drawn from the secret in the browser's cookie. */
  @PrimaryColumn('bytea') stateHash!: Buffer;
  @Column('uuid') providerId!: string;
  /** Of whoever links it with their account; null where it is to sign somebody in. */
  @Column('uuid', { nullable: true }) sessionId!: string | null;
  @Column('timestamptz') endsAt!: Date;
}
