// All parts of a ZIP archive, within limits; what it says of its own sizes is not believed but counted.

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { NoCopy } from './copy-fault.js';
import { MOST_ENTRIES, MOST_UNPACKED_BYTES } from './copy-limits.js';

export async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(broken);
  if (zip.entryCount > MOST_ENTRIES) throw new NoCopy('too-much-inside');
  const parts = new Map<string, Buffer>();
  let left = MOST_UNPACKED_BYTES;
  for (let entry = await next(zip); entry; entry = await next(zip)) {
    if (entry.isEncrypted()) throw new NoCopy('locked');
    if (entry.fileName.endsWith('/') || parts.has(entry.fileName)) continue;
    const content = await inflate(zip, entry, left);
    left -= content.length;
    parts.set(entry.fileName, content);
  }
  return parts;
}

function next(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const done = (entry?: Entry): void => {
      zip.removeAllListeners();
      resolve(entry);
    };
    zip.once('entry', done);
    zip.once('end', () => done());
    zip.once('error', () => reject(new NoCopy('damaged-file')));
    zip.readEntry();
  });
}

async function inflate(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > most) throw new NoCopy('too-much-inside');
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof NoCopy ? error : new NoCopy('damaged-file');
  }
  return Buffer.concat(pieces);
}

function broken(): never {
  throw new NoCopy('damaged-file');
}
