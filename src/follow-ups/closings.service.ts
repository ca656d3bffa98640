import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayIn } from '../common/edtf-date.js';
import { problems } from '../common/problem.js';
import { checkVersion } from '../common/version.js';
import { say } from '../common/words.js';
import { wholeChain } from './chain.js';
import type { ClosedView, CloseFollowUpDto } from './closing.dto.js';
import { Closing } from './closing.entity.js';
import { FollowUp, FollowUpLink } from './follow-up.entity.js';
import { lastDayOf } from './transition-facts.js';

/** Ends the following of something, and takes it up again. It is not a state of an axis: states stay as they are. */
@Injectable()
export class ClosingsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** Closes one follow-up, or the whole chain that it belongs to, in one act. 409 where nothing of it is open. */
  close(actor: Actor, id: string, dto: CloseFollowUpDto): Promise<ClosedView> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { kind, occurredOn, reason, chain } = dto;
      const open = (await this.lockAll(tx, id, chain ?? false)).filter((f) => !f.closed);
      if (open.length === 0) throw problems.notAsThingsStand('closed', say`It is closed already.`);
      const occurredLast = lastDayOf(occurredOn, dayIn(actor.timeZone, new Date()));
      await this.add(tx, actor, open, { act: 'closed', kind, occurredOn, occurredLast, reason });
      await this.tell(tx, actor, 'follow-up.closed', id, open, { kind, occurredOn, chain: chain ?? false });
      return { followUpIds: open.map((f) => f.id) };
    });
  }

  /** Takes a closed follow-up up again, or what is closed of the whole chain that it belongs to, in one act. 409 where it is open. */
  reopen(actor: Actor, id: string, version: number, chain = false): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const all = await this.lockAll(tx, id, chain);
      const followUp = all.find((f) => f.id === id);
      if (!followUp) throw problems.notFound();
      checkVersion(followUp, version);
      if (!followUp.closed) throw problems.notAsThingsStand('not-closed', say`It is not closed.`);
      const today = dayIn(actor.timeZone, new Date());
      const closed = all.filter((f) => f.closed);
      await this.add(tx, actor, closed, {
        act: 'reopened',
        kind: null,
        occurredOn: today,
        occurredLast: today,
        reason: null,
      });
      await this.tell(tx, actor, 'follow-up.reopened', id, closed, chain ? { chain } : {});
    });
  }

  /** In the order of their ids, so that two acts on one chain wait for each other instead of dying. */
  private async lockAll(tx: EntityManager, id: string, chain: boolean): Promise<FollowUp[]> {
    const start = await tx.findOneBy(FollowUp, shownWhere({ id }));
    if (!start) throw problems.notFound();
    const edges = chain ? await tx.findBy(FollowUpLink, { recommendationId: start.recommendationId }) : [];
    return tx.find(FollowUp, {
      where: shownWhere({ id: In(wholeChain(edges, id)) }),
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    followUps: FollowUp[],
    given: Pick<Closing, 'act' | 'kind' | 'occurredOn' | 'occurredLast'> & { reason: string | null },
  ): Promise<void> {
    const { reason, ...act } = given;
    const { workspaceId, personId, organizationId } = actor;
    for (const { id: followUpId, confidentiality } of followUps) {
      const reasonHash = reason === null ? null : await keepWords(tx, actor, reason, { confidentiality });
      await tx.insert(Closing, { id: uuid(), workspaceId, personId, organizationId, followUpId, ...act, reasonHash });
    }
  }

  private async tell(
    tx: EntityManager,
    actor: Actor,
    action: string,
    id: string,
    followUps: FollowUp[],
    details: Record<string, unknown>,
  ): Promise<void> {
    const { confidentiality: level, version } = await tx.findOneByOrFail(FollowUp, shownWhere({ id }));
    return this.audit.record(tx, actor, {
      action,
      objectType: 'follow-up',
      objectId: id,
      objectVersion: version,
      level,
      details: { ...details, followUps: followUps.map((f) => f.id) },
    });
  }
}
