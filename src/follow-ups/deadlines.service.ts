import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayRange } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { readAsOf } from './as-of.js';
import type { AsOfPageQuery } from './as-of.dto.js';
import type { CreateDeadlineDto, ExtendDeadlineDto } from './deadline.dto.js';
import { Deadline, DeadlineExtension } from './deadline.entity.js';
import { DEADLINES, EXTENSIONS_OF } from './deadlines.queries.js';
import { FollowUp } from './follow-up.entity.js';

/** What a deadline binds: one follow-up, or all of a recommendation. */
export type DeadlineOwner = { followUp: string } | { recommendation: string };

/** When things are due. Deadlines and extensions are only ever added; whether one is past is computed by whoever reads. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, owner: DeadlineOwner, query: AsOfPageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.bound(tx, actor, owner);
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(same, then.reading(DEADLINES), { ...query, sort: 'dueOn' }, { ...owner }),
      );
    });
  }

  create(actor: Actor, owner: DeadlineOwner, dto: CreateDeadlineDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { level, ...bound } = await this.bound(tx, actor, owner);
      const id = uuid();
      const dueLast = dayRange(dto.dueOn)?.last ?? '';
      await tx.insert(Deadline, { id, ...addedBy(actor), ...bound, ...dto, dueLast });
      await this.audit.record(tx, actor, {
        action: 'deadline.created',
        objectType: 'deadline',
        objectId: id,
        level,
        details: { ...bound, ...dto },
      });
      return readOne(tx, DEADLINES, id);
    });
  }

  extensions(actor: Actor, deadlineId: string, query: AsOfPageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.getDeadline(tx, actor, deadlineId);
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(same, then.reading(EXTENSIONS_OF), { ...query, sort: 'recordedAt' }, { deadline: deadlineId }),
      );
    });
  }

  /** Gives a deadline another date: the newest one counts, the old ones stay. */
  extend(actor: Actor, deadlineId: string, dto: ExtendDeadlineDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { recommendationId } = await this.getDeadline(tx, actor, deadlineId);
      const { level } = await this.bound(tx, actor, { recommendation: recommendationId });
      const dueLast = dayRange(dto.dueOn)?.last ?? '';
      await tx.insert(DeadlineExtension, { id: uuid(), ...addedBy(actor), deadlineId, ...dto, dueLast });
      await this.audit.record(tx, actor, {
        action: 'deadline.extended',
        objectType: 'deadline',
        objectId: deadlineId,
        level,
        details: { ...dto },
      });
      return readOne(tx, DEADLINES, deadlineId);
    });
  }

  private async getDeadline(tx: EntityManager, { workspaceId }: Actor, id: string): Promise<Deadline> {
    const deadline = await tx.findOneBy(Deadline, { id, workspaceId });
    if (!deadline || !(await tx.existsBy(Recommendation, shownWhere({ id: deadline.recommendationId }))))
      throw problems.notFound();
    return deadline;
  }

  private async bound(
    tx: EntityManager,
    { workspaceId }: Actor,
    owner: DeadlineOwner,
  ): Promise<{ recommendationId: string; followUpId: string | null; level: Recommendation['confidentiality'] }> {
    if ('followUp' in owner) {
      const followUp = await tx.findOneBy(FollowUp, shownWhere({ id: owner.followUp, workspaceId }));
      if (!followUp) throw problems.notFound();
      return { recommendationId: followUp.recommendationId, followUpId: followUp.id, level: followUp.confidentiality };
    }
    const recommendation = await tx.findOneBy(Recommendation, shownWhere({ id: owner.recommendation, workspaceId }));
    if (!recommendation) throw problems.notFound();
    return { recommendationId: recommendation.id, followUpId: null, level: recommendation.confidentiality };
  }
}

const addedBy = ({ workspaceId, personId, organizationId }: Actor) => ({ workspaceId, personId, organizationId });
