import { lockShown, shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { checkVersion } from '../common/version.js';
import { say } from '../common/words.js';
import { readAsOf } from '../follow-ups/as-of.js';
import { Deadline } from '../follow-ups/deadline.entity.js';
import { addedUpFiltersOf } from '../follow-ups/entered.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { TracksService } from '../follow-ups/tracks.service.js';
import { Source } from '../sources/source.entity.js';
import { Theme } from '../taxonomy/theme.entity.js';
import { type CreateRecommendationDto, RECORD_LEVELS, type UpdateRecommendationDto } from './recommendation.dto.js';
import type { RecommendationQuery, RecommendationsQuery } from './recommendations-query.dto.js';
import { Recommendation, RecommendationTheme } from './recommendation.entity.js';
import { RECOMMENDATION, RECOMMENDATIONS } from './recommendations.queries.js';
import { TimelineService } from './timeline.service.js';

@Injectable()
export class RecommendationsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly tracks: TracksService,
    private readonly timeline: TimelineService,
  ) {}

  list(
    actor: Actor,
    { limit, cursor, count, sort, asOf, knownAt, ...filters }: RecommendationsQuery,
  ): Promise<JsonText> {
    return readAsOf(actor, this.manager, { asOf, knownAt }, (tx, then) =>
      readPage(tx, then.reading(RECOMMENDATIONS), { limit, cursor, count, sort }, addedUpFiltersOf(filters)),
    );
  }

  /** With what happened last, where that is asked for too. */
  get(actor: Actor, id: string, { timeline = false, ...moment }: RecommendationQuery): Promise<JsonText> {
    const read = (manager: EntityManager) =>
      readAsOf(actor, manager, moment, (tx, then) => readOne(tx, then.reading(RECOMMENDATION), id));
    if (!timeline) return read(this.manager);
    return inWorkspace(actor, this.manager, async (tx) => {
      const { text, version } = await read(tx);
      const begun = await this.timeline.begin(actor, tx, id, moment);
      return new JsonText(`${text.slice(0, -1)}, "timeline": ${begun.text}}`, version);
    });
  }

  /** Adds an ask, or a part of one, with its publication track. */
  create(actor: Actor, dto: CreateRecommendationDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { themeIds = [], confidentiality = 'coalition', ...fields } = dto;
      await this.checkReferences(tx, dto);
      if (dto.partOf) await this.checkWhole(tx, dto.partOf, dto.label, confidentiality);
      if (await tx.existsBy(Recommendation, shownWhere({ code: dto.code })))
        throw problems.alreadyExists(say`The code ${dto.code} is taken.`);
      const id = uuid();
      const { workspaceId, organizationId } = actor;
      await tx.insert(Recommendation, { id, workspaceId, organizationId, confidentiality, ...fields });
      await this.setThemes(tx, actor, id, themeIds);
      await this.tracks.begin(
        tx,
        actor,
        { organizationId, confidentiality, recommendationId: id, followUpId: null },
        'publication',
      );
      await this.tell(tx, actor, 'recommendation.created', { id, version: 1, confidentiality }, { ...dto });
      return readOne(tx, RECOMMENDATION, id);
    });
  }

  update(actor: Actor, id: string, version: number, dto: UpdateRecommendationDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const recommendation = await lockShown(tx, Recommendation, id);
      checkVersion(recommendation, version);
      checkLevel(actor, recommendation, dto.confidentiality);
      if (recommendation.partOf && dto.label === null)
        throw problems.unfit('/label', 'label-needed', say`A part has a label, for example "(a)".`);
      if (dto.confidentiality) await this.checkParts(tx, id, dto.confidentiality);
      await this.checkReferences(tx, dto);
      const { themeIds, ...fields } = dto;
      // Themes are part of the item: changing them alone counts as a change of it too.
      await tx.update(Recommendation, { id }, { ...fields, updatedAt: () => 'clock_timestamp()' });
      if (themeIds) await this.setThemes(tx, actor, id, themeIds);
      const confidentiality = dto.confidentiality ?? recommendation.confidentiality;
      await this.tell(tx, actor, 'recommendation.updated', { id, version: version + 1, confidentiality }, { ...dto });
      return readOne(tx, RECOMMENDATION, id);
    });
  }

  /** Only while nothing hangs on it: a recommendation that was followed is closed, not deleted. */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const recommendation = await lockShown(tx, Recommendation, id);
      checkVersion(recommendation, version);
      const isUsed =
        (await tx.existsBy(FollowUp, shownWhere({ recommendationId: id }))) ||
        (await tx.existsBy(Recommendation, shownWhere({ partOf: id }))) ||
        (await tx.existsBy(Deadline, { recommendationId: id }));
      if (isUsed) throw problems.stillInUse(say`It has follow-ups, parts or deadlines. Close its follow-ups instead.`);
      await tx.delete(Recommendation, { id });
      await this.tell(tx, actor, 'recommendation.deleted', recommendation, { code: recommendation.code });
    });
  }

  private async checkReferences(
    tx: EntityManager,
    { sourceId, themeIds = [] }: Partial<CreateRecommendationDto>,
  ): Promise<void> {
    if (sourceId !== undefined && !(await tx.existsBy(Source, { id: sourceId }))) throw problems.notFound('/sourceId');
    const known = themeIds.length === 0 ? [] : await tx.findBy(Theme, { id: In(themeIds) });
    const missing = themeIds.findIndex((id) => !known.some((theme) => theme.id === id));
    if (missing >= 0) throw problems.notFound(`/themeIds/${String(missing)}`);
  }

  /** The whole is locked, so that nobody begins to follow it while it gets its first part. */
  private async checkWhole(
    tx: EntityManager,
    partOf: string,
    label: string | null | undefined,
    confidentiality: Recommendation['confidentiality'],
  ): Promise<void> {
    const whole = await lockShown(tx, Recommendation, partOf, '/partOf');
    if (!label) throw problems.unfit('/label', 'label-needed', say`A part has a label, for example "(a)".`);
    if (whole.partOf) throw problems.unfit('/partOf', 'parts-of-parts', say`A part has no parts of its own.`);
    if (RECORD_LEVELS.indexOf(confidentiality) < RECORD_LEVELS.indexOf(whole.confidentiality))
      throw problems.unfit(
        '/confidentiality',
        'wider-than-whole',
        say`A part is not less confidential than its whole.`,
      );
    if (await tx.existsBy(FollowUp, shownWhere({ recommendationId: partOf })))
      throw problems.notAsThingsStand(
        'has-follow-ups',
        say`The whole is followed up itself: what has follow-ups of its own takes no parts.`,
      );
  }

  /** What belongs to a part is read with its whole: a whole that others may not know would show through. */
  private async checkParts(tx: EntityManager, id: string, wanted: Recommendation['confidentiality']): Promise<void> {
    const wider = RECORD_LEVELS.slice(0, RECORD_LEVELS.indexOf(wanted));
    if (await tx.existsBy(Recommendation, { partOf: id, confidentiality: In(wider) }))
      throw problems.unfit(
        '/confidentiality',
        'wider-than-whole',
        say`A part is not less confidential than its whole: raise its parts first.`,
      );
  }

  private async setThemes(
    tx: EntityManager,
    { workspaceId }: Actor,
    recommendationId: string,
    themeIds: string[],
  ): Promise<void> {
    const present = (await tx.findBy(RecommendationTheme, { recommendationId })).map(({ themeId }) => themeId);
    const [removed, added] = [missingFrom(themeIds, present), missingFrom(present, themeIds)];
    if (removed.length > 0) await tx.delete(RecommendationTheme, { recommendationId, themeId: In(removed) });
    if (added.length > 0)
      await tx.insert(
        RecommendationTheme,
        added.map((themeId) => ({ workspaceId, recommendationId, themeId })),
      );
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    action: string,
    r: Pick<Recommendation, 'id' | 'version' | 'confidentiality'>,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action,
      objectType: 'recommendation',
      objectId: r.id,
      objectVersion: r.version,
      level: r.confidentiality,
      details,
    });
  }
}

const missingFrom = (one: string[], other: string[]): string[] => other.filter((id) => !one.includes(id));

function checkLevel(
  { organizationId }: Actor,
  present: Recommendation,
  wanted: Recommendation['confidentiality'] | undefined,
): void {
  if (wanted === undefined || wanted === present.confidentiality) return;
  if (RECORD_LEVELS.indexOf(wanted) < RECORD_LEVELS.indexOf(present.confidentiality))
    throw problems.notYours(say`Making it less confidential takes two people.`);
  if (wanted === 'organization' && present.organizationId !== organizationId)
    throw problems.notYours(say`Only the organization that entered it can keep it to itself.`);
}
