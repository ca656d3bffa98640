// As of a day, as known at an instant: what organizations find, measure, do next and say to each other, as it was then.

import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member } from '../factories/factories.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let partner: Member;
let followUp: Awaited<ReturnType<World['a']['followUp']>>;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  partner = await world.a.member({ roles: ['partner'], organizationId: await world.a.organization() });
  followUp = await world.a.followUp();
});
afterEach(() => world.close());

type Body = Record<string, any>;
const ok = async (answer: Promise<Answer>): Promise<Body> => {
  const { status, body } = await answer;
  expect([200, 201, 204, JSON.stringify(body)]).toContain(status);
  return body;
};
const get = (path: string, by = editor): Promise<Body> => ok(world.as(by).get(path));
const post = (path: string, body: object, by = editor): Promise<Body> => ok(world.as(by).post(path, body));
const patch = async (path: string, body: object): Promise<Body> => {
  const { version } = await get(path);
  return ok(world.as(editor).patch(path, body, version));
};
const items = async (path: string, by = editor): Promise<Body[]> => (await get(path, by))['items'];
/** An instant between what was written before and what is written after. */
const instant = async (): Promise<string> => {
  const [row] = await world.a.rows<{ at: Date }>('SELECT clock_timestamp() AS at FROM pg_sleep(0.003)');
  return row!.at.toISOString();
};
const today = (): string => dayIn('Asia/Seoul', new Date());
/** With `?` or `&`, whichever the path still needs. */
const at = (path: string, moment: string): string => `${path}${path.includes('?') ? '&' : '?'}${moment}`;

const engage = (more: object = {}) =>
  post('/engagements', {
    ...{ kind: 'letter', occurredOn: '2019-03', summary: 'A letter.', awaitedOn: '2019-06-01' },
    ...{ addresseeIds: [followUp.addresseeId], recommendationIds: [followUp.recommendationId], ...more },
  });

describe('engagements', () => {
  test('say what they said then, in the list, by themselves and in the timeline', async () => {
    const { id } = await engage();
    const first = await instant();
    await patch(`/engagements/${id}`, { summary: 'Another letter.', awaitedOn: '2019-12-24' });
    const second = await instant();
    await patch(`/engagements/${id}`, { summary: 'The last word.', outcome: 'They answered.', kind: 'meeting' });
    const said = async (moment: string) => {
      const [listed] = await items(at('/engagements', moment));
      const one = await get(at(`/engagements/${id}`, moment));
      const [told] = await items(at(`/recommendations/${followUp.recommendationId}/timeline?kind=engagement`, moment));
      const of = ({ kind, summary, awaitedOn, outcome }: Body) => [kind, summary, awaitedOn, outcome];
      expect(of(listed!)).toEqual(of(one));
      expect(of(told!['engagement'])).toEqual(of(one));
      return of(one);
    };
    expect(await said(`knownAt=${first}`)).toEqual(['letter', 'A letter.', '2019-06-01', null]);
    expect(await said(`knownAt=${second}`)).toEqual(['letter', 'Another letter.', '2019-12-24', null]);
    expect(await said(`asOf=${today()}`)).toEqual(['meeting', 'The last word.', '2019-12-24', 'They answered.']);
    // It was entered long after that day: what is known of that time is what was last said of it.
    expect(await said('asOf=2019-03-31')).toEqual(['meeting', 'The last word.', '2019-12-24', 'They answered.']);
    expect(await items('/engagements?asOf=2019-03-30')).toEqual([]);
    expect(await items(`/engagements?kind=letter&knownAt=${first}`)).toHaveLength(1);
    expect(await items('/engagements?kind=letter')).toEqual([]);
    const { status, headers } = await world.as(editor).get(`/engagements/${id}?knownAt=${first}`);
    expect([status, headers['etag']]).toEqual([200, undefined]);
    const silent = await items(`/silences?asOf=2019-12-01&knownAt=${second}`);
    expect(silent).toMatchObject([{ awaitedOn: '2019-12-24' }]);
    const { items: versions } = await get(`/engagements/${id}/versions`);
    expect(versions.flatMap((v: Body) => v['changes'].map((c: Body) => c['field']))).not.toContain('awaitedLast');
  });

  it('entered that day and edited later stands as it stood at the end of the day', async () => {
    const { id } = await engage();
    const day = '2024-02-01';
    await world.a.rows('UPDATE engagement SET created_at = $1 WHERE id = $2', [`${day}T01:00:00Z`, id]);
    await patch(`/engagements/${id}`, { summary: 'Another letter.' });
    expect((await get(`/engagements/${id}?asOf=${day}`))['summary']).toBe('A letter.');
    expect((await get(`/engagements/${id}?asOf=2024-01-31`))['summary']).toBe('Another letter.');
  });
});

describe('with whom an engagement was', () => {
  const withWhom = async (id: string, moment: string) =>
    (await get(at(`/engagements/${id}`, moment)))['addressees'].map((a: Body) => a['name']).sort();

  it('stands as it stood, in the list and its filter, in the timeline, and in the silence that it began', async () => {
    const [eu, china] = [await world.a.addressee({ name: 'EU' }), await world.a.addressee({ name: 'China' })];
    const { id } = await engage({ addresseeIds: [followUp.addresseeId, eu] });
    const [first] = await world.a.rows<{ name: string }>('SELECT name FROM addressee WHERE id = $1', [
      followUp.addresseeId,
    ]);
    const before = await instant();
    await patch(`/engagements/${id}`, { addresseeIds: [china, eu] });
    expect(await withWhom(id, `knownAt=${before}`)).toEqual(['EU', first!.name].sort());
    expect(await withWhom(id, `asOf=${today()}`)).toEqual(['China', 'EU']);
    // It was entered long after that day: what is known of that time is what was last said of it.
    expect(await withWhom(id, 'asOf=2019-03-31')).toEqual(['China', 'EU']);
    const found = async (who: string) => (await items(`/engagements?addressee=${who}&knownAt=${before}`)).length;
    expect([await found(followUp.addresseeId), await found(china), await found(eu)]).toEqual([1, 0, 1]);
    const [told] = await items(
      `/recommendations/${followUp.recommendationId}/timeline?kind=engagement&knownAt=${before}`,
    );
    expect(told!['engagement'].addressees.map((a: Body) => a['name']).sort()).toEqual(['EU', first!.name].sort());
    expect(told!['engagement'].silent).toMatchObject([{ id: followUp.addresseeId }]);
    expect(await items(`/silences?knownAt=${before}`)).toMatchObject([{ since: '2019-03-31', engagements: 1 }]);
    expect(await items('/silences')).toEqual([]);
  });

  it('is told under the addressee that theirs was merged into since, once', async () => {
    const [old, kept] = [await world.a.addressee({ name: 'E.U.' }), await world.a.addressee({ name: 'EU' })];
    const [alone, both] = [
      await engage({ addresseeIds: [old, followUp.addresseeId] }),
      await engage({ addresseeIds: [old, kept] }),
    ];
    const before = await instant();
    await patch(`/engagements/${alone['id']}`, { addresseeIds: [followUp.addresseeId] });
    const { version } = await get(`/addressees/${old}`);
    await ok(world.as(editor).post(`/addressees/${old}/merge`, { into: kept }, { 'if-match': `"${String(version)}"` }));
    expect(await withWhom(alone['id'], `knownAt=${before}`)).toHaveLength(2);
    expect(await withWhom(alone['id'], `knownAt=${before}`)).toContain('EU');
    expect(await withWhom(both['id'], `knownAt=${before}`)).toEqual(['EU']);
  });
});

test('what an indicator measures stands as it stood', async () => {
  const { id } = await post('/indicators', { title: 'Doses', unit: 'doses', baseline: 0, target: 60_000_000 });
  const before = await instant();
  await patch(`/indicators/${id}`, {
    title: 'Vaccine doses',
    unit: 'people',
    baseline: null,
    target: 1.5,
    note: 'Anew.',
  });
  const of = ({ title, unit, baseline, target, note }: Body) => [title, unit, baseline, target, note];
  const then = async (moment: string) => {
    const [listed] = await items(at('/indicators', moment));
    expect(of(listed!)).toEqual(of(await get(at(`/indicators/${id}`, moment))));
    return of(listed!);
  };
  expect(await then(`knownAt=${before}`)).toEqual(['Doses', 'doses', 0, 60_000_000, null]);
  expect(await then(`asOf=${today()}`)).toEqual(['Vaccine doses', 'people', null, 1.5, 'Anew.']);
  const day = '2024-02-01';
  await world.a.rows('UPDATE indicator SET created_at = $1 WHERE id = $2', [`${day}T01:00:00Z`, id]);
  expect(await then(`asOf=${day}`)).toEqual(['Doses', 'doses', 0, 60_000_000, null]);
  expect(await then('asOf=2024-01-31')).toEqual(['Vaccine doses', 'people', null, 1.5, 'Anew.']);
});

test('assessments stand as they stood, with positions and answers of then', async () => {
  const path = `/tracks/${followUp.implementation}/assessments`;
  const find = (phase: string, occurredOn: string | null, by = editor) =>
    post(path, { phase, occurredOn, confidence: 'high', reasons: 'We looked.' }, by);
  const early = await find('progressing', '2019');
  const before = await instant();
  const late = await find('fulfilled', '2021-05-05');
  const { id } = await post(
    `/tracks/${followUp.implementation}/positions`,
    { position: 'objection', assessmentId: late['id'], reasons: 'No.' },
    partner,
  );
  const objected = await instant();
  await post(`/positions/${id}/answer`, { reasons: 'See page 3.' });
  const stood = async (moment: string) =>
    (await items(at(path, moment))).map(({ id: one, standing, positions }) => [
      one === early['id'] ? 'early' : 'late',
      standing,
      positions.map((p: Body) => [p['open'], p['answer'] !== null]),
    ]);
  expect(await stood('asOf=2019-12-30')).toEqual([]);
  expect(await stood('asOf=2019-12-31')).toEqual([['early', true, []]]);
  expect(await stood(`knownAt=${before}`)).toEqual([['early', true, []]]);
  expect(await stood(`knownAt=${objected}`)).toEqual([
    ['late', true, [[true, false]]],
    ['early', false, []],
  ]);
  expect(await stood(`asOf=${today()}`)).toEqual([
    ['late', true, [[false, true]]],
    ['early', false, []],
  ]);
  expect(await items(`${path}?standing=true&asOf=2019-12-31`)).toMatchObject([{ id: early['id'] }]);
  expect(await get(`${path}?asOf=2019-12-31`)).toMatchObject({ asOf: '2019-12-31', claim: null, positions: [] });
  const positions = `/tracks/${followUp.implementation}/positions`;
  expect(await items(`${positions}?knownAt=${before}`)).toEqual([]);
  expect(await items(`${positions}?knownAt=${objected}`)).toMatchObject([{ open: true, answer: null }]);
});

test('figures are those of then: a correction takes the place of what it corrects from when it was recorded', async () => {
  const { id } = await post('/indicators', {
    title: 'Doses',
    unit: 'doses',
    recommendationIds: [followUp.recommendationId],
  });
  const path = `/indicators/${id}/observations`;
  const observe = (period: string, value: number, more: object = {}) =>
    post(path, { period, value, estimate: false, saidBy: 'The ministry', ...more });
  const wrong = await observe('2020', 12_900_000);
  const before = await instant();
  await observe('2022-01', 1_290_000, { supersedes: wrong['id'] });
  await observe('2021', 7);
  const values = async (moment: string) => {
    const listed = await items(at(`${path}?standing=true&sort=period`, moment));
    expect((await get(at(`/indicators/${id}`, moment)))['observationCount']).toBe(listed.length);
    expect((await items(at('/indicators', moment)))[0]!['observationCount']).toBe(listed.length);
    return listed.map(({ value }) => value);
  };
  expect(await values(`knownAt=${before}`)).toEqual([12_900_000]);
  expect(await values('asOf=2020-12-31')).toEqual([]);
  expect(await values(`asOf=2020-12-31&knownAt=${before}`)).toEqual([12_900_000]);
  expect(await values('asOf=2021-12-31')).toEqual([7]);
  expect(await values('asOf=2022-01-31')).toEqual([7, 1_290_000]);
  expect(await items(`${path}?knownAt=${before}`)).toMatchObject([{ supersededBy: null }]);
  expect(await items(`/indicators?knownAt=2020-01-01T00:00:00Z`)).toEqual([]);
});

test('occasions, confirmations, and when the next review is due', async () => {
  const recurring = await world.a.recommendation({ nature: 'recurring' });
  const path = `/recommendations/${recurring}/occasions`;
  const wrong = await post(path, { outcome: 'done', occurredOn: '2019' });
  const before = await instant();
  await post(path, { outcome: 'not-done', occurredOn: '2021', supersedes: wrong['id'] });
  const stood = async (moment: string) =>
    (await items(at(path, moment))).map(({ outcome, standing }) => [outcome, standing]);
  expect(await stood(`knownAt=${before}`)).toEqual([['done', true]]);
  expect(await stood('asOf=2019-12-31')).toEqual([['done', false]]);
  expect(await stood('asOf=2019-12-30')).toEqual([]);
  expect(await stood('asOf=2021-12-31')).toEqual([
    ['not-done', true],
    ['done', false],
  ]);
  const continuing = await world.a.recommendation({ nature: 'continuing' });
  await post(`/recommendations/${continuing}/confirmations`, { occurredOn: '2020-05-05' });
  await post(`/recommendations/${continuing}/confirmations`, { occurredOn: '2022-05-05' });
  expect(await items(`/recommendations/${continuing}/confirmations?asOf=2021-01-01`)).toHaveLength(1);
  const confirmed = async (moment: string) =>
    (await get(at(`/recommendations/${continuing}`, moment)))['lastConfirmed']?.occurredOn ?? null;
  expect(await confirmed('asOf=2021-01-01')).toBe('2020-05-05');
  expect(await confirmed('asOf=2020-05-04')).toBeNull();
});

test('next steps are open until something became of them, and say what they said', async () => {
  const nothing = await instant();
  const owner = (await items('/members')).find((m) => m['organization']?.id === editor.actor.organizationId)!['id'];
  const { id } = await post('/next-steps', {
    ...{ followUpId: followUp.id, what: 'Ask again.', ownerId: owner, dueOn: '2099-01-01' },
  });
  const first = await instant();
  await patch(`/next-steps/${id}`, { what: 'Ask them once more.', dueOn: '2020-01' });
  const second = await instant();
  await post(`/next-steps/${id}/outcomes`, { outcome: 'done' });
  const third = await instant();
  await post(`/next-steps/${id}/outcomes`, { outcome: 'reopened', note: 'Not really.' });
  const said = async (knownAt: string) => {
    const one = await get(`/next-steps/${id}?knownAt=${knownAt}`);
    expect(
      (await items(`/next-steps?knownAt=${knownAt}&state=${one['state']}&overdue=${one['overdue']}`))[0],
    ).toMatchObject({ id });
    return [one['what'], one['dueOn'], one['overdue'], one['state'], one['outcomes'].length];
  };
  expect(await items(`/next-steps?knownAt=${nothing}`)).toEqual([]);
  expect(await said(first)).toEqual(['Ask again.', '2099-01-01', false, 'open', 0]);
  expect(await said(second)).toEqual(['Ask them once more.', '2020-01', true, 'open', 0]);
  expect(await said(third)).toEqual(['Ask them once more.', '2020-01', false, 'done', 1]);
  expect(await said(await instant())).toEqual(['Ask them once more.', '2020-01', true, 'open', 2]);
  expect(await items('/next-steps?asOf=2024-01-01')).toEqual([]);
});

test('comments say what they said, and are open until they were resolved', async () => {
  const path = `/follow-ups/${followUp.id}/comments`;
  const { id } = await post(path, { text: 'Has anybody asked?' });
  const first = await instant();
  await patch(`/comments/${id}`, { text: 'Has anybody asked again?' });
  await post(path, { text: 'I have.', replyTo: id }, partner);
  const second = await instant();
  await ok(world.as(editor).post(`/comments/${id}/resolution`, undefined));
  const said = async (moment: string) => {
    const [one] = await items(at(path, moment));
    expect(await get(at(`/comments/${id}`, moment))).toMatchObject(one!);
    return [one!['text'], one!['earlier'].length, one!['replies'].length, one!['resolved'] !== null];
  };
  expect(await said(`knownAt=${first}`)).toEqual(['Has anybody asked?', 0, 0, false]);
  expect(await said(`knownAt=${second}`)).toEqual(['Has anybody asked again?', 1, 1, false]);
  expect(await said(`asOf=${today()}`)).toEqual(['Has anybody asked again?', 1, 1, true]);
  expect(await items(`${path}?asOf=2024-01-01`)).toEqual([]);
});

test('contributions are as sure, and stand, as they were stated then', async () => {
  const named = { engagementIds: [(await engage())['id']], evidenceIds: [await world.a.evidence(editor)] };
  const nothing = await instant();
  const { id } = await post('/contributions', {
    ...{ followUpId: followUp.id, strength: 'plausible', statement: 'We asked first.', ...named },
  });
  const first = await instant();
  await patch(`/contributions/${id}`, { strength: 'not-known', statement: 'We asked.' });
  const second = await instant();
  await ok(world.as(editor).delete(`/contributions/${id}`, 2));
  const said = async (knownAt: string) => {
    const one = await get(`/contributions/${id}?knownAt=${knownAt}`);
    const { strength, state, statement, acts } = one;
    expect(await items(`/contributions?knownAt=${knownAt}&state=${state}&strength=${strength}`)).toMatchObject([
      { id, statement },
    ]);
    return [strength, state, statement, acts.length];
  };
  expect(await items(`/contributions?knownAt=${nothing}`)).toEqual([]);
  expect(await said(first)).toEqual(['plausible', 'stated', 'We asked first.', 1]);
  expect(await said(second)).toEqual(['not-known', 'stated', 'We asked.', 2]);
  expect(await said(await instant())).toEqual(['not-known', 'withdrawn', 'We asked.', 3]);
});

test('relations are there from when they were entered', async () => {
  const before = await instant();
  const other = await world.a.recommendation();
  const path = `/recommendations/${followUp.recommendationId}/relations`;
  await post(path, { otherId: other, kind: 'conflicts-with' });
  expect(await items(`${path}?knownAt=${before}`)).toEqual([]);
  expect((await get(`/recommendations/${followUp.recommendationId}?knownAt=${before}`))['relations']).toEqual([]);
  expect(await items(`${path}?asOf=2019-01-01`)).toHaveLength(1);
});

describe('access', () => {
  it('is that of today: what another organization keeps to itself is in no answer of any day', async () => {
    const before = await engage({ confidentiality: 'organization' });
    const first = await instant();
    await patch(`/engagements/${before['id']}`, { summary: 'Ours alone.' });
    const finding = {
      phase: 'fulfilled',
      occurredOn: '2019',
      confidence: 'low',
      reasons: 'Ours.',
      confidentiality: 'organization',
    };
    await post(`/tracks/${followUp.implementation}/assessments`, finding);
    await post('/contributions', {
      followUpId: followUp.id,
      strength: 'not-known',
      statement: 'Ours.',
      confidentiality: 'organization',
    });
    const owner = (await items('/members')).find((m) => m['organization']?.id === editor.actor.organizationId)!['id'];
    await post('/next-steps', { engagementId: before['id'], what: 'Ours.', ownerId: owner, dueOn: '2099' });
    const paths = ['/engagements', `/tracks/${followUp.implementation}/assessments`, '/contributions', '/next-steps'];
    for (const path of paths) {
      const moment = path === '/engagements' ? `knownAt=${first}` : `asOf=${today()}`;
      expect([path, (await items(at(path, moment))).length]).toEqual([path, 1]);
      expect([path, await items(at(path, moment), partner)]).toEqual([path, []]);
    }
    const { status } = await world.as(partner).get(`/engagements/${before['id']}?knownAt=${first}`);
    expect(status).toBe(404);
  });
});

it.each(['asOf=2019', 'knownAt=yesterday'])('is refused for what is no moment: %s', async (moment) => {
  const track = `/tracks/${followUp.implementation}`;
  const ask = `/recommendations/${followUp.recommendationId}`;
  const paths = [
    '/engagements',
    '/indicators',
    '/next-steps',
    '/contributions',
    `${track}/assessments`,
    `${track}/positions`,
  ];
  for (const path of [
    ...paths,
    `${ask}/relations`,
    `${ask}/occasions`,
    `${ask}/confirmations`,
    `/follow-ups/${followUp.id}/comments`,
  ])
    expect([path, (await world.as(editor).get(at(path, moment))).status]).toEqual([path, 400]);
});
