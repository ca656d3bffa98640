// How much may be asked, each bound reached alone, and none of them by another's doing.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { AuthKeys } from '../../src/auth/auth-keys.js';
import { createHttpApp } from '../../src/http.js';
import { Factories, type Member } from '../factories/factories.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';
import { fileSettings, MASTER_KEY } from '../support/settings.js';
import { ORIGIN } from '../support/world.js';

/** Of one session or token; an account has 200, a workspace 2000, an address 50, and ten are never taken away. */
const MOST = 100;
const FEW = 10;
const HOME = '198.51.100.7';

const files = fileSettings({ requestsPerMinute: MOST });
let serving: ServingApp;
/** A second process on the same database. */
let other: NestFastifyApplication;
let owner: DataSource;
let a: Factories;
beforeAll(async () => {
  serving = await openServingApp(ORIGIN, 10, files);
  const configuration = {
    masterKey: MASTER_KEY,
    origin: ORIGIN,
    logLevel: 'silent' as const,
    isDemonstration: false,
    ...files,
  };
  other = await createHttpApp(AppModule.register({ dataSource: serving.dataSource, configuration }));
  owner = await new DataSource({ type: 'postgres', url: serving.url }).initialize();
});
beforeEach(async () => {
  a = await Factories.inNewWorkspace(owner.manager);
});
afterAll(async () => {
  await other.close();
  await serving.close();
  await owner.destroy();
});

interface From {
  app?: NestFastifyApplication;
  address?: string;
}
const ask = async (token: string | undefined, { app = serving.app, address = HOME }: From = {}) => {
  const { statusCode, headers } = await app.inject({
    method: 'GET',
    url: `/api/v1/workspaces/${a.slug}/themes`,
    remoteAddress: address,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return { status: statusCode, wait: Number(headers['retry-after'] ?? 0) };
};
/** How many of so many get through. */
const through = async (token: string | undefined, times: number, from: From = {}): Promise<number> => {
  let count = 0;
  for (let n = 0; n < times; n += 1) if ((await ask(token, from)).status !== 429) count += 1;
  return count;
};
const another = (member: Member): Promise<string> => a.token(member.actor.accountId, 'editor');
const pretend = (kind: string, of: string, taken: number) =>
  owner.query(
    `INSERT INTO request_count VALUES ($1, $2, now() + interval '1 minute') ON CONFLICT (mark) DO UPDATE SET taken = $2`,
    [serving.app.get(AuthKeys).mark('requests', kind, of), taken],
  );

describe('one token', () => {
  it('asks a hundred times in a minute; then it waits, changes nothing, and nobody else does', async () => {
    const member = await a.member();
    expect(await through(member.token, MOST + 20)).toBe(MOST);
    const refused = await ask(member.token);
    expect(refused.status).toBe(429);
    expect(refused.wait).toBeGreaterThan(0);
    expect(refused.wait).toBeLessThanOrEqual(60);

    const writing = await serving.app.inject({
      method: 'POST',
      url: `/api/v1/workspaces/${a.slug}/themes`,
      headers: { authorization: `Bearer ${member.token}` },
      payload: { code: 'late', label: 'Late' },
    });
    expect([writing.statusCode, writing.json<{ code: string }>().code]).toEqual([429, 'too-many-requests']);
    expect(await owner.query('SELECT FROM theme')).toEqual([]);
    expect(await owner.query('SELECT FROM audit_event WHERE workspace_id = $1', [a.workspaceId])).toEqual([]);

    expect((await ask(await another(member))).status).toBe(200);
    expect((await ask((await a.member()).token)).status).toBe(200);
  });

  it('asks as often of two processes together', async () => {
    const { token } = await a.member();
    const counts = [];
    for (let n = 0; n < 8; n += 1) counts.push(await through(token, 20), await through(token, 20, { app: other }));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(MOST);
  });

  it('of many at the same moment gets no more through', async () => {
    const { token } = await a.member();
    const answers = await Promise.all(Array.from({ length: MOST + 50 }, () => ask(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(MOST);
  });

  it('asks anew once the minute is over', async () => {
    const member = await a.member();
    await through(member.token, MOST + 1);
    expect((await ask(member.token, { app: other })).status).toBe(429);
    await owner.query("UPDATE request_count SET ends_at = now() - interval '1 second'");
    const third = await createHttpApp(
      AppModule.register({
        dataSource: serving.dataSource,
        configuration: { masterKey: MASTER_KEY, origin: ORIGIN, logLevel: 'silent', isDemonstration: false, ...files },
      }),
    );
    expect((await ask(member.token, { app: third })).status).toBe(200);
    await third.close();
  });
});

describe('one account', () => {
  it('asks two hundred times with all its tokens; each of them goes on asking a little', async () => {
    const member = await a.member();
    const tokens = [member.token, await another(member), await another(member)];
    expect(await through(tokens[0], MOST)).toBe(MOST);
    expect(await through(tokens[1], MOST)).toBe(MOST);
    expect(await through(tokens[2], FEW + 5)).toBe(FEW);
    expect((await ask((await a.member()).token)).status).toBe(200);
  });
});

describe('one workspace', () => {
  it('that was asked too much refuses those who ask much, and nobody who asks little', async () => {
    await pretend('workspace', a.workspaceId, 20 * MOST);
    const [busy, calm] = [await a.member(), await a.member()];
    expect(await through(busy.token, FEW + 5)).toBe(FEW);
    expect(await through(calm.token, FEW)).toBe(FEW);
    a = await Factories.inNewWorkspace(owner.manager);
    const elsewhere = await a.member();
    expect(await through(elsewhere.token, FEW + 5)).toBe(FEW + 5);
  });
});

describe('one address', () => {
  it('asks fifty times without being known; whoever is known there, or signs in, does not wait', async () => {
    const address = '203.0.113.9';
    expect(await through(undefined, 60, { address })).toBe(50);
    expect(await through('heed_nothing', 3, { address })).toBe(0);
    expect(await through('heed_nothing', 3, { address: '203.0.113.10' })).toBe(3);
    const { token } = await a.member();
    expect(await through(token, MOST, { address })).toBe(MOST);
    const signIn = await serving.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      remoteAddress: address,
      headers: { origin: ORIGIN },
      payload: { email: 'nobody@test.example', password: 'wrong' },
    });
    expect(signIn.statusCode).toBe(401);
    expect((await serving.app.inject({ url: '/health/live', remoteAddress: address })).statusCode).toBe(200);
    expect((await serving.app.inject({ url: '/', remoteAddress: address })).statusCode).toBe(200);
  });
});

it('keeps neither accounts, tokens, workspaces nor addresses, and forgets by itself', async () => {
  const member = await a.member();
  await ask(member.token);
  await ask(undefined, { address: '203.0.113.77' });
  const rows = await owner.query<{ row: string }[]>('SELECT request_count::text AS row FROM request_count');
  const hex = (text: string) => Buffer.from(text).toString('hex');
  for (const { row } of rows)
    for (const text of [member.token, member.actor.accountId, a.workspaceId, '203.0.113.77'])
      expect(row.includes(text) || row.includes(hex(text))).toBe(false);
  await owner.query("UPDATE request_count SET ends_at = now() - interval '1 hour'");
  await ask((await a.member()).token, { app: other });
  expect(
    (await owner.query<unknown[]>("SELECT FROM request_count WHERE ends_at < now() - interval '30 minutes'")).length,
  ).toBeLessThan(rows.length);
});
