// The parts of a DOCX that hold its text, unpacked within limits.

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ReadingFault } from './reading-fault.js';
import { MOST_UNPACKED_BYTES } from './reading-limits.js';

export const DOCX_PARTS = ['document', 'styles', 'numbering', 'footnotes', 'endnotes'] as const;
export type DocxPart = (typeof DOCX_PARTS)[number];

const MOST_ENTRIES = 10_000;

/** XML by part; what an archive says of its sizes is not believed but counted. */
export async function unpackDocx(bytes: Buffer): Promise<Partial<Record<DocxPart, string>>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(broken);
  if (zip.entryCount > MOST_ENTRIES) throw new ReadingFault('too-much-inside');
  const parts: Partial<Record<DocxPart, string>> = {};
  let left = MOST_UNPACKED_BYTES;
  for (let entry = await next(zip); entry; entry = await next(zip)) {
    const { fileName } = entry;
    const part = DOCX_PARTS.find((name) => fileName === `word/${name}.xml`);
    if (!part || part in parts) continue;
    if (entry.isEncrypted()) throw new ReadingFault('encrypted');
    const content = await inflate(zip, entry, left);
    left -= content.length;
    parts[part] = new TextDecoder(isUtf16(content) ? 'utf-16' : 'utf-8').decode(content);
  }
  if (parts.document === undefined) throw new ReadingFault('not-taken');
  return parts;
}

const isUtf16 = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

function next(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const done = (entry?: Entry): void => {
      zip.removeAllListeners();
      resolve(entry);
    };
    zip.once('entry', done);
    zip.once('end', () => done());
    zip.once('error', (error) => reject(new ReadingFault('damaged-document', error)));
    zip.readEntry();
  });
}

async function inflate(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > most) throw new ReadingFault('too-much-inside');
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof ReadingFault ? error : new ReadingFault('damaged-document', error);
  }
  return Buffer.concat(pieces);
}

function broken(error: unknown): never {
  throw new ReadingFault('damaged-document', error);
}
