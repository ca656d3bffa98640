import { lockShown } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayIn, dayRange, earlier } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run, type Statement } from '../common/statement.js';
import { checkVersion } from '../common/version.js';
import { say } from '../common/words.js';
import { type Moment, readAsOf } from '../follow-ups/as-of.js';
import type { CreateEngagementDto, EngagementsQuery, UpdateEngagementDto } from './engagement.dto.js';
import { Engagement } from './engagement.entity.js';
import {
  ENGAGEMENTS,
  LINK_ADDRESSEES,
  LINK_RECOMMENDATIONS,
  UNKNOWN_ADDRESSEE,
  UNKNOWN_RECOMMENDATION,
  UNLINK_OTHER_ADDRESSEES,
  UNLINK_OTHER_RECOMMENDATIONS,
} from './engagements.queries.js';

@Injectable()
export class EngagementsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: EngagementsQuery): Promise<JsonText> {
    const { kind, addressee, recommendation, source } = query;
    return readAsOf(actor, this.manager, query, (tx, then) =>
      readPage(tx, then.reading(ENGAGEMENTS), query, { kind, addressee, recommendation, source }),
    );
  }

  get(actor: Actor, id: string, moment: Moment): Promise<JsonText> {
    return readAsOf(actor, this.manager, moment, (tx, then) => readOne(tx, then.reading(ENGAGEMENTS), id));
  }

  /** 404 with a pointer where one may not know an addressee or a recommendation; 422 for a date in the future. */
  create(actor: Actor, dto: CreateEngagementDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const id = uuid();
      const occurredLast = lastDayOf(actor, dto.occurredOn);
      await this.checkNamed(tx, dto, dto.byAddresseeId ?? null);
      const { addresseeIds: _a, recommendationIds: _r, ...fields } = dto;
      await tx.insert(Engagement, {
        id,
        workspaceId: actor.workspaceId,
        organizationId: actor.organizationId,
        ...fields,
        occurredLast,
        ...awaited(dto),
      });
      await this.link(tx, actor, id, dto);
      await this.record(
        tx,
        actor,
        'created',
        { id, version: 1, confidentiality: dto.confidentiality ?? 'coalition' },
        { ...dto },
      );
      return readOne(tx, ENGAGEMENTS, id);
    });
  }

  /** Sets that the body holds take the place of the old ones; recommendations that the actor may not see stay. */
  update(actor: Actor, id: string, version: number, dto: UpdateEngagementDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const engagement = await lockShown(tx, Engagement, id);
      checkVersion(engagement, version);
      await this.checkNamed(tx, dto, engagement.byAddresseeId);
      const { addresseeIds: _a, recommendationIds: _r, ...fields } = dto;
      await tx.update(Engagement, { id }, { ...fields, ...awaited(dto), updatedAt: () => 'clock_timestamp()' });
      await this.unlinkOthers(tx, id, dto);
      await this.link(tx, actor, id, dto);
      await this.record(tx, actor, 'updated', { ...engagement, version: version + 1 }, { ...dto });
      return readOne(tx, ENGAGEMENTS, id);
    });
  }

  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const engagement = await lockShown(tx, Engagement, id);
      checkVersion(engagement, version);
      await tx.delete(Engagement, { id });
      const { kind, occurredOn } = engagement;
      await this.record(tx, actor, 'deleted', engagement, { kind, occurredOn });
    });
  }

  private async checkNamed(tx: EntityManager, dto: UpdateEngagementDto, byAddresseeId: string | null): Promise<void> {
    await this.checkKnown(tx, UNKNOWN_ADDRESSEE, dto.addresseeIds ?? [], (place) => `/addresseeIds/${String(place)}`);
    await this.checkKnown(
      tx,
      UNKNOWN_RECOMMENDATION,
      dto.recommendationIds ?? [],
      (place) => `/recommendationIds/${String(place)}`,
    );
    if (byAddresseeId === null) return;
    await this.checkKnown(tx, UNKNOWN_ADDRESSEE, [byAddresseeId], () => '/byAddresseeId');
    if (dto.addresseeIds?.includes(byAddresseeId))
      throw problems.unfit('/addresseeIds', 'towards-itself', say`An addressee acts towards others than itself.`);
  }

  private async checkKnown(
    tx: EntityManager,
    unknown: Statement,
    ids: string[],
    pointer: (place: number) => string,
  ): Promise<void> {
    const [first] = await run<{ place: number }>(tx, unknown, [ids]);
    if (first) throw problems.notFound(pointer(first.place));
  }

  private async link(
    tx: EntityManager,
    actor: Actor,
    id: string,
    { addresseeIds = [], recommendationIds = [] }: UpdateEngagementDto,
  ): Promise<void> {
    await run(tx, LINK_ADDRESSEES, [actor.workspaceId, id, addresseeIds]);
    await run(tx, LINK_RECOMMENDATIONS, [actor.workspaceId, id, recommendationIds]);
  }

  private async unlinkOthers(
    tx: EntityManager,
    id: string,
    { addresseeIds, recommendationIds }: UpdateEngagementDto,
  ): Promise<void> {
    if (addresseeIds) await run(tx, UNLINK_OTHER_ADDRESSEES, [id, addresseeIds]);
    if (recommendationIds) await run(tx, UNLINK_OTHER_RECOMMENDATIONS, [id, recommendationIds]);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    act: 'created' | 'updated' | 'deleted',
    { id, version, confidentiality }: Pick<Engagement, 'id' | 'version' | 'confidentiality'>,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: `engagement.${act}`,
      objectType: 'engagement',
      objectId: id,
      objectVersion: version,
      level: confidentiality,
      details,
    });
  }
}

/** The last day it can have been; 422 where even the first is still to come, in the workspace's time zone. */
function lastDayOf(actor: Actor, occurredOn: string): string {
  const today = dayIn(actor.timeZone, new Date());
  const range = dayRange(occurredOn);
  if (!range || range.first > today)
    throw problems.unfit('/occurredOn', 'in-the-future', say`It has not happened yet.`);
  return earlier(range.last, today);
}

function awaited({ awaitedOn }: { awaitedOn?: string | null }) {
  if (awaitedOn === undefined) return {};
  return { awaitedOn, awaitedLast: awaitedOn === null ? null : (dayRange(awaitedOn)?.last ?? null) };
}
