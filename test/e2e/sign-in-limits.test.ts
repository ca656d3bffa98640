import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppModule } from '../../src/app.module.js';
import { AuthKeys } from '../../src/auth/auth-keys.js';
import { RecoveriesService } from '../../src/auth/recoveries.service.js';
import { BOUNDS } from '../../src/auth/sign-in-bounds.js';
import { createHttpApp } from '../../src/http.js';
import type { Member } from '../factories/factories.js';
import { browserOf, PASSWORD, withPassword } from '../support/people.js';
import { fileSettings } from '../support/settings.js';
import { openWorld, ORIGIN, type World } from '../support/world.js';

const HOME = '198.51.100.7';
const ELSEWHERE = '203.0.113.9';
const UNKNOWN = 'nobody@test.example';

let world: World;
let member: Member;
let email: string;
beforeEach(async () => {
  world = await openWorld();
  member = await world.a.member();
  email = await withPassword(world, member);
});
afterEach(() => world.close());

interface Sent {
  status: number;
  wait: number;
  cookie: string;
  said: string;
}

async function send(
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  from: string,
  payload?: object,
  headers = {},
): Promise<Sent> {
  const answer = await world.app.inject({
    method,
    url,
    remoteAddress: from,
    headers: { origin: ORIGIN, ...headers },
    ...(payload && { payload }),
  });
  const given = [answer.headers['set-cookie'] ?? []].flat();
  const { requestId: _, ...body } = answer.body === '' ? {} : answer.json<{ requestId?: string }>();
  return {
    status: answer.statusCode,
    wait: Number(answer.headers['retry-after'] ?? 0),
    cookie: given.find((cookie) => cookie.startsWith('heed_known='))?.split(';')[0] ?? '',
    said: JSON.stringify(body),
  };
}

const signIn = (password: string, from = HOME, cookie = '', as = email): Promise<Sent> =>
  send('POST', '/api/v1/auth/sign-in', from, { email: as, password }, cookie === '' ? {} : { cookie });

const markOf = (...parts: string[]): Buffer => world.app.get(AuthKeys).mark('attempts', ...parts);
/** As if so many had failed within the time that counts. */
const pretend = (kind: keyof typeof BOUNDS, ...of: string[]) =>
  world.a.rows(
    `INSERT INTO sign_in_attempt VALUES ($1, $2, now() + $3 * interval '1 second')
     ON CONFLICT (mark) DO UPDATE SET failures = $2`,
    [markOf(kind, ...of), BOUNDS[kind].most, BOUNDS[kind].seconds],
  );
const failures = async (kind: keyof typeof BOUNDS, ...of: string[]): Promise<number | undefined> =>
  (
    await world.a.rows<{ failures: number }>('SELECT failures FROM sign_in_attempt WHERE mark = $1', [
      markOf(kind, ...of),
    ])
  )[0]?.failures;

describe('one address of an account, from one network', () => {
  it('fails ten times; then even the right password waits, and nothing else does', async () => {
    const wrong: Sent[] = [];
    for (let n = 0; n < 11; n += 1) wrong.push(await signIn('wrong'));
    expect(wrong.map(({ status }) => status)).toEqual([...Array<number>(10).fill(401), 429]);
    expect(wrong[10]!.wait).toBeGreaterThan(0);
    expect(wrong[10]!.wait).toBeLessThanOrEqual(900);
    expect((await signIn(PASSWORD)).status).toBe(429);
    expect(await world.a.rows('SELECT id FROM session WHERE account_id = $1', [member.actor.accountId])).toEqual([]);

    expect((await signIn('wrong', HOME, '', UNKNOWN)).status).toBe(401);
    expect((await signIn(PASSWORD, ELSEWHERE)).status).toBe(200);
  });

  it('counts refused tries for nothing, so that they keep nobody else out', async () => {
    await pretend('pair', email, HOME);
    for (let n = 0; n < 5; n += 1) expect((await signIn('wrong')).status).toBe(429);
    expect(await failures('account', email)).toBeUndefined();
    expect(await failures('network', HOME)).toBeUndefined();
    expect(await failures('pair', email, HOME)).toBe(10);
  });

  it('counts anew once the time is over', async () => {
    await pretend('pair', email, HOME);
    await world.a.rows("UPDATE sign_in_attempt SET ends_at = now() - interval '1 second'");
    expect((await signIn('wrong')).status).toBe(401);
    expect(await failures('pair', email, HOME)).toBe(1);
  });

  it('is told the same whether there is such an account', async () => {
    await pretend('pair', email, HOME);
    await pretend('pair', UNKNOWN, HOME);
    const [known, unknown] = [await signIn('wrong'), await signIn('wrong', HOME, '', UNKNOWN)];
    expect(known.said.replace(/"retryAfter":\d+/, '')).toBe(unknown.said.replace(/"retryAfter":\d+/, ''));
    expect(known.status).toBe(429);
  });

  it('is known however it is written', async () => {
    await pretend('pair', email, HOME);
    expect((await signIn(PASSWORD, HOME, '', ` ${email.toUpperCase()}`)).status).toBe(429);
  });
});

describe('a right password', () => {
  it('counts for nothing, and takes nothing back that others did', async () => {
    for (let n = 0; n < 3; n += 1) await signIn('wrong');
    expect((await signIn(PASSWORD)).status).toBe(200);
    expect(await failures('pair', email, HOME)).toBe(3);
    expect(await failures('network', HOME)).toBe(3);
  });

  it('from a browser that signed in before is let through, whatever others do', async () => {
    const { cookie } = await signIn(PASSWORD);
    expect(cookie).toMatch(/^heed_known=[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/);
    await pretend('pair', email, HOME);
    await pretend('network', HOME);
    await pretend('account', email);
    expect((await signIn(PASSWORD, HOME)).status).toBe(429);
    expect((await signIn(PASSWORD, HOME, cookie)).status).toBe(200);
    expect((await signIn(PASSWORD, ELSEWHERE, cookie)).status).toBe(200);
  });

  it('is let through on a known browser for this account and this password alone, and not without end', async () => {
    const { cookie } = await signIn(PASSWORD);
    const other = await withPassword(world, await world.a.member());
    await pretend('pair', email, HOME);
    await pretend('pair', other, HOME);
    expect((await signIn(PASSWORD, HOME, cookie, other)).status).toBe(429);
    const forged = cookie.replace(/\.(.)/, (_, first) => (first === 'A' ? '.B' : '.A'));
    expect((await signIn(PASSWORD, HOME, forged)).status).toBe(429);
    for (let n = 0; n < 10; n += 1) expect((await signIn('wrong', HOME, cookie)).status).toBe(401);
    expect((await signIn(PASSWORD, HOME, cookie)).status).toBe(429);

    await world.a.rows("UPDATE account SET password_hash = 'changed' WHERE id = $1", [member.actor.accountId]);
    await world.a.rows('DELETE FROM sign_in_attempt WHERE mark <> $1', [markOf('pair', email, HOME)]);
    expect((await signIn('wrong', HOME, cookie)).status).toBe(429);
  });
});

describe('an account that many networks try', () => {
  it('waits a minute at most, but not where it was signed in from before', async () => {
    expect((await signIn(PASSWORD, HOME)).status).toBe(200);
    await pretend('account', email);
    const refused = await signIn(PASSWORD, ELSEWHERE);
    expect(refused.status).toBe(429);
    expect(refused.wait).toBeLessThanOrEqual(60);
    expect((await signIn(PASSWORD, HOME)).status).toBe(200);
    await world.a.rows("UPDATE session SET created_at = now() - interval '91 days'");
    expect((await signIn(PASSWORD, HOME)).status).toBe(429);
  });
});

describe('a network', () => {
  it('fails a hundred times, whatever the account', async () => {
    await pretend('network', HOME);
    expect((await signIn(PASSWORD, HOME)).status).toBe(429);
    expect((await signIn('wrong', HOME, '', UNKNOWN)).status).toBe(429);
    expect((await signIn(PASSWORD, ELSEWHERE)).status).toBe(200);
  });

  it('of IPv6 is the first half of the address', async () => {
    await pretend('network', '2001:db8:1:2');
    expect((await signIn(PASSWORD, '2001:db8:1:2:aaaa::1')).status).toBe(429);
    expect((await signIn(PASSWORD, '2001:db8:1:3::1')).status).toBe(200);
  });
});

describe('the password that one has', () => {
  it('is guessed ten times by whoever changes it, and signing in goes on', async () => {
    const { headers } = await browserOf(world, member);
    const change = (current: string) =>
      send('PATCH', '/api/v1/me/password', HOME, { current, new: 'lantern orbit quiet mustard' }, headers);
    expect((await change('wrong')).status).toBe(422);
    expect(await failures('change', member.actor.accountId)).toBe(1);
    await pretend('change', member.actor.accountId);
    expect((await change(PASSWORD)).status).toBe(429);
    expect((await signIn(PASSWORD)).status).toBe(200);
    await world.a.rows("UPDATE sign_in_attempt SET ends_at = now() - interval '1 second'");
    expect((await change(PASSWORD)).status).toBe(204);
    expect(await failures('change', member.actor.accountId)).toBe(0);
  });
});

describe('behind a proxy', () => {
  const networkSeen = async (trusted: string[], from: string): Promise<string[]> => {
    const configuration = {
      masterKey: randomBytes(32),
      origin: 'https://heed.example.org',
      logLevel: 'silent' as const,
      isDemonstration: false,
      trustedProxies: trusted,
      ...fileSettings(),
    };
    const app = await createHttpApp(AppModule.register({ dataSource: { manager: world.tx }, configuration }), trusted);
    await app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      remoteAddress: from,
      headers: { 'x-forwarded-for': `${ELSEWHERE}, ${HOME}` },
      payload: { email: UNKNOWN, password: 'wrong' },
    });
    const rows = await world.a.rows<{ mark: Buffer }>('SELECT mark FROM sign_in_attempt');
    await world.a.rows('DELETE FROM sign_in_attempt');
    const marks = rows.map(({ mark }) => mark.toString('hex'));
    const keys = app.get(AuthKeys);
    await app.close();
    return [HOME, ELSEWHERE, from].filter((ip) => marks.includes(keys.mark('attempts', 'network', ip).toString('hex')));
  };

  it('believes whom it names, and the last address that it says', async () => {
    expect(await networkSeen(['192.0.2.80'], '192.0.2.80')).toEqual([HOME]);
    expect(await networkSeen(['192.0.2.80'], '192.0.2.81')).toEqual(['192.0.2.81']);
    expect(await networkSeen([], '192.0.2.80')).toEqual(['192.0.2.80']);
  });

  it('that is not named counts no networks where everybody comes from this machine', async () => {
    expect(await networkSeen([], '127.0.0.1')).toEqual([]);
  });
});

describe('what is kept', () => {
  it('names neither addresses nor networks, and goes by itself', async () => {
    await signIn('wrong');
    const rows = await world.a.rows<{ mark: Buffer }>('SELECT mark FROM sign_in_attempt');
    expect(rows).toHaveLength(3);
    for (const text of [email, HOME]) {
      for (const { mark } of rows) expect(mark.toString('latin1')).not.toContain(text);
    }
    await world.a.rows("UPDATE sign_in_attempt SET ends_at = now() - interval '2 hours'");
    await signIn('wrong', ELSEWHERE, '', UNKNOWN);
    expect(await failures('pair', email, HOME)).toBeUndefined();
  });
});

describe('links', () => {
  const opened = (token: string, from = HOME) => send('GET', `/api/v1/auth/invitations/${token}`, from);
  const invite = async (to: string): Promise<string> => {
    const administrator = await browserOf(world, await world.a.member({ roles: ['administrator'] }));
    const { organizationId } = world.a;
    const { body } = await administrator.post('/invitations', { email: to, organizationId, roles: ['editor'] });
    return String(body['token']);
  };

  it('that are none are tried thirty times from one network', async () => {
    const token = await invite('new@test.example');
    expect((await opened(token)).status).toBe(200);
    expect(await failures('link', HOME)).toBe(0);
    expect((await opened('a'.repeat(43))).status).toBe(404);
    expect(await failures('link', HOME)).toBe(1);

    await pretend('link', HOME);
    const offered = await world.app.get(RecoveriesService).offer(email, 'recover');
    const recovery = `/api/v1/auth/recoveries/${offered!.token}`;
    const password = 'lantern orbit quiet mustard';
    for (const answer of [
      await opened(token),
      await send('POST', `/api/v1/auth/invitations/${token}`, HOME, { name: 'x', password }),
      await send('POST', recovery, HOME, { password }),
    ])
      expect(answer.status).toBe(429);
    expect((await opened(token, ELSEWHERE)).status).toBe(200);
    expect((await send('POST', recovery, ELSEWHERE, { password })).status).toBe(200);
  });

  it('let nobody try the passwords of an account', async () => {
    const token = await invite(email);
    await pretend('pair', email, HOME);
    const accept = (from: string) =>
      send('POST', `/api/v1/auth/invitations/${token}`, from, { name: 'x', password: 'lantern orbit quiet mustard' });
    expect((await accept(HOME)).status).toBe(429);
    expect((await accept(ELSEWHERE)).status).toBe(401);
  });
});
