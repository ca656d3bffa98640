// What somebody breaks off: it says so, leaves nothing behind, and whoever runs it again comes to its end.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../src/migrations.js';
import { Command, freePort, runToEnd, type Settings } from '../support/commands.js';
import { createEmptyDatabase } from '../support/postgres.js';

let other: pg.Client;
let settings: Settings;
let drop: () => Promise<void>;

beforeEach(async () => {
  const database = await createEmptyDatabase(`heed_test_${randomBytes(6).toString('hex')}`);
  other = new pg.Client(database.superuserUrl);
  await other.connect();
  const folder = await mkdtemp(join(tmpdir(), 'heed-broken-off-'));
  await writeFile(join(folder, 'master-key'), randomBytes(32).toString('base64'), { mode: 0o600 });
  settings = { DATABASE_URL: database.url, HEED_DATA: folder, PORT: await freePort() };
  drop = async () => {
    await other.end();
    await database.dropRole();
    await rm(folder, { recursive: true });
  };
});
afterEach(() => drop());

/** What a migration takes that makes roles: whoever holds it keeps that migration from going on. */
const hold = () => other.query("SELECT pg_advisory_lock(hashtext('heed roles'))");
const release = () => other.query('SELECT pg_advisory_unlock_all()');

/** Backends of others in the middle of a transaction, and whether they wait for somebody. */
const migrating = async (): Promise<string[]> => {
  const { rows } = await other.query<{ event: string | null }>(
    `SELECT wait_event AS event FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`,
  );
  return rows.map(({ event }) => String(event));
};
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await sleep(50);
};
const done = async (): Promise<string[]> => {
  const { rows } = await other.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp');
  return rows.map(({ name }) => name);
};

describe('a migration that is broken off', () => {
  it.each(['migrate', 'main'] as const)(
    'by SIGTERM to %s: exit code 1, and the next run does the rest',
    async (name) => {
      await hold();
      const first = new Command(name, settings);
      await until(async () => (await migrating()).includes('advisory'));
      first.process.kill('SIGTERM');
      expect(await first.ended).toEqual({
        code: 1,
        out: '',
        err: 'Stopped before the end. What was under way is taken back; run it again, and it goes on from there.\n',
      });
      // Nobody else has let go: its backend itself finds that it is alone.
      await until(async () => (await migrating()).length === 0);
      const before = await done();
      expect(before.length).toBeLessThan(migrations.length);
      await release();
      const second = await runToEnd('migrate', settings);
      expect(second.code).toBe(0);
      const names = migrations.map(({ name: each }) => each);
      const rest = [...second.out.matchAll(/^Migrated: (.*)$/gm)].map(([, each]) => each);
      expect([...before, ...rest]).toEqual(names);
      expect(await done()).toEqual(names);
    },
  );
});
