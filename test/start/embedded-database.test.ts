import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedDatabase } from '../../src/embedded-database/embedded-database.js';
import { StartRefusal } from '../../src/start-refusal.js';

let dataFolder: string;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), `heed-test-${process.pid}-`));
  await chmod(dataFolder, 0o711);
});

afterEach(() => rm(dataFolder, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('starts on an empty folder, keeps what was written and its address, and tells Korean words apart', async () => {
    const first = await startEmbeddedDatabase({ dataFolder });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();
    const second = await startEmbeddedDatabase({ dataFolder });
    const [row] = await ask(second.url, "SELECT number, lower('ÅÉ') AS lower, '가' < '나' AS sorted FROM kept");
    await second.stop();
    expect(row).toEqual({ number: 7, lower: 'åé', sorted: true });
    expect(second.url).toBe(first.url);
  });

  it('lets in nobody without its password, which only its owner can read', async () => {
    const database = await startEmbeddedDatabase({ dataFolder, isThrowaway: true });
    const url = new URL(database.url);
    url.password = 'guessed';
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    await database.stop();
    for (const name of ['postgres-password', 'postgres-port', 'postgres.log']) {
      expect([name, (await stat(join(dataFolder, name))).mode & 0o077]).toEqual([name, 0]);
    }
  });

  it('refuses a second start on the same folder and leaves the first alone', async () => {
    const first = await startEmbeddedDatabase({ dataFolder, isThrowaway: true });
    const before = await readdir(dataFolder);
    await expect(startEmbeddedDatabase({ dataFolder, isThrowaway: true })).rejects.toThrow(StartRefusal);
    await expect(startEmbeddedDatabase({ dataFolder, isThrowaway: true })).rejects.toThrow(
      /already runs on this data folder/,
    );
    expect(await readdir(dataFolder)).toEqual(before);
    expect(await ask(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await first.stop();
  });

  it('takes over from a run that was killed, whether its PostgreSQL still ran or not', async () => {
    for (const pause of [0, 1000]) {
      const killed = await startElsewhere();
      await ask(killed.url, 'CREATE TABLE IF NOT EXISTS kept AS SELECT 7 AS number');
      killed.process.kill('SIGKILL');
      await once(killed.process, 'exit');
      await sleep(pause);
      const next = await startEmbeddedDatabase({ dataFolder, isThrowaway: true });
      expect(await ask(next.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
      await next.stop();
    }
  });

  it('ends PostgreSQL when the process that started it is killed', async () => {
    const killed = await startElsewhere();
    killed.process.kill('SIGKILL');
    await expect(answersUntil(killed.url, Date.now() + 5000)).resolves.toBe(false);
  });

  it('begins anew where the first start was interrupted', async () => {
    await startEmbeddedDatabase({ dataFolder, isThrowaway: true }).then((database) => database.stop());
    await rm(join(dataFolder, 'postgres'), { recursive: true });
    await writeFile(join(dataFolder, 'postgres.new'), 'half of it');
    const database = await startEmbeddedDatabase({ dataFolder, isThrowaway: true });
    expect(await ask(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.stop();
  });

  it('says when PostgreSQL ends by itself', async () => {
    const { promise: lost, resolve } = Promise.withResolvers<void>();
    const database = await startEmbeddedDatabase({ dataFolder, isThrowaway: true, onLoss: resolve });
    process.kill(await postmasterOf(database.url), 'SIGQUIT');
    await expect(lost).resolves.toBeUndefined();
    await database.stop();
  });
});

/** Started by another process, which can be killed. It comes from the build, which precedes every test run. */
async function startElsewhere() {
  const program = new URL('../../dist/src/embedded-database/embedded-database.js', import.meta.url).href;
  const script = `
    const { startEmbeddedDatabase } = await import(${JSON.stringify(program)});
    console.log((await startEmbeddedDatabase({ dataFolder: ${JSON.stringify(dataFolder)}, isThrowaway: true })).url);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, url: line.toString().trim() };
}

async function ask(url: string, statement: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

async function answersUntil(url: string, end: number): Promise<boolean> {
  while (Date.now() < end) {
    if (!(await ask(url, 'SELECT 1').catch(() => undefined))) return false;
    await sleep(50);
  }
  return true;
}

async function postmasterOf(url: string): Promise<number> {
  const [row] = await ask(url, "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid");
  return (row as { pid: number }).pid;
}
