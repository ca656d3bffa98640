// The first start after the update: what an earlier release sealed without its field reads as it did, is sealed anew once, and no
// text of that kind opens from then on, wherever somebody puts it.

import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { bindWords } from '../../src/bind-words.js';
import { KeyRing } from '../../src/blobs/key-ring.js';
import { servingDataSource } from '../../src/data-source.js';
import { lookAtKeys } from '../../src/evidence/key-rotation.js';
import { createHttpApp } from '../../src/http.js';
import { ensureMasterKey, readKeys } from '../../src/master-key.js';
import { runMigrations } from '../../src/run-migrations.js';
import type { Factories, Member } from '../factories/factories.js';
import { type ReleaseBefore, releaseBefore } from '../support/release-before.js';
import { fileSettings } from '../support/settings.js';
import { ORIGIN } from '../support/world.js';

const ALTERED = '(Sealed, and altered since: it can not be opened. Tell the operator.)';
const files = fileSettings();
const keyFile = join(files.dataFolder, 'master-key');
const ring = new KeyRing(() => readKeys(keyFile));
const key = randomBytes(32);

let url: string;
let before: ReleaseBefore;
let superuser: DataSource;
let a: Factories;
let holder: Member;
let id: string;
let request: string;

/** As the release before sealed: bound to whose words they are, not to their field. */
function sealed(text: string | Buffer, subject: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`heed words 1|${subject}`));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}
const sealedText = (text: string, subject = id): string =>
  `heed:sealed:1:${subject}:${sealed(text, subject).toString('base64url')}`;

async function keyFor(seals: string): Promise<void> {
  const bound = ['heed key 1', a.workspaceId, id, seals, 'restricted', 1].join('|');
  const { keyId: key_id, wrapped } = ring.wrap(key, bound);
  await a.insert('evidence_key', { workspace_id: a.workspaceId, evidence_id: id, seals, key_id, wrapped });
}

async function said(text: string): Promise<Buffer> {
  const hash = await a.words(text, 'coalition');
  await a.rows('ALTER TABLE words DISABLE TRIGGER append_only');
  const [{ salt } = { salt: Buffer.alloc(0) }] = await a.rows<{ salt: Buffer }>(
    'SELECT salt FROM words WHERE hash = $1',
    [hash],
  );
  await a.rows(
    `UPDATE words SET text = $1, salt = $2, confidentiality = 'restricted', evidence_id = $3 WHERE hash = $4`,
    [sealedText(text), sealed(salt, id), id, hash],
  );
  await a.rows('ALTER TABLE words ENABLE TRIGGER append_only');
  return hash;
}

beforeAll(async () => {
  ensureMasterKey(keyFile);
  before = await releaseBefore('BindFields');
  ({ url, superuser, a } = before);
  holder = await a.member();
  await enterBefore();
  await runMigrations(url);
}, 120_000);
afterAll(() => before.close());

/** A piece with words of each kind, an earlier title, a comment, and a reader who was asked for. */
async function enterBefore(): Promise<void> {
  [id, request] = [randomUUID(), randomUUID()];
  const mine = {
    workspace_id: a.workspaceId,
    organization_id: a.organizationId,
    entered_by: holder.actor.personId,
    acceptance: 'accepted',
  };
  const piece = {
    ...{ id, ...mine, kind: 'link', origin_id: await a.origin(), confidentiality: 'restricted' },
    ...{ title: sealedText('First'), url: sealedText('https://example.org/1'), locator: sealedText('Page 3') },
  };
  await a.insert('evidence', piece);
  const [finding, text] = [await said('They went.'), await said('Is she safe?')];
  await a.rows('UPDATE evidence SET title = $1, finding_hash = $2 WHERE id = $3', [sealedText('Title'), finding, id]);
  const about = { workspace_id: a.workspaceId, evidence_id: id };
  const by = { person_id: holder.actor.personId, organization_id: a.organizationId };
  await a.insert('comment', { id: randomUUID(), ...about, ...by, text_hash: text });
  await a.insert('evidence_grant', {
    ...about,
    ...{ person_id: by.person_id, granted_by: by.person_id, reason: 'Entered it.' },
  });
  const [reader, asked] = [await a.member(), await a.member({ roles: ['administrator'] })];
  const reason = sealedText('She knows it.', request);
  await a.insert('reader_request', {
    ...{ id: request, ...about, ...by, person_id: reader.actor.personId, requested_by: by.person_id },
    ...{ asked_of: asked.actor.personId, reason, ends_on: '2099-12-31' },
  });
  const named = { person_id: reader.actor.personId, granted_by: by.person_id, request_id: request };
  await a.insert('evidence_grant', { ...about, ...named, reason });
  for (const seals of [id, request]) await keyFor(seals);
}

const NAMES_NO_FIELD = 'heed:sealed:1:[0-9a-f-]{36}:[A-Za-z0-9_-]{30,}';
async function withoutField(): Promise<string[]> {
  const tables = await superuser.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows: unknown[] = await superuser.query(`SELECT FROM ${name} t WHERE row_to_json(t)::text ~ $1 LIMIT 1`, [
      NAMES_NO_FIELD,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const CLOSED = `SELECT (SELECT count(*)::int FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D') AS "off",
  (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT relforcerowsecurity) AS "notForced"`;

it('reads as it did, is sealed anew once, and opens nowhere else afterwards', async () => {
  const dataSource = await servingDataSource(url).initialize();
  const configuration = { masterKey: readKeys(keyFile)[0]!, keyFile, origin: ORIGIN, logLevel: 'silent' as const };
  const app: NestFastifyApplication = await createHttpApp(
    AppModule.register({ dataSource, configuration: { ...configuration, isDemonstration: false, ...files } }),
  );
  const get = async (path = ''): Promise<any> => {
    const headers = { authorization: `Bearer ${holder.token}` };
    return (await app.inject({ url: `/api/v1/workspaces/${a.slug}/evidence/${id}${path}`, headers })).json();
  };
  const holds = async (): Promise<void> => {
    expect(await get()).toMatchObject({ title: 'Title', locator: 'Page 3', finding: 'They went.' });
    expect((await get('/versions')).items[0].changes).toContainEqual({ field: 'title', from: 'First', to: 'Title' });
    expect((await get('/comments')).items).toMatchObject([{ text: 'Is she safe?' }]);
    expect((await get('/readers')).items[1].reason).toBe('She knows it.');
  };
  await holds();
  const kept = await superuser.query<Record<string, unknown>[]>('SELECT * FROM evidence_key');
  const telling = ['evidence', 'evidence_grant', 'reader_request', 'version_change', 'words'];
  expect(await withoutField()).toEqual(telling);
  const both = await Promise.all([bindWords(url, keyFile), bindWords(url, keyFile)]);
  expect(both.sort()).toEqual([0, 2]);
  expect([await withoutField(), await superuser.query(CLOSED)]).toEqual([[], [{ off: 0, notForced: 0 }]]);
  expect(await lookAtKeys(superuser.manager, ring)).toEqual({ older: 0, missing: new Map() });
  await holds();

  const old = sealedText('Title');
  await a.rows('UPDATE evidence SET title = $1, locator = $1 WHERE id = $2', [old, id]);
  expect(await get()).toMatchObject({ title: ALTERED, locator: ALTERED, finding: 'They went.' });
  await a.rows('UPDATE evidence_key SET binds_fields = false');
  expect(await get()).toMatchObject({ title: ALTERED, locator: ALTERED, finding: ALTERED });

  // What remains: the rows of before, with the keys of before, open until the master key of before is gone.
  for (const { seals, wrapped } of kept)
    await a.rows('UPDATE evidence_key SET wrapped = $1, generation = 1 WHERE seals = $2', [wrapped, seals]);
  expect(await get()).toMatchObject({ title: 'Title', locator: 'Title' });
  await app.close();
  await dataSource.destroy();
}, 60_000);
