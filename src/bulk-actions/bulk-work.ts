import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { holdWorkspace, inWorkspace } from '../access/in-workspace.js';
import { isOwn, ownRows } from '../access/ones-own.js';
import { AuditLog } from '../audit/audit-log.js';
import { type Problem, problems } from '../common/problem.js';
import { asProblem } from '../common/problem.filter.js';
import { ServerLog } from '../common/server-log.js';
import { run, statement } from '../common/statement.js';
import { type BulkAction, BulkActionItem } from './bulk-action.entity.js';
import { refusalOf } from './refusal.js';
import type { Done, SingleAct } from './single-act.js';

/** From which state an item is worked on, and what it is when it can't be. */
const CONFIRMING = { from: 'allowed', otherwise: 'refused', told: 'bulk-action.item-refused' } as const;
const UNDOING = { from: 'done', otherwise: 'kept', told: 'bulk-action.item-kept' } as const;
type Phase = typeof CONFIRMING | typeof UNDOING;

/**
 * Works through the items of a bulk action, each in a transaction of its own that also says in the item that it was done. So it
 * can break off anywhere and go on later, and two who work at once share the items: whoever comes second to one passes it over.
 */
@Injectable()
export class BulkWork {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly log: ServerLog,
  ) {}

  /** Does what the preview allowed. What changed since, or is refused now, is refused with its reason. */
  carryOut(actor: Actor, bulk: BulkAction, act: SingleAct): Promise<void> {
    return this.workThrough(actor, bulk, CONFIRMING, async (tx, doer, item) => {
      const { objectId, before, objectVersion } = item;
      const at = await act.present(tx, objectId, bulk.does);
      if (at.version !== objectVersion || !isSame(at.stands, before)) throw problems.stale(at.version ?? 1);
      const madeId = await act.perform(doer, objectId, at, bulk.does);
      const after = (await act.present(tx, objectId, bulk.does)).stands;
      return { state: 'done' as const, after, madeId };
    });
  }

  /** Puts back what was done, the last first. What others changed since stays as it is, with the reason. */
  takeBack(actor: Actor, bulk: BulkAction, act: SingleAct): Promise<void> {
    return this.workThrough(actor, bulk, UNDOING, async (tx, doer, item) => {
      await act.takeBack(tx, doer, item as Done, bulk.does, bulk.note ?? '');
      return { state: 'undone' as const };
    });
  }

  /** Whatever is no refusal ends the work: the log gets what broke, and whoever asked is told that what was done is done. */
  private async workThrough(actor: Actor, bulk: BulkAction, phase: Phase, work: Work): Promise<void> {
    try {
      const waiting = await inWorkspace(actor, this.manager, (tx) =>
        run<{ id: string }>(tx, phase === UNDOING ? LAST_FIRST : IN_ORDER, [bulk.id, phase.from]),
      );
      for (const { id } of waiting) await this.workOn(actor, bulk, phase, id, work);
    } catch (error) {
      this.log.failed(error, actor.requestId);
      throw problems.brokenOff();
    }
  }

  private async workOn(actor: Actor, bulk: BulkAction, phase: Phase, id: string, work: Work): Promise<void> {
    const doer: Actor = { ...actor, bulkAction: { id: bulk.id, eventIds: [] } };
    try {
      await holdWorkspace(doer, this.manager, async (tx) => {
        const item = await claim(tx, id, phase);
        if (!item) return;
        const done = await work(tx, doer, item);
        await finish(tx, doer, item, done);
      });
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status >= 500) throw error;
      await this.refuse(actor, bulk, phase, id, problem);
    }
  }

  private refuse(actor: Actor, bulk: BulkAction, phase: Phase, id: string, problem: Problem): Promise<void> {
    const doer: Actor = { ...actor, bulkAction: { id: bulk.id, eventIds: [] } };
    return holdWorkspace(doer, this.manager, async (tx) => {
      const item = await claim(tx, id, phase);
      if (!item) return;
      const refusal = refusalOf(problem, actor.language);
      await this.audit.record(tx, doer, {
        action: phase.told,
        objectType: 'bulk-action',
        objectId: bulk.id,
        details: { position: item.position, code: refusal.code },
      });
      await finish(tx, doer, item, { state: phase.otherwise, refusal });
    });
  }
}

type Outcome = Partial<Pick<BulkActionItem, 'state' | 'after' | 'madeId' | 'refusal'>>;
type Work = (tx: EntityManager, doer: Actor, item: BulkActionItem) => Promise<Outcome>;

/** Locks an item that is still to be worked on; none where somebody did it meanwhile, or the whole was undone before its turn came. */
async function claim(tx: EntityManager, id: string, phase: Phase): Promise<BulkActionItem | null> {
  const [ours] = await run<{ id: string }>(tx, phase === UNDOING ? CLAIM_TO_UNDO : CLAIM_TO_DO, [id, phase.from]);
  return ours ? tx.findOneByOrFail(BulkActionItem, { id }) : null;
}

async function finish(
  tx: EntityManager,
  { bulkAction }: Actor,
  { id, eventIds }: BulkActionItem,
  outcome: Outcome,
): Promise<void> {
  await tx.update(BulkActionItem, { id }, { ...outcome, eventIds: [...eventIds, ...(bulkAction?.eventIds ?? [])] });
}

/** As PostgreSQL keeps it: members that are not set are not there. */
const isSame = (now: object, then: object | null): boolean =>
  JSON.stringify(Object.entries(now).sort()) === JSON.stringify(Object.entries(then ?? {}).sort());

const waitingBy = (order: string): string =>
  `SELECT i.id FROM bulk_action_item i JOIN ${ownRows('bulk_action b')} ON b.id = i.bulk_action_id WHERE b.id = $1::uuid AND i.state = $2 ORDER BY i.position ${order}`;
const IN_ORDER = statement(waitingBy('ASC'));
const LAST_FIRST = statement(waitingBy('DESC'));

/** The bulk action is locked against being undone while one of its items is being done. */
const claiming = (undone: string): string => `
  SELECT i.id FROM bulk_action_item i JOIN bulk_action b ON b.id = i.bulk_action_id
  WHERE i.id = $1::uuid AND i.state = $2 AND ${isOwn('bulk_action b')} AND b.undone_at ${undone} FOR NO KEY UPDATE OF i FOR SHARE OF b`;
const CLAIM_TO_DO = statement(claiming('IS NULL'));
const CLAIM_TO_UNDO = statement(claiming('IS NOT NULL'));
