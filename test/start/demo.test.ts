import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

const root = new URL('../..', import.meta.url);
let dataFolder: string;
let port: number;
let demo: ChildProcess;
let printed = '';

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), `heed-test-${process.pid}-`));
  // As root PostgreSQL runs as another user, who has to pass through.
  await chmod(dataFolder, 0o711);
  port = await freePort();
  demo = start({});
  demo.stdout!.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    demo.stdout!.on('data', () => printed.includes('database: ') && resolve());
    demo.once('exit', () => reject(new Error(`The demonstration did not start: ${printed}`)));
  });
}, 120_000);

afterAll(async () => {
  demo.kill('SIGKILL');
  await rm(dataFolder, { recursive: true, force: true });
});

describe('npm run demo', () => {
  it('prints where it is and who may sign in, and is there', async () => {
    expect(value('address')).toEqual([`http://127.0.0.1:${port}`]);
    expect(value('password')).toEqual(['heed-demo-only']);
    const names = ['admin', 'editor', 'verifier', 'partner', 'auditor', 'analyst', 'outsider'];
    expect(value('account').map((line) => line.split('@')[0])).toEqual(names);
    expect((await fetch(value('api')[0]!)).status).toBe(200);
  });

  it('prints the address of its database, as the superuser', async () => {
    const client = new pg.Client(value('database')[0]);
    await client.connect();
    const { rows } = await client.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user');
    await client.end();
    expect(rows).toEqual([{ rolsuper: true }]);
  });

  it.each([
    ['a second time on its data folder', {}, /already runs on this data folder/],
    ['on a port that is taken', { HEED_DATA: 'another' }, /Port \d+ of 127\.0\.0\.1 is in use/],
    ['outside loopback', { HEED_DATA: 'another', HOST: '0.0.0.0' }, /listens on loopback only/],
  ])('does not start %s, and says so without a stack', async (_name, settings: { HEED_DATA?: string }, reason) => {
    const folder = join(dataFolder, settings.HEED_DATA ?? '.');
    const second = start({ ...settings, HEED_DATA: folder });
    const [complaint, [code]] = await Promise.all([text(second.stderr!), once(second, 'exit')]);
    expect(complaint).toMatch(reason);
    expect(complaint).not.toMatch(/^ +at /m);
    expect(code).toBe(1);
    expect((await fetch(value('api')[0]!)).status).toBe(200);
  });

  it('ends with its database when it is asked to', async () => {
    demo.kill('SIGTERM');
    expect(await once(demo, 'exit')).toEqual([0, null]);
    await expect(fetch(value('api')[0]!)).rejects.toThrow();
    await expect(new pg.Client(value('database')[0]).connect()).rejects.toThrow(/ECONNREFUSED/);
  });
});

function start(settings: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _url, DATABASE_DIRECT_URL: _direct, HOST: _host, ...inherited } = process.env;
  const env = { ...inherited, NODE_OPTIONS: '', PORT: String(port), HEED_DATA: dataFolder, ...settings };
  return spawn(process.execPath, ['bin/demo.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The values of the printed lines of a name. */
function value(name: string): string[] {
  const lines = printed.split('\n').filter((line) => line.startsWith(`${name}: `));
  return lines.map((line) => line.slice(name.length + 2));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as { port: number };
  server.close();
  return free;
}
