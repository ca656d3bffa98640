import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v4 as uuid } from 'uuid';
import { type BlobKey, BlobMissing, BlobStore, pathOf, type StoredBlob } from './blob-store.js';
import { Measure } from './measure.js';

/**
 * Blobs as files of a folder that only the server reads. A file is written under a temporary name, brought to disk, and
 * renamed: under its own name it is whole or it isn't there.
 */
export class FolderStore extends BlobStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: BlobKey, bytes: Readable): Promise<StoredBlob> {
    const path = this.pathOf(key);
    const temporary = `${path}.${uuid()}${TEMPORARY}`;
    const measure = new Measure();
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(bytes, measure, createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }));
      await rename(temporary, path);
      await bringToDisk(dirname(path));
      return measure.result();
    } catch (error) {
      bytes.destroy();
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async get(key: BlobKey): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r').catch(missing);
    if (!file) throw new BlobMissing('The folder does not hold these bytes.');
    return createReadStream('', { fd: file });
  }

  async stat(key: BlobKey): Promise<{ size: number } | undefined> {
    const found = await stat(this.pathOf(key)).catch(missing);
    return found && { size: found.size };
  }

  async delete(key: BlobKey): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: BlobKey): string {
    return join(this.folder, pathOf(key));
  }
}

/** docs/operations.md names it: what is older than a day is left from a crash. */
const TEMPORARY = '.part';

/** The new name too outlives a loss of power. */
async function bringToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
