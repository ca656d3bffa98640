// Both stores keep the same promises: the folder, and a real server of the S3 protocol in a process of its own.

import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import { type BlobKey, BlobMissing, type BlobStore } from '../../src/blobs/blob-store.js';
import { FolderStore } from '../../src/blobs/folder-store.js';
import { S3Store } from '../../src/blobs/s3-store.js';
import { type S3Server, startS3 } from '../support/s3.js';

const MEBIBYTE = 1024 * 1024;
let folder: string;
let s3: S3Server;
const stores: Record<string, () => BlobStore> = {
  'the folder': () => new FolderStore(folder),
  S3: () => new S3Store(s3.settings),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heed-blobs-'));
  s3 = await startS3();
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await s3.stop();
});

const newKey = (): BlobKey => ({ workspaceId: uuid(), blobId: uuid() });
const inPieces = (bytes: Buffer, size = 100_000): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })(),
    { objectMode: false },
  );
/** Every file that a store has on disk. */
const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(root, name)).isFile());
/** This server keeps the parts of an upload that was given up: it does not know how to delete them. */
const diskOf = (name: string): string[] =>
  filesIn(name === 'S3' ? s3.folder : folder).filter((file) => !file.includes('_S3rver_uploads'));

describe.each(Object.keys(stores))('%s', (name) => {
  const store = (): BlobStore => stores[name]!();

  test.each([1, 100, 5 * MEBIBYTE, 8 * MEBIBYTE, 8 * MEBIBYTE + 1, 16 * MEBIBYTE, 21 * MEBIBYTE + 7])(
    'gives %i bytes back as they came, with their hash and size',
    async (size) => {
      const [bytes, key] = [randomBytes(size), newKey()];
      const stored = await store().put(key, inPieces(bytes));
      expect(stored).toEqual({ size, sha256: createHash('sha256').update(bytes).digest() });
      expect(await store().stat(key)).toEqual({ size });
      expect(Buffer.concat(await (await store().get(key)).toArray()).equals(bytes)).toBe(true);
      await store().delete(key);
      expect(await store().stat(key)).toBeUndefined();
    },
  );

  it('says what is missing, and deletes what is not there', async () => {
    const key = newKey();
    expect(await store().stat(key)).toBeUndefined();
    await expect(store().get(key)).rejects.toBeInstanceOf(BlobMissing);
    await expect(store().delete(key)).resolves.toBeUndefined();
  });

  it('keeps workspaces apart', async () => {
    const [key, other] = [newKey(), uuid()];
    await store().put(key, inPieces(Buffer.from('ours')));
    expect(await store().stat({ ...key, workspaceId: other })).toBeUndefined();
    await store().delete(key);
  });

  test.each([50_000, 3 * MEBIBYTE, 20 * MEBIBYTE])(
    'leaves nothing of a stream that fails after %i bytes',
    async (size) => {
      const [before, key] = [diskOf(name), newKey()];
      const failing = Readable.from(
        (async function* () {
          for (let sent = 0; sent < size; sent += 50_000) yield randomBytes(50_000);
          await Promise.resolve();
          throw new Error('broke off');
        })(),
        { objectMode: false },
      );
      await expect(store().put(key, failing)).rejects.toThrow('broke off');
      expect(await store().stat(key)).toBeUndefined();
      expect(diskOf(name)).toEqual(before);
    },
  );

  test.each(['../../etc/passwd', '', 'a', `${uuid()}/..`, `${uuid()}\0`])('makes no path of %j', async (blobId) => {
    const before = diskOf(name);
    const [key, wrong] = [newKey(), { workspaceId: blobId, blobId: uuid() }];
    for (const bad of [{ ...key, blobId }, wrong]) {
      await expect(store().put(bad, inPieces(Buffer.from('x')))).rejects.toThrow('two ids');
      await expect(store().get(bad)).rejects.toThrow('two ids');
      await expect(store().stat(bad)).rejects.toThrow('two ids');
      await expect(store().delete(bad)).rejects.toThrow('two ids');
    }
    expect(diskOf(name)).toEqual(before);
  });
});

describe('the folder alone', () => {
  it('lets only its owner read, and shows nothing under the name before all is there', async () => {
    const key = newKey();
    const path = join(folder, key.workspaceId, key.blobId);
    let seen: string[] = [];
    const slow = Readable.from(
      (async function* () {
        yield randomBytes(MEBIBYTE);
        await new Promise((resolve) => setTimeout(resolve, 50));
        seen = readdirSync(join(folder, key.workspaceId));
        yield randomBytes(10);
      })(),
      { objectMode: false },
    );
    await new FolderStore(folder).put(key, slow);
    expect(seen).toEqual([expect.stringMatching(new RegExp(`^${key.blobId}\\..*\\.part$`))]);
    expect(readdirSync(join(folder, key.workspaceId))).toEqual([key.blobId]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, key.workspaceId)).mode & 0o777).toBe(0o700);
  });

  it('fails where it cannot write', async () => {
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    await expect(new FolderStore(file).put(newKey(), inPieces(Buffer.from('x')))).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });
});

describe('S3 alone', () => {
  it('gives up an upload in parts as a whole where it fails', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method!} ${request.url!.split('?')[1] ?? ''}`);
      request.resume().once('end', () => {
        response.setHeader('etag', '"x"').setHeader('content-type', 'application/xml');
        response.end('<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const failing = Readable.from(
      (async function* () {
        for (let i = 0; i < 9; i += 1) yield randomBytes(MEBIBYTE);
        await Promise.resolve();
        throw new Error('broke off');
      })(),
      { objectMode: false },
    );
    const store = new S3Store({ ...s3.settings, endpoint: `http://127.0.0.1:${port}` });
    const outcome = await store.put(newKey(), failing).catch((error: unknown) => String(error));
    server.closeAllConnections();
    server.close();
    expect(outcome).toBe('Error: broke off');
    expect(asked).toEqual(['POST uploads=', 'PUT partNumber=1&uploadId=u1', 'DELETE uploadId=u1']);
  });

  it('fails with a wrong key or where nobody listens, and says which', async () => {
    const wrong = new S3Store({ ...s3.settings, secretAccessKey: 'wrong' });
    await expect(wrong.put(newKey(), inPieces(Buffer.from('x')))).rejects.toMatchObject({ status: 403 });
    const nobody = new S3Store({ ...s3.settings, endpoint: 'http://127.0.0.1:1' });
    await expect(nobody.put(newKey(), inPieces(Buffer.from('x')))).rejects.toThrow();
  });
});
