import type { EntityManager } from 'typeorm';
import { run, type Statement } from '../common/statement.js';
import { AS_KEEPER } from './file-checks.queries.js';

/** One statement as the keeper, who knows of every workspace; `owner` may act as that. */
export function asKeeper<Found>(owner: EntityManager, query: Statement, values: unknown[]): Promise<Found[]> {
  return owner.transaction(async (tx) => {
    await run(tx, AS_KEEPER);
    return run<Found>(tx, query, values);
  });
}
