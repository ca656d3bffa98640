import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BOUNDS } from '../../src/auth/sign-in-bounds.js';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf, eventsOf, PASSWORD, withPassword } from '../support/people.js';
import { refused } from '../support/record.js';
import { type Authenticator, authenticatorOf, cookiesOf, withAuthenticator } from '../support/second-factors.js';
import { type Answer, openWorld, ORIGIN, type World } from '../support/world.js';

const STEP = '/api/v1/auth/second-factor';
const FACTORS = '/api/v1/me/second-factors';
const CODES = '/api/v1/me/recovery-codes';

let world: World;
let member: Member;
let email: string;
beforeEach(async () => {
  world = await openWorld();
  member = await world.a.member({ roles: ['administrator'] });
  email = await withPassword(world, member);
});
afterEach(() => world.close());

const signIn = (headers = {}): Promise<Answer> =>
  world.at(headers).post('/api/v1/auth/sign-in', { email, password: PASSWORD });
/** What a browser holds after a right password. */
const half = async (): Promise<string> => cookiesOf((await signIn()).headers['set-cookie'], 'heed_step');
const step = (code: string, cookie: string): Promise<Answer> =>
  world.at({ cookie, origin: ORIGIN }).post(STEP, { code });
const sessions = async (): Promise<number> =>
  (await world.a.rows('SELECT id FROM session WHERE account_id = $1 AND ended_at IS NULL', [member.actor.accountId]))
    .length;
const withBrowser = (browser: Browser) => world.at(browser.headers);

/** Sets up an app as the page does; answers what it needs, and the recovery codes. */
async function setUp(browser: Browser): Promise<{ app: Authenticator; codes: string[] }> {
  const begun = await withBrowser(browser).post(`${FACTORS}/authenticators`, { password: PASSWORD, name: 'My phone' });
  expect(begun.status).toBe(201);
  const app = authenticatorOf(begun.body['id'], begun.body['secret']);
  const confirmed = await withBrowser(browser).post(`${FACTORS}/authenticators/${app.id}/confirmation`, {
    code: app.code(),
  });
  expect(confirmed.status).toBe(200);
  return { app, codes: confirmed.body['recoveryCodes'] };
}

describe('setting up an app', () => {
  it('asks the password again and one right code; only then does signing in ask for it', async () => {
    const browser = await browserOf(world, member, 3_000);
    const other = await browserOf(world, member);
    const begin = { password: PASSWORD, name: 'My phone' };
    const wrong = () => withBrowser(browser).post(`${FACTORS}/authenticators`, { ...begin, password: 'not it at all' });
    await refused(world, wrong, 422, 'wrong-password');

    const { body } = await withBrowser(browser).post(`${FACTORS}/authenticators`, begin);
    expect(body['uri']).toBe(
      `otpauth://totp/Heed%20localhost:3000:${encodeURIComponent(email)}?secret=${String(body['secret'])}&issuer=Heed%20localhost%3A3000`,
    );
    expect((await signIn()).status).toBe(200);
    const app = authenticatorOf(body['id'], body['secret']);
    const confirm = (code: string) =>
      withBrowser(browser).post(`${FACTORS}/authenticators/${app.id}/confirmation`, { code });
    await refused(world, () => confirm(app.code(9)), 422, 'wrong-code');
    expect((await withBrowser(browser).get(FACTORS)).body['items']).toEqual([]);

    const code = app.code();
    const { status, body: said } = await confirm(code);
    expect(status).toBe(200);
    expect(said['recoveryCodes']).toHaveLength(10);
    expect(new Set(said['recoveryCodes']).size).toBe(10);
    expect((await other.get('/themes')).status).toBe(401);
    expect((await browser.get('/themes')).status).toBe(200);
    expect((await withBrowser(browser).get(FACTORS)).body['items']).toMatchObject([
      { id: app.id, kind: 'authenticator', name: 'My phone', usedAt: null },
    ]);
    expect((await signIn()).body['code']).toBe('second-factor-asked');
    // The code that confirmed was used by it.
    expect((await step(code, await half())).status).toBe(401);
    expect(await eventsOf(world, 'second-factor.added')).toMatchObject([{ outcome: 'allow', object_id: app.id }]);
  });

  it('keeps neither the secret nor the codes in clear, and tells them once', async () => {
    const browser = await browserOf(world, member);
    const { body } = await withBrowser(browser).post(`${FACTORS}/authenticators`, { password: PASSWORD, name: 'x' });
    const app = authenticatorOf(body['id'], body['secret']);
    const path = `${FACTORS}/authenticators/${app.id}/confirmation`;
    const codes: string[] = (await withBrowser(browser).post(path, { code: app.code() })).body['recoveryCodes'];
    const kept = JSON.stringify(
      await world.a.rows(
        `SELECT encode(sealed_secret, 'escape') AS secret, f::text AS factor, c::text AS code FROM second_factor f JOIN recovery_code c USING (account_id)
         WHERE account_id = $1`,
        [member.actor.accountId],
      ),
    );
    for (const secret of [body['secret'], ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(kept).not.toContain(secret);
    expect(JSON.stringify((await withBrowser(browser).get(FACTORS)).body)).not.toContain(body['secret']);
    await refused(world, () => withBrowser(browser).post(path, { code: app.code(1) }), 404, 'not-found');
  });

  it('is not for tokens, nor for what somebody else began, nor half an hour later', async () => {
    const begin = { password: PASSWORD, name: 'My phone' };
    const token = world.at({ authorization: `Bearer ${member.token}` });
    for (const ask of [
      () => token.post(`${FACTORS}/authenticators`, begin),
      () => token.get(FACTORS),
      () => token.get(CODES),
      () => token.post(CODES),
    ])
      await refused(world, ask, 401, 'sign-in-again');
    const browser = await browserOf(world, member);
    const { body } = await withBrowser(browser).post(`${FACTORS}/authenticators`, begin);
    const app = authenticatorOf(body['id'], body['secret']);
    const path = `${FACTORS}/authenticators/${app.id}/confirmation`;
    const other = await browserOf(world, await world.a.member());
    await refused(world, () => withBrowser(other).post(path, { code: app.code() }), 404, 'not-found');
    await world.a.rows(`UPDATE second_factor SET created_at = now() - interval '31 minutes' WHERE id = $1`, [app.id]);
    await refused(world, () => withBrowser(browser).post(path, { code: app.code() }), 404, 'not-found');
  });

  it('of a further one takes a sign-in with the first, and leaves the recovery codes as they are', async () => {
    await withAuthenticator(world, member);
    await world.a.insert('recovery_code', {
      id: '00000000-0000-4000-8000-0000000000aa',
      account_id: member.actor.accountId,
      mark: Buffer.alloc(32, 1),
    });
    const old = await browserOf(world, member, 700);
    const begin = { password: PASSWORD, name: 'Another' };
    await refused(world, () => withBrowser(old).post(`${FACTORS}/authenticators`, begin), 401, 'sign-in-again');
    const { codes } = await setUp(await browserOf(world, member));
    expect(codes).toEqual([]);
    expect((await withBrowser(await browserOf(world, member)).get(CODES)).body).toEqual({ left: 1 });
  });

  it('is slowed down where codes are guessed', async () => {
    const browser = await browserOf(world, member);
    const { body } = await withBrowser(browser).post(`${FACTORS}/authenticators`, { password: PASSWORD, name: 'x' });
    const app = authenticatorOf(body['id'], body['secret']);
    const confirm = (code: string) =>
      withBrowser(browser).post(`${FACTORS}/authenticators/${app.id}/confirmation`, { code });
    const wrong = app.code(9);
    for (let n = 0; n < BOUNDS.confirm.most; n += 1) expect((await confirm(wrong)).status).toBe(422);
    await refused(world, () => confirm(app.code()), 429, 'too-many-tries');
  });
});

describe('signing in with a second factor', () => {
  let app: Authenticator;
  beforeEach(async () => {
    app = await withAuthenticator(world, member);
  });

  it('is two steps; in between nobody is signed in', async () => {
    const asked = await refused(world, signIn, 401, 'second-factor-asked');
    expect(asked.body['kinds']).toEqual(['authenticator']);
    const given = [asked.headers['set-cookie'] ?? []].flat();
    expect(given).toHaveLength(1);
    expect(given[0]).toMatch(/^heed_step=[^;]+; Max-Age=300; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = cookiesOf(given);
    for (const sent of [cookie, cookie.replace('heed_step=', 'heed_session=')])
      for (const path of ['/api/v1/me', `/api/v1/workspaces/${world.a.slug}/themes`, FACTORS])
        expect((await world.at({ cookie: sent }).get(path)).status).toBe(401);
    expect(await sessions()).toBe(0);

    const { status, body, headers } = await step(app.code(), cookie);
    expect([status, body['email']]).toEqual([200, email]);
    expect(await sessions()).toBe(1);
    const names = [headers['set-cookie'] ?? []].flat().map((one) => one.split('=')[0]);
    expect(names.sort()).toEqual(['heed_known', 'heed_session', 'heed_step']);
    const session = cookiesOf(headers['set-cookie'], 'heed_session');
    expect((await world.at({ cookie: session }).get('/api/v1/me')).status).toBe(200);
    expect((await withBrowser(await browserOf(world, member)).get(FACTORS)).body['items'][0].usedAt).not.toBeNull();
  });

  it('is told to nobody without the password: the answer is that of an account without one, and of none', async () => {
    const plain = await withPassword(world, await world.a.member());
    const answers: unknown[] = [];
    for (const who of [email, plain, 'nobody@test.example']) {
      const { status, body, headers } = await world
        .at()
        .post('/api/v1/auth/sign-in', { email: who, password: 'wrong' });
      const { requestId: _, ...said } = body;
      answers.push({ status, said, cookie: headers['set-cookie'], more: Object.keys(headers).sort() });
    }
    expect(answers[0]).toMatchObject({ status: 401, said: { code: 'sign-in-failed' }, cookie: undefined });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  });

  it('takes each code once, also in another browser, and no earlier one after it', async () => {
    const [first, second] = [await half(), await half()];
    const code = app.code();
    expect((await step(code, first)).status).toBe(200);
    const again = await refusedStep(code, first);
    const elsewhere = await refusedStep(code, second);
    const before = await refusedStep(app.code(-1), second);
    expect([again, elsewhere, before]).toEqual(Array(3).fill('second-factor-failed'));
    expect((await step(app.code(1), second)).status).toBe(200);
    expect(await eventsOf(world, 'second-factor.refused')).toHaveLength(3);
  });

  it('refuses what is no code in the same words, and an old one', async () => {
    const cookie = await half();
    for (const code of ['000000', app.code(-5), app.code(5), 'abc', 'AAAA-AAAA-AAAA-AAAA', '１２３４５６'])
      expect(await refusedStep(code, cookie)).toBe('second-factor-failed');
    expect(await sessions()).toBe(0);
    const [refusal] = await eventsOf(world, 'second-factor.refused');
    expect(refusal).toMatchObject({ outcome: 'deny', person_id: member.actor.personId });
  });

  it('takes a code with spaces, as people read it out', async () => {
    const code = app.code();
    expect((await step(`${code.slice(0, 3)} ${code.slice(3)}`, await half())).status).toBe(200);
  });

  const refusedStep = async (code: string, cookie: string): Promise<string> => {
    const { status, body } = await step(code, cookie);
    expect(status).toBe(401);
    return body['code'];
  };

  it.each([
    ['without a password before', () => ''],
    [
      'with a mark of another account',
      async () => (await half()).replace(/=[0-9a-f-]{36}/, `=${await otherAccount()}`),
    ],
    ['with a mark that lasts longer', async () => (await half()).replace(/\.(\d{10})\./, '.9999999999.')],
    ['with nonsense', () => 'heed_step=nonsense'],
  ])('%s: begins anew', async (_, cookie) => {
    await refusedWith(await cookie());
  });

  it('begins anew after five minutes, a changed password, or a disabled account', async () => {
    const [, id, , mark] = /=(.*?)\.(\d+)\.(.*)/.exec(await half()) ?? [];
    await refusedWith(`heed_step=${id!}.${String(Math.floor(Date.now() / 1000) - 1)}.${mark!}`);
    const cookie = await half();
    await world.a.rows('UPDATE account SET disabled_at = now() WHERE id = $1', [member.actor.accountId]);
    await refusedWith(cookie);
    await world.a.rows('UPDATE account SET disabled_at = NULL, password_hash = $2 WHERE id = $1', [
      member.actor.accountId,
      'another',
    ]);
    await refusedWith(cookie);
  });

  const refusedWith = (cookie: string) => refused(world, () => step(app.code(), cookie), 401, 'password-first');
  const otherAccount = async (): Promise<string> => (await world.a.member()).actor.accountId;

  it('is not for another site', async () => {
    const headers = { cookie: await half(), origin: 'https://elsewhere.example' };
    await refused(world, () => world.at(headers).post(STEP, { code: app.code() }), 403, 'foreign-request');
  });

  it('asks for the second factor too where one signs in again before a dangerous act', async () => {
    const browser = await browserOf(world, member, 700);
    const change = () => browser.patch('', { name: 'Other' }, 1);
    expect((await change()).body['code']).toBe('sign-in-again');
    const cookie = browser.headers['cookie']!;
    const asked = await signIn({ cookie });
    expect(asked.body['code']).toBe('second-factor-asked');
    expect((await change()).body['code']).toBe('sign-in-again');
    const opened = await step(app.code(), `${cookie}; ${cookiesOf(asked.headers['set-cookie'], 'heed_step')}`);
    expect(opened.status).toBe(200);
    // The session that asked for it is over; the new one is fresh.
    expect((await browser.get('/themes')).status).toBe(401);
    const fresh = world.at({ ...browser.headers, cookie: cookiesOf(opened.headers['set-cookie'], 'heed_session') });
    expect((await fresh.patch(`/api/v1/workspaces/${world.a.slug}`, { name: 'Other' }, 1)).status).toBe(200);
  });
});

describe('guessing codes', () => {
  const from = async (remoteAddress: string, code: string, cookie: string): Promise<number> => {
    const headers = { origin: ORIGIN, cookie };
    return (await world.app.inject({ method: 'POST', url: STEP, remoteAddress, headers, payload: { code } }))
      .statusCode;
  };

  it('from ten networks has ten tries an hour in all, while a browser that was there before gets in', async () => {
    const app = await withAuthenticator(world, member);
    const known = cookiesOf((await step(app.code(), await half())).headers['set-cookie'], 'heed_known');
    const cookie = await half();
    const wrong = app.code(9);
    for (let n = 0; n < BOUNDS.codeAccount.most; n += 1)
      expect(await from(`203.0.113.${String(n)}`, wrong, cookie)).toBe(401);
    expect(await from('203.0.113.99', app.code(1), cookie)).toBe(429);
    expect(await from('203.0.113.99', app.code(1), `${cookie}; ${known}`)).toBe(200);
  });

  it('in a browser that was there before has ten tries as well', async () => {
    const app = await withAuthenticator(world, member);
    const known = cookiesOf((await step(app.code(), await half())).headers['set-cookie'], 'heed_known');
    const cookie = `${await half()}; ${known}`;
    for (let n = 0; n < BOUNDS.codeDevice.most; n += 1) expect((await step(app.code(9), cookie)).status).toBe(401);
    await refused(world, () => step(app.code(1), cookie), 429, 'too-many-tries');
  });
});

describe('recovery codes', () => {
  it('stand in once each, however they are typed', async () => {
    const { codes } = await setUp(await browserOf(world, member));
    expect(codes.every((code) => /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(true);
    const [first, second] = codes as [string, string];
    const typed = ` ${first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect((await step(typed, await half())).status).toBe(200);
    expect((await step(first, await half())).status).toBe(401);
    expect((await step(second, await half())).status).toBe(200);
    expect((await withBrowser(await browserOf(world, member)).get(CODES)).body).toEqual({ left: 8 });
  });

  it('of another account are none', async () => {
    const other = await world.a.member();
    await withPassword(world, other);
    const { codes } = await setUp(await browserOf(world, other));
    await withAuthenticator(world, member);
    expect((await step(codes[0]!, await half())).status).toBe(401);
  });

  it('give way to new ones, for which a fresh sign-in is asked', async () => {
    const { codes } = await setUp(await browserOf(world, member));
    const old = await browserOf(world, member, 700);
    await refused(world, () => withBrowser(old).post(CODES), 401, 'sign-in-again');
    const { status, body } = await withBrowser(await browserOf(world, member)).post(CODES);
    expect([status, body['recoveryCodes'].length]).toEqual([201, 10]);
    expect((await step(codes[0]!, await half())).status).toBe(401);
    expect((await step(body['recoveryCodes'][0], await half())).status).toBe(200);
  });

  it('are made for nobody who has nothing to recover', async () => {
    const browser = await browserOf(world, member);
    await refused(world, () => withBrowser(browser).post(CODES), 409, 'no-second-factor');
  });
});

describe('taking a second factor away', () => {
  it('asks for a sign-in a moment ago; the last one takes its recovery codes along', async () => {
    const { app, codes } = await setUp(await browserOf(world, member));
    const old = await browserOf(world, member, 90);
    await refused(world, () => withBrowser(old).delete(`${FACTORS}/${app.id}`), 401, 'sign-in-again');
    const other = await browserOf(world, await world.a.member());
    await refused(world, () => withBrowser(other).delete(`${FACTORS}/${app.id}`), 404, 'not-found');
    const browser = await browserOf(world, member);
    expect((await withBrowser(browser).delete(`${FACTORS}/${app.id}`)).status).toBe(204);
    expect((await withBrowser(browser).get(FACTORS)).body['items']).toEqual([]);
    expect((await withBrowser(browser).get(CODES)).body).toEqual({ left: 0 });
    expect((await signIn()).status).toBe(200);
    expect(await eventsOf(world, 'second-factor.removed')).toMatchObject([{ object_id: app.id }]);
    await setUp(browser);
    expect((await step(codes[0]!, await half())).status).toBe(401);
  });
});
