// Are the tests of what workflows ask worth anything? Faults are planted there, and they have to notice (docs/testing.md).

import { expect, test } from '@jest/globals';
import { mutationOf } from '../support/mutation.js';

const AT_LEAST = 90;

test('of the faults planted in src/workflows, nine in ten are noticed', async () => {
  const { percent, survivors, byFile } = await mutationOf('workflows');
  process.stdout.write(`${JSON.stringify(byFile, null, 2)}\nNot noticed:\n${survivors.join('\n')}\n`);
  expect(percent).toBeGreaterThanOrEqual(AT_LEAST);
}, 3_600_000);
