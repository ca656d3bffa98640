// Each row policy with each of its predicates gone: somebody then reads, changes or enters what is hidden from them.

import { beforeAll, expect, it } from '@jest/globals';
import { openAttack } from '../matrix/play.js';
import { type Relaxed, relaxedPolicies } from '../matrix/relaxed.js';
import { Wall } from '../matrix/wall.js';

let wall: Wall;

beforeAll(async () => {
  wall = await Wall.around(await openAttack());
}, 120_000);
// The transaction ends with its connection, which world.ts closes.

/** Whole predicates that can go without anybody coming through: docs/testing.md says why of each. */
const KNOWN = [
  'bulk_action, lapsed: USING',
  'evidence, own: WITH CHECK',
  'evidence_grant, ending: USING',
  'evidence_grant, ending: WITH CHECK',
  'intake, unrecorded: USING',
  'objection_answer, own: WITH CHECK',
  'reader_request, before: USING',
  'version_change, sealed: USING',
  'words, sealed: USING',
];

it('every policy that lets everything through lets somebody at what is hidden; of parts, it is told how many do', async () => {
  const { client } = wall;
  const survived: Relaxed[] = [];
  const holes = await relaxedPolicies(client);
  for (const hole of holes) {
    await client.query(`SAVEPOINT hole; ${hole.sql}`);
    const first = await wall.through(wall.tables.find(({ name }) => name === hole.table)!).next();
    await client.query('ROLLBACK TO hole');
    if (first.done === true) survived.push(hole);
  }
  tell('whole policies', holes, survived, ({ part }) => part === undefined);
  tell('parts of policies', holes, survived, ({ part }) => part !== undefined);
  if (process.env['HEED_HOLES'] !== undefined) process.stdout.write(`${survived.map(nameOf).join('\n')}\n`);
  expect(survived.filter(({ part }) => part === undefined).map(nameOf)).toEqual(KNOWN);
}, 3_600_000);

const nameOf = ({ table, policy, clause, part }: Relaxed): string =>
  `${table}, ${policy}: ${clause}${part === undefined ? '' : ` without ${part}`}`;

function tell(what: string, all: Relaxed[], survived: Relaxed[], isOne: (hole: Relaxed) => boolean): void {
  const [count, left] = [all.filter(isOne).length, survived.filter(isOne).length];
  process.stdout.write(`${what} let through: ${String(count)}, noticed ${String(count - left)}\n`);
}
