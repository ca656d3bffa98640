// What changed in a period: GET /changes.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member, Row } from '../factories/factories.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member, verifier: Member, outsider: Member;
const day = (days: number): string => dayIn('Asia/Seoul', new Date(Date.now() + days * 86_400_000));
const today = day(0);

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  const europe = await world.a.organization('Europe for Korea');
  verifier = await world.a.member({ roles: ['verifier'], organizationId: europe });
  outsider = await world.a.member({ organizationId: europe });
});
afterEach(() => world.close());

type FollowUp = Awaited<ReturnType<World['a']['followUp']>>;
const positions = new Map<string, number>();

/** A recorded move, as the engine would have it, and where the track stands since. */
async function moved(
  track: string,
  from: string,
  to: string,
  on: string,
  given: Row = {},
  by = editor,
): Promise<string> {
  const [row] = await world.a.rows<{ workflow_id: string }>('SELECT workflow_id FROM track WHERE id = $1', [track]);
  const position = (positions.get(track) ?? 0) + 1;
  positions.set(track, position);
  const id = await world.a.insert('transition', {
    id: uuid(),
    workspace_id: world.a.workspaceId,
    track_id: track,
    workflow_id: row!.workflow_id,
    from_workflow_id: row!.workflow_id,
    transition: 'open',
    from_state: from,
    to_state: to,
    position,
    occurred_on: on,
    occurred_last: on,
    person_id: by.actor.personId,
    organization_id: by.actor.organizationId,
    ...given,
  });
  await world.a.rows(
    `UPDATE track t SET stands_on = $1, state = $2, phase = s.phase FROM workflow_state s
     WHERE t.id = $3 AND s.workflow_id = t.workflow_id AND s.state = $2`,
    [id, to, track],
  );
  return id;
}

/** The addressee was engaged with about it. */
async function wrote(to: FollowUp, on: string, given: Row = {}): Promise<string> {
  const engagement_id = await world.a.insert('engagement', {
    id: uuid(),
    workspace_id: world.a.workspaceId,
    organization_id: world.a.organizationId,
    kind: 'letter',
    occurred_on: on,
    occurred_last: on,
    summary: 'A letter.',
    ...given,
  });
  const link = { workspace_id: world.a.workspaceId, engagement_id };
  await world.a.insert('engagement_addressee', { ...link, addressee_id: to.addresseeId });
  await world.a.insert('engagement_recommendation', { ...link, recommendation_id: to.recommendationId });
  return engagement_id;
}

const added = (table: string, row: Row, by = editor): Promise<string> =>
  world.a.insert(table, {
    id: uuid(),
    workspace_id: world.a.workspaceId,
    person_id: by.actor.personId,
    organization_id: by.actor.organizationId,
    ...row,
  });
const due = (to: FollowUp, on: string): Promise<string> =>
  added('deadline', {
    recommendation_id: to.recommendationId,
    follow_up_id: to.id,
    axis: 'implementation',
    due_on: on,
    due_last: on,
    basis: 'The letter',
  });

type Change = Record<string, any>;
const PERIOD = `from=${day(-30)}&to=${today}`;
async function changes(query = PERIOD, by = editor): Promise<Record<string, Change[]> & { counts?: never }> {
  const { status, body } = await world.as(by).get(`/changes?${query}`);
  expect(status).toBe(200);
  return Object.fromEntries(body['groups'].map(({ kind, items }: Change) => [kind, items]));
}
const counted = async (query = PERIOD, by = editor): Promise<Record<string, number>> => {
  const { body } = await world.as(by).get(`/changes?${query}`);
  const all = body['groups'].map(({ kind, count }: Change) => [kind, count] as const);
  return Object.fromEntries(all.filter(([, count]: readonly [string, number]) => count > 0));
};
const acts = (items: Change[] | undefined): string[] => (items ?? []).map(({ act }) => act);

it('answers every kind, empty ones too, with both days and as of when', async () => {
  const { body } = await world.as(editor).get(`/changes?from=2019-01-01&to=2019-03-31`);
  expect([body['from'], body['to'], body['asOf']]).toEqual(['2019-01-01', '2019-03-31', '2019-03-31']);
  expect(body['groups'].map(({ kind, count, items, nextCursor }: Change) => [kind, count, items, nextCursor])).toEqual(
    ['moves', 'replies', 'dissent', 'silence', 'deadlines', 'next-steps', 'closings', 'corrections'].map((kind) => [
      kind,
      0,
      [],
      null,
    ]),
  );
  expect((await world.as(editor).get(`/changes?from=2019-01-01&to=2999-12-31`)).body['asOf']).toBe(today);
});

it.each([
  ['from=2019-02-01&to=2019-01-31', '?to'],
  ['from=2019-02-01', '/to'],
  ['from=2019-02&to=2019-03-01', '/from'],
  ['from=2019-02-01&to=2019-03-01&kind=gossip', '/kind'],
  ['from=2019-02-01&to=2019-03-01&cursor=x', '?kind'],
  ['from=2019-02-01&to=2019-03-01&kind=moves&cursor=x', '?cursor'],
])('refuses %s', async (query, pointer) => {
  const { status, body } = await world.as(editor).get(`/changes?${query}`);
  const faults = body['errors'] as { pointer: string }[];
  expect([status, faults[0]?.pointer.slice(1)]).toEqual([400, pointer.slice(1)]);
});

describe('moves', () => {
  it('tell once for each follow-up where it stood, where it stands, who claimed and who checked', async () => {
    const f = await world.a.followUp();
    await moved(f.implementation, 'not-assessed', 'under-way', day(-300));
    await moved(f.implementation, 'under-way', 'reported-implemented', day(-20), { transition: 'claim' });
    await moved(f.implementation, 'reported-implemented', 'implemented', day(-10), { transition: 'verify' }, verifier);
    const { moves } = await changes();
    expect(moves).toEqual([
      expect.objectContaining({
        act: 'moved',
        on: day(-10),
        axis: 'implementation',
        followUpId: f.id,
        recommendation: expect.objectContaining({ id: f.recommendationId }),
        addressee: expect.objectContaining({ id: f.addresseeId }),
        by: expect.objectContaining({ id: verifier.actor.membershipId }),
        move: expect.objectContaining({
          from: { label: expect.any(String), phase: 'progressing' },
          to: { label: 'Implemented', phase: 'fulfilled' },
          claimedBy: expect.objectContaining({ id: editor.actor.membershipId }),
          waiting: false,
        }),
      }),
    ]);
  });

  it('say of a claim that it waits, and count both days', async () => {
    const f = await world.a.followUp();
    await moved(f.implementation, 'not-assessed', 'reported-implemented', day(-5), { transition: 'claim' });
    const { moves } = await changes(`from=${day(-5)}&to=${day(-5)}`);
    expect(moves![0]!['move']).toMatchObject({ waiting: true, claimedBy: null });
    expect(await counted(`from=${day(-4)}&to=${today}`)).toEqual({});
    expect(await counted(`from=${day(-9)}&to=${day(-6)}`)).toEqual({});
  });

  it('leave out what was corrected and what stands in the timeline only; the correction is told as one', async () => {
    const f = await world.a.followUp();
    const wrong = await moved(f.implementation, 'not-assessed', 'implemented', day(-5));
    await moved(f.implementation, 'not-assessed', 'under-way', day(-5), {
      transition: 'correct',
      corrects: wrong,
      position: 1,
    });
    await moved(f.implementation, 'not-assessed', 'no-action', day(-8), { position: null });
    await world.a.rows('UPDATE track SET state = $2 WHERE id = $1', [f.implementation, 'under-way']);
    const { moves, corrections } = await changes();
    expect(moves).toEqual([]);
    expect(corrections).toEqual([
      expect.objectContaining({
        act: 'corrected',
        on: today,
        correction: expect.objectContaining({
          was: { label: 'Implemented', phase: 'fulfilled' },
          is: { label: expect.any(String), phase: 'progressing' },
        }),
      }),
    ]);
  });

  it('belong to the day of their last possible day, or with by=recorded to the day they were entered', async () => {
    const f = await world.a.followUp();
    await moved(f.implementation, 'not-assessed', 'under-way', '2019-05', { occurred_last: '2019-05-31' });
    expect(await counted('from=2019-05-31&to=2019-05-31')).toEqual({ moves: 1 });
    expect(await counted('from=2019-05-01&to=2019-05-30')).toEqual({});
    expect(await counted(`from=${today}&to=${today}`)).toEqual({});
    const { moves } = await changes(`from=${today}&to=${today}&by=recorded`);
    expect(moves).toMatchObject([{ on: today, move: { occurredOn: '2019-05', from: { phase: 'unknown' } } }]);
  });
});

describe('replies', () => {
  it('are answers, and what was linked as a reply where no answer cites it', async () => {
    const f = await world.a.followUp();
    await moved(f.response, 'not-delivered', 'delivered', day(-200));
    const answer = await moved(f.response, 'delivered', 'accepted', day(-3), { transition: 'accept' });
    const cited = await world.a.evidence(editor);
    const loose = await world.a.evidence(editor);
    const hidden = await world.a.evidence(editor, { confidentiality: 'organization' });
    for (const id of [cited, loose, hidden]) await world.a.link(f.response, id, editor, { shows: 'reply' });
    await world.a.link(f.response, await world.a.evidence(editor), editor);
    await world.a.insert('transition_evidence', {
      workspace_id: world.a.workspaceId,
      transition_id: answer,
      evidence_id: cited,
      evidence_version: 1,
      stance: 'supports',
    });
    const { replies, moves } = await changes();
    expect(moves).toEqual([]);
    expect(replies!.map(({ act, evidence, move }) => [act, evidence?.id, move?.to.phase])).toEqual(
      expect.arrayContaining([
        ['answered', undefined, 'agreed'],
        ['replied', loose, undefined],
        ['replied', hidden, undefined],
      ]),
    );
    expect((await changes(PERIOD, outsider))['replies']!.map(({ evidence }) => evidence?.id)).not.toContain(hidden);
    expect(await counted(PERIOD, outsider)).toMatchObject({ replies: 2 });
  });
});

describe('dissent', () => {
  const assess = (track: string, phase: string, by: Member, level = 'coalition') =>
    world.as(by).post(`/tracks/${track}/assessments`, {
      phase,
      confidence: 'low',
      reasons: `We found ${phase}.`,
      occurredOn: null,
      confidentiality: level,
    });

  it('is a finding that differs from the state or from others, an objection, and how it ended', async () => {
    const f = await world.a.followUp();
    await moved(f.implementation, 'not-assessed', 'under-way', '2015-01-01');
    await assess(f.implementation, 'progressing', editor);
    expect(await counted()).toEqual({});
    await assess(f.implementation, 'not-done', verifier);
    const { dissent } = await changes();
    expect(
      dissent!.map(({ act, by, finding, note }) => [
        act,
        by.organization.name,
        finding.phase,
        finding.statePhase,
        note,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['found', 'Europe for Korea', 'not-done', 'progressing', 'We found not-done.'],
        ['found', 'First Organization', 'progressing', 'progressing', 'We found progressing.'],
      ]),
    );
    const position = { position: 'objection', reasons: 'Nobody counted.' };
    const { body } = await world.as(verifier).post(`/tracks/${f.implementation}/positions`, position);
    const objections = async () => (await changes())['dissent']!.filter(({ act }) => act !== 'found');
    expect(await objections()).toMatchObject([{ act: 'objected', objection: { open: true }, note: 'Nobody counted.' }]);
    await world.as(editor).post(`/positions/${body['id']}/answer`, { reasons: 'We counted.' });
    expect((await objections()).map(({ act, objection, note }) => [act, objection.open, note])).toEqual(
      expect.arrayContaining([
        ['objected', false, 'Nobody counted.'],
        ['objection-answered', false, 'We counted.'],
      ]),
    );
  });

  it('keeps a finding of another organization for itself out of list and count', async () => {
    const f = await world.a.followUp();
    await moved(f.implementation, 'not-assessed', 'under-way', '2015-01-01');
    await assess(f.implementation, 'not-done', verifier, 'organization');
    expect(acts((await changes(PERIOD, outsider))['dissent'])).toEqual(['found']);
    expect(await counted()).toEqual({});
  });
});

describe('silence', () => {
  it('begins with the first time they were asked, goes on past reminders and the day of the reply, and ends with an answer', async () => {
    const f = await world.a.followUp();
    await wrote(f, day(-29), { awaited_on: day(-20), awaited_last: day(-20) });
    await wrote(f, day(-15), { kind: 'reminder' });
    const { silence } = await changes();
    expect(silence!.map(({ act, on, silence: { since, days } }) => [act, on, since, days])).toEqual(
      [
        ['overran', day(-19), day(-29), 29],
        ['reminded', day(-15), day(-29), 29],
        ['began', day(-29), day(-29), 29],
      ].sort(([, a], [, b]) => (a! < b! ? 1 : -1)),
    );
    expect(silence!.find(({ act }) => act === 'overran')).toMatchObject({
      silence: { awaitedOn: day(-20) },
      engagement: { kind: 'letter' },
    });
    await moved(f.response, 'delivered', 'accepted', day(-2), { transition: 'accept' });
    const ended = (await changes(`from=${day(-5)}&to=${today}`))['silence'];
    expect(ended).toMatchObject([{ act: 'ended', on: day(-2), silence: { since: day(-29), days: 27 } }]);
    expect(acts((await changes())['silence'])).toEqual(['ended', 'overran', 'began']);
  });

  it('does not begin with what is known of nobody, is answered already, or was asked before', async () => {
    const before = await world.a.followUp();
    await wrote(before, day(-300));
    await wrote(before, day(-3));
    const answered = await world.a.followUp();
    await moved(answered.response, 'not-delivered', 'accepted', day(-40));
    await wrote(answered, day(-3));
    const theirs = await world.a.followUp();
    await wrote(theirs, day(-3), { confidentiality: 'organization', organization_id: outsider.actor.organizationId });
    expect(await counted()).toEqual({});
    expect(await counted(PERIOD, outsider)).toEqual({ silence: 1 });
  });

  it('begins with a recorded delivery where no engagement is', async () => {
    const f = await world.a.followUp();
    await moved(f.response, 'not-delivered', 'delivered', day(-7), { transition: 'deliver' });
    expect((await changes())['silence']).toMatchObject([{ act: 'began', on: day(-7), silence: { days: 7 } }]);
  });
});

describe('deadlines', () => {
  it('fall due unmet, are met, late or in time, and are extended', async () => {
    const missed = await world.a.followUp();
    const late = await world.a.followUp();
    const inTime = await world.a.followUp();
    const putOff = await world.a.followUp();
    for (const f of [missed, late]) await due(f, day(-20));
    await due(inTime, day(-1));
    await moved(late.implementation, 'reported-implemented', 'implemented', day(-12));
    await moved(inTime.implementation, 'reported-implemented', 'implemented', day(-12));
    const old = await due(putOff, day(-20));
    await added('deadline_extension', {
      deadline_id: old,
      due_on: day(20),
      due_last: day(20),
      extended_by: 'The Council',
      basis: 'Decision 4',
    });
    const { deadlines } = await changes();
    expect(deadlines!.map(({ act, on, followUpId, deadline: { days } }) => [act, on, followUpId, days])).toEqual(
      expect.arrayContaining([
        ['fell-due', day(-19), missed.id, 20],
        ['fell-due', day(-19), late.id, 8],
        ['met', day(-12), late.id, 8],
        ['met', day(-12), inTime.id, 0],
        ['extended', today, putOff.id, null],
      ]),
    );
    expect(deadlines).toHaveLength(5);
    expect(await counted(`from=${day(-20)}&to=${day(-20)}`)).toEqual({});
    expect(await counted(`from=${day(-19)}&to=${day(-19)}`)).toEqual({ deadlines: 2 });
  });

  it('do not fall due of what was closed by then', async () => {
    const f = await world.a.followUp();
    await due(f, day(-5));
    await added('closing', {
      follow_up_id: f.id,
      act: 'closed',
      kind: 'superseded',
      occurred_on: day(-6),
      occurred_last: day(-6),
    });
    expect(await counted()).toEqual({ closings: 1 });
    expect((await changes())['closings']).toMatchObject([
      { act: 'closed', on: day(-6), closing: { kind: 'superseded' } },
    ]);
  });
});

describe('next steps', () => {
  it('are each told once, as they stood at the end of the period', async () => {
    const f = await world.a.followUp();
    const at = (days: number) => new Date(Date.now() + days * 86_400_000);
    const step = (what: string, days: number, dueOn: string, given: Row = {}) =>
      world.a.nextStep(editor, {
        follow_up_id: f.id,
        what,
        due_on: dueOn,
        due_last: dueOn,
        created_at: at(days),
        ...given,
      });
    const outcome = (next_step_id: string, said: string, days: number) =>
      added('next_step_outcome', { next_step_id, outcome: said, recorded_at: at(days) });
    await step('made', -10, day(10));
    await step('open', -100, day(11));
    await step('overdue', -100, day(-50));
    await outcome(await step('done', -100, day(-60), { state: 'done' }), 'done', -10);
    await outcome(await step('done since', -100, day(5), { state: 'done' }), 'done', -1);
    await outcome(await step('done before', -100, day(-60), { state: 'done' }), 'done', -90);
    const reopened = await step('reopened', -100, day(12));
    await outcome(reopened, 'dropped', -20);
    await outcome(reopened, 'reopened', -10);
    await step('later', 0, day(13));
    const steps = (await changes(`from=${day(-30)}&to=${day(-3)}`))['next-steps'];
    expect(steps!.map(({ act, step: { what } }) => [what, act])).toEqual([
      ['done', 'done'],
      ['overdue', 'overdue'],
      ['done since', 'open'],
      ['made', 'made'],
      ['open', 'open'],
      ['reopened', 'open'],
    ]);
    expect(steps![0]!['step'].owner.name).toBe(editor.name);
  });

  it('are absent, and not counted, where what they are about may not be seen', async () => {
    const recommendation_id = await world.a.recommendation({ confidentiality: 'organization' });
    const f = await world.a.followUp({ recommendation_id });
    await world.a.nextStep(editor, { follow_up_id: f.id });
    await moved(f.implementation, 'not-assessed', 'under-way', today);
    await due(f, day(-5));
    await wrote(f, day(-5));
    expect(await counted()).toEqual({ moves: 1, silence: 1, deadlines: 1, 'next-steps': 1 });
    expect(await counted(PERIOD, outsider)).toEqual({});
    const { body } = await world.as(outsider).get(`/changes?${PERIOD}`);
    expect(JSON.stringify(body)).not.toContain(f.id);
  });
});

describe('narrowing and pages', () => {
  it('narrows by source, theme, addressee and organization', async () => {
    const theme = await world.a.theme();
    const source = await world.a.source();
    const recommendation_id = await world.a.recommendation({ source_id: source });
    await world.a.insert('recommendation_theme', {
      workspace_id: world.a.workspaceId,
      recommendation_id,
      theme_id: theme,
    });
    const f = await world.a.followUp({ recommendation_id });
    const other = await world.a.followUp();
    await moved(f.implementation, 'not-assessed', 'under-way', today);
    await moved(other.implementation, 'not-assessed', 'under-way', today, {}, verifier);
    await world.a.rows('UPDATE follow_up SET theme_ids = ARRAY[$2::uuid] WHERE id = $1', [f.id, theme]);
    const found = async (query: string) =>
      (await changes(`${PERIOD}&${query}`))['moves']!.map(({ followUpId }) => followUpId);
    for (const query of [
      `source=${source}`,
      `theme=${theme}`,
      `addressee=${f.addresseeId}`,
      `organization=${world.a.organizationId}`,
    ])
      expect([query, await found(query)]).toEqual([query, [f.id]]);
    expect(await found(`kind=moves,replies`)).toHaveLength(2);
    expect(Object.keys(await changes(`${PERIOD}&kind=moves,replies`))).toEqual(['moves', 'replies']);
  });

  it('goes on by a cursor, each once, while others are added', async () => {
    const seen: string[] = [];
    for (let n = 0; n < 5; n += 1)
      await moved((await world.a.followUp()).implementation, 'not-assessed', 'under-way', day(-n));
    let cursor: string | null = '';
    let pages = 0;
    do {
      const { body } = await world
        .as(editor)
        .get(`/changes?${PERIOD}&kind=moves&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      const [group] = body['groups'];
      expect(group.count).toBe(cursor ? undefined : 5);
      seen.push(...group.items.map(({ followUpId }: Change) => followUpId));
      cursor = group.nextCursor;
      pages += 1;
      if (pages === 1) await moved((await world.a.followUp()).implementation, 'not-assessed', 'under-way', today);
    } while (cursor);
    expect([pages, seen.length, new Set(seen).size]).toEqual([3, 5, 5]);
  });
});
