// The parts of a ZIP archive, within limits; what it says of its own sizes is not believed but counted.

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Why an archive was not unpacked; each caller says it in words of its own. */
export class UnzipFault extends Error {
  constructor(
    readonly fault: 'too-much-inside' | 'damaged' | 'encrypted',
    cause?: unknown,
  ) {
    super(fault, { cause });
  }
}

interface UnzipLimits {
  entries: number;
  /** Of all wanted parts together, unpacked. */
  bytes: number;
}

/** The parts whose name is wanted, in the order of the archive; of a name that comes again the first alone. */
export async function unzipped(
  bytes: Buffer,
  limits: UnzipLimits,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(damaged);
  if (zip.entryCount > limits.entries) throw new UnzipFault('too-much-inside');
  const parts = new Map<string, Buffer>();
  let left = limits.bytes;
  for (let entry = await next(zip); entry; entry = await next(zip)) {
    if (parts.has(entry.fileName) || !isWanted(entry.fileName)) continue;
    if (entry.isEncrypted()) throw new UnzipFault('encrypted');
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
    zip.once('error', (error) => reject(new UnzipFault('damaged', error)));
    zip.readEntry();
  });
}

async function inflate(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > most) throw new UnzipFault('too-much-inside');
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof UnzipFault ? error : new UnzipFault('damaged', error);
  }
  return Buffer.concat(pieces);
}

function damaged(error: unknown): never {
  throw new UnzipFault('damaged', error);
}
