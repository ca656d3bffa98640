// The plan check of the benchmark on a record that is big enough to say something (docs/performance.md): no list reads a big table from end to end.

import { afterAll, expect, test } from '@jest/globals';
import { execute, prepareDatabases } from '../bench/databases.mjs';
import { checkPlans } from '../bench/plans.mjs';
import { createDatabase } from '../support/postgres.js';

const RECOMMENDATIONS = 20_000;
/** What belongs to a period is all worked out before its first page: docs/performance.md says what that takes. */
const IS_OF_A_PERIOD = /^changes as /;

let server: string | undefined;

afterAll(async () => {
  if (server === undefined) return;
  const made = await execute(server, `SELECT datname FROM pg_database WHERE datname LIKE 'bench_${RECOMMENDATIONS}_%'`);
  for (const { datname } of made) await execute(server, `DROP DATABASE ${String(datname)} WITH (FORCE)`);
});

test('no list reads a big table from end to end', async () => {
  const own = new URL(await createDatabase());
  own.pathname = '/postgres';
  server = own.href;
  const { heed } = await prepareDatabases(server, RECOMMENDATIONS);
  const [tables, ...told] = await checkPlans(heed);
  for (const table of ['recommendation', 'follow_up', 'evidence', 'track', 'transition'])
    expect(tables).toMatch(new RegExp(`\\b${table}\\b`));
  const scans = told.slice(
    0,
    told.findIndex((line) => /^\d+ counts/.test(line)),
  );
  expect(scans.filter((scan) => !IS_OF_A_PERIOD.test(scan) && !scan.startsWith('No list'))).toEqual([]);
}, 600_000);
