// What entered a phase in a period, and the list behind each count.

import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member, Row } from '../factories/factories.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
});
afterEach(() => world.close());

const get = async (path: string, by = editor): Promise<Record<string, any>> => {
  const { status, body } = await world.as(by).get(path);
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
};
const YEAR = 'from=2024-01-01&to=2024-12-31';
const flow = async (query = '', axis = 'implementation'): Promise<Record<string, any>[]> =>
  (await get(`/summary?axis=${axis}&${YEAR}&${query}`))['items'];
const listed = async (phase: string, noun: 'follow-ups' | 'recommendations' = 'follow-ups', more = '') =>
  (await get(`/${noun}?entered=${phase}&${YEAR}&${more}`))['items'].map(({ id }: Row) => id);

type FollowUp = Awaited<ReturnType<World['a']['followUp']>>;
let recorded = 0;

/** A move as the record keeps it, at the end unless it says otherwise. */
async function move(track: string, to_state: string, occurred_last: string, given: Row = {}): Promise<string> {
  const [t] = await world.a.rows<{ workflow_id: string; n: number; initial: string }>(
    `SELECT t.workflow_id, w.definition->>'initial' AS initial, (SELECT count(*) FROM transition x WHERE x.track_id = t.id)::integer AS n
     FROM track t JOIN workflow w ON w.id = t.workflow_id WHERE t.id = $1`,
    [track],
  );
  return world.a.insert('transition', {
    id: uuid(),
    workspace_id: world.a.workspaceId,
    person_id: editor.actor.personId,
    organization_id: editor.actor.organizationId,
    track_id: track,
    workflow_id: t!.workflow_id,
    from_workflow_id: t!.workflow_id,
    transition: 'moved',
    from_state: t!.initial,
    to_state,
    position: t!.n + 1,
    occurred_on: occurred_last,
    occurred_last,
    recorded_at: new Date(Date.parse('2025-06-01T00:00:00Z') + ++recorded * 1000),
    ...given,
  });
}
const EARLIER = new Date('2020-01-01T00:00:00Z');
async function begun(given: Row = {}): Promise<FollowUp> {
  const made = await world.a.followUp({ ...given, created_at: EARLIER });
  await world.a.rows('UPDATE track SET created_at = $1 WHERE follow_up_id = $2', [EARLIER, made.id]);
  return made;
}
const correct = (track: string, corrects: string, position: number, to: string, day: string, given: Row = {}) =>
  move(track, to, day, { transition: 'correct', corrects, position, ...given });

describe('a flow', () => {
  test('counts what entered a phase in the period, each once for a phase, with the list behind it', async () => {
    const twice = await begun();
    await move(twice.implementation, 'implemented', '2024-01-01');
    await move(twice.implementation, 'reversed', '2024-05-01');
    await move(twice.implementation, 'implemented', '2024-12-31');
    const before = await begun();
    await move(before.implementation, 'implemented', '2023-12-31');
    await move(before.implementation, 'implemented', '2024-03-01');
    const after = await begun();
    await move(after.implementation, 'implemented', '2025-01-01');
    expect(await flow()).toMatchObject([{ counts: { fulfilled: 1, reversed: 1 }, broughtIn: 0, voided: 0, closed: 0 }]);
    expect(await listed('fulfilled')).toEqual([twice.id]);
    expect((await listed('fulfilled,reversed')).length).toBe(1);
    expect(await listed('not-done')).toEqual([]);
    expect(await get(`/summary?axis=implementation&${YEAR}`)).toMatchObject({ from: '2024-01-01', to: '2024-12-31' });
    expect(await get('/summary?axis=implementation')).toMatchObject({ from: null, to: null });
    const facets = await get(`/follow-ups/facets?entered=fulfilled&${YEAR}`);
    expect(facets['closed']).toMatchObject([{ key: 'false', count: 1 }]);
  });

  test('a corrected move did not happen, and what happened instead counts by its own day', async () => {
    const wrong = await begun();
    const first = await move(wrong.implementation, 'implemented', '2024-02-01');
    const second = await begun();
    const other = await move(second.implementation, 'implemented', '2023-02-01');
    expect((await flow())[0]).toMatchObject({ counts: { fulfilled: 1 } });
    await correct(wrong.implementation, first, 1, 'not-assessed', '2024-02-01');
    await correct(second.implementation, other, 1, 'implemented', '2024-02-02');
    expect((await flow())[0]).toMatchObject({ counts: { fulfilled: 1 } });
    expect(await listed('fulfilled')).toEqual([second.id]);
  });

  test('an imprecise day counts where its last possible day lies', async () => {
    const { implementation } = await begun();
    await move(implementation, 'implemented', '2024-12-31', { occurred_on: '2024' });
    const later = await begun();
    await move(later.implementation, 'implemented', '2025-03-31', { occurred_on: '2024-06/2025-03' });
    expect((await flow())[0]).toMatchObject({ counts: { fulfilled: 1 } });
  });

  test('history that was brought in, and what was verified on what fell away, are told apart', async () => {
    const opened = await begun();
    const piece = await world.a.evidence(editor);
    const answer = await world.as(editor).post(`/tracks/${opened.implementation}/transitions`, {
      transition: 'open',
      to: 'implemented',
      occurredOn: '2024-04',
      evidenceIds: [piece],
      note: 'From the report.',
    });
    expect(answer.status).toBe(201);
    const voided = await begun();
    const verified = await move(voided.implementation, 'implemented', '2024-03-01');
    expect((await flow())[0]).toMatchObject({ counts: { fulfilled: 1 }, broughtIn: 1, voided: 0 });
    await move(voided.implementation, 'under-way', '2024-08-01', { transition: 'void', voids: verified });
    expect(await flow()).toMatchObject([{ counts: {}, broughtIn: 1, voided: 1 }]);
    expect(await listed('fulfilled')).toEqual([]);
    expect(await listed('progressing')).toEqual([]);
  });

  test('what is closed is counted apart', async () => {
    const { id, implementation } = await begun();
    await move(implementation, 'implemented', '2024-03-01');
    await world.as(editor).post(`/follow-ups/${id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' });
    expect(await flow()).toMatchObject([{ counts: {}, closed: 1 }]);
    expect(await listed('fulfilled', 'follow-ups', 'closed=false')).toEqual([]);
  });

  test('is known as it was known then', async () => {
    const recommendation_id = await world.a.recommendation({ created_at: EARLIER });
    const { id, implementation } = await begun({ recommendation_id });
    const first = await move(implementation, 'implemented', '2024-02-01');
    const known = '2025-06-01T12:00:00Z';
    await correct(implementation, first, 1, 'not-assessed', '2024-02-01', {
      recorded_at: new Date('2025-07-01T00:00:00Z'),
    });
    expect(await flow()).toMatchObject([{ counts: {} }]);
    expect(await flow(`knownAt=${known}`)).toMatchObject([{ counts: { fulfilled: 1 } }]);
    expect(await listed('fulfilled', 'follow-ups', `knownAt=${known}`)).toEqual([id]);
    expect(await listed('fulfilled', 'recommendations', `knownAt=${known}`)).toHaveLength(1);
    expect(await flow('knownAt=2025-01-01T00:00:00Z')).toMatchObject([{ counts: {} }]);
    expect(await flow(`knownAt=${known}&asOf=2024-01-31`)).toMatchObject([{ counts: {} }]);
  });

  test('recommendations count on the day on which what their follow-ups add up to became another phase', async () => {
    const ask = await world.a.recommendation();
    const [one, two] = [await begun({ recommendation_id: ask }), await begun({ recommendation_id: ask })];
    await move(one.implementation, 'implemented', '2023-06-01');
    await move(two.implementation, 'implemented', '2024-06-01');
    const half = await world.a.recommendation();
    const [three] = [await begun({ recommendation_id: half }), await begun({ recommendation_id: half })];
    await move(three.implementation, 'implemented', '2024-06-01');
    expect(await flow('unit=recommendation')).toMatchObject([{ counts: { fulfilled: 1, progressing: 1 } }]);
    expect(await flow()).toMatchObject([{ counts: { fulfilled: 2 } }]);
    expect(await listed('fulfilled', 'recommendations')).toEqual([ask]);
    expect(await listed('progressing', 'recommendations')).toEqual([half]);
    expect(await listed('fulfilled', 'recommendations', `addressee=${three.addresseeId}`)).toEqual([half]);
    expect(await flow(`unit=recommendation&by=addressee&addressee=${three.addresseeId}`)).toMatchObject([
      { key: three.addresseeId, counts: { fulfilled: 1 } },
    ]);
  });

  test('by issuer, organization, source, theme and addressee, of follow-ups and of recommendations', async () => {
    const [theme, source] = [
      await world.a.theme('food'),
      await world.a.source({ issuers: ['Han River Rights Watch', 'Helping Hands'] }),
    ];
    const ask = await world.a.recommendation({ source_id: source });
    const [one, two] = [await begun({ recommendation_id: ask }), await begun({ recommendation_id: ask })];
    await world.a.rows('UPDATE follow_up SET theme_ids = $1 WHERE recommendation_id = $2', [[theme], ask]);
    const other = await begun();
    for (const { response } of [one, two, other]) await move(response, 'accepted', '2024-06-01');
    const said = async (by: string, unit: string) =>
      (await flow(`by=${by}&unit=${unit}`, 'response')).map(({ label, counts }) => [label, counts.agreed]);
    expect(await said('issuer', 'followUp')).toEqual([
      ['Han River Rights Watch', 2],
      ['Helping Hands', 2],
      [null, 1],
    ]);
    expect(await said('issuer', 'recommendation')).toEqual([
      ['Han River Rights Watch', 1],
      ['Helping Hands', 1],
      [null, 1],
    ]);
    expect(await said('organization', 'followUp')).toEqual([['First Organization', 3]]);
    expect(await said('organization', 'recommendation')).toEqual([['First Organization', 2]]);
    expect(await said('theme', 'followUp')).toEqual([
      ['food', 2],
      [null, 1],
    ]);
    expect((await said('source', 'recommendation')).map(([, n]) => n)).toEqual([1, 1]);
    expect((await said('addressee', 'recommendation')).map(([, n]) => n)).toEqual([1, 1, 1]);
    const stock = async (by: string, unit: string) =>
      (await get(`/summary?axis=response&by=${by}&unit=${unit}`))['items'].map(({ label, counts }: any) => [
        label,
        counts.awaited,
      ]);
    expect(await stock('issuer', 'recommendation')).toEqual([
      ['Han River Rights Watch', 1],
      ['Helping Hands', 1],
      [null, 1],
    ]);
    expect(await stock('organization', 'recommendation')).toEqual([['First Organization', 2]]);
  });

  test('what another organization keeps to itself is in no count and no list', async () => {
    const theirs = await world.a.organization();
    const hidden = await world.a.recommendation({ confidentiality: 'organization', organization_id: theirs });
    const { id, implementation } = await begun({ recommendation_id: hidden });
    await move(implementation, 'implemented', '2024-02-01');
    expect(await flow()).toEqual([]);
    expect(await listed('fulfilled')).toEqual([]);
    expect(await listed('fulfilled', 'recommendations')).toEqual([]);
    const owner = await world.a.member({ organizationId: theirs });
    expect((await get(`/follow-ups?entered=fulfilled&${YEAR}`, owner))['items']).toMatchObject([{ id }]);
  });

  it.each([
    'summary?axis=response&from=2024-01-01',
    'summary?axis=response&to=2024-01-01',
    'summary?axis=response&from=2024-01-02&to=2024-01-01',
    `summary?axis=response&by=phase&${YEAR}`,
    `summary?axis=response&by=theme&across=addressee&${YEAR}`,
    'follow-ups?entered=fulfilled',
    `follow-ups?${YEAR}`,
    `follow-ups?entered=done&${YEAR}`,
    `recommendations?entered=fulfilled,agreed&${YEAR}`,
  ])('refuses %s', async (path) => {
    const { status, body } = await world.as(editor).get(`/${path}`);
    expect([status, body['code']]).toEqual([400, 'invalid-input']);
  });
});
