// New keys for sealed files, as an operator makes them: by the script, while a server hands out and takes in.

import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { Command, freePort, runScript, runToEnd, type Settings, valueOf } from '../support/commands.js';
import { pdf } from '../support/files.js';
import { createEmptyDatabase } from '../support/postgres.js';

const EMAIL = 'ada@test.example';
const PASSWORD = 'lantern orbit quiet mustard';
const SLUG = 'rotated';

let owner: pg.Client;
let drop: () => Promise<void>;
let settings: Settings;
let server: Command;
let origin: string;
let cookie: string;

beforeAll(async () => {
  const database = await createEmptyDatabase(`heed_test_${randomBytes(6).toString('hex')}`);
  owner = new pg.Client(database.superuserUrl);
  await owner.connect();
  drop = async () => {
    await owner.end();
    await database.dropRole();
  };
  const folder = await mkdtemp(join(tmpdir(), 'heed-rotate-'));
  settings = { DATABASE_URL: database.url, HEED_DATA: folder, PORT: await freePort(), LOG_LEVEL: 'info' };
  const wishes = ['--time-zone=UTC', '--languages=en', '--organization=A group', `--email=${EMAIL}`];
  const founded = await runToEnd('setup', settings, [`--slug=${SLUG}`, '--name=A workspace', ...wishes]);
  server = new Command('main', settings);
  origin = await server.says('address: ');
  const headers = { 'content-type': 'application/json', origin };
  const send = (path: string, body: object): Promise<Response> =>
    fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  await send(`/api/v1/auth${new URL(valueOf(founded.out, 'link')!).pathname}`, { name: 'Ada', password: PASSWORD });
  const signedIn = await send('/api/v1/auth/sign-in', { email: EMAIL, password: PASSWORD });
  cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
}, 60_000);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await server.ended;
  await drop();
  await rm(settings['HEED_DATA']!, { recursive: true });
});

interface Brought {
  id: string;
  sha256: string;
}
const evidence = (): string => `${origin}/api/v1/workspaces/${SLUG}/evidence`;
const own = (): Record<string, string> => ({ cookie, origin, 'x-heed-request': '1' });

async function bring(): Promise<Brought> {
  const bytes = pdf(100_000);
  const form = new FormData();
  form.set('confidentiality', 'restricted');
  form.set('file', new Blob([new Uint8Array(bytes)]), 'a.pdf');
  const answer = await fetch(`${evidence()}/files`, { method: 'POST', headers: own(), body: form });
  const { id } = (await answer.json()) as Brought;
  expect(answer.status).toBe(201);
  return { id, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function isWhole({ id, sha256 }: Brought): Promise<boolean> {
  const answer = await fetch(`${evidence()}/${id}/content`, { headers: own() });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return answer.status === 200 && createHash('sha256').update(bytes).digest('hex') === sha256;
}

const rows = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => (await owner.query<Row>(sql)).rows;
const rotated = () =>
  rows<{ person_id: string; object_type: string; confidentiality: string; account_id: string | null }>(
    "SELECT person_id, account_id, object_type, confidentiality FROM audit_event WHERE action = 'file-keys.rotated'",
  );

it('wraps every key anew while files are brought and opened, and says so in the log', async () => {
  const brought = await Promise.all([bring(), bring(), bring(), bring()]);
  const before = await rows<{ key_id: string }>('SELECT DISTINCT key_id FROM evidence_key');
  expect(before).toHaveLength(1);

  const rotation = { isOver: false };
  const opened: boolean[] = [];
  const load = async (n: number): Promise<void> => {
    while (!rotation.isOver) {
      opened.push(await isWhole(brought[(n + opened.length) % brought.length]!));
      if (n === 0) brought.push(await bring());
    }
  };
  const loads = [0, 1, 2].map(load);
  const ended = await runScript('rotate-keys', settings);
  rotation.isOver = true;
  await Promise.all(loads);
  expect([ended.code, ended.err]).toEqual([0, '']);
  expect(ended.out).toMatch(/^Keys of files wrapped anew: \d+$/m);
  expect(opened.length).toBeGreaterThan(0);
  expect(opened.filter((isSame) => !isSame)).toEqual([]);
  for (const piece of brought) expect(await isWhole(piece)).toBe(true);
  expect(await rotated()).toEqual([
    {
      person_id: expect.any(String),
      account_id: expect.anything(),
      object_type: 'workspace',
      confidentiality: 'coalition',
    },
  ]);

  // What was being brought just then may bear the key before: a second one goes on with it, adds no key, and leaves none of the first.
  const keyFile = join(settings['HEED_DATA']!, 'master-key');
  const ofTheFirst = () => rows(`SELECT FROM evidence_key WHERE key_id = '${before[0]!.key_id}'`);
  const isBrokenOff = (await ofTheFirst()).length > 0;
  expect((await runScript('rotate-keys', settings)).code).toBe(0);
  expect(await ofTheFirst()).toEqual([]);
  expect((await readFile(keyFile, 'utf8')).trim().split('\n')).toHaveLength(isBrokenOff ? 2 : 3);
  for (const piece of brought) expect(await isWhole(piece)).toBe(true);
  expect(server.out + server.err).not.toMatch(/"level":50/);
}, 120_000);

it('changes nothing, and says nothing in the log, where a key is missing', async () => {
  const keyFile = join(settings['HEED_DATA']!, 'master-key');
  const whole = await readFile(keyFile, 'utf8');
  const before = [await rows('SELECT * FROM evidence_key ORDER BY 2'), await rotated()];
  await writeFile(keyFile, `${whole.split('\n')[0]!}\n`);
  const ended = await runScript('rotate-keys', settings);
  expect([ended.code, ended.err]).toEqual([1, expect.stringMatching(/^Keys are missing: [0-9a-f]{16}\./)]);
  expect([await rows('SELECT * FROM evidence_key ORDER BY 2'), await rotated()]).toEqual(before);
  await writeFile(keyFile, whole);
}, 60_000);
