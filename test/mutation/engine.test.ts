// Are the tests of workflows and of how follow-ups move worth anything? Faults are planted there, and they have to notice (docs/testing.md).

import { expect, test } from '@jest/globals';
import { mutationOf } from '../support/mutation.js';

const AT_LEAST = 95;

test.each(['workflows', 'follow-ups'])(
  'of the faults planted in src/%s, nineteen in twenty are noticed',
  async (part) => {
    const { percent, survivors, byFile } = await mutationOf(part);
    process.stdout.write(`${JSON.stringify(byFile, null, 2)}\nNot noticed:\n${survivors.join('\n')}\n`);
    expect(percent).toBeGreaterThanOrEqual(AT_LEAST);
  },
  3_600_000,
);
