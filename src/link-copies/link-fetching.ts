import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { BlobStore } from '../blobs/blob-store.js';
import { run } from '../common/statement.js';
import { Custody } from '../evidence/custody.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { FetchRefused } from '../fetching/fetch-refused.js';
import { type Answer, Fetcher, typeOf } from '../fetching/fetcher.js';
import { TO_FETCH } from './link-copies.queries.js';
import { LinkCopy } from './link-copy.entity.js';
import { webArchive } from './warc.js';
import { partsOf } from './web-page.js';
import { shown } from '../evidence/shown.js';

type Found = Pick<LinkCopy, 'outcome' | 'reason' | 'status' | 'finalUrl'> & { answers?: Answer[] };

const PAGES = ['text/html', 'application/xhtml+xml'];
const TAKEN = [...PAGES, 'text/plain', 'application/pdf', 'image/*'];
const PARTS = ['text/css', 'image/*'];
const MOST_BYTES = 30 * 1024 * 1024;
const MOST_PARTS = 60;
const WITHIN = 60_000;

/** Looks at what a link leads to, in a job: no transaction is open meanwhile, and what it finds is written once. */
@Injectable()
export class LinkFetching {
  constructor(
    private readonly manager: EntityManager,
    private readonly fetcher: Fetcher,
    private readonly store: BlobStore,
    private readonly custody: Custody,
  ) {}

  /** Does nothing where somebody else looked meanwhile, or nobody may look any more. */
  async fetch(system: Actor, id: string): Promise<void> {
    const [asked] = await inWorkspace(system, this.manager, (tx) =>
      run<{ url: string; isOn: boolean }>(tx, TO_FETCH, [id]),
    );
    if (!asked) return;
    const found = asked.isOn ? await this.look(asked.url) : SWITCHED_OFF;
    await (found.answers ? this.keep(system, id, found, found.answers) : this.write(system, id, found));
  }

  private async look(url: string): Promise<Found> {
    const signal = AbortSignal.timeout(WITHIN);
    try {
      const answers = await this.fetcher.get(url, { types: TAKEN, maxBytes: MOST_BYTES, signal });
      const found = foundIn(answers);
      return found.outcome === 'kept'
        ? { ...found, answers: [...answers, ...(await this.parts(answers, signal))] }
        : found;
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      const outcome = error.reason === 'unknown-host' ? 'dead' : 'not-fetched';
      return { outcome, reason: error.reason, status: null, finalUrl: null };
    }
  }

  /** As many parts as there is room and time for: a copy without a picture is a copy. */
  private async parts(answers: Answer[], signal: AbortSignal): Promise<Answer[]> {
    const page = answers.at(-1);
    if (!page || !PAGES.includes(typeOf(page))) return [];
    const parts: Answer[] = [];
    let left = MOST_BYTES - page.body.length;
    for (const url of partsOf(page.body.toString(), page.url).slice(0, MOST_PARTS)) {
      const part = await this.fetcher.get(url, { types: PARTS, maxBytes: left, signal }).catch(orNothing);
      left -= part.reduce((size, { body }) => size + body.length, 0);
      parts.push(...part);
    }
    return parts;
  }

  /** Bytes first, then the row that names them; where that fails nothing is left. */
  private async keep(system: Actor, id: string, found: Found, answers: Answer[]): Promise<void> {
    const key = { workspaceId: system.workspaceId, blobId: uuid() };
    const { sha256, size } = await this.store.put(key, Readable.from(webArchive(answers, new Date())));
    const isWritten = await this.write(system, id, found, { sha256, size: String(size), blobKey: key.blobId });
    if (!isWritten) await this.store.delete(key);
  }

  /** False where somebody else wrote what they found, or the piece was closed meanwhile. */
  private write(
    system: Actor,
    id: string,
    { answers: _, ...found }: Found,
    file: Partial<LinkCopy> = {},
  ): Promise<boolean> {
    return inWorkspace(system, this.manager, async (tx) => {
      const row = { ...found, ...file, fetchedAt: () => 'clock_timestamp()' };
      const { affected } = await tx.update(LinkCopy, { id, outcome: 'waiting' }, row);
      if (affected === 0) return false;
      const { evidenceId } = await tx.findOneByOrFail(LinkCopy, { id });
      const piece = await tx.findOneByOrFail(Evidence, shown({ id: evidenceId }));
      await this.custody.tell(tx, system, piece, `evidence.copy-${found.outcome}`, { copy: id });
      return true;
    });
  }
}

const SWITCHED_OFF: Found = { outcome: 'not-fetched', reason: 'switched-off', status: null, finalUrl: null };

function foundIn(answers: Answer[]): Found {
  const { status, url: finalUrl } = answers.at(-1) as Answer;
  if (status === 200) return { outcome: 'kept', reason: null, status, finalUrl };
  return { outcome: status === 404 || status === 410 ? 'dead' : 'not-fetched', reason: 'status', status, finalUrl };
}

function orNothing(error: unknown): Answer[] {
  if (error instanceof FetchRefused) return [];
  throw error;
}
