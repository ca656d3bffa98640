// Who calls: members of every role with tokens and browsers, somebody from elsewhere, and nobody.

import { createHash, randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { v7 as uuid } from 'uuid';
import type { Role } from '../../src/access/actor.js';
import type { Factories, Member } from '../factories/factories.js';
import { ORIGIN } from '../support/world.js';

export interface Caller {
  name: string;
  roles: string[];
  member?: Member;
  email?: string;
  headers: Record<string, string>;
  /** By cookie: requests that write need more than the cookie. */
  isBrowser: boolean;
}

export const PASSWORD = 'the fuzz knows this one';
/** Cheap, so that the run is quick: verifying takes the cost from the hash. */
const CHEAP = hash(PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 });
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export const NOBODY: Caller = { name: 'nobody', roles: [], headers: {}, isBrowser: false };

/** A member, with an address and PASSWORD, as a program that sends a token. */
export async function program(a: Factories, name: string, roles: Role[], organizationId?: string): Promise<Caller> {
  const member = await a.member({ name, roles, ...(organizationId === undefined ? {} : { organizationId }) });
  const email = `${uuid()}@fuzz.example`;
  await a.rows('UPDATE account SET password_hash = $1, email = $2 WHERE id = $3', [
    await CHEAP,
    email,
    member.actor.accountId,
  ]);
  return {
    name: `${name}'s program`,
    roles,
    member,
    email,
    headers: { authorization: `Bearer ${member.token}` },
    isBrowser: false,
  };
}

/** The same person in a browser, signed in some seconds ago. */
export async function browser(a: Factories, caller: Caller, secondsAgo = 0): Promise<Caller & { sessionId: string }> {
  const secret = randomBytes(32).toString('base64url');
  const sessionId = await a.insert('session', {
    id: uuid(),
    account_id: caller.member?.actor.accountId,
    token_hash: digest(secret),
    authenticated_at: new Date(Date.now() - secondsAgo * 1000),
    expires_at: new Date(Date.now() + 3_600_000),
  });
  const headers = { cookie: `heed_session=${secret}`, origin: ORIGIN, 'x-heed-request': '1' };
  return {
    ...caller,
    name: caller.name.replace('program', secondsAgo > 0 ? 'old browser' : 'browser'),
    headers,
    isBrowser: true,
    sessionId,
  };
}

/** The secret of a link with which the caller's account is recovered. */
export async function recoveryOf(a: Factories, { member }: Caller): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await a.insert('recovery', {
    id: uuid(),
    account_id: member?.actor.accountId,
    token_hash: digest(secret),
    expires_at: new Date(Date.now() + 3_600_000),
  });
  return secret;
}
