// Pages: what was there when somebody began to read is seen once, whatever is written meanwhile; filters; cursors.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as random, v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { outcomeOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
});

afterEach(() => world.close());

interface Listed {
  /** May be asked to sort by; none where the list has one order. */
  sorts: string[];
  /** Makes one more row, whose keys are some of few, so that many are equal. */
  add: (n: number) => Promise<string>;
  path: () => string;
}

/** What all rows of a list hang on. */
let parent: {
  engagement: string;
  recommendation: string;
  followUp: Awaited<ReturnType<World['a']['followUp']>>;
  evidence: string;
  deadline: string;
};

beforeEach(async () => {
  const followUp = await world.a.followUp();
  const evidence = await world.a.evidence(editor);
  const deadline = await addDeadline(followUp.recommendationId, '2020-01-01');
  const engagement = await world.a.insert('engagement', {
    ...{ id: uuid(), workspace_id: world.a.workspaceId, organization_id: world.a.organizationId },
    ...{ kind: 'letter', occurred_on: '2020', occurred_last: '2020-12-31', summary: 'A letter.' },
  });
  parent = { recommendation: followUp.recommendationId, followUp, evidence, deadline, engagement };
});

const by = () => ({
  workspace_id: world.a.workspaceId,
  person_id: editor.actor.personId,
  organization_id: world.a.organizationId,
});
const addDeadline = (recommendation_id: string, due_on: string, given: Record<string, unknown> = {}) =>
  world.a.insert('deadline', {
    id: uuid(),
    ...by(),
    recommendation_id,
    axis: 'response',
    due_on,
    due_last: due_on,
    basis: 'x',
    ...given,
  });
const instant = (n: number): Date => new Date(Date.UTC(2026, 0, 1 + (n % 3), 0, 0, 0, n % 2));
const day = (n: number): string => `2026-01-0${1 + (n % 3)}`;

const LISTS: Record<string, Listed> = {
  recommendations: {
    sorts: ['code', 'title', 'updatedAt'],
    add: (n) =>
      world.a.recommendation({ title: `가 title "${n % 3}" \\ ${'é'.repeat(n % 2)}`, updated_at: instant(n) }),
    path: () => '/recommendations?',
  },
  'follow-ups': {
    sorts: ['dueOn', 'movedAt', 'code'],
    add: async (n) => {
      const { id } = await world.a.followUp(n % 2 === 0 ? { recommendation_id: parent.recommendation } : {});
      await world.a.rows('UPDATE follow_up SET moved_at = $1 WHERE id = $2', [instant(n), id]);
      const [f] = await world.a.rows<{ recommendation_id: string }>(
        'SELECT recommendation_id FROM follow_up WHERE id = $1',
        [id],
      );
      if (n % 3 !== 0) await addDeadline(f!.recommendation_id, day(n), { follow_up_id: id, axis: 'implementation' });
      return id;
    },
    path: () => '/follow-ups?',
  },
  'follow-ups of a recommendation': {
    sorts: ['dueOn', 'movedAt', 'code'],
    add: async () => (await world.a.followUp({ recommendation_id: parent.recommendation })).id,
    path: () => `/recommendations/${parent.recommendation}/follow-ups?`,
  },
  evidence: {
    sorts: ['updatedAt', 'title'],
    add: (n) => world.a.evidence(editor, { id: random(), title: `Title ${n % 3}`, updated_at: instant(n) }),
    path: () => '/evidence?',
  },
  'bulk actions': {
    sorts: ['createdAt'],
    add: (n) =>
      world.a.insert('bulk_action', {
        id: uuid(),
        ...by(),
        action: 'owner',
        does: { ownerId: null },
        expires_at: instant(n),
        created_at: instant(n),
      }),
    path: () => '/bulk-actions?',
  },
  'saved views': {
    sorts: ['name', 'createdAt'],
    add: (n) =>
      world.a.insert('saved_view', {
        id: uuid(),
        workspace_id: world.a.workspaceId,
        person_id: editor.actor.personId,
        name: `View ${String(n)}`,
        address: '/follow-ups',
        created_at: instant(n),
      }),
    path: () => '/saved-views?',
  },
  custody: {
    sorts: [],
    add: (n) =>
      world.a.insert('custody_record', {
        id: random(),
        ...by(),
        evidence_id: parent.evidence,
        act: 'opened',
        at: instant(n),
      }),
    path: () => `/evidence/${parent.evidence}/custody?`,
  },
  relations: {
    sorts: [],
    add: async (n) => {
      const ends = [parent.recommendation, await world.a.recommendation()];
      if (n % 2 === 0) ends.reverse();
      return world.a.insert('relation', {
        id: uuid(),
        workspace_id: world.a.workspaceId,
        recommendation_id: ends[0],
        other_id: ends[1],
        kind: 'echoes',
        created_at: instant(n),
      });
    },
    path: () => `/recommendations/${parent.recommendation}/relations?`,
  },
  deadlines: {
    sorts: [],
    add: (n) => addDeadline(parent.recommendation, day(n)),
    path: () => `/recommendations/${parent.recommendation}/deadlines?`,
  },
  'deadlines of a follow-up': {
    sorts: [],
    add: (n) => addDeadline(parent.recommendation, day(n), n % 2 === 0 ? { follow_up_id: parent.followUp.id } : {}),
    path: () => `/follow-ups/${parent.followUp.id}/deadlines?`,
  },
  extensions: {
    sorts: [],
    add: (n) =>
      world.a.insert('deadline_extension', {
        id: uuid(),
        ...by(),
        deadline_id: parent.deadline,
        due_on: day(n),
        due_last: day(n),
        extended_by: 'x',
        basis: 'x',
        recorded_at: instant(n),
      }),
    path: () => `/deadlines/${parent.deadline}/extensions?`,
  },
  'evidence of a track': {
    sorts: [],
    add: async (n) =>
      world.a.link(parent.followUp.response, await world.a.evidence(editor), editor, {
        id: uuid(),
        recorded_at: instant(n),
      }),
    path: () => `/tracks/${parent.followUp.response}/evidence?`,
  },
  'evidence of an engagement': {
    sorts: [],
    add: async (n) =>
      world.a.insert('engagement_evidence', {
        ...{ id: uuid(), ...by(), engagement_id: parent.engagement, shows: 'text', recorded_at: instant(n) },
        evidence_id: await world.a.evidence(editor),
      }),
    path: () => `/engagements/${parent.engagement}/evidence?`,
  },
  transitions: {
    sorts: ['occurredOn', 'recordedAt'],
    add: async (n) => {
      const [track] = await world.a.rows<{ workflow_id: string }>('SELECT workflow_id FROM track WHERE id = $1', [
        parent.followUp.implementation,
      ]);
      return world.a.insert('transition', {
        id: uuid(),
        ...by(),
        track_id: parent.followUp.implementation,
        workflow_id: track!.workflow_id,
        from_workflow_id: track!.workflow_id,
        transition: 'open',
        from_state: 'not-assessed',
        to_state: 'under-way',
        position: n + 1,
        occurred_on: day(n),
        occurred_last: day(n),
        recorded_at: instant(n),
      });
    },
    path: () => `/tracks/${parent.followUp.implementation}/transitions?`,
  },
};

const cases = Object.entries(LISTS).flatMap(([name, { sorts }]): [string, string][] =>
  sorts.length === 0
    ? [[name, '']]
    : sorts.flatMap((sort): [string, string][] => [
        [name, sort],
        [name, `-${sort}`],
      ]),
);
const idsOf = ({ body }: Answer): string[] => body['items'].map((item: { id: string }) => item.id);

describe('the pages of a list', () => {
  it.each(cases)('%s by "%s" hold every row once, in one order, while rows are added', async (name, sort) => {
    const { add, path } = LISTS[name]!;
    const url = `${path()}${sort === '' ? '' : `sort=${sort}&`}`;
    for (let n = 0; n < 8; n += 1) await add(n);
    const atFirst = idsOf(await api.get(`${url}limit=200`));
    const seen: string[] = [];
    for (let n = 8, cursor = ''; ; n += 1) {
      const page = await api.get(`${url}limit=3${cursor}`);
      expect([page.status, page.body['items'].length <= 3]).toEqual([200, true]);
      seen.push(...idsOf(page));
      await add(n);
      if (page.body['nextCursor'] === null || n > 30) break;
      cursor = `&cursor=${String(page.body['nextCursor'])}`;
    }
    expect(atFirst.length).toBeGreaterThanOrEqual(8);
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen.filter((id) => atFirst.includes(id))).toEqual(atFirst);
    const atLast = idsOf(await api.get(`${url}limit=200`));
    expect(atLast.filter((id) => seen.includes(id))).toEqual(seen);
  });

  it.each(cases.filter(([, sort]) => sort !== '' && !sort.startsWith('-')))(
    '%s by "%s" is the same list when it is turned round',
    async (name, sort) => {
      const { add, path } = LISTS[name]!;
      for (let n = 0; n < 8; n += 1) await add(n);
      const [there, back] = [
        idsOf(await api.get(`${path()}sort=${sort}`)),
        idsOf(await api.get(`${path()}sort=-${sort}`)),
      ];
      expect(back).toEqual([...there].reverse());
    },
  );

  it.each(Object.keys(LISTS))('%s: a limit, a count, and what is refused', async (name) => {
    const { add, path } = LISTS[name]!;
    for (let n = 0; n < 4; n += 1) await add(n);
    const all = idsOf(await api.get(path())).length;
    const { body } = await api.get(`${path()}limit=1&count=true`);
    expect([body['items'].length, body['count'], typeof body['nextCursor']]).toEqual([1, all, 'string']);
    expect((await api.get(`${path()}limit=200&count=false`)).body).not.toHaveProperty('count');
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=1.5',
      'count=maybe',
      'colour=red',
      `cursor=${'x'.repeat(9000)}`,
      'limit=1&limit=2',
    ]) {
      expect(outcomeOf(await api.get(`${path()}${query}`)).slice(0, 2)).toEqual([
        400,
        query.startsWith('cursor') ? expect.stringMatching(/^invalid-/) : 'invalid-input',
      ]);
    }
  });

  it.each(Object.keys(LISTS))('%s: what changed since an instant, and chosen fields', async (name) => {
    const { add, path } = LISTS[name]!;
    for (let n = 0; n < 4; n += 1) await add(n);
    const all = idsOf(await api.get(path()));
    expect(idsOf(await api.get(`${path()}updatedSince=2001-01-01T00:00:00Z`))).toEqual(all);
    const later = await api.get(`${path()}updatedSince=2999-01-01T00:00:00.5%2B09:00&count=true`);
    expect([later.body['items'], later.body['count']]).toEqual([[], 0]);
    const { body } = await api.get(`${path()}fields=id&limit=2&count=true`);
    expect([body['items'], body['count']]).toEqual([all.slice(0, 2).map((id) => ({ id })), all.length]);
    const next = await api.get(`${path()}limit=2&fields=id&cursor=${String(body['nextCursor'])}`);
    expect(idsOf(next)).toEqual(all.slice(2, 4));
    for (const since of [
      'yesterday',
      '2026-01-31',
      '2026-02-30T00:00:00Z',
      '2026-01-31T24:00:00Z',
      '2026-01-01T00:00:00%2B15:00',
      '',
    ]) {
      expect(outcomeOf(await api.get(`${path()}updatedSince=${since}`))).toEqual([
        400,
        'invalid-input',
        '?updatedSince',
      ]);
    }
  });

  it.each(
    Object.entries(LISTS).flatMap(
      ([name, { sorts }]) => (sorts.length > 0 ? [[name, sorts]] : []) as [string, string[]][],
    ),
  )('%s: a cursor of another order is refused', async (name, sorts) => {
    const { add, path } = LISTS[name]!;
    for (let n = 0; n < 3; n += 1) await add(n);
    const orders = sorts.flatMap((sort) => [sort, `-${sort}`]);
    for (const order of orders) {
      const cursor = String((await api.get(`${path()}sort=${order}&limit=1`)).body['nextCursor']);
      for (const other of orders.filter((one) => one !== order)) {
        expect(outcomeOf(await api.get(`${path()}sort=${other}&cursor=${cursor}`))).toEqual([
          400,
          'invalid-cursor',
          '?cursor',
        ]);
      }
    }
    expect(outcomeOf(await api.get(`${path()}sort=id`))).toEqual([400, 'invalid-input', '?sort']);
  });

  it('go on after the longest titles, in any script', async () => {
    const long: [string, () => Promise<string>][] = [
      ['/evidence?sort=title', () => world.a.evidence(editor, { id: random(), title: '가'.repeat(500) })],
      ['/evidence?sort=title', () => world.a.evidence(editor, { id: random(), title: '"'.repeat(500) })],
      ['/recommendations?sort=title', () => world.a.recommendation({ title: '🕊'.repeat(150) })],
    ];
    for (const [path, add] of long) {
      for (let n = 0; n < 3; n += 1) await add();
      const all = idsOf(await api.get(path));
      const seen: string[] = [];
      for (let cursor = '', n = 0; n < 20; n += 1) {
        const page = await api.get(`${path}&limit=1${cursor}`);
        expect(page.status).toBe(200);
        seen.push(...idsOf(page));
        if (page.body['nextCursor'] === null) break;
        cursor = `&cursor=${String(page.body['nextCursor'])}`;
      }
      expect(seen).toEqual(all);
    }
  });

  it('leave out what the reader may not see, also from the count and between two pages', async () => {
    const other = await world.a.organization();
    for (let n = 0; n < 6; n += 1)
      await world.a.recommendation({
        code: `X-${n}`,
        ...(n % 2 === 0 ? {} : { confidentiality: 'organization', organization_id: other }),
      });
    const first = await api.get('/recommendations?sort=-code&limit=2&count=true');
    const rest = await api.get(`/recommendations?sort=-code&limit=2&cursor=${String(first.body['nextCursor'])}`);
    const codes = [first, rest].flatMap(({ body }) => body['items'].map((r: { code: string }) => r.code));
    expect([first.body['count'], codes]).toEqual([4, ['X-4', 'X-2', 'X-0', expect.any(String)]]);
  });
});

describe('filters', () => {
  it('of recommendations: each takes several, by comma and by repetition, and all must hold', async () => {
    const [s1, s2] = [await world.a.source(), await world.a.source()];
    const [t1, t2] = [await world.a.theme(), await world.a.theme()];
    const make = async (code: string, source_id: string, theme_id: string, given: Record<string, string>) => {
      const id = await world.a.recommendation({ code, source_id });
      await world.a.insert('recommendation_theme', {
        workspace_id: world.a.workspaceId,
        recommendation_id: id,
        theme_id,
      });
      return world.a.followUp({ recommendation_id: id, ...given });
    };
    const a = await make('A', s1, t1, { response: 'accepted' });
    const b = await make('B', s2, t2, { implementation: 'under-way' });
    await make('C', s2, t1, { implementation: 'reversed', response: 'rejected' });
    const codes = async (query: string) =>
      (await api.get(`/recommendations?${query}`)).body['items'].map((r: { code: string }) => r.code).join('');
    expect([
      await codes(`source=${s1}`),
      await codes(`source=${s1},${s2}`),
      await codes(`source=${s1}&source=${s2}`),
    ]).toEqual(['A', 'ABC', 'ABC']);
    expect([
      await codes(`theme=${t1}`),
      await codes(`theme=${t1}&source=${s2}`),
      await codes(`theme=${t1}&theme=${t2}`),
    ]).toEqual(['AC', 'C', 'ABC']);
    expect([
      await codes(`addressee=${a.addresseeId}`),
      await codes(`addressee=${a.addresseeId},${b.addresseeId}`),
    ]).toEqual(['A', 'AB']);
    expect([
      await codes('phase=agreed'),
      await codes('phase=progressing,reversed'),
      await codes('phase=progressing&phase=not-agreed'),
    ]).toEqual(['A', 'BC', 'BC']);
    expect((await api.get(`/recommendations?theme=${t1}&count=true&limit=1`)).body['count']).toBe(2);
  });

  it('of follow-ups: every column that is copied into it, and the state of each axis apart', async () => {
    const [theme, owner] = [await world.a.theme(), await world.a.member()];
    const recommendation_id = await world.a.recommendation({ code: 'Z' });
    await world.a.insert('recommendation_theme', {
      workspace_id: world.a.workspaceId,
      recommendation_id,
      theme_id: theme,
    });
    const { body } = await api.post(`/recommendations/${recommendation_id}/follow-ups`, {
      addresseeId: await world.a.addressee(),
      asked: true,
      ask: 'x',
    });
    await api.patch(`/follow-ups/${String(body['id'])}`, { ownerId: owner.actor.membershipId }, body['version']);
    const moved = await world.a.followUp({
      recommendation_id,
      response: 'accepted',
      implementation: 'under-way',
      asked: false,
    });
    const [r] = await world.a.rows<{ source_id: string }>('SELECT source_id FROM recommendation WHERE id = $1', [
      recommendation_id,
    ]);
    const found = async (query: string) => idsOf(await api.get(`/follow-ups?${query}`)).sort();
    const [first, both] = [[body['id']], [body['id'], moved.id].sort()];
    expect([await found(`theme=${theme}`), await found(`owner=${owner.actor.membershipId}`)]).toEqual([first, first]);
    expect([
      await found(`recommendation=${recommendation_id}`),
      await found(`source=${r!.source_id}`),
      await found(`source=${r!.source_id}&asked=true`),
    ]).toEqual([both, both, first]);
    expect([
      await found(`addressee=${moved.addresseeId}`),
      await found(`addressee=${moved.addresseeId},${String(body['addressee'].id)}`),
    ]).toEqual([[moved.id], both]);
    expect([
      await found('responsePhase=agreed'),
      await found('implementationPhase=progressing'),
      await found('responsePhase=agreed&implementationPhase=unknown'),
    ]).toEqual([[moved.id], [moved.id], []]);
    expect([
      await found('responseState=accepted'),
      await found('implementationState=under-way&implementationState=reversed'),
      await found('responseState=under-way'),
    ]).toEqual([[moved.id], [moved.id], []]);
    expect(await found(`asked=false`)).toEqual([moved.id]);
    expect(idsOf(await api.get(`/recommendations/${recommendation_id}/follow-ups?responsePhase=agreed`))).toEqual([
      moved.id,
    ]);
    expect(
      idsOf(
        await api.get(`/recommendations/${recommendation_id}/follow-ups?recommendation=${parent.recommendation}`),
      ).sort(),
    ).toEqual(both);
  });

  it('with an id of another workspace find nothing, and say nothing else', async () => {
    const elsewhere = await world.a.otherWorkspace();
    const foreign = await elsewhere.followUp();
    const [r] = await elsewhere.rows<{ source_id: string }>('SELECT source_id FROM recommendation WHERE id = $1', [
      foreign.recommendationId,
    ]);
    const empty = { items: [], nextCursor: null, count: 0 };
    for (const query of [
      `source=${r!.source_id}`,
      `addressee=${foreign.addresseeId}`,
      `theme=${await elsewhere.theme()}`,
    ]) {
      expect((await api.get(`/recommendations?count=true&${query}`)).body).toEqual(empty);
      expect((await api.get(`/follow-ups?count=true&${query}`)).body).toEqual(empty);
    }
    expect((await api.get(`/follow-ups?count=true&recommendation=${foreign.recommendationId}`)).body).toEqual(empty);
    expect((await api.get(`/recommendations?count=true&partOf=${foreign.recommendationId}`)).body).toEqual(empty);
  });

  it.each([
    'recommendations?phase=done',
    'recommendations?theme=x',
    'recommendations?source=,',
    'recommendations?partOf=x',
    'follow-ups?responsePhase=fulfilled',
    'follow-ups?owner=',
    'follow-ups?responseState=Has%20Capitals',
    'follow-ups?closed=',
    'follow-ups?asked=1',
    'recommendations?sort=__proto__',
    'audit/events?sort=-constructor',
  ])('refuse %s', async (query) => {
    expect(outcomeOf(await api.get(`/${query}`))).toEqual([400, 'invalid-input', `?${query.split(/[?=]/)[1]!}`]);
  });
});

describe('codes and labels', () => {
  it('stand as people count, forward and backward, page by page', async () => {
    const source_id = await world.a.source();
    const written = [
      'EU10-10',
      'EU10-2',
      'EU9-3',
      'EU10-2(b)',
      'EU10-2(a)',
      'eu10-2',
      'A-007',
      'A-7',
      'A-08',
      'EU10-1',
    ];
    const theme_id = await world.a.theme('counted');
    for (const code of written) {
      const recommendation_id = await world.a.recommendation({ source_id, code });
      await world.a.followUp({ recommendation_id });
      await world.a.insert('recommendation_theme', { workspace_id: world.a.workspaceId, recommendation_id, theme_id });
    }
    const counted = ['EU9-3', 'EU10-1', 'EU10-2', 'EU10-2(a)', 'EU10-2(b)', 'EU10-10'];
    const read = async (path: string, limit: number, codeOf: (item: any) => string): Promise<string[]> => {
      const codes: string[] = [];
      for (let cursor = ''; ;) {
        const { body } = await api.get(`${path}&limit=${String(limit)}${cursor}`);
        codes.push(...body['items'].map(codeOf));
        if (body['nextCursor'] === null) return codes;
        cursor = `&cursor=${String(body['nextCursor'])}`;
      }
    };
    const ofAsk = ({ code }: { code: string }): string => code;
    const ofFollowUp = ({ recommendation }: { recommendation: { code: string } }): string => recommendation.code;
    for (const [path, codeOf] of [
      [`/recommendations?source=${source_id}`, ofAsk],
      [`/follow-ups?source=${source_id}`, ofFollowUp],
      [`/follow-ups?theme=${theme_id}`, ofFollowUp],
    ] as const)
      for (const limit of [1, 3, 200]) {
        const up = await read(`${path}&sort=code`, limit, codeOf);
        expect([path, limit, up.filter((code) => code.startsWith('EU'))]).toEqual([path, limit, counted]);
        expect([...up].sort()).toEqual([...written].sort());
        expect(await read(`${path}&sort=-code`, limit, codeOf)).toEqual(up.toReversed());
      }
  });

  it('of parts stand so in their whole', async () => {
    const whole = await world.a.recommendation({ code: 'P' });
    for (const label of ['(10)', '(2)', '(1)'])
      await world.a.recommendation({ code: `P${label}`, part_of: whole, label });
    const { body } = await api.get(`/recommendations/${whole}`);
    expect(body['parts'].map(({ label }: { label: string }) => label)).toEqual(['(1)', '(2)', '(10)']);
  });
});
