// Keys of sealed files are wrapped anew while people bring and open files: nobody notices, and afterwards nothing needs the old key.

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { KeyRing } from '../../src/blobs/key-ring.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { checkFileKeys } from '../../src/check-file-keys.js';
import { lookAtKeys, rotate } from '../../src/evidence/key-rotation.js';
import { addKey, ensureMasterKey, readKeys } from '../../src/master-key.js';
import { Factories, type Member } from '../factories/factories.js';
import { formWith, png } from '../support/files.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';
import { fileSettings } from '../support/settings.js';
import { ORIGIN } from '../support/world.js';

let serving: ServingApp;
let owner: DataSource;
let a: Factories;
let holder: Member;
const files = fileSettings();
const keyFile = join(files.dataFolder, 'master-key');

beforeAll(async () => {
  ensureMasterKey(keyFile);
  const settings = { ...files, keyFile };
  serving = await openServingApp(ORIGIN, 10, settings);
  owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
  a = await Factories.inNewWorkspace(owner.manager);
  holder = await a.member({ roles: ['partner'] });
});
afterAll(async () => {
  await serving.close();
  await owner.destroy();
});

const path = () => `/api/v1/workspaces/${a.slug}/evidence`;
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const authorization = () => ({ authorization: `Bearer ${holder.token}` });

async function bring(): Promise<{ id: string; sha256: string }> {
  const { headers, payload } = formWith(
    Buffer.concat([png(), randomBytes(200_000)]),
    { confidentiality: 'restricted' },
    'a.png',
  );
  const answer = await serving.app.inject({
    ...{ method: 'POST', url: `${path()}/files`, payload },
    headers: { ...headers, ...authorization() },
  });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

/** Opens it and answers whether it is what was brought, under the name that it came with. */
async function isWhole({ id, sha256 }: { id: string; sha256: string }): Promise<boolean> {
  const answer = await serving.app.inject({ url: `${path()}/${id}/content`, headers: authorization() });
  const { title } = (await serving.app.inject({ url: `${path()}/${id}`, headers: authorization() })).json<{
    title: string;
  }>();
  return answer.statusCode === 200 && hashOf(answer.rawPayload) === sha256 && title === 'a.png';
}

it('is not noticed by whoever brings and opens files meanwhile', async () => {
  const brought: { id: string; sha256: string }[] = [];
  for (let n = 0; n < 30; n += 1) brought.push(await bring());
  const first = brought[0] ?? (await bring());
  const ring = new KeyRing(() => readKeys(keyFile));
  const [before] = ring.ids();
  const rotation = new AbortController();
  const isRotating = (): boolean => !rotation.signal.aborted;
  const opened: boolean[] = [];
  const readers = Array.from({ length: 4 }, async (_, n) => {
    for (let at = n; isRotating() || opened.length < 60; at += 1) opened.push(await isWhole(brought[at % 30] ?? first));
  });
  const bringer = (async () => {
    while (isRotating()) brought.push(await bring());
  })();
  addKey(keyFile);
  const rotated = await rotate(owner.manager, ring);
  // What was being brought just then may have been wrapped with the key before: a second run finds it.
  rotation.abort();
  await Promise.all([...readers, bringer]);
  await rotate(owner.manager, ring);
  expect(rotated).toMatchObject({ unopened: 0 });
  expect(rotated.wrapped).toBeGreaterThanOrEqual(30);
  expect(opened.filter((isSame) => !isSame)).toEqual([]);
  const [, added] = readKeys(keyFile);
  expect(await lookAtKeys(owner.manager, new KeyRing(() => [added!]))).toEqual({ older: 0, missing: new Map() });
  for (const piece of brought) expect(await isWhole(piece)).toBe(true);
  expect(before).not.toBe(ring.currentId());
  expect(await checkFileKeys(serving.url, keyFile)).toEqual([]);
}, 60_000);

it('says at the start that a key is lost or wrong, and at opening too', async () => {
  const piece = await bring();
  const whole = readFileSync(keyFile, 'utf8');
  const [first] = whole.split('\n');
  for (const lost of [`${first!}\n`, `${first!}\n${randomBytes(32).toString('base64')}\n`]) {
    writeFileSync(keyFile, lost);
    const said = await checkFileKeys(serving.url, keyFile);
    expect(said).toEqual([expect.stringMatching(/^warning: the key [0-9a-f]{16}, .* is missing or wrong/)]);
    const answer = await serving.app.inject({ url: `${path()}/${piece.id}/content`, headers: authorization() });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([500, 'key-missing']);
  }
  writeFileSync(keyFile, whole);
  expect(await isWhole(piece)).toBe(true);
});
