// The page as the server hands it out: one document at its addresses, files that may be kept, and nothing else of the disk.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { browserOf } from '../support/people.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let app: NestFastifyApplication;
beforeAll(async () => {
  world = await openWorld();
  app = world.app;
});
// The transaction ends with its connection, which world.ts closes.

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });
const told = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="me">(.*?)<\/script>/.exec(html)?.[1] ?? 'null');
const scriptOf = (html: string): string => /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';

describe('the page', () => {
  it.each([
    '/',
    '/sign-in',
    '/sign-in/k7mq-2xwp-hd9r',
    '/sign-in/return?code=x',
    '/account',
    '/second-factor',
    '/invitations/abc',
    '/recoveries/abc',
    '/w/dprk/recommendations/1?side=response',
  ])('is one document at %s, under a policy of its own', async (address) => {
    const { statusCode, headers, body } = await get(address);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    const [, nonce] = /'nonce-([\w+/=]+)'/.exec(String(headers['content-security-policy'])) ?? [];
    expect(body).toContain(`nonce="${nonce!}"`);
    expect(body).not.toContain('HEED_NONCE');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce!}'; img-src 'self' data: blob:; font-src 'self'; ` +
        `connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
  });

  it('has another nonce each time', async () => {
    const [first, second] = [await get('/'), await get('/')];
    expect(first.headers['content-security-policy']).not.toBe(second.headers['content-security-policy']);
  });

  it('says with the document who opens it, as data out of which no name breaks', async () => {
    const member = await world.a.member({ name: '</script><b>$&' });
    const { headers } = await browserOf(world, member);
    const { body, headers: answered } = await get(`/w/${world.a.slug}/for-me`, headers);
    const { body: me } = await world.at(headers).get('/api/v1/me');
    expect(told(body)).toEqual(me);
    expect(body).not.toContain('<b>');
    expect(answered['cache-control']).toBe('no-store');
  });

  it('says nothing to whom it does not know, and nothing where nobody has to be signed in', async () => {
    const member = await world.a.member({});
    const { headers, sessionId } = await browserOf(world, member);
    const bodies = [await get('/'), await get('/', { cookie: 'heed_session=x' }), await get('/sign-in', headers)];
    await world.a.rows('UPDATE session SET ended_at = now() WHERE id = $1', [sessionId]);
    for (const { body } of [...bodies, await get('/', headers)]) expect(body).not.toContain('application/json');
  });

  it('lets its files be kept for good, and sends them compressed', async () => {
    const script = scriptOf((await get('/')).body);
    const [plain, small] = [await get(script), await get(script, { 'accept-encoding': 'gzip, br' })];
    expect([plain.statusCode, small.statusCode]).toEqual([200, 200]);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });

  it.each([
    '/nothing',
    '/index.html',
    '/assets/',
    '/assets/../index.html',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/w',
    '/src/main.js',
    '/.heed/master-key',
  ])('answers %s with a problem and not with a file', async (address) => {
    const { statusCode, headers } = await get(address);
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('is no answer for a path of the API that does not exist', async () => {
    const { statusCode, headers } = await get('/api/v1/nothing', { accept: 'text/html' });
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
  });
});
