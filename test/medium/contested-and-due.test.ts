// What is computed whenever somebody looks: contested, overdue, late. Nothing of it is stored where a date or a row could make it false.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member, Row } from '../factories/factories.js';
import { copiesThatDiffer } from '../support/copies.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member, verifier: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  verifier = await world.a.member({ roles: ['verifier'], organizationId: await world.a.organization() });
});
afterEach(async () => {
  const differing = await copiesThatDiffer(world).finally(() => world.close());
  expect(differing).toEqual([]);
});

const ok = async (answer: Promise<Answer>): Promise<Record<string, any>> => {
  const { status, body } = await answer;
  expect({ status, body }).toMatchObject({ status: expect.any(Number) });
  expect([200, 201, 204]).toContain(status);
  return body;
};
const move = (track: string, transition: string, body: Record<string, unknown> = {}, by = editor) =>
  ok(world.as(by).post(`/tracks/${track}/transitions`, { transition, occurredOn: null, note: 'Because.', ...body }));

describe('a track is contested', () => {
  let track: string, followUp: string;
  beforeEach(async () => {
    const made = await world.a.followUp();
    [track, followUp] = [made.implementation, made.id];
  });

  const piece = (given: Row = {}) =>
    world.a.evidence(editor, {
      credibility: 2,
      verified_by: verifier.actor.personId,
      verified_at: new Date(),
      ...given,
    });
  const link = (evidenceId: string, stance: string) =>
    ok(world.as(editor).post(`/tracks/${track}/evidence`, { evidenceId, stance }));
  const contested = async (): Promise<unknown> => {
    const item = await ok(world.as(editor).get(`/follow-ups/${followUp}`));
    const { contested: found } = await ok(world.as(editor).get(`/tracks/${track}`));
    expect(item['contested']).toBe(found !== null);
    expect(item['implementation'].contested).toEqual(found);
    return (
      found && {
        supports: found.supports.map((p: Row) => p['id']),
        contradicts: found.contradicts.map((p: Row) => p['id']),
      }
    );
  };
  const claimed = async (): Promise<string[]> => {
    const pieces = [await piece(), await piece()];
    await move(track, 'claim', { evidenceIds: pieces });
    return pieces;
  };

  test('by verified evidence on both sides, which the answer names', async () => {
    const pieces = await claimed();
    expect(await contested()).toBeNull();
    const against = await piece();
    await link(against, 'contradicts');
    const found = (await contested()) as { supports: string[]; contradicts: string[] };
    expect(found.contradicts).toEqual([against]);
    expect(found.supports.sort()).toEqual(pieces.sort());
  });

  test('when it counts as fulfilled and verified evidence speaks against it, or as not done and evidence speaks for it', async () => {
    await claimed();
    await move(track, 'verify', {}, verifier);
    expect(await contested()).toBeNull();
    const against = await piece();
    await link(against, 'contradicts');
    expect(await contested()).toEqual({ supports: [], contradicts: [against] });
    await move(track, 'reverse', { evidenceIds: [against] });
    expect(await contested()).toBeNull();
    const inFavour = await piece();
    await link(inFavour, 'supports');
    expect(await contested()).toEqual({ supports: [inFavour], contradicts: [against] });
  });

  test.each([
    ['not verified', { verified_by: null, verified_at: null }],
    ['declined', { acceptance: 'declined', acceptance_reason_hash: Buffer.alloc(32) }],
    ['proposed', { acceptance: 'proposed' }],
    ["one organization's own", { confidentiality: 'organization' }],
  ])('not by a piece that is %s', async (_, given) => {
    await claimed();
    await world.a.link(track, await piece(given), editor, { stance: 'contradicts' });
    expect(await contested()).toBeNull();
  });

  test('not by context, nor by what was taken off, nor by what was settled', async () => {
    await claimed();
    await link(await piece(), 'context');
    const against = await piece();
    await link(against, 'contradicts');
    await ok(world.as(editor).delete(`/tracks/${track}/evidence/${against}`));
    expect(await contested()).toBeNull();
    await link(against, 'contradicts');
    expect(await contested()).not.toBeNull();
    await move(track, 'verify', {}, verifier); // It was there to be seen, and this settles it.
    expect(await contested()).toBeNull();
  });

  test('not before anything was said of it', async () => {
    await link(await piece(), 'contradicts');
    await link(await piece(), 'supports');
    expect(await contested()).toBeNull();
  });

  test('no longer when somebody changes the piece, until it is checked again', async () => {
    await claimed();
    const against = await piece({ entered_by: editor.actor.personId });
    await link(against, 'contradicts');
    await ok(world.as(editor).patch(`/evidence/${against}`, { locator: 'p. 2' }, 1));
    expect(await contested()).toBeNull();
    await ok(world.as(verifier).post(`/evidence/${against}/verification`, undefined, { 'if-match': '"2"' }));
    expect(await contested()).not.toBeNull();
  });
});

describe('follow-ups are listed by whether they are contested', () => {
  let theme: string, calm: string, byReply: string, byAct: string;
  beforeEach(async () => {
    const [reply, act, settled] = [await world.a.followUp(), await world.a.followUp(), await world.a.followUp()];
    [byReply, byAct, calm] = [reply.id, act.id, settled.id];
    theme = await world.a.theme();
    for (const { recommendationId: recommendation_id } of [act, settled])
      await world.a.insert('recommendation_theme', {
        workspace_id: world.a.workspaceId,
        recommendation_id,
        theme_id: theme,
      });
    await claim(settled.implementation);
    await move(reply.response, 'open', { to: 'accepted', evidenceIds: [await verified()] });
    await dispute(reply.response);
    await claim(act.implementation);
    await dispute(act.implementation);
  });

  const verified = () =>
    world.a.evidence(editor, { credibility: 2, verified_by: verifier.actor.personId, verified_at: new Date() });
  const claim = async (track: string) => move(track, 'claim', { evidenceIds: [await verified(), await verified()] });
  const dispute = async (track: string) =>
    ok(world.as(editor).post(`/tracks/${track}/evidence`, { evidenceId: await verified(), stance: 'contradicts' }));
  const listed = async (query: string): Promise<string[]> =>
    (await ok(world.as(editor).get(`/follow-ups?${query}`)))['items'].map((item: Row) => item['id']);
  const facet = async (query: string): Promise<Record<string, number>> => {
    const { contested } = await ok(world.as(editor).get(`/follow-ups/facets?${query}`));
    return Object.fromEntries(contested.map(({ key, count }: Row) => [key, count]));
  };

  test('on one of their axes, of all and under one theme', async () => {
    expect((await listed('contested=true')).sort()).toEqual([byReply, byAct].sort());
    expect(await listed('contested=false')).toEqual([calm]);
    expect(await listed(`contested=true&theme=${theme}`)).toEqual([byAct]);
    expect(await listed(`contested=false&theme=${theme}`)).toEqual([calm]);
  });

  test('and are counted so: all, the open ones, under one theme', async () => {
    expect(await facet('')).toEqual({ true: 2, false: 1 });
    expect(await facet('contested=true')).toEqual({ true: 2, false: 1 });
    expect(await facet(`theme=${theme}`)).toEqual({ true: 1, false: 1 });
    const closing = { kind: 'duplicate', occurredOn: null, reason: 'Twice.' };
    await ok(world.as(editor).post(`/follow-ups/${byAct}/closing`, closing));
    expect(await facet('closed=false')).toEqual({ true: 1, false: 1 });
    expect(await facet('closed=true')).toEqual({ true: 1 });
  });
});

describe('reports that a resolution asks for', () => {
  let recommendation: string;
  let russia: Awaited<ReturnType<World['a']['followUp']>>, china: typeof russia, closed: typeof russia;
  let midterm: string, final: string;
  const today = (offset = 0) => dayIn('Asia/Seoul', new Date(Date.now() + offset * 86_400_000));

  beforeEach(async () => {
    recommendation = await world.a.recommendation();
    const reporting = {
      recommendation_id: recommendation,
      implementationWorkflow: 'resolution-reporting',
      implementation: 'none-known',
    };
    [russia, china, closed] = [
      await world.a.followUp(reporting),
      await world.a.followUp(reporting),
      await world.a.followUp(reporting),
    ];
    const deadline = (dueOn: string, basis: string, metBy: string[]) =>
      ok(
        world
          .as(editor)
          .post(`/recommendations/${recommendation}/deadlines`, { axis: 'implementation', dueOn, basis, metBy }),
      );
    const any = ['midterm-submitted', 'final-submitted', 'without-figures', 'nil-report'];
    midterm = (await deadline('2019-03-22', '15 months after adoption', any))['id'];
    final = (await deadline('2020-03-22', '27 months after adoption', ['final-submitted', 'nil-report']))['id'];
  });

  const report = async ({ implementation }: typeof russia, state: string, occurredOn: string) =>
    move(implementation, `record-${state}`, { occurredOn, evidenceIds: [await world.a.evidence(editor)] });
  const standing = async (deadline: string, { id }: typeof russia): Promise<unknown> => {
    const { items } = await ok(world.as(editor).get(`/recommendations/${recommendation}/deadlines`));
    const { met, overdue, late } = items
      .find((d: Row) => d['id'] === deadline)
      .standing.find((s: Row) => s['followUpId'] === id);
    return { met, overdue, late };
  };
  const due = async ({ id }: typeof russia): Promise<unknown> => {
    const { dueOn, overdue } = await ok(world.as(editor).get(`/follow-ups/${id}`));
    return { dueOn, overdue };
  };
  const UNMET = { met: false, overdue: true, late: false };
  const IN_TIME = { met: true, overdue: false, late: false };
  const LATE = { met: true, overdue: false, late: true };

  test('are overdue one by one, and late where they came after the date', async () => {
    expect([await standing(midterm, russia), await standing(final, russia), await due(russia)]).toEqual([
      UNMET,
      UNMET,
      { dueOn: '2019-03-22', overdue: true },
    ]);
    await report(russia, 'midterm-submitted', '2019-03-22');
    await report(china, 'midterm-submitted', '2019-03-23');
    expect([await standing(midterm, russia), await standing(final, russia), await due(russia)]).toEqual([
      IN_TIME,
      UNMET,
      { dueOn: '2020-03-22', overdue: true },
    ]);
    expect([await standing(midterm, china), await due(china)]).toEqual([LATE, { dueOn: '2020-03-22', overdue: true }]);
    await report(russia, 'final-submitted', '2020-05');
    expect([await standing(midterm, russia), await standing(final, russia), await due(russia)]).toEqual([
      IN_TIME,
      LATE,
      { dueOn: null, overdue: false },
    ]);
    expect(await standing(final, china)).toEqual(UNMET);
  });

  test('a report that meets both dates is late for the first only', async () => {
    await report(china, 'nil-report', '2019-12-01');
    expect([await standing(midterm, china), await standing(final, china)]).toEqual([LATE, IN_TIME]);
  });

  test('a corrected date is no longer late, and a report that was none is overdue again', async () => {
    const { id } = await report(china, 'midterm-submitted', '2019-04');
    expect(await standing(midterm, china)).toEqual(LATE);
    const again = await move(china.implementation, 'correct', {
      corrects: id,
      to: 'midterm-submitted',
      occurredOn: '2019-03-20',
    });
    expect(await standing(midterm, china)).toEqual(IN_TIME);
    await move(china.implementation, 'correct', { corrects: again['id'], to: 'none-known', occurredOn: '2019-03-20' });
    expect([await standing(midterm, china), await due(china)]).toEqual([UNMET, { dueOn: '2019-03-22', overdue: true }]);
  });

  test('an extension gives time to all whom the deadline binds, and a later one counts', async () => {
    const extend = (dueOn: string) =>
      ok(
        world
          .as(editor)
          .post(`/deadlines/${midterm}/extensions`, { dueOn, extendedBy: 'The Committee', basis: 'A letter.' }),
      );
    await report(china, 'midterm-submitted', '2019-06-30');
    await extend('2019-06');
    expect([await standing(midterm, china), await standing(midterm, russia), await due(russia)]).toEqual([
      IN_TIME,
      UNMET,
      { dueOn: '2019-06-30', overdue: true },
    ]);
    await extend(today(1));
    expect([await standing(midterm, russia), await due(russia)]).toEqual([
      { met: false, overdue: false, late: false },
      { dueOn: '2020-03-22', overdue: true },
    ]);
    await extend('2019-05-01');
    expect(await standing(midterm, china)).toEqual(LATE);
  });

  test('a date is past on the day after its last day, where the workspace is', async () => {
    const own = async (dueOn: string): Promise<unknown> => {
      const one = await world.a.followUp();
      await ok(
        world.as(editor).post(`/follow-ups/${one.id}/deadlines`, { axis: 'implementation', dueOn, basis: 'Promised.' }),
      );
      return ((await due(one)) as { overdue: boolean }).overdue;
    };
    expect([await own(today()), await own(today(-1)), await own(today().slice(0, 4))]).toEqual([false, true, false]);
  });

  test('closing stops the clocks, reopening starts them again', async () => {
    await ok(
      world.as(editor).post(`/follow-ups/${closed.id}/closing`, {
        kind: 'overtaken-by-events',
        occurredOn: null,
        reason: 'Dissolved.',
      }),
    );
    expect([await standing(midterm, closed), await due(closed)]).toEqual([
      { ...UNMET, overdue: false },
      { dueOn: null, overdue: false },
    ]);
    const listed = await ok(world.as(editor).get(`/follow-ups?recommendation=${recommendation}&overdue=true`));
    expect(listed['items'].map((f: Row) => f['id']).sort()).toEqual([russia.id, china.id].sort());
    const { version } = await ok(world.as(editor).get(`/follow-ups/${closed.id}`));
    await ok(world.as(editor).delete(`/follow-ups/${closed.id}/closing`, version));
    expect([await standing(midterm, closed), await due(closed)]).toEqual([
      UNMET,
      { dueOn: '2019-03-22', overdue: true },
    ]);
  });
});

describe('what is copied onto a follow-up', () => {
  test('is always as it is where it comes from', async () => {
    const api = world.as(editor);
    const themes = [await world.a.theme(), await world.a.theme(), await world.a.theme()];
    const whole = await ok(
      api.post('/recommendations', {
        code: 'C-1',
        title: 'Ask',
        text: 'Ask.',
        sourceId: await world.a.source(),
        themeIds: themes.slice(0, 2),
      }),
    );
    const agree = async () => expect(await copiesThatDiffer(world)).toEqual([]);
    const [first, second] = await Promise.all(
      [0, 1].map(async () => ({ addresseeId: await world.a.addressee(), asked: true, ask: 'Do it.' })),
    );
    const one = await ok(api.post(`/recommendations/${whole['id']}/follow-ups`, first));
    await ok(api.post(`/recommendations/${whole['id']}/follow-ups`, second));
    await agree();
    const [row] = await world.a.rows(
      'SELECT theme_ids, response_phase, implementation_phase, closed, due_on FROM follow_up WHERE id = $1',
      [one['id']],
    );
    expect(row).toEqual({
      theme_ids: themes.slice(0, 2).sort(),
      response_phase: 'awaited',
      implementation_phase: 'unknown',
      closed: false,
      due_on: null,
    });
    const patch = async (body: Record<string, unknown>) => {
      const { version } = await ok(api.get(`/recommendations/${whole['id']}`));
      await ok(api.patch(`/recommendations/${whole['id']}`, body, version));
      await agree();
    };
    await patch({ code: 'C-2', sourceId: await world.a.source() });
    await patch({ themeIds: [themes[2], themes[0]] });
    await patch({ confidentiality: 'organization' });
    await patch({ themeIds: [] });
    for (const [axis, dueOn] of [
      ['implementation', '2030'],
      ['response', '2011-05'],
    ])
      await ok(api.post(`/follow-ups/${one['id']}/deadlines`, { axis, dueOn, basis: 'Promised.' }));
    await agree();
    await move(one['response'].id, 'open', {
      to: 'rejected',
      occurredOn: '2011',
      evidenceIds: [await world.a.evidence(editor)],
    });
    await agree();
    const state = await world.a.rows(
      'SELECT response_state, response_phase, due_on::text, recommendation_code, confidentiality, theme_ids FROM follow_up WHERE id = $1',
      [one['id']],
    );
    expect(state).toEqual([
      {
        response_state: 'rejected',
        response_phase: 'not-agreed',
        due_on: '2030-12-31',
        recommendation_code: 'C-2',
        confidentiality: 'organization',
        theme_ids: [],
      },
    ]);
    await ok(api.post(`/follow-ups/${one['id']}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' }));
    await agree();
  });
});
