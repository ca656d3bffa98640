import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import type { WordsLevel } from '../access/words.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { Custody } from '../evidence/custody.js';
import { Evidence, type Level, LEVELS } from '../evidence/evidence.entity.js';
import { wordsLevel } from '../evidence/evidence-entry.js';
import { FileKeys } from '../evidence/file-keys.js';
import { LevelWords } from '../evidence/level-words.js';
import { checkPresent, lockPiece, lockPresent } from '../evidence/lock-present.js';
import { SealedWords } from '../evidence/sealed-words.js';
import { CHECKLIST, checkAnswers, type GivenAnswer, type KeptAnswer } from './checklist.js';
import type { CreateLoweringDto, DecideLoweringDto, LoweringsQuery } from './lowering.dto.js';
import { Lowering } from './lowering.entity.js';
import { HAS_LAPSED, IS_FLAGGED, IS_KNOWN, LOWERINGS, MEANING, type Meaning } from './lowerings.queries.js';
import { shown } from '../evidence/shown.js';

/** Opens a piece to more people, which nobody does alone: one asks with the checklist, another agrees, and the database lowers. */
@Injectable()
export class LoweringsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly custody: Custody,
    private readonly keys: FileKeys,
    private readonly words: SealedWords,
    private readonly levelWords: LevelWords,
  ) {}

  /** Of the pieces that the actor may know; newest first. */
  list(actor: Actor, { limit, cursor, count, updatedSince, ...filters }: LoweringsQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) =>
      readPage(tx, LOWERINGS, { limit, cursor, count, updatedSince, sort: '-recordedAt' }, filters),
    );
  }

  /** Changes nothing. 410 where the piece is withdrawn, 422 where that is no lower level. */
  preview(actor: Actor, evidenceId: string, to: Level): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await tx.findOneBy(Evidence, shown({ id: evidenceId, workspaceId: actor.workspaceId }));
      if (!piece) throw problems.notFound();
      checkPresent(piece);
      checkLower(piece, to);
      const [{ isFlagged, ...readers } = NOBODY] = await run<Meaning>(tx, MEANING, [evidenceId, to]);
      const from = piece.confidentiality;
      return new JsonText(
        JSON.stringify({ from, to, ...readers, isBlocked: isFlagged && to === 'public', checklist: CHECKLIST }),
      );
    });
  }

  /** Nothing changes before another person agrees. 409 where one is asked for already, or a do-no-harm flag stands. */
  create(actor: Actor, evidenceId: string, { to, checklist, reason }: CreateLoweringDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPresent(tx, evidenceId);
      checkLower(piece, to);
      checkAnswers(checklist, piece.kind === 'file');
      await checkNoFlag(tx, evidenceId, to);
      await this.closeLapsed(tx, actor, evidenceId);
      const id = uuid();
      const { workspaceId, personId, organizationId } = actor;
      const kept = await this.keepAnswers(tx, actor, checklist, wordsLevel(piece));
      const reasonHash = await this.words.keep(tx, actor, reason, wordsLevel(piece), 'reason');
      await tx.insert(Lowering, {
        ...{ id, workspaceId, evidenceId, personId, organizationId, checklist: kept, reasonHash },
        ...{ fromLevel: piece.confidentiality, toLevel: to },
      });
      await this.custody.tell(tx, actor, piece, 'evidence.lowering-asked', { lowering: id, to });
      return readOne(tx, LOWERINGS, id);
    });
  }

  /** Agreed, the level is the lower one at once. 403 for whoever asked; 409 where it was decided, lapsed, or a do-no-harm flag stands; 410. */
  decide(actor: Actor, id: string, { decision, reason }: DecideLoweringDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { piece, lowering } = await this.lockOpen(tx, id);
      if (lowering.personId === actor.personId)
        throw problems.notYours(say`You asked for it: another person decides. You can take it back.`);
      if (lowering.toLevel === 'organization' && piece.organizationId !== actor.organizationId)
        throw problems.notYours(say`Only the organization that brought it will read it: one of its people decides.`);
      if (await hasLapsed(tx, id))
        throw problems.notAsThingsStand(
          'lapsed',
          say`It was asked too long ago, or of the piece as it was before: ask anew.`,
        );
      if (decision === 'agree') await this.lower(tx, actor, piece, lowering);
      else await this.refuse(tx, actor, piece, lowering, reason ?? '');
      return readOne(tx, LOWERINGS, id);
    });
  }

  /** Only whoever asked; 409 where it was decided before. */
  takeBack(actor: Actor, id: string): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { piece, lowering } = await this.lockOpen(tx, id, () => undefined);
      if (lowering.personId !== actor.personId)
        throw problems.notYours(say`Whoever asked takes it back; you can refuse it.`);
      await settle(tx, actor, id, { decision: 'taken-back' });
      await this.custody.tell(tx, actor, piece, 'evidence.lowering-taken-back', { lowering: id });
    });
  }

  /** The piece first, as everybody who changes it locks it; then whether somebody decided meanwhile. */
  private async lockOpen(
    tx: EntityManager,
    id: string,
    check: (piece: Evidence) => void = checkPresent,
  ): Promise<{ piece: Evidence; lowering: Lowering }> {
    const [known] = await run(tx, IS_KNOWN, [id]);
    if (!known) throw problems.notFound();
    const { evidenceId } = await tx.findOneByOrFail(Lowering, { id });
    const piece = await lockPiece(tx, evidenceId);
    check(piece);
    const lowering = await lockRow(tx, Lowering, id);
    if (lowering.decision) throw problems.notAsThingsStand('decided', say`This was decided before.`);
    return { piece, lowering };
  }

  /** The trigger lowers; the file's key is bound to the level, so it is wrapped anew with it, and what the piece says is opened. The bytes stay as they lie. */
  private async lower(tx: EntityManager, actor: Actor, piece: Evidence, { id, toLevel }: Lowering): Promise<void> {
    await checkNoFlag(tx, piece.id, toLevel);
    const isOpened = piece.confidentiality === 'restricted';
    // Lowered is one change of the row, opened another.
    const lowered = { ...piece, confidentiality: toLevel, version: piece.version + (isOpened ? 2 : 1) };
    const key = await this.keys.of(tx, piece);
    await settle(tx, actor, id, { decision: 'agreed' });
    if (key) await this.keys.wrapAgain(tx, lowered, key);
    if (isOpened) await this.levelWords.open(tx, piece);
    await this.custody.keep(tx, actor, lowered, 'lowered', { lowering: id, from: piece.confidentiality, to: toLevel });
  }

  private async refuse(
    tx: EntityManager,
    actor: Actor,
    piece: Evidence,
    { id }: Lowering,
    reason: string,
  ): Promise<void> {
    const decisionReasonHash = await this.words.keep(tx, actor, reason, wordsLevel(piece), 'decisionReason');
    await settle(tx, actor, id, { decision: 'refused', decisionReasonHash });
    await this.custody.tell(tx, actor, piece, 'evidence.lowering-refused', { lowering: id });
  }

  private async keepAnswers(
    tx: EntityManager,
    actor: Actor,
    given: readonly GivenAnswer[],
    level: WordsLevel,
  ): Promise<KeptAnswer[]> {
    const kept: KeptAnswer[] = [];
    for (const { code, answer, note } of given) {
      const hash = note === undefined ? null : await this.words.keep(tx, actor, note, level, 'note');
      kept.push({ code, answer, note: hash && hash.toString('hex') });
    }
    return kept;
  }

  /** One at a time for each piece; one that lapsed makes room. */
  private async closeLapsed(tx: EntityManager, actor: Actor, evidenceId: string): Promise<void> {
    const open = await tx.findOneBy(Lowering, { evidenceId, decision: IsNull() });
    if (!open) return;
    if (!(await hasLapsed(tx, open.id)))
      throw problems.alreadyExists(say`It is asked for already: another person decides on that first.`);
    await settle(tx, actor, open.id, { decision: 'lapsed' });
  }
}

const NOBODY: Meaning = { readersNow: 0, readersThen: 0, isFlagged: false };

function checkLower({ confidentiality }: Evidence, to: Level): void {
  if (LEVELS.indexOf(to) >= LEVELS.indexOf(confidentiality))
    throw problems.unfit('/to', 'not-lower', say`That is not a level that more people read.`);
}

async function checkNoFlag(tx: EntityManager, evidenceId: string, to: Level): Promise<void> {
  if (to !== 'public') return;
  const [found] = await run<Pick<Meaning, 'isFlagged'>>(tx, IS_FLAGGED, [evidenceId]);
  if (found?.isFlagged)
    throw problems.notAsThingsStand(
      'do-no-harm',
      say`A do-no-harm flag stands on it: it doesn't become public before two people take the flag off.`,
    );
}

async function hasLapsed(tx: EntityManager, id: string): Promise<boolean> {
  const [found] = await run<{ hasLapsed: boolean }>(tx, HAS_LAPSED, [id]);
  return found?.hasLapsed ?? true;
}

async function settle(
  tx: EntityManager,
  { personId }: Actor,
  id: string,
  decided: Pick<Lowering, 'decision'> & Partial<Pick<Lowering, 'decisionReasonHash'>>,
): Promise<void> {
  await tx.update(Lowering, { id }, { ...decided, decidedBy: personId, decidedAt: () => 'clock_timestamp()' });
}
