// Every operation by everybody at every position: the whole of what test/matrix plays a part of.

import { expect, it } from '@jest/globals';
import { openAttack, playMatrix } from '../matrix/play.js';

it('answers everybody at every position as the page says, and shows no canary to whom it is not for', async () => {
  const judge = await playMatrix(await openAttack(), true);
  process.stdout.write(
    `access matrix: ${String(judge.cells)} cells, ${String(judge.wrong.length)} wrong, ${String(judge.canaries)} canaries\n`,
  );
  expect(judge.wrong.join('\n')).toBe('');
  expect(judge.unseen()).toEqual([]);
}, 3_600_000);
