// What is written on the wire by hand: shapes by which a proxy and a server can be made to see different requests, and spellings
// of paths, methods, bodies and types by which a door may be missed. None is answered more weakly than the plain request.

import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Factories, type Member } from '../factories/factories.js';
import { PATIENCE } from '../../src/slow-clients.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';
import { fileSettings } from '../support/settings.js';
import { ORIGIN } from '../support/world.js';

let serving: ServingApp;
let owner: DataSource;
let a: Factories;
let editor: Member;
let auditor: Member;
let stranger: Member;
let themeId: string;
beforeAll(async () => {
  serving = await openServingApp(ORIGIN, 10, fileSettings(), false, { ...PATIENCE, head: 2_000, still: 1_000 });
  owner = await new DataSource({ type: 'postgres', url: serving.url }).initialize();
  a = await Factories.inNewWorkspace(owner.manager);
  editor = await a.member();
  auditor = await a.member({ roles: ['auditor'] });
  stranger = await (await a.otherWorkspace()).member();
  Object.assign(serving.app.getHttpServer(), { keepAliveTimeout: 300 });
  await serving.app.listen({ host: '127.0.0.1', port: 0 });
  const made = await told(requestOf('POST', themes(), { token: editor, body: '{"code":"kept","label":"Kept"}' }));
  expect(made.statuses).toEqual([201]);
  themeId = (JSON.parse(made.text.split('\r\n\r\n')[1]!) as { id: string }).id;
});
afterAll(async () => {
  await serving.close();
  await owner.destroy();
});

const themes = (): string => `/api/v1/workspaces/${a.slug}/themes`;
const codes = async (): Promise<string[]> =>
  (await owner.query<{ code: string }[]>('SELECT code FROM theme ORDER BY code')).map(({ code }) => code);

interface Parts {
  token?: Member;
  headers?: string[];
  body?: string;
}

function requestOf(method: string, path: string, { token, headers = [], body }: Parts = {}): string {
  const all = [
    `${method} ${path} HTTP/1.1`,
    'Host: heed',
    'Connection: close',
    ...(token ? [`Authorization: Bearer ${token.token}`] : []),
    ...(body === undefined || headers.some((name) => /^content-type/i.test(name))
      ? []
      : ['Content-Type: application/json']),
    ...(body === undefined ? [] : [`Content-Length: ${String(Buffer.byteLength(body, 'latin1'))}`]),
    ...headers,
  ];
  return `${all.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

/** All that comes back until the server ends the connection, which it does soon. */
async function told(request: string): Promise<{ text: string; statuses: number[] }> {
  const { port } = serving.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const said: Buffer[] = [];
  socket.on('data', (piece: Buffer) => said.push(piece));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(Buffer.from(request, 'latin1'));
  await new Promise((resolve) => (socket.closed ? resolve(undefined) : socket.once('close', resolve)));
  const text = Buffer.concat(said).toString();
  return { text, statuses: [...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status)) };
}

/** A second request hidden in what one side may take for the body of the first. */
const hidden = (): string => requestOf('POST', themes(), { token: editor, body: '{"code":"smuggled","label":"Bad"}' });
const first = (...headers: string[]): string =>
  [
    `POST ${themes()} HTTP/1.1`,
    'Host: heed',
    `Authorization: Bearer ${editor.token}`,
    'Content-Type: application/json',
    ...headers,
    '',
    '',
  ].join('\r\n');

describe('a request of which two sides may see different ends', () => {
  it.each<[string, () => string]>([
    ['two lengths that differ', () => first('Content-Length: 0', 'Content-Length: 6') + `{"a":1${hidden()}`],
    ['two lengths that agree', () => first('Content-Length: 2', 'Content-Length: 2') + `{}${hidden()}`],
    ['two lengths in one line', () => first('Content-Length: 0, 6') + `{"a":1${hidden()}`],
    ['a length and pieces', () => first('Content-Length: 6', 'Transfer-Encoding: chunked') + `0\r\n\r\n${hidden()}`],
    ['pieces and a length', () => first('Transfer-Encoding: chunked', 'Content-Length: 6') + `0\r\n\r\n${hidden()}`],
    ['pieces twice', () => first('Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + `0\r\n\r\n${hidden()}`],
    ['pieces in disguise', () => first('Transfer-Encoding: xchunked') + `0\r\n\r\n${hidden()}`],
    ['pieces after a tab', () => first('Transfer-Encoding:\x0bchunked') + `0\r\n\r\n${hidden()}`],
    ['pieces and more', () => first('Transfer-Encoding: chunked, gzip') + `0\r\n\r\n${hidden()}`],
    ['a blank before the colon', () => first('Transfer-Encoding : chunked') + `0\r\n\r\n${hidden()}`],
    ['a blank before the colon of the length', () => first('Content-Length : 6') + `{"a":1${hidden()}`],
    ['a length with a sign', () => first('Content-Length: +6') + `{"a":1${hidden()}`],
    ['a length below nothing', () => first('Content-Length: -1') + hidden()],
    ['a length beyond all numbers', () => first('Content-Length: 99999999999999999999') + hidden()],
    ['a length in another number', () => first('Content-Length: 0x6') + `{"a":1${hidden()}`],
    ['a line that goes on', () => first('X-A: b', ' Content-Length: 6') + `{"a":1${hidden()}`],
    ['a length that goes on', () => first('Content-Length:', ' 6') + `{"a":1${hidden()}`],
    ['a head with bare line feeds', () => first('Content-Length: 0').replaceAll('\r\n', '\n') + hidden()],
    ['a carriage return alone', () => first('X-A: b\rContent-Length: 6') + `{"a":1${hidden()}`],
    ['a NUL in a header', () => first('X-A: b\0c', 'Content-Length: 0') + hidden()],
    ['a header without a name', () => first(': b', 'Content-Length: 0') + hidden()],
    ['a piece of a length that is none', () => first('Transfer-Encoding: chunked') + `x\r\n${hidden()}`],
    [
      'a piece of a length beyond all numbers',
      () => first('Transfer-Encoding: chunked') + `fffffffffffffffff\r\n${hidden()}`,
    ],
    ['a piece of a length below nothing', () => first('Transfer-Encoding: chunked') + `-1\r\n${hidden()}`],
    ['a piece that is longer than it says', () => first('Transfer-Encoding: chunked') + `2\r\n{}${hidden()}`],
    ['a piece with bare line feeds', () => first('Transfer-Encoding: chunked') + `2\n{}\n0\n\n${hidden()}`],
  ])('%s: the second one is not taken', async (_, bytes) => {
    const { statuses } = await told(bytes());
    expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true);
    expect(statuses.length).toBeLessThanOrEqual(1);
    expect(await codes()).toEqual(['kept']);
  });

  it('is taken where both ends are plain: what is above would have been seen', async () => {
    const { statuses } = await told(first('Content-Length: 2') + `{}${hidden()}`);
    expect(statuses).toEqual([400, 201]);
    expect(await codes()).toEqual(['kept', 'smuggled']);
    await owner.query("DELETE FROM theme WHERE code = 'smuggled'");
  });
});

/** Spellings of one path. A proxy may let one through that it would have refused in plain. */
const SPELLINGS: [string, (path: string) => string][] = [
  ['plain', (path) => path],
  ['a doubled slash', (path) => path.replace('/themes', '//themes')],
  ['a doubled slash at the front', (path) => `/${path}`],
  ['a slash at the end', (path) => `${path}/`],
  ['a letter encoded', (path) => path.replace('themes', '%74hemes')],
  ['a slash encoded', (path) => path.replace('/themes', '%2fthemes')],
  ['a slash encoded twice', (path) => path.replace('/themes', '%252fthemes')],
  ['a backslash', (path) => path.replace('/themes', '\\themes')],
  ['a dot', (path) => path.replace('/themes', '/./themes')],
  ['two dots', (path) => path.replace('/themes', '/x/../themes')],
  ['two dots encoded', (path) => path.replace('/themes', '/x/%2e%2e/themes')],
  ['two dots from what is open to all', (path) => `/health/live/../../${path.slice(1)}`],
  ['capitals', (path) => path.replace('themes', 'THEMES')],
  ['capitals at the front', (path) => path.replace('/api', '/API')],
  ['a semicolon', (path) => `${path};x=y`],
  ['a semicolon and dots', (path) => path.replace('/themes', '/..;/themes')],
  ['a NUL', (path) => `${path}%00`],
  ['a line end encoded', (path) => `${path}%0d%0aX-A:%20b`],
  ['a fragment', (path) => `${path}#x`],
  ['a whole address', (path) => `http://heed${path}`],
  ['a whole address of elsewhere', (path) => `http://127.0.0.1:1${path}`],
  ['letters that look alike', (path) => path.replace('themes', 'themeſ')],
  ['bytes that are too long', (path) => path.replace('/themes', '%c0%afthemes')],
];

describe('a head that is not as it has to be', () => {
  it.each<[string, (head: string) => string]>([
    ['no host', (head) => head.replace('Host: heed\r\n', '')],
    ['two hosts', (head) => head.replace('Host: heed', 'Host: heed\r\nHost: evil')],
    ['another version', (head) => head.replace('HTTP/1.1', 'HTTP/1.2')],
    ['no version', (head) => head.replace(' HTTP/1.1', '')],
    ['the next version', (head) => head.replace('HTTP/1.1', 'HTTP/2.0')],
    ['a blank in its path', (head) => head.replace('/themes', '/themes x')],
    ['a method that is none', (head) => head.replace('GET', 'GOT')],
  ])('%s: is refused as every failure is', async (_, spoil) => {
    const { statuses, text } = await told(spoil(requestOf('GET', themes(), { token: editor })));
    expect(statuses).toEqual([400]);
    expect(text.toLowerCase()).toContain('content-type: application/problem+json');
    expect(text).not.toContain('Kept');
  });
});

describe('a path that is spelled otherwise', () => {
  it.each(SPELLINGS)('%s: lets in nobody whom the plain one keeps out', async (_, spell) => {
    const path = spell(themes());
    const body = '{"code":"odd","label":"Odd"}';
    const item = spell(`${themes()}/${themeId}`);
    for (const request of [
      requestOf('GET', path),
      requestOf('GET', path, { token: stranger }),
      requestOf('GET', item, { token: stranger }),
      requestOf('POST', path, { body }),
      requestOf('POST', path, { token: stranger, body }),
      requestOf('POST', path, { token: auditor, body }),
      requestOf('DELETE', item, { token: auditor, headers: ['If-Match: "1"'] }),
    ]) {
      const { statuses, text } = await told(request);
      expect([text.split('\r\n')[0], statuses.length]).toEqual([expect.stringMatching(/ (400|401|403|404) /), 1]);
      expect(text).not.toContain('Kept');
    }
    expect(await codes()).toEqual(['kept']);
  });
});

describe('a method', () => {
  const overrides = ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', 'X-Original-Method'];
  it.each(overrides)('is not changed by %s', async (name) => {
    const got = await told(
      requestOf('GET', `${themes()}?_method=DELETE`, { token: editor, headers: [`${name}: DELETE`] }),
    );
    expect(got.statuses[0]).toBe(400); // `_method` is no query that is known.
    const item = requestOf('GET', `${themes()}/${themeId}`, {
      token: editor,
      headers: [`${name}: DELETE`, 'If-Match: "1"'],
    });
    expect((await told(item)).statuses).toEqual([200]);
    expect(await codes()).toEqual(['kept']);
  });

  it.each(['X-Original-URL', 'X-Rewrite-URL', 'X-Forwarded-Prefix', 'X-Forwarded-Path'])(
    'and path are not changed by %s',
    async (name) => {
      const { statuses, text } = await told(requestOf('GET', '/health/live', { headers: [`${name}: ${themes()}`] }));
      expect([statuses, text.includes('"status":"ok"')]).toEqual([[200], true]);
    },
  );

  it.each(['TRACE', 'PROPFIND', 'QUERY', 'get', 'PUT', 'OPTIONS'])(
    '%s that no route takes is refused',
    async (method) => {
      const { statuses, text } = await told(requestOf(method, `${themes()}/${themeId}`, { token: editor }));
      expect(statuses).toHaveLength(1);
      expect([400, 404, 405]).toContain(statuses[0]);
      expect(text).not.toContain('Kept');
      expect(text).not.toContain(editor.token);
    },
  );

  it('CONNECT opens nothing', async () => {
    const { statuses } = await told(requestOf('CONNECT', '127.0.0.1:5432', { token: editor }));
    expect(statuses.filter((status) => status < 400)).toEqual([]);
  });

  it('an upgrade is passed over', async () => {
    const headers = ['Connection: Upgrade', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'];
    expect((await told(requestOf('GET', themes(), { headers }).replace('Connection: close\r\n', ''))).statuses).toEqual(
      [401],
    );
  });

  it('an expectation is passed over, with our headers on the answer', async () => {
    const { statuses, text } = await told(requestOf('GET', themes(), { headers: ['Expect: miracles'] }));
    expect(statuses).toEqual([401]);
    expect(text.toLowerCase()).toContain('x-content-type-options: nosniff');
  });
});

describe('a body', () => {
  it.each([
    ['at the top', '{"code":"one","label":"One","code":"two"}'],
    ['written otherwise', '{"code":"one","label":"One","c\\u006fde":"two"}'],
    ['with blanks', '{"code" : "one","label":"One","code"\t:\n"two"}'],
    ['deeper', '{"code":"one","label":"One","x":[{"a":1,"a":2}]}'],
    ['first a prototype', '{"__proto__":1,"__proto__":2,"code":"one","label":"One"}'],
  ])('with a key twice, %s, is refused', async (_, body) => {
    const { statuses, text } = await told(requestOf('POST', themes(), { token: editor, body }));
    expect([statuses, text.includes('malformed-body')]).toEqual([[400], true]);
    expect(await codes()).toEqual(['kept']);
  });

  it('with one key in several objects, and colons in texts, is taken', async () => {
    const body = '{"code":"colons","label":"\\"code\\": a:b \\\\","labels":{"ko":"code\\": \\"code"}}';
    const { statuses, text } = await told(requestOf('POST', themes(), { token: editor, body }));
    expect([statuses[0] === 201 || text.includes('invalid-input')]).toEqual([true]);
    expect(text).not.toContain('malformed-body');
    await owner.query("DELETE FROM theme WHERE code = 'colons'");
  });

  it.each([
    'text/plain',
    'text/json',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/vnd.api+json',
    'application/jsonx',
    'multipart/form-data; boundary=x',
    'application/json, text/plain',
    'text/plain, application/json',
    'text/plain; x=application/json',
    '',
  ])('of the type "%s" is refused', async (type) => {
    const body = '{"code":"typed","label":"Typed"}';
    const request = requestOf('POST', themes(), { token: editor, body, headers: [`Content-Type: ${type}`] });
    expect((await told(request)).statuses).toEqual([415]);
    expect(await codes()).toEqual(['kept']);
  });

  it.each(['utf-16', 'utf-7', 'iso-2022-kr'])('that calls itself %s is read as UTF-8 all the same', async (charset) => {
    const body = '{"code":"c\xff","label":"Typed"}';
    const headers = [`Content-Type: application/json; charset=${charset}`];
    expect((await told(requestOf('POST', themes(), { token: editor, body, headers }))).statuses).toEqual([400]);
  });

  it.each(['gzip', 'br', 'deflate'])('that is packed with %s is refused', async (packed) => {
    const body = '\x1f\x8b\x08\x00\x00\x00\x00\x00';
    const headers = [`Content-Encoding: ${packed}`];
    expect((await told(requestOf('POST', themes(), { token: editor, body, headers }))).statuses).toEqual([400]);
  });
});

describe('a head', () => {
  it('of 17 kB is refused, and one with two secrets lets nobody in by the second', async () => {
    expect(
      (await told(requestOf('GET', themes(), { token: editor, headers: [`X-A: ${'a'.repeat(17_000)}`] }))).statuses,
    ).toEqual([431]);
    const two = [`Authorization: Bearer ${stranger.token}`, `Authorization: Bearer ${editor.token}`];
    expect((await told(requestOf('GET', themes(), { headers: two }))).statuses).toEqual([404]);
  });

  it('says nothing of where one comes from', async () => {
    for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'X-Client-IP', 'True-Client-IP']) {
      const { statuses } = await told(
        requestOf('GET', '/metrics', { token: stranger, headers: [`${name}: 127.0.0.1`] }),
      );
      expect(statuses).not.toEqual([500]);
    }
    const { statuses } = await told(
      requestOf('GET', themes(), {
        token: editor,
        headers: ['X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https'],
      }),
    );
    expect(statuses).toEqual([200]);
  });
});
