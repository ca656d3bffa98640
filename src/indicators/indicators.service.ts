import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { type Moment, readAsOf } from '../follow-ups/as-of.js';
import type { CreateIndicatorDto, IndicatorsQuery, UpdateIndicatorDto } from './indicator.dto.js';
import { Indicator } from './indicator.entity.js';
import {
  INDICATORS,
  LINK_RECOMMENDATIONS,
  UNKNOWN_RECOMMENDATION,
  UNLINK_OTHER_RECOMMENDATIONS,
} from './indicators.queries.js';
import { Observation } from './observation.entity.js';

@Injectable()
export class IndicatorsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: IndicatorsQuery): Promise<JsonText> {
    const { recommendation } = query;
    return readAsOf(actor, this.manager, query, (tx, then) =>
      readPage(tx, then.reading(INDICATORS), query, { recommendation }),
    );
  }

  get(actor: Actor, id: string, moment: Moment): Promise<JsonText> {
    return readAsOf(actor, this.manager, moment, (tx, then) => readOne(tx, then.reading(INDICATORS), id));
  }

  /** 404 with a pointer where one may not know a recommendation. */
  create(actor: Actor, dto: CreateIndicatorDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const id = uuid();
      const { recommendationIds = [], ...fields } = dto;
      await this.checkKnown(tx, recommendationIds);
      await tx.insert(Indicator, { id, workspaceId: actor.workspaceId, ...inRow(fields) });
      await run(tx, LINK_RECOMMENDATIONS, [actor.workspaceId, id, recommendationIds]);
      await this.record(tx, actor, 'created', { id, version: 1 }, { ...dto });
      return readOne(tx, INDICATORS, id);
    });
  }

  /** Recommendations that the body names take the place of the old ones; those that the actor may not see stay. */
  update(actor: Actor, id: string, version: number, dto: UpdateIndicatorDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      checkVersion(await lockRow(tx, Indicator, id), version);
      const { recommendationIds, ...fields } = dto;
      await this.checkKnown(tx, recommendationIds ?? []);
      await tx.update(Indicator, { id }, { ...inRow(fields), updatedAt: () => 'clock_timestamp()' });
      if (recommendationIds) {
        await run(tx, UNLINK_OTHER_RECOMMENDATIONS, [id, recommendationIds]);
        await run(tx, LINK_RECOMMENDATIONS, [actor.workspaceId, id, recommendationIds]);
      }
      await this.record(tx, actor, 'updated', { id, version: version + 1 }, { ...dto });
      return readOne(tx, INDICATORS, id);
    });
  }

  /** 409 once there are observations: those are never deleted. */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const indicator = await lockRow(tx, Indicator, id);
      checkVersion(indicator, version);
      if (await tx.existsBy(Observation, { indicatorId: id }))
        throw problems.stillInUse(say`It has observations, which are never deleted.`);
      await tx.delete(Indicator, { id });
      await this.record(tx, actor, 'deleted', indicator, { title: indicator.title });
    });
  }

  private async checkKnown(tx: EntityManager, ids: string[]): Promise<void> {
    const [first] = await run<{ place: number }>(tx, UNKNOWN_RECOMMENDATION, [ids]);
    if (first) throw problems.notFound(`/recommendationIds/${String(first.place)}`);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    act: 'created' | 'updated' | 'deleted',
    { id, version }: Pick<Indicator, 'id' | 'version'>,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: `indicator.${act}`,
      objectType: 'indicator',
      objectId: id,
      objectVersion: version,
      details,
    });
  }
}

/** Numbers go to PostgreSQL's numeric as text, digit by digit as they came. */
function inRow({ baseline, target, ...words }: Omit<UpdateIndicatorDto, 'recommendationIds'>) {
  return {
    ...words,
    ...(baseline !== undefined && { baseline: asNumeric(baseline) }),
    ...(target !== undefined && { target: asNumeric(target) }),
  };
}

const asNumeric = (figure: number | null): string | null => (figure === null ? null : String(figure));
