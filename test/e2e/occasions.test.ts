import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

const today = dayIn('Asia/Seoul', new Date());

let world: World;
let editor: Member;
let api: Caller;
let recurring: string;
let continuing: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  recurring = await world.a.recommendation({ nature: 'recurring' });
  continuing = await world.a.recommendation({
    nature: 'continuing',
    review_months: 6,
    created_at: '2020-01-31T00:00:00Z',
  });
});

afterEach(() => world.close());

const outcomeOf = ({ status, body }: Answer) => [status, body['code'], body['errors']?.[0]?.pointer];
const occasion = (more: Record<string, unknown> = {}, id = recurring) =>
  api.post(`/recommendations/${id}/occasions`, { occurredOn: '2019-09', outcome: 'done', ...more });
const confirm = (more: Record<string, unknown> = {}, id = continuing) =>
  api.post(`/recommendations/${id}/confirmations`, { occurredOn: '2019-09', ...more });
const stored = () =>
  world.a.rows(
    `SELECT recommendation_id, occurred_on, occurred_last::text, outcome, (SELECT text FROM words w WHERE w.hash = said_by_hash) AS said_by,
       (SELECT text FROM words w WHERE w.hash = note_hash) AS note, evidence_id, supersedes FROM occasion WHERE workspace_id = $1 ORDER BY recorded_at`,
    [world.a.workspaceId],
  );

describe('POST /recommendations/{id}/occasions', () => {
  it('records when it was done, who says so, on which evidence, in one act with its event', async () => {
    const evidenceId = await world.a.evidence(editor, { title: 'A report' });
    const { status, body } = await occasion({ saidBy: 'The ministry', note: 'As every year.', evidenceId });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        recommendationId: recurring,
        occurredOn: '2019-09',
        outcome: 'done',
        saidBy: 'The ministry',
        note: 'As every year.',
        evidence: { id: evidenceId, title: 'A report' },
        supersedes: null,
        standing: true,
        by: expect.objectContaining({ id: editor.actor.membershipId }),
        recordedAt: expect.any(String),
      },
    ]);
    expect(await stored()).toEqual([
      {
        recommendation_id: recurring,
        occurred_on: '2019-09',
        occurred_last: '2019-09-30',
        outcome: 'done',
        said_by: 'The ministry',
        note: 'As every year.',
        evidence_id: evidenceId,
        supersedes: null,
      },
    ]);
    expect(await eventsOf(world, recurring)).toEqual(['recommendation.occasion-recorded 1 coalition']);
  });

  it('is corrected by another one, once, and both stay readable', async () => {
    const first = (await occasion()).body['id'];
    const { body } = await occasion({ outcome: 'not-done', supersedes: first, note: 'It was cancelled.' });
    const list = async (query: string) =>
      (await api.get(`/recommendations/${recurring}/occasions?${query}`)).body['items'].map(
        ({ id, standing }: { id: string; standing: boolean }) => [id, standing],
      );
    expect(await list('standing=true')).toEqual([[body['id'], true]]);
    expect(await list('standing=false')).toEqual([[first, false]]);
    expect(outcomeOf(await occasion({ supersedes: first }))).toEqual([409, 'already-exists', undefined]);
    expect(outcomeOf(await occasion({ supersedes: uuid() }))).toEqual([404, 'not-found', '/supersedes']);
    expect(await stored()).toHaveLength(2);
  });

  it('refuses what is not recurring, the future, and evidence that its readers may not read', async () => {
    const closed = await world.a.evidence(editor, { confidentiality: 'organization' });
    const gone = await world.a.evidence(editor, { withdrawal: 'withdrawn' });
    const cases: [Answer, unknown[]][] = [
      [await occasion({}, continuing), [409, 'not-recurring', undefined]],
      [await occasion({ occurredOn: '2999' }), [422, 'in-the-future', '/occurredOn']],
      [await occasion({ evidenceId: closed }), [422, 'too-confidential', '/evidenceId']],
      [await occasion({ evidenceId: gone }), [422, 'withdrawn', '/evidenceId']],
      [await occasion({ evidenceId: uuid() }), [404, 'not-found', '/evidenceId']],
      [await occasion({ outcome: 'confirmed' }), [400, 'invalid-input', '/outcome']],
    ];
    for (const [answer, outcome] of cases) expect(outcomeOf(answer)).toEqual(outcome);
    expect(await stored()).toEqual([]);
  });

  it('is written by administrators and editors, and never changed', async () => {
    await occasion();
    for (const role of ['verifier', 'partner', 'auditor'] as const) {
      const caller = world.as(await world.a.member({ roles: [role] }));
      const said = { occurredOn: '2019', outcome: 'done' };
      expect((await caller.post(`/recommendations/${recurring}/occasions`, said)).status).toBe(403);
      expect((await caller.get(`/recommendations/${recurring}/occasions`)).body['items']).toHaveLength(1);
    }
    expect(await stored()).toHaveLength(1);
    await expect(world.a.rows(`UPDATE occasion SET outcome = 'not-done'`)).rejects.toThrow();
  });
});

describe('what one sees', () => {
  it('is as confidential as the recommendation, and rises with it', async () => {
    await occasion({ saidBy: 'A ministry official' });
    await confirm({ note: 'We looked.' });
    const partner = world.as(
      await world.a.member({ roles: ['partner'], organizationId: await world.a.organization() }),
    );
    expect((await partner.get(`/recommendations/${recurring}/occasions`)).body['items']).toHaveLength(1);
    for (const id of [recurring, continuing])
      expect((await api.patch(`/recommendations/${id}`, { confidentiality: 'organization' }, 1)).status).toBe(200);
    expect((await partner.get(`/recommendations/${recurring}/occasions`)).status).toBe(404);
    expect((await partner.get(`/recommendations/${continuing}/confirmations`)).status).toBe(404);
    const levels = await world.a.rows(
      `SELECT confidentiality FROM words WHERE workspace_id = $1 AND text IN ('A ministry official', 'We looked.')`,
      [world.a.workspaceId],
    );
    expect(levels).toEqual([{ confidentiality: 'organization' }, { confidentiality: 'organization' }]);
  });
});

describe('a continuing recommendation', () => {
  const read = async (id = continuing) => {
    const { reviewMonths, reviewOn, reviewDue, lastConfirmed } = (await api.get(`/recommendations/${id}`)).body;
    return { reviewMonths, reviewOn, reviewDue, lastConfirmed };
  };
  const due = async (caller = api) => (await caller.get('/for-me/to-confirm?count=true')).body;

  it('is to be reviewed some months after it was entered, and after each confirmation', async () => {
    expect(await read()).toEqual({ reviewMonths: 6, reviewOn: '2020-07-31', reviewDue: true, lastConfirmed: null });
    expect((await due())['items']).toMatchObject([
      { id: continuing, since: '2020-07-31', recommendation: { id: continuing } },
    ]);
    expect((await confirm()).status).toBe(201);
    expect(await read()).toMatchObject({
      reviewOn: '2020-03-30',
      reviewDue: true,
      lastConfirmed: { occurredOn: '2019-09', by: { id: editor.actor.membershipId } },
    });
    await confirm({ occurredOn: today });
    expect(await read()).toMatchObject({ reviewDue: false, lastConfirmed: { occurredOn: today } });
    expect(await due()).toMatchObject({ items: [], count: 0 });
    expect(await eventsOf(world, continuing)).toEqual([
      'recommendation.confirmed 1 coalition',
      'recommendation.confirmed 1 coalition',
    ]);
    const { items } = (await api.get(`/recommendations/${continuing}/confirmations`)).body;
    expect(items.map(({ occurredOn }: { occurredOn: string }) => occurredOn)).toEqual([today, '2019-09']);
  });

  it('counts a confirmation no more once it is corrected', async () => {
    const { body } = await confirm({ occurredOn: today });
    await confirm({ occurredOn: '2020-05-15', supersedes: body['id'] });
    expect(await read()).toMatchObject({ reviewOn: '2020-11-15', reviewDue: true });
    expect(outcomeOf(await confirm({}, recurring))).toEqual([409, 'not-continuing', undefined]);
    expect(outcomeOf(await occasion({ supersedes: body['id'] }))).toEqual([404, 'not-found', '/supersedes']);
  });

  it('is listed by whether a review is due, waits for editors of whoever entered it, and says when its interval was changed', async () => {
    const ids = async (value: string) =>
      (await api.get(`/recommendations?reviewDue=${value}`)).body['items'].map(({ id }: { id: string }) => id);
    expect([await ids('true'), await ids('false')]).toEqual([[continuing], [recurring]]);
    const other = await world.a.member({ organizationId: await world.a.organization() });
    expect((await due(world.as(other)))['count']).toBe(0);
    const followUp = await world.a.followUp({ recommendation_id: continuing, owner_id: other.actor.membershipId });
    expect(followUp.recommendationId).toBe(continuing);
    expect((await due(world.as(other)))['count']).toBe(1);
    expect((await due(world.as(await world.a.member({ roles: ['partner'] }))))['count']).toBe(0);
    await api.patch(`/recommendations/${continuing}`, { reviewMonths: 120 }, 1);
    expect(await read()).toMatchObject({ reviewMonths: 120, reviewOn: '2030-01-31', reviewDue: false });
    const [version] = (await api.get(`/recommendations/${continuing}/versions`)).body['items'];
    expect(version.changes).toMatchObject([{ field: 'reviewMonths', from: 6, to: 120 }]);
    expect((await api.patch(`/recommendations/${continuing}`, { reviewMonths: 0 }, 2)).status).toBe(400);
    await api.patch(`/recommendations/${continuing}`, { reviewMonths: null }, 2);
    expect(await read()).toEqual({ reviewMonths: null, reviewOn: null, reviewDue: false, lastConfirmed: null });
  });
});
