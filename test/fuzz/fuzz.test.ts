// 20,000 requests from the document against a running server. Nothing of the code is known here: not its routes, not its DTOs.
// FUZZ_SEED=... plays a run again; FUZZ_ROUND=... plays one round of it; FUZZ_REQUESTS=... makes it shorter or longer.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditLedger } from './ledger.js';
import type { Fault } from './judge.js';
import { makeUpFor, play } from './play.js';
import { Stage } from './stage.js';
import { SUCCESSES, Tally } from './tally.js';

/** The same one each time, so that what failed is there again; set it to look elsewhere. */
const SEED = process.env['FUZZ_SEED'] ?? 'a';
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 20_000);
const ONE = process.env['FUZZ_ROUND'];
/** Rounds at once: each has a workspace of its own, so what one does is nothing to the others. */
const LANES = 4;
/** A long run on a busy machine takes an hour. */
const PATIENCE = Math.max(1_800_000, REQUESTS * 90);
/** Every operation is to do what it is for, and to be led to one of its failures, in each round. */
const ROUNDS_AT_LEAST = ONE === undefined && REQUESTS >= 20_000 ? SUCCESSES : 0;
/** Rounds after these for what they did not come to. */
const MORE = 3;

let stage: Stage;
let begun: number;
beforeAll(async () => {
  stage = await Stage.open();
  begun = performance.now();
  let next = Number(ONE ?? 0);
  const lane = async (): Promise<void> => {
    while (stage.judge.remembered.length < REQUESTS || next < ROUNDS_AT_LEAST) {
      const index = next;
      next += 1;
      await play(await stage.round(SEED, index), index);
      if (ONE !== undefined) return;
    }
  };
  await Promise.all(Array.from({ length: ONE === undefined ? LANES : 1 }, lane));
  for (const end = next + MORE; ROUNDS_AT_LEAST > 0 && next < end; next += 1) {
    const missed = new Tally(stage.document, stage.judge.remembered).missed();
    if (missed.length === 0) break;
    await makeUpFor(await stage.round(SEED, next), missed);
  }
}, PATIENCE);
afterAll(() => stage.close());

/** Each rule once with some examples: a fault that is met a thousand times is one fault. */
function report(faults: Fault[]): string {
  const rules = [...new Set(faults.map(({ rule }) => rule))];
  return rules
    .map((rule) => {
      const met = faults.filter((fault) => fault.rule === rule).sort((a, b) => a.n - b.n);
      const shown = met
        .slice(0, Number(process.env['FUZZ_SHOWN'] ?? 5))
        .map(({ n, detail }) => `  request ${String(n)}, ${detail.slice(0, 2000)}`);
      return `${rule}: ${String(met.length)} times\n${shown.join('\n')}`;
    })
    .join('\n');
}

test('every answer keeps the rules, and the log tells every change', async () => {
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const cpu = (process.cpuUsage().user / 1e6).toFixed(0);
  const faults = [...stage.judge.faults, ...(await auditLedger(stage.owner.manager, stage.judge.remembered))];
  const tally = new Tally(stage.document, stage.judge.remembered);
  process.stdout.write(`fuzz: FUZZ_SEED=${SEED}, ${seconds} s (${cpu} s of this process)\n${tally.table()}\n`);
  process.stdout.write(
    `unprepared: ${String(stage.judge.unprepared.length)} ${[...new Set(stage.judge.unprepared.map((why) => why.slice(0, 160)))].slice(0, 12).join('\n  ')}\n`,
  );
  expect(report(faults)).toBe('');
});

test('every operation did what it is for, and failed in every way that the document names', () => {
  if (ONE !== undefined || REQUESTS < 20_000) return;
  expect(new Tally(stage.document, stage.judge.remembered).missing()).toEqual([]);
});
