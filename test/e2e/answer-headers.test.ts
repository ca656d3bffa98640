// What each kind of answer says of itself in its headers: these, each with this value, and none besides.

import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { formWith, pdf } from '../support/files.js';
import { browserOf, PASSWORD, withPassword } from '../support/people.js';
import { openWorld, ORIGIN, type World } from '../support/world.js';

type Asked = [
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS',
  path: string,
  headers?: Record<string, string>,
  body?: string | Buffer,
];
type Headers = Record<string, string>;

let world: World;
let editor: Member;
let partner: Member;
let administrator: Member;
let email: string;
let cookies: Headers;
let themeId: string;
let fileId: string;
beforeAll(async () => {
  world = await openWorld();
  editor = await world.a.member();
  partner = await world.a.member({ roles: ['partner'] });
  administrator = await world.a.member({ roles: ['administrator'] });
  const guest = await world.a.member();
  email = await withPassword(world, guest);
  cookies = (await browserOf(world, guest)).headers;
  themeId = (await world.as(editor).post('/themes', { code: 'one', label: 'One' })).body['id'] as string;
  const { headers, payload } = formWith(pdf(2_000), { title: 'A "report" 보고서' });
  fileId = (await world.as(editor).post('/evidence/files', payload, headers)).body['id'] as string;
});
// The transaction ends with its connection, which world.ts closes.

/** Of every answer: nobody keeps it, frames it or guesses what it is, and no address is passed on. */
const ALWAYS: Headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-request-id': 'ID',
  connection: 'keep-alive',
  date: 'DATE',
};
const LENGTH = { 'content-length': 'NUMBER' };
const JSON_OF = { ...ALWAYS, ...LENGTH, 'content-type': 'application/json; charset=utf-8' };
const ITEM = { ...JSON_OF, etag: '"1"' };
const PROBLEM: Headers = {
  ...ALWAYS,
  ...LENGTH,
  'content-type': 'application/problem+json; charset=utf-8',
  'content-language': 'en',
};
/** What follows a body that wasn't read to its end isn't read either. */
const LAST = { ...PROBLEM, connection: 'close' };
const UNKNOWN = { ...PROBLEM, 'www-authenticate': 'Bearer realm="heed"' };
const PAGE = {
  ...ALWAYS,
  ...LENGTH,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};
const KEPT = {
  'accept-ranges': 'bytes',
  'cache-control': 'public, max-age=31536000, immutable',
  etag: 'ETAG',
  'last-modified': 'DATE',
  vary: 'accept-encoding',
  'content-type': 'application/javascript; charset=utf-8',
};
const DOWNLOAD = { 'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'" };

const TYPE = { 'content-type': 'application/json' };
const workspace = (path: string) => `/api/v1/workspaces/${world.a.slug}${path}`;
const as = ({ token }: Member): Headers => ({ authorization: `Bearer ${token}` });
const script = async (): Promise<string> => {
  const { body } = await world.app.inject({ method: 'GET', url: '/' });
  return /src="(\/assets\/[^"]+\.js)"/.exec(body)![1]!;
};

const NEVER = '018f0000-0000-7000-8000-000000000000';
const TABLE: [what: string, status: number, headers: Headers, asked: () => Asked | Promise<Asked>][] = [
  ['the page', 200, PAGE, () => ['GET', '/']],
  ['the page of a workspace', 200, PAGE, () => ['GET', `/w/${world.a.slug}/for-me`, cookies]],
  ['a script', 200, { ...ALWAYS, ...LENGTH, ...KEPT }, async () => ['GET', await script()]],
  [
    'a script, packed',
    200,
    { ...ALWAYS, ...LENGTH, ...KEPT, 'content-encoding': 'br' },
    async () => ['GET', await script(), { 'accept-encoding': 'br' }],
  ],
  ['a list', 200, JSON_OF, () => ['GET', workspace('/themes'), as(editor)]],
  ['a thing', 200, ITEM, () => ['GET', workspace(`/themes/${themeId}`), as(editor)]],
  ['a thing, without its body', 200, ITEM, () => ['HEAD', workspace(`/themes/${themeId}`), as(editor)]],
  [
    'a thing that was made',
    201,
    { ...ITEM, 'audit-receipt': 'RECEIPT' },
    () => ['POST', workspace('/themes'), { ...as(editor), ...TYPE }, '{"code":"two","label":"Two"}'],
  ],
  [
    'a thing that was changed',
    200,
    { ...JSON_OF, etag: '"2"', 'audit-receipt': 'RECEIPT' },
    () => [
      'PATCH',
      workspace(`/themes/${themeId}`),
      { ...as(editor), ...TYPE, 'if-match': '"1"' },
      '{"label":"First"}',
    ],
  ],
  [
    'a file',
    200,
    {
      ...ALWAYS,
      ...LENGTH,
      ...DOWNLOAD,
      etag: 'ETAG',
      'content-type': 'application/octet-stream',
      'content-disposition': 'NAME',
    },
    () => ['GET', workspace(`/evidence/${fileId}/content`), as(editor)],
  ],
  ['who one is', 200, JSON_OF, () => ['GET', '/api/v1/me', cookies]],
  [
    'signing in',
    200,
    { ...JSON_OF, 'set-cookie': 'COOKIES', 'audit-receipt': 'RECEIPT' },
    () => ['POST', '/api/v1/auth/sign-in', { ...TYPE, origin: ORIGIN }, JSON.stringify({ email, password: PASSWORD })],
  ],
  ['whether it lives', 200, JSON_OF, () => ['GET', '/health/live']],
  [
    'the figures of the operator',
    200,
    { ...ALWAYS, ...LENGTH, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    () => ['GET', '/metrics'],
  ],
  ['the document of the API', 200, JSON_OF, () => ['GET', '/api/openapi.json']],
  ['what was not understood', 400, PROBLEM, () => ['GET', workspace('/themes?limit=none'), as(editor)]],
  [
    'the same in Korean',
    400,
    { ...PROBLEM, 'content-language': 'ko' },
    () => ['GET', workspace('/themes?limit=none'), { ...as(editor), 'accept-language': 'ko' }],
  ],
  ['a body that is no JSON', 400, LAST, () => ['POST', workspace('/themes'), { ...as(editor), ...TYPE }, '{']],
  ['nobody signed in', 401, UNKNOWN, () => ['GET', workspace('/themes')]],
  [
    'a wrong password',
    401,
    UNKNOWN,
    () => ['POST', '/api/v1/auth/sign-in', { ...TYPE, origin: ORIGIN }, JSON.stringify({ email, password: 'wrong' })],
  ],
  [
    'a sign-in too long ago',
    401,
    UNKNOWN,
    () => ['POST', workspace('/invitations'), { ...as(administrator), ...TYPE }, '{}'],
  ],
  [
    'a role that may not',
    403,
    PROBLEM,
    () => ['POST', workspace('/themes'), { ...as(partner), ...TYPE }, '{"code":"a","label":"A"}'],
  ],
  [
    'a foreign page',
    403,
    PROBLEM,
    () => [
      'POST',
      workspace('/themes'),
      { ...cookies, ...TYPE, origin: 'https://evil.example' },
      '{"code":"a","label":"A"}',
    ],
  ],
  ['nothing there', 404, PROBLEM, () => ['GET', workspace(`/themes/${NEVER}`), as(editor)]],
  ['no such address of the API', 404, PROBLEM, () => ['GET', '/api/v1/nothing']],
  ['no such page', 404, PROBLEM, () => ['GET', '/nothing', { accept: 'text/html' }]],
  ['no such file of the page', 404, PROBLEM, () => ['GET', '/assets/nothing.js']],
  ['a path that is none', 404, PROBLEM, () => ['GET', '/%E0%A4%A']],
  [
    'a method that is not taken',
    404,
    PROBLEM,
    () => [
      'OPTIONS',
      workspace('/themes'),
      { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    ],
  ],
  [
    'what is there already',
    409,
    PROBLEM,
    () => ['POST', workspace('/themes'), { ...as(editor), ...TYPE }, '{"code":"one","label":"One"}'],
  ],
  [
    'an old version',
    412,
    PROBLEM,
    () => ['PATCH', workspace(`/themes/${themeId}`), { ...as(editor), ...TYPE, 'if-match': '"99"' }, '{"label":"A"}'],
  ],
  [
    'a body that is too big',
    413,
    LAST,
    () => ['POST', workspace('/themes'), { ...as(editor), ...TYPE }, `"${'a'.repeat(1_100_000)}"`],
  ],
  [
    'another type of body',
    415,
    PROBLEM,
    () => ['POST', workspace('/themes'), { ...as(editor), 'content-type': 'text/plain' }, 'a'],
  ],
  ['no version', 428, PROBLEM, () => ['DELETE', workspace(`/themes/${themeId}`), as(editor)]],
];

/** What differs each time becomes its kind, once it was seen to be of that kind. */
function settled(name: string, value: unknown): unknown {
  const text = String(value);
  if (name === 'x-request-id' && /^[0-9a-f-]{36}$/.test(text)) return 'ID';
  if (name === 'content-length' && /^\d+$/.test(text)) return 'NUMBER';
  if (name === 'date' || name === 'last-modified') return Number.isNaN(Date.parse(text)) ? value : 'DATE';
  if (name === 'audit-receipt' && /^[\w:=+/-]{40,}$/.test(text)) return 'RECEIPT';
  if (name === 'etag' && !/^"\d+"$/.test(text)) return 'ETAG';
  if (name === 'content-security-policy') return text.replace(/'nonce-[\w+/]{22}=='/, "'nonce-NONCE'");
  if (name === 'content-disposition' && /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.%()-]+$/.test(text))
    return 'NAME';
  if (name === 'set-cookie') return [value].flat().every((cookie) => COOKIE.test(String(cookie))) ? 'COOKIES' : value;
  return value;
}
const COOKIE =
  /^heed_(session|known)=[\w.-]{43,}; (Max-Age=\d+; )?Path=\/([\w/-]*)?; (Expires=[^;]+; )?HttpOnly; SameSite=Strict$/;

describe('the headers', () => {
  it.each(TABLE)('of %s (%d) are these', async (_what, status, expected, asked) => {
    const [method, url, headers = {}, payload] = await asked();
    const answer = await world.app.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
    const told = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, settled(name, value)]),
    );
    expect([answer.statusCode, told]).toEqual([status, expected]);
  });

  it.each<[number, string]>([
    [400, 'how are you\r\n\r\n'],
    [431, `GET / HTTP/1.1\r\nHost: heed\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`],
  ])('of what is no request (%d) are these', async (status, bytes) => {
    await world.address();
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const said: Buffer[] = [];
    socket.on('data', (piece: Buffer) => said.push(piece)).on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(bytes);
    await new Promise((resolve) => (socket.closed ? resolve(undefined) : socket.once('close', resolve)));
    const [first, ...lines] = Buffer.concat(said).toString().split('\r\n\r\n')[0]!.split('\r\n');
    const told = lines.map((line) => {
      const [name = '', value] = line.split(/: (.*)/s);
      return [name.toLowerCase(), settled(name.toLowerCase(), value)];
    });
    const { date: _, ...expected } = PROBLEM;
    expect(first).toContain(` ${String(status)} `);
    expect(Object.fromEntries(told)).toEqual({ ...expected, connection: 'close' });
  });

  it('let nobody but our own page use scripts or styles in it, and no foreign page read anything', async () => {
    const policies = new Map<string, string>();
    for (const url of [
      '/',
      '/sign-in',
      '/w/x',
      '/invitations/x',
      '/api/docs',
      '/api/v1/me',
      '/health/live',
      '/nothing',
    ]) {
      const { headers } = await world.app.inject({ method: 'GET', url, headers: { origin: 'https://evil.example' } });
      policies.set(url, String(headers['content-security-policy']));
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    for (const [url, policy] of policies) {
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-eval|unsafe-hashes|https?:|\*|script-src[^;]*(unsafe|data:|blob:|nonce)/);
      // Swagger UI writes styles into its elements; it is no page of ours, and has no script but files of ours.
      expect(policy.includes("'unsafe-inline'")).toBe(url === '/api/docs');
    }
  });
});
