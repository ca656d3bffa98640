import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { ROLES } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { copiesThatDiffer } from '../support/copies.js';
import { eventsOf } from '../support/events.js';
import { openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let ours: Member, theirs: Member;
let api: Caller, partner: Caller;
let followUp: Awaited<ReturnType<World['a']['followUp']>>;

beforeEach(async () => {
  world = await openWorld();
  ours = await world.a.member({ name: 'Edita' });
  theirs = await world.a.member({ roles: ['partner'], organizationId: await world.a.organization('Europe for Korea') });
  [api, partner] = [world.as(ours), world.as(theirs)];
  followUp = await world.a.followUp({ addressee_id: await world.a.addressee({ code: 'EU', name: 'European Union' }) });
});
afterEach(async () => {
  const differing = await copiesThatDiffer(world).finally(() => world.close());
  expect(differing).toEqual([]);
});

const state = (given: Record<string, unknown> = {}, by = api): Promise<Answer> =>
  by.post('/contributions', {
    followUpId: followUp.id,
    statement: 'They took our list of names.',
    strength: 'plausible',
    ...given,
  });
const stated = async (given: Record<string, unknown> = {}, by = api): Promise<string> =>
  (await state(given, by)).body['id'] as string;
const read = async (id: string, by = api): Promise<Record<string, any>> => (await by.get(`/contributions/${id}`)).body;
const substantiate = (id: string, version: number, by = partner, body: Record<string, unknown> = {}) =>
  by.post(`/contributions/${id}/substantiations`, body, { 'if-match': `"${String(version)}"` });
const engagement = (given: Record<string, unknown> = {}) =>
  world.a.insert('engagement', {
    ...{ id: uuid(), workspace_id: world.a.workspaceId, organization_id: world.a.organizationId, kind: 'meeting' },
    ...{ occurred_on: '2019-05', occurred_last: '2019-05-31', summary: 'We met.', ...given },
  });
const wordsOf = (text: string) =>
  world.a.rows('SELECT confidentiality, organization_id FROM words WHERE text = $1', [text]);

describe('POST /contributions', () => {
  it('states what an organization had to do with an outcome, on which engagements and evidence, in words that can be erased', async () => {
    const [met, piece] = [await engagement(), await world.a.evidence(ours, { title: 'Minutes' })];
    const { status, headers, body } = await state({
      othersPart: 'Two embassies raised it too.',
      otherExplanations: 'There were elections.',
      engagementIds: [met],
      evidenceIds: [piece],
      strength: 'documented',
    });
    const by = {
      id: ours.actor.membershipId,
      name: ours.name,
      organization: { id: world.a.organizationId, name: 'First Organization' },
    };
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      {
        id: expect.any(String),
        followUp: {
          id: followUp.id,
          recommendation: expect.objectContaining({ id: followUp.recommendationId }),
          addressee: expect.objectContaining({ code: 'EU' }),
        },
        organization: { id: world.a.organizationId, name: 'First Organization' },
        ...{ state: 'stated', strength: 'documented', statement: 'They took our list of names.' },
        ...{ othersPart: 'Two embassies raised it too.', otherExplanations: 'There were elections.', outcome: null },
        engagements: [{ id: met, kind: 'meeting', occurredOn: '2019-05', summary: 'We met.' }],
        evidence: [{ id: piece, title: 'Minutes', confidentiality: 'coalition', withdrawal: 'none' }],
        ...{ confidentiality: 'coalition', by, statedAt: expect.any(String), substantiations: [] },
        acts: [
          expect.objectContaining({
            act: 'stated',
            by,
            strength: 'documented',
            said: 'They took our list of names.',
            substantiates: null,
          }),
        ],
        ...{ version: 1, createdAt: expect.any(String), updatedAt: expect.any(String) },
      },
    ]);
    expect(await rowOf(world, 'contribution', body['id'], 'organization_id, follow_up_id, strength, state')).toEqual({
      organization_id: world.a.organizationId,
      follow_up_id: followUp.id,
      strength: 'documented',
      state: 'stated',
    });
    expect(await world.a.rows('SELECT evidence_id, evidence_version FROM contribution_evidence')).toEqual([
      { evidence_id: piece, evidence_version: 1 },
    ]);
    for (const text of ['They took our list of names.', 'Two embassies raised it too.', 'There were elections.'])
      expect(await wordsOf(text)).toEqual([{ confidentiality: 'coalition', organization_id: world.a.organizationId }]);
    const [event] = await openedEvents(world, body['id']);
    expect(event).toMatchObject({ action: 'contribution.stated', level: 'coalition', version: 1 });
    expect(JSON.stringify(event)).not.toMatch(/names|embassies|elections/);
  });

  it('is never counted as something that was done: tracks, phases and summaries stay as they were', async () => {
    const counted = async () =>
      JSON.stringify([
        (await api.get('/summary?axis=implementation&by=addressee')).body['items'],
        (await api.get('/summary?axis=response&by=addressee')).body['items'],
        await world.a.rows('SELECT id, state, phase, version, contested FROM track ORDER BY id'),
        await world.a.rows('SELECT response_phase, implementation_phase, version, moved_at FROM follow_up'),
        await world.a.rows('SELECT * FROM follow_up_count'),
      ]);
    const before = await counted();
    const piece = await world.a.evidence(ours);
    const id = await stated({ strength: 'documented', evidenceIds: [piece] });
    await substantiate(id, 1);
    expect(await read(id)).toMatchObject({ strength: 'documented', substantiations: [expect.any(Object)] });
    expect(await counted()).toBe(before);
  });

  it('names each condition of a strength that is not met', async () => {
    const unmet = ({ status, body }: Answer) => [
      status,
      body['unmet']?.map((u: { condition: string }) => u.condition),
      body['errors']?.[0]?.pointer,
    ];
    const declined = await world.a.evidence(ours, { acceptance: 'proposed' });
    for (const evidenceIds of [[], [declined]])
      expect(unmet(await state({ strength: 'documented', evidenceIds }))).toEqual([422, ['has-evidence'], '/strength']);
    const reply = await world.a.evidence(ours);
    const confirmed = { strength: 'confirmed-by-addressee', evidenceIds: [reply] };
    expect(unmet(await state(confirmed))).toEqual([422, ['has-reply'], '/strength']);
    const elsewhere = await world.a.followUp();
    await world.a.link(elsewhere.response, reply, ours, { shows: 'reply' });
    expect(unmet(await state(confirmed))).toEqual([422, ['has-reply'], '/strength']);
    await world.a.link(followUp.response, reply, ours);
    expect(unmet(await state(confirmed))).toEqual([422, ['has-reply'], '/strength']);
    await world.a.link(followUp.response, reply, ours, { shows: 'reply' });
    expect((await state(confirmed)).status).toBe(201);
    await world.a.link(followUp.response, reply, ours, { stance: null });
    expect(unmet(await state(confirmed))).toEqual([422, ['has-reply'], '/strength']);
    expect(await world.a.rows('SELECT strength FROM contribution')).toEqual([{ strength: 'confirmed-by-addressee' }]);
  });

  it('is written by all but auditors, for their own organization', async () => {
    for (const role of ROLES) {
      const organizationId = await world.a.organization();
      const { status, body } = await state({}, world.as(await world.a.member({ roles: [role], organizationId })));
      expect([role, status]).toEqual([role, role === 'auditor' ? 403 : 201]);
      if (status === 201) expect(body['organization'].id).toBe(organizationId);
    }
  });

  it('names the outcome that it speaks of, which is one of its follow-up', async () => {
    const moved = async (trackId: string) => {
      const evidenceIds = [await world.a.evidence(ours)];
      await world.a.link(trackId, evidenceIds[0]!, ours);
      return api.post(`/tracks/${trackId}/transitions`, { transition: 'start', occurredOn: '2019', evidenceIds });
    };
    const { body: transition } = await moved(followUp.implementation);
    const { body } = await state({ transitionId: transition['id'] });
    expect(body['outcome']).toEqual({
      id: transition['id'],
      axis: 'implementation',
      to: 'under-way',
      label: expect.any(String),
      occurredOn: '2019',
    });
    const other = await moved((await world.a.followUp()).implementation);
    const answer = await refused(world, () => state({ transitionId: other.body['id'] }), 422, 'another-follow-up');
    expect(outcomeOf(answer)).toEqual([422, 'another-follow-up', '/transitionId']);
  });

  it('is refused whole where it does not fit, and nothing is changed', async () => {
    const secret = await world.a.evidence(ours, { confidentiality: 'organization' });
    const gone = await world.a.evidence(ours, { withdrawal: 'withdrawn' });
    const closed = await engagement({ confidentiality: 'organization' });
    for (const [given, ...outcome] of [
      [{ followUpId: uuid() }, 404, 'not-found', '/followUpId'],
      [{ statement: ' ' }, 400, 'invalid-input', '/statement'],
      [{ strength: 'certain' }, 400, 'invalid-input', '/strength'],
      [{ confidentiality: 'restricted' }, 400, 'invalid-input', '/confidentiality'],
      [{ engagementIds: null }, 400, 'invalid-input', '/engagementIds'],
      [{ engagementIds: [closed] }, 422, 'too-confidential', '/engagementIds/0'],
      [{ evidenceIds: [secret] }, 422, 'too-confidential', '/evidenceIds/0'],
      [{ evidenceIds: [gone] }, 422, 'withdrawn', '/evidenceIds/0'],
      [{ evidenceIds: [uuid()] }, 404, 'not-found', '/evidenceIds/0'],
      [{ transitionId: uuid() }, 404, 'not-found', '/transitionId'],
    ] as const)
      expect(outcomeOf(await refused(world, () => state(given), outcome[0], outcome[1]))).toEqual(outcome);
  });
});

describe('stating it anew', () => {
  it('keeps the old words, and nobody stands behind the new ones', async () => {
    const met = await engagement();
    const id = await stated({ engagementIds: [met], othersPart: 'Two embassies.' });
    await substantiate(id, 1);
    const { status, body } = await api.patch(`/contributions/${id}`, { statement: 'They used our list.' }, 2);
    expect([status, body]).toMatchObject([
      200,
      {
        ...{ version: 3, statement: 'They used our list.', othersPart: 'Two embassies.', substantiations: [] },
        engagements: [{ id: met }],
        acts: [
          { act: 'stated', said: 'They used our list.' },
          { act: 'substantiated', by: { organization: { name: 'Europe for Korea' } } },
          { act: 'stated', said: 'They took our list of names.' },
        ],
      },
    ]);
    expect(await eventsOf(world, id)).toEqual([
      'contribution.stated 1 coalition',
      'contribution.substantiated 2 coalition',
      'contribution.restated 3 coalition',
    ]);
    await api.patch(`/contributions/${id}`, { othersPart: null, engagementIds: [] }, 3);
    expect(await read(id)).toMatchObject({ othersPart: null, engagements: [], statement: 'They used our list.' });
    expect((await api.get('/contributions?substantiated=true&count=true')).body['count']).toBe(0);
  });

  it('asks for the conditions of its strength anew', async () => {
    const piece = await world.a.evidence(ours);
    const id = await stated({ strength: 'documented', evidenceIds: [piece] });
    await world.a.rows(`UPDATE evidence SET withdrawal = 'withdrawn' WHERE id = $1`, [piece]);
    await refused(world, () => api.patch(`/contributions/${id}`, { statement: 'x' }, 1), 422, 'unmet-conditions');
    expect((await api.patch(`/contributions/${id}`, { strength: 'plausible' }, 1)).status).toBe(200);
    expect(await rowOf(world, 'contribution', id, 'strength')).toEqual({ strength: 'plausible' });
  });

  it('and withdrawing it are for its own organization alone, of what stands, in the version that was read', async () => {
    const id = await stated();
    const path = `/contributions/${id}`;
    await refused(world, () => partner.patch(path, { statement: 'x' }, 1), 403, 'separation-of-duties');
    await refused(world, () => partner.delete(path, 1), 403, 'separation-of-duties');
    await refused(world, () => api.patch(path, {}, 1), 422, 'nothing-said');
    await refused(world, () => api.patch(path, { statement: 'x' }, 7), 412, 'stale');
    await refused(world, () => api.patch(path, { statement: 'x' }), 428, 'version-required');
    await refused(world, () => api.delete(path, 7), 412, 'stale');
    expect((await api.delete(path, 1)).status).toBe(204);
    expect(await read(id)).toMatchObject({ state: 'withdrawn', version: 2, acts: [{ act: 'withdrawn' }, {}] });
    for (const act of [
      () => api.patch(path, { statement: 'x' }, 2),
      () => api.delete(path, 2),
      () => substantiate(id, 2),
    ])
      await refused(world, act, 409, 'withdrawn');
    expect((await api.get('/contributions?state=stated&count=true')).body['count']).toBe(0);
  });
});

describe('POST /contributions/{id}/substantiations', () => {
  it('is an act of another organization, dated, and its own', async () => {
    const id = await stated();
    const { status, body } = await substantiate(id, 1, partner, { note: 'We were in the room.' });
    expect([status, body['substantiations']]).toEqual([
      201,
      [
        {
          ...{ id: expect.any(String), act: 'substantiated', strength: null, said: 'We were in the room.' },
          by: {
            id: theirs.actor.membershipId,
            name: theirs.name,
            organization: { id: theirs.actor.organizationId, name: 'Europe for Korea' },
          },
          recordedAt: expect.any(String),
          substantiates: body['acts'][1].id,
        },
      ],
    ]);
    expect((await api.get('/contributions?substantiated=true&count=true')).body['count']).toBe(1);
    await refused(world, () => substantiate(id, 2), 409, 'already-substantiated');
    await refused(world, () => substantiate(id, 1), 412, 'stale');
  });

  it('is refused to its own organization, to whoever wrote it whatever they act for, and of what is not known', async () => {
    const id = await stated();
    await refused(world, () => substantiate(id, 1, api), 403, 'separation-of-duties');
    const colleague = world.as(await world.a.member({ roles: ['verifier'] }));
    await refused(world, () => substantiate(id, 1, colleague), 403, 'separation-of-duties');
    await world.a.rows('UPDATE membership SET organization_id = $1 WHERE id = $2', [
      theirs.actor.organizationId,
      ours.actor.membershipId,
    ]);
    await refused(world, () => substantiate(id, 1, api), 403, 'separation-of-duties');
    const unknown = await stated({ strength: 'not-known' });
    const third = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    await refused(world, () => substantiate(unknown, 1, third), 409, 'not-known');
    await refused(world, () => substantiate(id, 1, world.as(theirs), { note: ' ' }), 400, 'invalid-input');
  });

  it('is held by the database too: neither in another name nor by whoever wrote it', async () => {
    const id = await stated();
    const [act] = await world.a.rows<{ id: string }>('SELECT id FROM contribution_act WHERE contribution_id = $1', [
      id,
    ]);
    const { workspaceId: workspace_id } = world.a;
    for (const [person_id, organization_id] of [
      [ours.actor.personId, theirs.actor.organizationId],
      [theirs.actor.personId, world.a.organizationId],
    ]) {
      await world.tx.query('SAVEPOINT before');
      const row = { id: uuid(), workspace_id, person_id, organization_id, contribution_id: id };
      await expect(
        world.a.insert('contribution_act', { ...row, act: 'substantiated', substantiates: act!.id }),
      ).rejects.toThrow(/substantiated by another/);
      await world.tx.query('ROLLBACK TO before');
    }
  });
});

describe('what one sees', () => {
  it('follows the recommendation: of an organization alone, it is nowhere for others', async () => {
    const hidden = await world.a.followUp({
      recommendation_id: await world.a.recommendation({ confidentiality: 'organization' }),
    });
    await refused(world, () => state({ followUpId: hidden.id, confidentiality: 'coalition' }), 422, 'too-open');
    const id = await stated({ followUpId: hidden.id });
    expect(await read(id)).toMatchObject({ confidentiality: 'organization' });
    expect((await partner.get(`/contributions/${id}`)).status).toBe(404);
    expect((await partner.get('/contributions?count=true')).body).toMatchObject({ count: 0, items: [] });
    await refused(world, () => substantiate(id, 1), 404, 'not-found');
    expect(await eventsOf(world, id)).toEqual(['contribution.stated 1 organization']);
  });

  it('is narrower where it was said for the organization alone, in lists, counts and the timeline', async () => {
    const secret = await world.a.evidence(ours, { confidentiality: 'organization' });
    const id = await stated({ confidentiality: 'organization', evidenceIds: [secret], statement: 'Nobody else.' });
    expect((await partner.get(`/contributions/${id}`)).status).toBe(404);
    expect((await partner.get('/contributions?count=true')).body['count']).toBe(0);
    const told = async (by: Caller) =>
      (await by.get(`/recommendations/${followUp.recommendationId}/timeline?kind=contribution`)).body['items'];
    expect([await told(partner), await told(api)]).toEqual([[], [expect.objectContaining({ kind: 'contribution' })]]);
    const auditor = world.as(
      await world.a.member({ roles: ['auditor'], readsAll: true, organizationId: theirs.actor.organizationId }),
    );
    expect((await auditor.get(`/contributions/${id}`)).status).toBe(200);
  });

  it('rises with the level of the recommendation, and of an engagement that it names, words and all', async () => {
    const met = await engagement();
    const id = await stated({ engagementIds: [met] });
    await substantiate(id, 1, partner, { note: 'We were there.' });
    await api.patch(`/contributions/${id}`, { engagementIds: [], statement: 'Second words.' }, 2);
    await world.a.rows(`UPDATE engagement SET confidentiality = 'organization' WHERE id = $1`, [met]);
    expect((await partner.get(`/contributions/${id}`)).status).toBe(404);
    const own = { confidentiality: 'organization', organization_id: world.a.organizationId };
    for (const text of ['They took our list of names.', 'Second words.', 'We were there.'])
      expect(await wordsOf(text)).toEqual([own]);
    expect(await read(id)).toMatchObject({ confidentiality: 'organization', statement: 'Second words.' });

    const other = await stated({ statement: 'Third words.' }, partner);
    await world.a.rows(`UPDATE recommendation SET confidentiality = 'organization' WHERE id = $1`, [
      followUp.recommendationId,
    ]);
    expect((await partner.get(`/contributions/${other}`)).status).toBe(404);
    expect(await wordsOf('Third words.')).toEqual([own]);
  });

  it('leaves out an engagement and a piece that the reader may not know any more', async () => {
    const [met, piece] = [await engagement(), await world.a.evidence(ours)];
    const id = await stated({ engagementIds: [met], evidenceIds: [piece] });
    await world.a.rows(
      `UPDATE evidence SET confidentiality = 'restricted', title = 'heed:sealed:1:x', url = 'heed:sealed:1:x' WHERE id = $1`,
      [piece],
    );
    for (const by of [api, partner]) expect((await read(id, by))['evidence']).toEqual([]);
  });

  it('is listed by follow-up, recommendation, source, organization, strength and state', async () => {
    const [source] = await world.a.rows<{ id: string }>('SELECT source_id AS id FROM follow_up WHERE id = $1', [
      followUp.id,
    ]);
    const id = await stated();
    const elsewhere = await stated({ followUpId: (await world.a.followUp()).id, strength: 'not-known' }, partner);
    const list = async (query: string) =>
      (await api.get(`/contributions?${query}`)).body['items'].map((k: { id: string }) => k.id);
    expect(await list('')).toEqual([elsewhere, id]);
    expect(await list('sort=updatedAt')).toEqual([id, elsewhere]);
    for (const query of [
      `followUp=${followUp.id}`,
      `recommendation=${followUp.recommendationId}`,
      `source=${source!.id}`,
      `organization=${world.a.organizationId}`,
      'strength=plausible,documented',
    ])
      expect([query, await list(query)]).toEqual([query, [id]]);
    expect(await list('state=withdrawn')).toEqual([]);
    expect(await list('substantiated=false')).toEqual([elsewhere, id]);
  });
});

describe('the timeline', () => {
  it('tells that it was stated, substantiated and withdrawn; of another moment, what was said by then', async () => {
    const id = await stated();
    await substantiate(id, 1, partner, { note: 'We were there.' });
    await api.delete(`/contributions/${id}`, 2);
    const path = `/recommendations/${followUp.recommendationId}/timeline?kind=contribution&sort=-recordedAt`;
    const { items } = (await api.get(path)).body;
    expect(items.map((e: Record<string, any>) => [e['addressee'].code, e['contribution']])).toEqual([
      ['EU', { id, act: 'withdrawn', strength: null, said: null }],
      ['EU', { id, act: 'substantiated', strength: null, said: 'We were there.' }],
      ['EU', { id, act: 'stated', strength: 'plausible', said: 'They took our list of names.' }],
    ]);
    expect((await api.get(`${path}&asOf=2019-01-01`)).body['items']).toEqual([]);
  });
});
