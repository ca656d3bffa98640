import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { browserOf, digest, eventsOf, PASSWORD, withPassword } from '../support/people.js';
import { openWorld, ORIGIN, type World } from '../support/world.js';

const SIGN_IN = '/api/v1/auth/sign-in';
const ME = '/api/v1/me';

let world: World;
let member: Member;
let email: string;
beforeEach(async () => {
  world = await openWorld();
  member = await world.a.member({ roles: ['editor', 'partner'], name: 'Kim Ha-neul' });
  email = await withPassword(world, member);
});
afterEach(() => world.close());

const secretIn = (cookie: string | undefined): string =>
  /^heed_session=([A-Za-z0-9_-]{43});/.exec(cookie ?? '')?.[1] ?? '';

describe('POST /auth/sign-in', () => {
  it('answers who one is, with a cookie whose secret is kept as a hash only', async () => {
    const answer = await world.at({ origin: ORIGIN }).post(SIGN_IN, { email, password: PASSWORD });

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id: member.actor.personId,
      email,
      memberships: [
        {
          workspace: { slug: world.a.slug, name: 'A workspace' },
          organization: { name: 'First Organization' },
          roles: ['editor', 'partner'],
          name: 'Kim Ha-neul',
          endsOn: null,
        },
      ],
    });
    const [cookie = '', known = ''] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict']);
    const [mark, ...attributes] = known.split('; ');
    expect(mark).toMatch(/^heed_known=/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=7776000', 'Path=/', 'SameSite=Strict']);
    const sessions = await world.a.rows(
      "SELECT id, token_hash, expires_at - created_at = interval '12 hours' AS lasts FROM session WHERE account_id = $1",
      [member.actor.accountId],
    );
    expect(sessions).toEqual([
      { id: answer.body['sessionId'], token_hash: digest(secretIn(cookie)), lasts: expect.anything() },
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('records the session in the log, with a receipt', async () => {
    const answer = await world.at().post(SIGN_IN, { email, password: PASSWORD });

    const [event] = await eventsOf(world, 'session.started');
    expect(event).toMatchObject({
      outcome: 'allow',
      person_id: member.actor.personId,
      object_id: answer.body['sessionId'],
      workspace_id: null,
    });
    const [leaf] = await world.a.rows<{ data_hash: Buffer }>(
      'SELECT data_hash FROM audit_leaf JOIN audit_event e ON e.id = event_id WHERE action = $1',
      ['session.started'],
    );
    expect(answer.headers['audit-receipt']).toBe(leaf?.data_hash.toString('hex'));
  });

  it('takes an address in any case, and a password however its characters are composed', async () => {
    const { hash } = await import('@node-rs/argon2');
    const composed = await hash('\ud55c\uae00 \uc554\ud638 \uc785\ub2c8\ub2e4', { memoryCost: 64, timeCost: 1 });
    await world.a.rows('UPDATE account SET password_hash = $1 WHERE id = $2', [composed, member.actor.accountId]);
    const answer = await world
      .at()
      .post(SIGN_IN, { email: email.toUpperCase(), password: '한글 암호 입니다'.normalize('NFD') });
    expect(answer.status).toBe(200);
  });

  it('answers the same words for a wrong password, an unknown account and a disabled one, and records each refusal without the address', async () => {
    const disabled = await world.a.member();
    const closed = await withPassword(world, disabled);
    await world.a.rows('UPDATE account SET disabled_at = now() WHERE id = $1', [disabled.actor.accountId]);

    const answers = [
      await world.at().post(SIGN_IN, { email, password: 'wrong' }),
      await world.at().post(SIGN_IN, { email: 'nobody@test.example', password: PASSWORD }),
      await world.at().post(SIGN_IN, { email: closed, password: PASSWORD }),
    ];

    for (const { status, body, headers } of answers) {
      expect(status).toBe(401);
      expect({ ...body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' });
      expect(headers['set-cookie']).toBeUndefined();
    }
    const events = await eventsOf(world, 'session.refused');
    expect(events.map((e) => [e.outcome, e.person_id])).toEqual([
      ['deny', member.actor.personId],
      ['deny', null],
      ['deny', disabled.actor.personId],
    ]);
    expect(
      await world.a.rows('SELECT id FROM session WHERE account_id = ANY ($1)', [
        [member.actor.accountId, disabled.actor.accountId],
      ]),
    ).toEqual([]);
  });

  it('refuses an account without a password like a wrong one', async () => {
    await world.a.rows("UPDATE account SET password_hash = 'none' WHERE id = $1", [member.actor.accountId]);
    expect((await world.at().post(SIGN_IN, { email, password: 'none' })).body).toMatchObject({
      status: 401,
      code: 'sign-in-failed',
    });
  });

  it('refuses other origins before it looks at the password', async () => {
    const answer = await world.at({ origin: 'https://evil.example' }).post(SIGN_IN, { email, password: PASSWORD });
    expect(answer.body).toMatchObject({ status: 403, code: 'foreign-request' });
    expect(await eventsOf(world, 'session.started')).toEqual([]);
  });

  it('names what is wrong with the body', async () => {
    expect((await world.at().post(SIGN_IN, { email, password: 7, role: 'administrator' })).body).toMatchObject({
      status: 400,
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/role', code: 'unknown-field' }),
        expect.objectContaining({ pointer: '/password' }),
      ]),
    });
    expect((await world.at().post(SIGN_IN, { email, password: 'x'.repeat(201) })).status).toBe(400);
    expect((await world.at().post(SIGN_IN)).status).toBe(400);
  });

  it('ends the session that the browser had before', async () => {
    const before = await browserOf(world, member);
    const answer = await world
      .at({ cookie: before.headers['cookie'] ?? '' })
      .post(SIGN_IN, { email, password: PASSWORD });
    expect(answer.status).toBe(200);
    expect((await world.at(before.headers).get(ME)).status).toBe(401);
  });
});

describe('a session', () => {
  it('is known by its cookie', async () => {
    const signedIn = await world.at().post(SIGN_IN, { email, password: PASSWORD });
    const me = await world.at({ cookie: `heed_session=${secretIn(signedIn.headers['set-cookie'])}` }).get(ME);
    expect(me).toMatchObject({ status: 200, body: signedIn.body });
  });

  it.each([
    ['idle for half an hour', "used_at = now() - interval '31 minutes'"],
    ['twelve hours old', "expires_at = now() - interval '1 second'"],
    ['ended', 'ended_at = now()'],
  ])('that is %s counts no more', async (_, change) => {
    const browser = await browserOf(world, member);
    expect((await browser.get('/themes')).status).toBe(200);
    await world.a.rows(`UPDATE session SET ${change} WHERE id = $1`, [browser.sessionId]);
    expect((await browser.get('/themes')).body).toMatchObject({ status: 401, code: 'sign-in-required' });
  });

  it('writes only with our Origin and our header', async () => {
    const { headers } = await browserOf(world, member);
    const path = `/api/v1/workspaces/${world.a.slug}/themes`;
    const { cookie = '' } = headers;
    const foreign: Record<string, string>[] = [
      { cookie },
      { cookie, origin: ORIGIN },
      { cookie, 'x-heed-request': '1' },
      { ...headers, origin: 'https://evil.example' },
      { ...headers, 'x-heed-request': 'yes' },
      { ...headers, origin: 'null' },
    ];
    for (const some of foreign) {
      expect((await world.at(some).post(path, { code: 'refugees', label: 'Refugees' })).body).toMatchObject({
        status: 403,
        code: 'foreign-request',
      });
    }
    expect(await world.a.rows('SELECT id FROM theme WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
    expect((await world.at(headers).post(path, { code: 'refugees', label: 'Refugees' })).status).toBe(201);
    expect((await world.at({ cookie }).get(path)).status).toBe(200);
  });

  it('counts for nothing beside a token, good or bad', async () => {
    const other = await world.a.otherWorkspace();
    const outsider = await other.member();
    const { headers } = await browserOf(world, member);
    const path = `/api/v1/workspaces/${world.a.slug}/themes`;
    expect((await world.at({ ...headers, authorization: `Bearer ${outsider.token}` }).get(path)).status).toBe(404);
    expect((await world.at({ ...headers, authorization: `Bearer heed_${'a'.repeat(43)}` }).get(path)).status).toBe(401);
    expect((await world.at({ ...headers, authorization: 'Bearer' }).get(path)).status).toBe(401);
  });

  it('takes the workspace from the path alone', async () => {
    const other = await world.a.otherWorkspace();
    const { headers } = await browserOf(world, member);
    const claims: Record<string, string>[] = [{}, { 'x-workspace': world.a.slug, workspace: world.a.workspaceId }];
    for (const claim of claims) {
      const caller = world.at({ ...headers, ...claim });
      for (const query of ['', `?workspace=${world.a.slug}`]) {
        expect((await caller.get(`/api/v1/workspaces/${other.slug}/themes${query}`)).status).toBe(404);
      }
    }
  });

  it('ends with the membership, or the account, at once', async () => {
    const browser = await browserOf(world, member);
    await world.a.rows('UPDATE membership SET ends_on = current_date - 2 WHERE id = $1', [member.actor.membershipId]);
    expect((await browser.get('/themes')).status).toBe(404);
    expect((await world.at(browser.headers).get(ME)).body).toMatchObject({ memberships: [] });
    await world.a.rows('UPDATE account SET disabled_at = now() WHERE id = $1', [member.actor.accountId]);
    expect((await world.at(browser.headers).get(ME)).status).toBe(401);
  });
});

describe('POST /auth/sign-out', () => {
  it('ends the session at once and takes the cookie back', async () => {
    const browser = await browserOf(world, member);
    const answer = await world.at(browser.headers).post('/api/v1/auth/sign-out');
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toMatch(/^heed_session=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    expect((await world.at(browser.headers).get(ME)).status).toBe(401);
    expect(await eventsOf(world, 'session.ended')).toMatchObject([
      { person_id: member.actor.personId, object_id: browser.sessionId },
    ]);
  });

  it('asks for a session', async () => {
    expect((await world.at().post('/api/v1/auth/sign-out')).status).toBe(401);
    expect(
      (await world.at({ authorization: `Bearer ${member.token}` }).post('/api/v1/auth/sign-out')).body,
    ).toMatchObject({ status: 401, code: 'sign-in-again' });
  });
});
