import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

const tomorrow = dayIn('Asia/Seoul', new Date(Date.now() + 86_400_000));

let world: World;
let editor: Member;
let api: Caller;
let ask: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  ask = await world.a.recommendation({ code: 'R-A', title: 'Send workers home' });
});

afterEach(() => world.close());

const outcomeOf = ({ status, body }: Answer) => [status, body['code'], body['errors']?.[0]?.pointer];
const workers = (more: Record<string, unknown> = {}) => ({ title: 'Workers in China', unit: 'workers', ...more });
const made = async (more: Record<string, unknown> = {}): Promise<string> =>
  (await api.post('/indicators', workers(more))).body['id'] as string;
const said = (more: Record<string, unknown> = {}) => ({
  period: '2019',
  value: 80_000,
  estimate: true,
  saidBy: 'NKDB',
  ...more,
});
const observe = (id: string, more: Record<string, unknown> = {}) =>
  api.post(`/indicators/${id}/observations`, said(more));
const stored = (id: string) =>
  world.a.rows(
    `SELECT o.period, o.period_first::text, o.period_last::text, o.value, o.low, o.high, o.estimate, o.breaks_series, o.supersedes, o.person_id, o.organization_id,
       (SELECT text FROM words w WHERE w.hash = o.said_by_hash) AS said_by, (SELECT text FROM words w WHERE w.hash = o.missing_reason_hash) AS missing_reason
     FROM observation o WHERE o.indicator_id = $1 ORDER BY o.recorded_at`,
    [id],
  );

describe('POST /indicators', () => {
  it('keeps what is measured, its unit, and the recommendations it is about', async () => {
    const { status, headers, body } = await api.post(
      '/indicators',
      workers({ baseline: 100_000.5, target: 0, note: 'Counted at work places.', recommendationIds: [ask] }),
    );
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      {
        id: expect.any(String),
        title: 'Workers in China',
        unit: 'workers',
        baseline: 100_000.5,
        target: 0,
        note: 'Counted at work places.',
        recommendationIds: [ask],
        recommendations: [{ id: ask, code: 'R-A', title: 'Send workers home' }],
        observationCount: 0,
        latest: [],
        version: 1,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
    expect(
      await world.a.rows('SELECT workspace_id, title, unit, baseline, target, note FROM indicator WHERE id = $1', [
        body['id'],
      ]),
    ).toEqual([
      {
        workspace_id: world.a.workspaceId,
        title: 'Workers in China',
        unit: 'workers',
        baseline: '100000.5',
        target: '0',
        note: 'Counted at work places.',
      },
    ]);
    expect(await eventsOf(world, body['id'])).toEqual(['indicator.created 1 coalition']);
  });

  it('names the first recommendation that one may not know', async () => {
    const hidden = await world.a.recommendation({
      confidentiality: 'organization',
      organization_id: await world.a.organization(),
    });
    for (const id of [hidden, uuid(), await (await world.a.otherWorkspace()).recommendation()])
      expect(outcomeOf(await api.post('/indicators', workers({ recommendationIds: [ask, id] })))).toEqual([
        404,
        'not-found',
        '/recommendationIds/1',
      ]);
    expect(await world.a.rows('SELECT FROM indicator WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
  });

  it.each([
    [{ title: undefined }, '/title'],
    [{ title: ' ' }, '/title'],
    [{ unit: 'x'.repeat(101) }, '/unit'],
    [{ baseline: '80000' }, '/baseline'],
    [{ target: 1e16 }, '/target'],
    [{ recommendationIds: null }, '/recommendationIds'],
    [{ recommendationIds: ['R-A'] }, '/recommendationIds'],
    [{ value: 1 }, '/value'],
  ])('refuses %j with 400, naming %s', async (more, pointer) => {
    expect(outcomeOf(await api.post('/indicators', workers(more)))).toEqual([400, 'invalid-input', pointer]);
  });
});

describe('GET /indicators', () => {
  it('lists by title, and those of one recommendation', async () => {
    await made({ title: 'B', recommendationIds: [ask] });
    await made({ title: 'A' });
    const titlesOf = ({ body }: Answer) => body['items'].map(({ title }: { title: string }) => title);
    expect(titlesOf(await api.get('/indicators'))).toEqual(['A', 'B']);
    expect(titlesOf(await api.get('/indicators?sort=-title&limit=1'))).toEqual(['B']);
    expect(titlesOf(await api.get(`/indicators?recommendation=${ask}`))).toEqual(['B']);
    expect(titlesOf(await api.get(`/indicators?recommendation=${uuid()}`))).toEqual([]);
  });

  it('hides recommendations that the reader may not see', async () => {
    const hidden = await world.a.recommendation({ confidentiality: 'organization' });
    const id = await made({ recommendationIds: [hidden, ask] });
    const outsider = await world.a.member({ organizationId: await world.a.organization() });
    const { body } = await world.as(outsider).get(`/indicators/${id}`);
    expect(body['recommendationIds']).toEqual([ask]);
    expect((await world.as(outsider).get(`/indicators?recommendation=${hidden}`)).body['items']).toEqual([]);
    // Who may not see it doesn't take it off.
    await world.as(outsider).patch(`/indicators/${id}`, { recommendationIds: [] }, 1);
    expect((await api.get(`/indicators/${id}`)).body['recommendationIds']).toEqual([hidden]);
  });

  it('counts what stands and shows the clashing figures of the latest period', async () => {
    const id = await made();
    await observe(id, { period: '2015', value: 50_000 });
    const wrong = await observe(id, { value: 8000 });
    await observe(id, { supersedes: wrong.body['id'] });
    await observe(id, { value: undefined, low: 100_000, saidBy: 'Radio Free Asia', period: '2019-12' });
    const { body } = await api.get(`/indicators/${id}`);
    expect([body['observationCount'], body['latest']]).toEqual([
      3,
      [
        {
          id: expect.any(String),
          period: '2019',
          value: 80_000,
          low: null,
          high: null,
          estimate: true,
          saidBy: 'NKDB',
        },
        expect.objectContaining({ value: null, low: 100_000, saidBy: 'Radio Free Asia' }),
      ],
    ]);
  });
});

describe('PATCH and DELETE /indicators/{id}', () => {
  it('changes what the body names and takes the recommendations that it holds', async () => {
    const id = await made({ target: 5, recommendationIds: [ask] });
    const other = await world.a.recommendation({ code: 'R-B' });
    const { status, body } = await api.patch(
      `/indicators/${id}`,
      { target: null, baseline: 7, recommendationIds: [other] },
      1,
    );
    expect([status, body]).toMatchObject([
      200,
      { title: 'Workers in China', target: null, baseline: 7, recommendationIds: [other], version: 2 },
    ]);
    expect(await eventsOf(world, id)).toEqual(['indicator.created 1 coalition', 'indicator.updated 2 coalition']);
  });

  it('refuses who read an older version, or none', async () => {
    const id = await made();
    await api.patch(`/indicators/${id}`, { title: 'Newer' }, 1);
    expect((await api.patch(`/indicators/${id}`, { title: 'x' }, 1)).status).toBe(412);
    expect((await api.patch(`/indicators/${id}`, { title: 'x' })).status).toBe(428);
    expect((await api.delete(`/indicators/${id}`, 1)).status).toBe(412);
    expect((await api.get(`/indicators/${id}`)).body['title']).toBe('Newer');
  });

  it('deletes one of which nothing was observed, and no other', async () => {
    const [bare, observed] = [await made({ recommendationIds: [ask] }), await made()];
    await observe(observed);
    expect((await api.delete(`/indicators/${bare}`, 1)).status).toBe(204);
    expect(outcomeOf(await api.delete(`/indicators/${observed}`, 1))).toEqual([409, 'still-in-use', undefined]);
    expect(await world.a.rows('SELECT id FROM indicator WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([
      { id: observed },
    ]);
    expect((await eventsOf(world, bare)).at(-1)).toBe('indicator.deleted 1 coalition');
  });
});

describe('POST /indicators/{id}/observations', () => {
  it('keeps who says so, the evidence, and that it is an estimate', async () => {
    const id = await made();
    const evidence = await world.a.evidence(editor, { title: 'A brief' });
    const { status, body } = await observe(id, {
      period: '2019-12-16',
      note: 'Five rounds of field work.',
      breaksSeries: true,
      evidenceIds: [evidence],
    });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        indicatorId: id,
        period: '2019-12-16',
        value: 80_000,
        low: null,
        high: null,
        estimate: true,
        saidBy: 'NKDB',
        missingReason: null,
        note: 'Five rounds of field work.',
        breaksSeries: true,
        evidence: [{ id: evidence, title: 'A brief' }],
        supersedes: null,
        supersededBy: null,
        by: expect.objectContaining({ name: editor.name }),
        recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
    expect(await stored(id)).toEqual([
      {
        period: '2019-12-16',
        period_first: '2019-12-16',
        period_last: '2019-12-16',
        value: '80000',
        low: null,
        high: null,
        estimate: true,
        breaks_series: true,
        supersedes: null,
        person_id: editor.actor.personId,
        organization_id: editor.actor.organizationId,
        said_by: 'NKDB',
        missing_reason: null,
      },
    ]);
    expect(await world.a.rows('SELECT evidence_id, evidence_version FROM observation_evidence')).toEqual([
      { evidence_id: evidence, evidence_version: 1 },
    ]);
    expect(await eventsOf(world, id)).toEqual(['indicator.created 1 coalition', 'indicator.observed coalition']);
  });

  it.each([
    [
      { value: undefined, low: 250, high: 600 },
      { low: '250', high: '600' },
    ],
    [
      { value: undefined, low: 100_000 },
      { low: '100000', high: null },
    ],
    [
      { value: undefined, high: 8_110_000 },
      { low: null, high: '8110000' },
    ],
    [{ value: 0 }, { value: '0' }],
    [{ value: 1.29 }, { value: '1.29' }],
    [
      { value: undefined, missingReason: 'Not published.' },
      { value: null, missing_reason: 'Not published.' },
    ],
    [{ period: '2017/2021' }, { period_first: '2017-01-01', period_last: '2021-12-31' }],
  ])('takes %j', async (more, row) => {
    const id = await made();
    expect((await observe(id, more)).status).toBe(201);
    expect(await stored(id)).toMatchObject([row]);
  });

  it.each([
    [{ low: 1 }, 'one-of-three', '/value'],
    [{ missingReason: 'None.' }, 'one-of-three', '/value'],
    [{ value: null }, 'one-of-three', '/value'],
    [{ value: null, high: 3, missingReason: 'None.' }, 'one-of-three', '/value'],
    [{ value: null, low: 3, high: 2 }, 'wrong-way-round', '/low'],
    [{ period: tomorrow }, 'in-the-future', '/period'],
  ])('refuses %j with 422', async (more, code, pointer) => {
    const id = await made();
    expect(outcomeOf(await observe(id, more))).toEqual([422, code, pointer]);
    expect(await stored(id)).toEqual([]);
  });

  it.each([
    [{ period: '2019-13' }, '/period'],
    [{ value: '1.29 million' }, '/value'],
    [{ estimate: undefined }, '/estimate'],
    [{ saidBy: undefined }, '/saidBy'],
    [{ evidenceIds: ['x'] }, '/evidenceIds'],
    [{ supersedes: 'x' }, '/supersedes'],
  ])('refuses %j with 400, naming %s', async (more, pointer) => {
    expect(outcomeOf(await observe(await made(), more))).toEqual([400, 'invalid-input', pointer]);
  });

  it('lets clashing figures of several stand side by side, and corrects one by another', async () => {
    const id = await made();
    const [first, clashing] = [
      await observe(id, { value: 8000 }),
      await observe(id, { value: 100_000, saidBy: 'RFA' }),
    ];
    const corrected = await observe(id, { supersedes: first.body['id'] });
    expect(corrected.body['supersedes']).toBe(first.body['id']);
    const idsOf = ({ body }: Answer) => body['items'].map((one: { id: string }) => one.id);
    const list = (query: string) => api.get(`/indicators/${id}/observations?sort=recordedAt${query}`);
    expect(idsOf(await list(''))).toEqual([first.body['id'], clashing.body['id'], corrected.body['id']]);
    expect(idsOf(await list('&standing=true'))).toEqual([clashing.body['id'], corrected.body['id']]);
    expect((await list('&standing=false')).body['items']).toMatchObject([
      { id: first.body['id'], supersededBy: corrected.body['id'], value: 8000 },
    ]);
    expect((await stored(id)).map(({ value }) => value)).toEqual(['8000', '100000', '80000']);
  });

  it('corrects an observation once, and only of the same indicator', async () => {
    const [id, other] = [await made(), await made()];
    const first = await observe(id);
    await observe(id, { supersedes: first.body['id'] });
    expect(outcomeOf(await observe(id, { supersedes: first.body['id'] }))).toEqual([409, 'already-exists', undefined]);
    expect(outcomeOf(await observe(other, { supersedes: first.body['id'] }))).toEqual([
      404,
      'not-found',
      '/supersedes',
    ]);
    expect([(await stored(id)).length, (await stored(other)).length]).toEqual([2, 0]);
  });

  it('rests on no evidence that the actor may not know, nor on what was withdrawn', async () => {
    const id = await made();
    const other = await world.a.member({ organizationId: await world.a.organization() });
    const hidden = await world.a.evidence(other, { confidentiality: 'organization' });
    const withdrawn = await world.a.evidence(editor, { withdrawal: 'withdrawn' });
    expect(outcomeOf(await observe(id, { evidenceIds: [hidden] }))).toEqual([404, 'not-found', '/evidenceIds/0']);
    expect(outcomeOf(await observe(id, { evidenceIds: [withdrawn] }))).toEqual([422, 'withdrawn', '/evidenceIds/0']);
    expect(await stored(id)).toEqual([]);
  });

  it('names only evidence that the reader may see', async () => {
    const id = await made();
    await observe(id, { evidenceIds: [await world.a.evidence(editor, { confidentiality: 'organization' })] });
    const outsider = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    expect((await outsider.get(`/indicators/${id}/observations`)).body['items']).toMatchObject([{ evidence: [] }]);
    expect((await api.get(`/indicators/${id}/observations`)).body['items'][0]['evidence']).toHaveLength(1);
  });

  it('lists nothing of an indicator that is not there', async () => {
    const elsewhere = await (await world.a.otherWorkspace()).indicator();
    for (const id of [uuid(), elsewhere]) {
      expect((await api.get(`/indicators/${id}/observations`)).status).toBe(404);
      expect((await observe(id)).status).toBe(404);
      expect((await api.get(`/indicators/${id}`)).status).toBe(404);
    }
  });
});
