// The contract that is kept in docs/ is the one that the code serves.

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openWorld, type World } from '../support/world.js';

interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  responses: Record<string, { description?: string }>;
}

let world: World;
let served: OpenAPIObject;
let operations: [string, Operation][];

beforeEach(async () => {
  world = await openWorld();
  served = (await world.at().get('/api/openapi.json')).body as unknown as OpenAPIObject;
  operations = Object.entries(served.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});
afterEach(() => world.close());

/** What a request can meet before its service is asked; of /health nothing, since it takes nothing. */
function failuresOf(route: string): string[] {
  if (/ \/(health\/|metrics)/.test(route)) return [];
  const isWriting = !route.startsWith('GET ');
  return [
    // Nothing in the request for these could be malformed, and the secret in a link is all that it takes.
    ...(/^GET .*\/(graph|for-me|news|permissions|recovery-codes|second-factors|invitations\/\{token\})$/.test(route)
      ? []
      : ['400']),
    ...(/^GET .*\/invitations\/\{token\}$|\/recoveries\/\{token\}$|\/provider-sign-ins$/.test(route) ? [] : ['401']),
    ...(route.includes('{') ? ['404'] : []),
    ...(isWriting ? ['403', '413', '415'] : []),
    ...(/ .*(role-requests|\}\/invitations)$/.test(route) ? ['403'] : []),
  ];
}

describe('the OpenAPI document', () => {
  test('is kept in docs/api/openapi.json: npm run openapi writes it', () => {
    const kept: unknown = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(served)));
  });

  test('is OpenAPI 3.1, with full paths', () => {
    expect(served.openapi).toBe('3.1.0');
    expect(
      operations.map(([route]) => route).filter((route) => !/ \/(api\/v1|health|metrics)\//.test(`${route}/`)),
    ).toEqual([]);
  });

  test('says of every operation what it does, who may call it, and what can fail', () => {
    const silent = operations.filter(
      ([, o]) => !o.summary || !/Permission|everybody|signed in|the operator/.test(o.description ?? ''),
    );
    expect(silent.map(([route]) => route)).toEqual([]);
    const unfailing = operations.filter(([route, o]) => failuresOf(route).some((status) => !o.responses[status]));
    expect(unfailing.map(([route]) => route)).toEqual([]);
    expect(new Set(operations.map(([, o]) => o.operationId)).size).toBe(operations.length);
  });

  test('promises no refusal that nobody can meet: every role reads the record', () => {
    const themes = operations.find(([route]) => route === 'GET /api/v1/workspaces/{workspace}/themes')![1];
    expect(Object.keys(themes.responses)).toEqual(['200', '400', '401', '404', '429']);
    const me = operations.find(([route]) => route === 'GET /api/v1/me')![1];
    expect(Object.keys(me.responses)).toEqual(['200', '400', '401', '429']);
  });

  test('keeps what it promises of bodies where none is expected', async () => {
    const caller = world.as(await world.a.member());
    const path = `/themes/${await world.a.theme()}`;
    const send = async (body: string, type: string): Promise<number> =>
      (await caller.send('DELETE', path, body, { 'content-type': type, 'if-match': '"1"' })).status;
    expect([
      await send('x', 'text/plain'),
      await send('{', 'application/json'),
      await send(JSON.stringify('x'.repeat(1_100_000)), 'application/json'),
    ]).toEqual([415, 400, 413]);
    expect(await world.a.rows('SELECT FROM theme')).toHaveLength(1);
  });

  test('says of every field what type it has', () => {
    const untyped = Object.entries(served.components?.schemas ?? {}).flatMap(([name, schema]) =>
      Object.entries((schema as { properties?: Record<string, Record<string, unknown>> }).properties ?? {})
        .filter(([, property]) => !['type', '$ref', 'allOf', 'anyOf', 'oneOf', 'enum'].some((key) => key in property))
        .map(([field]) => `${name}.${field}`),
    );
    expect(untyped).toEqual([]);
  });

  test('Swagger UI loads nothing from elsewhere', async () => {
    const answer = await world.app.inject({ url: '/api/docs' });
    expect(answer.statusCode).toBe(200);
    const addresses = [...answer.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
    for (const address of addresses) {
      const file = await world.app.inject({ url: new URL(address, 'http://localhost/api/docs').pathname });
      expect([address, file.statusCode]).toEqual([address, 200]);
    }
  });
});
