// Who reads /metrics, and that nothing in it tells of people or what they work on.

import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { createHttpApp } from '../../src/http.js';
import { openServingApp } from '../support/serving-app.js';
import { fileSettings } from '../support/settings.js';
import { openWorld, ORIGIN, type World } from '../support/world.js';

const TOKEN = 'a-token-of-the-operator-of-40-characters';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** The value of a metric with these labels, in the text format. */
function valueOf(text: unknown, name: string, labels = ''): number {
  const line = String(text)
    .split('\n')
    .find((each) => each.startsWith(labels === '' ? `${name} ` : `${name}{${labels}} `));
  return Number(line?.split(' ').at(-1));
}

describe('GET /metrics', () => {
  it('counts requests by the template of their route, with their durations', async () => {
    const member = await world.a.member();
    const before = await world.at().get('/metrics');
    expect(before.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    await world.as(member).get('/themes');
    await world.as(member).get('/themes');
    await world.as(member).get('/themes/not-an-id');

    const { body } = await world.at().get('/metrics');

    const route = '/api/v1/workspaces/:workspace/themes';
    const added = (name: string, labels: string): number =>
      valueOf(body, name, labels) - (valueOf(before.body, name, labels) || 0);
    expect(added('heed_http_requests_total', `method="GET",route="${route}",status="200"`)).toBe(2);
    expect(added('heed_http_requests_total', `method="GET",route="${route}/:id",status="400"`)).toBe(1);
    expect(added('heed_http_request_duration_seconds_count', `method="GET",route="${route}"`)).toBe(2);
  });

  it('counts audit events, allowed and denied', async () => {
    const editor = await world.a.member();
    const count = async (outcome: string): Promise<number> =>
      valueOf((await world.at().get('/metrics')).body, 'heed_audit_events_total', `outcome="${outcome}"`) || 0;
    const before = [await count('allow'), await count('deny')];
    await world.as(editor).post('/themes', { code: 'a-theme', label: 'A theme' });
    await world.at().post('/api/v1/auth/sign-in', { email: 'nobody@test.example', password: 'wrong' });
    expect([await count('allow'), await count('deny')]).toEqual([before[0]! + 1, before[1]! + 1]);
  });

  it('says how the process is: connections, lag, memory', async () => {
    const serving = await openServingApp(ORIGIN, 3);
    const { body } = await serving.app.inject({ url: '/metrics' });
    await serving.close();
    expect(valueOf(body, 'heed_database_connections', 'state="idle"')).toBe(3);
    expect(valueOf(body, 'heed_database_connections', 'state="in-use"')).toBe(0);
    expect(valueOf(body, 'heed_database_connections', 'state="waiting"')).toBe(0);
    expect(valueOf(body, 'heed_event_loop_lag_seconds', 'state="max"')).toBeGreaterThanOrEqual(0);
    expect(valueOf(body, 'heed_process_memory_bytes', 'state="resident"')).toBeGreaterThan(1e7);
  });

  it('holds no slug, id, name, address or query, whatever was asked', async () => {
    const member = await world.a.member({ name: 'Canary Name' });
    await world.as(member).post('/themes', { code: 'canary', label: 'Canary label' });
    await world.as(member).get('/recommendations?q=canary');
    await world.at().get('/canary/path');
    await world.at().send('DELETE', '/canary');
    const text = (await world.at().get('/metrics')).body as unknown as string;
    for (const secret of [world.a.slug, world.a.workspaceId, member.actor.personId, member.token])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/canary/i);
    expect(text).toContain('route="unknown"');
  });
});

describe('/metrics is for the operator', () => {
  let app: NestFastifyApplication | undefined;
  afterAll(() => app?.close());

  async function open(origin: string, metricsToken?: string): Promise<void> {
    await app?.close();
    const configuration = {
      masterKey: Buffer.alloc(32),
      origin,
      logLevel: 'silent' as const,
      isDemonstration: false,
      metricsToken,
      ...fileSettings(),
    };
    app = await createHttpApp(AppModule.register({ dataSource: { manager: world.tx }, configuration }));
  }
  const ask = async (remoteAddress: string, headers: Record<string, string> = {}): Promise<number> =>
    (await app!.inject({ url: '/metrics', remoteAddress, headers })).statusCode;

  it('without a token: from this machine, while people reach Heed at it', async () => {
    await open(ORIGIN);
    for (const address of ['127.0.0.1', '127.5.0.1', '::1', '::ffff:127.0.0.1'])
      expect([address, await ask(address)]).toEqual([address, 200]);
    for (const address of ['10.0.0.1', '::ffff:10.0.0.1', '2001:db8::1', '127.0.0.1.example'])
      expect([address, await ask(address)]).toEqual([address, 404]);
  });

  it('without a token, behind a proxy: from nowhere, since everybody comes from the proxy', async () => {
    await open('https://heed.example.org');
    expect(await ask('127.0.0.1')).toBe(404);
  });

  it('with a token: for whoever sends it, from anywhere', async () => {
    await open('https://heed.example.org', TOKEN);
    expect(await ask('10.0.0.1', { authorization: `Bearer ${TOKEN}` })).toBe(200);
    for (const authorization of ['', 'Bearer', `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`, TOKEN])
      expect([authorization, await ask('127.0.0.1', { authorization })]).toEqual([authorization, 401]);
    expect(await ask('127.0.0.1')).toBe(401);
  });

  it("takes no member's token for the operator's", async () => {
    await open('https://heed.example.org', TOKEN);
    const { token } = await world.a.member({ roles: ['administrator'] });
    expect(await ask('127.0.0.1', { authorization: `Bearer ${token}` })).toBe(401);
  });
});
