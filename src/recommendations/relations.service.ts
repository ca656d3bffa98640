import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import type { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { readAsOf } from '../follow-ups/as-of.js';
import { RECORD_LEVELS } from './recommendation.dto.js';
import { Recommendation } from './recommendation.entity.js';
import { Relation } from './relation.entity.js';
import type { CreateRelationDto } from './relation.dto.js';
import { RELATIONS } from './relations.queries.js';

/** How recommendations stand to each other: both stay, whatever the relation says. */
@Injectable()
export class RelationsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, recommendationId: string, query: AsOfPageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.getRecommendation(tx, actor, recommendationId);
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(same, then.reading(RELATIONS), { ...query, sort: 'createdAt' }, { recommendation: recommendationId }),
      );
    });
  }

  create(actor: Actor, recommendationId: string, dto: CreateRelationDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const ends = [
        await this.getRecommendation(tx, actor, recommendationId),
        await this.getRecommendation(tx, actor, dto.otherId, '/otherId'),
      ];
      if (dto.otherId === recommendationId)
        throw problems.unfit('/otherId', 'itself', say`A recommendation stands in no relation to itself.`);
      if (await tx.existsBy(Relation, { recommendationId, otherId: dto.otherId, kind: dto.kind }))
        throw problems.alreadyExists(say`This relation is recorded already.`);
      const id = uuid();
      await tx.insert(Relation, { id, workspaceId: actor.workspaceId, recommendationId, ...dto });
      await this.tell(tx, actor, 'relation.created', { ...dto, id, version: 1, recommendationId }, ends);
      return readOne(tx, RELATIONS, id);
    });
  }

  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const relation = await lockRow(tx, Relation, id);
      const ends = [
        await this.getRecommendation(tx, actor, relation.recommendationId),
        await this.getRecommendation(tx, actor, relation.otherId),
      ];
      checkVersion(relation, version);
      await tx.delete(Relation, { id });
      await this.tell(tx, actor, 'relation.deleted', relation, ends);
    });
  }

  private async getRecommendation(
    tx: EntityManager,
    { workspaceId }: Actor,
    id: string,
    pointer?: string,
  ): Promise<Recommendation> {
    const recommendation = await tx.findOneBy(Recommendation, shownWhere({ id, workspaceId }));
    if (!recommendation) throw problems.notFound(pointer);
    return recommendation;
  }

  /** At the level of the more confidential of the two: whoever may not know that one is not told of it by the other. */
  private tell(
    tx: EntityManager,
    actor: Actor,
    action: string,
    relation: Omit<Relation, 'workspaceId' | 'note' | 'createdAt' | 'updatedAt'>,
    ends: Recommendation[],
  ): Promise<void> {
    const { id, version, recommendationId, otherId, kind } = relation;
    const level = RECORD_LEVELS.findLast((one) => ends.some((end) => end.confidentiality === one)) ?? 'organization';
    return this.audit.record(tx, actor, {
      action,
      objectType: 'relation',
      objectId: id,
      objectVersion: version,
      level,
      details: { recommendationId, otherId, kind },
    });
  }
}
