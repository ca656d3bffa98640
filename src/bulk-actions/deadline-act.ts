import { shownRows, shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';
import { say } from '../common/words.js';
import { DeadlinesService } from '../follow-ups/deadlines.service.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { alreadySo } from './already-so.js';
import type { BulkDeadlineDto } from './bulk-wish.dto.js';
import type { SingleAct, Standing } from './single-act.js';

/** Sets a deadline for a follow-up. Deadlines are only ever added, so undoing leaves them. */
@Injectable()
export class DeadlineAct implements SingleAct<BulkDeadlineDto> {
  readonly permission = 'record.write';

  constructor(private readonly deadlines: DeadlinesService) {}

  /** It names nothing that could be missing. */
  checkWish(): Promise<void> {
    return Promise.resolve();
  }

  async present(tx: EntityManager, id: string, { axis }: BulkDeadlineDto): Promise<Standing> {
    if (!(await tx.existsBy(FollowUp, shownWhere({ id })))) throw problems.notFound();
    const dues = await run<{ dueOn: string }>(tx, DUES, [id, axis]);
    return { version: null, stands: { dueOns: dues.map(({ dueOn }) => dueOn) } };
  }

  async perform(actor: Actor, id: string, { stands }: Standing, wish: BulkDeadlineDto): Promise<string> {
    if (stands.dueOns?.includes(wish.dueOn)) throw alreadySo();
    const made = await this.deadlines.create(actor, { followUp: id }, wish);
    return made.parsed<{ id: string }>().id;
  }

  takeBack(): Promise<never> {
    return Promise.reject(
      problems.notAsThingsStand('deadline-stays', say`A deadline that was set stays. It can be put off.`),
    );
  }
}

/** Of a follow-up on one axis, its own and those of its recommendation, as they were last put off. */
const DUES = statement(`
  SELECT coalesce(x.due_on, d.due_on) AS "dueOn"
  FROM ${shownRows('follow_up f')} JOIN deadline d ON d.recommendation_id = f.recommendation_id AND (d.follow_up_id IS NULL OR d.follow_up_id = f.id)
  LEFT JOIN LATERAL (SELECT e.due_on, e.due_last FROM deadline_extension e WHERE e.deadline_id = d.id ORDER BY e.recorded_at DESC, e.id DESC LIMIT 1) x ON true
  WHERE f.id = $1::uuid AND d.axis = $2 ORDER BY coalesce(x.due_last, d.due_last), d.id`);
