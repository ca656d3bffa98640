// The parts of a DOCX that hold its text, unpacked within limits.

import { UnzipFault, unzipped } from '../common/unzipped.js';
import { type FaultName, ReadingFault } from './reading-fault.js';
import { MOST_UNPACKED_BYTES } from './reading-limits.js';

export const DOCX_PARTS = ['document', 'styles', 'numbering', 'footnotes', 'endnotes'] as const;
export type DocxPart = (typeof DOCX_PARTS)[number];

const LIMITS = { entries: 10_000, bytes: MOST_UNPACKED_BYTES };
const FAULTS: Record<UnzipFault['fault'], FaultName> = {
  'too-much-inside': 'too-much-inside',
  damaged: 'damaged-document',
  encrypted: 'encrypted',
};

/** XML by part. */
export async function unpackDocx(bytes: Buffer): Promise<Partial<Record<DocxPart, string>>> {
  const files = new Map(DOCX_PARTS.map((part) => [`word/${part}.xml`, part]));
  const found = await unzipped(bytes, LIMITS, (name) => files.has(name)).catch(unread);
  const parts: Partial<Record<DocxPart, string>> = {};
  for (const [name, content] of found) {
    const part = files.get(name);
    if (part) parts[part] = new TextDecoder(isUtf16(content) ? 'utf-16' : 'utf-8').decode(content);
  }
  if (parts.document === undefined) throw new ReadingFault('not-taken');
  return parts;
}

const isUtf16 = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

function unread(error: unknown): never {
  throw error instanceof UnzipFault ? new ReadingFault(FAULTS[error.fault], error) : error;
}
