// Every operation by everybody: a part of the attack matrix in which each operation, each subject and each position occurs.
// test/long/access-matrix-*.test.ts play all of it.

import { beforeAll, expect, it } from '@jest/globals';
import { POSITIONS } from './attack.js';
import type { Attack } from './attack.js';
import { DOCUMENT, openAttack, playSome, playSwaps } from './play.js';
import { TABLE } from './table.js';

let attack: Attack;

beforeAll(async () => {
  attack = await openAttack();
}, 120_000);
// The transaction ends with its connection, which world.ts closes.

it('has every operation of the document in the page that was written by hand, and no other', () => {
  const named = TABLE.map(({ operation }) => operation).sort();
  const operations = DOCUMENT.operations.map(({ operationId }) => operationId);
  expect([...operations].sort()).toEqual(named);
});

it('answers everybody as the page says, and shows no canary to whom it is not for', async () => {
  const judge = await playSome(attack);
  process.stdout.write(
    `access matrix, in part: ${String(judge.cells)} cells, ${String(judge.wrong.length)} wrong, ${String(judge.canaries)} canaries\n`,
  );
  expect(judge.wrong.join('\n')).toBe('');
  expect([...judge.seen.positions].sort()).toEqual([...POSITIONS].sort());
  expect(judge.seen.subjects.size).toBe(attack.stage.subjects.length);
  expect(judge.unseen()).toEqual([]);
}, 600_000);

it('answers an id of something hidden, in a query or a body, as one of nothing', async () => {
  const { judge, swaps } = await playSwaps(attack);
  process.stdout.write(`ids swapped: ${String(swaps)}, told apart: ${String(judge.wrong.length)}\n`);
  expect(judge.wrong.join('\n')).toBe('');
  expect(swaps).toBeGreaterThan(50);
}, 300_000);
