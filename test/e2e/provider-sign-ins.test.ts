// Signing in with one's organization, against a provider that runs, and what must not get anybody in.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { type Altered, RunningProvider } from '../support/identity-provider.js';
import { browserOf, eventsOf, withPassword } from '../support/people.js';
import * as going from '../support/provider-sign-ins.js';
import { openedEvents, refused } from '../support/record.js';
import { cookiesOf, withAuthenticator } from '../support/second-factors.js';
import { type Answer, nameNear, openWorld, ORIGIN, type World } from '../support/world.js';

let ours: RunningProvider;
let theirs: RunningProvider;
let down: RunningProvider;
let world: World;
let administrator: Member;
let member: Member;
let provider: { id: string; code: string };

beforeAll(async () => {
  [ours, theirs, down] = await Promise.all([RunningProvider.start(), RunningProvider.start(), RunningProvider.start()]);
  nameNear(ours.host, theirs.host, down.host);
  await down.stop();
});
afterAll(() => Promise.all([ours.stop(), theirs.stop()]));

beforeEach(async () => {
  world = await openWorld();
  administrator = await world.a.member({ roles: ['administrator'] });
  member = await world.a.member();
  await withPassword(world, member);
  provider = await going.setUp(world, administrator, ours);
});
afterEach(() => world.close());

const linked = (name = 'hana'): Promise<Answer> => going.link(world, member, ours, provider.id, name);
const signIn = (name = 'hana'): Promise<Answer> => going.signInAt(world, ours, provider.code, name);
const codeOf = ({ status, body }: Answer): unknown[] => [status, body['code']];
const sessions = () => world.a.rows('SELECT id FROM session WHERE identity_id IS NOT NULL AND ended_at IS NULL');
const FAILED = [401, 'provider-sign-in-failed'];
const OPENS_NOTHING = [401, 'not-vouched-for'];
/** Why the log says that a provider was not believed; administrators read it, whoever was refused does not. */
const reasons = async () =>
  (await openedEvents(world, provider.id))
    .filter(({ action }) => action === 'identity-provider.refused')
    .map(({ details }) => details['reason']);

describe('signing in with one’s organization', () => {
  it('opens the membership to which it was linked, and says in the log through which identity', async () => {
    const { status, body } = await linked();
    expect([status, body['items'].length, body['items'][0].identity.usedAt]).toEqual([200, 1, null]);
    const answer = await signIn();
    expect(answer.status).toBe(200);
    expect(answer.body['memberships']).toMatchObject([{ workspace: { slug: world.a.slug } }]);
    const inside = world.at(going.sessionOf(answer));
    expect((await inside.get(`/api/v1/workspaces/${world.a.slug}/themes`)).status).toBe(200);
    const [{ id } = { id: '' }] = await world.a.rows<{ id: string }>('SELECT id FROM linked_identity');
    const [started] = await openedEvents(world, answer.body['sessionId']);
    expect(started).toMatchObject({ action: 'session.started', details: { identityId: id } });
    expect((await openedEvents(world, id)).map(({ action }) => action)).toEqual(['identity.linked']);
    expect(await world.a.rows('SELECT used_at IS NOT NULL AS used FROM linked_identity')).toEqual([{ used: true }]);
  });

  it('goes to the provider with a code challenge, a state and a nonce, and comes back to our own address alone', async () => {
    const { address, cookie } = await going.begin(world, provider.code.toUpperCase());
    const query = Object.fromEntries(new URL(address).searchParams);
    expect(address.startsWith(`${ours.issuer}/auth?`)).toBe(true);
    expect(query).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: `${ORIGIN}/sign-in/return`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query[name]).toMatch(/^[\w-]{43}$/);
    const [kept] = await world.a.rows<Record<string, unknown>>('SELECT * FROM begun_sign_in');
    for (const secret of [query['state'], query['nonce'], cookie.split('=')[1]])
      expect(JSON.stringify(kept)).not.toContain(secret);
    const begun = await world.at({ origin: ORIGIN }).post(going.SIGN_INS, { code: provider.code });
    expect(String(begun.headers['set-cookie'])).toMatch(
      /heed_provider=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Strict/,
    );
  });

  it('tells of no account: unlinked and unknown people read the same', async () => {
    const one = await signIn('nobody-knows');
    expect(codeOf(one)).toEqual(OPENS_NOTHING);
    await linked();
    await world.a.rows('UPDATE account SET disabled_at = clock_timestamp() WHERE id = $1', [member.actor.accountId]);
    const other = await signIn();
    expect({ ...other.body, requestId: '' }).toEqual({ ...one.body, requestId: '' });
    expect(await sessions()).toEqual([]);
  });

  it('asks Heed’s own second factor, whatever the provider asked', async () => {
    await linked();
    const app = await withAuthenticator(world, member);
    const half = await signIn();
    expect(codeOf(half)).toEqual([401, 'second-factor-asked']);
    expect(await sessions()).toEqual([]);
    const cookie = cookiesOf(half.headers['set-cookie'], 'heed_step');
    const step = (code: string, with_ = cookie) =>
      world.at({ origin: ORIGIN, cookie: with_ }).post('/api/v1/auth/second-factor', { code });
    // What was vouched for can't be turned into what a password opened.
    expect(codeOf(await step(app.code(), cookie.replace(/\.[0-9a-f-]{36}$/, '')))).toEqual([401, 'password-first']);
    const whole = await step(app.code());
    expect(whole.status).toBe(200);
    expect(await sessions()).toHaveLength(1);
  });

  it('knows keys that the provider changed', async () => {
    await linked();
    await ours.rotate();
    expect((await signIn()).status).toBe(200);
  });

  it('says clearly that a provider is down, and leaves the password', async () => {
    await world.a.rows('UPDATE identity_provider SET issuer = $1 WHERE id = $2', [down.issuer, provider.id]);
    const { status, body } = await world.at({ origin: ORIGIN }).post(going.SIGN_INS, { code: provider.code });
    expect([status, body['code'], body['title']]).toEqual([
      503,
      'provider-unavailable',
      "Your organization's sign-in does not answer",
    ]);
    expect(await reasons()).toEqual(['unreachable']);
  });
});

describe('a session through a provider', () => {
  let inside: ReturnType<World['at']>;
  beforeEach(async () => {
    await linked();
  });
  const enter = async () => (inside = world.at(going.sessionOf(await signIn())));

  it('reaches no other workspace of the same person', async () => {
    const elsewhere = await world.a.otherWorkspace();
    await elsewhere.member({ personId: member.actor.personId });
    await enter();
    const there = `/api/v1/workspaces/${elsewhere.slug}`;
    expect((await inside.get(`${there}/themes`)).status).toBe(404);
    expect((await inside.get('/api/v1/me')).body).toMatchObject({ isThroughProvider: true, memberships: [{}] });
    expect((await inside.get('/api/v1/workspaces')).body['items']).toHaveLength(1);
    const whole = world.at((await browserOf(world, member)).headers);
    expect((await whole.get(`${there}/themes`)).status).toBe(200);
    expect((await whole.get('/api/v1/me')).body).toMatchObject({ isThroughProvider: false, memberships: [{}, {}] });
  });

  it('is never a fresh sign-in, and touches nothing that one signs in with', async () => {
    await world.a.rows(`UPDATE membership SET roles = '{administrator}' WHERE id = $1`, [member.actor.membershipId]);
    await enter();
    const here = `/api/v1/workspaces/${world.a.slug}`;
    const asks: [string, string, unknown?][] = [
      ['POST', `${here}/organizations`, { name: 'Another' }],
      ['POST', '/api/v1/me/tokens', { name: 'x', workspace: world.a.slug, role: 'administrator' }],
      ['GET', '/api/v1/me/sessions'],
      ['GET', '/api/v1/me/tokens'],
      ['GET', '/api/v1/me/second-factors'],
      ['GET', going.OWN],
      ['POST', `${going.OWN}/${provider.id}/link`],
      ['PATCH', '/api/v1/me/password', { current: 'x', new: 'lantern orbit quiet river' }],
      ['POST', '/api/v1/me/second-factors/authenticators', { password: 'x', name: 'x' }],
    ];
    for (const [method, path, body] of asks) {
      const answer = await inside.send(method as 'POST', path, body);
      expect([path, ...codeOf(answer)]).toEqual([path, 401, 'sign-in-again']);
    }
    expect((await inside.post('/api/v1/auth/sign-out')).status).toBe(204);
  });

  it.each<[string, string]>([
    ['the membership ends', `UPDATE membership SET ends_on = '2020-02-02' WHERE id = $1`],
    ['the membership is of another organization', `UPDATE membership SET organization_id = $2 WHERE id = $1`],
  ])('ends when %s', async (_, sql) => {
    await enter();
    expect((await inside.get('/api/v1/me')).status).toBe(200);
    const other = await world.a.organization('Elsewhere');
    await world.a.rows(sql, sql.includes('$2') ? [member.actor.membershipId, other] : [member.actor.membershipId]);
    expect((await inside.get('/api/v1/me')).status).toBe(401);
    expect(codeOf(await signIn())).toEqual(OPENS_NOTHING);
  });

  it('ends when it is unlinked, and when the provider is removed', async () => {
    await enter();
    const browser = world.at((await browserOf(world, member)).headers);
    const { identity } = (await browser.get(going.OWN)).body['items'][0];
    expect((await browser.delete(`${going.IDENTITIES}/${identity.id}`)).status).toBe(204);
    expect((await inside.get('/api/v1/me')).status).toBe(401);
    expect(codeOf(await signIn())).toEqual(OPENS_NOTHING);
    expect((await openedEvents(world, identity.id)).map(({ action }) => action)).toEqual([
      'identity.linked',
      'identity.unlinked',
    ]);
    await linked();
    await enter();
    const owner = await browserOf(world, administrator);
    expect((await owner.delete(`/identity-providers/${provider.id}`, 1)).status).toBe(204);
    expect((await inside.get('/api/v1/me')).status).toBe(401);
    expect((await world.at({ origin: ORIGIN }).post(going.SIGN_INS, { code: provider.code })).status).toBe(404);
    // The same provider set up anew is another one: nobody finds their old links behind it.
    provider = await going.setUp(world, administrator, ours);
    expect(codeOf(await signIn())).toEqual(OPENS_NOTHING);
  });

  it('and its link end with a recovery', async () => {
    await enter();
    const { RecoveriesService } = await import('../../src/auth/recoveries.service.js');
    const [{ email } = { email: '' }] = await world.a.rows<{ email: string }>(
      'SELECT email FROM account WHERE id = $1',
      [member.actor.accountId],
    );
    const offered = await world.app.get(RecoveriesService).offer(email, 'test');
    const used = await world
      .at({ origin: ORIGIN })
      .post(`/api/v1/auth/recoveries/${offered?.token ?? ''}`, { password: 'lantern orbit quiet river' });
    expect(used.status).toBe(200);
    expect((await inside.get('/api/v1/me')).status).toBe(401);
    expect(codeOf(await signIn())).toEqual(OPENS_NOTHING);
  });
});

describe('what gets nobody in', () => {
  beforeEach(() => linked());

  it.each<[string, Altered]>([
    ['for another audience', { claims: { aud: 'another-client' } }],
    ['of another issuer', { claims: { iss: 'https://login.example.evil' } }],
    ['with another nonce', { claims: { nonce: 'x'.repeat(43) } }],
    ['without a nonce', { claims: { nonce: null } }],
    ['that has expired', { claims: { iat: 1_700_000_000, exp: 1_700_000_300 } }],
    ['of nobody', { claims: { sub: '' } }],
    ['that is not signed', { header: { alg: 'none' }, signed: 'not at all' }],
    ['that is signed with the client’s secret', { header: { alg: 'HS256' }, signed: 'with the secret' }],
    ['that is signed with another key', { signed: 'with another key' }],
    ['of a key that the provider has not', { header: { kid: 'another' } }],
  ])('a token %s', async (_, altered) => {
    const { address, cookie } = await going.begin(world, provider.code);
    const answer = await ours.visit(address, 'hana');
    await ours.alter(altered);
    expect(codeOf(await going.comeBack(world, cookie, answer))).toEqual(FAILED);
    expect(await sessions()).toEqual([]);
    expect(await reasons()).toHaveLength(1);
    expect((await signIn()).status).toBe(200);
  });

  const withParameter = (answer: string, name: string, value: string | null): string => {
    const query = new URLSearchParams(answer);
    if (value === null) query.delete(name);
    else query.set(name, value);
    return query.toString();
  };

  it.each<[string, (answer: string) => string]>([
    ['with another state', (answer) => withParameter(answer, 'state', 'x'.repeat(43))],
    ['without a state', (answer) => withParameter(answer, 'state', null)],
    ['with two states', (answer) => `${answer}&state=${'x'.repeat(43)}`],
    ['of another issuer (mix-up)', (answer) => withParameter(answer, 'iss', theirs.issuer)],
    ['without an issuer', (answer) => withParameter(answer, 'iss', null)],
    ['with another code', (answer) => withParameter(answer, 'code', 'x'.repeat(43))],
    ['with an error', (answer) => withParameter(withParameter(answer, 'code', null), 'error', 'access_denied')],
    ['that is nothing', () => 'hello'],
  ])('an answer %s, which uses up what was begun', async (_, spoil) => {
    const { address, cookie } = await going.begin(world, provider.code);
    const answer = await ours.visit(address, 'hana');
    expect(codeOf(await going.comeBack(world, cookie, spoil(answer)))).toEqual(FAILED);
    expect(codeOf(await going.comeBack(world, cookie, answer))).toEqual(FAILED);
    expect(await sessions()).toEqual([]);
  });

  it('an answer that was used, in another browser, in none, or ten minutes later', async () => {
    const { address, cookie } = await going.begin(world, provider.code);
    const answer = await ours.visit(address, 'hana');
    const other = await going.begin(world, provider.code);
    expect(codeOf(await going.comeBack(world, other.cookie, answer))).toEqual(FAILED);
    expect(codeOf(await going.comeBack(world, '', answer))).toEqual(FAILED);
    expect((await going.comeBack(world, cookie, answer)).status).toBe(200);
    expect(codeOf(await going.comeBack(world, cookie, answer))).toEqual(FAILED);
    const late = await going.begin(world, provider.code);
    const back = await ours.visit(late.address, 'hana');
    await world.a.rows(`UPDATE begun_sign_in SET ends_at = clock_timestamp() - interval '1 second'`);
    expect(codeOf(await going.comeBack(world, late.cookie, back))).toEqual(FAILED);
    expect(await sessions()).toHaveLength(1);
  });

  it('a code that the provider saw before', async () => {
    const first = await going.begin(world, provider.code);
    const used = new URLSearchParams(await ours.visit(first.address, 'hana'));
    expect((await going.comeBack(world, first.cookie, used.toString())).status).toBe(200);
    const second = await going.begin(world, provider.code);
    const answer = withParameter(await ours.visit(second.address, 'hana'), 'code', used.get('code'));
    expect(codeOf(await going.comeBack(world, second.cookie, answer))).toEqual(FAILED);
    expect(await reasons()).toEqual(['invalid_grant']);
  });

  it('another organization’s provider that means the same person by the same name', async () => {
    const organizationId = await world.a.organization('Another');
    const rival = await world.a.member({ roles: ['administrator'], organizationId });
    const elsewhere = await world.a.otherWorkspace();
    const stranger = await elsewhere.member({ roles: ['administrator'] });
    const rivals = [
      await going.setUp(world, rival, theirs, { organizationId }),
      await going.setUp(world, stranger, theirs, { slug: elsewhere.slug }),
    ];
    const [{ email } = { email: '' }] = await world.a.rows<{ email: string }>(
      'SELECT email FROM account WHERE id = $1',
      [member.actor.accountId],
    );
    for (const { code } of rivals)
      for (const name of ['hana', email])
        expect(codeOf(await going.signInAt(world, theirs, code, name))).toEqual(OPENS_NOTHING);
    // Nor the same provider, set up by another organization.
    await world.a.rows('UPDATE identity_provider SET issuer = $1 WHERE id = $2', [ours.issuer, rivals[0]?.id]);
    expect(codeOf(await going.signInAt(world, ours, rivals[0]?.code ?? '', 'hana'))).toEqual(OPENS_NOTHING);
    // What one provider answered is nothing to another.
    const { cookie } = await going.begin(world, provider.code);
    const { address } = await going.begin(world, rivals[1]?.code ?? '');
    expect(codeOf(await going.comeBack(world, cookie, await theirs.visit(address, 'hana')))).toEqual(FAILED);
    expect(await sessions()).toEqual([]);
  });

  it('a page elsewhere', async () => {
    const elsewhere = world.at({ origin: 'https://elsewhere.example' });
    expect(codeOf(await elsewhere.post(going.SIGN_INS, { code: provider.code }))).toEqual([403, 'foreign-request']);
    expect(codeOf(await elsewhere.post(going.ANSWERS, { answer: 'code=x' }))).toEqual([403, 'foreign-request']);
  });

  it('trying codes: it is slowed down', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 31; tries += 1)
      statuses.push((await world.at({ origin: ORIGIN }).post(going.SIGN_INS, { code: 'aaaa-bbbb-cccc' })).status);
    expect([...new Set(statuses.slice(0, 30)), statuses[30]]).toEqual([404, 429]);
  });
});

describe('linking', () => {
  it('takes a sign-in with the password a moment ago, in the session that began it', async () => {
    const old = await browserOf(world, member, 700);
    await refused(world, () => going.link(world, member, ours, provider.id, 'hana', old), 401, 'sign-in-again');
    const headers = { authorization: `Bearer ${member.token}` };
    await refused(world, () => world.at(headers).get(going.OWN), 401, 'sign-in-again');
    const browser = await browserOf(world, member);
    const begun = await world.at(browser.headers).post(`${going.OWN}/${provider.id}/link`);
    const back = cookiesOf(begun.headers['set-cookie'], 'heed_provider');
    const answer = await ours.visit(begun.body['address'], 'hana');
    const other = await browserOf(world, await world.a.member());
    const elsewhere = { ...other.headers, cookie: `${other.headers['cookie'] ?? ''}; ${back}` };
    expect(codeOf(await world.at(elsewhere).post(going.IDENTITIES, { answer }))).toEqual(FAILED);
    // Nor does what was begun to link it sign anybody in, or the other way round.
    const again = await world.at(browser.headers).post(`${going.OWN}/${provider.id}/link`);
    const cookie = cookiesOf(again.headers['set-cookie'], 'heed_provider');
    expect(codeOf(await going.comeBack(world, cookie, await ours.visit(again.body['address'], 'hana')))).toEqual(
      FAILED,
    );
    const signingIn = await going.begin(world, provider.code);
    const mixed = { ...browser.headers, cookie: `${browser.headers['cookie'] ?? ''}; ${signingIn.cookie}` };
    const came = await ours.visit(signingIn.address, 'eve');
    expect(codeOf(await world.at(mixed).post(going.IDENTITIES, { answer: came }))).toEqual(FAILED);
    expect(await world.a.rows('SELECT id FROM linked_identity')).toEqual([]);
  });

  it('is for members of the organization, one person to one account', async () => {
    const stranger = await world.a.member({ organizationId: await world.a.organization('Another') });
    expect(codeOf(await going.link(world, stranger, ours, provider.id, 'hana'))).toEqual([404, 'not-found']);
    expect((await world.at((await browserOf(world, stranger)).headers).get(going.OWN)).body).toEqual({ items: [] });
    expect((await linked()).status).toBe(200);
    expect(codeOf(await linked('another'))).toEqual([409, 'already-exists']);
    expect(codeOf(await going.link(world, await world.a.member(), ours, provider.id, 'hana'))).toEqual([
      409,
      'already-exists',
    ]);
    const [{ id } = { id: '' }] = await world.a.rows<{ id: string }>('SELECT id FROM linked_identity');
    const other = world.at((await browserOf(world, stranger)).headers);
    expect(codeOf(await other.delete(`${going.IDENTITIES}/${id}`))).toEqual([404, 'not-found']);
    expect(await eventsOf(world, 'identity.unlinked')).toEqual([]);
  });
});
