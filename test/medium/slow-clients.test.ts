// Connections on which hardly anything happens end, and everybody else is served meanwhile. Nothing here is held against a clock:
// each connection is waited for until the server ends it.

import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Factories, type Member } from '../factories/factories.js';
import { formWith, pdf } from '../support/files.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';
import { fileSettings } from '../support/settings.js';
import { ORIGIN } from '../support/world.js';

/** As in production, but that nobody wants to wait so long. */
const SOON = { head: 300, still: 1_500, leastBytes: 1_000, body: 1_200 };

let serving: ServingApp;
let owner: DataSource;
let a: Factories;
let member: Member;
let port: number;
beforeAll(async () => {
  serving = await openServingApp(ORIGIN, 10, fileSettings({ maxFileBytes: 64 * 1024 * 1024 }), false, SOON);
  owner = await new DataSource({ type: 'postgres', url: serving.url }).initialize();
  a = await Factories.inNewWorkspace(owner.manager);
  member = await a.member();
  await serving.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = serving.app.getHttpServer().address() as AddressInfo);
});
afterAll(async () => {
  await serving.close();
  await owner.destroy();
});

const headOf = (method: string, path: string, ...headers: string[]): string =>
  [`${method} ${path} HTTP/1.1`, 'Host: heed', `Authorization: Bearer ${member.token}`, ...headers, '', ''].join(
    '\r\n',
  );
const pathOf = (path: string): string => `/api/v1/workspaces/${a.slug}${path}`;

/** What the server says on a connection until it ends it; `drip` is written again and again until then. */
async function untilEnded(begin: string | Buffer, drip?: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const said: Buffer[] = [];
  socket.on('data', (piece: Buffer) => said.push(piece));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (begin.length > 0) socket.write(begin);
  const dripping = drip === undefined ? undefined : setInterval(() => socket.write(drip), 50);
  await new Promise((resolve) => (socket.closed ? resolve(undefined) : socket.once('close', resolve)));
  clearInterval(dripping);
  return Buffer.concat(said).toString();
}

const isServed = async (): Promise<boolean> => {
  const answer = await fetch(`http://127.0.0.1:${port}${pathOf('/themes')}`, {
    headers: { authorization: `Bearer ${member.token}` },
  });
  return answer.status === 200 && ((await answer.json()) as { items: unknown[] }).items.length === 0;
};

const FILE = formWith(pdf(3_000_000));
const FORM = [`Content-Type: ${FILE.headers['content-type']!}`, `Content-Length: ${String(FILE.payload.length)}`];
const JSON_BODY = ['Content-Type: application/json', 'Content-Length: 900000'];

const SLOW: Record<string, () => Promise<string>> = {
  'says nothing': () => untilEnded(''),
  'sends half a head': () => untilEnded('GET / HTTP/1.1\r\nHost: heed\r\nX-A: '),
  'sends its head byte by byte': () => untilEnded('GET / HTTP/1.1\r\nX-A: ', 'a'),
  'asks once, and then sends half a head': () =>
    untilEnded(`${headOf('GET', '/health/live')}GET / HTTP/1.1\r\nHost: heed\r\n`),
  'sends a body that stands still': () => untilEnded(`${headOf('POST', pathOf('/themes'), ...JSON_BODY)}{`),
  'sends a body byte by byte': () => untilEnded(`${headOf('POST', pathOf('/themes'), ...JSON_BODY)}{`, ' '),
  'sends a body fast enough, but without end': () =>
    untilEnded(`${headOf('POST', pathOf('/themes'), ...JSON_BODY)}{`, ' '.repeat(500)),
  'sends a body without a length piece by piece': () =>
    untilEnded(
      `${headOf('POST', pathOf('/themes'), JSON_BODY[0]!, 'Transfer-Encoding: chunked')}1\r\n{\r\n`,
      '1\r\n \r\n',
    ),
  'sends a body after it was refused': () =>
    untilEnded(headOf('POST', pathOf('/themes'), 'Content-Type: text/plain', 'Content-Length: 90000'), 'a'),
  'sends a file that stands still': () => untilEnded(headOf('POST', pathOf('/evidence/files'), ...FORM)),
  'sends a file byte by byte': () =>
    untilEnded(
      Buffer.concat([Buffer.from(headOf('POST', pathOf('/evidence/files'), ...FORM)), FILE.payload.subarray(0, 9_000)]),
      'a',
    ),
};
const EACH = 10;

describe('clients that are slow', () => {
  const said = new Map<string, string[]>();
  const served: boolean[] = [];

  /** Ten of each kind at once, with somebody else who goes on asking until the last one has ended. */
  beforeAll(async () => {
    const slow = { areEnded: false };
    const ended = Promise.all(
      Object.entries(SLOW).map(async ([how, begin]) =>
        said.set(how, await Promise.all(Array.from({ length: EACH }, begin))),
      ),
    ).finally(() => (slow.areEnded = true));
    while (!slow.areEnded) {
      served.push(await isServed());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await ended;
  });

  it.each(Object.keys(SLOW))('%s: are cut', (how) => {
    expect(said.get(how)).toHaveLength(EACH);
    // Whoever is still told something is told that it came too slowly, or what was wrong with what came before.
    const statuses = said
      .get(how)!
      .flatMap((text) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status));
    expect(statuses.filter((status) => !['200', '408', '415'].includes(status!))).toEqual([]);
  });

  it('keep nobody else waiting, and leave nothing', async () => {
    expect(served.length).toBeGreaterThan(0);
    expect(new Set(served)).toEqual(new Set([true]));
    expect(await owner.query('SELECT id FROM theme')).toEqual([]);
    expect(await owner.query("SELECT id FROM evidence WHERE kind = 'file'")).toEqual([]);
  });
});

describe('a download', () => {
  let content: string;
  const SIZE = 40_000_000;
  beforeAll(async () => {
    const { headers, payload } = formWith(pdf(SIZE));
    const taken = await fetch(`http://127.0.0.1:${port}${pathOf('/evidence/files')}`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${member.token}` },
      body: new Uint8Array(payload),
    });
    expect(taken.status).toBe(201);
    content = pathOf(`/evidence/${((await taken.json()) as { id: string }).id}/content`);
  });

  /** Asks for it and reads a little of it, then nothing more. */
  async function begun(): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(headOf('GET', content));
    await once(socket, 'data');
    socket.pause();
    return socket;
  }
  const connections = (): Promise<number> =>
    new Promise((resolve) => {
      serving.app.getHttpServer().getConnections((_: unknown, count: number) => resolve(count));
    });

  it('that nobody takes is cut, while others are served', async () => {
    const before = await connections();
    const sockets = await Promise.all(Array.from({ length: 10 }, begun));
    expect(await connections()).toBeGreaterThanOrEqual(10);
    while ((await connections()) > Math.max(before, 1)) {
      expect(await isServed()).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const socket of sockets) socket.destroy();
  });

  it('that somebody takes slowly, but takes, comes whole', async () => {
    const socket = connect(port, '127.0.0.1');
    let length = 0;
    socket.on('data', (piece: Buffer) => {
      length += piece.length;
      socket.pause();
      setTimeout(() => socket.resume(), 5);
    });
    socket.write(headOf('GET', content, 'Connection: close'));
    await once(socket, 'close');
    expect(length).toBeGreaterThan(SIZE);
  });
});
