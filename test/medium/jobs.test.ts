// What is put off is done: by a worker of its own, on a database where it commits.

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import pg from 'pg';
import { ServerLog } from '../../src/common/server-log.js';
import type { JobPayload } from '../../src/jobs/jobs.js';
import { startWorker } from '../../src/jobs/worker.js';
import { createDatabase } from '../support/postgres.js';

let url: string;
let client: pg.Client;
let done: JobPayload[];
let heard: () => void = () => undefined;
let stop: (() => Promise<void>) | undefined;
const workspaceId = randomUUID();

beforeAll(async () => {
  url = await createDatabase();
  client = new pg.Client(url);
  await client.connect();
});
afterAll(() => client.end());
beforeEach(() => {
  done = [];
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

const start = async (
  work = (job: JobPayload): Promise<void> => Promise.resolve(void done.push(job)),
): Promise<void> => {
  const task = async (job: JobPayload): Promise<void> => {
    await work(job);
    heard();
  };
  stop = await startWorker(url, { 'fetch-link': task, 'delete-blob': task }, [], new ServerLog('silent'));
};

const hear = (): Promise<void> => new Promise((resolve) => (heard = resolve));

/** As a request would: in its transaction, in its workspace, with the rights of the application. */
const add = async (id: string, end = 'COMMIT', workspace: string = workspaceId): Promise<void> => {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('role', 'heed_app', true), set_config('app.workspace', $1, true)`, [workspace]);
  await client.query(`SELECT heed_add_job('fetch-link', $1)`, [id]).finally(() => client.query(end));
};

it('does once what was asked for twice, and tells it where and of which row', async () => {
  const id = randomUUID();
  await add(id);
  await add(id);
  const over = hear();
  await start();
  await over;
  expect(done).toEqual([{ workspaceId, id }]);
});

it('does nothing of what was rolled back', async () => {
  const [undone, id] = [randomUUID(), randomUUID()];
  await add(undone, 'ROLLBACK');
  await start();
  const over = hear();
  await add(id);
  await over;
  expect(done).toEqual([{ workspaceId, id }]);
});

it('tries again what failed', async () => {
  let tries = 0;
  const over = hear();
  await start(() => (++tries === 1 ? Promise.reject(new Error('for a moment')) : Promise.resolve()));
  await add(randomUUID());
  await over;
  expect(tries).toBe(2);
});

it('finishes what it began before it stops', async () => {
  const begun = Promise.withResolvers<void>();
  const may = Promise.withResolvers<void>();
  await start(async (job) => {
    begun.resolve();
    await may.promise;
    done.push(job);
  });
  const id = randomUUID();
  await add(id);
  await begun.promise;
  const stopping = stop?.();
  may.resolve();
  await stopping;
  stop = undefined;
  expect(done).toEqual([{ workspaceId, id }]);
});

it('takes no job without a workspace, and lets the application see none', async () => {
  await expect(add(randomUUID(), 'ROLLBACK', '')).rejects.toThrow('a job belongs to a workspace');
  await client.query('BEGIN; SET LOCAL ROLE heed_app');
  await expect(client.query('SELECT FROM graphile_worker.jobs')).rejects.toThrow('permission denied');
  await client.query('ROLLBACK');
});
