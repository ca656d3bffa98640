import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { BlobStore } from '../../src/blobs/blob-store.js';
import { EvidenceEntry } from '../../src/evidence/evidence-entry.js';
import type { Member } from '../factories/factories.js';
import { download, exe, formWith, pdf, png, utf16, zip } from '../support/files.js';
import { everything, openedEvents, refused, rowOf } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let partner: Member;
let stranger: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ name: 'Edita' });
  partner = await world.a.member({ roles: ['partner'], organizationId: await world.a.organization() });
  stranger = await (await world.a.otherWorkspace()).member();
});

afterEach(() => world.close());

const upload = (
  by: Member,
  file: Buffer,
  fields: Record<string, string> = {},
  fileName?: string,
  type?: string,
): Promise<Answer> => {
  const { headers, payload } = formWith(file, fields, fileName, type);
  return world.as(by).post('/evidence/files', payload, headers);
};
const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** Every file under the store's folder of this workspace. */
const folder = (): string => join(world.app.get<{ folder: string }>(BlobStore).folder, world.a.workspaceId);
function stored(): string[] {
  try {
    return readdirSync(folder());
  } catch {
    return [];
  }
}

describe('POST /evidence/files', () => {
  it('takes a picture: bytes in the store, row, custody and event, and gives the same bytes back', async () => {
    const file = png();
    const { status, body } = await upload(
      editor,
      file,
      {
        title: 'A view of the camp',
        finding: 'A new wall.',
        reliability: 'B',
        credibility: '2',
        publishedOn: '2020-05',
      },
      'IMG_1.png',
      'text/html',
    );
    expect([status, body]).toMatchObject([
      201,
      {
        kind: 'file',
        title: 'A view of the camp',
        finding: 'A new wall.',
        reliability: 'B',
        credibility: 2,
        publishedOn: '2020-05',
        sha256: hex(file),
        mediaType: 'image/png',
        size: file.length,
        acceptance: 'accepted',
        confidentiality: 'coalition',
        withdrawal: 'none',
        duplicateOf: [],
        url: null,
      },
    ]);
    const row = (await rowOf(world, 'evidence', body['id']))!;
    expect([row['sha256'], row['media_type'], row['size'], row['entered_by']]).toEqual([
      Buffer.from(hex(file), 'hex'),
      'image/png',
      String(file.length),
      editor.actor.personId,
    ]);
    expect(stored()).toEqual([row['blob_key']]);
    expect(readFileSync(join(folder(), String(row['blob_key'])))).toEqual(file);
    expect(
      await world.a.rows('SELECT act, person_id FROM custody_record WHERE evidence_id = $1', [body['id']]),
    ).toEqual([{ act: 'uploaded', person_id: editor.actor.personId }]);
    expect((await openedEvents(world, body['id'])).map((e) => [e.action, e.level])).toEqual([
      ['evidence.uploaded', 'coalition'],
    ]);
    const back = await download(world, partner, body['id']);
    expect([back.status, back.bytes]).toEqual([200, file]);
    expect(back.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(file.length),
      etag: `"${hex(file)}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': `attachment; filename="A view of the camp.png"; filename*=UTF-8''A%20view%20of%20the%20camp.png`,
    });
    expect(
      await world.a.rows(`SELECT FROM custody_record WHERE evidence_id = $1 AND act = 'opened'`, [body['id']]),
    ).toEqual([]);
  });

  test.each<[string, Buffer, string, string]>([
    ['a PDF', pdf(), 'application/pdf', '.pdf'],
    ['a text in UTF-16', utf16('안녕하세요. A letter.\r\n'), 'text/plain', '.txt'],
    ['a text in UTF-8', Buffer.from('성명서\nA statement.\n'), 'text/plain', '.txt'],
    ['a CSV', Buffer.from('year,arrivals\n2019,1047\n'), 'text/plain', '.txt'],
    ['a ZIP', zip(), 'application/zip', '.zip'],
    [
      'an e-mail',
      Buffer.from(
        'From: a@example.org\r\nTo: b@example.org\r\nSubject: Reply\r\nDate: Mon, 1 Jan 2024 10:00:00 +0900\r\n\r\nThank you.\xa4',
        'latin1',
      ),
      'message/rfc822',
      '.eml',
    ],
    ['a picture that is an archive too', Buffer.concat([png(), zip()]), 'image/png', '.png'],
    ['a letter with < in it', Buffer.from('1 < 2, and <b> is a tag\n'), 'text/plain', '.txt'],
  ])('takes %s for what it is', async (_, file, mediaType, ending) => {
    const { status, body } = await upload(
      partner,
      file,
      { title: 'A title' },
      'whatever.exe',
      'application/x-msdownload',
    );
    expect([status, body['mediaType'], body['acceptance']]).toEqual([201, mediaType, 'proposed']);
    const { bytes, headers } = await download(world, editor, body['id']);
    expect([bytes, headers['content-disposition']]).toEqual([
      file,
      expect.stringContaining(`filename="A title${ending}"`),
    ]);
  });

  test.each<[string, Buffer, string]>([
    ['a program', exe(), 'report.pdf'],
    ['a program of Linux', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(100)]), 'a.txt'],
    ['HTML called .pdf', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'report.pdf'],
    ['HTML after white space', Buffer.from('\n \t <HTML><body onload=alert(1)>'), 'a.txt'],
    ['HTML in UTF-16', utf16('<html><script>alert(1)</script>'), 'a.txt'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'a.png'],
    ['XML', Buffer.from('<?xml version="1.0"?><svg/>'), 'a.png'],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'a.txt'],
    ['a program that is a PDF further on', Buffer.concat([exe(), pdf()]), 'a.pdf'],
    ['an archive of another kind', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]), 'a.tar.gz'],
    ['a program of Java', zip('META-INF/MANIFEST.MF'), 'a.zip'],
    ['text with a NUL', Buffer.from('abc\0def'), 'a.txt'],
    ['text in Latin-1', Buffer.from('caf\xe9 au lait', 'latin1'), 'a.txt'],
    [
      'text that goes on as bytes',
      Buffer.concat([Buffer.from('x'.repeat(70_000)), Buffer.from([0xff, 0xfe, 0])]),
      'a.txt',
    ],
    [
      'text that ends within a character',
      Buffer.concat([Buffer.from('x'.repeat(70_000)), Buffer.from([0xea, 0xb0])]),
      'a.txt',
    ],
  ])('refuses %s and leaves nothing', async (_, file, name) => {
    const { body } = await refused(
      world,
      () => upload(editor, file, {}, name, 'application/pdf'),
      415,
      'file-type-refused',
    );
    expect(body['detail']).toContain('Nothing was changed.');
    expect(stored()).toEqual([]);
  });

  it('refuses an empty file, and one that is too large at the length that it says and at its true one', async () => {
    await refused(world, () => upload(editor, Buffer.alloc(0)), 422, 'empty');
    const most = 12 * 1024 * 1024;
    const { body } = await refused(world, () => upload(editor, pdf(most)), 413, 'file-too-large');
    expect(body['maxFileBytes']).toBe(most);
    await refused(world, () => upload(editor, pdf(most + 2_000_000)), 413, 'file-too-large');
    expect(stored()).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['an unknown field', { url: 'https://example.org' }, '/url'],
    ['an empty title', { title: '  ' }, '/title'],
    ['a title that is too long', { title: 'x'.repeat(501) }, '/title'],
    ['a date that is none', { publishedOn: '2010-13' }, '/publishedOn'],
    ['a number that is none', { credibility: 'high' }, '/credibility'],
    ['a NUL', { finding: 'a\0b' }, '/finding'],
  ])('refuses %s', async (_, fields, pointer) => {
    const { body } = await refused(world, () => upload(editor, png(), fields), 400, 'invalid-input');
    expect(body['errors'][0].pointer).toBe(pointer);
    expect(stored()).toEqual([]);
  });

  it('refuses forms that are none, that break off, that hold no file or two, or fields after the file', async () => {
    const { headers, payload } = formWith(png(), { title: 'One' });
    const post = (body: Buffer, type = headers['content-type']!) =>
      world.as(editor).post('/evidence/files', body, { 'content-type': type });
    await refused(world, () => world.as(editor).post('/evidence/files', {}), 415, 'unsupported-media-type');
    await refused(world, () => post(payload, 'multipart/form-data'), 400, 'malformed-body');
    await refused(world, () => post(payload.subarray(0, payload.length - 60)), 400, 'malformed-body');
    const boundary = payload.subarray(0, payload.indexOf('\r\n')).toString();
    await refused(
      world,
      () =>
        post(Buffer.from(`${boundary}\r\nContent-Disposition: form-data; name="title"\r\n\r\nA\r\n${boundary}--\r\n`)),
      400,
      'invalid-input',
    );
    const rest = (part: string) =>
      Buffer.concat([payload.subarray(0, payload.length - 4), Buffer.from(`\r\n${part}\r\n${boundary}--\r\n`)]);
    await refused(
      world,
      () => post(rest('Content-Disposition: form-data; name="finding"\r\n\r\nlate')),
      400,
      'invalid-input',
    );
    await refused(
      world,
      () => post(rest('Content-Disposition: form-data; name="file"; filename="b"\r\n\r\nsecond')),
      400,
      'malformed-body',
    );
    await refused(
      world,
      () => post(Buffer.from(payload.toString('latin1').replace('name="file"', 'name="photo"'), 'latin1')),
      400,
      'invalid-input',
    );
    expect(stored()).toEqual([]);
  });

  it('takes forms nowhere else', async () => {
    const { headers, payload } = formWith(png());
    await refused(world, () => world.as(editor).post('/themes', payload, headers), 415, 'unsupported-media-type');
  });

  it('takes a name for a title, never for a path', async () => {
    const name = '../../etc/"보고서"\r\nSet-Cookie: x\u202Egnp.exe';
    const { status, body } = await upload(editor, png(), {}, name);
    expect([status, body['title']]).toEqual([201, expect.stringMatching(/보고서/)]);
    expect(body['title']).not.toMatch(/[\r\n\u202e/\\]/);
    const { headers } = await download(world, editor, body['id']);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[\w .%-]+\.png"; filename\*=UTF-8''[\w.%-]+\.png$/,
    );
    expect(decodeURIComponent(String(headers['content-disposition']).split("''")[1]!)).toContain('보고서');
    expect(headers['set-cookie']).toBeUndefined();
    expect(stored()).toEqual([(await rowOf(world, 'evidence', body['id']))!['blob_key']]);
    expect(readdirSync(join(folder(), '..', '..'))).toEqual(['blobs']);
  });

  it('is for those who add evidence', async () => {
    const auditor = await world.a.member({ roles: ['auditor'] });
    await refused(world, () => upload(auditor, png()), 403, 'forbidden');
    const { headers, payload } = formWith(png());
    expect((await world.as(undefined).post('/evidence/files', payload, headers)).status).toBe(401);
    expect((await world.as(stranger).post('/evidence/files', payload, headers)).status).toBe(404);
    expect(stored()).toEqual([]);
  });

  it('leaves nothing where the record fails', async () => {
    const entry = world.app.get(EvidenceEntry);
    const enter = entry.enter.bind(entry);
    entry.enter = async (...given) => {
      await enter(...given);
      throw new Error('planted');
    };
    const before = await everything(world);
    const { headers, payload } = formWith(png());
    try {
      const answer = await world.app.inject({
        method: 'POST',
        url: `/api/v1/workspaces/${world.a.slug}/evidence/files`,
        headers: { ...headers, authorization: `Bearer ${editor.token}` },
        payload,
      });
      expect(answer.statusCode).toBe(500);
      expect(await everything(world)).toEqual(before);
      expect(stored()).toEqual([]);
    } finally {
      entry.enter = enter;
    }
  });
});

describe('the same bytes', () => {
  it('go back to one origin, whatever is said, and the answer names the others', async () => {
    const file = pdf();
    const first = (await upload(editor, file, { title: 'First', origin: 'A ministry' })).body;
    const second = (await upload(partner, file, { title: 'Second', origin: 'A newspaper' })).body;
    expect([second['duplicateOf'], second['origin']]).toEqual([[{ id: first['id'], title: 'First' }], first['origin']]);
    const third = (await upload(editor, pdf(), { title: 'Other', origin: 'A newspaper' })).body;
    expect([third['duplicateOf'], third['origin'].name]).toEqual([[], 'A newspaper']);
    const { body } = await world.as(editor).patch(`/evidence/${String(second['id'])}`, { origin: 'A newspaper' }, 1);
    expect(body['origin']).toEqual(first['origin']);
  });

  it('of what one may not know are not betrayed, neither in the organization next door nor in another workspace', async () => {
    const file = pdf();
    const hidden = (await upload(editor, file, { title: 'Hidden', confidentiality: 'organization' })).body;
    const open = (await upload(partner, file, { title: 'Open' })).body;
    expect([open['duplicateOf'], open['origin'].id === hidden['origin'].id]).toEqual([[], false]);
    const { headers, payload } = formWith(file);
    const [{ slug }] = (await world.a.rows<{ slug: string }>('SELECT slug FROM workspace WHERE id = $1', [
      stranger.actor.workspaceId,
    ])) as [{ slug: string }];
    const elsewhere = await world.as(stranger, slug).post('/evidence/files', payload, headers);
    expect([elsewhere.status, elsewhere.body['duplicateOf']]).toEqual([201, []]);
    const ours = (await upload(editor, file)).body;
    expect([ours['duplicateOf'].map((d: { title: string }) => d.title), ours['origin']]).toEqual([
      ['Hidden', 'Open'],
      open['origin'],
    ]);
  });
});

describe('GET /evidence/{id}/content', () => {
  const idOf = async (fields: Record<string, string> = {}, file = png()): Promise<string> =>
    String((await upload(editor, file, fields)).body['id']);

  it('records who opens what is not for all, and shows it to nobody else', async () => {
    const id = await idOf({ confidentiality: 'organization' });
    expect((await download(world, editor, id)).status).toBe(200);
    expect(await world.a.rows('SELECT act FROM custody_record WHERE evidence_id = $1 ORDER BY at', [id])).toEqual([
      { act: 'uploaded' },
      { act: 'opened' },
    ]);
    expect((await openedEvents(world, id)).map((e) => [e.action, e.level])).toEqual([
      ['evidence.uploaded', 'organization'],
      ['evidence.opened', 'organization'],
    ]);
    for (const by of [partner, stranger]) expect((await world.as(by).get(`/evidence/${id}/content`)).status).toBe(404);
    expect((await world.as(undefined).get(`/evidence/${id}/content`)).status).toBe(401);
    expect(
      await world.a.rows(`SELECT FROM custody_record WHERE evidence_id = $1 AND act = 'opened'`, [id]),
    ).toHaveLength(1);
  });

  it('lets auditors read what they may', async () => {
    const auditor = await world.a.member({
      roles: ['auditor'],
      readsAll: true,
      organizationId: await world.a.organization(),
    });
    const id = await idOf({ confidentiality: 'organization' });
    expect((await download(world, auditor, id)).status).toBe(200);
    expect(
      await world.a.rows(`SELECT person_id FROM custody_record WHERE evidence_id = $1 AND act = 'opened'`, [id]),
    ).toEqual([{ person_id: auditor.actor.personId }]);
  });

  it('answers 404 where there is no file', async () => {
    const link = await world.a.evidence(editor);
    expect((await world.as(editor).get(`/evidence/${link}/content`)).status).toBe(404);
  });

  test.each<[string, (path: string) => void]>([
    [
      'a byte is another',
      (path) => {
        const bytes = readFileSync(path);
        bytes[bytes.length - 2]! ^= 1;
        writeFileSync(path, bytes);
      },
    ],
    [
      'a byte is missing',
      (path) => {
        writeFileSync(path, readFileSync(path).subarray(1));
      },
    ],
    [
      'the file is gone',
      (path) => {
        rmSync(path);
      },
    ],
  ])('hands out nothing of a small file of which %s, and records it', async (_, damage) => {
    const id = await idOf();
    damage(join(folder(), stored()[0]!));
    const answer = await world.as(editor).get(`/evidence/${id}/content`);
    expect([answer.status, answer.body['code']]).toEqual([500, 'damaged']);
    expect(await world.a.rows('SELECT act FROM custody_record WHERE evidence_id = $1 ORDER BY at', [id])).toEqual([
      { act: 'uploaded' },
      { act: 'mismatched' },
    ]);
    expect((await openedEvents(world, id)).map((e) => e.action)).toEqual(['evidence.uploaded', 'evidence.mismatched']);
  });

  it('breaks off before the end of a large file of which a byte is another', async () => {
    const file = pdf(6_000_000);
    const id = await idOf({}, file);
    expect((await download(world, editor, id)).bytes.equals(file)).toBe(true);
    const path = join(folder(), stored()[0]!);
    const bytes = readFileSync(path);
    bytes[1000]! ^= 1;
    writeFileSync(path, bytes);
    await expect(download(world, editor, id)).rejects.toThrow();
    expect(await world.a.rows('SELECT act FROM custody_record WHERE evidence_id = $1 ORDER BY at', [id])).toEqual([
      { act: 'uploaded' },
      { act: 'mismatched' },
    ]);
  });
});
