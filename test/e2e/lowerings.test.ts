// Opening a piece to more people takes two of them and a checklist; what was said of it before stays with who could read it then.

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import { inWorkspace } from '../../src/access/in-workspace.js';
import { KeyRing } from '../../src/blobs/key-ring.js';
import { lookAtKeys, rotate } from '../../src/evidence/key-rotation.js';
import type { Role } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { download, formWith, png } from '../support/files.js';
import { type Browser, browserOf } from '../support/people.js';
import { bytesOf, countEvents, openedEvents, refused } from '../support/record.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let europe: string;
let holder: Member;
let second: Member;
let other: Member;
let theirs: Browser;
let seconds: Browser;
let id: string;

const CANARY = 'kanarienvogel';
const CHECKLIST = [
  { code: 'consent', answer: 'given', note: `In a letter to ${CANARY}.` },
  { code: 'identifiers', answer: 'removed' },
  { code: 'harm', answer: 'weighed', note: 'Her family: they left.' },
  { code: 'copy', answer: 'no-file' },
];
const asking = (to = 'coalition', given: Record<string, unknown> = {}) => ({
  ...{ to, checklist: CHECKLIST, reason: `The ${CANARY} wants it told.` },
  ...given,
});
const account = (level: string) => ({
  ...{ kind: 'account', title: 'An account', terms: 'background', statement: 'So it was.', finding: 'It was so.' },
  confidentiality: level,
});

beforeEach(async () => {
  world = await openWorld();
  europe = await world.a.organization('Europe for Korea');
  holder = await world.a.member({ organizationId: europe });
  second = await world.a.member({ roles: ['verifier'], organizationId: europe });
  other = await world.a.member({ roles: ['administrator'] });
  [theirs, seconds] = [await browserOf(world, holder), await browserOf(world, second)];
  id = (await theirs.post('/evidence', account('organization'))).body['id'];
});
afterEach(() => world.close());

const ask = (to?: string, by = theirs, piece = id) => by.post(`/evidence/${piece}/lowerings`, asking(to));
const decide = (asked: string, by = seconds, decision: object = { decision: 'agree' }) =>
  by.post(`/lowerings/${asked}/decision`, decision);
const levelOf = async (piece = id): Promise<string> =>
  (await world.a.rows<{ confidentiality: string }>('SELECT confidentiality FROM evidence WHERE id = $1', [piece]))[0]!
    .confidentiality;
async function lower(to?: string, piece = id): Promise<string> {
  const asked = await ask(to, theirs, piece);
  expect(asked.status).toBe(201);
  const decided = await decide(asked.body['id']);
  expect([decided.status, decided.body['state']]).toEqual([200, 'agreed']);
  return asked.body['id'];
}
/** Names somebody on a restricted piece, as two people did. */
const name = (piece: string, reader: Member) =>
  world.a.insert('evidence_grant', {
    ...{ workspace_id: world.a.workspaceId, evidence_id: piece, person_id: reader.actor.personId },
    ...{ granted_by: holder.actor.personId, reason: 'Has to weigh it.' },
  });

describe('asking', () => {
  it('says before what it means, and changes nothing until another person agrees', async () => {
    const before = await theirs.get(`/evidence/${id}/lowering-preview?to=coalition`);
    expect([before.status, before.body]).toMatchObject([
      200,
      { from: 'organization', to: 'coalition', readersNow: 2, readersThen: 3, isBlocked: false },
    ]);
    expect(before.body['checklist'].map(({ code }: { code: string }) => code)).toEqual([
      ...['consent', 'identifiers', 'harm', 'copy'],
    ]);
    const events = await countEvents(world);
    const asked = await ask();
    expect([asked.status, asked.body]).toMatchObject([
      201,
      {
        ...{ evidenceId: id, from: 'organization', to: 'coalition', state: 'open', decidedBy: null },
        ...{ reason: `The ${CANARY} wants it told.`, requestedBy: { id: holder.actor.membershipId } },
        checklist: [{ code: 'consent', answer: 'given', note: `In a letter to ${CANARY}.` }, {}, {}, { note: null }],
      },
    ]);
    expect([await levelOf(), await countEvents(world)]).toEqual(['organization', events + 1]);
    expect((await world.as(other).get(`/evidence/${id}`)).status).toBe(404);
    const waits = await seconds.get('/for-me/lowerings?count=true');
    expect(waits.body).toMatchObject({ count: 1, items: [{ evidenceId: id, to: 'coalition', title: 'An account' }] });
    for (const nobody of [theirs, await browserOf(world, other)])
      expect((await nobody.get('/for-me/lowerings')).body['items']).toEqual([]);
  });

  it('is as confidential as the piece', async () => {
    const asked = (await ask()).body['id'] as string;
    const stranger = await browserOf(world, other);
    expect((await stranger.get('/lowerings?count=true')).body).toMatchObject({ count: 0, items: [] });
    expect((await decide(asked, stranger)).status).toBe(404);
    expect((await stranger.delete(`/lowerings/${asked}`)).status).toBe(404);
    const missing = await decide(uuid(), stranger);
    expect(missing.status).toBe(404);
    for (const path of ['/lowerings', '/audit/events?limit=200', `/evidence/${id}/lowering-preview?to=coalition`])
      expect(bytesOf(await stranger.get(path)).includes(CANARY)).toBe(false);
    expect((await ask('coalition', stranger)).status).toBe(404);
  });

  it('is for administrators, editors and verifiers who signed in just now', async () => {
    const tried: [Role, number][] = [
      ['administrator', 201],
      ['editor', 201],
      ['verifier', 201],
      ['partner', 403],
      ['auditor', 403],
    ];
    for (const [role, status] of tried) {
      const piece = (await theirs.post('/evidence', account('organization'))).body['id'];
      const member = await world.a.member({ roles: [role], organizationId: europe });
      expect([role, (await ask('coalition', await browserOf(world, member), piece)).status]).toEqual([role, status]);
    }
    const late = await browserOf(world, holder, 700);
    await refused(world, () => ask('coalition', late), 401, 'sign-in-again');
    const asked = (await ask()).body['id'] as string;
    const lateSecond = await browserOf(world, second, 700);
    await refused(world, () => decide(asked, lateSecond), 401, 'sign-in-again');
  });

  it('needs the whole checklist, a level that more people read, and no other ask that is open', async () => {
    const tries: [Record<string, unknown>, string][] = [
      [{ checklist: CHECKLIST.slice(1) }, 'incomplete'],
      [{ checklist: [...CHECKLIST, CHECKLIST[0]] }, 'incomplete'],
      [{ checklist: [{ code: 'consent', answer: 'nobody' }, ...CHECKLIST.slice(1)] }, 'other-answer'],
      [{ checklist: [{ code: 'consent', answer: 'given' }, ...CHECKLIST.slice(1)] }, 'note-missing'],
      [{ to: 'organization' }, 'not-lower'],
    ];
    for (const [given, code] of tries)
      await refused(world, () => theirs.post(`/evidence/${id}/lowerings`, asking('coalition', given)), 422, code);
    await ask();
    await refused(world, () => ask('public'), 409, 'already-exists');
    await theirs.post(`/evidence/${id}/withdrawal`, { reason: 'She is in danger.' });
    await refused(world, () => ask(), 410, 'withdrawn');
  });

  it('is the only way: an edit that lowers is told so', async () => {
    const { body } = await refused(
      world,
      () => theirs.patch(`/evidence/${id}`, { confidentiality: 'coalition' }, 1),
      403,
      'separation-of-duties',
    );
    expect(body['detail']).toContain('POST /evidence/{id}/lowerings');
  });
});

describe('deciding', () => {
  it('lowers the level, what the piece says now, and tells who agreed', async () => {
    const asked = (await ask()).body['id'] as string;
    const events = await countEvents(world);
    const decided = await decide(asked);
    expect([decided.status, decided.body]).toMatchObject([
      200,
      { state: 'agreed', decidedBy: { id: second.actor.membershipId } },
    ]);
    const read = await world.as(other).get(`/evidence/${id}`);
    expect(read.body).toMatchObject({
      ...{ confidentiality: 'coalition', version: 2, statement: 'So it was.', finding: 'It was so.' },
    });
    expect(await countEvents(world)).toBe(events + 1);
    expect((await openedEvents(world, id)).at(-1)).toMatchObject({
      action: 'evidence.lowered',
      details: { lowering: asked, from: 'organization', to: 'coalition' },
    });
    const custody = await theirs.get(`/evidence/${id}/custody`);
    expect(custody.body['items'].map(({ act }: { act: string }) => act)).toEqual(['captured', 'lowered']);
    await refused(world, () => decide(asked), 409, 'decided');
  });

  it('is nothing for whoever asked, with another account neither', async () => {
    const asked = (await ask()).body['id'] as string;
    await refused(world, () => decide(asked, theirs), 403, 'separation-of-duties');
    await expect(
      inWorkspace(holder.actor, world.tx, (tx) =>
        tx.query(
          `UPDATE lowering SET decision = 'agreed', decided_by = $1, decided_at = clock_timestamp() WHERE id = $2`,
          [holder.actor.personId, asked],
        ),
      ),
    ).rejects.toThrow(/decided once|check constraint/);
    expect(await levelOf()).toBe('organization');
  });

  it('refuses with a reason, and leaves all as it was', async () => {
    const asked = (await ask()).body['id'] as string;
    await refused(world, () => decide(asked, seconds, { decision: 'refuse' }), 400, 'invalid-input');
    const answer = await decide(asked, seconds, { decision: 'refuse', reason: 'Her brother is still there.' });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { state: 'refused', decisionReason: 'Her brother is still there.' },
    ]);
    expect(await levelOf()).toBe('organization');
    expect((await ask()).status).toBe(201);
  });

  it('is over once whoever asked took it back, which nobody else can', async () => {
    const asked = (await ask()).body['id'] as string;
    await refused(world, () => seconds.delete(`/lowerings/${asked}`), 403, 'separation-of-duties');
    expect((await theirs.delete(`/lowerings/${asked}`)).status).toBe(204);
    await refused(world, () => theirs.delete(`/lowerings/${asked}`), 409, 'decided');
    await refused(world, () => decide(asked), 409, 'decided');
    expect((await theirs.get('/lowerings?state=taken-back')).body['items']).toMatchObject([{ id: asked }]);
  });

  it('lapses with time, with an edit of the piece, and with the role of whoever asked; then it can be asked anew', async () => {
    const lapse: (() => Promise<unknown>)[] = [
      () => theirs.patch(`/evidence/${id}`, { finding: 'With a name in it.' }, 1),
      () => world.a.rows(`UPDATE membership SET roles = '{partner}' WHERE id = $1`, [holder.actor.membershipId]),
    ];
    for (const step of lapse) {
      const asked = (await ask()).body['id'] as string;
      await step();
      await refused(world, () => decide(asked), 409, 'lapsed');
      expect((await seconds.get(`/lowerings?evidenceId=${id}`)).body['items'][0]).toMatchObject({ state: 'lapsed' });
      expect((await seconds.get('/for-me/lowerings')).body['items']).toEqual([]);
    }
    expect((await ask('coalition', seconds)).status).toBe(201);
    expect(await levelOf()).toBe('organization');
  });

  it('is not needed to raise it again, at once', async () => {
    await lower();
    expect((await theirs.patch(`/evidence/${id}`, { confidentiality: 'organization' }, 2)).status).toBe(200);
    expect((await world.as(other).get(`/evidence/${id}`)).status).toBe(404);
    const words = await world.a.rows<{ level: string }>(
      'SELECT DISTINCT confidentiality AS level FROM words WHERE evidence_id = $1',
      [id],
    );
    expect(words).toEqual([{ level: 'organization' }]);
  });
});

describe('what was said before', () => {
  it('stays with who could read it: versions, comments, custody, and the ask itself', async () => {
    await theirs.patch(`/evidence/${id}`, { title: `Told by ${CANARY}` }, 1);
    await theirs.patch(`/evidence/${id}`, { title: 'An account' }, 2);
    const comment = await theirs.post(`/evidence/${id}/comments`, { text: `Is ${CANARY} safe?` });
    expect(comment.status).toBe(201);
    await lower();
    await theirs.post(`/evidence/${id}/comments`, { text: 'Now for all.' });
    const reply = await theirs.post(`/evidence/${id}/comments`, { text: 'She is.', replyTo: comment.body['id'] });
    const stranger = world.as(other);
    const paths = ['versions', 'comments', 'custody', 'readers', 'withdrawal', 'lowering-preview?to=public'];
    for (const path of paths)
      expect([path, bytesOf(await stranger.get(`/evidence/${id}/${path}`)).includes(CANARY)]).toEqual([path, false]);
    expect((await stranger.get(`/lowerings?evidenceId=${id}`)).body['items']).toEqual([]);
    expect((await stranger.get(`/evidence/${id}/comments`)).body['items']).toMatchObject([{ text: 'Now for all.' }]);
    expect((await stranger.get(`/evidence/${id}/versions`)).body['items']).toMatchObject([
      { version: 4, changes: [{ field: 'confidentiality' }] },
    ]);
    const seen = await inWorkspace(other.actor, world.tx, (tx) =>
      tx.query('SELECT id FROM comment WHERE id = $1', [reply.body['id'] ?? uuid()]),
    );
    expect(seen).toEqual([]);
    expect(bytesOf(await theirs.get(`/evidence/${id}/versions`))).toContain(CANARY);
    expect(bytesOf(await theirs.get(`/evidence/${id}/comments`))).toContain(CANARY);
  });

  it('is erased with the piece by people who never could read it', async () => {
    await lower();
    const [first, confirmer] = [await browserOf(world, other), await browserOf(world, await world.a.member())];
    await first.post(`/evidence/${id}/withdrawal`, { reason: 'She is in danger.' });
    for (const by of [first, confirmer]) await by.post(`/evidence/${id}/withdrawal/decision`, { decision: 'erase' });
    expect(await world.a.rows('SELECT text FROM words WHERE evidence_id = $1', [id])).toEqual([]);
  });
});

describe('a restricted piece', () => {
  const file = Buffer.concat([png(), Buffer.from(CANARY.repeat(100))]);
  let piece: string;

  beforeEach(async () => {
    const { headers, payload } = formWith(file, { title: 'A list', confidentiality: 'restricted' }, 'list.png');
    piece = (await world.as(holder).post('/evidence/files', payload, headers)).body['id'];
  });
  const askFile = (to: string) =>
    theirs.post(`/evidence/${piece}/lowerings`, {
      ...asking(to),
      checklist: [...CHECKLIST.slice(0, 3), { code: 'copy', answer: 'looked-at' }],
    });

  it('is decided on by somebody else who is named on it, and by nobody who is not', async () => {
    await refused(world, () => ask('coalition', theirs, piece), 422, 'look-at-file');
    const asked = (await askFile('coalition')).body['id'] as string;
    expect((await decide(asked)).status).toBe(404);
    expect((await seconds.get('/for-me/lowerings')).body['items']).toEqual([]);
    await name(piece, second);
    expect((await seconds.get('/for-me/lowerings')).body['items']).toMatchObject([{ evidenceId: piece }]);
    expect((await theirs.get(`/evidence/${piece}/lowering-preview?to=coalition`)).body).toMatchObject({
      ...{ readersNow: 2, readersThen: 3 },
    });
    expect((await decide(asked)).status).toBe(200);
    const read = await download(world, other, piece);
    expect(read.bytes.equals(file)).toBe(true);
    const { body } = await world.as(other).get(`/evidence/${piece}`);
    expect([body['sha256'], body['confidentiality']]).toEqual([
      createHash('sha256').update(file).digest('hex'),
      'coalition',
    ]);
  });

  it('opens bit by bit as it came, and rises again to those who were named', async () => {
    await name(piece, second);
    expect((await decide((await askFile('organization')).body['id'])).status).toBe(200);
    expect((await download(world, second, piece)).bytes.equals(file)).toBe(true);
    const another = await world.a.member({ organizationId: europe });
    const stranger = await browserOf(world, another);
    await refused(
      world,
      () => stranger.patch(`/evidence/${piece}`, { confidentiality: 'restricted' }, 3),
      422,
      'enter-anew',
    );
    expect((await theirs.patch(`/evidence/${piece}`, { confidentiality: 'restricted' }, 3)).status).toBe(200);
    expect((await world.as(another).get(`/evidence/${piece}`)).status).toBe(404);
    expect((await download(world, second, piece)).bytes.equals(file)).toBe(true);
    const [key] = await world.a.rows<{ generation: number }>(
      'SELECT generation FROM evidence_key WHERE evidence_id = $1 AND seals <> evidence_id',
      [piece],
    );
    expect(key).toEqual({ generation: 3 });
  });

  it('keeps a key that a rotation wraps with the level that it has now', async () => {
    await name(piece, second);
    await decide((await askFile('coalition')).body['id']);
    const ring = world.app.get(KeyRing);
    const old = (ring as unknown as { read: () => Buffer[] }).read();
    const both = new KeyRing(() => [...old, Buffer.alloc(32, 9)]);
    await world.a.rows('SELECT 1');
    expect(await rotate(world.tx, both)).toEqual({ wrapped: 2, unopened: 0 });
    await world.a.rows('SELECT 1');
    expect((await lookAtKeys(world.tx, new KeyRing(() => [Buffer.alloc(32, 9)]))).missing).toEqual(new Map());
  });
});

describe('the database', () => {
  const run = (member: Member, sql: string, given: unknown[]) =>
    inWorkspace(member.actor, world.tx, (tx) => tx.query(sql, given));

  it('lowers no level for a member, and lets nobody write what somebody else decided', async () => {
    await expect(run(holder, `UPDATE evidence SET confidentiality = 'public' WHERE id = $1`, [id])).rejects.toThrow(
      /two people/,
    );
  });

  it('takes no ask that comes decided, and none in the name of another', async () => {
    const row = `INSERT INTO lowering (id, workspace_id, evidence_id, person_id, organization_id, from_level, to_level, checklist, reason_hash, decision, decided_by, decided_at)
      VALUES (gen_random_uuid(), $1, $2, $3, $4, 'organization', 'coalition', '[]', '\\x00', $5, $6, CASE WHEN $5::text IS NULL THEN NULL ELSE clock_timestamp() END)`;
    const { workspaceId } = world.a;
    const asOther = [workspaceId, id, second.actor.personId, europe, null, null];
    await expect(run(holder, row, asOther)).rejects.toThrow(/row-level security/);
    const decided = [workspaceId, id, second.actor.personId, europe, 'agreed', holder.actor.personId];
    await expect(run(holder, row, decided)).rejects.toThrow(/decided once/);
  });

  it('wraps a key for nobody who may not know its piece', async () => {
    const done = await run(other, `SELECT heed_wrap_again($1, 1, 'aaaaaaaaaaaaaaaa', '\\x00') AS done`, [id]);
    expect(done).toEqual([{ done: false }]);
  });
});
