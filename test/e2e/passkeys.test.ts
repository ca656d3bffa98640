import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Origin } from '../../src/auth/origin.js';
import { Passkeys } from '../../src/auth/passkeys.js';
import type { Member } from '../factories/factories.js';
import { type Answering, Device, type SignedPasskey, withPasskey } from '../support/passkeys.js';
import { type Browser, browserOf, PASSWORD, withPassword } from '../support/people.js';
import { openedEvents, refused } from '../support/record.js';
import { cookiesOf, halfSignedIn, withAuthenticator } from '../support/second-factors.js';
import { type Answer, openWorld, ORIGIN, type World } from '../support/world.js';

const STEP = '/api/v1/auth/second-factor';
const FACTORS = '/api/v1/me/second-factors';
const PASSKEYS = `${FACTORS}/passkeys`;

let world: World;
let member: Member;
let email: string;
beforeEach(async () => {
  world = await openWorld();
  member = await world.a.member({ roles: ['administrator'] });
  email = await withPassword(world, member);
});
afterEach(() => world.close());

const withBrowser = ({ headers }: Browser) => world.at(headers);
const signIn = (as = email): Promise<Answer> =>
  world.at().post('/api/v1/auth/sign-in', { email: as, password: PASSWORD });
const half = async (as = email): Promise<string> => cookiesOf((await signIn(as)).headers['set-cookie'], 'heed_step');
const ask = (cookie: string): Promise<Answer> => world.at({ cookie, origin: ORIGIN }).post(`${STEP}/passkey-challenge`);
const challengeFor = async (cookie: string): Promise<string> => (await ask(cookie)).body['challenge'];
const give = (signed: SignedPasskey, cookie: string): Promise<Answer> =>
  world.at({ cookie, origin: ORIGIN }).post(`${STEP}/passkey`, signed);
const sessions = () =>
  world.a.rows('SELECT id FROM session WHERE account_id = $1 AND ended_at IS NULL', [member.actor.accountId]);
const kept = () =>
  world.a.rows(
    'SELECT name, sign_count::integer AS count, removed_at IS NULL AS counts FROM second_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL',
    [member.actor.accountId],
  );
/** What the log says of the account's own sign-ins that failed. */
const refusals = async () =>
  (await openedEvents(world, member.actor.accountId)).filter(({ action }) => action === 'second-factor.refused');
const begin = (browser: Browser, name = 'My key', password = PASSWORD): Promise<Answer> =>
  withBrowser(browser).post(PASSKEYS, { password, name });
const confirm = (browser: Browser, id: string, body: unknown): Promise<Answer> =>
  withBrowser(browser).post(`${PASSKEYS}/${id}/confirmation`, body);

describe('adding a passkey', () => {
  it('asks the password once more and what the browser made; then signing in asks for it', async () => {
    const browser = await browserOf(world, member, 3_000);
    const other = await browserOf(world, member);
    await refused(world, () => begin(browser, 'My key', 'not it at all'), 422, 'wrong-password');
    const { status, body } = await begin(browser);
    expect(status).toBe(201);
    expect(body['options']).toMatchObject({
      rp: { id: 'localhost' },
      excludeCredentials: [],
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required' },
    });
    expect(JSON.stringify(body['options']['user'].id)).not.toContain(member.actor.accountId);
    expect((await signIn()).status).toBe(200);
    const device = new Device();
    const made = device.make(body['options'].challenge);
    const confirmed = await confirm(browser, body['id'], { ...made, transports: ['internal'] });
    expect([confirmed.status, confirmed.body['recoveryCodes'].length]).toEqual([200, 10]);
    expect(await kept()).toEqual([{ name: 'My key', count: 1, counts: true }]);
    expect((await other.get('/themes')).status).toBe(401);
    expect((await withBrowser(browser).get(FACTORS)).body['items']).toMatchObject([
      { id: body['id'], kind: 'passkey', name: 'My key', usedAt: null },
    ]);
    const asked = await signIn();
    expect([asked.body['code'], asked.body['kinds']]).toEqual(['second-factor-asked', ['passkey']]);
    expect((await openedEvents(world, body['id'])).map(({ action }) => action)).toEqual([
      'second-factor.begun',
      'second-factor.added',
    ]);
    // A second one is told of the first, and leaves the recovery codes as they are.
    const { body: second } = await begin(await browserOf(world, member), 'Another');
    expect(second['options'].excludeCredentials).toEqual([
      { id: made.credentialId, type: 'public-key', transports: ['internal'] },
    ]);
  });

  it.each<[string, Answering]>([
    ['made at another address', { origin: 'https://heed.example.evil' }],
    ['made for another server', { domain: 'elsewhere.example' }],
    ['made without finger, face or PIN', { isVerified: false }],
    ['that is a signature', { type: 'webauthn.get' }],
  ])('takes nothing %s, and asks anew', async (_, answering) => {
    const browser = await browserOf(world, member);
    const { body } = await begin(browser);
    const device = new Device();
    const wrong = await confirm(browser, body['id'], device.make(body['options'].challenge, answering));
    expect([wrong.status, wrong.body['code']]).toEqual([422, 'passkey-does-not-fit']);
    // The challenge is used up, so that the right answer comes too late.
    const late = await confirm(browser, body['id'], device.make(body['options'].challenge));
    expect([late.status, late.body['code']]).toEqual([422, 'passkey-does-not-fit']);
    expect(await kept()).toEqual([]);
    expect((await signIn()).status).toBe(200);
  });

  it('is not for tokens, nor in another session, nor by somebody else, nor with another challenge', async () => {
    const body = { password: PASSWORD, name: 'x' };
    await refused(
      world,
      () => world.at({ authorization: `Bearer ${member.token}` }).post(PASSKEYS, body),
      401,
      'sign-in-again',
    );
    const browser = await browserOf(world, member);
    const begun = (await begin(browser)).body;
    const device = new Device();
    const made = () => device.make(begun['options'].challenge);
    const other = await browserOf(world, await world.a.member());
    await refused(world, () => confirm(other, begun['id'], made()), 404, 'not-found');
    const elsewhere = await browserOf(world, member);
    expect((await confirm(elsewhere, begun['id'], made())).status).toBe(422);
    expect((await confirm(browser, begun['id'], device.make('AAAA'))).status).toBe(422);
    expect(await kept()).toEqual([]);
  });

  it('of one that another account has is refused', async () => {
    const { device } = await withPasskey(world, await world.a.member());
    const browser = await browserOf(world, member);
    const { body } = await begin(browser);
    const made = device.make(body['options'].challenge);
    const { status, body: said } = await confirm(browser, body['id'], made);
    expect([status, said['code']]).toEqual([409, 'already-exists']);
    expect(await kept()).toEqual([]);
  });

  it('is for a server with a name only', () => {
    const at = (address: string) => () => new Passkeys(new Origin(address)).request(Buffer.alloc(32), []).rpId;
    expect(at('https://heed.example.org:8443')()).toBe('heed.example.org');
    for (const address of ['http://127.0.0.1:3000', 'http://[::1]:3000'])
      expect(at(address)).toThrow(/not as things stand/i);
  });

  it('with a second factor already takes a sign-in with that one', async () => {
    await withAuthenticator(world, member);
    const old = await browserOf(world, member, 700);
    await refused(world, () => begin(old), 401, 'sign-in-again');
    expect((await begin(await browserOf(world, member))).status).toBe(201);
  });
});

describe('signing in with a passkey', () => {
  let id: string;
  let device: Device;
  beforeEach(async () => {
    ({ id, device } = await withPasskey(world, member));
  });

  it('is the second step', async () => {
    const cookie = await half();
    const asked = await ask(cookie);
    expect(asked.body).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(asked.body['allowCredentials']).toHaveLength(1);
    const { status, body, headers } = await give(device.sign(asked.body['challenge']), cookie);
    expect([status, body['email']]).toEqual([200, email]);
    expect(await sessions()).toHaveLength(1);
    expect(await kept()).toEqual([{ name: 'My key', count: 1, counts: true }]);
    const session = cookiesOf(headers['set-cookie'], 'heed_session');
    expect((await world.at({ cookie: session }).get('/api/v1/me')).status).toBe(200);
    const [{ id: sessionId }] = (await sessions()) as [{ id: string }];
    expect(await openedEvents(world, sessionId)).toMatchObject([{ details: { factor: 'passkey' } }]);
  });

  it('takes a challenge once, also for a fresh signature, and also after one that did not fit', async () => {
    const cookie = await half();
    const challenge = await challengeFor(cookie);
    const signed = device.sign(challenge);
    expect((await give(signed, cookie)).status).toBe(200);
    expect(await refusedWith(signed, cookie)).toBe('passkey-failed');
    expect(await refusedWith(device.sign(challenge), cookie)).toBe('passkey-failed');
    const second = await challengeFor(cookie);
    expect(await refusedWith(device.sign(second, { isVerified: false }), cookie)).toBe('passkey-failed');
    expect(await refusedWith(device.sign(second), cookie)).toBe('passkey-failed');
    expect(await sessions()).toHaveLength(1);
  });

  it.each<[string, (challenge: string) => SignedPasskey | Promise<SignedPasskey>]>([
    ['signed at another address', (c) => device.sign(c, { origin: 'https://heed.example.evil' })],
    ['signed for another server', (c) => device.sign(c, { domain: 'elsewhere.example' })],
    ['signed without finger, face or PIN', (c) => device.sign(c, { isVerified: false })],
    ['that was made and not signed', (c) => device.sign(c, { type: 'webauthn.create' })],
    ['that signs another challenge', () => device.sign('A'.repeat(43))],
    ['of another person', async (c) => (await withPasskey(world, await world.a.member())).device.sign(c)],
    [
      'of a device that calls itself this one',
      (c) => ({ ...new Device().sign(c), credentialId: device.sign(c).credentialId }),
    ],
    ['with an altered signature', (c) => altered(device.sign(c), 'signature')],
    ['with altered data', (c) => altered(device.sign(c), 'authenticatorData')],
    ['with an altered word of the browser', (c) => altered(device.sign(c), 'clientData')],
    ['that is nonsense', (c) => ({ ...device.sign(c), signature: 'AAAA', authenticatorData: 'AAAA' })],
  ])('refuses one %s, in the same words, and records it', async (_, sign) => {
    const cookie = await half();
    expect(await refusedWith(await sign(await challengeFor(cookie)), cookie)).toBe('passkey-failed');
    expect(await sessions()).toHaveLength(0);
    expect(await refusals()).toMatchObject([{ outcome: 'deny' }]);
    expect((await give(device.sign(await challengeFor(cookie), { count: 9 }), cookie)).status).toBe(200);
  });

  it('refuses a counter that does not go forward, and says so in the log; one that counts nothing is taken', async () => {
    const cookie = await half();
    expect((await give(device.sign(await challengeFor(cookie), { count: 7 }), cookie)).status).toBe(200);
    for (const count of [7, 3, 0])
      expect(await refusedWith(device.sign(await challengeFor(cookie), { count }), cookie)).toBe('passkey-failed');
    const wentBack = { outcome: 'deny', details: { reason: 'counter-went-back' } };
    expect(await refusals()).toMatchObject([wentBack, wentBack, wentBack]);
    expect(await kept()).toEqual([{ name: 'My key', count: 7, counts: true }]);

    await world.a.rows('UPDATE second_factor SET sign_count = 0 WHERE id = $1', [id]);
    for (let n = 0; n < 2; n += 1)
      expect((await give(device.sign(await challengeFor(cookie), { count: 0 }), cookie)).status).toBe(200);
  });

  it('binds a challenge to the sign-in that it was asked in, for five minutes, and a newer one ends it', async () => {
    const [first, other] = [await half(), await halfSignedIn(world, member)];
    expect(other).not.toBe(first);
    const challenge = await challengeFor(first);
    expect(await refusedWith(device.sign(challenge), other)).toBe('passkey-failed');
    expect((await give(device.sign(challenge), first)).status).toBe(200);

    const old = await challengeFor(first);
    const newer = await challengeFor(first);
    expect(await refusedWith(device.sign(old), first)).toBe('passkey-failed');
    expect(await refusedWith(device.sign(newer), first)).toBe('passkey-failed');
    const late = await challengeFor(first);
    await world.a.rows(`UPDATE passkey_challenge SET ends_at = now() - interval '1 second'`);
    expect(await refusedWith(device.sign(late), first)).toBe('passkey-failed');
  });

  it('asks for nothing without a password before, and of nobody who has none', async () => {
    await refused(world, () => ask(''), 401, 'password-first');
    await refused(world, () => give(device.sign('AAAA'), ''), 401, 'password-first');
    const other = await world.a.member();
    const theirs = await withPassword(world, other);
    await withAuthenticator(world, other);
    const cookie = await half(theirs);
    await refused(world, () => ask(cookie), 409, 'no-passkey');
    const foreign = { cookie: await half(), origin: 'https://elsewhere.example' };
    await refused(world, () => world.at(foreign).post(`${STEP}/passkey-challenge`), 403, 'foreign-request');
    await refused(world, () => world.at(foreign).post(`${STEP}/passkey`, device.sign('AAAA')), 403, 'foreign-request');
  });

  it('is over when the passkey is taken away; the last one takes the recovery codes along', async () => {
    const cookie = await half();
    const challenge = await challengeFor(cookie);
    const browser = await browserOf(world, member);
    await withBrowser(browser).post('/api/v1/me/recovery-codes');
    expect((await withBrowser(browser).delete(`${FACTORS}/${id}`)).status).toBe(204);
    expect(await refusedWith(device.sign(challenge), cookie)).toBe('passkey-failed');
    expect((await withBrowser(browser).get('/api/v1/me/recovery-codes')).body).toEqual({ left: 0 });
    expect(await kept()).toEqual([{ name: 'My key', count: 0, counts: false }]);
    expect((await signIn()).status).toBe(200);
  });

  it('is enough for a workspace that asks for second factors', async () => {
    await world.a.rows('UPDATE workspace SET requires_second_factor = true WHERE id = $1', [world.a.workspaceId]);
    expect((await (await browserOf(world, member)).get('/themes')).status).toBe(200);
    await world.a.rows('UPDATE second_factor SET removed_at = now() WHERE id = $1', [id]);
    expect((await (await browserOf(world, member)).get('/themes')).body['code']).toBe('second-factor-missing');
  });

  const refusedWith = async (signed: SignedPasskey, cookie: string): Promise<string> => {
    const { status, body } = await give(signed, cookie);
    expect(status).toBe(401);
    return body['code'];
  };
});

/** One byte of it another. */
function altered(signed: SignedPasskey, part: 'signature' | 'authenticatorData' | 'clientData'): SignedPasskey {
  const bytes = Buffer.from(signed[part], 'base64url');
  bytes[bytes.length - 1]! ^= 1;
  return { ...signed, [part]: bytes.toString('base64url') };
}
