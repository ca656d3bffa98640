// Are the tests of who may do what worth anything? Faults are planted there, and they have to notice (docs/testing.md).

import { expect, test } from '@jest/globals';
import { mutationOf } from '../support/mutation.js';

const AT_LEAST = 90;

test('of the faults planted in src/access, nine in ten are noticed', async () => {
  const { percent, survivors, byFile } = await mutationOf('access-rules', 'access-database', 'access-shown');
  process.stdout.write(`${JSON.stringify(byFile, null, 2)}\nNot noticed:\n${survivors.join('\n')}\n`);
  expect(percent).toBeGreaterThanOrEqual(AT_LEAST);
}, 3_600_000);
