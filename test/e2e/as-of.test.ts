// How things stood on a day, as far as it was recorded by an instant: what the services write is answered again from then.

import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member } from '../factories/factories.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let followUp: Awaited<ReturnType<World['a']['followUp']>>;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  followUp = await world.a.followUp();
});
afterEach(() => world.close());

const ok = async (answer: Promise<Answer>): Promise<Record<string, any>> => {
  const { status, body } = await answer;
  expect([200, 201, 204, JSON.stringify(body)]).toContain(status);
  return body;
};
const get = (path: string, by = editor) => ok(world.as(by).get(path));
const move = (track: string, transition: string, body: Record<string, unknown>, by = editor) =>
  ok(world.as(by).post(`/tracks/${track}/transitions`, { transition, note: 'Because.', ...body }));
/** An instant between what was written before and what is written after. */
const instant = async (): Promise<string> => {
  const [row] = await world.a.rows<{ at: Date }>('SELECT clock_timestamp() AS at FROM pg_sleep(0.003)');
  return row!.at.toISOString();
};
const today = (): string => dayIn('Asia/Seoul', new Date());
const yesterday = (): string => dayIn('Asia/Seoul', new Date(Date.now() - 86_400_000));
const opened = async (occurredOn: string, to: string, track = followUp.implementation) =>
  move(track, 'open', { to, occurredOn, evidenceIds: [await world.a.evidence(editor)] });

describe('as of a day', () => {
  test('a follow-up, its track and its recommendation stand as they stood, and say of when', async () => {
    await opened('2019-12-16', 'partially-implemented');
    await opened('2020-03', 'not-implemented');
    const stood: [day: string, state: string][] = [
      ['2019-12-15', 'not-assessed'],
      ['2019-12-16', 'partially-implemented'],
      ['2020-03-30', 'partially-implemented'],
      ['2020-03-31', 'not-implemented'],
    ];
    for (const [asOf, state] of stood) {
      const moment = { asOf, knownAt: expect.stringMatching(/^\d{4}-.*T/) };
      const item = await get(`/follow-ups/${followUp.id}?asOf=${asOf}`);
      expect(item).toMatchObject({ ...moment, implementation: { state } });
      expect(await get(`/tracks/${followUp.implementation}?asOf=${asOf}`)).toMatchObject({ ...moment, state });
      const ask = await get(`/recommendations/${followUp.recommendationId}?asOf=${asOf}`);
      expect(ask).toMatchObject({ ...moment, followUps: [{ implementation: { state } }] });
      const phase = item['implementation'].phase as string;
      const asks = await get(`/recommendations?asOf=${asOf}`);
      expect(asks).toMatchObject({ ...moment, items: [{ counts: { implementation: { [phase]: 1 } } }] });
      expect((await get(`/recommendations?asOf=${asOf}&phase=${phase}`))['items']).toHaveLength(1);
      expect((await get(`/follow-ups?asOf=${asOf}&implementationState=${state}`))['items']).toHaveLength(1);
      expect((await get(`/follow-ups?asOf=${asOf}&implementationState=verified`))['items']).toEqual([]);
      const facets = await get(`/follow-ups/facets?asOf=${asOf}&closed=false`);
      expect(facets).toMatchObject({ ...moment, implementationPhase: [{ key: phase, count: 1 }] });
      const summary = await get(`/summary?axis=implementation&by=addressee&across=theme&asOf=${asOf}`);
      expect(summary).toMatchObject({
        ...moment,
        items: [{ counts: { [phase]: 1 }, cells: [{ counts: { [phase]: 1 } }] }],
      });
      const leaves = await get(`/summary?axis=implementation&unit=recommendation&by=phase&asOf=${asOf}`);
      expect(leaves['items']).toMatchObject([{ key: phase, counts: { [phase]: 1 } }]);
    }
  });

  test('the timeline and the history end there', async () => {
    await opened('2019-12-16', 'partially-implemented');
    await opened('2020-03', 'not-implemented');
    for (const path of [
      `tracks/${followUp.implementation}/transitions`,
      `recommendations/${followUp.recommendationId}/timeline`,
    ]) {
      const { items, asOf } = await get(`/${path}?asOf=2020-01-01`);
      expect({ asOf, to: items.map((i: { to?: string; move?: { to: string } }) => i.move?.to ?? i.to) }).toEqual({
        asOf: '2020-01-01',
        to: ['partially-implemented'],
      });
      expect((await get(`/${path}?asOf=2020-03-31`))['items']).toHaveLength(2);
    }
  });

  test('overdue is counted to that day, by the deadlines and extensions of then, and what is closed stops', async () => {
    const due = await ok(
      world.as(editor).post(`/follow-ups/${followUp.id}/deadlines`, {
        axis: 'implementation',
        dueOn: '2019-12-22',
        basis: 'Paragraph 8.',
      }),
    );
    const overdue = async (query: string) => {
      const { dueOn, overdue: is, daysOverdue } = await get(`/follow-ups/${followUp.id}?${query}`);
      const { items } = await get(`/summary?axis=implementation&${query}`);
      expect(items[0].overdue).toBe(is ? 1 : 0);
      expect((await get(`/follow-ups?overdue=true&sort=dueOn&${query}`))['items']).toHaveLength(is ? 1 : 0);
      return [dueOn, is, daysOverdue];
    };
    expect(await overdue('asOf=2019-12-22')).toEqual(['2019-12-22', false, 0]);
    expect(await overdue('asOf=2019-12-24')).toEqual(['2019-12-22', true, 2]);
    const before = await instant();
    await ok(
      world.as(editor).post(`/deadlines/${due['id'] as string}/extensions`, {
        dueOn: '2030-01-01',
        extendedBy: 'The Committee',
        basis: 'A letter.',
      }),
    );
    expect((await overdue(`asOf=${today()}`)).slice(0, 2)).toEqual(['2030-01-01', false]);
    expect((await overdue(`asOf=${today()}&knownAt=${before}`)).slice(0, 2)).toEqual(['2019-12-22', true]);
    // An extension bears no date of its own: until the day on which it was recorded the old date counted.
    expect((await overdue('asOf=2019-12-24')).slice(0, 2)).toEqual(['2019-12-22', true]);
    const shown = await get(`/follow-ups/${followUp.id}/deadlines?asOf=2019-12-24`);
    expect(shown).toMatchObject({
      asOf: '2019-12-24',
      items: [{ currentDueOn: '2019-12-22', extensions: [], standing: [{ overdue: true }] }],
    });
    await ok(
      world
        .as(editor)
        .post(`/follow-ups/${followUp.id}/closing`, { kind: 'duplicate', occurredOn: '2020-01-01', reason: 'Twice.' }),
    );
    expect((await overdue('asOf=2019-12-31'))[1]).toBe(true);
    expect((await overdue('asOf=2020-01-01'))[1]).toBe(false);
    expect((await get(`/follow-ups/${followUp.id}?asOf=2019-12-31`))['closing']).toBeNull();
    expect((await get(`/follow-ups/${followUp.id}?asOf=2020-01-01`))['closing']).toMatchObject({
      kind: 'duplicate',
      reason: 'Twice.',
    });
    expect((await get(`/follow-ups?closed=true&asOf=2020-01-01`))['items']).toHaveLength(1);
    expect((await get(`/follow-ups?closed=true&asOf=2019-12-31`))['items']).toEqual([]);
  });

  test('members of a group that nobody looked at, and what was closed since, are counted as of then', async () => {
    const group = await world.a.addressee({ kind: 'group', member_count: 7 });
    const asked = await world.a.followUp({ addressee_id: group, created_at: '2018-01-01T00:00:00Z' });
    await world.a.rows('UPDATE track SET created_at = $1 WHERE follow_up_id = $2', ['2018-01-01T00:00:00Z', asked.id]);
    const close = { kind: 'duplicate', occurredOn: '2020-01-01', reason: 'Twice.' };
    await ok(world.as(editor).post(`/follow-ups/${asked.id}/closing`, close));
    for (const [asOf, notFollowed, closed] of [
      ['2019-12-31', 7, 0],
      ['2020-01-01', 0, 1],
    ] as const) {
      const path = `/summary?axis=implementation&by=addressee&asOf=${asOf}`;
      const { items } = await get(path);
      expect(items.find(({ key }: { key: string }) => key === group)).toMatchObject({ notFollowed, closed });
      expect((await get(`${path}&addressee=${group},${followUp.addresseeId}`))['items']).toEqual(items);
    }
  });

  test('who was silent, and for how long', async () => {
    await opened('2015-01-01', 'delivered', followUp.response);
    await opened('2015-01-31', 'rejected', followUp.response);
    const { items, asOf } = await get('/silences?asOf=2015-01-11');
    expect({ asOf, items }).toMatchObject({
      asOf: '2015-01-11',
      items: [{ followUpId: followUp.id, since: '2015-01-01', days: 10 }],
    });
    expect((await get('/silences?asOf=2015-01-31'))['items']).toEqual([]);
    expect((await get('/silences?asOf=2014-12-31'))['items']).toEqual([]);
  });
});

describe('as known by an instant', () => {
  test('a correction, and what was entered later, were not known', async () => {
    const nothing = await instant();
    const wrong = await opened('2018', 'implemented');
    const first = await instant();
    await move(followUp.implementation, 'correct', {
      evidenceIds: [await world.a.evidence(editor)],
      corrects: wrong['id'],
      to: 'partially-implemented',
      occurredOn: '2018',
    });
    const state = async (knownAt: string, asOf = '2019-01-01') =>
      (await get(`/tracks/${followUp.implementation}?asOf=${asOf}&knownAt=${knownAt}`))['state'];
    expect([await state(nothing), await state(first), await state(await instant())]).toEqual([
      'not-assessed',
      'implemented',
      'partially-implemented',
    ]);
    const history = (await get(`/tracks/${followUp.implementation}/transitions?knownAt=${first}`))['items'];
    expect(history).toMatchObject([{ to: 'implemented', correctedBy: null }]);
  });

  test('links, stances, checks and what they contest', async () => {
    const verifier = await world.a.member({ roles: ['verifier'], organizationId: await world.a.organization() });
    const piece = await world.a.evidence(editor);
    await move(followUp.implementation, 'start', { occurredOn: null, evidenceIds: [await world.a.evidence(editor)] });
    const link = (stance: string) =>
      ok(world.as(editor).post(`/tracks/${followUp.implementation}/evidence`, { evidenceId: piece, stance }));
    const other = await world.a.evidence(editor, { verified_by: verifier.actor.personId, verified_at: new Date() });
    await ok(
      world.as(editor).post(`/tracks/${followUp.implementation}/evidence`, { evidenceId: other, stance: 'supports' }),
    );
    const bare = await instant();
    await link('contradicts');
    const linked = await instant();
    await ok(world.as(verifier).post(`/evidence/${piece}/verification`, undefined, { 'if-match': '"1"' }));
    const verified = await instant();
    await link('supports');
    const meant = async (query: string) => {
      const { items } = await get(`/tracks/${followUp.implementation}/evidence?${query}`);
      const all = await get(`/follow-ups/${followUp.id}/evidence?${query}`);
      expect(all['items'].map((i: any) => i.id)).toEqual(items.map((i: any) => i.id));
      const { contested } = await get(`/tracks/${followUp.implementation}?${query}`);
      expect((await get(`/follow-ups?contested=true&${query}`))['items']).toHaveLength(contested === null ? 0 : 1);
      return [items.find((i: any) => i.evidence.id === piece)?.stance, contested?.contradicts.map((p: any) => p.id)];
    };
    expect(await meant(`knownAt=${bare}`)).toEqual([undefined, undefined]);
    expect(await meant(`knownAt=${linked}`)).toEqual(['contradicts', undefined]);
    expect(await meant(`knownAt=${verified}`)).toEqual(['contradicts', [piece]]);
    expect(await meant(`knownAt=${await instant()}`)).toEqual(['supports', undefined]);
    expect(await meant(`asOf=${yesterday()}`)).toEqual([undefined, undefined]);
  });

  test('what was not entered yet is not there', async () => {
    const before = await instant();
    const { id, recommendationId } = await world.a.followUp();
    expect((await world.as(editor).get(`/follow-ups/${id}?knownAt=${before}`)).status).toBe(404);
    expect((await world.as(editor).get(`/recommendations/${recommendationId}?knownAt=${before}`)).status).toBe(404);
    expect((await get(`/follow-ups?knownAt=${before}`))['items'].map((i: any) => i.id)).toEqual([followUp.id]);
    const counted = async (query: string) => (await get(`/summary?axis=response&${query}`))['items'][0].counts;
    expect([await counted(`knownAt=${before}`), await counted(`asOf=${today()}`)]).toEqual([
      { awaited: 1 },
      { awaited: 2 },
    ]);
    expect((await get(`/recommendations?knownAt=${before}&q=Recommendation&sort=-updatedAt`))['items']).toHaveLength(1);
    expect((await get(`/follow-ups?knownAt=${await instant()}`))['items']).toHaveLength(2);
  });
});

describe('access', () => {
  it('is that of today: what another organization keeps to itself is in no answer of any day', async () => {
    const stranger = await world.a.member({ organizationId: await world.a.organization() });
    const own = { confidentiality: 'organization', organization_id: editor.actor.organizationId };
    const hidden = await world.a.followUp({ recommendation_id: await world.a.recommendation(own) });
    const at = `asOf=${today()}`;
    expect((await get(`/follow-ups?${at}`))['items']).toHaveLength(2);
    expect((await get(`/follow-ups?${at}`, stranger))['items']).toHaveLength(1);
    expect((await get(`/summary?axis=response&${at}`, stranger))['items'][0].counts).toEqual({ awaited: 1 });
    const paths = [
      `follow-ups/${hidden.id}`,
      `tracks/${hidden.response}`,
      `recommendations/${hidden.recommendationId}`,
      `tracks/${hidden.response}/transitions`,
    ];
    for (const path of paths)
      expect([path, (await world.as(stranger).get(`/${path}?${at}`)).status]).toEqual([path, 404]);
    await world.a.rows(`UPDATE recommendation SET confidentiality = 'coalition' WHERE id = $1`, [
      hidden.recommendationId,
    ]);
    expect((await get(`/follow-ups?${at}`, stranger))['items']).toHaveLength(2);
  });
});

describe('the moment', () => {
  it('is never later than today and than what is certain', async () => {
    const { asOf, knownAt } = await get('/follow-ups?asOf=2999-01-01&knownAt=2999-01-01T00:00:00Z');
    expect(asOf).toBe(today());
    expect(Date.parse(knownAt as string)).toBeLessThanOrEqual(Date.now());
    expect(await get(`/follow-ups?fields=dueOn&asOf=2019-01-01`)).toMatchObject({ asOf: '2019-01-01' });
    expect(await get(`/follow-ups/${followUp.id}?fields=dueOn,asOf&asOf=2019-01-01`)).toMatchObject({
      asOf: '2019-01-01',
    });
  });

  it('ends with the answer: the next one is of now', async () => {
    await opened('2019-12-16', 'implemented');
    await get('/follow-ups?asOf=2010-01-01');
    expect(await get(`/follow-ups/${followUp.id}`)).toMatchObject({ implementation: { state: 'implemented' } });
    expect(await get(`/follow-ups/${followUp.id}`)).not.toHaveProperty('asOf');
  });

  it.each([
    'asOf=2019',
    'asOf=2019-02-30',
    'asOf=',
    'knownAt=2019-02-01',
    'knownAt=2019-02-30T00:00:00Z',
    'asOf=2019-01-01&asOf=2019-01-02',
  ])('is a day and an instant: %s is none', async (query) => {
    const paths = [
      'follow-ups',
      `follow-ups/${followUp.id}`,
      `tracks/${followUp.response}`,
      'recommendations',
      'silences',
      'summary?axis=response',
    ];
    for (const path of paths) {
      const { status } = await world.as(editor).get(`/${path}${path.includes('?') ? '&' : '?'}${query}`);
      expect([path, status]).toEqual([path, 400]);
    }
  });
});
