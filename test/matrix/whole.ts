// The whole attack matrix, in parts: each is a file of test/long, since CI has no time for all of it in one hour.

import { expect, it } from '@jest/globals';
import { openAttack, playAll } from './play.js';

const PARTS = 4;

/** Plays one part of four: every fourth operation by everybody, at every position. */
export function playPart(part: 1 | 2 | 3 | 4): void {
  it(`answers everybody as the page says, and shows no canary to whom it is not for (${String(part)} of ${String(PARTS)})`, async () => {
    const judge = await playAll(await openAttack(), part, PARTS);
    process.stdout.write(
      `access matrix, ${String(part)} of ${String(PARTS)}: ${String(judge.cells)} cells, ${String(judge.wrong.length)} wrong, ${String(judge.canaries)} canaries\n`,
    );
    expect(judge.wrong.join('\n')).toBe('');
    expect(judge.seen.subjects.size).toBeGreaterThan(20);
    expect(judge.cells).toBeGreaterThan(3000);
  }, 3_600_000);
}
