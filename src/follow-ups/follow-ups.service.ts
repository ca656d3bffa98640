import { lockShown, shownRows, shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { Addressee } from '../addressees/addressee.entity.js';
import { AddresseesService } from '../addressees/addressees.service.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayIn } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run, statement } from '../common/statement.js';
import { checkVersion } from '../common/version.js';
import { say } from '../common/words.js';
import { Membership } from '../organizations/membership.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { Source } from '../sources/source.entity.js';
import { type Moment, readAsOf } from './as-of.js';
import { checkThrough, link, relink, throughOf } from './chain-links.js';
import type { CreateFollowUpDto, UpdateFollowUpDto } from './follow-up.dto.js';
import { filtersOf } from './entered.js';
import type { FollowUpsQuery } from './follow-ups-query.dto.js';
import { FollowUp } from './follow-up.entity.js';
import { FOLLOW_UPS } from './follow-ups.queries.js';
import { TracksService } from './tracks.service.js';

/** What a new follow-up takes from its recommendation; triggers keep it so. */
const copiedFrom = ({ organizationId, confidentiality, id, code, sourceId }: Recommendation) => ({
  organizationId,
  confidentiality,
  recommendationId: id,
  recommendationCode: code,
  sourceId,
});

@Injectable()
export class FollowUpsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly tracks: TracksService,
    private readonly addressees: AddresseesService,
  ) {}

  list(actor: Actor, { limit, cursor, count, sort, asOf, knownAt, ...filters }: FollowUpsQuery): Promise<JsonText> {
    return readAsOf(actor, this.manager, { asOf, knownAt }, (tx, then) =>
      readPage(tx, then.reading(FOLLOW_UPS), { limit, cursor, count, sort }, filtersOf(filters)),
    );
  }

  get(actor: Actor, id: string, moment: Moment): Promise<JsonText> {
    return readAsOf(actor, this.manager, moment, (tx, then) => readOne(tx, then.reading(FOLLOW_UPS), id));
  }

  /** The follow-ups of one recommendation. */
  listOf(actor: Actor, recommendationId: string, query: FollowUpsQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Recommendation, shownWhere({ id: recommendationId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      const { limit, cursor, count, sort, asOf, knownAt, ...filters } = query;
      return readAsOf(actor, tx, { asOf, knownAt }, (same, then) =>
        readPage(
          same,
          then.reading(FOLLOW_UPS),
          { limit, cursor, count, sort },
          { ...filtersOf(filters), recommendation: [recommendationId] },
        ),
      );
    });
  }

  /** Begins to follow a recommendation with an addressee; with `expand`, with each member of the group too, in the same act. */
  create(actor: Actor, recommendationId: string, dto: CreateFollowUpDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const recommendation = await lockShown(tx, Recommendation, recommendationId);
      await this.checkLeaf(tx, recommendation);
      const addressee = await this.getAddressee(tx, dto.addresseeId, '/addresseeId');
      if (dto.viaGroupId) await this.getAddressee(tx, dto.viaGroupId, '/viaGroupId');
      await checkThrough(tx, recommendation, dto.asked, dto.through ?? []);
      const id = await this.begin(tx, actor, recommendation, dto);
      const members = dto.expand ? await this.spreadOut(tx, actor, recommendation, addressee, dto) : [];
      const { addresseeId, asked, through } = dto;
      const made = await readOne(tx, FOLLOW_UPS, id); // Its tracks have moved the version on.
      await this.tell(
        tx,
        actor,
        'follow-up.created',
        { id, version: made.version ?? 1, confidentiality: recommendation.confidentiality },
        { recommendationId, addresseeId, asked, through, members },
      );
      return made;
    });
  }

  update(actor: Actor, id: string, version: number, dto: UpdateFollowUpDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { recommendationId } = await this.getFollowUp(tx, id);
      const recommendation = await lockShown(tx, Recommendation, recommendationId); // Chains change under one lock.
      const followUp = await lockShown(tx, FollowUp, id);
      checkVersion(followUp, version);
      const { through, ...fields } = dto;
      const { asked = followUp.asked } = fields;
      if (fields.ownerId && !(await tx.existsBy(Membership, { id: fields.ownerId, workspaceId: actor.workspaceId })))
        throw problems.notFound('/ownerId');
      await checkThrough(tx, recommendation, asked, through ?? (await throughOf(tx, id)));
      // Links are part of the item: changing them alone counts as a change of it too, under the version that it makes.
      await tx.update(FollowUp, { id }, { ...fields, updatedAt: new Date() });
      if (through) await relink(tx, actor, recommendation, followUp, through);
      await this.tell(tx, actor, 'follow-up.updated', { ...followUp, version: version + 1 }, { ...dto });
      return readOne(tx, FOLLOW_UPS, id);
    });
  }

  /** Only while nothing was recorded of it: what has a history is closed, not deleted. */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const followUp = await lockShown(tx, FollowUp, id);
      checkVersion(followUp, version);
      const [used] = await run<{ used: boolean }>(tx, USED, [id]);
      if (used?.used)
        throw problems.stillInUse(say`It has a history, evidence, deadlines or links of a chain. Close it instead.`);
      await tx.delete(FollowUp, { id });
      await this.tell(tx, actor, 'follow-up.deleted', followUp, {
        recommendationId: followUp.recommendationId,
        addresseeId: followUp.addresseeId,
      });
    });
  }

  private async getFollowUp(tx: EntityManager, id: string): Promise<FollowUp> {
    const followUp = await tx.findOneBy(FollowUp, shownWhere({ id }));
    if (!followUp) throw problems.notFound();
    return followUp;
  }

  private async getAddressee(tx: EntityManager, id: string, pointer: string): Promise<Addressee> {
    const addressee = await tx.findOneBy(Addressee, { id });
    if (!addressee) throw problems.notFound(pointer);
    return addressee;
  }

  private async checkLeaf(tx: EntityManager, { id }: Recommendation): Promise<void> {
    if (await tx.existsBy(Recommendation, shownWhere({ partOf: id }))) {
      throw problems.notAsThingsStand(
        'has-parts',
        say`This recommendation has parts: follow up each part, the whole shows what they add up to.`,
      );
    }
  }

  private async begin(
    tx: EntityManager,
    actor: Actor,
    recommendation: Recommendation,
    dto: CreateFollowUpDto,
  ): Promise<string> {
    const { addresseeId, asked, ask, through = [], workflows = {}, viaGroupId = null } = dto;
    if (await tx.existsBy(FollowUp, shownWhere({ recommendationId: recommendation.id, addresseeId })))
      throw problems.alreadyExists(say`This recommendation is followed with this addressee already.`);
    const id = uuid();
    const source = await tx.findOneByOrFail(Source, { id: recommendation.sourceId });
    const themes = await run<{ theme_id: string }>(tx, THEMES_OF, [recommendation.id]);
    await tx.insert(FollowUp, {
      id,
      workspaceId: actor.workspaceId,
      ...copiedFrom(recommendation),
      themeIds: themes.map((t) => t.theme_id),
      addresseeId,
      asked,
      ask,
      viaGroupId,
    });
    await link(tx, actor, recommendation.id, id, through);
    const { organizationId, confidentiality } = recommendation;
    const owner = { organizationId, confidentiality, recommendationId: recommendation.id, followUpId: id };
    for (const axis of ['response', 'implementation'] as const)
      await this.tracks.begin(tx, actor, owner, axis, { source, asked: workflows[axis] });
    return id;
  }

  private async spreadOut(
    tx: EntityManager,
    actor: Actor,
    recommendation: Recommendation,
    group: Addressee,
    dto: CreateFollowUpDto,
  ): Promise<string[]> {
    const followed = (await tx.findBy(FollowUp, shownWhere({ recommendationId: recommendation.id }))).map(
      (f) => f.addresseeId,
    );
    const members = await this.addressees.membersOn(tx, actor, group.id, dayIn(actor.timeZone, new Date()));
    const added = members.filter((id) => !followed.includes(id));
    for (const addresseeId of added)
      await this.begin(tx, actor, recommendation, { ...dto, addresseeId, viaGroupId: group.id });
    return added;
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    action: string,
    f: Pick<FollowUp, 'id' | 'version' | 'confidentiality'>,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action,
      objectType: 'follow-up',
      objectId: f.id,
      objectVersion: f.version,
      level: f.confidentiality,
      details,
    });
  }
}

const THEMES_OF = statement('SELECT theme_id FROM recommendation_theme WHERE recommendation_id = $1 ORDER BY theme_id');

const USED =
  statement(`SELECT EXISTS (SELECT FROM ${shownRows('track t')} WHERE t.follow_up_id = $1 AND (EXISTS (SELECT FROM transition x WHERE x.track_id = t.id)
    OR heed_is_linked(t.id)))
  OR EXISTS (SELECT FROM deadline WHERE follow_up_id = $1) OR EXISTS (SELECT FROM closing WHERE follow_up_id = $1)
  OR EXISTS (SELECT FROM follow_up_link WHERE through_id = $1) AS used`);
