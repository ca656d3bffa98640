import { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { isTaken } from './file-kinds.js';
import { headText, isActive, isMessage, TextReader } from './plain-text.js';

/** How much is looked at to tell the kind; more than any signature needs. */
const HEAD_BYTES = 64 * 1024;

/** A file whose kind is known from its own bytes. */
export interface Inspected {
  mediaType: string;
  /** All bytes, from the first; fails with a problem where later ones belie the kind, or where there are too many. */
  bytes: Readable;
}

/** The stream of a form's file: it ends early and says so where the limit is reached. */
export type FormFile = Readable & { truncated?: boolean };

/** Looks at the first bytes of a file. 415 where they are of no kind that is taken, 422 where there are none. */
export async function inspect(file: FormFile, most: number): Promise<Inspected> {
  const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const head = await readHead(chunks);
  if (head.length === 0) throw problems.unfit('/file', 'empty', say`The file is empty.`);
  const sniffed = (await fileTypeFromBuffer(head))?.mime ?? textKind(head);
  if (!isTaken(sniffed)) throw problems.fileRefused(say`By its bytes it is ${sniffed}.`);
  const text = sniffed === 'text/plain' ? new TextReader(head) : undefined;
  return {
    mediaType: sniffed,
    bytes: Readable.from(wholeOf(head, chunks, file, { most, text }), { objectMode: false }),
  };
}

async function readHead(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  for (let size = 0; size < HEAD_BYTES;) {
    const chunk = await nextOf(chunks);
    if (!chunk) break;
    read.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(read);
}

/** What no signature names is text, or nothing that is taken. */
function textKind(head: Buffer): string {
  const text = headText(head);
  if (isActive(text)) throw problems.fileRefused(say`By its bytes it is markup or a program.`);
  if (isMessage(text.replaceAll('\r\n', '\n')) && !head.includes(0)) return 'message/rfc822';
  return new TextReader(head).add(head) ? 'text/plain' : 'application/octet-stream';
}

async function* wholeOf(
  head: Buffer,
  chunks: AsyncIterator<Buffer>,
  file: FormFile,
  { most, text }: { most: number; text: TextReader | undefined },
): AsyncGenerator<Buffer> {
  const isText = (bytes: Buffer): boolean => text === undefined || text.add(bytes);
  try {
    for (let chunk: Buffer | undefined = head; chunk; chunk = await nextOf(chunks)) {
      if (!isText(chunk)) throw problems.fileRefused(say`It begins as text and goes on as something else.`);
      yield chunk;
    }
    if (file.truncated) throw problems.fileTooLarge(most);
    if (text && !text.end()) throw problems.fileRefused(say`It begins as text and ends within a character.`);
  } finally {
    await chunks.return?.();
  }
}

async function nextOf(chunks: AsyncIterator<Buffer>): Promise<Buffer | undefined> {
  const { done, value } = (await chunks.next()) as IteratorResult<Buffer, undefined>;
  return done ? undefined : value;
}
