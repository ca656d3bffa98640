import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** A statement that PostgreSQL plans once per connection: a named one is worth three unnamed ones. */
export interface Statement {
  name: string;
  text: string;
}

/** Names a statement after its text, so that two texts can never share a plan. */
export function statement(text: string): Statement {
  return { name: `heed_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`, text };
}

/** Runs a named statement in whatever transaction the manager is in, and answers its rows. */
export async function run<Row>(tx: EntityManager, { name, text }: Statement, values: unknown[] = []): Promise<Row[]> {
  const query = { name, text, values } as unknown as string; // pg takes the object; TypeORM passes it through.
  const result = await tx.query<Row[] | [Row[], number]>(query);
  return isCounted(result) ? result[0] : result;
}

/** TypeORM answers UPDATE and DELETE as [rows, count], everything else as rows. */
function isCounted<Row>(result: Row[] | [Row[], number]): result is [Row[], number] {
  return result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
}
