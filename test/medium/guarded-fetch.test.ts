// The way out to identity providers: whatever an administrator types, it ends at the open internet or at what the operator named.

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { GuardedFetch } from '../../src/fetching/guarded-fetch.js';

let answer: RequestListener;
let asked: string[];
const server = createServer((request, response) => {
  asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
  answer(request, response);
});
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());
beforeEach(() => {
  asked = [];
  answer = (_, response) => response.setHeader('content-type', 'application/json').end('{"is":"here"}');
});

const port = (): string => String((server.address() as AddressInfo).port);
const inside = () => Promise.resolve(['127.0.0.1']);
const ASK = { method: 'GET', headers: {} };

async function reasonOf(address: string, near: string[] = [], resolve = inside): Promise<unknown> {
  const fetching = new GuardedFetch(new Set(near), resolve);
  try {
    return await (await fetching.fetch(address, ASK)).text();
  } catch (error) {
    return (error as { reason?: string }).reason ?? error;
  } finally {
    await fetching.close();
  }
}

it('reaches nothing of the own network, however it is written', async () => {
  for (const host of ['127.0.0.1', '[::1]', '2130706433', '0x7f.1', 'localhost', 'login.example', '[::ffff:127.0.0.1]'])
    expect([host, await reasonOf(`https://${host}/`)]).toEqual([host, 'not-public']);
  const mixed = () => Promise.resolve(['93.184.216.34', '10.0.0.1']);
  expect(await reasonOf('https://login.example/', [], mixed)).toBe('not-public');
  expect(asked).toEqual([]);
});

it('takes https at its own port, without a name or a part in it', async () => {
  const near = ['login.example'];
  for (const address of [
    'http://login.example/',
    'https://login.example:8443/',
    'https://somebody@login.example/',
    'https://login.example/#x',
    'ftp://login.example/',
    'login.example',
  ])
    expect([address, await reasonOf(address, near)]).toEqual([address, 'address']);
  expect(asked).toEqual([]);
});

it('reaches what the operator named, by exactly that name and port', async () => {
  const here = `127.0.0.1:${port()}`;
  expect(await reasonOf(`http://${here}/a`, [here])).toBe('{"is":"here"}');
  expect(await reasonOf(`http://localhost:${port()}/`, [here])).toBe('address');
  expect(await reasonOf(`http://${here}/`, ['127.0.0.1'])).toBe('address');
  // Over http on this machine alone, though the name leads there too.
  expect(await reasonOf(`http://login.example:${port()}/`, [`login.example:${port()}`])).toBe('address');
  expect(asked).toEqual(['GET /a']);
});

it('follows nobody elsewhere, and takes no more than a megabyte', async () => {
  const here = `127.0.0.1:${port()}`;
  answer = (_, response) => response.writeHead(302, { location: `http://${here}/elsewhere` }).end('moved');
  expect(await reasonOf(`http://${here}/`, [here])).toBe('moved');
  expect(asked).toEqual(['GET /']);
  answer = (_, response) => response.end('x'.repeat(1024 * 1024 + 1));
  expect(await reasonOf(`http://${here}/`, [here])).toBe('too-large');
});
