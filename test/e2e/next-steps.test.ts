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
let followUp: { id: string; recommendationId: string };

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  followUp = await world.a.followUp({ addressee_id: await world.a.addressee({ code: 'EU', name: 'European Union' }) });
});

afterEach(() => world.close());

const outcomeOf = ({ status, body }: Answer) => [status, body['code'], body['errors']?.[0]?.pointer];
const step = (more: Record<string, unknown> = {}) => ({
  what: 'Ask for a date.',
  ownerId: editor.actor.membershipId,
  dueOn: '2019-12',
  followUpId: followUp.id,
  ...more,
});
const made = async (more: Record<string, unknown> = {}): Promise<string> =>
  (await api.post('/next-steps', step(more))).body['id'] as string;
const stored = async (id: string) => {
  const [row] = await world.a.rows(
    `SELECT organization_id, follow_up_id, engagement_id, what, owner_id, due_on, due_last::text, state, version,
       (SELECT json_agg(json_build_array(outcome, (SELECT text FROM words w WHERE w.hash = x.note_hash)) ORDER BY recorded_at)
        FROM next_step_outcome x WHERE x.next_step_id = n.id) AS outcomes
     FROM next_step n WHERE id = $1`,
    [id],
  );
  return row;
};
const engagement = (given: Record<string, unknown> = {}) =>
  world.a.insert('engagement', {
    id: uuid(),
    workspace_id: world.a.workspaceId,
    organization_id: world.a.organizationId,
    kind: 'meeting',
    occurred_on: '2019',
    occurred_last: '2019-12-31',
    summary: 'We met.',
    ...given,
  });

describe('POST /next-steps', () => {
  it('says what, who and by when, on a follow-up', async () => {
    const { status, headers, body } = await api.post('/next-steps', step());
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      {
        id: expect.any(String),
        what: 'Ask for a date.',
        owner: { id: editor.actor.membershipId, name: editor.name },
        organization: { id: world.a.organizationId, name: 'First Organization' },
        dueOn: '2019-12',
        overdue: true,
        state: 'open',
        followUp: {
          id: followUp.id,
          recommendation: expect.objectContaining({ id: followUp.recommendationId }),
          addressee: expect.objectContaining({ code: 'EU' }),
        },
        engagement: null,
        source: null,
        outcomes: [],
        version: 1,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
    expect(await stored(body['id'])).toEqual({
      organization_id: world.a.organizationId,
      follow_up_id: followUp.id,
      engagement_id: null,
      what: 'Ask for a date.',
      owner_id: editor.actor.membershipId,
      due_on: '2019-12',
      due_last: '2019-12-31',
      state: 'open',
      version: 1,
      outcomes: null,
    });
    expect(await eventsOf(world, body['id'])).toEqual(['next-step.created 1 coalition']);
  });

  it('is written on an engagement by a partner, and is not overdue on its last day', async () => {
    const partner = await world.a.member({ roles: ['partner'] });
    const id = await engagement();
    const { status, body } = await world.as(partner).post('/next-steps', {
      ...step({ followUpId: null, ownerId: partner.actor.membershipId, dueOn: today }),
      engagementId: id,
    });
    expect([status, body]).toMatchObject([
      201,
      { engagement: { id, kind: 'meeting', occurredOn: '2019' }, followUp: null, overdue: false },
    ]);
  });

  it('is written on a letter as a whole, seen by everybody, and found by it in the list, the news of a period and For me', async () => {
    const source = await world.a.source({ title: 'Letter of 2010' });
    const { status, body } = await api.post('/next-steps', step({ followUpId: null, sourceId: source }));
    expect([status, body]).toMatchObject([
      201,
      { source: { id: source, title: 'Letter of 2010' }, followUp: null, engagement: null },
    ]);
    expect(await world.a.rows('SELECT source_id, follow_up_id FROM next_step WHERE id = $1', [body['id']])).toEqual([
      { source_id: source, follow_up_id: null },
    ]);
    expect(await eventsOf(world, body['id'])).toEqual(['next-step.created 1 coalition']);
    await made();
    const outsider = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    const found = (await outsider.get(`/next-steps?source=${source}&count=true`)).body;
    expect(found).toMatchObject({ count: 1, items: [{ id: body['id'] }] });
    const changed = await outsider.get(`/changes?from=${today}&to=${today}&kind=next-steps&source=${source}`);
    expect(changed.body['groups'][0]).toMatchObject({
      count: 1,
      items: [{ id: body['id'], source: { id: source, name: 'Letter of 2010' }, recommendation: null }],
    });
    const mine = (await api.get('/for-me/next-steps')).body['items'].find(
      ({ id }: { id: string }) => id === body['id'],
    );
    expect(mine).toMatchObject({ source: { id: source, name: 'Letter of 2010' }, recommendation: null });
    expect((await api.delete(`/sources/${source}`, 1)).status).toBe(409);
  });

  it('refuses what is about nothing, about two things, or given to another organization', async () => {
    const other = await world.a.member({ organizationId: await world.a.organization() });
    const cases: [Record<string, unknown>, unknown[]][] = [
      [{ followUpId: null }, [422, 'one-subject', '/followUpId']],
      [{ engagementId: await engagement() }, [422, 'one-subject', '/followUpId']],
      [{ sourceId: await world.a.source() }, [422, 'one-subject', '/followUpId']],
      [{ followUpId: null, sourceId: uuid() }, [404, 'not-found', '/sourceId']],
      [{ ownerId: other.actor.membershipId }, [422, 'another-organization', '/ownerId']],
      [{ ownerId: uuid() }, [404, 'not-found', '/ownerId']],
      [{ followUpId: uuid() }, [404, 'not-found', '/followUpId']],
      [{ dueOn: 'soon' }, [400, 'invalid-input', '/dueOn']],
      [{ what: '' }, [400, 'invalid-input', '/what']],
    ];
    for (const [more, outcome] of cases) expect(outcomeOf(await api.post('/next-steps', step(more)))).toEqual(outcome);
    expect(await world.a.rows('SELECT FROM next_step WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
  });

  it('is refused to an auditor', async () => {
    const auditor = world.as(await world.a.member({ roles: ['auditor'] }));
    expect((await auditor.post('/next-steps', step())).status).toBe(403);
  });
});

describe('what one sees', () => {
  it('is as confidential as what it is about', async () => {
    const recommendation_id = await world.a.recommendation({ confidentiality: 'organization' });
    const hidden = [
      await made({ followUpId: (await world.a.followUp({ recommendation_id })).id }),
      await made({ followUpId: null, engagementId: await engagement({ confidentiality: 'organization' }) }),
    ];
    const open = await made();
    const outsider = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    expect((await outsider.get('/next-steps?count=true')).body).toMatchObject({ count: 1, items: [{ id: open }] });
    for (const id of hidden) {
      expect((await outsider.get(`/next-steps/${id}`)).status).toBe(404);
      expect((await outsider.post(`/next-steps/${id}/outcomes`, { outcome: 'done' })).status).toBe(404);
      expect(await eventsOf(world, id)).toEqual(['next-step.created 1 organization']);
    }
  });

  it('is listed by what is due first, and by whom, what and how it stands', async () => {
    const colleague = await world.a.member();
    const [late, done, later] = [
      await made(),
      await made({ dueOn: '2018' }),
      await made({ dueOn: '2999', ownerId: colleague.actor.membershipId }),
    ];
    await api.post(`/next-steps/${done}/outcomes`, { outcome: 'done' });
    const list = async (query: string) =>
      (await api.get(`/next-steps?${query}`)).body['items'].map(({ id }: { id: string }) => id);
    expect(await list('')).toEqual([done, late, later]);
    expect(await list('state=open&sort=-dueOn')).toEqual([later, late]);
    expect(await list('overdue=true')).toEqual([late]);
    expect(await list(`owner=${colleague.actor.membershipId}`)).toEqual([later]);
    expect(await list(`followUp=${followUp.id}&state=done`)).toEqual([done]);
    expect(await list(`recommendation=${followUp.recommendationId}&limit=1`)).toEqual([done]);
    expect(await list(`recommendation=${uuid()}`)).toEqual([]);
    expect(await list(`engagement=${uuid()}`)).toEqual([]);
  });
});

describe('PATCH /next-steps/{id}', () => {
  it('changes who and by when', async () => {
    const id = await made();
    const colleague = await world.a.member();
    const change = { ownerId: colleague.actor.membershipId, dueOn: '2999-01' };
    expect((await api.patch(`/next-steps/${id}`, change, 1)).body).toMatchObject({ overdue: false, version: 2 });
    expect(await stored(id)).toMatchObject({
      owner_id: colleague.actor.membershipId,
      due_on: '2999-01',
      due_last: '2999-01-31',
      what: 'Ask for a date.',
    });
    expect((await api.patch(`/next-steps/${id}`, change, 1)).status).toBe(412);
    expect((await api.patch(`/next-steps/${id}`, change)).status).toBe(428);
  });

  it('is refused to another organization, which sees it', async () => {
    const id = await made();
    const other = await world.a.member({ organizationId: await world.a.organization() });
    const theirs = world.as(other);
    expect((await theirs.get(`/next-steps/${id}`)).status).toBe(200);
    expect(outcomeOf(await theirs.patch(`/next-steps/${id}`, { what: 'x' }, 1))).toEqual([
      403,
      'separation-of-duties',
      undefined,
    ]);
    expect((await theirs.post(`/next-steps/${id}/outcomes`, { outcome: 'done' })).status).toBe(403);
    expect(await stored(id)).toMatchObject({ what: 'Ask for a date.', state: 'open', version: 1 });
  });
});

describe('POST /next-steps/{id}/outcomes', () => {
  it('says done, opens it again, drops it, and keeps each', async () => {
    const id = await made();
    const settle = (body: Record<string, unknown>) => api.post(`/next-steps/${id}/outcomes`, body);
    expect((await settle({ outcome: 'done' })).body).toMatchObject({ state: 'done', overdue: false, version: 2 });
    expect((await settle({ outcome: 'reopened', note: 'They want it in writing.' })).body['state']).toBe('open');
    const { status, body } = await settle({ outcome: 'dropped', note: 'No longer needed.' });
    expect([status, body['outcomes']]).toEqual([
      201,
      [
        expect.objectContaining({ outcome: 'done', note: null, by: expect.objectContaining({ name: editor.name }) }),
        expect.objectContaining({ outcome: 'reopened', note: 'They want it in writing.' }),
        expect.objectContaining({ outcome: 'dropped', note: 'No longer needed.' }),
      ],
    ]);
    expect(await stored(id)).toMatchObject({
      state: 'dropped',
      outcomes: [
        ['done', null],
        ['reopened', 'They want it in writing.'],
        ['dropped', 'No longer needed.'],
      ],
    });
    expect(await eventsOf(world, id)).toEqual([
      'next-step.created 1 coalition',
      'next-step.done 2 coalition',
      'next-step.reopened 3 coalition',
      'next-step.dropped 4 coalition',
    ]);
  });

  it('asks why it was dropped or reopened, and refuses what is so already', async () => {
    const id = await made();
    const settle = (body: Record<string, unknown>) => api.post(`/next-steps/${id}/outcomes`, body);
    expect(outcomeOf(await settle({ outcome: 'dropped' }))).toEqual([422, 'note-missing', '/note']);
    expect(outcomeOf(await settle({ outcome: 'reopened', note: 'x' }))).toEqual([409, 'open', undefined]);
    await settle({ outcome: 'done' });
    expect(outcomeOf(await settle({ outcome: 'done' }))).toEqual([409, 'settled', undefined]);
    expect(outcomeOf(await settle({ outcome: 'reopened' }))).toEqual([422, 'note-missing', '/note']);
    expect(await stored(id)).toMatchObject({ state: 'done', outcomes: [['done', null]], version: 2 });
  });

  it('keeps an engagement that a step is about', async () => {
    const engagementId = await engagement();
    await made({ followUpId: null, engagementId });
    expect((await api.delete(`/engagements/${engagementId}`, 1)).status).toBe(409);
    expect(await world.a.rows('SELECT id FROM engagement WHERE id = $1', [engagementId])).toHaveLength(1);
  });
});
