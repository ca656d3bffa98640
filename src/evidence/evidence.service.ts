import { Injectable } from '@nestjs/common';
import { EntityManager, type EntityTarget, type ObjectLiteral, type QueryDeepPartialEntity } from 'typeorm';
import { v4 as uuid } from 'uuid';
import { type Actor, hasRole } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords, saltWords, storeWords, type WordsLevel } from '../access/words.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayRange } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { checkVersion, lockRow } from '../common/version.js';
import { canonicalUrl } from './canonical-url.js';
import { CustodyRecord, EvidenceGrant } from './custody-record.entity.js';
import type { AcceptEvidenceDto, CreateEvidenceDto, EvidenceQuery, UpdateEvidenceDto } from './evidence.dto.js';
import { Evidence, type Level } from './evidence.entity.js';
import { checkKind, checkMayChange, standingAfter } from './evidence-rules.js';
import { CUSTODY, DISPUTED_CLAIMANTS, EVIDENCE, PIECE } from './evidence.queries.js';
import { OriginsService } from './origins.service.js';

@Injectable()
export class EvidenceService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly origins: OriginsService,
  ) {}

  list(actor: Actor, { limit, cursor, count, sort, ...filters }: EvidenceQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, (tx) => readPage(tx, EVIDENCE, { limit, cursor, count, sort }, filters));
  }

  /** One piece with its words. Opening a restricted one goes into its custody and into the log. */
  get(actor: Actor, id: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await tx.findOneBy(Evidence, { id });
      if (piece?.confidentiality === 'restricted') await this.keepCustody(tx, actor, piece, 'opened');
      return readOne(tx, PIECE, id);
    });
  }

  custody(actor: Actor, id: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Evidence, { id }))) throw problems.notFound();
      return readPage(tx, CUSTODY, { ...query, sort: 'at' }, { evidence: id });
    });
  }

  /** Adds a piece. What an administrator or editor enters is accepted from the start, what others bring is proposed. */
  create(actor: Actor, dto: CreateEvidenceDto): Promise<JsonText> {
    checkKind(dto);
    return inWorkspace(actor, this.manager, async (tx) => {
      const id = uuid();
      const { statement, finding, quote, origin, confidentiality = 'coalition', ...fields } = dto;
      const described = {
        id,
        title: dto.title,
        confidentiality,
        canonicalUrl: dto.url === undefined ? null : canonicalUrl(dto.url),
      };
      const piece = {
        ...fields,
        ...described,
        workspaceId: actor.workspaceId,
        organizationId: actor.organizationId,
        originId: await this.origins.choose(tx, actor, origin, described),
        publishedLast: lastOf(dto.publishedOn),
        enteredBy: actor.personId,
        acceptance: hasRole(actor, 'administrator', 'editor') ? ('accepted' as const) : ('proposed' as const),
      };
      const words = { statement, finding, quote };
      await this.insert(tx, actor, piece, words);
      await this.keepCustody(tx, actor, { id, confidentiality, version: 1 }, 'captured');
      return readOne(tx, PIECE, id);
    });
  }

  /**
   * Changes what is said about a piece. Whoever changes it has brought it as well; a check of it, and what was verified
   * on it, no longer stand. Changed by others than editors, it is proposed anew. A level can be raised; lowering it takes two people.
   */
  update(actor: Actor, id: string, version: number, dto: UpdateEvidenceDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockRow(tx, Evidence, id);
      checkVersion(piece, version);
      checkMayChange(actor, piece, dto.confidentiality);
      const { finding, quote, origin, publishedOn, ...fields } = dto;
      const changed = { ...piece, confidentiality: dto.confidentiality ?? piece.confidentiality, version: version + 1 };
      const hashes = await this.hashes(tx, actor, wordsLevel(changed.confidentiality, id), { finding, quote });
      await tx.update(
        Evidence,
        { id },
        {
          ...fields,
          ...hashes,
          ...(publishedOn === undefined ? {} : { publishedOn, publishedLast: lastOf(publishedOn) }),
          ...(origin === undefined ? {} : { originId: await this.origins.choose(tx, actor, origin, changed) }),
          ...standingAfter(actor, piece),
        },
      );
      await this.keepCustody(tx, actor, changed, 'changed', { fields: Object.keys(dto) });
      return readOne(tx, PIECE, id);
    });
  }

  /** Takes a proposed piece into the record, or declines it with a reason. */
  accept(actor: Actor, id: string, version: number, { acceptance, reason }: AcceptEvidenceDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockRow(tx, Evidence, id);
      checkVersion(piece, version);
      await this.checkImpartial(tx, actor, piece);
      const acceptanceReasonHash =
        reason === undefined ? null : await keepWords(tx, actor, reason, wordsLevel(piece.confidentiality, id));
      await tx.update(Evidence, { id }, { acceptance, acceptanceReasonHash, acceptedBy: actor.personId });
      await this.tell(tx, actor, { ...piece, version: version + 1 }, `evidence.${acceptance}`, {});
      return readOne(tx, PIECE, id);
    });
  }

  /** Says that another person than those who brought it has checked it. */
  verify(actor: Actor, id: string, version: number): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockRow(tx, Evidence, id);
      checkVersion(piece, version);
      if ([piece.enteredBy, ...piece.editedBy].includes(actor.personId))
        throw problems.notYours('You brought this piece yourself: ask another person to check it.');
      await tx.update(Evidence, { id }, { verifiedBy: actor.personId, verifiedAt: new Date() });
      await this.tell(tx, actor, { ...piece, version: version + 1 }, 'evidence.verified', {});
      return readOne(tx, PIECE, id);
    });
  }

  /** The piece first: the grant names it, and words of a restricted piece do too. */
  private async insert(
    tx: EntityManager,
    actor: Actor,
    piece: Partial<Evidence> & { id: string; confidentiality: Level },
    words: Words,
  ): Promise<void> {
    const salted = Object.entries(words).flatMap(([name, text]) => (text ? [{ name, ...saltWords(text) }] : []));
    const hashes = Object.fromEntries(salted.map(({ name, hash }) => [`${name}Hash`, hash]));
    await this.add(tx, Evidence, { ...piece, ...hashes });
    if (piece.confidentiality === 'restricted') await this.nameOneself(tx, actor, piece.id);
    for (const text of salted) await storeWords(tx, actor, text, wordsLevel(piece.confidentiality, piece.id));
  }

  private nameOneself(tx: EntityManager, { workspaceId, personId }: Actor, evidenceId: string): Promise<void> {
    return this.add(tx, EvidenceGrant, {
      workspaceId,
      evidenceId,
      personId,
      grantedBy: personId,
      reason: 'Entered it.',
    });
  }

  /** Without reading back what was inserted: a restricted row shows itself only once somebody is named on it. */
  private async add<Row extends ObjectLiteral>(
    tx: EntityManager,
    entity: EntityTarget<Row>,
    row: QueryDeepPartialEntity<Row>,
  ): Promise<void> {
    await tx.createQueryBuilder().insert().into(entity).values(row).updateEntity(false).execute();
  }

  private async hashes(tx: EntityManager, actor: Actor, level: WordsLevel, words: Words): Promise<Partial<Evidence>> {
    const hashes: Record<string, Buffer | null> = {};
    for (const name of ['statement', 'finding', 'quote'] as const) {
      const text = words[name];
      if (text !== undefined) hashes[`${name}Hash`] = text === null ? null : await keepWords(tx, actor, text, level);
    }
    return hashes;
  }

  private async checkImpartial(tx: EntityManager, actor: Actor, piece: Evidence): Promise<void> {
    if (hasRole(actor, 'administrator')) return;
    const claimants = await run<{ organization_id: string }>(tx, DISPUTED_CLAIMANTS, [piece.id]);
    if (claimants.some((c) => c.organization_id === actor.organizationId))
      throw problems.notYours('It disputes a claim of your organization: somebody else has to decide on it.');
  }

  private async keepCustody(
    tx: EntityManager,
    actor: Actor,
    piece: Told,
    act: CustodyRecord['act'],
    details: Record<string, unknown> = {},
  ): Promise<void> {
    const { workspaceId, personId, organizationId } = actor;
    await this.add(tx, CustodyRecord, { id: uuid(), workspaceId, evidenceId: piece.id, act, personId, organizationId });
    await this.tell(tx, actor, piece, `evidence.${act}`, details);
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    piece: Told,
    action: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action,
      objectType: 'evidence',
      objectId: piece.id,
      objectVersion: piece.version,
      level: piece.confidentiality,
      details,
    });
  }
}

type Told = Pick<Evidence, 'id' | 'confidentiality' | 'version'>;
type Words = { statement?: string | undefined; finding?: string | null | undefined; quote?: string | null | undefined };

const lastOf = (date: string | null | undefined): string | null => (date ? (dayRange(date)?.last ?? null) : null);

const wordsLevel = (confidentiality: Level, evidenceId: string): WordsLevel =>
  confidentiality === 'restricted' ? { confidentiality, evidenceId } : { confidentiality };
