// What a restricted piece says stands sealed, and is opened where it is read, by whoever may; where that can't be, it says so.

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inWorkspace } from '../../src/access/in-workspace.js';
import type { Actor } from '../../src/access/actor.js';
import { openText, sealText } from '../../src/common/sealed-text.js';
import { lockPresent } from '../../src/evidence/lock-present.js';
import { Evidence } from '../../src/evidence/evidence.entity.js';
import { LevelWords } from '../../src/evidence/level-words.js';
import { SealedWords } from '../../src/evidence/sealed-words.js';
import type { Member } from '../factories/factories.js';
import { formWith, png } from '../support/files.js';
import { browserOf } from '../support/people.js';
import { bytesOf, refused } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let holder: Member;
let colleague: Member;
let theirs: Caller;
let api: Caller;
let id: string;

const SAID = {
  ...{ title: 'From Hyesan', locator: 'Page 3', publisher: 'A group', finding: 'They went.', quote: '“We went.”' },
  ...{ kind: 'link', url: 'https://www.example.org/hyesan?utm_source=x', confidentiality: 'restricted' },
};

beforeEach(async () => {
  world = await openWorld();
  holder = await world.a.member();
  colleague = await world.a.member();
  [theirs, api] = [world.as(holder), world.as(colleague)];
  id = await enter(SAID);
});
afterEach(() => world.close());

async function enter(given: Record<string, unknown>): Promise<string> {
  const { status, body } = await theirs.post('/evidence', given);
  expect(status).toBe(201);
  return body['id'] as string;
}
const rowOf = async (of = id) =>
  (await world.a.rows<Record<string, any>>('SELECT * FROM evidence WHERE id = $1', [of]))[0]!;
const versions = async () => (await theirs.get(`/evidence/${id}/versions`)).body['items'] as Record<string, any>[];

const lose = () => world.a.rows(`UPDATE evidence_key SET key_id = '${'0'.repeat(16)}' WHERE evidence_id = $1`, [id]);
const MISSING = '(Sealed: the key is missing. Tell the operator.)';
const ALTERED = '(Sealed, and altered since: it can not be opened. Tell the operator.)';

describe('while it is restricted', () => {
  it('stands sealed with the salts of its words, and is read as it was said', async () => {
    const row = await rowOf();
    for (const column of ['title', 'url', 'locator', 'publisher']) expect(row[column]).toMatch(/^heed:sealed:1:/);
    expect(row['canonical_url']).toBeNull();
    const words = await world.a.rows<{ salt: Buffer; text: string }>(
      'SELECT salt, text FROM words WHERE evidence_id = $1',
      [id],
    );
    expect(words.map(({ salt, text }) => [salt.length, text.slice(0, 14)])).toEqual(
      Array(2).fill([44, 'heed:sealed:1:']),
    );
    expect((await theirs.get(`/evidence/${id}`)).body).toMatchObject(SAID);
    expect((await theirs.get('/evidence?sort=title')).body['items']).toMatchObject([
      { title: SAID.title, quote: null },
    ]);
    expect((await theirs.get('/evidence?q=hyesan')).body['items']).toEqual([]);
  });

  it('goes back to an origin of which all may read, or to one without a name', async () => {
    const named = (origin: string): Promise<Answer> => theirs.post('/evidence', { ...SAID, origin });
    await world.a.evidence(colleague, { confidentiality: 'organization', origin_id: await world.a.origin('The log') });
    await world.a.evidence(holder, { origin_id: await world.a.origin('A report of 2024') });
    const elsewhere = await world.a.member({ organizationId: await world.a.organization('Another Organization') });
    await world.a.evidence(elsewhere, { confidentiality: 'organization', origin_id: await world.a.origin('Hidden') });
    await world.a.origin('Of nothing');
    for (const name of ['The driver', 'Hidden', 'Of nothing'])
      await refused(world, () => named(name), 422, 'origin-in-clear');
    for (const name of ['The log', 'A report of 2024'])
      expect((await named(name)).body['origin']).toMatchObject({ name });
    expect((await theirs.get(`/evidence/${id}`)).body['origin']['name']).toMatch(/^Not named \([0-9a-f]{8}\)$/);
  });

  it('loses the name of an origin that it was given in the clear, and nobody keeps a name that no piece has', async () => {
    const old = await world.a.origin('The driver of 12 May');
    await world.a.rows('UPDATE evidence SET origin_id = $2 WHERE id = $1', [id, old]);
    const other = await enter({ ...SAID, url: 'https://www.example.org/other' });
    await world.a.rows('UPDATE evidence SET origin_id = $2 WHERE id = $1', [other, old]);
    const faults = async (by: Caller) =>
      (await by.get('/data-quality/named-origin')).body['items'] as Record<string, any>[];
    expect((await faults(theirs)).map(({ subject, detail }) => [subject.id, detail]).sort()).toEqual(
      [id, other].map((piece) => [piece, 'The driver of 12 May']).sort(),
    );
    expect(await faults(api)).toEqual([]);
    const versionOf = async (of: string) => (await rowOf(of))['version'] as number;
    await refused(world, () => api.patch(`/evidence/${id}`, { origin: null }, 2), 404, 'not-found');
    const answer = await theirs.patch(`/evidence/${id}`, { origin: null }, await versionOf(id));
    expect([answer.status, answer.body['origin']['name']]).toEqual([
      200,
      expect.stringMatching(/^Not named \([0-9a-f]{8}\)$/),
    ]);
    const names = () => world.a.rows('SELECT FROM origin WHERE id = $1', [old]);
    expect([(await names()).length, (await faults(theirs)).length]).toEqual([1, 1]);
    expect((await theirs.patch(`/evidence/${other}`, { origin: null }, await versionOf(other))).status).toBe(200);
    expect([(await names()).length, await faults(theirs)]).toEqual([0, []]);
    for (const { details } of (await theirs.get('/audit/events?limit=200')).body['items'])
      expect(JSON.stringify(details)).not.toContain('driver');
  });

  it('keeps the name of an origin that another piece shows', async () => {
    const shared = await world.a.origin('A report of 2024');
    await world.a.evidence(holder, { origin_id: shared });
    await world.a.rows('UPDATE evidence SET origin_id = $2 WHERE id = $1', [id, shared]);
    expect((await theirs.get('/data-quality/named-origin')).body['items']).toEqual([]);
    expect((await theirs.patch(`/evidence/${id}`, { origin: null }, (await rowOf())['version'] as number)).status).toBe(
      200,
    );
    expect(await world.a.rows('SELECT name FROM origin WHERE id = $1', [shared])).toEqual([
      { name: 'A report of 2024' },
    ]);
  });

  it('keeps what is sent as it was, so that a change of nothing is no version', async () => {
    const { title } = await rowOf();
    expect((await theirs.patch(`/evidence/${id}`, { title: SAID.title, locator: 'Page 4' }, 1)).status).toBe(200);
    expect((await rowOf())['title']).toBe(title);
    const [newest] = await versions();
    expect(newest!['changes']).toEqual([{ field: 'locator', from: 'Page 3', to: 'Page 4' }]);
    expect((await theirs.patch(`/evidence/${id}`, { publisher: null }, 2)).body).toMatchObject({ publisher: null });
  });

  it('gives a file the name that it came with', async () => {
    const { headers, payload } = formWith(png(), { confidentiality: 'restricted' }, 'hyesan list.png');
    const file = (await theirs.post('/evidence/files', payload, headers)).body['id'] as string;
    expect((await rowOf(file))['title']).toMatch(/^heed:sealed:1:/);
    const answer = await theirs.get(`/evidence/${file}/content`);
    expect(answer.headers['content-disposition']).toContain('hyesan list.png');
  });

  it('is opened by the row policies of whoever reads: a sealed text that stands elsewhere opens for nobody else', async () => {
    const { title } = await rowOf();
    await world.a.insert('theme', {
      id: crypto.randomUUID(),
      workspace_id: world.a.workspaceId,
      code: 'x',
      label: title,
    });
    const labelFor = async (caller: Caller) => (await caller.get('/themes')).body['items'][0].label;
    expect([await labelFor(theirs), await labelFor(api)]).toEqual([ALTERED, MISSING]);
    const refusal = await refused(world, () => api.post('/themes', { code: 'y', label: title }), 400, 'invalid-input');
    expect(refusal.body['errors']).toMatchObject([{ pointer: '/label', code: 'sealed' }]);
    const asked = await refused(world, () => api.get(`/search?q=${encodeURIComponent(title)}`), 400, 'invalid-input');
    expect(asked.body['errors']).toMatchObject([{ pointer: '?q', code: 'sealed' }]);
  });

  it('tells the administrator who is asked for a reader why, and opens nothing else to them', async () => {
    const [asked, reader] = [
      await world.a.member({ roles: ['administrator'] }),
      await world.a.member({ roles: ['verifier'] }),
    ];
    const other = await world.a.member({ roles: ['administrator'] });
    const request = await (
      await browserOf(world, holder)
    ).post(`/evidence/${id}/reader-requests`, {
      ...{ memberId: reader.actor.membershipId, askedOfId: asked.actor.membershipId },
      ...{ reason: 'She knows the village.', endsOn: '2099-12-31' },
    });
    const subject = request.body['id'] as string;
    const [{ reason } = { reason: '' }] = await world.a.rows<{ reason: string }>('SELECT reason FROM reader_request');
    expect([request.status, reason.startsWith(`heed:sealed:1:${subject}:`)]).toEqual([201, true]);
    expect((await world.as(asked).get('/reader-requests')).body['items'][0].reason).toBe('She knows the village.');
    const seenBy = (actor: Actor) =>
      inWorkspace(actor, world.tx, (tx) => tx.query<{ seals: string }[]>('SELECT seals FROM evidence_key'));
    expect((await seenBy(asked.actor)).map(({ seals }) => seals)).toEqual([subject]);
    expect(await seenBy(other.actor)).toEqual([]);
    expect((await seenBy(holder.actor)).map(({ seals }) => seals).sort()).toEqual([id, subject].sort());
    await (await browserOf(world, asked)).post(`/reader-requests/${subject}/decision`, { decision: 'confirm' });
    const readers = (await theirs.get(`/evidence/${id}/readers`)).body['items'];
    expect(readers.map((one: Record<string, any>) => one['reason'])).toEqual(['Entered it.', 'She knows the village.']);
  });
});

describe('where a key is lost', () => {
  it('says so of that piece in every place, changes nothing of it, and all else works', async () => {
    const other = await enter({ ...SAID, title: 'Another', url: 'https://example.org/2' });
    await lose();
    expect((await theirs.get(`/evidence/${id}`)).body).toMatchObject({
      title: MISSING,
      quote: MISSING,
      url: MISSING,
      kind: 'link',
    });
    const list = (await theirs.get('/evidence')).body['items'].map(({ title }: { title: string }) => title);
    expect(list.sort()).toEqual([MISSING, 'Another'].sort());
    await refused(world, () => theirs.patch(`/evidence/${id}`, { title: 'Other' }, 1), 500, 'key-missing');
    await refused(world, () => theirs.post(`/evidence/${id}/comments`, { text: 'x' }), 500, 'key-missing');
    const withdrawn = await theirs.post(`/evidence/${id}/withdrawal`, { reason: 'She is in danger.' });
    expect([withdrawn.status, withdrawn.body['state']]).toEqual([201, 'withdrawn']);
    expect((await theirs.patch(`/evidence/${other}`, { title: 'Yet another' }, 1)).body['title']).toBe('Yet another');
  });

  it('says that words were altered, or are those of another piece', async () => {
    const { title } = await rowOf(await enter({ ...SAID, title: 'Another', url: 'https://example.org/2' }));
    const forged = [`${(title as string).slice(0, -4)}AAAA`, (title as string).replace(/[0-9a-f-]{36}/, id)];
    for (const text of forged) {
      await world.a.rows('UPDATE evidence SET title = $1 WHERE id = $2', [text, id]);
      const read = (await theirs.get(`/evidence/${id}`)).body['title'];
      expect(read).toBe(ALTERED);
    }
  });
});

describe('in the place of another field', () => {
  const texts = () =>
    world.a.rows<{ hash: Buffer; text: string }>('SELECT hash, text FROM words WHERE evidence_id = $1', [id]);
  const put = (column: string, value: unknown) =>
    world.a.rows(`UPDATE evidence SET ${column} = $1 WHERE id = $2`, [value, id]);

  it('does not open: not a title as a locator, nor said to be one, nor a finding as a quote, nor back', async () => {
    const { title, finding_hash, quote_hash } = await rowOf();
    for (const moved of [title, (title as string).replace(':title:', ':locator:')]) {
      await put('locator', moved);
      expect((await theirs.get(`/evidence/${id}`)).body).toMatchObject({ title: SAID.title, locator: ALTERED });
    }
    await put('quote_hash', finding_hash);
    expect((await theirs.get(`/evidence/${id}`)).body).toMatchObject({ finding: SAID.finding, quote: ALTERED });
    await put('quote_hash', quote_hash);
    const [{ text } = { text: '' }] = (await texts()).filter(({ hash }) => hash.equals(finding_hash as Buffer));
    await put('title', text);
    expect((await theirs.get('/evidence')).body['items']).toMatchObject([{ title: ALTERED }]);
    expect((await theirs.get(`/evidence/${id}`)).body).toMatchObject({ title: ALTERED, quote: SAID.quote });
  });

  it('does not open among what was changed, nor what was changed as what it says now', async () => {
    await theirs.patch(`/evidence/${id}`, { locator: 'Page 4' }, 1);
    const { title, locator } = await rowOf();
    await world.a.rows(`ALTER TABLE version_change DISABLE TRIGGER USER`);
    await world.a.rows(`UPDATE version_change SET before = to_jsonb($1::text) WHERE field = 'locator'`, [title]);
    expect((await versions())[0]!['changes']).toEqual([{ field: 'locator', from: ALTERED, to: 'Page 4' }]);
    await put('publisher', locator);
    expect((await theirs.get(`/evidence/${id}`)).body['publisher']).toBe(ALTERED);
  });

  it('says so of what was said of a piece, and opens a comment where it waits for somebody, a long one too', async () => {
    const long = 'Is she safe? '.repeat(60).trim();
    const reader = await world.a.member();
    await world.a.insert('evidence_grant', {
      ...{ workspace_id: world.a.workspaceId, evidence_id: id, person_id: reader.actor.personId },
      ...{ granted_by: holder.actor.personId, reason: 'x' },
    });
    const { status } = await theirs.post(`/evidence/${id}/comments`, {
      text: long,
      mentions: [reader.actor.membershipId],
    });
    expect(status).toBe(201);
    const waits = async () => JSON.stringify((await world.as(reader).get('/for-me')).body);
    expect(await waits()).toContain(long);
    const { finding_hash } = await rowOf();
    await world.a.rows('ALTER TABLE comment DISABLE TRIGGER USER');
    await world.a.rows('UPDATE comment SET text_hash = $1', [finding_hash]);
    expect((await theirs.get(`/evidence/${id}/comments`)).body['items']).toMatchObject([{ text: ALTERED }]);
    expect([await waits()].map((all) => [all.includes(ALTERED), all.includes(SAID.finding)])).toEqual([[true, false]]);
  });

  it('is not opened by a key that is said to be of an earlier release', async () => {
    await world.a.rows('UPDATE evidence_key SET binds_fields = false WHERE evidence_id = $1', [id]);
    expect((await theirs.get(`/evidence/${id}`)).body).toMatchObject({ title: ALTERED, quote: ALTERED });
  });
});

describe('where its level changes', () => {
  const said = () =>
    world.a.rows<{ hash: Buffer; salt: Buffer; text: string; confidentiality: string }>(
      'SELECT * FROM words WHERE evidence_id = $1 ORDER BY created_at',
      [id],
    );
  const holds = ({ hash, salt, text }: { hash: Buffer; salt: Buffer; text: string }): boolean =>
    createHash('sha256').update(salt).update(text).digest().equals(hash);
  /** As a lowering by two does it: the level first. */
  const lower = async () => {
    const [piece] = await inWorkspace(holder.actor, world.tx, (tx) => tx.findBy(Evidence, { id }));
    await world.a.rows(
      `ALTER TABLE evidence DISABLE TRIGGER USER; UPDATE evidence SET confidentiality = 'organization', version = version + 1 WHERE id = '${id}';
       ALTER TABLE evidence ENABLE TRIGGER USER`,
    );
    await inWorkspace(holder.actor, world.tx, (tx) => world.app.get(LevelWords).open(tx, piece!));
  };

  it('says in the clear what it says now, once it is lowered, and keeps sealed what was said before', async () => {
    await theirs.patch(`/evidence/${id}`, { title: 'From Hoeryong', quote: '“They went.”' }, 1);
    await theirs.post(`/evidence/${id}/comments`, { text: 'Is she safe?' });
    const before = await versions();
    expect((await api.get(`/evidence/${id}`)).status).toBe(404);
    await lower();
    expect(await rowOf()).toMatchObject({
      title: 'From Hoeryong',
      url: SAID.url,
      canonical_url: 'https://example.org/hyesan',
    });
    const words = await said();
    const open = words.filter(({ confidentiality }) => confidentiality === 'organization');
    expect(open.map(({ text }) => text).sort()).toEqual([SAID.finding, '“They went.”'].sort());
    expect(open.every(holds)).toBe(true);
    const closed = words.filter(({ confidentiality }) => confidentiality === 'restricted');
    expect(closed.map(({ text }) => text.slice(0, 14))).toEqual(Array(2).fill('heed:sealed:1:'));
    expect((await api.get(`/evidence/${id}`)).body).toMatchObject({ title: 'From Hoeryong', quote: '“They went.”' });
    expect(await versions()).toEqual(before);
    const theirsToo =
      bytesOf(await api.get(`/evidence/${id}/versions`)) + bytesOf(await api.get(`/evidence/${id}/comments`));
    for (const former of [SAID.title, SAID.quote, 'Is she safe?']) expect(theirsToo).not.toContain(former);
    expect(bytesOf(await api.get('/evidence?q=hoeryong'))).toContain(id);
  });

  it('says nothing in the clear once it is raised again, neither now nor before', async () => {
    await lower();
    const edited = await theirs.patch(`/evidence/${id}`, { title: 'From Hoeryong', quote: '“They went.”' }, 3);
    expect(edited.status).toBe(200);
    const before = await versions();
    await inWorkspace(holder.actor, world.tx, async (tx) => {
      const piece = await lockPresent(tx, id);
      const sealed = await world.app.get(LevelWords).seal(tx, piece);
      await tx.update(Evidence, { id }, { ...sealed, confidentiality: 'restricted' });
    });
    expect((await said()).map(({ text, confidentiality }) => [text.slice(0, 14), confidentiality])).toEqual(
      Array(3).fill(['heed:sealed:1:', 'restricted']),
    );
    const changes = await world.a.rows('SELECT row_to_json(c)::text AS text FROM version_change c');
    expect(JSON.stringify([await rowOf(), changes])).not.toMatch(/Hyesan|Hoeryong|Page 3|A group/);
    expect((await theirs.get(`/evidence/${id}`)).body).toMatchObject({
      ...SAID,
      title: 'From Hoeryong',
      quote: '“They went.”',
    });
    const [newest, ...earlier] = await versions();
    expect([newest!['changes'], earlier]).toEqual([
      [{ field: 'confidentiality', from: 'organization', to: 'restricted' }],
      before,
    ]);
    expect((await api.get(`/evidence/${id}`)).status).toBe(404);
  });

  it('stays as it is where its key is lost, and nobody else opens or seals it', async () => {
    const resealing = (by = holder) =>
      inWorkspace(by.actor, world.tx, (tx) =>
        tx.query(`SELECT heed_reseal_words($1, '{}', '{}', '{}', '{}', '{}', '{}')`, [id]),
      );
    await expect(resealing()).rejects.toMatchObject({ driverError: { code: '42501' } });
    await lose();
    await expect(lower()).rejects.toMatchObject({ code: 'key-missing' });
    await expect(resealing(colleague)).rejects.toMatchObject({ driverError: { code: '42501' } });
    await resealing();
    expect((await said()).map(({ text }) => text.slice(0, 14))).toEqual(Array(2).fill('heed:sealed:1:'));
  });
});

it('is refused in the clear by the database, and never changes but to what its hash says', async () => {
  const clear = [
    `UPDATE evidence SET title = 'Clear' WHERE id = $1`,
    `UPDATE evidence SET publisher = 'Clear' WHERE id = $1`,
    `UPDATE evidence SET canonical_url = 'https://example.org' WHERE id = $1`,
  ];
  for (const sql of clear) {
    await world.a.rows('SAVEPOINT refused');
    await expect(world.a.rows(sql, [id])).rejects.toMatchObject({ driverError: { constraint: 'evidence_sealed' } });
    await world.tx.query('ROLLBACK TO refused');
  }
  const key = await inWorkspace(holder.actor, world.tx, (tx) => world.app.get(SealedWords).keyOf(tx, id));
  expect(openText(key, 'title', sealText(key, 'title', 'x'))).toBe('x');
  const [{ hash } = { hash: Buffer.alloc(0) }] = await world.a.rows<{ hash: Buffer }>(
    'SELECT hash FROM words WHERE evidence_id = $1',
    [id],
  );
  await world.a.rows(
    `UPDATE evidence SET title = 'x', url = 'x', locator = NULL, publisher = NULL, confidentiality = 'organization' WHERE id = $1`,
    [id],
  );
  const forging = inWorkspace(holder.actor, world.tx, (tx) =>
    tx.query(`SELECT heed_reseal_words($1, $2, $3, $4, '{}', '{}', '{}')`, [
      id,
      [hash],
      [Buffer.alloc(16)],
      ['Something else'],
    ]),
  );
  await expect(forging).rejects.toMatchObject({ driverError: { code: '23001' } });
});
