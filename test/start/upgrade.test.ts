// The database of an earlier release, with its data, brought to today: nothing is lost or changed on the way.
// test/upgrade/dump-release.sh made it, from commit 99d4778 with the demonstration and test/upgrade/acts.mjs.

import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { type AuditHeader, dataHash, hashDetails } from '../../src/audit/audit-header.js';
import { AuditSeal } from '../../src/audit/audit-seal.js';
import { servingDataSource } from '../../src/data-source.js';
import { createHttpApp } from '../../src/http.js';
import { migrations } from '../../src/migrations.js';
import { runMigrations } from '../../src/run-migrations.js';
import { copiesThatDiffer } from '../support/copies.js';
import { createEmptyDatabase } from '../support/postgres.js';
import { fileSettings } from '../support/settings.js';
import type { World } from '../support/world.js';

const ORIGIN = 'http://localhost:3000';
/** The key that dump-release.sh gave the server. */
const KEY = Buffer.alloc(32, 7);
/** How far the release had come. */
const LAST = 'CreateEvidenceFiles1795306080000';

type Row = Record<string, unknown>;

let owner: pg.Client;
let dropRole: () => Promise<void>;
let url: string;
let before: Record<string, Print>;
let ran: string[];

/** How many rows a table has, and a fingerprint of all that stood in them. */
interface Print {
  columns: string[];
  rows: number;
  print: string;
}

beforeAll(async () => {
  const role = `heed_test_upgrade_${process.pid}`;
  const database = await createEmptyDatabase(role);
  ({ dropRole, url } = database);
  owner = new pg.Client(database.superuserUrl);
  await owner.connect();
  await owner.query(await dumped(role));
  // A dump sets where nothing is looked up unless its schema is named, for as long as the connection lasts.
  await owner.query('SET search_path = public');
  before = await prints();
  ran = await runMigrations(url);
}, 120_000);

afterAll(async () => {
  await owner.end();
  await dropRole();
});

/** As it was dumped, but for its owner: here one whom the row policies bind, as operations.md asks for. */
async function dumped(role: string): Promise<string> {
  const file = new URL('../upgrade/99d4778.sql.gz', import.meta.url);
  const sql = gunzipSync(await readFile(file)).toString('utf8');
  return sql.replaceAll(/ OWNER TO postgres;/g, ` OWNER TO ${role};`);
}

const ask = async <Found = Row>(sql: string, values: unknown[] = []): Promise<Found[]> =>
  (await owner.query(sql, values)).rows as Found[];

async function prints(columns?: Record<string, Print>): Promise<Record<string, Print>> {
  const tables = await ask<{ name: string; columns: string[] }>(`
    SELECT table_name AS name, array_agg(column_name::text ORDER BY ordinal_position) AS columns FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE' GROUP BY 1`);
  const found: Record<string, Print> = {};
  for (const { name, columns: own } of tables.filter((table) => !columns || table.name in columns)) {
    const kept = columns?.[name]?.columns ?? own;
    const [row] = await ask<{ rows: number; print: string }>(
      `SELECT count(*)::int AS rows, coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM (SELECT ${kept.join(', ')} FROM ${name}) t`,
    );
    found[name] = { columns: kept, ...row! };
  }
  return found;
}

describe('the database of an earlier release', () => {
  it('holds rows in every table that the release had', () => {
    const empty = Object.keys(before).filter((name) => before[name]!.rows === 0);
    expect(empty).toEqual(['cross_walk', 'evidence_grant']);
    expect(before['transition']!.rows).toBeGreaterThan(50);
  });

  it('is brought to today by what has come since', () => {
    const names = migrations.map(({ name }) => name);
    expect(ran).toEqual(names.slice(names.indexOf(LAST) + 1));
    expect(ran.length).toBeGreaterThan(4);
  });

  it('keeps every row of every table as it was', async () => {
    const after = await prints(before);
    const changed = Object.keys(before).filter(
      (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]) && name !== 'migrations',
    );
    expect(changed).toEqual([]);
  });

  it('has every copy that triggers keep as it should be', async () => {
    const workspaces = await ask<{ id: string }>('SELECT id FROM workspace');
    expect(workspaces).toHaveLength(2);
    for (const { id } of workspaces) {
      const world = { a: { workspaceId: id, rows: ask } } as unknown as World;
      expect(await copiesThatDiffer(world)).toEqual([]);
    }
    const [kept] = await ask(
      `SELECT (SELECT count(*)::int FROM follow_up_theme) > 50 AS themes, (SELECT count(*)::int FROM follow_up_count) > 0 AS counts`,
    );
    expect(kept).toEqual({ themes: true, counts: true });
  });

  it('has each track in the state of its last transition that was not corrected', async () => {
    const differing = await ask(`
      SELECT t.id FROM track t JOIN LATERAL (SELECT x.to_state AS state FROM transition x WHERE x.track_id = t.id
        AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = x.id) ORDER BY x.position DESC LIMIT 1) last ON true
      WHERE t.state <> last.state`);
    expect(differing).toEqual([]);
  });

  it('has a log whose every event is what its leaf says, and whose details open', async () => {
    const seal = new AuditSeal(KEY);
    const events = await ask<
      Row & { at: string; sealed: Buffer; salt: Buffer; leaf: Buffer; header: Omit<AuditHeader, 'details'> }
    >(`
      SELECT to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.details AS sealed, s.salt, l.data_hash AS leaf,
        json_build_object('id', e.id, 'workspace', e.workspace_id, 'organization', e.organization_id, 'person', e.person_id, 'account', e.account_id,
          'session', e.session_id, 'action', e.action, 'objectType', e.object_type, 'objectId', e.object_id, 'objectVersion', e.object_version,
          'outcome', e.outcome, 'requestId', e.request_id, 'level', e.confidentiality) AS header
      FROM audit_event e LEFT JOIN audit_salt s ON s.event_id = e.id LEFT JOIN audit_leaf l ON l.event_id = e.id`);
    expect(events.length).toBeGreaterThan(400);
    const wrong = events.filter(({ at, sealed, salt, leaf, header }) => {
      const details = hashDetails(salt, seal.open(salt, header.id, sealed));
      return !dataHash({ ...header, details }, at).equals(leaf);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the server on it', () => {
  let app: NestFastifyApplication;
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await servingDataSource(url).initialize();
    const configuration = {
      masterKey: KEY,
      origin: ORIGIN,
      logLevel: 'silent' as const,
      isDemonstration: true,
      ...fileSettings(),
    };
    app = await createHttpApp(AppModule.register({ dataSource, configuration }));
  });
  afterAll(async () => {
    await app.close();
    await dataSource.destroy();
  });

  it('lets people in with their old passwords, reads what they had, and takes their next steps', async () => {
    const payload = { email: 'editor@heed.example', password: 'heed-demo-only' };
    const signedIn = await app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload });
    expect(signedIn.statusCode).toBe(200);
    const headers = {
      cookie: String(signedIn.headers['set-cookie']).split(';')[0]!,
      origin: ORIGIN,
      'x-heed-request': '1',
    };
    const base = '/api/v1/workspaces/dprk';
    const get = async (path: string): Promise<any> => (await app.inject({ url: `${base}${path}`, headers })).json();
    const [{ count }] = (await ask<{ count: number }>(
      `SELECT count(*)::int FROM recommendation r JOIN workspace w ON w.id = r.workspace_id WHERE slug = 'dprk'`,
    )) as [{ count: number }];
    expect((await get('/recommendations?count=true')).count).toBe(count);
    expect((await get('/audit/events?limit=200')).items.length).toBeGreaterThan(100);
    expect((await get('/recommendations?q=commission+of+inquiry')).items.length).toBeGreaterThan(0);
    const [open] = (await get('/follow-ups?closed=false&limit=1')).items;
    const closed = await app.inject({
      method: 'POST',
      url: `${base}/follow-ups/${String(open.id)}/closing`,
      headers,
      payload: { kind: 'superseded', occurredOn: '2026-11', reason: 'Another one asks the same.' },
    });
    expect([closed.statusCode, closed.json().followUpIds]).toEqual([201, [open.id]]);
    const [{ id }] = (await ask<{ id: string }>(`SELECT id FROM workspace WHERE slug = 'dprk'`)) as [{ id: string }];
    expect(await copiesThatDiffer({ a: { workspaceId: id, rows: ask } } as unknown as World)).toEqual([]);
  });
});
