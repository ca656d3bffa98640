import { lockShown, shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayIn } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { say } from '../common/words.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { readAsOf } from '../follow-ups/as-of.js';
import { lastDayOf } from '../follow-ups/transition-facts.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import type { ConfirmDto, OccasionsQuery, RecordOccasionDto } from './occasion.dto.js';
import { Occasion } from './occasion.entity.js';
import { CONFIRMATIONS, OCCASIONS } from './occasions.queries.js';
import { shown } from '../evidence/shown.js';

const READINGS = { occasions: OCCASIONS, confirmations: CONFIRMATIONS };

/** When what is asked again and again was done, and when what is asked for good was last found to hold. Nothing here moves a state. */
@Injectable()
export class OccasionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(
    actor: Actor,
    recommendation: string,
    of: keyof typeof READINGS,
    { standing, ...page }: OccasionsQuery,
  ): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Recommendation, shownWhere({ id: recommendation, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readAsOf(actor, tx, page, (same, then) =>
        readPage(same, then.reading(READINGS[of]), { ...page, sort: '-occurredOn' }, { recommendation, standing }),
      );
    });
  }

  record(actor: Actor, recommendationId: string, { outcome, ...dto }: RecordOccasionDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const about = await lockShown(tx, Recommendation, recommendationId);
      if (about.nature !== 'recurring')
        throw problems.notAsThingsStand('not-recurring', say`Only what is asked again and again has occasions.`);
      return readOne(tx, OCCASIONS, await this.add(tx, actor, about, outcome, dto));
    });
  }

  confirm(actor: Actor, recommendationId: string, dto: ConfirmDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const about = await lockShown(tx, Recommendation, recommendationId);
      if (about.nature !== 'continuing')
        throw problems.notAsThingsStand('not-continuing', say`Only what is asked for good is confirmed.`);
      return readOne(tx, CONFIRMATIONS, await this.add(tx, actor, about, 'confirmed', dto));
    });
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    about: Recommendation,
    outcome: Occasion['outcome'],
    { occurredOn, saidBy, note, evidenceId = null, supersedes = null }: ConfirmDto,
  ): Promise<string> {
    const occurredLast = lastDayOf(occurredOn, dayIn(actor.timeZone, new Date()));
    if (evidenceId !== null) await this.checkPiece(tx, about, evidenceId);
    if (supersedes !== null) await this.checkSuperseded(tx, about, outcome, supersedes);
    const id = uuid();
    const { workspaceId, personId, organizationId } = actor;
    const keep = (text: string | null | undefined) => (text ? keepWords(tx, actor, text, about) : null);
    const said = { occurredOn, occurredLast, outcome, evidenceId, supersedes };
    const words = { saidByHash: await keep(saidBy), noteHash: await keep(note) };
    await tx.insert(Occasion, {
      id,
      workspaceId,
      personId,
      organizationId,
      recommendationId: about.id,
      ...said,
      ...words,
    });
    await this.audit.record(tx, actor, {
      action: outcome === 'confirmed' ? 'recommendation.confirmed' : 'recommendation.occasion-recorded',
      objectType: 'recommendation',
      objectId: about.id,
      objectVersion: about.version,
      level: about.confidentiality,
      details: { occasionId: id, ...said },
    });
    return id;
  }

  /** 404 for what one may not know; 422 for what says nothing to those who read the recommendation. */
  private async checkPiece(tx: EntityManager, about: Recommendation, id: string): Promise<void> {
    const piece = await tx.findOneBy(Evidence, shown({ id }));
    if (!piece) throw problems.notFound('/evidenceId');
    if (piece.withdrawal !== 'none')
      throw problems.unfit('/evidenceId', 'withdrawn', say`This piece was withdrawn: nothing may stand on it.`);
    const { confidentiality: level } = piece;
    const isOpen = level === 'public' || level === 'coalition';
    if (!isOpen && !(level === 'organization' && about.confidentiality === 'organization'))
      throw problems.unfit(
        '/evidenceId',
        'too-confidential',
        say`Those who read the recommendation may not read this piece.`,
      );
  }

  /** The recommendation is locked: of two corrections of one the second is told. */
  private async checkSuperseded(
    tx: EntityManager,
    { id: recommendationId }: Recommendation,
    outcome: Occasion['outcome'],
    id: string,
  ): Promise<void> {
    const corrected = await tx.findOneBy(Occasion, { id, recommendationId });
    if (!corrected || (corrected.outcome === 'confirmed') !== (outcome === 'confirmed'))
      throw problems.notFound('/supersedes');
    if (await tx.existsBy(Occasion, { supersedes: id }))
      throw problems.alreadyExists(say`It was corrected already: correct its correction.`);
  }
}
