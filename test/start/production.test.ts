// The server as an operator runs it: what its log holds, whether it is well, and how it stops.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Command, freePort, runToEnd, type Settings, valueOf } from '../support/commands.js';
import { createEmptyDatabase } from '../support/postgres.js';

/** In every name, address, title and secret that a journey sends, and nowhere else. */
const CANARY = 'zitronenfalter';
const PASSWORD = `${CANARY} password`;
const TOKEN = `${CANARY}-token-of-the-operator-40-long`;

let owner: pg.Client;
let superuserUrl: string;
let drop: () => Promise<void>;
let settings: Settings;
let server: Command;
let origin: string;
let cookie: string;

beforeAll(async () => {
  const database = await createEmptyDatabase(`heed_test_${randomBytes(6).toString('hex')}`);
  ({ superuserUrl } = database);
  owner = new pg.Client(superuserUrl);
  await owner.connect();
  drop = async () => {
    await owner.end();
    await database.dropRole();
  };
  const folder = await mkdtemp(join(tmpdir(), 'heed-production-'));
  settings = {
    DATABASE_URL: database.url,
    HEED_DATA: folder,
    PORT: await freePort(),
    LOG_LEVEL: 'trace',
    METRICS_TOKEN: TOKEN,
  };
  const founded = await runToEnd('setup', settings, [
    `--slug=${CANARY}`,
    `--name=Workspace ${CANARY}`,
    '--time-zone=UTC',
    '--languages=en,ko',
    `--organization=Organization ${CANARY}`,
    `--email=${CANARY}@test.example`,
  ]);
  await start();
  const path = `/api/v1/auth${new URL(valueOf(founded.out, 'link')!).pathname}`;
  await send('POST', path, { name: `Ada ${CANARY}`, password: PASSWORD });
  const signedIn = await send('POST', '/api/v1/auth/sign-in', { email: `${CANARY}@test.example`, password: PASSWORD });
  cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
}, 60_000);

afterAll(async () => {
  server.process.kill('SIGKILL');
  await server.ended;
  await drop();
  await rm(settings['HEED_DATA']!, { recursive: true });
});

async function start(): Promise<void> {
  server = new Command('main', settings);
  origin = await server.says('address: ');
}

const own = (): Record<string, string> => ({ cookie, origin, 'x-heed-request': '1' });
const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${origin}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const inWorkspace = (method: string, path: string, body?: unknown): Promise<Response> =>
  send(method, `/api/v1/workspaces/${CANARY}${path}`, body, own());
const idOf = async (answer: Response): Promise<string> => {
  const body = (await answer.json()) as { id: string };
  expect([answer.status, answer.url, body]).toMatchObject([201, expect.anything(), { id: expect.any(String) }]);
  return body.id;
};

/** What a member of staff does in a day, with the canary in every word. */
async function workADay(): Promise<void> {
  const title = `Title ${CANARY}`;
  await idOf(await inWorkspace('POST', '/themes', { code: CANARY, label: title }));
  const addresseeId = await idOf(
    await inWorkspace('POST', '/addressees', { kind: 'other', name: title, code: 'BODY' }),
  );
  const sourceId = await idOf(await inWorkspace('POST', '/sources', { kind: 'letter', title }));
  const recommendation = { sourceId, code: CANARY, title, text: title, language: 'en' };
  const recommendationId = await idOf(await inWorkspace('POST', '/recommendations', recommendation));
  await idOf(
    await inWorkspace('POST', `/recommendations/${recommendationId}/follow-ups`, {
      addresseeId,
      asked: true,
      ask: title,
    }),
  );
  const evidence = { kind: 'link', title, url: `https://${CANARY}.example/${CANARY}`, finding: title };
  const evidenceId = await idOf(await inWorkspace('POST', '/evidence', evidence));
  const form = new FormData();
  form.set('file', new Blob([`%PDF-1.4\n${CANARY}`]), `${CANARY}.pdf`);
  const uploaded = await fetch(`${origin}/api/v1/workspaces/${CANARY}/evidence/files`, {
    method: 'POST',
    headers: own(),
    body: form,
  });
  const fileId = await idOf(uploaded);
  expect((await inWorkspace('GET', `/evidence/${fileId}/content`)).status).toBe(200);
  await inWorkspace('GET', `/evidence/${evidenceId}`);
  expect((await inWorkspace('GET', `/recommendations?q=${CANARY}`)).status).toBe(200);
  await inWorkspace('GET', '/audit/events');
  const made = await send(
    'POST',
    '/api/v1/me/tokens',
    { name: CANARY, workspace: CANARY, role: 'administrator' },
    own(),
  );
  expect(made.status).toBe(201);
  const recovered = await runToEnd('recover', settings, [`${CANARY}@test.example`]);
  expect(recovered.code).toBe(0);
}

/** What goes wrong in a day. */
async function blunder(): Promise<void> {
  await send('POST', '/api/v1/auth/sign-in', { email: `${CANARY}@else.example`, password: CANARY });
  await send('POST', '/api/v1/auth/sign-in', `{"email": "${CANARY}`);
  await send('GET', `/${CANARY}?${CANARY}=1`, undefined, {
    'user-agent': CANARY,
    referer: `https://${CANARY}.example`,
    'x-forwarded-for': CANARY,
  });
  await send('GET', `/api/v1/workspaces/${CANARY}/themes/${CANARY}`, undefined, {
    authorization: `Bearer heed_${CANARY}`,
  });
  await send('POST', `/api/v1/auth/invitations/${CANARY}`, { name: CANARY, password: PASSWORD });
  await send('POST', `/api/v1/auth/recoveries/${CANARY}`, { password: PASSWORD });
  await inWorkspace('POST', '/themes', { code: CANARY, label: `Title ${CANARY}` });
  await inWorkspace('POST', '/themes', { [CANARY]: CANARY, code: `${CANARY} !` });
  await inWorkspace('GET', `/recommendations?cursor=${CANARY}`);
  expect((await send('GET', '/metrics', undefined, { authorization: `Bearer ${CANARY}` })).status).toBe(401);
  // A statement that fails in the database: its error quotes the statement, and what it was given.
  await owner.query('BEGIN');
  await owner.query('LOCK TABLE theme IN ACCESS EXCLUSIVE MODE');
  expect((await inWorkspace('POST', '/themes', { code: `${CANARY}-2`, label: CANARY })).status).toBe(503);
  await owner.query('ROLLBACK');
}

describe('the log and the metrics of a server', () => {
  it('tell what was asked, and nothing of who or what about', async () => {
    await workADay();
    await blunder();
    // What a server prints comes by a pipe, and may come after its answers.
    for (let tries = 0; !server.out.includes('55P03') && tries < 100; tries += 1) await sleep(100);

    const lines = server.out.split('\n').filter((line) => line.startsWith('{'));
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.length).toBeGreaterThan(20);
    const keys = new Set(entries.flatMap((entry) => Object.keys(entry)));
    expect([...keys].sort()).toEqual([
      'code',
      'error',
      'frames',
      'level',
      'method',
      'ms',
      'msg',
      'requestId',
      'route',
      'status',
      'time',
    ]);
    expect(entries).toContainEqual(
      expect.objectContaining({ msg: 'failed', code: '55P03', requestId: expect.any(String) }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({ method: 'GET', route: '/api/v1/workspaces/:workspace/recommendations', status: 200 }),
    );
    expect(server.out + server.err).not.toMatch(new RegExp(CANARY, 'i'));
    expect(server.out + server.err).not.toContain(cookie.split('=')[1]!);
    const metrics = await send('GET', '/metrics', undefined, { authorization: `Bearer ${TOKEN}` });
    expect(metrics.status).toBe(200);
    const told = await metrics.text();
    expect(told).toContain(
      'heed_http_requests_total{method="POST",route="/api/v1/workspaces/:workspace/themes",status="503"} 1',
    );
    expect(told).not.toMatch(new RegExp(CANARY, 'i'));
  }, 60_000);
});

describe('a server whose connections are cut', () => {
  const status = async (path: string): Promise<number> => (await send('GET', path)).status;

  it('lives on without its database, says that it is not ready, and is again once it may be', async () => {
    const name = new URL(superuserUrl).pathname.slice(1);
    const elsewhere = new URL(superuserUrl);
    elsewhere.pathname = '/postgres';
    const admin = new pg.Client(elsewhere.href);
    await admin.connect();
    try {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = $2', [
        name,
        new URL(settings['DATABASE_URL']!).username,
      ]);
      expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 503]);
      expect((await inWorkspace('GET', '/themes')).status).toBeGreaterThanOrEqual(500);
    } finally {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      await admin.end();
    }
    expect([await status('/health/ready'), (await inWorkspace('GET', '/themes')).status]).toEqual([200, 200]);
  });

  it('goes on while each backend is ended under it', async () => {
    const answers: number[] = [];
    const ask = (at: number, round: number): Promise<Response> =>
      at % 3 === 0
        ? inWorkspace('POST', '/themes', { code: `cut-${String(round)}-${String(at)}`, label: 'A theme' })
        : inWorkspace('GET', '/themes');
    for (let round = 0; round < 40; round += 1) {
      const asked = Promise.all(Array.from({ length: 12 }, (_, at) => ask(at, round)));
      // In some rounds while connections are handed over, in others while statements run.
      await sleep(round % 8);
      await owner.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      answers.push(...(await asked).map((answer) => answer.status));
    }
    expect(answers.filter((each) => each !== 200 && each !== 201 && each !== 503)).toEqual([]);
    while ((await inWorkspace('GET', '/themes')).status !== 200) await sleep(20);
    expect(server.process.exitCode).toBeNull();
  });
});

describe('a server that is asked to stop', () => {
  it('takes nobody new, finishes what it is in the middle of, and ends with 0, however often it is asked', async () => {
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n';
    const upload = request(`${origin}/api/v1/workspaces/${CANARY}/evidence/files`, {
      method: 'POST',
      headers: { ...own(), 'content-type': 'multipart/form-data; boundary=b', expect: '100-continue' },
    });
    upload.flushHeaders();
    await once(upload, 'continue');
    upload.write(head + 'the first half');

    server.process.kill('SIGTERM');
    while (
      await fetch(`${origin}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      await sleep(20);
    server.process.kill('SIGTERM');
    upload.end(', and the second\r\n--b--\r\n');

    const [answer] = (await once(upload, 'response')) as [import('node:http').IncomingMessage];
    expect([answer.statusCode, await text(answer)]).toEqual([201, expect.stringContaining('"sha256"')]);
    expect(await server.ended).toMatchObject({ code: 0, err: '' });
    const { rows } = await owner.query("SELECT size::int FROM evidence WHERE title = 'a.pdf' OR size = $1", [
      9 + 14 + 16,
    ]);
    expect(rows).toEqual([{ size: 9 + 14 + 16 }]);
    const files = await readdir(join(settings['HEED_DATA']!, 'blobs'), { recursive: true });
    expect(files.filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
