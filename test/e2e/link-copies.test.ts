import type { RequestListener } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WARCParser } from 'warcio';
import { systemActor } from '../../src/access/system-actor.js';
import { BlobStore } from '../../src/blobs/blob-store.js';
import { Custody } from '../../src/evidence/custody.js';
import { LinkCopiesService } from '../../src/link-copies/link-copies.service.js';
import { LinkFetching } from '../../src/link-copies/link-fetching.js';
import type { Member } from '../factories/factories.js';
import { type OpenInternet, openInternet } from '../support/open-internet.js';
import { browserOf } from '../support/people.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let answer: RequestListener;
let internet: OpenInternet;
beforeAll(async () => void (internet = await openInternet((request, response) => answer(request, response))));
afterAll(() => internet.close());

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  answer = ({ url }, response) => {
    if (url === '/report') response.setHeader('content-type', 'text/html').end('<img src=/chart.png><p>The report');
    else response.setHeader('content-type', 'image/png').end('PNG of a chart');
  };
});
afterEach(() => world.close());

const switchOn = async (): Promise<void> => {
  const administrator = await world.a.member({ roles: ['administrator'] });
  expect((await (await browserOf(world, administrator)).patch('', { keepsCopies: true }, 1)).status).toBe(200);
};

const addLink = async (more: Record<string, unknown> = {}): Promise<string> => {
  const link = { kind: 'link', title: 'The report', url: 'http://news.example/report', ...more };
  const { status, body } = await world.as(editor).post('/evidence', link);
  expect(status).toBe(201);
  return body['id'] as string;
};

const ask = (id: string, by = editor) => world.as(by).post(`/evidence/${id}/copies`);
const copiesOf = async (id: string, by = editor) => (await world.as(by).get(`/evidence/${id}/copies`)).body['items'];
const jobs = (task: string): Promise<{ key: string }[]> =>
  world.a.rows('SELECT key FROM graphile_worker.jobs WHERE task_identifier = $1 ORDER BY id', [task]);

/** Does what the queue would: this test is in one transaction, which no worker sees. */
const work = async (): Promise<void> => {
  const system = systemActor({ workspaceId: world.a.workspaceId, timeZone: 'UTC' }, 'job');
  const { app, tx } = world;
  const fetching = new LinkFetching(tx, internet.fetcher, app.get(BlobStore), app.get(Custody, { strict: false }));
  for (const { key } of await jobs('fetch-link')) await fetching.fetch(system, key.split(':')[1] ?? '');
};

describe('without being switched on', () => {
  it('fetches nothing, by itself or when asked', async () => {
    const id = await addLink();
    expect(await ask(id)).toMatchObject({ status: 409, body: { code: 'copies-off' } });
    expect([await copiesOf(id), await jobs('fetch-link')]).toEqual([[], []]);
  });

  it('fetches no more what waits when it is switched off', async () => {
    await switchOn();
    const id = await addLink();
    await world.a.rows('UPDATE workspace SET keeps_copies = false WHERE id = $1', [world.a.workspaceId]);
    answer = () => expect('asked').toBe('not asked');
    await work();
    expect(await copiesOf(id)).toMatchObject([{ outcome: 'not-fetched', reason: 'switched-off', status: null }]);
  });
});

describe('switched on', () => {
  beforeEach(switchOn);

  it('keeps a copy of a new link, with what it needs, as a web archive', async () => {
    const id = await addLink();
    expect(await copiesOf(id)).toMatchObject([{ outcome: 'waiting', askedBy: { name: editor.name }, fetchedAt: null }]);
    await work();
    const [copy] = await copiesOf(id);
    expect(copy).toMatchObject({ outcome: 'kept', reason: null, status: 200, finalUrl: 'http://news.example/report' });

    const { id: copyId, size } = copy as { id: string; size: number };
    const stored = await world.a.rows<{ key: string }>('SELECT blob_key AS key FROM link_copy WHERE id = $1', [copyId]);
    const key = { workspaceId: world.a.workspaceId, blobId: stored[0]?.key ?? '' };
    const bytes = Buffer.concat((await (await world.app.get(BlobStore).get(key)).toArray()) as Buffer[]);
    expect(bytes.length).toBe(size);
    expect(await recordsOf(bytes)).toEqual([
      ['warcinfo', null, expect.stringContaining('Heed')],
      ['response', 'http://news.example/report', '<img src=/chart.png><p>The report'],
      ['response', 'http://news.example/chart.png', 'PNG of a chart'],
    ]);
    expect(gunzipSync(bytes).toString()).toContain('content-type: text/html');
    const content = await world.as(editor).get(`/evidence/${id}/copies/${copyId}/content`);
    expect([content.status, content.headers['content-disposition']]).toEqual([200, expect.stringContaining('.warc')]);
  });

  it.each([404, 410])('says that a page is gone by %i', async (status) => {
    answer = (_request, response) => response.writeHead(status, { 'content-type': 'text/html' }).end('Gone');
    const id = await addLink();
    await work();
    expect(await copiesOf(id)).toMatchObject([{ outcome: 'dead', reason: 'status', status, sha256: null, size: null }]);
  });

  it('says that a host is gone, and takes no failure of the server for it', async () => {
    const gone = await addLink({ url: 'http://nowhere.invalid/' });
    answer = (_request, response) => response.writeHead(503).end();
    const failing = await addLink();
    await work();
    expect(await copiesOf(gone)).toMatchObject([{ outcome: 'dead', reason: 'unknown-host', status: null }]);
    expect(await copiesOf(failing)).toMatchObject([{ outcome: 'not-fetched', reason: 'status', status: 503 }]);
  });

  it('tells of the last look and the last copy with the piece, and what is wrong with it', async () => {
    const id = await addLink();
    await work();
    const faults = async (fault: string) =>
      ((await world.as(editor).get(`/data-quality/${fault}`)).body['items'] as { subject: { id: string } }[]).length;
    expect([await faults('dead'), await faults('unarchived')]).toEqual([0, 0]);
    answer = (_request, response) => response.writeHead(404).end();
    expect((await ask(id)).status).toBe(201);
    expect([await faults('dead'), await faults('unarchived')]).toEqual([0, 0]);
    await work();
    expect((await world.as(editor).get(`/evidence/${id}`)).body).toMatchObject({
      lastLook: { outcome: 'dead', reason: 'status', status: 404 },
      lastCopy: { outcome: 'kept', status: 200 },
    });
    expect([await faults('dead'), await faults('unarchived')]).toEqual([1, 0]);
    await addLink({ url: 'http://nowhere.example/', title: 'Gone' });
    await work();
    expect([await faults('dead'), await faults('unarchived')]).toEqual([2, 1]);
  });

  it('never fetches what the whole coalition may not know', async () => {
    const own = await addLink({ confidentiality: 'organization' });
    const account = await world
      .as(editor)
      .post('/evidence', { kind: 'account', title: 'Told', statement: 'So it was.', terms: 'quotable' });
    expect(await jobs('fetch-link')).toEqual([]);
    for (const id of [own, account.body['id'] as string])
      expect(await ask(id)).toMatchObject({ status: 409, body: { code: 'not-fetched' } });
  });

  it('does not look any more at what is withdrawn meanwhile, and shows nothing of it', async () => {
    const id = await addLink();
    await world.as(editor).post(`/evidence/${id}/withdrawal`, { reason: 'It names somebody.' });
    answer = () => expect('asked').toBe('not asked');
    await work();
    expect(await copiesOf(id)).toMatchObject([{ outcome: 'not-fetched', reason: 'closed', finalUrl: null }]);
    expect((await ask(id)).status).toBe(410);
  });

  it('asks once where it waits already, and again later', async () => {
    const id = await addLink();
    expect(await ask(id)).toMatchObject({ status: 409, body: { code: 'under-way' } });
    expect(await jobs('fetch-link')).toHaveLength(1);
    await work();
    expect((await ask(id)).status).toBe(201);
    expect(await copiesOf(id)).toMatchObject([{ outcome: 'waiting' }, { outcome: 'kept' }]);
  });

  it('erases a copy with its piece, and where it led', async () => {
    const id = await addLink();
    await work();
    const [copy] = (await copiesOf(id)) as { id: string; sha256: string }[];
    const [{ key } = { key: '' }] = await world.a.rows<{ key: string }>('SELECT blob_key AS key FROM link_copy');
    const second = await world.a.member({ roles: ['verifier'] });
    expect((await world.as(editor).post(`/evidence/${id}/withdrawal`, { reason: 'It names somebody.' })).status).toBe(
      201,
    );
    expect((await world.as(editor).get(`/evidence/${id}/copies/${copy?.id ?? ''}/content`)).status).toBe(410);
    for (const by of [editor, second])
      await (await browserOf(world, by)).post(`/evidence/${id}/withdrawal/decision`, { decision: 'erase' });
    expect(await copiesOf(id)).toMatchObject([{ outcome: 'erased', finalUrl: null, sha256: copy?.sha256 }]);
    expect(await world.a.rows('SELECT blob_key FROM link_copy')).toEqual([{ blob_key: null }]);
    expect(await jobs('delete-blob')).toEqual([{ key: `delete-blob:${key}` }]);
  });

  it('looks again at what nobody looked at for 30 days', async () => {
    const id = await addLink();
    await work();
    const system = systemActor({ workspaceId: world.a.workspaceId, timeZone: 'UTC' }, 'job');
    const copies = world.app.get(LinkCopiesService, { strict: false });
    await copies.lookAgain(system, 10);
    expect(await copiesOf(id)).toHaveLength(1);
    await world.a.rows('ALTER TABLE link_copy DISABLE TRIGGER step');
    await world.a.rows(`UPDATE link_copy SET recorded_at = recorded_at - interval '31 days' WHERE evidence_id = $1`, [
      id,
    ]);
    await world.a.rows('ALTER TABLE link_copy ENABLE TRIGGER step');
    await copies.lookAgain(system, 10);
    expect(await copiesOf(id)).toMatchObject([{ outcome: 'waiting', askedBy: null }, { outcome: 'kept' }]);
  });
});

async function recordsOf(bytes: Buffer): Promise<unknown[]> {
  const records: unknown[] = [];
  for await (const record of new WARCParser([new Uint8Array(bytes)]))
    records.push([record.warcType, record.warcTargetURI ?? null, await record.contentText()]);
  return records;
}
