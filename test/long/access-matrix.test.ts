// The whole attack matrix: every operation, everybody, every position. A part of it runs with all tests (test/matrix).

import { expect, it } from '@jest/globals';
import { openAttack, playMatrix } from '../matrix/play.js';
import { TABLE } from '../matrix/table.js';

it('answers everybody at every position as the page says, and shows no canary to whom it is not for', async () => {
  const judge = await playMatrix(await openAttack(), true);
  const idle = TABLE.map(({ operation }) => operation).filter((operation) => !judge.worked.has(operation));
  process.stdout.write(
    `access matrix: ${String(judge.cells)} cells, ${String(judge.wrong.length)} wrong, ${String(judge.canaries)} canaries; operations that nobody brought to work here: ${idle.join(' ')}\n`,
  );
  expect(judge.wrong.join('\n')).toBe('');
  expect(judge.unseen()).toEqual([]);
}, 1_800_000);
