// The first start after the update: what restricted pieces said in the clear is sealed, reads as it did, and is sealed once.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { KeyRing } from '../../src/blobs/key-ring.js';
import { servingDataSource } from '../../src/data-source.js';
import { boundTo } from '../../src/evidence/file-keys.js';
import { lookAtKeys } from '../../src/evidence/key-rotation.js';
import { createHttpApp } from '../../src/http.js';
import { ensureMasterKey, readKeys } from '../../src/master-key.js';
import { runMigrations } from '../../src/run-migrations.js';
import { sealWords } from '../../src/seal-words.js';
import type { Factories, Member } from '../factories/factories.js';
import { type ReleaseBefore, releaseBefore } from '../support/release-before.js';
import { fileSettings } from '../support/settings.js';
import { ORIGIN } from '../support/world.js';

const CANARY = 'kanarienvogel';
const files = fileSettings();
const keyFile = join(files.dataFolder, 'master-key');
const ring = new KeyRing(() => readKeys(keyFile));

let url: string;
let before: ReleaseBefore;
let superuser: DataSource;
let a: Factories;
let holder: Member;
let id: string;

beforeAll(async () => {
  ensureMasterKey(keyFile);
  before = await releaseBefore('SealWords');
  ({ url, superuser, a } = before);
  holder = await a.member();
  id = await enterBefore();
}, 120_000);
afterAll(() => before.close());

/** A restricted file with words, an earlier title, a reader who was asked for, and an answer that is kept; beside it one that the coalition knows. */
async function enterBefore(): Promise<string> {
  const [own, blob_key] = [randomUUID(), randomUUID()];
  const of = { workspace_id: a.workspaceId, organization_id: a.organizationId };
  const said = { entered_by: holder.actor.personId, origin_id: await a.origin(), acceptance: 'accepted' };
  const file = { kind: 'file', sha256: randomBytes(32), media_type: 'application/pdf', size: 1, blob_key };
  const told = { locator: `${CANARY} page`, publisher: `${CANARY} group`, confidentiality: 'restricted' };
  const quote_hash = await keepQuote();
  await a.insert('evidence', { id: own, ...of, ...said, ...file, title: `${CANARY} first`, ...told, quote_hash });
  await a.rows('UPDATE words SET confidentiality = $1, evidence_id = $2 WHERE hash = $3', [
    'restricted',
    own,
    quote_hash,
  ]);
  await a.rows('ALTER TABLE words ENABLE TRIGGER append_only');
  await a.rows('UPDATE evidence SET title = $1 WHERE id = $2', [`${CANARY} title`, own]);
  const bound = { workspaceId: a.workspaceId, id: own, blobKey: blob_key, confidentiality: 'restricted' as const };
  const { keyId: key_id, wrapped } = ring.wrap(Buffer.alloc(32, 1), boundTo(bound, 1));
  await a.insert('evidence_key', { workspace_id: a.workspaceId, evidence_id: own, key_id, wrapped });
  await named(own);
  await a.insert('idempotency_key', {
    ...{
      id: randomUUID(),
      ...of,
      person_id: holder.actor.personId,
      path: '/x',
      key: 'k',
      request_hash: randomBytes(32),
    },
    ...{ body: JSON.stringify({ id: own, title: `${CANARY} title` }), expires_at: new Date(Date.now() + 3_600_000) },
  });
  await a.evidence(holder, { title: 'For all' });
  return own;
}

async function keepQuote(): Promise<Buffer> {
  const hash = await a.words(`${CANARY} quote`, 'coalition');
  await a.rows('ALTER TABLE words DISABLE TRIGGER append_only');
  return hash;
}

async function named(evidence_id: string): Promise<void> {
  const [reader, asked] = [await a.member(), await a.member({ roles: ['administrator'] })];
  const about = { workspace_id: a.workspaceId, evidence_id };
  const request_id = randomUUID();
  await a.insert('reader_request', {
    ...{ id: request_id, ...about, organization_id: a.organizationId, person_id: reader.actor.personId },
    ...{
      reason: `${CANARY} reason`,
      ends_on: '2099-12-31',
      requested_by: holder.actor.personId,
      asked_of: asked.actor.personId,
    },
  });
  const own = { person_id: holder.actor.personId, granted_by: holder.actor.personId };
  await a.insert('evidence_grant', { ...about, ...own, reason: 'Entered it.' });
  const theirs = { person_id: reader.actor.personId, granted_by: holder.actor.personId, request_id };
  await a.insert('evidence_grant', { ...about, ...theirs, reason: `${CANARY} reason` });
}

async function tellingTables(): Promise<string[]> {
  const tables = await superuser.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const telling: string[] = [];
  for (const { name } of tables) {
    const rows = await superuser.query(`SELECT FROM ${name} t WHERE row_to_json(t)::text LIKE '%${CANARY}%' LIMIT 1`);
    if ((rows as unknown[]).length > 0) telling.push(name);
  }
  return telling;
}

const CLOSED = `SELECT (SELECT count(*)::int FROM pg_constraint WHERE NOT convalidated) AS "notValid",
  (SELECT count(*)::int FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D') AS "off",
  (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT relforcerowsecurity) AS "notForced"`;

it('is sealed at the start, once, and reads as it did', async () => {
  const [{ salt } = { salt: Buffer.alloc(0) }] = await a.rows<{ salt: Buffer }>(
    'SELECT salt FROM words WHERE evidence_id = $1',
    [id],
  );
  const telling = ['evidence', 'evidence_grant', 'idempotency_key', 'reader_request', 'version_change', 'words'];
  await runMigrations(url);
  expect([await tellingTables(), await superuser.query(CLOSED)]).toEqual([
    telling,
    [{ notValid: 3, off: 0, notForced: 0 }],
  ]);
  expect(await Promise.all([sealWords(url, keyFile), sealWords(url, keyFile)]).then((all) => all.sort())).toEqual([
    0, 1,
  ]);
  expect([await tellingTables(), await superuser.query(CLOSED)]).toEqual([[], [{ notValid: 0, off: 0, notForced: 0 }]]);
  expect(await lookAtKeys(superuser.manager, ring)).toEqual({ older: 0, missing: new Map() });

  const dataSource = await servingDataSource(url).initialize();
  const configuration = { masterKey: readKeys(keyFile)[0]!, keyFile, origin: ORIGIN, logLevel: 'silent' as const };
  const app: NestFastifyApplication = await createHttpApp(
    AppModule.register({ dataSource, configuration: { ...configuration, isDemonstration: false, ...files } }),
  );
  const get = async (path: string): Promise<any> => {
    const headers = { authorization: `Bearer ${holder.token}` };
    return (await app.inject({ url: `/api/v1/workspaces/${a.slug}/evidence${path}`, headers })).json();
  };
  expect(await get(`/${id}`)).toMatchObject({
    ...{ title: `${CANARY} title`, locator: `${CANARY} page`, publisher: `${CANARY} group`, quote: `${CANARY} quote` },
  });
  const [newest] = (await get(`/${id}/versions`)).items;
  expect(newest.changes).toEqual([{ field: 'title', from: `${CANARY} first`, to: `${CANARY} title` }]);
  const reasons = (await get(`/${id}/readers`)).items.map(({ reason }: { reason: string }) => reason);
  expect(reasons).toEqual(['Entered it.', `${CANARY} reason`]);
  expect((await get('')).items.map(({ title }: { title: string }) => title).sort()).toEqual([
    'For all',
    `${CANARY} title`,
  ]);
  await app.close();
  await dataSource.destroy();
  const [{ hash } = { hash: Buffer.alloc(0) }] = await a.rows<{ hash: Buffer }>(
    'SELECT hash FROM words WHERE evidence_id = $1',
    [id],
  );
  expect(createHash('sha256').update(salt).update(`${CANARY} quote`).digest().equals(hash)).toBe(true);
}, 60_000);
