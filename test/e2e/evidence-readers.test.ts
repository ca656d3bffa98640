// Who may open a restricted piece: named by two, never by oneself, until a day; and unknown to everybody else all the while.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import { inWorkspace } from '../../src/access/in-workspace.js';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf } from '../support/people.js';
import { bytesOf, countEvents, refused } from '../support/record.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let holder: Member;
let reader: Member;
let confirmer: Member;
let other: Member;
let theirs: Browser;
let administrator: Browser;
let id: string;

const CANARY = 'kanarienvogel';
const LATER = '2099-12-31';

beforeEach(async () => {
  world = await openWorld();
  const europe = await world.a.organization('Europe for Korea');
  holder = await world.a.member({ roles: ['partner'], organizationId: europe });
  reader = await world.a.member({ roles: ['verifier'] });
  confirmer = await world.a.member({ roles: ['administrator'] });
  other = await world.a.member({ roles: ['administrator'] });
  [theirs, administrator] = [await browserOf(world, holder), await browserOf(world, confirmer)];
  const entered = await theirs.post('/evidence', {
    ...{ kind: 'account', title: `A ${CANARY} account`, terms: 'background', statement: `A ${CANARY} statement` },
    confidentiality: 'restricted',
  });
  id = entered.body['id'];
});
afterEach(() => world.close());

const asking = (given: Record<string, unknown> = {}) => ({
  memberId: reader.actor.membershipId,
  askedOfId: confirmer.actor.membershipId,
  reason: 'Has to weigh it.',
  endsOn: LATER,
  ...given,
});
const ask = (given: Record<string, unknown> = {}, by = theirs) =>
  by.post(`/evidence/${id}/reader-requests`, asking(given));
const decide = (request: string, decision = 'confirm', by = administrator) =>
  by.post(`/reader-requests/${request}/decision`, { decision });
const open = async (by: Member): Promise<number> => (await world.as(by).get(`/evidence/${id}`)).status;
const grants = () =>
  world.a.rows<{ id: string; person_id: string; ended: boolean }>(
    'SELECT id, person_id, ended_at IS NOT NULL AS ended FROM evidence_grant WHERE evidence_id = $1 ORDER BY created_at',
    [id],
  );
async function name(): Promise<string> {
  const request = (await ask()).body['id'] as string;
  expect((await decide(request)).status).toBe(200);
  return request;
}

describe('naming somebody', () => {
  it('takes one who may open it and one administrator, and opens it to the one who is named alone', async () => {
    const before = await countEvents(world);
    const asked = await ask();
    expect([asked.status, asked.body]).toMatchObject([201, { evidenceId: id, state: 'open', endsOn: LATER }]);
    expect(await open(reader)).toBe(404);
    expect(await grants()).toHaveLength(1);
    const decided = await decide(asked.body['id']);
    expect([decided.status, decided.body]).toMatchObject([200, { evidenceId: null, state: 'confirmed' }]);
    expect([await open(reader), await open(confirmer), await open(other)]).toEqual([200, 404, 404]);
    expect((await grants()).map(({ person_id }) => person_id)).toEqual([holder.actor.personId, reader.actor.personId]);
    expect((await theirs.get(`/evidence/${id}/readers`)).body['items']).toMatchObject([
      { reader: { id: holder.actor.membershipId }, endsOn: null, mayOpen: true, confirmedBy: null },
      {
        ...{ reader: { id: reader.actor.membershipId }, reason: 'Has to weigh it.', endsOn: LATER, mayOpen: true },
        ...{ namedBy: { id: holder.actor.membershipId }, confirmedBy: { id: confirmer.actor.membershipId } },
      },
    ]);
    const custody = await theirs.get(`/evidence/${id}/custody`);
    expect(custody.body['items'].map((c: Record<string, any>) => [c['act'], c['by'].id])).toEqual([
      ['captured', holder.actor.membershipId],
      ['reader-named', confirmer.actor.membershipId],
      ['opened', reader.actor.membershipId],
    ]);
    expect(await countEvents(world)).toBe(before + 3);
  });

  it('is told to the administrator who was asked, without the piece, and to no other', async () => {
    const { body: asked } = await ask();
    expect((await administrator.get('/reader-requests?count=true')).body).toMatchObject({
      count: 1,
      items: [{ id: asked['id'], evidenceId: null, reader: { id: reader.actor.membershipId } }],
    });
    const waits = await administrator.get('/for-me/reader-requests');
    expect(waits.body['items']).toMatchObject([
      {
        id: asked['id'],
        by: { id: holder.actor.membershipId },
        member: { id: reader.actor.membershipId },
        note: 'Has to weigh it.',
      },
    ]);
    await decide(asked['id'], 'decline');
    expect((await administrator.get('/for-me/reader-requests')).body['items']).toEqual([]);
    const seen = [
      waits,
      await administrator.get('/reader-requests'),
      await administrator.get('/audit/events?limit=200'),
    ];
    for (const answer of seen)
      expect([bytesOf(answer).includes(id), bytesOf(answer).includes(CANARY)]).toEqual([false, false]);
    for (const stranger of [other, reader]) {
      expect((await world.as(stranger).get('/reader-requests?count=true')).body).toMatchObject({ count: 0, items: [] });
      expect(bytesOf(await world.as(stranger).get('/audit/events?limit=200'))).not.toContain(asked['id']);
    }
  });

  it('is refused for oneself, by oneself, and by whoever is no administrator', async () => {
    const refusals: [Record<string, unknown>, number, string][] = [
      [{ memberId: holder.actor.membershipId }, 403, 'separation-of-duties'],
      [{ memberId: confirmer.actor.membershipId }, 403, 'separation-of-duties'],
      [{ askedOfId: holder.actor.membershipId }, 403, 'separation-of-duties'],
      [{ askedOfId: (await world.a.member()).actor.membershipId }, 422, 'unfit'],
      [{ endsOn: '2020-01-01' }, 422, 'unfit'],
      [{ memberId: uuid() }, 404, 'not-found'],
    ];
    for (const [given, status] of refusals) {
      const before = await countEvents(world);
      expect([given, (await ask(given)).status]).toEqual([given, status]);
      expect(await countEvents(world)).toBe(before);
    }
    expect(await world.a.rows('SELECT id FROM reader_request WHERE evidence_id = $1', [id])).toEqual([]);
  });

  it('is refused to whoever may not open it, as if the piece had never been', async () => {
    const another = await browserOf(world, other);
    const path = (piece: string) => () => another.post(`/evidence/${piece}/reader-requests`, asking());
    const never = bytesOf(await refused(world, path(uuid()), 404, 'not-found'));
    expect(bytesOf(await refused(world, path(id), 404, 'not-found'))).toBe(never);
    const { body } = await ask();
    const unknown = bytesOf(await refused(world, () => decide(uuid(), 'confirm', another), 404, 'not-found'));
    expect(bytesOf(await refused(world, () => decide(body['id'], 'confirm', another), 404, 'not-found'))).toBe(unknown);
    expect(await open(reader)).toBe(404);
  });

  it('takes whoever is a member today, where the workspace is', async () => {
    await world.a.rows(`UPDATE workspace SET time_zone = 'Pacific/Kiritimati' WHERE id = $1`, [world.a.workspaceId]);
    const begin = (days: number) =>
      world.a.rows(
        `UPDATE membership SET starts_on = (clock_timestamp() AT TIME ZONE 'Pacific/Kiritimati')::date + $1::integer WHERE id = $2`,
        [days, reader.actor.membershipId],
      );
    await begin(1);
    await refused(world, () => ask(), 404, 'not-found');
    await begin(0);
    expect((await ask()).status).toBe(201);
  });

  it('is asked and decided by somebody who signed in just now', async () => {
    const [stale, tired] = [await browserOf(world, holder, 601), await browserOf(world, confirmer, 601)];
    await refused(world, () => ask({}, stale), 401, 'sign-in-again');
    const { body } = await ask();
    await refused(world, () => decide(body['id'], 'confirm', tired), 401, 'sign-in-again');
  });

  it('is decided once, and given for no longer than whoever asks has it', async () => {
    const request = await name();
    await refused(world, () => decide(request), 409, 'decided');
    await refused(world, () => ask(), 409, 'already-exists');
    await world.a.rows(`UPDATE evidence_grant SET ends_on = current_date + 10 WHERE person_id = $1`, [
      reader.actor.personId,
    ]);
    const [named, third] = [await browserOf(world, reader), await world.a.member()];
    await refused(world, () => ask({ memberId: third.actor.membershipId }, named), 422, 'day');
  });

  it('lapses after a week, and once whoever asked may not open it any more', async () => {
    const { body: late } = await ask();
    await world.a.rows('ALTER TABLE reader_request DISABLE TRIGGER step');
    await world.a.rows(`UPDATE reader_request SET created_at = created_at - interval '8 days' WHERE id = $1`, [
      late['id'],
    ]);
    await world.a.rows('ALTER TABLE reader_request ENABLE TRIGGER step');
    await refused(world, () => decide(late['id']), 409, 'lapsed');
    const { body: asked } = await ask();
    await world.a.rows(`UPDATE evidence_grant SET ended_at = clock_timestamp() WHERE person_id = $1`, [
      holder.actor.personId,
    ]);
    await refused(world, () => decide(asked['id']), 409, 'lapsed');
    expect(await open(reader)).toBe(404);
  });
});

describe('what somebody may open', () => {
  it.each(['whoever brought it', 'the reader'])('is ended at once by %s', async (who) => {
    await name();
    const [, grant] = await grants();
    const by = who === 'the reader' ? await browserOf(world, reader, 3600) : await browserOf(world, holder, 3600);
    expect((await by.delete(`/evidence/${id}/readers/${grant!.id}`)).status).toBe(204);
    expect([await open(reader), await open(holder)]).toEqual([404, 200]);
    expect((await grants()).map(({ ended }) => ended)).toEqual([false, true]);
    await ask();
    expect(
      (await theirs.get(`/evidence/${id}/custody`)).body['items'].map((c: Record<string, any>) => c['act']),
    ).toContain('reader-ended');
  });

  it('is ended by no other reader, and somebody remains', async () => {
    await name();
    const [own] = await grants();
    const readers = await browserOf(world, reader);
    await refused(world, () => readers.delete(`/evidence/${id}/readers/${own!.id}`), 403, 'separation-of-duties');
    const [, grant] = await grants();
    await theirs.delete(`/evidence/${id}/readers/${grant!.id}`);
    await refused(world, () => theirs.delete(`/evidence/${id}/readers/${own!.id}`), 409, 'last-reader');
    expect(await open(holder)).toBe(200);
  });

  it('is given anew to whom it was ended', async () => {
    await name();
    const [, grant] = await grants();
    await theirs.delete(`/evidence/${id}/readers/${grant!.id}`);
    await name();
    expect(await open(reader)).toBe(200);
  });
});

describe('once the piece is in danger', () => {
  it('nobody is named any more, and with the piece the reasons are erased', async () => {
    await name();
    const third = await world.a.member();
    const { body: asked } = await ask({ memberId: third.actor.membershipId, reason: `Of ${CANARY}.` });
    await theirs.post(`/evidence/${id}/withdrawal`, { reason: 'Named.' });
    await refused(world, () => decide(asked['id']), 409, 'lapsed');
    await refused(world, () => ask({ memberId: other.actor.membershipId }), 410, 'withdrawn');
    const second = await browserOf(world, reader);
    const editor = await world.a.member();
    await world.a.insert('evidence_grant', {
      ...{ workspace_id: world.a.workspaceId, evidence_id: id, person_id: editor.actor.personId },
      ...{ granted_by: editor.actor.personId, reason: `Of ${CANARY}.` },
    });
    const first = await browserOf(world, editor);
    await first.post(`/evidence/${id}/withdrawal/decision`, { decision: 'erase' });
    expect((await second.post(`/evidence/${id}/withdrawal/decision`, { decision: 'erase' })).status).toBe(200);
    const left = await world.a.rows<{ reason: string }>(
      'SELECT reason FROM evidence_grant WHERE evidence_id = $1 UNION SELECT reason FROM reader_request WHERE evidence_id = $1',
      [id],
    );
    expect(left).toEqual([{ reason: 'Erased.' }]);
  });
});

describe('the database by itself', () => {
  const as = (member: Member, sql: string, values: unknown[]) =>
    inWorkspace(member.actor, world.tx, (tx) => tx.query<unknown[]>(sql, values));
  const refusedBy = (member: Member, sql: string, values: unknown[]) =>
    expect(
      inWorkspace(member.actor, world.tx, (tx) => tx.transaction((inner) => inner.query(sql, values))),
    ).rejects.toThrow(/row-level security|permission denied|decided once|violates/);
  const GRANT = `INSERT INTO evidence_grant (workspace_id, evidence_id, person_id, granted_by, reason) VALUES ($1, $2, $3, $4, 'x')`;

  it('lets nobody name themselves on what they did not bring, or anybody else', async () => {
    const { workspaceId } = world.a;
    await refusedBy(other, GRANT, [workspaceId, id, other.actor.personId, other.actor.personId]);
    await refusedBy(holder, GRANT, [workspaceId, id, reader.actor.personId, holder.actor.personId]);
    expect(await grants()).toHaveLength(1);
  });

  it('lets nobody confirm but whom it asks, nor bring back what ended', async () => {
    const { body: asked } = await ask();
    const CONFIRM = `UPDATE reader_request SET decision = 'confirmed', decided_at = clock_timestamp() WHERE id = $1`;
    await as(other, CONFIRM, [asked['id']]);
    await refusedBy(holder, CONFIRM, [asked['id']]);
    expect(await grants()).toHaveLength(1);
    await decide(asked['id']);
    await refusedBy(confirmer, CONFIRM, [asked['id']]);
    await as(reader, 'UPDATE evidence_grant SET ended_at = clock_timestamp() WHERE person_id = $1', [
      reader.actor.personId,
    ]);
    await as(reader, 'UPDATE evidence_grant SET ended_at = NULL WHERE person_id = $1', [reader.actor.personId]);
    await refusedBy(holder, 'UPDATE evidence_grant SET ended_at = NULL WHERE person_id = $1', [reader.actor.personId]);
    expect(await open(reader)).toBe(404);
  });
});
