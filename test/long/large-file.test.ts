// A gibibyte in and out; client and server share this process, and what memory they take is printed.

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Factories } from '../factories/factories.js';
import { openServingApp } from '../support/serving-app.js';
import { fileSettings } from '../support/settings.js';
import { ORIGIN } from '../support/world.js';

/** Far less than the file; the engine collects when it likes. */
const ROOM = 300 * 1024 * 1024;

test.each([200 * 1024 ** 2, 1024 ** 3])(
  'a file of %i bytes goes in and out with memory flat',
  async (bytes) => {
    const serving = await openServingApp(ORIGIN, 10, fileSettings({ maxFileBytes: bytes }));
    const owner = await new DataSource({ type: 'postgres', url: serving.url }).initialize();
    const a = await Factories.inNewWorkspace(owner.manager);
    const { token } = await a.member();
    await serving.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = serving.app.getHttpServer().address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/api/v1/workspaces/${a.slug}/evidence`;
    const authorization = `Bearer ${token}`;
    const block = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(1024 * 1024 - 9, 7)]);
    const body = function* (): Generator<Buffer> {
      yield Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n');
      for (let i = 0; i < bytes / block.length; i += 1) yield block;
      yield Buffer.from('\r\n--b--\r\n');
    };
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss - before)), 50);
    const headers = { authorization, 'content-type': 'multipart/form-data; boundary=b' };
    const sent = await fetch(`${url}/files`, {
      method: 'POST',
      headers,
      body: Readable.toWeb(Readable.from(body())),
      duplex: 'half',
    } as unknown as RequestInit);
    expect(sent.status).toBe(201);
    const { id, sha256, size } = (await sent.json()) as { id: string; sha256: string; size: number };
    expect(size).toBe(bytes);
    const back = await fetch(`${url}/${id}/content`, { headers: { authorization } });
    const hash = createHash('sha256');
    for await (const chunk of back.body as unknown as AsyncIterable<Buffer>) hash.update(chunk);
    clearInterval(watch);
    expect(hash.digest('hex')).toBe(sha256);
    process.stdout.write(`memory taken at most: ${Math.round(most / 1024 ** 2)} MiB for ${size / 1024 ** 2} MiB\n`);
    expect(most).toBeLessThan(ROOM);
    await serving.close();
    await owner.destroy();
  },
  600_000,
);
