import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';
import { say } from '../common/words.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { NextStep } from '../next-steps/next-step.entity.js';
import { NextStepsService } from '../next-steps/next-steps.service.js';
import { Membership } from '../organizations/membership.entity.js';
import { alreadySo } from './already-so.js';
import type { BulkNextStepDto } from './bulk-wish.dto.js';
import type { Done, SingleAct, Standing } from './single-act.js';

/** Gives a follow-up a next step; undone by dropping it, so one can read later that it was planned. */
@Injectable()
export class NextStepAct implements SingleAct<BulkNextStepDto> {
  readonly permission = 'next-step.write';

  constructor(private readonly nextSteps: NextStepsService) {}

  async checkWish(tx: EntityManager, { ownerId }: BulkNextStepDto): Promise<void> {
    if (!(await tx.existsBy(Membership, { id: ownerId }))) throw problems.notFound('/nextStep/ownerId');
  }

  async present(tx: EntityManager, id: string, { what }: BulkNextStepDto): Promise<Standing> {
    if (!(await tx.existsBy(FollowUp, shownWhere({ id })))) throw problems.notFound();
    const isPlanned = (await run(tx, SAME_STEP, [id, what])).length > 0;
    return { version: null, stands: { step: isPlanned ? what : null, stepState: isPlanned ? 'open' : null } };
  }

  async perform(actor: Actor, id: string, { stands }: Standing, wish: BulkNextStepDto): Promise<string> {
    if (stands.stepState === 'open') throw alreadySo();
    const made = await this.nextSteps.create(actor, { ...wish, followUpId: id });
    return made.parsed<{ id: string }>().id;
  }

  async takeBack(tx: EntityManager, actor: Actor, { madeId }: Done, _: BulkNextStepDto, note: string): Promise<void> {
    const step = await tx.findOneBy(NextStep, { id: madeId ?? '' });
    if (!step) throw problems.notFound();
    if (step.version !== 1)
      throw problems.notAsThingsStand('changed-since', say`The next step was changed or settled since.`);
    await this.nextSteps.settle(actor, step.id, { outcome: 'dropped', note });
  }
}

/** An open step of one's own organization in the same words: a second one would only be done twice. */
const SAME_STEP = statement(`
  SELECT FROM next_step n WHERE n.follow_up_id = $1::uuid AND n.what = $2 AND n.state = 'open' AND n.organization_id = heed_organization() LIMIT 1`);
