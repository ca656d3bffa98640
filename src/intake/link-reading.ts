import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { MOST_DOCUMENT_BYTES } from '../blobs/file-limits.js';
import { problems } from '../common/problem.js';
import { say, type Words } from '../common/words.js';
import { FetchRefused, type Refusal } from '../fetching/fetch-refused.js';
import { Fetcher } from '../fetching/fetcher.js';
import { checkFetches } from '../link-copies/keeps-copies.js';
import type { Arrival } from './arrival.js';
import { DocumentReading } from './document-reading.js';

/** What came is told by its bytes; many servers know no better name for a DOCX than the last one. */
const TAKEN = [
  ...['text/html', 'application/xhtml+xml', 'text/plain', 'application/pdf'],
  ...['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/octet-stream'],
];
const WITHIN = 30_000;

/** Fetches the document that a link leads to, as copies are fetched: only where the workspace lets it, and from the open internet alone. */
@Injectable()
export class LinkReading {
  constructor(
    private readonly manager: EntityManager,
    private readonly fetcher: Fetcher,
    private readonly reading: DocumentReading,
  ) {}

  /** 409 where the workspace fetches nothing, 422 `not-fetched` with the reason, 415 and 422 for what can't be read. No transaction is open meanwhile. */
  async read(actor: Actor, link: string, pointer: string): Promise<Omit<Arrival, 'said'> & { url: string }> {
    await inWorkspace(actor, this.manager, (tx) => checkFetches(tx, actor));
    const { url, bytes } = await this.fetch(link, pointer);
    const name = nameIn(url);
    return { url, name, bytes, read: await this.reading.read({ bytes, name }) };
  }

  private async fetch(link: string, pointer: string): Promise<{ url: string; bytes: Buffer }> {
    const answers = await this.fetcher
      .get(link, { types: TAKEN, maxBytes: MOST_DOCUMENT_BYTES, signal: AbortSignal.timeout(WITHIN) })
      .catch((error: unknown) => {
        if (error instanceof FetchRefused) throw problems.notFetched(pointer, REFUSED[error.reason]);
        throw error;
      });
    const { url, status, body } = answers.at(-1) ?? { url: link, status: 0, body: Buffer.alloc(0) };
    if (status !== 200) throw problems.notFetched(pointer, answered(status));
    return { url, bytes: body };
  }
}

/** The last part of its path, as the name of a file. */
function nameIn(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

const answered = (status: number): Words =>
  say`The site answered ${status} instead of the document. Look at the address, or open it in your browser, save it, and read the file.`;

const REFUSED: Record<Refusal, Words> = {
  address: say`Only pages of http and https at their usual port are fetched, without a name and password in the address.`,
  'not-public': say`This address leads into a network of its own, not into the open internet: Heed goes nowhere else.`,
  'unknown-host': say`There is no site of this name. Look at the address again.`,
  type: say`It leads to no page, text, PDF or DOCX.`,
  'too-large': say`What it leads to is larger than is read. Save it and read it in pieces.`,
  'too-slow': say`The site took too long. Try again later, or open it in your browser, save it, and read the file.`,
  'too-many-redirects': say`It leads from one address to the next without an end. Open it in your browser, save it, and read the file.`,
  unreachable: say`The site can't be reached. Try again later, or open it in your browser, save it, and read the file.`,
};
