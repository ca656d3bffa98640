import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { NextStep, NextStepOutcome } from '../next-steps/next-step.entity.js';
import { IS_KNOWN_STEP } from '../next-steps/next-steps.queries.js';
import { NextStepsService } from '../next-steps/next-steps.service.js';
import { alreadySo } from './already-so.js';
import type { BulkNextStepDoneDto } from './bulk-wish.dto.js';
import type { Done, Present, SingleAct } from './single-act.js';

/** Says that a next step was done; undone by opening it again, so the record keeps both. */
@Injectable()
export class NextStepDoneAct implements SingleAct<BulkNextStepDoneDto> {
  readonly permission = 'next-step.write';

  constructor(private readonly nextSteps: NextStepsService) {}

  /** It names nothing that could be missing. */
  checkWish(): Promise<void> {
    return Promise.resolve();
  }

  async present(tx: EntityManager, id: string): Promise<Present> {
    const step = await tx.findOneBy(NextStep, { id });
    if (!step || (await run(tx, IS_KNOWN_STEP, [id])).length === 0) throw problems.notFound();
    return { version: step.version, stands: { step: step.what, stepState: step.state } };
  }

  async perform(actor: Actor, id: string, { stands }: Present, { note }: BulkNextStepDoneDto): Promise<string> {
    if (stands.stepState === 'done') throw alreadySo();
    const settled = await this.nextSteps.settle(actor, id, { outcome: 'done', note: note ?? null });
    return settled.parsed<{ outcomes: { id: string }[] }>().outcomes.at(-1)?.id ?? '';
  }

  async takeBack(
    tx: EntityManager,
    actor: Actor,
    { objectId, madeId }: Done,
    _: BulkNextStepDoneDto,
    note: string,
  ): Promise<void> {
    const newest = await tx.findOne(NextStepOutcome, {
      where: { nextStepId: objectId },
      order: { recordedAt: 'DESC', id: 'DESC' },
    });
    if (!newest || newest.id !== madeId)
      throw problems.notAsThingsStand('changed-since', say`Something else was said of the next step since.`);
    await this.nextSteps.settle(actor, objectId, { outcome: 'reopened', note });
  }
}
