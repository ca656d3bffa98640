// People with passwords and browsers, where a member with a token is not what the test is about.

import { createHash, randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { type Answer, ORIGIN, type World } from './world.js';

export const PASSWORD = 'correct horse battery';
/** Cheap, so that tests are quick: verifying takes the cost from the hash. */
const CHEAP = hash(PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 });

export const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Gives a member an e-mail address and PASSWORD. */
export async function withPassword(
  world: Pick<World, 'a'>,
  member: Member,
  email = `${uuid()}@test.example`,
): Promise<string> {
  await world.a.rows('UPDATE account SET password_hash = $1, email = $2 WHERE id = $3', [
    await CHEAP,
    email,
    member.actor.accountId,
  ]);
  return email;
}

export interface Browser {
  headers: Record<string, string>;
  sessionId: string;
  /** Paths under the workspace. */
  get: (path: string) => Promise<Answer>;
  post: (path: string, body?: unknown) => Promise<Answer>;
  patch: (path: string, body: unknown, version?: number) => Promise<Answer>;
  delete: (path: string, version?: number) => Promise<Answer>;
}

/** A browser in which the member signed in just now, or some seconds ago. */
export async function browserOf(
  world: Pick<World, 'a' | 'at'>,
  member: Member,
  secondsAgo = 0,
  slug = world.a.slug,
): Promise<Browser> {
  const secret = randomBytes(32).toString('base64url');
  const sessionId = uuid();
  await world.a.insert('session', {
    id: sessionId,
    account_id: member.actor.accountId,
    token_hash: digest(secret),
    authenticated_at: new Date(Date.now() - secondsAgo * 1000),
    expires_at: new Date(Date.now() + 3_600_000),
  });
  const headers = { cookie: `heed_session=${secret}`, origin: ORIGIN, 'x-heed-request': '1' };
  const caller = world.at(headers);
  const at = (path: string): string => `/api/v1/workspaces/${slug}${path}`;
  return {
    headers,
    sessionId,
    get: (path) => caller.get(at(path)),
    post: (path, body) => caller.post(at(path), body),
    patch: (path, body, version) => caller.patch(at(path), body, version),
    delete: (path, version) => caller.delete(at(path), version),
  };
}

/** What the log says last about an action in the workspace, or outside any. */
export function eventsOf(
  world: World,
  action: string,
): Promise<
  {
    outcome: string;
    person_id: string | null;
    object_id: string | null;
    details: Buffer;
    workspace_id: string | null;
  }[]
> {
  return world.a.rows(
    'SELECT outcome, person_id, object_id, details, workspace_id FROM audit_event WHERE action = $1 ORDER BY at',
    [action],
  );
}
