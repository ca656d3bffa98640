import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { CheckedBytes } from '../evidence/checked-bytes.js';
import type { Content } from '../evidence/content.js';
import { Custody } from '../evidence/custody.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { checkPresent, lockPresent } from '../evidence/lock-present.js';
import { Jobs } from '../jobs/jobs.js';
import { checkFetches, keepsCopies } from './keeps-copies.js';
import { FETCHED_LEVELS, LINK_COPIES, NOT_LOOKED_AT } from './link-copies.queries.js';
import { LinkCopy } from './link-copy.entity.js';
import { shown } from '../evidence/shown.js';

type Kept = LinkCopy & { sha256: Buffer; size: string; blobKey: string };

/** Copies of what links lead to, and how it is known that one leads nowhere. Nothing is fetched unless the workspace says so. */
@Injectable()
export class LinkCopiesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly custody: Custody,
    private readonly bytes: CheckedBytes,
    private readonly jobs: Jobs,
  ) {}

  list(actor: Actor, evidenceId: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Evidence, shown({ id: evidenceId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readPage(tx, LINK_COPIES, { ...query, sort: '-recordedAt' }, { evidence: evidenceId });
    });
  }

  /** 409 where the workspace keeps no copies, or of this piece none, or one is under way; 410 where it is withdrawn. */
  create(actor: Actor, evidenceId: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPresent(tx, evidenceId);
      await checkFetches(tx, actor);
      if (!isFetched(piece)) throw problems.notAsThingsStand('not-fetched', NOT_THIS_ONE);
      const id = await this.ask(tx, actor, piece);
      await this.custody.tell(tx, actor, piece, 'evidence.copy-requested', { copy: id });
      return readOne(tx, LINK_COPIES, id);
    });
  }

  /** Of a link that has just come in, where the workspace wants it. */
  async askForNew(tx: EntityManager, actor: Actor, evidenceId: string): Promise<void> {
    const piece = await tx.findOneBy(Evidence, shown({ id: evidenceId }));
    if (piece && isFetched(piece) && (await keepsCopies(tx, actor))) await this.ask(tx, actor, piece);
  }

  /** Links that nobody looked at for long, some at a time: what is gone is to be found before it is needed. */
  lookAgain(actor: Actor, most: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await keepsCopies(tx, actor))) return;
      for (const { id } of await run<{ id: string }>(tx, NOT_LOOKED_AT, [most])) {
        const piece = await lockPresent(tx, id);
        await this.custody.tell(tx, actor, piece, 'evidence.copy-requested', {
          copy: await this.ask(tx, actor, piece),
        });
      }
    });
  }

  /** The copy as it was made; 404 where there is none, 410 where the piece is withdrawn, 500 where its bytes are damaged. */
  async open(actor: Actor, evidenceId: string, id: string): Promise<Content> {
    const { piece, copy } = await inWorkspace(actor, this.manager, (tx) => find(tx, evidenceId, id));
    const note = (): Promise<void> =>
      inWorkspace(actor, this.manager, (tx) => this.custody.keep(tx, actor, piece, 'mismatched', { copy: id }));
    const bytes = await this.bytes.of(actor, copy, note);
    const { sha256, size } = copy;
    return {
      bytes,
      size: Number(size),
      sha256: sha256.toString('hex'),
      title: piece.title,
      mediaType: 'application/warc',
    };
  }

  /** With the piece its copies go, and where it led. */
  async erase(tx: EntityManager, evidenceId: string): Promise<void> {
    for (const { id, blobKey } of await tx.findBy(LinkCopy, { evidenceId })) {
      if (blobKey === null) await tx.update(LinkCopy, { id }, { finalUrl: null });
      else {
        await tx.update(LinkCopy, { id }, { outcome: 'erased', finalUrl: null, blobKey: null });
        await this.jobs.add(tx, 'delete-blob', blobKey);
      }
    }
  }

  /** Answers the id of what waits from now on. What has waited for an hour was lost by the queue, and is put there again. */
  private async ask(tx: EntityManager, { workspaceId, personId }: Actor, piece: Evidence): Promise<string> {
    const { id: evidenceId, organizationId } = piece;
    const waiting = await tx.findOneBy(LinkCopy, { evidenceId, outcome: 'waiting' });
    if (waiting && Date.now() - waiting.recordedAt.getTime() < HOUR)
      throw problems.notAsThingsStand('under-way', WAITING);
    const id = waiting?.id ?? uuid();
    if (!waiting) await tx.insert(LinkCopy, { id, workspaceId, evidenceId, personId, organizationId });
    await this.jobs.add(tx, 'fetch-link', id);
    return id;
  }
}

const HOUR = 3_600_000;
const WAITING = say`A copy was asked for already: it comes within minutes.`;
const NOT_THIS_ONE = say`Only links are fetched that the whole coalition may know: fetching tells a site that somebody looks.`;

const isFetched = ({ kind, confidentiality, withdrawal }: Evidence): boolean =>
  kind === 'link' && withdrawal === 'none' && FETCHED_LEVELS.some((level) => level === confidentiality);

async function find(tx: EntityManager, evidenceId: string, id: string): Promise<{ piece: Evidence; copy: Kept }> {
  const piece = await tx.findOneBy(Evidence, shown({ id: evidenceId }));
  const copy = await tx.findOneBy(LinkCopy, { id, evidenceId });
  if (!piece || !copy) throw problems.notFound();
  checkPresent(piece);
  if (copy.blobKey === null) throw problems.notFound();
  return { piece, copy: copy as Kept };
}
