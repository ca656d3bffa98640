// Signing in with one's organization, as the page does it: begin, go to the provider, come back.

import type { Member } from '../factories/factories.js';
import type { RunningProvider } from './identity-provider.js';
import { type Browser, browserOf } from './people.js';
import { cookiesOf } from './second-factors.js';
import { type Answer, ORIGIN, type World } from './world.js';

type Reached = Pick<World, 'a' | 'at'>;

export const SIGN_INS = '/api/v1/auth/provider-sign-ins';
export const ANSWERS = `${SIGN_INS}/answers`;
export const OWN = '/api/v1/me/identity-providers';
export const IDENTITIES = '/api/v1/me/identities';

/** A provider as an administrator has set it: its id and code. */
export async function setUp(
  world: Reached,
  administrator: Member,
  running: RunningProvider,
  given: Record<string, unknown> = {},
): Promise<{ id: string; code: string }> {
  const browser = await browserOf(world, administrator, 0, given['slug'] as string | undefined);
  const { issuer, clientId, clientSecret } = running;
  const { organizationId } = administrator.actor;
  const { slug: _, ...more } = given;
  const body = { organizationId, issuer, clientId, clientSecret, ...more };
  const { status, body: made } = await browser.post('/identity-providers', body);
  if (status !== 201) throw new Error(`Not set up: ${JSON.stringify(made)}`);
  return { id: made['id'] as string, code: made['code'] as string };
}

/** Where the browser is sent, and the cookie that it keeps. */
export async function begin(world: Reached, code: string): Promise<{ address: string; cookie: string }> {
  const { status, body, headers } = await world.at({ origin: ORIGIN }).post(SIGN_INS, { code });
  if (status !== 200) throw new Error(`Not begun: ${JSON.stringify(body)}`);
  return { address: body['address'] as string, cookie: cookiesOf(headers['set-cookie'], 'heed_provider') };
}

export const comeBack = (world: Reached, cookie: string, answer: string): Promise<Answer> =>
  world.at({ origin: ORIGIN, cookie }).post(ANSWERS, { answer });

/** All of it, under a name at the provider. */
export async function signInAt(world: Reached, running: RunningProvider, code: string, name: string): Promise<Answer> {
  const { address, cookie } = await begin(world, code);
  return comeBack(world, cookie, await running.visit(address, name));
}

/** A member links whom the provider calls by a name. */
export async function link(
  world: Reached,
  member: Member,
  running: RunningProvider,
  providerId: string,
  name: string,
  browser?: Browser,
): Promise<Answer> {
  const { headers } = browser ?? (await browserOf(world, member));
  const begun = await world.at(headers).post(`${OWN}/${providerId}/link`);
  if (begun.status !== 200) return begun;
  const cookie = `${headers['cookie'] ?? ''}; ${cookiesOf(begun.headers['set-cookie'], 'heed_provider')}`;
  const answer = await running.visit(begun.body['address'] as string, name);
  return world.at({ ...headers, cookie }).post(IDENTITIES, { answer });
}

/** The browser of whoever has signed in. */
export const sessionOf = ({ headers }: Answer): Record<string, string> => ({
  cookie: cookiesOf(headers['set-cookie'], 'heed_session'),
  origin: ORIGIN,
  'x-heed-request': '1',
});
