import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { holdWorkspace } from '../access/in-workspace.js';
import { problems } from '../common/problem.js';
import { asProblem } from '../common/problem.filter.js';
import type { ChosenItemDto } from './bulk-action.dto.js';
import { refusalOf } from './refusal.js';
import type { Refusal, SingleAct, Standing, Stands, Wish } from './single-act.js';

/** What the preview says of an item. */
export interface Rehearsed {
  objectId: string;
  objectVersion: number | null;
  state: 'allowed' | 'refused';
  before: Stands | null;
  after: Stands | null;
  refusal: Refusal | null;
}

/** Thrown to undo what was only rehearsed; it carries what came of it. */
class RolledBack extends Error {
  constructor(readonly after: Stands) {
    super('Only rehearsed.');
  }
}

/**
 * Asks of an item whether it would be done by doing it, and undoing it at once: in a savepoint, with every condition, trigger
 * and consequence of the act itself. A second set of checks beside the act's own would one day say something else.
 */
@Injectable()
export class Rehearsal {
  async rehearse(
    tx: EntityManager,
    actor: Actor,
    act: SingleAct,
    wish: Wish,
    { id: objectId, version }: ChosenItemDto,
  ): Promise<Rehearsed> {
    let at: Standing | undefined;
    const outcome = await attempt(tx, actor, async (inside, doer) => {
      at = await act.present(inside, objectId, wish);
      if (version !== undefined && at.version !== null && version !== at.version) throw problems.stale(at.version);
      await act.perform(doer, objectId, at, wish);
      throw new RolledBack((await act.present(inside, objectId, wish)).stands);
    });
    const found = { objectId, objectVersion: at?.version ?? null, before: at?.stands ?? null };
    return 'code' in outcome
      ? { ...found, state: 'refused', after: null, refusal: outcome }
      : { ...found, state: 'allowed', after: outcome.after, refusal: null };
  }
}

/** Whatever is neither the end of the rehearsal nor a refusal of the record goes on: nothing is previewed then. */
async function attempt(
  tx: EntityManager,
  actor: Actor,
  work: (inside: EntityManager, doer: Actor) => Promise<never>,
): Promise<{ after: Stands } | Refusal> {
  const doer = { ...actor };
  try {
    return await holdWorkspace(doer, tx, (inside) => work(inside, doer));
  } catch (error) {
    if (error instanceof RolledBack) return error;
    const problem = asProblem(error);
    if (problem.status >= 500) throw error;
    return refusalOf(problem, actor.language);
  }
}
