// A restricted file lies sealed, opens bit by bit as it came for whoever is named, and says so where it can't be opened.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { BlobStore } from '../../src/blobs/blob-store.js';
import { KeyRing } from '../../src/blobs/key-ring.js';
import { lookAtKeys, rotate } from '../../src/evidence/key-rotation.js';
import type { Member } from '../factories/factories.js';
import { download, formWith, png } from '../support/files.js';
import { browserOf } from '../support/people.js';
import { bytesOf, refused } from '../support/record.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let holder: Member;
let other: Member;

beforeEach(async () => {
  world = await openWorld();
  holder = await world.a.member({ roles: ['partner'] });
  other = await world.a.member({ roles: ['administrator'] });
});
afterEach(() => world.close());

const CANARY = 'kanarienvogel';
const folder = (): string => join(world.app.get<{ folder: string }>(BlobStore).folder, world.a.workspaceId);
/** What a picture could give away behind its picture. */
const picture = (): Buffer => Buffer.concat([png(), Buffer.from(CANARY.repeat(20_000))]);

async function bring(file = picture()): Promise<string> {
  const { headers, payload } = formWith(file, { title: 'A list', confidentiality: 'restricted' }, 'list.png');
  const { status, body } = await world.as(holder).post('/evidence/files', payload, headers);
  expect([status, body['sha256'], body['size']]).toEqual([
    201,
    createHash('sha256').update(file).digest('hex'),
    file.length,
  ]);
  return body['id'];
}
const storedOf = async (id: string): Promise<string> => {
  const [row] = await world.a.rows<{ blob_key: string }>('SELECT blob_key FROM evidence WHERE id = $1', [id]);
  return join(folder(), row!.blob_key);
};
const keyOf = async (id: string) =>
  (
    await world.a.rows<{ key_id: string; generation: number; wrapped: Buffer }>(
      'SELECT key_id, generation, wrapped FROM evidence_key WHERE seals = (SELECT blob_key FROM evidence WHERE id = $1)',
      [id],
    )
  )[0];

it('lies sealed, opens to the same bytes for its reader, and to nobody else', async () => {
  const file = picture();
  const id = await bring(file);
  const sealed = readFileSync(await storedOf(id));
  expect([sealed.includes(CANARY), sealed.includes(png().subarray(0, 8)), sealed.length > file.length]).toEqual([
    false,
    false,
    true,
  ]);
  expect((await download(world, holder, id)).bytes.equals(file)).toBe(true);
  const custody = await world.as(holder).get(`/evidence/${id}/custody`);
  expect(custody.body['items'].map(({ act }: { act: string }) => act)).toEqual(['uploaded', 'opened']);
  expect((await world.as(other).get(`/evidence/${id}/content`)).status).toBe(404);
});

it('is refused, and noted, where its bytes were altered, cut off, or those of another sealed file', async () => {
  const [id, another] = [await bring(), await bring()];
  const place = await storedOf(id);
  const sealed = readFileSync(place);
  const forged = [
    Buffer.from(sealed),
    sealed.subarray(0, sealed.length - 40),
    readFileSync(await storedOf(another)),
    picture(),
  ];
  forged[0]![1000]! ^= 1;
  for (const bytes of forged) {
    writeFileSync(place, bytes);
    const answer = await world.as(holder).get(`/evidence/${id}/content`);
    expect([answer.status, answer.body['code'], bytesOf(answer).includes(CANARY)]).toEqual([500, 'damaged', false]);
  }
  const [{ n } = { n: 0 }] = await world.a.rows<{ n: number }>(
    `SELECT count(*)::integer AS n FROM custody_record WHERE evidence_id = $1 AND act = 'mismatched'`,
    [id],
  );
  expect(n).toBe(forged.length);
});

it('has a key that opens no other piece, and no older wrapping of it', async () => {
  const [id, another] = [await bring(), await bring()];
  const [own, foreign] = [await keyOf(id), await keyOf(another)];
  await world.a.rows(
    'UPDATE evidence_key SET wrapped = $1 WHERE seals = (SELECT blob_key FROM evidence WHERE id = $2)',
    [foreign!.wrapped, id],
  );
  expect((await world.as(holder).get(`/evidence/${id}/content`)).body['code']).toBe('damaged');
  await world.a.rows(
    'UPDATE evidence_key SET wrapped = $1, generation = 2 WHERE seals = (SELECT blob_key FROM evidence WHERE id = $2)',
    [own!.wrapped, id],
  );
  expect((await world.as(holder).get(`/evidence/${id}/content`)).body['code']).toBe('damaged');
  await world.a.rows(
    'UPDATE evidence_key SET generation = 1 WHERE seals = (SELECT blob_key FROM evidence WHERE id = $1)',
    [id],
  );
  expect((await world.as(holder).get(`/evidence/${id}/content`)).status).toBe(200);
});

it('says that its key is missing where the installation lost it', async () => {
  const id = await bring();
  await world.a.rows(
    `UPDATE evidence_key SET key_id = $1 WHERE seals = (SELECT blob_key FROM evidence WHERE id = $2)`,
    ['0'.repeat(16), id],
  );
  await refused(world, () => world.as(holder).get(`/evidence/${id}/content`), 500, 'key-missing');
});

it('is sealed with its key wrapped anew, goes on being read, and no longer needs the old key', async () => {
  const ids = [await bring(), await bring(), await bring()];
  const ring = world.app.get<KeyRing>(KeyRing);
  const [before] = ring.ids();
  const keys = [Buffer.alloc(32), Buffer.alloc(32, 9)];
  const old = (ring as unknown as { read: () => Buffer[] }).read();
  // Each has a key for its file and one for its words.
  const both = new KeyRing(() => [...old, keys[1]!]);
  await world.a.rows('SELECT 1');
  expect(await lookAtKeys(world.tx, both)).toEqual({ older: 6, missing: new Map() });
  expect(await rotate(world.tx, both)).toEqual({ wrapped: 6, unopened: 0 });
  await world.a.rows('SELECT 1');
  expect(await lookAtKeys(world.tx, new KeyRing(() => [keys[1]!]))).toEqual({ older: 0, missing: new Map() });
  await world.a.rows('SELECT 1');
  expect((await lookAtKeys(world.tx, new KeyRing(() => old))).missing).toEqual(new Map([[both.currentId(), 6]]));
  expect(await keyOf(ids[0]!)).toMatchObject({ key_id: both.currentId(), generation: 2 });
  expect(before).not.toBe(both.currentId());
});

it('loses its key and its bytes once two have erased it, and nothing but its history stays', async () => {
  const id = await bring();
  const verifier = await world.a.member({ roles: ['verifier'] });
  await world.a.insert('evidence_grant', {
    ...{ workspace_id: world.a.workspaceId, evidence_id: id, person_id: verifier.actor.personId },
    ...{ granted_by: holder.actor.personId, reason: 'x' },
  });
  await world.a.insert('evidence_grant', {
    ...{ workspace_id: world.a.workspaceId, evidence_id: id, person_id: other.actor.personId },
    ...{ granted_by: holder.actor.personId, reason: 'x' },
  });
  await world.as(holder).post(`/evidence/${id}/withdrawal`, { reason: 'Named.' });
  expect((await keyOf(id))?.generation).toBe(1);
  for (const by of [verifier, other])
    expect(
      (await (await browserOf(world, by)).post(`/evidence/${id}/withdrawal/decision`, { decision: 'erase' })).status,
    ).toBe(200);
  expect([await keyOf(id), readdirSync(folder())]).toEqual([undefined, []]);
  expect(await world.a.rows('SELECT FROM evidence_key WHERE evidence_id = $1', [id])).toEqual([]);
  expect(
    (await world.as(holder).get(`/evidence/${id}/custody`)).body['items'].map(({ act }: { act: string }) => act),
  ).toEqual(['uploaded', 'withdrawn', 'erased']);
});
