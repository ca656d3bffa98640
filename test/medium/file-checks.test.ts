// Files are read once a day and held against their hashes: what was changed, lost or can't be opened any more is found, and said
// to those whom it concerns and nobody else.

import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { FileChecks } from '../../src/fixity/file-checks.js';
import { ensureMasterKey } from '../../src/master-key.js';
import { checkStored } from '../../src/schedule.js';
import { Factories, type Member } from '../factories/factories.js';
import { formWith, pdf } from '../support/files.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';
import { fileSettings } from '../support/settings.js';
import { ORIGIN } from '../support/world.js';

const files = fileSettings();
const keyFile = join(files.dataFolder, 'master-key');
let serving: ServingApp;
let owner: DataSource;
let a: Factories;
let holder: Member;
let colleague: Member;
let theirs: Member;
beforeAll(async () => {
  ensureMasterKey(keyFile);
  serving = await openServingApp(ORIGIN, 10, { ...files, keyFile } as typeof files);
  owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
});
beforeEach(async () => {
  await owner.query('DELETE FROM file_check');
  a = await Factories.inNewWorkspace(owner.manager);
  holder = await a.member();
  colleague = await a.member();
  theirs = await a.member({ organizationId: await a.organization('Europe for Korea') });
});
afterAll(async () => {
  await serving.close();
  await owner.destroy();
});

const NEVER = new AbortController().signal;
const check = (stop = NEVER) => checkStored([serving.app.get(FileChecks)], serving.url, stop);
/** As if a day had gone by. */
const aDayLater = () => owner.query("UPDATE file_check SET checked_at = checked_at - interval '1 day'");
const pathOf = (blob: string): string => join(files.dataFolder, 'blobs', a.workspaceId, blob);

interface Brought {
  id: string;
  blob: string;
}
async function bring(level = 'coalition', path = 'evidence/files'): Promise<Brought> {
  const { headers, payload } = formWith(pdf(100_000), path === 'inbox/files' ? {} : { confidentiality: level });
  const answer = await serving.app.inject({
    ...{ method: 'POST', url: `/api/v1/workspaces/${a.slug}/${path}`, payload },
    headers: { ...headers, authorization: `Bearer ${holder.token}` },
  });
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  const { id } = answer.json<{ id: string }>();
  const [row] = await owner.query<{ blob_key: string }[]>(
    'SELECT blob_key FROM evidence WHERE id = $1 UNION ALL SELECT blob_key FROM inbox_item WHERE id = $1',
    [id],
  );
  return { id, blob: row!.blob_key };
}
const flip = ({ blob }: Brought, at = 5_000): void => {
  const bytes = readFileSync(pathOf(blob));
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(pathOf(blob), bytes);
};
const found = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await owner.query<{ blob_key: string; outcome: string }[]>(
        'SELECT blob_key, outcome FROM file_check WHERE workspace_id = $1',
        [a.workspaceId],
      )
    ).map(({ blob_key, outcome }) => [blob_key, outcome]),
  );
const told = async (): Promise<string[]> =>
  (
    await owner.query<{ action: string; object_id: string; confidentiality: string }[]>(
      "SELECT action, object_id, confidentiality FROM audit_event WHERE workspace_id = $1 AND (action LIKE '%.mismatched' OR action LIKE '%.found-whole') ORDER BY at",
      [a.workspaceId],
    )
  ).map(({ action, object_id, confidentiality }) => [action, object_id, confidentiality].join(' '));
const get = async (path: string, by: Member) => {
  const answer = await serving.app.inject({
    url: `/api/v1/workspaces/${a.slug}${path}`,
    headers: { authorization: `Bearer ${by.token}` },
  });
  return { status: answer.statusCode, body: answer.body };
};
const onDesk = async (by: Member): Promise<string[]> =>
  (
    JSON.parse((await get('/data-quality/damaged-file', by)).body) as { items: { subject: { id: string } }[] }
  ).items.map(({ subject }) => subject.id);

it('finds nothing wrong with what is whole, sealed or not, and leaves nothing clear', async () => {
  const brought = [await bring(), await bring('restricted'), await bring('coalition', 'inbox/files')];
  const before = readdirSync(files.dataFolder, { recursive: true }).sort();
  await check();
  expect(await found()).toEqual(Object.fromEntries(brought.map(({ blob }) => [blob, 'whole'])));
  expect(await told()).toEqual([]);
  expect(await onDesk(holder)).toEqual([]);
  expect(readdirSync(files.dataFolder, { recursive: true }).sort()).toEqual(before);
});

it('finds one flipped bit and one lost file, and says so once', async () => {
  const [flipped, lost, whole] = [await bring(), await bring(), await bring()];
  flip(flipped);
  rmSync(pathOf(lost.blob));
  await check();
  expect(await found()).toEqual({ [flipped.blob]: 'changed', [lost.blob]: 'missing', [whole.blob]: 'whole' });
  const events = [flipped, lost].map(({ id }) => `evidence.mismatched ${id} coalition`).sort();
  expect((await told()).sort()).toEqual(events);
  expect((await onDesk(theirs)).sort()).toEqual([flipped.id, lost.id].sort());
  expect(await serving.app.get(FileChecks).states()).toEqual(
    expect.arrayContaining([
      { outcome: 'changed', files: 1, age: expect.any(Number) },
      { outcome: 'missing', files: 1, age: expect.any(Number) },
    ]),
  );
  const metrics = await serving.app.inject({ url: '/metrics' });
  expect(metrics.body).toContain('heed_files{outcome="missing"} 1');
  expect(metrics.body).not.toContain(lost.blob);
  for (const { id } of [flipped, lost]) {
    const answer = await get(`/evidence/${id}/content`, colleague);
    expect([answer.status, answer.body.includes('"damaged"')]).toEqual([500, true]);
  }
  const afterReading = (await told()).length;
  await aDayLater();
  await check();
  expect((await told()).length).toBe(afterReading);
});

it('says it of a file of one organization to that one alone, and of a restricted or kept one to whom it belongs', async () => {
  const [own, sealed] = [await bring('organization'), await bring('restricted')];
  const kept = await bring('coalition', 'inbox/files');
  for (const one of [own, sealed, kept]) flip(one);
  await check();
  expect(await found()).toEqual({ [own.blob]: 'changed', [sealed.blob]: 'changed', [kept.blob]: 'changed' });
  expect((await onDesk(holder)).sort()).toEqual([own.id, sealed.id, kept.id].sort());
  expect(await onDesk(colleague)).toEqual([own.id]);
  expect(await onDesk(theirs)).toEqual([]);
  expect((await told()).sort()).toEqual(
    [
      `evidence.mismatched ${own.id} organization`,
      `evidence.mismatched ${sealed.id} restricted`,
      `inbox-item.mismatched ${kept.id} organization`,
    ].sort(),
  );
  const counts = (
    JSON.parse((await get('/data-quality', theirs)).body) as { faults: { fault: string; count: number }[] }
  ).faults;
  expect(counts.find(({ fault }) => fault === 'damaged-file')).toMatchObject({ count: 0 });
  const administrator = await a.member({ roles: ['administrator'] });
  expect((await get('/audit-events?limit=200', administrator)).body).not.toContain(sealed.id);
});

it('tells a key that is missing from a file that is damaged', async () => {
  const sealed = await bring('restricted');
  const whole = readFileSync(keyFile, 'utf8');
  writeFileSync(keyFile, `${randomBytes(32).toString('base64')}\n`);
  await check();
  expect((await found())[sealed.blob]).toBe('locked');
  writeFileSync(keyFile, whole);
  await aDayLater();
  await check();
  expect((await found())[sealed.blob]).toBe('whole');
});

it('says that a file is whole again', async () => {
  const file = await bring();
  renameSync(pathOf(file.blob), `${pathOf(file.blob)}.away`);
  await check();
  expect(await onDesk(holder)).toEqual([file.id]);
  renameSync(`${pathOf(file.blob)}.away`, pathOf(file.blob));
  await aDayLater();
  await check();
  expect(await onDesk(holder)).toEqual([]);
  expect(await told()).toEqual([
    `evidence.mismatched ${file.id} coalition`,
    `evidence.found-whole ${file.id} coalition`,
  ]);
});

it('goes on where it was stopped, reads a file once a day, and passes over what was erased', async () => {
  const brought: Brought[] = [];
  for (let n = 0; n < 6; n += 1) brought.push(await bring());
  const stop = new AbortController();
  const checks = serving.app.get(FileChecks);
  const { outcomeOf } = checks as unknown as {
    outcomeOf: (file: { blobKey: string }, signal: AbortSignal) => Promise<string>;
  };
  const read: string[] = [];
  const ours = (): string[] => read.filter((blob) => brought.some((one) => one.blob === blob));
  const counting = (file: { blobKey: string }): Promise<string> => {
    read.push(file.blobKey);
    if (ours().length === 3) stop.abort();
    return outcomeOf.call(checks, file, NEVER);
  };
  Object.assign(checks, { outcomeOf: counting });
  await check(stop.signal);
  // The one that was being read when it was stopped counts too.
  expect(Object.keys(await found())).toHaveLength(3);
  await check();
  expect(ours().sort()).toEqual(brought.map(({ blob }) => blob).sort());
  await check();
  expect(ours()).toHaveLength(6);

  // Deleted while it is read: the record doesn't name it any more, so nothing is said.
  const [gone] = brought;
  await aDayLater();
  Object.assign(checks, {
    outcomeOf: async (file: { blobKey: string }, signal: AbortSignal) => {
      if (file.blobKey !== gone!.blob) return outcomeOf.call(checks, file, signal);
      await owner.query('SET session_replication_role = replica');
      await owner.query("UPDATE evidence SET blob_key = NULL, withdrawal = 'erased' WHERE id = $1", [gone!.id]);
      await owner.query('SET session_replication_role = DEFAULT');
      rmSync(pathOf(gone!.blob));
      return outcomeOf.call(checks, file, signal);
    },
  });
  await check();
  Object.assign(checks, { outcomeOf });
  expect(existsSync(pathOf(gone!.blob))).toBe(false);
  expect(await told()).toEqual([]);
});

it('is done by one process at a time', async () => {
  await bring();
  const other = await new DataSource(dataSourceOptions(serving.url)).initialize();
  const runner = other.createQueryRunner();
  await runner.query("SELECT pg_advisory_lock(hashtext('heed file checks'))");
  await check();
  expect(await found()).toEqual({});
  await runner.release();
  await other.destroy();
  await check();
  expect(Object.values(await found())).toEqual(['whole']);
});
