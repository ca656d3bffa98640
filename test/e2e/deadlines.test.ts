import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member } from '../factories/factories.js';
import { bytesOf, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ name: 'Edita' });
  api = world.as(editor);
});

afterEach(() => world.close());

type FollowUp = Awaited<ReturnType<World['a']['followUp']>>;

/** The day as it is in Seoul, where the world's workspace is, so many days from now. */
const day = (offset: number, timeZone = 'Asia/Seoul'): string =>
  dayIn(timeZone, new Date(Date.now() + offset * 86_400_000));
const due = (path: string, dueOn: string, given: Record<string, unknown> = {}): Promise<Answer> =>
  api.post(`${path}/deadlines`, { axis: 'implementation', dueOn, basis: '24 months after adoption', ...given });
const extend = (id: unknown, dueOn: string): Promise<Answer> =>
  api.post(`/deadlines/${String(id)}/extensions`, { dueOn, extendedBy: 'Security Council', basis: 'Resolution 9999' });
const standsOf = async ({ id }: { id: string }) => {
  const { dueOn, overdue } = (await api.get(`/follow-ups/${id}`)).body;
  return [dueOn, overdue];
};
const move = async (track: string, transition: string, given: Record<string, unknown> = {}): Promise<void> => {
  const evidenceIds = [
    await world.a.evidence(editor, { credibility: 2 }),
    await world.a.evidence(editor, { credibility: 2 }),
  ];
  expect(
    (
      await api.post(`/tracks/${track}/transitions`, {
        transition,
        occurredOn: '2020',
        evidenceIds,
        note: 'n',
        ...given,
      })
    ).status,
  ).toBe(201);
};

describe('POST .../deadlines', () => {
  it('sets one for a follow-up, says how it stands to it, and records it once', async () => {
    const followUp = await world.a.followUp();
    const { status, body } = await due(`/follow-ups/${followUp.id}`, '2019-12-22', {
      condition: 'If the workers are still there',
      metBy: ['implemented', 'partially-implemented'],
    });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        recommendationId: followUp.recommendationId,
        followUpId: followUp.id,
        axis: 'implementation',
        dueOn: '2019-12-22',
        currentDueOn: '2019-12-22',
        basis: '24 months after adoption',
        condition: 'If the workers are still there',
        metBy: ['implemented', 'partially-implemented'],
        extensions: [],
        standing: [{ followUpId: followUp.id, met: false, overdue: true, late: false }],
        by: {
          id: editor.actor.membershipId,
          name: 'Edita',
          organization: { id: world.a.organizationId, name: 'First Organization' },
        },
        recordedAt: expect.any(String),
      },
    ]);
    expect(await rowOf(world, 'deadline', body['id'], '*, due_last::text')).toMatchObject({
      workspace_id: world.a.workspaceId,
      recommendation_id: followUp.recommendationId,
      follow_up_id: followUp.id,
      due_on: '2019-12-22',
      due_last: '2019-12-22',
      person_id: editor.actor.personId,
      organization_id: world.a.organizationId,
    });
    const details = {
      recommendationId: followUp.recommendationId,
      followUpId: followUp.id,
      axis: 'implementation',
      dueOn: '2019-12-22',
      basis: '24 months after adoption',
      condition: 'If the workers are still there',
      metBy: ['implemented', 'partially-implemented'],
    };
    expect(await openedEvents(world, body['id'])).toEqual([
      {
        action: 'deadline.created',
        objectType: 'deadline',
        version: null,
        level: 'coalition',
        outcome: 'allow',
        details,
      },
    ]);
  });

  it('sets one for every follow-up of a recommendation, those that come later too', async () => {
    const first = await world.a.followUp();
    const { body } = await due(`/recommendations/${first.recommendationId}`, day(30));
    expect([body['followUpId'], body['standing'].length]).toEqual([null, 1]);
    const later = (
      await api.post(`/recommendations/${first.recommendationId}/follow-ups`, {
        addresseeId: await world.a.addressee(),
        asked: true,
        ask: 'x',
      })
    ).body;
    expect([await standsOf(first), [later['dueOn'], later['overdue']]]).toEqual([
      [day(30), false],
      [day(30), false],
    ]);
    const listed = await api.get(`/recommendations/${first.recommendationId}/deadlines`);
    expect(listed.body['items'].map((d: { standing: unknown[] }) => d.standing.length)).toEqual([2]);
  });

  it.each([
    ['/axis', { axis: 'publication' }],
    ['/axis', { axis: undefined }],
    ['/dueOn', { dueOn: undefined }],
    ['/dueOn', { dueOn: null }],
    ['/dueOn', { dueOn: '2010-13' }],
    ['/dueOn', { dueOn: 'in 24 months' }],
    ['/basis', { basis: '' }],
    ['/basis', { basis: undefined }],
    ['/condition', { condition: ' ' }],
    ['/condition', { condition: null }],
    ['/metBy', { metBy: 'implemented' }],
    ['/metBy', { metBy: null }],
    ['/metBy', { metBy: ['Has Capitals'] }],
    ['/metBy', { metBy: Array.from({ length: 31 }, (_, n) => `state-${n}`) }],
    ['/followUpId', { followUpId: uuid() }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    const { id, recommendationId } = await world.a.followUp();
    for (const path of [`/follow-ups/${id}`, `/recommendations/${recommendationId}`]) {
      expect(outcomeOf(await refused(world, () => due(path, '2020', given), 400, 'invalid-input'))).toEqual([
        400,
        'invalid-input',
        pointer,
      ]);
    }
  });
});

describe('dueOn and overdue', () => {
  it('the earliest date that is not met counts, of the follow-up or of its recommendation', async () => {
    const followUp = await world.a.followUp();
    expect(await standsOf(followUp)).toEqual([null, false]);
    await due(`/recommendations/${followUp.recommendationId}`, day(20));
    expect(await standsOf(followUp)).toEqual([day(20), false]);
    await due(`/follow-ups/${followUp.id}`, day(10), { axis: 'response' });
    expect(await standsOf(followUp)).toEqual([day(10), false]);
    await due(`/follow-ups/${followUp.id}`, day(-10));
    expect(await standsOf(followUp)).toEqual([day(-10), true]);
  });

  it('is past on the day after its last possible day', async () => {
    const stands: unknown[] = [];
    for (const offset of [-1, 0, 1]) {
      const followUp = await world.a.followUp();
      await due(`/follow-ups/${followUp.id}`, day(offset));
      stands.push(await standsOf(followUp));
    }
    expect(stands).toEqual([
      [day(-1), true],
      [day(0), false],
      [day(1), false],
    ]);
  });

  it('is told in days, up to today', async () => {
    const days: unknown[] = [];
    for (const dueOn of [undefined, day(1), day(0), day(-1), day(-400)]) {
      const followUp = await world.a.followUp();
      if (dueOn !== undefined) await due(`/follow-ups/${followUp.id}`, dueOn);
      days.push((await api.get(`/follow-ups/${followUp.id}`)).body['daysOverdue']);
    }
    expect(days).toEqual([0, 0, 0, 1, 400]);
  });

  it.each([
    ['2010~', '2010-12-31'],
    ['2010-06', '2010-06-30'],
    ['2010-36', '2010-12-31'],
    ['2010-02-XX', '2010-02-28'],
    ['2010-05/2010-08', '2010-08-31'],
  ])('%s is past after %s', async (dueOn, last) => {
    const followUp = await world.a.followUp();
    const { body } = await due(`/follow-ups/${followUp.id}`, dueOn);
    expect([body['dueOn'], await standsOf(followUp)]).toEqual([dueOn, [last, true]]);
  });

  it('about this year is not past this year, about last year is', async () => {
    const [year] = day(0).split('-');
    const stands: unknown[] = [];
    for (const about of [Number(year), Number(year) - 1]) {
      const followUp = await world.a.followUp();
      await due(`/follow-ups/${followUp.id}`, `${about}~`);
      stands.push(await standsOf(followUp));
    }
    expect(stands).toEqual([
      [`${Number(year)}-12-31`, false],
      [`${Number(year) - 1}-12-31`, true],
    ]);
  });

  it('is told in the time zone of the workspace, not in that of the server', async () => {
    // It is never the same day in both of these.
    const [east, west] = ['Pacific/Kiritimati', 'Pacific/Niue'];
    const followUp = await world.a.followUp();
    await due(`/follow-ups/${followUp.id}`, day(0, west));
    const seen: unknown[] = [];
    for (const timeZone of [east, west]) {
      await world.a.rows('UPDATE workspace SET time_zone = $1 WHERE id = $2', [timeZone, world.a.workspaceId]);
      const deadlines = await api.get(`/follow-ups/${followUp.id}/deadlines`);
      const listed = await api.get('/follow-ups?overdue=true');
      seen.push([
        (await standsOf(followUp))[1],
        deadlines.body['items'][0].standing[0].overdue,
        listed.body['items'].length,
        (await api.get(`/follow-ups/${followUp.id}`)).body['daysOverdue'],
      ]);
    }
    const ahead = (Date.parse(day(0, east)) - Date.parse(day(0, west))) / 86_400_000;
    expect(seen).toEqual([
      [true, true, 1, ahead],
      [false, false, 0, 0],
    ]);
  });

  it.each([['Asia/Seoul'], ['UTC']])('today is not past in %s, yesterday is', async (timeZone) => {
    await world.a.rows('UPDATE workspace SET time_zone = $1 WHERE id = $2', [timeZone, world.a.workspaceId]);
    const stands: unknown[] = [];
    for (const offset of [0, -1]) {
      const followUp = await world.a.followUp();
      await due(`/follow-ups/${followUp.id}`, day(offset, timeZone));
      stands.push((await standsOf(followUp))[1]);
    }
    expect(stands).toEqual([false, true]);
  });

  it('an answer meets a deadline of the response, silence does not', async () => {
    const followUp = await world.a.followUp();
    const silent = await world.a.followUp({ response: 'no-reply' });
    for (const { id } of [followUp, silent]) await due(`/follow-ups/${id}`, '2019', { axis: 'response' });
    await move(followUp.response, 'open', { to: 'rejected' });
    expect([await standsOf(followUp), await standsOf(silent)]).toEqual([
      [null, false],
      ['2019-12-31', true],
    ]);
    expect((await api.get(`/follow-ups/${followUp.id}/deadlines`)).body['items'][0].standing).toEqual([
      { followUpId: followUp.id, met: true, overdue: false, late: true },
    ]);
  });

  it('only what fulfils meets one of the implementation, unless it names other states', async () => {
    const [strict, lenient] = [await world.a.followUp(), await world.a.followUp()];
    await due(`/follow-ups/${strict.id}`, '2020-12-31');
    await due(`/follow-ups/${lenient.id}`, '2020-12-31', { metBy: ['under-way'] });
    for (const { implementation } of [strict, lenient]) await move(implementation, 'start', { occurredOn: '2020-05' });
    expect([await standsOf(strict), await standsOf(lenient)]).toEqual([
      ['2020-12-31', true],
      [null, false],
    ]);
    expect((await api.get(`/follow-ups/${lenient.id}/deadlines`)).body['items'][0].standing[0]).toEqual({
      followUpId: lenient.id,
      met: true,
      overdue: false,
      late: false,
    });
  });

  it('what is undone falls due again', async () => {
    const followUp = await world.a.followUp();
    await due(`/follow-ups/${followUp.id}`, '2020', { metBy: ['partially-implemented'] });
    await move(followUp.implementation, 'report-partial', { occurredOn: '2021' });
    expect(await standsOf(followUp)).toEqual([null, false]);
    await move(followUp.implementation, 'reverse', {
      occurredOn: '2022',
      evidenceIds: [await world.a.evidence(editor)],
    });
    expect(await standsOf(followUp)).toEqual(['2020-12-31', true]);
  });
});

describe('POST /deadlines/{id}/extensions', () => {
  it('keeps the old date, and says who extended it and by what', async () => {
    const followUp = await world.a.followUp();
    const { body: deadline } = await due(`/follow-ups/${followUp.id}`, '2019-12-22');
    const { status, body } = await extend(deadline['id'], day(5));
    expect([status, body['dueOn'], body['currentDueOn'], body['standing']]).toEqual([
      201,
      '2019-12-22',
      day(5),
      [{ followUpId: followUp.id, met: false, overdue: false, late: false }],
    ]);
    expect(body['extensions']).toEqual([
      {
        id: expect.any(String),
        dueOn: day(5),
        extendedBy: 'Security Council',
        basis: 'Resolution 9999',
        by: deadline['by'],
        recordedAt: expect.any(String),
      },
    ]);
    expect(await standsOf(followUp)).toEqual([day(5), false]);
    expect(await rowOf(world, 'deadline', deadline['id'], 'due_on')).toEqual({ due_on: '2019-12-22' });
    expect(
      await rowOf(world, 'deadline_extension', body['extensions'][0].id, 'deadline_id, due_on, extended_by, person_id'),
    ).toEqual({
      deadline_id: deadline['id'],
      due_on: day(5),
      extended_by: 'Security Council',
      person_id: editor.actor.personId,
    });
    expect((await openedEvents(world, deadline['id']))[1]).toEqual({
      action: 'deadline.extended',
      objectType: 'deadline',
      version: null,
      level: 'coalition',
      outcome: 'allow',
      details: { dueOn: day(5), extendedBy: 'Security Council', basis: 'Resolution 9999' },
    });
  });

  it('the newest one counts, and all are listed in their order', async () => {
    const { id, recommendationId } = await world.a.followUp();
    const { body: deadline } = await due(`/recommendations/${recommendationId}`, '2019');
    for (const date of [day(9), day(-2)]) await extend(deadline['id'], date);
    expect(await standsOf({ id })).toEqual([day(-2), true]);
    const listed = await api.get(`/deadlines/${String(deadline['id'])}/extensions?count=true`);
    expect([listed.body['count'], listed.body['items'].map((x: { dueOn: string }) => x.dueOn)]).toEqual([
      2,
      [day(9), day(-2)],
    ]);
  });

  it('says whether it was met in time by the date that counted', async () => {
    const followUp = await world.a.followUp();
    const { body: deadline } = await due(`/follow-ups/${followUp.id}`, '2019-12-22', { metBy: ['under-way'] });
    await move(followUp.implementation, 'start', { occurredOn: '2020-03' });
    const late = async () => (await api.get(`/follow-ups/${followUp.id}/deadlines`)).body['items'][0].standing[0];
    expect(await late()).toMatchObject({ met: true, late: true });
    await extend(deadline['id'], '2020-03');
    expect(await late()).toMatchObject({ met: true, late: false });
  });

  it.each([
    ['/dueOn', { dueOn: '2010-13' }],
    ['/extendedBy', { extendedBy: ' ' }],
    ['/basis', { basis: undefined }],
    ['/axis', { axis: 'response' }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    const { id } = await world.a.followUp();
    const { body } = await due(`/follow-ups/${id}`, '2019');
    const ask = () =>
      api.post(`/deadlines/${String(body['id'])}/extensions`, {
        dueOn: '2020',
        extendedBy: 'The Council',
        basis: 'A letter',
        ...given,
      });
    expect(outcomeOf(await refused(world, ask, 400, 'invalid-input'))).toEqual([400, 'invalid-input', pointer]);
  });
});

describe('GET .../deadlines', () => {
  it('of a follow-up: its own and those of its recommendation, by date; of a recommendation: all', async () => {
    const one = await world.a.followUp();
    const two = await world.a.followUp({ recommendation_id: one.recommendationId });
    await due(`/follow-ups/${one.id}`, '2022');
    await due(`/recommendations/${one.recommendationId}`, '2021', { axis: 'response' });
    await due(`/follow-ups/${two.id}`, '2020');
    const datesOf = async (path: string) =>
      (await api.get(`${path}/deadlines`)).body['items'].map((d: { dueOn: string; standing: unknown[] }) => [
        d.dueOn,
        d.standing.length,
      ]);
    expect(await datesOf(`/follow-ups/${one.id}`)).toEqual([
      ['2021', 2],
      ['2022', 1],
    ]);
    expect(await datesOf(`/follow-ups/${two.id}`)).toEqual([
      ['2020', 1],
      ['2021', 2],
    ]);
    expect(await datesOf(`/recommendations/${one.recommendationId}`)).toEqual([
      ['2020', 1],
      ['2021', 2],
      ['2022', 1],
    ]);
  });
});

describe('the list of follow-ups', () => {
  let late: FollowUp, soon: FollowUp, undated: FollowUp;

  beforeEach(async () => {
    const recommendation_id = await world.a.recommendation();
    [undated, soon, late] = [
      await world.a.followUp({ recommendation_id }),
      await world.a.followUp({ recommendation_id }),
      await world.a.followUp({ recommendation_id }),
    ];
    await due(`/follow-ups/${late.id}`, day(-3));
    await due(`/follow-ups/${soon.id}`, day(3));
  });

  const idsOf = async (query: string) =>
    (await api.get(`/follow-ups?${query}`)).body['items'].map((f: { id: string }) => f.id);

  it('sorts by the date, what has none last', async () => {
    expect(await idsOf('')).toEqual([late.id, soon.id, undated.id]);
    expect(await idsOf('sort=-dueOn')).toEqual([undated.id, soon.id, late.id]);
  });

  it('filters what is overdue, and what is not', async () => {
    expect([await idsOf('overdue=true'), await idsOf('overdue=false')]).toEqual([[late.id], [soon.id, undated.id]]);
  });

  it('stops the clock of what is closed', async () => {
    await api.post(`/follow-ups/${late.id}/closing`, {
      kind: 'overtaken-by-events',
      occurredOn: null,
      reason: 'The mandate ended.',
    });
    expect([await standsOf(late), await idsOf('overdue=true')]).toEqual([[null, false], []]);
    expect((await api.get(`/follow-ups/${late.id}/deadlines`)).body['items'][0].standing[0]).toMatchObject({
      met: false,
      overdue: false,
    });
    const { version } = (await api.get(`/follow-ups/${late.id}`)).body as { version: number };
    await api.delete(`/follow-ups/${late.id}/closing`, version);
    expect([await standsOf(late), await idsOf('overdue=true')]).toEqual([[day(-3), true], [late.id]]);
  });
});

describe('who may, and what one may not know', () => {
  it.each(['verifier', 'partner', 'auditor'] as const)('a %s reads, and writes nothing', async (role) => {
    const { id, recommendationId } = await world.a.followUp();
    const { body } = await due(`/follow-ups/${id}`, '2019');
    const caller = world.as(await world.a.member({ roles: [role] }));
    const given = { axis: 'response', dueOn: '2020', basis: 'x' };
    await refused(world, () => caller.post(`/follow-ups/${id}/deadlines`, given), 403, 'forbidden');
    await refused(world, () => caller.post(`/recommendations/${recommendationId}/deadlines`, given), 403, 'forbidden');
    await refused(
      world,
      () => caller.post(`/deadlines/${String(body['id'])}/extensions`, { dueOn: '2020', extendedBy: 'x', basis: 'x' }),
      403,
      'forbidden',
    );
    for (const path of [
      `/follow-ups/${id}/deadlines`,
      `/recommendations/${recommendationId}/deadlines`,
      `/deadlines/${String(body['id'])}/extensions`,
    ])
      expect((await caller.get(path)).status).toBe(200);
  });

  it('a deadline of another workspace or organization is answered like one that never was', async () => {
    const other = await world.a.member({ organizationId: await world.a.organization() });
    const hidden = await world.a.followUp({
      recommendation_id: await world.a.recommendation({
        confidentiality: 'organization',
        organization_id: other.actor.organizationId,
      }),
    });
    const mine = await world
      .as(other)
      .post(`/follow-ups/${hidden.id}/deadlines`, { axis: 'response', dueOn: '2020', basis: 'x' });
    expect((await openedEvents(world, mine.body['id']))[0]!.level).toBe('organization');
    const elsewhere = await world.a.otherWorkspace();
    const stranger = await elsewhere.member();
    const theirs = await world
      .as(stranger, elsewhere.slug)
      .post(`/follow-ups/${(await elsewhere.followUp()).id}/deadlines`, {
        axis: 'response',
        dueOn: '2020',
        basis: 'x',
      });
    const [read, extended] = [
      bytesOf(await api.get(`/deadlines/${uuid()}/extensions`)),
      bytesOf(await extend(uuid(), '2021')),
    ];
    expect([read, extended].every((bytes) => bytes.includes('"code":"not-found"'))).toBe(true);
    for (const id of [mine.body['id'], theirs.body['id']]) {
      expect([
        bytesOf(await api.get(`/deadlines/${String(id)}/extensions`)),
        bytesOf(await refused(world, () => extend(id, '2021'), 404, 'not-found')),
      ]).toEqual([read, extended]);
    }
  });
});
