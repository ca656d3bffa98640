// An app that makes codes, as a person would hold it in their hand.

import { generateSync } from 'otplib';
import { v7 as uuid } from 'uuid';
import { AuthKeys } from '../../src/auth/auth-keys.js';
import { newAuthenticatorSecret } from '../../src/auth/authenticator.js';
import type { Factories, Member } from '../factories/factories.js';
import { MASTER_KEY } from './settings.js';

const STEP_SECONDS = 30;
const keys = new AuthKeys(MASTER_KEY);

export interface Authenticator {
  id: string;
  /** The code that the app shows now, or so many times thirty seconds later or earlier. */
  code: (steps?: number) => string;
}

/** The app, once it has a secret. */
export const authenticatorOf = (id: string, secret: string): Authenticator => ({
  id,
  code: (steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * STEP_SECONDS }),
});

/** A member who set up an app before, or began to. */
export async function withAuthenticator(
  { a }: { a: Factories },
  member: Member,
  isConfirmed = true,
): Promise<Authenticator> {
  const id = uuid();
  const secret = newAuthenticatorSecret();
  await a.insert('second_factor', {
    id,
    account_id: member.actor.accountId,
    kind: 'authenticator',
    name: 'My phone',
    sealed_secret: keys.seal('second factors', id, Buffer.from(secret)),
    confirmed_at: isConfirmed ? new Date() : null,
  });
  return authenticatorOf(id, secret);
}

/** What a browser holds after a right password. */
export async function halfSignedIn({ a }: { a: Factories }, member: Member): Promise<string> {
  const id = member.actor.accountId;
  const [account] = await a.rows<{ password_hash: string }>('SELECT password_hash FROM account WHERE id = $1', [id]);
  const ends = String(Math.floor(Date.now() / 1000) + 60);
  const mark = keys.mark('second steps', id, account?.password_hash ?? '', ends).toString('base64url');
  return `heed_step=${id}.${ends}.${mark}`;
}

/** What of an answer's cookies a browser sends back: those of these names, or all. */
export function cookiesOf(given: string | string[] | undefined, ...names: string[]): string {
  const pairs = [given ?? []].flat().map((cookie) => cookie.split(';')[0] ?? '');
  return pairs.filter((pair) => names.length === 0 || names.includes(pair.split('=')[0] ?? '')).join('; ');
}
