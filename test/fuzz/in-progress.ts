// The one failure that needs two requests at once: the second with the key of one that is still being worked on.

import type { Operation } from './document.js';
import type { Draft } from './draft.js';
import type { Round } from './round.js';
import type { Stage } from './stage.js';

/** Each of the first requests holds a connection while it waits: fewer than the server has. */
const AT_ONCE = 4;

/** Leads operations that take keys to 409: the first request waits for the log, the second is told to come again. */
export async function meetInProgress(stage: Stage, round: Round, operations: Operation[]): Promise<void> {
  for (let i = 0; i < operations.length; i += AT_ONCE) await meet(stage, round, operations.slice(i, i + AT_ONCE));
}

async function meet(stage: Stage, round: Round, operations: Operation[]): Promise<void> {
  const drafts: Draft[] = [];
  for (const operation of operations) {
    const draft = await round.valid(operation, { query: [] });
    drafts.push({ ...draft, headers: { ...draft.headers, 'idempotency-key': round.random.uuid() } });
  }
  const blocker = stage.owner.createQueryRunner();
  await blocker.startTransaction();
  await blocker.query('LOCK TABLE audit_event IN ACCESS EXCLUSIVE MODE');
  let settled = 0;
  const firsts = drafts.map((draft) => round.send(draft, 'valid').finally(() => (settled += 1)));
  // One that was refused at the door never comes to the lock.
  await waiting(stage, () => drafts.length - settled);
  await Promise.all(drafts.map((draft) => round.send(draft, 'led')));
  await blocker.rollbackTransaction();
  await blocker.release();
  await Promise.all(firsts);
}

/** Until so many stand before a lock: of the log, or of a row that one of them holds while it waits there. */
async function waiting(stage: Stage, count: () => number): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const [row] = await stage.owner.query<{ n: number }[]>(
      `SELECT count(*)::integer AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if ((row?.n ?? 0) >= count()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
