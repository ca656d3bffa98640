// The thread that reads what it is given, one document after the other. Nothing of a document runs here; what goes wrong is answered by name.

import { parentPort } from 'node:worker_threads';
import { asSource } from './as-source.js';
import type { ReadDocument, Unread } from './read-document.js';
import { propose } from './propose.js';
import { type FileDocument, readFile, readPasted } from './read-file.js';
import { ReadingFault } from './reading-fault.js';
import { MOST_CHARACTERS, MOST_PROPOSALS } from './reading-limits.js';

async function read(unread: Unread): Promise<ReadDocument> {
  const { document, ...kind } = await documentOf(unread);
  if (document.text.length > MOST_CHARACTERS) throw new ReadingFault('too-much-inside');
  if (document.text.trim() === '') throw new ReadingFault('empty');
  const proposals = propose(document);
  if (proposals.length > MOST_PROPOSALS) throw new ReadingFault('too-much-inside');
  return { ...kind, document, proposals, asSource: asSource(document) };
}

async function documentOf(unread: Unread): Promise<FileDocument> {
  const bytes = Buffer.from(unread.bytes.buffer, unread.bytes.byteOffset, unread.bytes.byteLength);
  return 'format' in unread ? readPasted(bytes, unread.format) : readFile(bytes, unread.name);
}

parentPort?.on('message', (unread: Unread) => {
  void read(unread)
    .catch((error: unknown) => {
      if (error instanceof ReadingFault) return error.fault;
      throw error;
    })
    .then((answer) => parentPort?.postMessage(answer));
});
