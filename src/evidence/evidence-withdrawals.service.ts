import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import { v4 as uuid } from 'uuid';
import { type Actor, hasRole } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { WordsLevel } from '../access/words.js';
import { BlobStore } from '../blobs/blob-store.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne } from '../common/reading.js';
import { ServerLog } from '../common/server-log.js';
import { run, statement } from '../common/statement.js';
import { say } from '../common/words.js';
import { Custody } from './custody.js';
import type { DecideWithdrawalDto, WithdrawEvidenceDto } from './evidence-withdrawal.dto.js';
import { Evidence } from './evidence.entity.js';
import { type Decision, EvidenceWithdrawal } from './evidence-withdrawal.entity.js';
import { EVIDENCE_WITHDRAWALS } from './evidence.queries.js';
import { lockPiece, lockPresent } from './lock-present.js';
import { SealedWords } from './sealed-words.js';

/** Takes evidence out of sight at once, by one person; two persons restore or erase it. */
@Injectable()
export class EvidenceWithdrawalsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly store: BlobStore,
    private readonly custody: Custody,
    private readonly words: SealedWords,
    private readonly log: ServerLog,
  ) {}

  get(actor: Actor, evidenceId: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const [newest] = await tx.find(EvidenceWithdrawal, {
        where: { evidenceId },
        order: { recordedAt: 'DESC', id: 'DESC' },
        take: 1,
      });
      if (!newest) throw problems.notFound();
      return readOne(tx, EVIDENCE_WITHDRAWALS, newest.id);
    });
  }

  /** What was verified on the piece is voided by what follows the event. 410 where it is withdrawn already. */
  create(actor: Actor, evidenceId: string, { reason }: WithdrawEvidenceDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPresent(tx, evidenceId);
      checkMay(actor, piece);
      const { workspaceId, personId, organizationId } = actor;
      const id = uuid();
      const reasonHash = await this.words.keepApart(tx, actor, reason, reasonLevel(piece), id);
      await tx.insert(EvidenceWithdrawal, { id, workspaceId, evidenceId, personId, organizationId, reasonHash });
      await this.change(tx, actor, piece, { withdrawal: 'withdrawn' }, 'withdrawn');
      return readOne(tx, EVIDENCE_WITHDRAWALS, id);
    });
  }

  /** The first request waits; the same asked by another person makes it so. Another wish takes the place of the first one. */
  async decide(actor: Actor, evidenceId: string, { decision, confirms }: DecideWithdrawalDto): Promise<JsonText> {
    const { answer, blobId } = await inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPiece(tx, evidenceId);
      const open = await tx.findOneBy(EvidenceWithdrawal, { evidenceId, confirmedAt: IsNull() });
      if (!open) throw problems.notAsThingsStand('not-withdrawn', say`There is no withdrawal to decide on.`);
      const isSecond = open.decision === decision;
      if (confirms !== undefined && confirms !== isSecond)
        throw problems.notAsThingsStand('asked-otherwise', say`What is asked for has changed meanwhile.`);
      if (!isSecond) await this.ask(tx, actor, piece, open, decision);
      const blobId = isSecond ? await this.confirm(tx, actor, piece, open) : null;
      return { answer: await readOne(tx, EVIDENCE_WITHDRAWALS, open.id), blobId };
    });
    if (blobId !== null) await this.deleteBlob(actor, blobId);
    return answer;
  }

  private async ask(
    tx: EntityManager,
    actor: Actor,
    piece: Evidence,
    open: EvidenceWithdrawal,
    decision: Decision,
  ): Promise<void> {
    await tx.update(
      EvidenceWithdrawal,
      { id: open.id },
      { decision, requestedBy: actor.personId, requestedAt: () => 'clock_timestamp()' },
    );
    await this.custody.tell(tx, actor, piece, `evidence.${decision}-requested`, { withdrawal: open.id });
  }

  /** Answers the blob that has to go once this is committed. */
  private async confirm(
    tx: EntityManager,
    actor: Actor,
    piece: Evidence,
    open: EvidenceWithdrawal,
  ): Promise<string | null> {
    if (open.requestedBy === actor.personId) throw problems.notYours(say`You asked for it: another person confirms.`);
    await tx.update(
      EvidenceWithdrawal,
      { id: open.id },
      { confirmedBy: actor.personId, confirmedAt: () => 'clock_timestamp()' },
    );
    if (open.decision === 'restore') {
      await this.change(tx, actor, piece, { withdrawal: 'none' }, 'restored');
      return null;
    }
    await run(tx, ERASE_WORDS, [open.id]);
    await run(tx, ERASE_ORIGIN_NAME, [open.id]);
    await this.change(
      tx,
      actor,
      piece,
      { ...ERASED, url: piece.url === null ? null : 'https://erased.invalid/' },
      'erased',
    );
    return piece.blobKey;
  }

  private async change(
    tx: EntityManager,
    actor: Actor,
    piece: Evidence,
    columns: Partial<Evidence>,
    act: 'withdrawn' | 'restored' | 'erased',
  ): Promise<void> {
    await tx.update(Evidence, { id: piece.id }, columns);
    await this.custody.keep(tx, actor, { ...piece, version: piece.version + 1 }, act);
  }

  /** It is erased by the record already; bytes that the store won't let go are found by the sweep. */
  private async deleteBlob({ workspaceId, requestId }: Actor, blobId: string): Promise<void> {
    await this.store.delete({ workspaceId, blobId }).catch((error: unknown) => this.log.failed(error, requestId));
  }
}

/** Row, hash and history stay; what describes the piece goes. */
const ERASED = {
  withdrawal: 'erased',
  blobKey: null,
  title: 'Erased',
  canonicalUrl: null,
  locator: null,
  publisher: null,
  publishedOn: null,
  publishedLast: null,
  accessedOn: null,
  language: null,
} as const;
const ERASE_WORDS = statement('SELECT heed_erase_words($1)');
/** An origin of its own is named after the piece. */
const ERASE_ORIGIN_NAME = statement('SELECT heed_erase_origin_name($1)');

/** Partners withdraw what their organization brought; the others whatever they may know. */
function checkMay(actor: Actor, piece: Evidence): void {
  if (hasRole(actor, 'administrator', 'editor', 'verifier') || piece.organizationId === actor.organizationId) return;
  throw problems.notYours(say`Partners withdraw what their own organization brought: tell an editor.`);
}

/** The reason stays readable for whoever decides, so it does not name the piece, unless nobody else may read it. */
const reasonLevel = ({ id, confidentiality }: Evidence): WordsLevel =>
  confidentiality === 'restricted' ? { confidentiality, evidenceId: id } : { confidentiality };
