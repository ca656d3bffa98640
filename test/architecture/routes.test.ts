// Server, document and table of permissions say the same of every route, and the server keeps to it.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { v4 as uuid } from 'uuid';
import { type Role, ROLES } from '../../src/access/actor.js';
import { FRESH_SIGN_IN, type Permission, PERMISSIONS } from '../../src/access/permissions.js';
import { REQUIREMENT, type Requirement } from '../../src/access/requires.js';
import { type Browser, browserOf } from '../support/people.js';
import { type Answer, openWorld, ORIGIN, type World } from '../support/world.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
interface Route {
  method: Method;
  path: string;
  name: string;
  requirement: Requirement | undefined;
}

const DOCUMENTS = /^\/api\/(docs|openapi\.json)/;
/**
 * The page: its one document at each of its addresses, and its files. Open to everybody; what it shows comes by the routes. Of addresses
 * that end in anything Fastify prints no more than the star; test/e2e/page.test.ts asks what they answer.
 */
const PAGE = /^\/($|sign-in\*?$|account$|second-factor$|\*$|assets\/[\w./-]+$)/;

let world: World;
let routes: Route[];
const browsers = new Map<Role, Browser>();
let stranger: Browser;

beforeAll(async () => {
  world = await openWorld();
  for (const role of ROLES) browsers.set(role, await browserOf(world, await world.a.member({ roles: [role] })));
  stranger = await browserOf(world, await (await world.a.otherWorkspace()).member({ roles: ['administrator'] }));
  const { body } = await world.at().get('/api/openapi.json');
  const requirements = requirementsOfHandlers();
  routes = Object.entries(body['paths'] as Record<string, Record<string, { operationId: string }>>).flatMap(
    ([path, item]) =>
      Object.entries(item).map(([verb, { operationId }]) => {
        const method = verb.toUpperCase() as Method;
        return { method, path, name: `${method} ${path}`, requirement: requirements.get(operationId) };
      }),
  );
});
// The transaction ends with its connection, which world.ts closes.

/** What each handler of each controller requires, by operation id. */
function requirementsOfHandlers(): Map<string, Requirement | undefined> {
  const reflector = world.app.get(Reflector);
  const found = new Map<string, Requirement | undefined>();
  for (const { metatype } of [...world.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ])) {
    const { name, prototype } = metatype as { name: string; prototype: Record<string, () => unknown> };
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof value === 'function' && Reflect.hasMetadata('path', value))
        found.set(`${name.replace(/Controller$/, '')}_${key}`, reflector.get<Requirement>(REQUIREMENT, value));
    }
  }
  return found;
}

/** Fastify's own list, printed as a tree: `│   ├── /:id (GET, HEAD)`, each level four characters further in. */
function routesOfServer(): string[] {
  const fastify = world.app.getHttpAdapter().getInstance() as unknown as { printRoutes: (options: object) => string };
  const above: string[] = [];
  return fastify
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, verbs] = /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? [];
      if (indent === undefined || part === undefined) return [];
      const depth = indent.length / 4;
      const path = `${depth > 0 ? above[depth - 1]! : ''}${part}`;
      above[depth] = path;
      return (verbs ?? '')
        .split(', ')
        .filter((verb) => verb !== '' && verb !== 'HEAD')
        .map((verb) => `${verb} ${path.replaceAll(/:[^/]+/g, '{}')}`);
    });
}

const anyName = (name: string): string => name.replaceAll(/\{[^}]+\}/g, '{}');
const inWorkspace = (route: Route): boolean => route.path.startsWith('/api/v1/workspaces/{workspace}');
/** Ids that nobody has. */
const address = ({ path }: Route, slug: string): string =>
  path.replace('{workspace}', slug).replaceAll(/\{[^}]+\}/g, () => uuid());
const call = (route: Route, headers: Record<string, string>): Promise<Answer> =>
  world
    .at(headers)
    .send(route.method, address(route, world.a.slug), ['POST', 'PATCH'].includes(route.method) ? {} : undefined);

/** A 204 has no body. */
const codeOf = ({ body }: { body?: Record<string, unknown> }): unknown => body?.['code'];

describe('every route', () => {
  it('of the server is in the document, and the other way round', () => {
    const isOfTheApi = (path = ''): boolean => !DOCUMENTS.test(path) && !PAGE.test(path);
    const served = routesOfServer().filter((name) => isOfTheApi(name.split(' ')[1]));
    expect(served.length).toBeGreaterThan(40);
    expect([...new Set(served)].sort()).toEqual(routes.map(({ name }) => anyName(name)).sort());
  });

  it('says what it requires', () => {
    expect(routes.filter(({ requirement }) => requirement === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('under a workspace requires a permission, and outside none', () => {
    const isPermission = ({ requirement }: Route): boolean => requirement! in PERMISSIONS;
    expect(routes.filter((route) => isPermission(route) !== inWorkspace(route)).map(({ name }) => name)).toEqual([]);
  });
});

describe('nobody', () => {
  const OPEN = [
    'GET /api/v1/auth/invitations/{token}',
    'GET /health/live',
    'GET /health/ready',
    'POST /api/v1/auth/invitations/{token}',
    'POST /api/v1/auth/provider-sign-ins',
    'POST /api/v1/auth/provider-sign-ins/answers',
    'POST /api/v1/auth/recoveries/{token}',
    'POST /api/v1/auth/second-factor',
    'POST /api/v1/auth/second-factor/passkey',
    'POST /api/v1/auth/second-factor/passkey-challenge',
    'POST /api/v1/auth/sign-in',
  ];

  it('gets through at exactly these', () => {
    expect(
      routes
        .filter(({ requirement }) => requirement === 'anonymous')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(OPEN);
  });

  it.each(['GET /api/openapi.json', 'GET /api/docs', 'GET /health/live', 'GET /health/ready'])(
    'reads %s',
    async (name) => {
      expect((await world.at().get(name.split(' ')[1]!)).status).toBe(200);
    },
  );

  it.each([
    ['without a secret', {}],
    ['with a token that was never made', { authorization: `Bearer heed_${'a'.repeat(43)}` }],
    [
      'with a session that was never started',
      { cookie: `heed_session=${'a'.repeat(43)}`, origin: ORIGIN, 'x-heed-request': '1' },
    ],
  ])('gets 401 at every other, %s', async (_, headers) => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ requirement }) => requirement !== 'anonymous' && requirement !== 'operator')) {
      const { status, body } = await call(route, headers);
      if (status !== 401 || body['code'] !== 'sign-in-required') wrong.push(`${route.name}: ${String(status)}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the operator', () => {
  it('has exactly these, and no member', () => {
    expect(routes.filter(({ requirement }) => requirement === 'operator').map(({ name }) => name)).toEqual([
      'GET /metrics',
    ]);
  });
});

describe('who is signed in', () => {
  it.each(ROLES)('as %s gets 403 exactly where the table of permissions says so', async (role) => {
    const wrong: string[] = [];
    for (const route of routes.filter(inWorkspace)) {
      const isPermitted = (PERMISSIONS[route.requirement as keyof typeof PERMISSIONS] as readonly Role[]).includes(
        role,
      );
      const { status, body } = await call(route, browsers.get(role)!.headers);
      const isExpected = isPermitted
        ? [200, 201, 204, 400, 404, 415, 422, 428].includes(status)
        : status === 403 && body['permission'] === route.requirement;
      if (!isExpected) wrong.push(`${route.name}: ${String(status)} ${String(codeOf({ body }))}`);
    }
    expect(wrong).toEqual([]);
  });

  it('elsewhere gets 404, as if there were no such workspace', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(inWorkspace)) {
      const { status, body } = await call(route, stranger.headers);
      if (status !== 404 || body['errors'].length > 0) wrong.push(`${route.name}: ${String(status)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('with an old sign-in is asked again before members, organizations and settings change, and before evidence is restored or erased', async () => {
    const old = await browserOf(world, await world.a.member({ roles: ['administrator'] }), 601);
    const asked: string[] = [];
    for (const route of routes.filter(inWorkspace))
      if (codeOf(await call(route, old.headers)) === 'sign-in-again') asked.push(route.name);
    const dangerous = routes.filter(
      ({ requirement, method }) => method !== 'GET' && FRESH_SIGN_IN.has(requirement as Permission),
    );
    expect(asked).toEqual(dangerous.map(({ name }) => name));
    expect(asked.length).toBeGreaterThan(0);
  });
});

describe('spellings of a path', () => {
  it.each([
    '/api/v1//workspaces/SLUG/themes',
    '/api/v1/workspaces/SLUG/themes/',
    '/api/v1/workspaces/SLUG/%74hemes',
    '/api/v1/workspaces/SLUG%2fthemes',
    '/API/v1/workspaces/SLUG/themes',
    '/api/v1/workspaces/SLUG/./themes',
    '/api/v1/workspaces/x/../SLUG/themes',
    '/api/v1/workspaces/SLUG;a=b/themes',
    '/api/v1/workspaces/SLUG/themes?workspace=x',
    '/api/v1/workspaces/SLUG/themes%00',
    '/api/v1/workspaces/%53LUG/themes',
  ])('%s opens nothing to nobody, nor to a stranger', async (spelled) => {
    const path = spelled.replace('SLUG', world.a.slug);
    for (const headers of [{}, stranger.headers]) {
      for (const method of ['GET', 'POST'] as const)
        expect([400, 401, 404]).toContain(
          (await world.at(headers).send(method, path, method === 'POST' ? {} : undefined)).status,
        );
    }
  });

  it('HEAD asks what GET asks', async () => {
    const url = `/api/v1/workspaces/${world.a.slug}/themes`;
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await world.app.inject({ method: 'HEAD', url, headers })).statusCode;
    expect([await status({}), await status(stranger.headers), await status(browsers.get('auditor')!.headers)]).toEqual([
      401, 404, 200,
    ]);
  });

  it.each(['x-http-method-override', 'x-http-method', 'x-method-override'])('%s changes nothing', async (header) => {
    const { headers } = browsers.get('auditor')!;
    const answer = await world.at({ ...headers, [header]: 'POST' }).get(`/api/v1/workspaces/${world.a.slug}/themes`);
    expect(answer.body).toMatchObject({ items: expect.any(Array) });
  });
});
