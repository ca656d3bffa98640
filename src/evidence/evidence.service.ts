import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { type Actor, hasRole } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run, statement } from '../common/statement.js';
import { checkVersion } from '../common/version.js';
import { say } from '../common/words.js';
import { Custody } from './custody.js';
import type { AcceptEvidenceDto, CreateEvidenceDto, UpdateEvidenceDto } from './evidence.dto.js';
import type { EvidenceQuery } from './evidence-query.dto.js';
import { Evidence } from './evidence.entity.js';
import { EvidenceEntry, lastOf, wordsLevel } from './evidence-entry.js';
import { checkKind, checkMayChange, checkOrigin, standingAfter } from './evidence-rules.js';
import { CUSTODY, DISPUTED_CLAIMANTS, EVIDENCE, PIECE } from './evidence.queries.js';
import { FileKeys } from './file-keys.js';
import { LevelWords } from './level-words.js';
import { lockPresent } from './lock-present.js';
import { OriginsService } from './origins.service.js';
import { digestsOf, digestsOfAll, saidIn } from './said.js';
import { SealedWords } from './sealed-words.js';
import { shown } from './shown.js';

@Injectable()
export class EvidenceService {
  constructor(
    private readonly manager: EntityManager,
    private readonly entry: EvidenceEntry,
    private readonly custodian: Custody,
    private readonly origins: OriginsService,
    private readonly keys: FileKeys,
    private readonly words: SealedWords,
    private readonly levelWords: LevelWords,
  ) {}

  list(actor: Actor, { limit, cursor, count, sort, ...filters }: EvidenceQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) =>
      readPage(tx, EVIDENCE, { limit, cursor, count, sort }, filters),
    );
  }

  /** One piece with its words. Opening a restricted one goes into its custody and into the log. */
  get(actor: Actor, id: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.leaveTrace(tx, actor, id);
      return readOne(tx, PIECE, id);
    });
  }

  /** Of a restricted piece whose words are about to be read: its custody and the log say who opened it. */
  async leaveTrace(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const piece = await tx.findOneBy(Evidence, shown({ id }));
    if (piece?.confidentiality === 'restricted' && piece.withdrawal === 'none')
      await this.custodian.keep(tx, actor, piece, 'opened');
  }

  custody(actor: Actor, id: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Evidence, shown({ id, workspaceId: actor.workspaceId })))) throw problems.notFound();
      return readPage(tx, CUSTODY, { ...query, sort: 'at' }, { evidence: id });
    });
  }

  /** Adds a piece. What an administrator or editor enters is accepted from the start, what others bring is proposed. */
  create(actor: Actor, dto: CreateEvidenceDto): Promise<JsonText> {
    checkKind(dto);
    return inWorkspace(actor, this.manager, async (tx) => {
      const id = await this.entry.enter(tx, actor, dto);
      return readOne(tx, PIECE, id);
    });
  }

  /**
   * Changes what is said about a piece. Whoever changes it has brought it as well; a check of it, and what was verified
   * on it, no longer stand. Changed by others than editors, it is proposed anew. A level can be raised; lowering it takes two people.
   */
  update(actor: Actor, id: string, version: number, dto: UpdateEvidenceDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPresent(tx, id);
      checkVersion(piece, version);
      const { confidentiality = piece.confidentiality } = dto;
      checkMayChange(actor, piece, confidentiality, await isNamed(tx, id));
      checkOrigin(piece, dto.origin);
      const { finding, quote, origin, publishedOn, ...fields } = dto;
      const changed = { ...piece, confidentiality, version: version + 1 };
      const key = confidentiality === piece.confidentiality ? undefined : await this.keys.of(tx, piece);
      const isClosing = confidentiality === 'restricted' && piece.confidentiality !== 'restricted';
      const sealed = isClosing ? await this.levelWords.seal(tx, piece) : {};
      const hashes = await this.entry.hashesOf(tx, actor, wordsLevel(changed), { finding, quote });
      const written = {
        ...sealed,
        ...(await this.words.changed(tx, { ...changed, ...sealed }, fields)),
        ...hashes,
        ...(publishedOn === undefined ? {} : { publishedOn, publishedLast: lastOf(publishedOn) }),
        ...(origin === undefined
          ? {}
          : { originId: await this.origins.choose(tx, actor, origin ?? undefined, changed) }),
        ...standingAfter(actor, piece),
      };
      await tx.update(Evidence, { id }, written);
      if (written.originId !== undefined && written.originId !== piece.originId)
        await this.origins.forget(tx, piece.originId);
      if (key) await this.keys.wrapAgain(tx, changed, key);
      const said = saidIn(changed, isClosing ? digestsOfAll({ ...piece, ...written }) : digestsOf(written));
      await this.custodian.keep(tx, actor, changed, 'changed', { fields: Object.keys(dto), ...said });
      return readOne(tx, PIECE, id);
    });
  }

  /** Takes a proposed piece into the record, or declines it with a reason: never one's own proposal. */
  accept(actor: Actor, id: string, version: number, { acceptance, reason }: AcceptEvidenceDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPresent(tx, id);
      checkVersion(piece, version);
      await this.checkImpartial(tx, actor, piece);
      const acceptanceReasonHash =
        reason === undefined ? null : await this.words.keep(tx, actor, reason, wordsLevel(piece), 'acceptanceReason');
      await tx.update(Evidence, { id }, { acceptance, acceptanceReasonHash, acceptedBy: actor.personId });
      const said = saidIn(piece, digestsOf({ acceptanceReasonHash }));
      await this.custodian.tell(tx, actor, { ...piece, version: version + 1 }, `evidence.${acceptance}`, said);
      return readOne(tx, PIECE, id);
    });
  }

  /** Says that another person than those who brought it has checked it. */
  verify(actor: Actor, id: string, version: number): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPresent(tx, id);
      checkVersion(piece, version);
      if ([piece.enteredBy, ...piece.editedBy].includes(actor.personId))
        throw problems.notYours(say`You brought this piece yourself: ask another person to check it.`);
      await tx.update(Evidence, { id }, { verifiedBy: actor.personId, verifiedAt: new Date() });
      await this.custodian.tell(tx, actor, { ...piece, version: version + 1 }, 'evidence.verified');
      return readOne(tx, PIECE, id);
    });
  }

  private async checkImpartial(tx: EntityManager, actor: Actor, piece: Evidence): Promise<void> {
    if (!hasRole(actor, 'administrator', 'editor') && [piece.enteredBy, ...piece.editedBy].includes(actor.personId))
      throw problems.notYours(say`You proposed this piece yourself: somebody else has to decide on it.`);
    if (hasRole(actor, 'administrator')) return;
    const claimants = await run<{ organization_id: string }>(tx, DISPUTED_CLAIMANTS, [piece.id]);
    if (claimants.some((c) => c.organization_id === actor.organizationId))
      throw problems.notYours(say`It disputes a claim of your organization: somebody else has to decide on it.`);
  }
}

const NAMED = statement('SELECT heed_is_named($1) AS "isNamed"');
async function isNamed(tx: EntityManager, id: string): Promise<boolean> {
  const [found] = await run<{ isNamed: boolean }>(tx, NAMED, [id]);
  return found?.isNamed ?? false;
}
