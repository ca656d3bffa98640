// What is shared of a file is a copy without what is written beside what it shows; the original stays as it is.

import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, jest, test } from '@jest/globals';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import type { Member } from '../factories/factories.js';
import { docxOf, p } from '../support/documents.js';
import { download, formWith, zip } from '../support/files.js';
import { openedEvents, refused } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

jest.setTimeout(60_000);

let world: World;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
});

afterEach(() => world.close());

const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const upload = (file: Buffer, fields: Record<string, string> = {}, name?: string): Promise<Answer> => {
  const { headers, payload } = formWith(file, { credibility: '2', ...fields }, name);
  return world.as(editor).post('/evidence/files', payload, headers);
};
const idOf = async (...said: Parameters<typeof upload>): Promise<string> => {
  const { status, body } = await upload(...said);
  expect(status).toBe(201);
  return String(body['id']);
};
async function copyOf(
  id: string,
  by = editor,
): Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }> {
  const answer = await world.app.inject({
    url: `/api/v1/workspaces/${world.a.slug}/evidence/${id}/working-copy`,
    headers: { authorization: `Bearer ${by.token}` },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
}

const CANARY = 'CANARY';
/** All that bytes say, packed or not, in the spellings that PDF has for letters. */
function saidBy(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, inner]) => {
    try {
      return inflateSync(Buffer.from(inner ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const all = [raw, ...streams].join('\n');
  const wide = [...CANARY].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return all.replace(new RegExp(wide, 'gi'), CANARY).replaceAll([...CANARY].join('\0'), CANARY);
}

/** A photograph of 4 to 2 dots, turned by its camera, that tells who took it, where, with what. */
async function photo(): Promise<Buffer> {
  const dots = sharp({ create: { width: 4, height: 2, channels: 3, background: '#a03020' } }).jpeg();
  const told = await dots
    .withExif({
      IFD0: { Artist: `${CANARY} artist`, Make: `${CANARY} maker`, Model: `${CANARY} device` },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1', GPSMapDatum: `${CANARY} place` },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${CANARY} xmp</a></x:xmpmeta>`)
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const segment = (marker: number, words: string): Buffer => {
    const size = Buffer.alloc(2);
    size.writeUInt16BE(words.length + 2);
    return Buffer.concat([Buffer.from([0xff, marker]), size, Buffer.from(words)]);
  };
  const more = [segment(0xe1, `Thumb\0\0${CANARY} thumbnail`), segment(0xfe, `${CANARY} comment`)];
  return Buffer.concat([told.subarray(0, 2), ...more, told.subarray(2)]);
}

async function report(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor(`${CANARY} author`);
  document.setTitle(`${CANARY} title`);
  document.setProducer(`${CANARY} program`);
  const { context, catalog } = document;
  catalog.set(
    PDFName.of('Metadata'),
    context.register(context.flateStream(`<x>${CANARY} xmp</x>`, { Type: 'Metadata' })),
  );
  const page = document.addPage([300, 200]);
  page.drawText('What the page shows');
  page.drawImage(await document.embedJpg(await photo()), { x: 10, y: 10, width: 40, height: 20 });
  const note = {
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    Contents: PDFString.of('A note'),
    T: PDFString.of(`${CANARY} noter`),
  };
  page.node.addAnnot(context.register(context.obj(note)));
  context.register(context.obj({ Old: PDFString.of(`${CANARY} of an older version`) }));
  await document.attach(Buffer.from(`${CANARY} inside`), 'inside.txt', { mimeType: 'text/plain' });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
async function letter(more: Record<string, Uint8Array> = {}): Promise<Buffer> {
  const plain = docxOf(
    `${p('What the letter says')}<w:p w:rsidR="00CA4A27"><w:ins w:id="1" w:author="${CANARY} changer" w:date="2020-02-02T02:02:02Z"><w:r><w:t>added</w:t></w:r></w:ins></w:p>`,
  );
  const text = (words: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${words}`);
  return Buffer.from(
    zipSync({
      ...unzipSync(plain),
      '_rels/.rels': text(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
      ),
      'docProps/core.xml': text(
        `<cp:coreProperties><dc:creator>${CANARY}</dc:creator><cp:lastModifiedBy>${CANARY} last</cp:lastModifiedBy></cp:coreProperties>`,
      ),
      'docProps/app.xml': text(`<Properties><Company>${CANARY} company</Company></Properties>`),
      'word/comments.xml': text(
        `<w:comments ${W}><w:comment w:id="0" w:author="${CANARY} commenter" w:initials="${CANARY}" w:date="2020-01-01T00:00:00Z">${p('A comment')}</w:comment></w:comments>`,
      ),
      'word/people.xml': text(`<w15:people><w15:person w15:author="${CANARY} person"/></w15:people>`),
      'word/_rels/settings.xml.rels': text(
        `<Relationships><Relationship Id="rId1" TargetMode="External" Target="file:///C:/Users/${CANARY}/Normal.dotm"/></Relationships>`,
      ),
      'word/media/image1.jpeg': await photo(),
      ...more,
    }),
  );
}

describe('GET /evidence/{id}/working-copy', () => {
  it('draws a picture anew, upright, without who, where, with what and its small picture; the original stays', async () => {
    const file = await photo();
    expect(saidBy(file).split(CANARY).length - 1).toBeGreaterThanOrEqual(7);
    const id = await idOf(file, { title: 'A view' }, 'IMG_1.jpg');
    const copy = await copyOf(id);
    expect(copy.status).toBe(200);
    expect(saidBy(copy.bytes)).not.toContain(CANARY);
    const { width, height, exif, xmp, format } = await sharp(copy.bytes).metadata();
    expect({ width, height, exif, xmp, format }).toEqual({
      width: 2,
      height: 4,
      exif: undefined,
      xmp: undefined,
      format: 'jpeg',
    });
    expect(copy.headers).toMatchObject({
      etag: `"${hex(copy.bytes)}"`,
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringContaining('attachment; filename="A view.jpg"'),
      'cache-control': 'no-store',
    });
    expect(hex((await copyOf(id)).bytes)).toBe(hex(copy.bytes));
    expect((await download(world, editor, id)).bytes.equals(file)).toBe(true);
    const [kept] = await world.a.rows('SELECT encode(sha256, $2) AS sha256 FROM evidence WHERE id = $1', [id, 'hex']);
    expect(kept).toEqual({ sha256: hex(file) });
  });

  it('takes from a PDF its properties, XMP, who noted, attachments, older versions and what its pictures tell', async () => {
    const file = await report();
    expect(saidBy(file).split(CANARY).length - 1).toBeGreaterThanOrEqual(12);
    const { bytes, status } = await copyOf(await idOf(file));
    expect(status).toBe(200);
    expect(saidBy(bytes)).not.toContain(CANARY);
    const copy = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([copy.getPageCount(), copy.getAuthor(), copy.getTitle()]).toEqual([1, undefined, undefined]);
    expect(copy.getPage(0).node.Annots()?.size()).toBe(1);
    expect(saidBy(bytes)).toContain('A note');
  });

  it('takes from a DOCX its properties, who changed and commented when, and paths of its writer; its words stay', async () => {
    const file = await letter();
    const { bytes, status } = await copyOf(await idOf(file, {}, 'A letter.docx'));
    expect(status).toBe(200);
    const parts = unzipSync(bytes);
    const said = Object.entries(parts).map(([name, content]) => name + Buffer.from(content).toString('latin1'));
    expect(said.join()).not.toMatch(/CANARY|docProps|people|rsid|2020-0/);
    const body = Buffer.from(parts['word/document.xml']!).toString();
    expect(body).toContain('What the letter says');
    expect(body).toContain('<w:ins w:id="1" w:author="Author">');
    expect(Buffer.from(parts['word/comments.xml']!).toString()).toContain('A comment');
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/settings.xml.rels',
      'word/comments.xml',
      'word/document.xml',
      'word/media/image1.jpeg',
    ]);
  });

  it('keeps in custody and log who had which copy, beside the original; nobody else learns of it', async () => {
    const id = await idOf(await photo(), { confidentiality: 'organization' });
    const elsewhere = await world.a.member({ organizationId: await world.a.organization() });
    const stranger = await (await world.a.otherWorkspace()).member();
    for (const by of [elsewhere, stranger]) expect((await copyOf(id, by)).status).toBe(404);
    const auditor = await world.a.member({ roles: ['auditor'] });
    const { bytes } = await copyOf(id, auditor);
    const rows = await world.a.rows(
      `SELECT act, person_id, encode(copy_sha256, 'hex') AS copy FROM custody_record WHERE evidence_id = $1 ORDER BY at`,
      [id],
    );
    expect(rows).toEqual([
      { act: 'uploaded', person_id: editor.actor.personId, copy: null },
      { act: 'copy-opened', person_id: auditor.actor.personId, copy: hex(bytes) },
    ]);
    expect((await openedEvents(world, id)).map(({ action, level }) => [action, level])).toEqual([
      ['evidence.uploaded', 'organization'],
      ['evidence.copy-opened', 'organization'],
    ]);
    const custody = (await world.as(editor).get(`/evidence/${id}/custody`)).body;
    expect(custody['items']).toMatchObject([
      { act: 'uploaded', copySha256: null },
      { act: 'copy-opened', copySha256: hex(bytes) },
    ]);
    expect(await world.a.rows(`SELECT FROM custody_record WHERE act = 'opened'`)).toEqual([]);
  });

  it('makes one of a sealed file for whoever is named on it, and none of what is withdrawn', async () => {
    const id = await idOf(await photo(), { confidentiality: 'restricted' });
    expect((await copyOf(id)).status).toBe(200);
    expect((await copyOf(id, await world.a.member())).status).toBe(404);
    await world.as(editor).post(`/evidence/${id}/withdrawal`, { reason: 'The source is in danger.' });
    const before = await world.a.rows('SELECT FROM custody_record WHERE evidence_id = $1', [id]);
    expect((await copyOf(id)).status).toBe(410);
    expect(await world.a.rows('SELECT FROM custody_record WHERE evidence_id = $1', [id])).toHaveLength(before.length);
  });

  const bomb = async (): Promise<Buffer> =>
    sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' }, limitInputPixels: false })
      .png()
      .toBuffer();
  test.each<[string, string, () => Promise<Buffer>]>([
    ['of a kind without copies', 'no-such-copy', () => Promise.resolve(zip())],
    ['a picture of more dots than fit', 'too-much-inside', bomb],
    ['a picture that breaks off', 'damaged-file', async () => (await photo()).subarray(0, -40)],
    [
      'a PDF that is none',
      'damaged-file',
      () => Promise.resolve(Buffer.from('%PDF-1.7\nnothing of the kind\n%%EOF\n')),
    ],
    ['a letter with files inside', 'holds-files', () => letter({ 'word/embeddings/book.xlsx': Buffer.from('PK') })],
    [
      'a letter that unpacks to too much',
      'too-much-inside',
      () => letter({ 'word/huge.xml': new Uint8Array(101 * 1024 * 1024) }),
    ],
  ])('says why there is none: %s', async (_name, code, make) => {
    const id = await idOf(await make(), {}, 'A file.docx');
    await refused(world, () => world.as(editor).get(`/evidence/${id}/working-copy`), 422, code);
  });
});
