import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verify } from '@node-rs/argon2';
import { v7 as uuid } from 'uuid';
import { SYSTEM_PERSON } from '../../src/access/system-actor.js';
import { RecoveriesService } from '../../src/auth/recoveries.service.js';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf, digest, PASSWORD, withPassword } from '../support/people.js';
import { cookiesOf, withAuthenticator } from '../support/second-factors.js';
import { bytesOf, refused } from '../support/record.js';
import { type Answer, openWorld, ORIGIN, type World } from '../support/world.js';

const NEW_PASSWORD = 'a new long password';

let world: World;
let member: Member;
let email: string;
let browser: Browser;
beforeEach(async () => {
  world = await openWorld();
  member = await world.a.member({ roles: ['editor', 'verifier'] });
  email = await withPassword(world, member);
  browser = await browserOf(world, member);
});
afterEach(() => world.close());

/** What the operator's command does. */
const offer = async (to = email): Promise<string | undefined> => {
  const offered = await world.app.get(RecoveriesService).offer(to, 'recover');
  return offered && `/api/v1/auth/recoveries/${offered.token}`;
};
const use = (
  path: string | undefined,
  password = NEW_PASSWORD,
  headers: Record<string, string> = {},
): Promise<Answer> => world.at(headers).post(path ?? '', { password });
const signIn = (password: string): Promise<Answer> => world.at().post('/api/v1/auth/sign-in', { email, password });
const links = () =>
  world.a.rows(
    'SELECT token_hash, used_at IS NOT NULL AS used, ended_at IS NOT NULL AS ended FROM recovery WHERE account_id = $1 ORDER BY created_at',
    [member.actor.accountId],
  );
const events = (action: string) =>
  world.a.rows(
    `SELECT object_type, object_id, person_id, workspace_id, session_id FROM audit_event WHERE action = $1 ORDER BY workspace_id NULLS FIRST`,
    [action],
  );

describe('a link to recover an account', () => {
  it('lasts an hour, is kept as a hash, and changes nothing until it is used', async () => {
    const path = await offer(email.toUpperCase());

    expect(path).toMatch(/^\/api\/v1\/auth\/recoveries\/[A-Za-z0-9_-]{43}$/);
    expect(await links()).toEqual([{ token_hash: digest(path!.split('/').at(-1)!), used: false, ended: false }]);
    const [row] = await world.a.rows(
      "SELECT expires_at - created_at BETWEEN '59 minutes' AND '61 minutes' AS hour FROM recovery",
    );
    expect(row).toEqual({ hour: true });
    expect((await signIn(PASSWORD)).status).toBe(200);
    expect((await browser.get('/themes')).status).toBe(200);
  });

  it('is told in the log of every workspace of the person, where administrators read it', async () => {
    const elsewhere = await world.a.otherWorkspace();
    const there = await elsewhere.member({ personId: member.actor.personId });
    await offer();

    const system = { person_id: SYSTEM_PERSON };
    const found = await events('recovery.created');
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        { ...system, object_type: 'account', object_id: member.actor.accountId, workspace_id: null, session_id: null },
        {
          ...system,
          object_type: 'member',
          object_id: member.actor.membershipId,
          workspace_id: world.a.workspaceId,
          session_id: SYSTEM_PERSON,
        },
        {
          ...system,
          object_type: 'member',
          object_id: there.actor.membershipId,
          workspace_id: elsewhere.workspaceId,
          session_id: SYSTEM_PERSON,
        },
      ]),
    );
    const administrator = await world.a.member({ roles: ['administrator'] });
    const log = await world.as(administrator).get('/audit/events?action=recovery.created');
    expect(log.body['items']).toMatchObject([{ action: 'recovery.created', objectId: member.actor.membershipId }]);
  });

  it('is told to the person, without its secret', async () => {
    const path = await offer();
    const caller = world.at(browser.headers);
    const { status, body } = await caller.get('/api/v1/me/recoveries');
    expect(status).toBe(200);
    expect(body['items']).toMatchObject([{ state: 'open', usedAt: null }]);
    expect(JSON.stringify(body)).not.toContain(path!.split('/').at(-1)!);
    expect((await world.at({ authorization: `Bearer ${member.token}` }).get('/api/v1/me/recoveries')).status).toBe(401);
    const other = await browserOf(world, await world.a.member());
    expect((await world.at(other.headers).get('/api/v1/me/recoveries')).body['items']).toEqual([]);
  });

  it('ends the one before it', async () => {
    const first = await offer();
    const second = await offer();
    await refused(world, () => use(first), 404, 'not-found');
    expect((await use(second)).status).toBe(200);
    expect(await links()).toMatchObject([
      { used: false, ended: true },
      { used: true, ended: false },
    ]);
  });

  it('is made for nobody unknown or disabled', async () => {
    expect(await offer('nobody@test.example')).toBeUndefined();
    await world.a.rows('UPDATE account SET disabled_at = now() WHERE id = $1', [member.actor.accountId]);
    expect(await offer()).toBeUndefined();
    expect(await links()).toEqual([]);
  });

  it('ends when the person changes the password meanwhile', async () => {
    const path = await offer();
    const changed = await world.at(browser.headers).send('PATCH', '/api/v1/me/password', {
      current: PASSWORD,
      new: 'yet another password',
    });
    expect(changed.status).toBe(204);
    await refused(world, () => use(path), 404, 'not-found');
  });
});

describe('POST /auth/recoveries/{token}', () => {
  it('takes every second factor away with its recovery codes: whoever lost the phone gets in with the new password', async () => {
    const app = await withAuthenticator(world, member);
    const code = { id: uuid(), account_id: member.actor.accountId, mark: Buffer.alloc(32, 7) };
    await world.a.insert('recovery_code', code);
    const half = cookiesOf((await signIn(PASSWORD)).headers['set-cookie'], 'heed_step');
    const { body } = await use(await offer());
    expect(body).toMatchObject({ endedSecondFactors: 1 });
    const step = await world.at({ cookie: half }).post('/api/v1/auth/second-factor', { code: app.code() });
    expect(step.body['code']).toBe('password-first');
    expect((await signIn(NEW_PASSWORD)).status).toBe(200);
    const left = await world.a.rows('SELECT id FROM recovery_code WHERE ended_at IS NULL');
    expect(left).toEqual([]);
  });

  it('sets the password, and ends every session and token of the account, and says so', async () => {
    const second = await browserOf(world, member);
    const path = await offer();

    const { status, body, headers } = await use(path);

    expect([status, body]).toEqual([200, { endedSessions: 2, endedTokens: 2, endedSecondFactors: 0 }]);
    expect(headers['set-cookie']).toBeUndefined();
    for (const each of [browser, second]) expect((await each.get('/themes')).status).toBe(401);
    expect((await world.as(member).get('/themes')).status).toBe(401);
    expect([(await signIn(PASSWORD)).status, (await signIn(NEW_PASSWORD)).status]).toEqual([401, 200]);
    const [account] = await world.a.rows<{ password_hash: string }>('SELECT password_hash FROM account WHERE id = $1', [
      member.actor.accountId,
    ]);
    expect(account!.password_hash).toContain('m=65536,t=3');
    expect(await verify(account!.password_hash, NEW_PASSWORD)).toBe(true);
  });

  it("leaves other accounts' sessions alone", async () => {
    const other = await browserOf(world, await world.a.member());
    await use(await offer());
    expect((await other.get('/themes')).status).toBe(200);
  });

  it('stands in the log as an act of the person, with a receipt', async () => {
    const answer = await use(await offer());
    const found = await events('recovery.used');
    expect(found).toMatchObject(
      [
        {
          object_type: 'account',
          object_id: member.actor.accountId,
          person_id: member.actor.personId,
          workspace_id: null,
        },
        {
          object_type: 'member',
          object_id: member.actor.membershipId,
          person_id: member.actor.personId,
          workspace_id: world.a.workspaceId,
        },
      ].sort((a, b) => Number(a.workspace_id !== null) - Number(b.workspace_id !== null)),
    );
    expect(answer.headers['audit-receipt']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('works once', async () => {
    const path = await offer();
    await use(path);
    await refused(world, () => use(path, 'some other password'), 404, 'not-found');
    expect((await signIn(NEW_PASSWORD)).status).toBe(200);
  });

  it('answers the same, byte for byte, to a used, an ended, a lapsed and an unknown link', async () => {
    const unknown = bytesOf(await use(`/api/v1/auth/recoveries/${'a'.repeat(43)}`));
    const ended = await offer();
    const used = await offer();
    await use(used);
    const lapsed = await offer();
    await world.a.rows("UPDATE recovery SET expires_at = now() - interval '1 second' WHERE used_at IS NULL");
    for (const path of [ended, used, lapsed, '/api/v1/auth/recoveries/x'])
      expect(bytesOf(await use(path))).toBe(unknown);
  });

  it('is refused for a disabled account', async () => {
    const path = await offer();
    await world.a.rows('UPDATE account SET disabled_at = now() WHERE id = $1', [member.actor.accountId]);
    await refused(world, () => use(path), 404, 'not-found');
  });

  it.each([{}, { password: 'short' }, { password: 'a'.repeat(201) }, { password: NEW_PASSWORD, email: 'a@b.example' }])(
    'refuses %j, and the link goes on working',
    async (body) => {
      const path = await offer();
      await refused(world, () => world.at().post(path!, body), 400, 'invalid-input');
      expect((await use(path)).status).toBe(200);
    },
  );

  it('is refused from another page', async () => {
    const path = await offer();
    await refused(world, () => use(path, NEW_PASSWORD, { origin: 'https://evil.example' }), 403, 'foreign-request');
    expect((await use(path, NEW_PASSWORD, { origin: ORIGIN })).status).toBe(200);
  });
});
