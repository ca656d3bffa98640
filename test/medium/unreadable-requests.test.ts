// What comes over the wire is not always HTTP. It is answered as every failure is, and the server goes on.

import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openServingApp, type ServingApp } from '../support/serving-app.js';

let serving: ServingApp;

beforeAll(async () => {
  serving = await openServingApp();
  await serving.app.listen(0, '127.0.0.1');
});
afterAll(() => serving.close());

/** Writes bytes to the server and answers all that it says until it hangs up. */
async function say(bytes: Buffer): Promise<string> {
  const { port } = serving.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const said: Buffer[] = [];
  socket.on('data', (piece: Buffer) => said.push(piece));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(said).toString();
}

describe('what is no HTTP request', () => {
  it.each([
    [
      'a path with a byte that belongs in none',
      Buffer.from('GET /health/\xe9 HTTP/1.1\r\nHost: x\r\n\r\n', 'latin1'),
      400,
    ],
    ['words', Buffer.from('how are you\r\n\r\n'), 400],
    ['a head without an end', Buffer.from(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`), 431],
  ])('%s', async (_, bytes, status) => {
    const [head = '', body = ''] = (await say(bytes)).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${String(status)} `);
    expect(head).toContain('Content-Type: application/problem+json; charset=utf-8');
    const problem = JSON.parse(body) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, code: 'unreadable-request', errors: [] });
    expect(head).toContain(`X-Request-Id: ${String(problem['requestId'])}`);
    expect((await serving.app.inject({ url: '/health/live' })).statusCode).toBe(200);
  });
});
