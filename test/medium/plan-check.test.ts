// The plan check of the benchmark (docs/performance.md) builds its statements from the services' own parts; here it is
// seen that it still can, and that PostgreSQL takes each of them.
import { expect, test } from '@jest/globals';
import { checkPlans } from '../bench/plans.mjs';
import { createDatabase } from '../support/postgres.js';

test('the plan check asks every list and every count', async () => {
  const [lists, verdict, counts] = await checkPlans(await createDatabase());
  expect(Number(/^Plan check: (\d+) lists/.exec(lists ?? '')?.[1])).toBeGreaterThan(200);
  expect(verdict).toBe('No list reads a big table from end to end.');
  expect(Number(/^(\d+) counts/.exec(counts ?? '')?.[1])).toBeGreaterThan(500);
}, 180_000);
