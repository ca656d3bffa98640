// What one puts aside for later: one's own alone, and gone from there once it has a place.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import type { Role } from '../../src/access/actor.js';
import { BlobStore } from '../../src/blobs/blob-store.js';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { download, exe, formWith, pdf } from '../support/files.js';
import { openedEvents, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
});

afterEach(() => world.close());

const LINK = 'A report of one: https://one.example/report';
const SENTENCE = 'Mr Kim said that they will reply in May.';
const kept = async (text: string): Promise<string> => String((await api.post('/inbox', { text })).body['id']);
const textsIn = ({ body }: Answer): string[] => body['items'].map(({ text }: { text: string }) => text);
const drop = (file: Buffer, name = 'A protocol.pdf', by = api): Promise<Answer> => {
  const { headers, payload } = formWith(file, {}, name);
  return by.post('/inbox/files', payload, headers);
};
/** Every file of this workspace in the store. */
function stored(): string[] {
  const { folder } = world.app.get<{ folder: string }>(BlobStore);
  try {
    return readdirSync(join(folder, world.a.workspaceId)).sort();
  } catch {
    return [];
  }
}

describe('POST /inbox', () => {
  it.each([
    [LINK, 'link', 'https://one.example/report'],
    [SENTENCE, 'sentence', null],
  ])('keeps %j as a %s, for whoever sent it; the log does not say what', async (text, kind, url) => {
    const { status, body, headers } = await api.post('/inbox', { text });
    expect([status, headers['etag'], body]).toMatchObject([
      201,
      '"1"',
      { kind, text, url, mediaType: null, size: null, removedAt: null, version: 1 },
    ]);
    expect(await rowOf(world, 'inbox_item', body['id'])).toMatchObject({
      person_id: editor.actor.personId,
      organization_id: editor.actor.organizationId,
      kind,
      text,
      url,
    });
    const [event, ...others] = await openedEvents(world, body['id']);
    expect([event, others]).toMatchObject([{ action: 'inbox-item.kept', level: 'organization', details: {} }, []]);
    expect(JSON.stringify(event)).not.toContain('example');
  });

  it.each([{}, { text: ' ' }, { text: 'x'.repeat(10_001) }, { text: 'x', organizationId: 'y' }])(
    'refuses %j',
    async (body) => {
      await refused(world, () => api.post('/inbox', body), 400, 'invalid-input');
    },
  );
});

describe('POST /inbox/files', () => {
  it('keeps a file: its bytes in the store, its name as text', async () => {
    const file = pdf();
    const { status, body } = await drop(file);
    expect([status, body]).toMatchObject([
      201,
      { kind: 'file', text: 'A protocol.pdf', url: null, mediaType: 'application/pdf', size: file.length },
    ]);
    const row = (await rowOf(world, 'inbox_item', body['id']))!;
    expect(row['sha256']).toEqual(createHash('sha256').update(file).digest());
    expect(stored()).toEqual([row['blob_key']]);
    const { folder } = world.app.get<{ folder: string }>(BlobStore);
    expect(readFileSync(join(folder, world.a.workspaceId, String(row['blob_key'])))).toEqual(file);
    expect(await eventsOf(world, body['id'])).toEqual(['inbox-item.kept 1 organization']);
  });

  it('refuses a program, and a field that is none: nothing is left in the store', async () => {
    await refused(world, () => drop(exe()), 415, 'file-type-refused');
    const { headers, payload } = formWith(pdf(), { title: 'x' });
    await refused(world, () => api.post('/inbox/files', payload, headers), 400, 'invalid-input');
    expect(stored()).toEqual([]);
  });
});

describe('an inbox', () => {
  it('is read and changed by its person alone, for the same organization: no administrator, no auditor', async () => {
    const id = await kept(SENTENCE);
    for (const roles of [['administrator'], ['editor'], ['partner']] as Role[][]) {
      const theirs = world.as(await world.a.member({ roles }));
      expect(textsIn(await theirs.get('/inbox'))).toEqual([]);
      const answers = [
        await theirs.get(`/inbox/${id}`),
        await theirs.patch(`/inbox/${id}`, { removed: true }, 1),
        await theirs.delete(`/inbox/${id}`, 1),
        await theirs.post(`/inbox/${id}/evidence`, { title: 'x' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
    expect((await world.as(await world.a.member({ roles: ['auditor'] })).get('/inbox')).status).toBe(403);
    await world.a.rows('UPDATE inbox_item SET organization_id = $1 WHERE id = $2', [await world.a.organization(), id]);
    expect((await api.get(`/inbox/${id}`)).status).toBe(404);
  });

  it('lists the latest first, page by page, and what was taken out apart', async () => {
    const ids = [await kept('One said so.'), await kept('Two said so.'), await kept('Three said so.')];
    await api.patch(`/inbox/${ids[1]!}`, { removed: true }, 1);
    const first = await api.get('/inbox?removed=false&limit=1&count=true');
    const second = await api.get(`/inbox?removed=false&limit=1&cursor=${String(first.body['nextCursor'])}`);
    expect([textsIn(first), textsIn(second), second.body['nextCursor'], first.body['count']]).toEqual([
      ['Three said so.'],
      ['One said so.'],
      null,
      2,
    ]);
    expect(textsIn(await api.get('/inbox?removed=true'))).toEqual(['Two said so.']);
    expect(textsIn(await api.get('/inbox?sort=keptAt'))).toEqual(['One said so.', 'Two said so.', 'Three said so.']);
  });
});

describe('GET /inbox/{id}/content', () => {
  it('hands out the bytes as they were taken in, to be kept and not run; to its person alone', async () => {
    const file = pdf();
    const id = String((await drop(file, 'The 회의록.pdf')).body['id']);
    const { status, headers, bytes } = await download(world, editor, id, 'inbox');
    expect([status, bytes, headers]).toMatchObject([
      200,
      file,
      {
        etag: `"${createHash('sha256').update(file).digest('hex')}"`,
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="The _______.pdf"; filename*=UTF-8''${encodeURIComponent('The 회의록.pdf')}`,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
      },
    ]);
    for (const roles of [['administrator'], ['editor']] as Role[][])
      expect((await download(world, await world.a.member({ roles }), id, 'inbox')).status).toBe(404);
    expect((await download(world, await world.a.member({ roles: ['auditor'] }), id, 'inbox')).status).toBe(403);
    // That one looks at one's own is nobody's matter.
    expect(await eventsOf(world, id)).toEqual(['inbox-item.kept 1 organization']);
    expect((await download(world, editor, await kept(SENTENCE), 'inbox')).status).toBe(404);
  });

  it('hands out nothing of bytes that are not those that were taken in', async () => {
    const { body } = await drop(pdf());
    const { folder } = world.app.get<{ folder: string }>(BlobStore);
    writeFileSync(join(folder, world.a.workspaceId, stored()[0]!), 'Other bytes.');
    const { status, bytes } = await download(world, editor, body['id'], 'inbox');
    expect([status, JSON.parse(String(bytes))]).toMatchObject([500, { code: 'damaged' }]);
  });
});

describe('taking out', () => {
  it('can be undone for a day; after that it is gone with the next that is taken out, and its bytes', async () => {
    const { body } = await drop(pdf());
    const id = String(body['id']);
    const out = await api.patch(`/inbox/${id}`, { removed: true }, 1);
    expect([out.status, out.body]).toMatchObject([200, { removedAt: expect.any(String), version: 2 }]);
    const back = await api.patch(`/inbox/${id}`, { removed: false }, 2);
    expect([back.status, back.body]).toMatchObject([200, { removedAt: null, version: 3 }]);
    expect(await eventsOf(world, id)).toEqual(
      ['kept 1', 'removed 2', 'restored 3'].map((act) => `inbox-item.${act} organization`),
    );
    expect(stored()).toHaveLength(1);

    await api.patch(`/inbox/${id}`, { removed: true }, 3);
    const later = await kept(SENTENCE);
    await api.patch(`/inbox/${later}`, { removed: true }, 1);
    expect(await rowOf(world, 'inbox_item', id)).toBeDefined();
    await world.a.rows(`UPDATE inbox_item SET removed_at = removed_at - interval '25 hours' WHERE id = $1`, [id]);
    await api.patch(`/inbox/${later}`, { removed: false }, 2);
    expect([await rowOf(world, 'inbox_item', id), stored()]).toEqual([undefined, []]);
    expect(await rowOf(world, 'inbox_item', later)).toBeDefined();
  });

  it('asks for the version', async () => {
    const id = await kept(SENTENCE);
    await refused(world, () => api.patch(`/inbox/${id}`, { removed: true }), 428, 'version-required');
    await refused(world, () => api.patch(`/inbox/${id}`, { removed: true }, 7), 412, 'stale');
    await refused(world, () => api.delete(`/inbox/${id}`, 7), 412, 'stale');
  });

  it('for good leaves nothing but that it was done', async () => {
    const { body } = await drop(pdf());
    const id = String(body['id']);
    expect((await api.delete(`/inbox/${id}`, 1)).status).toBe(204);
    expect([await rowOf(world, 'inbox_item', id), stored()]).toEqual([undefined, []]);
    expect(await eventsOf(world, id)).toEqual(['inbox-item.kept 1 organization', 'inbox-item.erased 1 organization']);
  });
});

describe('POST /inbox/{id}/evidence', () => {
  test.each([
    [LINK, { kind: 'link', url: 'https://one.example/report', statement: null, terms: null }],
    [SENTENCE, { kind: 'account', url: null, statement: SENTENCE, terms: 'background' }],
  ])('makes %j a piece, and takes it out of the inbox, in one act', async (text, piece) => {
    const id = await kept(text);
    const { status, body } = await api.post(`/inbox/${id}/evidence`, { title: 'A title', publisher: 'One' });
    expect([status, body]).toMatchObject([
      201,
      { ...piece, title: 'A title', publisher: 'One', confidentiality: 'coalition', acceptance: 'accepted' },
    ]);
    expect(await rowOf(world, 'evidence', body['id'])).toMatchObject({ title: 'A title', kind: piece.kind });
    expect(await rowOf(world, 'inbox_item', id)).toBeUndefined();
    expect(await eventsOf(world, body['id'])).toEqual(['evidence.captured 1 coalition']);
    expect(await eventsOf(world, id)).toEqual(['inbox-item.kept 1 organization']);
    await refused(world, () => api.post(`/inbox/${id}/evidence`, { title: 'Again' }), 404, 'not-found');
  });

  it('gives a file to the piece without moving a byte, at the level that is said', async () => {
    const file = pdf();
    const { body } = await drop(file);
    const before = stored();
    const id = String(body['id']);
    await refused(
      world,
      () => api.post(`/inbox/${id}/evidence`, { title: 'x', confidentiality: 'restricted' }),
      422,
      'not-sealed',
    );
    const placed = await api.post(`/inbox/${id}/evidence`, { title: 'A protocol', confidentiality: 'organization' });
    expect([placed.status, placed.body]).toMatchObject([
      201,
      { kind: 'file', mediaType: 'application/pdf', size: file.length, confidentiality: 'organization' },
    ]);
    expect([stored(), await rowOf(world, 'inbox_item', id)]).toEqual([before, undefined]);
    expect((await download(world, editor, placed.body['id'])).bytes).toEqual(file);
    expect(await eventsOf(world, placed.body['id'])).toContain('evidence.uploaded 1 organization');
  });

  it("proposes a partner's", async () => {
    const partner = world.as(await world.a.member({ roles: ['partner'] }));
    const { body } = await partner.post('/inbox', { text: LINK });
    const placed = await partner.post(`/inbox/${String(body['id'])}/evidence`, { title: 'A title' });
    expect([placed.status, placed.body['acceptance']]).toEqual([201, 'proposed']);
  });
});
