import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { inWorkspace } from '../../src/access/in-workspace.js';
import { AddresseesService } from '../../src/addressees/addressees.service.js';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
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

const state = { kind: 'state', isoCode: 'KP', name: 'North Korea', names: { ko: '북한' }, aliases: ['DPRK'] };
const nothing = { isoCode: null, names: {}, aliases: [], memberCount: null, members: 0, successor: null };

async function stored(id: string) {
  const [row] = await world.a.rows(
    'SELECT kind, code, iso_code, name, names, aliases, member_count, successor_id, version FROM addressee WHERE id = $1',
    [id],
  );
  return row;
}

const codesOf = (answer: Answer): string[] => answer.body['items'].map((a: { code: string }) => a.code);
const outcomeOf = ({ status, body }: Answer) => [status, body['code'], body['errors']?.[0]?.pointer];

describe('POST /addressees', () => {
  it('keeps a state under its ISO code and records it once', async () => {
    const { status, headers, body } = await api.post('/addressees', state);
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      { id: expect.any(String), ...nothing, ...state, code: 'KP', version: 1 },
    ]);
    expect(await stored(body['id'])).toEqual({
      kind: 'state',
      code: 'KP',
      iso_code: 'KP',
      name: 'North Korea',
      names: { ko: '북한' },
      aliases: ['DPRK'],
      member_count: null,
      successor_id: null,
      version: 1,
    });
    expect(await eventsOf(world, body['id'])).toEqual(['addressee.created 1 coalition']);
  });

  it('takes a state whose name does not say which one as an other, under a code of its own', async () => {
    const { status, body } = await api.post('/addressees', {
      kind: 'other',
      code: 'CONGO',
      name: 'Congo, state not specified',
    });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        ...nothing,
        kind: 'other',
        code: 'CONGO',
        name: 'Congo, state not specified',
        version: 1,
      },
    ]);
  });

  it('keeps how many members a group says it has, and who took its place', async () => {
    const successorId = await world.a.addressee({ code: 'EU', name: 'European Union' });
    const { body } = await api.post('/addressees', {
      kind: 'group',
      code: 'EEC',
      name: 'European Economic Community',
      memberCount: 12,
      successorId,
    });
    expect([body['memberCount'], body['members'], body['successor']]).toEqual([
      12,
      0,
      { id: successorId, code: 'EU', name: 'European Union' },
    ]);
    expect(await stored(body['id'])).toMatchObject({ member_count: 12, successor_id: successorId });
  });

  it.each([
    [{ kind: 'state', name: 'Atlantis' }, '/isoCode'],
    [{ kind: 'state', name: 'Atlantis', code: 'ATL' }, '/isoCode'],
    [{ kind: 'group', code: 'G', name: 'A group', isoCode: 'KP' }, '/isoCode'],
    [{ kind: 'regional-organization', code: 'EU', name: 'EU', memberCount: 27 }, '/memberCount'],
    [{ kind: 'un-body', name: 'UNHCR' }, '/code'],
  ])('refuses %j with 422, naming %s', async (body, pointer) => {
    expect(outcomeOf(await api.post('/addressees', body))).toEqual([422, 'unfit-for-kind', pointer]);
  });

  it.each([
    [{ ...state, isoCode: 'EU' }, '/isoCode'],
    [{ ...state, isoCode: 'ZZ' }, '/isoCode'],
    [{ ...state, isoCode: 'kp' }, '/isoCode'],
    [{ ...state, kind: 'country' }, '/kind'],
    [{ ...state, code: 'kp' }, '/code'],
    [{ ...state, code: null }, '/code'],
    [{ ...state, names: null }, '/names'],
    [{ ...state, name: ' ' }, '/name'],
    [{ ...state, name: 'x'.repeat(201) }, '/name'],
    [{ ...state, aliases: [''] }, '/aliases'],
    [{ ...state, aliases: 'DPRK' }, '/aliases'],
    [{ ...state, aliases: ['a', 'a'] }, '/aliases'],
    [{ ...state, aliases: Array.from({ length: 51 }, (_, i) => `alias ${i}`) }, '/aliases'],
    [{ kind: 'group', code: 'G', name: 'A group', memberCount: 0 }, '/memberCount'],
    [{ kind: 'group', code: 'G', name: 'A group', memberCount: 1.5 }, '/memberCount'],
    [{ ...state, successorId: 'x' }, '/successorId'],
    [{ ...state, members: 3 }, '/members'],
  ])('refuses %j with 400, naming %s', async (body, pointer) => {
    expect(outcomeOf(await api.post('/addressees', body))).toEqual([400, 'invalid-input', pointer]);
    expect(await world.a.rows('SELECT FROM addressee WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
  });

  it('refuses a code that is taken, and a successor of another workspace', async () => {
    await api.post('/addressees', state);
    const foreign = await (await world.a.otherWorkspace()).addressee();
    expect(outcomeOf(await api.post('/addressees', state))).toEqual([409, 'already-exists', undefined]);
    expect(outcomeOf(await api.post('/addressees', { ...state, code: 'KP-2', successorId: foreign }))).toEqual([
      404,
      'not-found',
      '/successorId',
    ]);
  });
});

describe('GET /addressees', () => {
  it("answers names in the reader's language and sorts by them", async () => {
    await world.a.addressee({ code: 'KP', name: 'North Korea', names: { ko: '북한' } });
    await world.a.addressee({ code: 'CN', name: 'China', names: { ko: '중국' } });
    await world.a.addressee({ code: 'UNHCR', name: 'UNHCR' });
    const namesOf = async (language: string) =>
      (await api.get('/addressees', { 'accept-language': language })).body['items'].map(
        (a: { name: string }) => a.name,
      );
    expect([await namesOf('en'), await namesOf('ko')]).toEqual([
      ['China', 'North Korea', 'UNHCR'],
      ['UNHCR', '북한', '중국'],
    ]);
  });

  it('finds words in names, codes and aliases, whatever they hold', async () => {
    await world.a.addressee({
      code: 'KP',
      name: 'North Korea',
      names: { ko: '북한' },
      aliases: ['DPRK', '100%_sure\\'],
    });
    await world.a.addressee({ code: 'CN', name: 'China' });
    const found = async (q: string) => codesOf(await api.get(`/addressees?q=${encodeURIComponent(q)}`));
    for (const q of ['north', 'kp', 'dprk', '북한', '100%', '%_sure', '\\'])
      expect([q, await found(q)]).toEqual([q, ['KP']]);
    for (const q of ['nort%', 'n_rth', "'; --", '?']) expect([q, await found(q)]).toEqual([q, []]);
  });

  it('filters by kind and by group, page by page', async () => {
    const group = await world.a.addressee({ kind: 'group', code: 'G' });
    const members = [await world.a.addressee({ code: 'M1' }), await world.a.addressee({ code: 'M2' })];
    for (const member of members)
      await world.a.insert('addressee_member', {
        id: uuid(),
        workspace_id: world.a.workspaceId,
        group_id: group,
        member_id: member,
      });
    await world.a.addressee({ code: 'X', kind: 'company' });
    expect(codesOf(await api.get('/addressees?kind=group,company&sort=-code'))).toEqual(['X', 'G']);
    const first = await api.get(`/addressees?member=${group}&sort=code&limit=1&count=true`);
    const second = await api.get(
      `/addressees?member=${group}&sort=code&limit=1&cursor=${String(first.body['nextCursor'])}`,
    );
    expect([codesOf(first), first.body['count'], codesOf(second), second.body['nextCursor']]).toEqual([
      ['M1'],
      2,
      ['M2'],
      null,
    ]);
    expect((await api.get(`/addressees/${group}`)).body).toMatchObject({ members: 2, memberCount: null });
  });

  it.each(['kind=planet', 'member=x', 'sort=kind', 'limit=201', 'q=', 'colour=red'])('refuses ?%s', async (query) => {
    const answer = await api.get(`/addressees?${query}`);
    expect([answer.status, answer.body['errors'][0].pointer]).toEqual([400, `?${query.split('=')[0]}`]);
  });

  it('knows nothing of other workspaces', async () => {
    const other = await world.a.otherWorkspace();
    const foreign = await other.addressee();
    expect((await api.get(`/addressees/${foreign}`)).status).toBe(404);
    expect((await api.get('/addressees')).body).toEqual({ items: [], nextCursor: null });
    expect((await world.as(editor, other.slug).get('/addressees')).status).toBe(404);
  });
});

describe('PATCH /addressees/{id}', () => {
  it('changes what the body holds, and clears what is null', async () => {
    const id = await world.a.addressee({
      code: 'OLD',
      kind: 'group',
      member_count: 12,
      names: { ko: '옛' },
      successor_id: await world.a.addressee(),
    });
    const { status, headers, body } = await api.patch(
      `/addressees/${id}`,
      { name: 'New name', memberCount: null, successorId: null },
      1,
    );
    expect([status, headers['etag'], body]).toMatchObject([
      200,
      '"2"',
      { name: 'New name', memberCount: null, successor: null, names: { ko: '옛' }, version: 2 },
    ]);
    expect(await stored(id)).toMatchObject({ name: 'New name', member_count: null, successor_id: null, version: 2 });
    expect(await eventsOf(world, id)).toEqual(['addressee.updated 2 coalition']);
  });

  it('checks the fields against what is kept already', async () => {
    const { body } = await api.post('/addressees', state);
    const path = `/addressees/${String(body['id'])}`;
    expect(outcomeOf(await api.patch(path, { isoCode: null }, 1))).toEqual([422, 'unfit-for-kind', '/isoCode']);
    expect(outcomeOf(await api.patch(path, { kind: 'other' }, 1))).toEqual([422, 'unfit-for-kind', '/isoCode']);
    expect((await api.patch(path, { kind: 'other', isoCode: null }, 1)).body).toMatchObject({
      kind: 'other',
      isoCode: null,
      code: 'KP',
      version: 2,
    });
  });

  it('refuses to make a group with members into something that has none', async () => {
    const group = await world.a.addressee({ kind: 'group' });
    await world.a.insert('addressee_member', {
      id: uuid(),
      workspace_id: world.a.workspaceId,
      group_id: group,
      member_id: await world.a.addressee(),
    });
    expect(outcomeOf(await api.patch(`/addressees/${group}`, { kind: 'company' }, 1))).toEqual([
      409,
      'has-members',
      undefined,
    ]);
    expect((await api.patch(`/addressees/${group}`, { kind: 'regional-organization' }, 1)).status).toBe(200);
  });

  it('refuses a circle of successors', async () => {
    const [a, b, c] = [await world.a.addressee(), await world.a.addressee(), await world.a.addressee()];
    expect((await api.patch(`/addressees/${a}`, { successorId: b }, 1)).status).toBe(200);
    expect((await api.patch(`/addressees/${b}`, { successorId: c }, 1)).status).toBe(200);
    for (const successorId of [a, c])
      expect(outcomeOf(await api.patch(`/addressees/${c}`, { successorId }, 1))).toEqual([409, 'circle', undefined]);
    expect(await stored(c)).toMatchObject({ successor_id: null, version: 1 });
  });

  it('asks for the version, refuses a stale one and null where there must be something', async () => {
    const id = await world.a.addressee();
    expect((await api.patch(`/addressees/${id}`, { name: 'Mine' })).status).toBe(428);
    expect((await api.patch(`/addressees/${id}`, { name: 'Mine' }, 2)).status).toBe(412);
    for (const field of ['name', 'kind', 'code', 'names', 'aliases']) {
      expect(outcomeOf(await api.patch(`/addressees/${id}`, { [field]: null }, 1))).toEqual([
        400,
        'invalid-input',
        `/${field}`,
      ]);
    }
    expect((await api.patch(`/addressees/${id}`, {}, 1)).status).toBe(200);
    expect((await api.patch(`/addressees/${uuid()}`, { name: 'x' }, 1)).status).toBe(404);
  });
});

describe('DELETE /addressees/{id}', () => {
  it('deletes one that nothing names', async () => {
    const id = await world.a.addressee();
    expect([(await api.delete(`/addressees/${id}`, 1)).status, await stored(id)]).toEqual([204, undefined]);
    expect(await eventsOf(world, id)).toEqual(['addressee.deleted 1 coalition']);
  });

  it('keeps one that something names, and says what may name it', async () => {
    const group = await world.a.addressee({ kind: 'group' });
    await world.a.followUp({ via_group_id: group });
    const used = [
      group,
      (await world.a.followUp()).addresseeId,
      ...(await engaged({})),
      ...(await grouped()),
      await preceded(),
    ];
    for (const id of used) {
      const answer = await api.delete(`/addressees/${id}`, 1);
      expect([outcomeOf(answer), answer.body['detail']]).toEqual([
        [409, 'still-in-use', undefined],
        expect.stringMatching(/^Follow-ups, engagements, members/),
      ]);
      expect(await stored(id)).toBeDefined();
    }
  });

  it('keeps one that something names which the actor may not see', async () => {
    const hidden = { confidentiality: 'organization', organization_id: await world.a.organization() };
    const followed = await world.a.followUp({ recommendation_id: await world.a.recommendation(hidden) });
    for (const id of [followed.addresseeId, ...(await engaged(hidden))]) {
      expect(outcomeOf(await api.delete(`/addressees/${id}`, 1))).toEqual([409, 'still-in-use', undefined]);
      expect(await stored(id)).toBeDefined();
    }
  });

  async function engaged(given: Record<string, unknown>): Promise<string[]> {
    const [by, other] = [await world.a.addressee(), await world.a.addressee()];
    const id = await world.a.insert('engagement', {
      id: uuid(),
      workspace_id: world.a.workspaceId,
      organization_id: world.a.organizationId,
      kind: 'letter',
      by_addressee_id: by,
      occurred_on: '2020',
      occurred_last: '2020-12-31',
      summary: 'x',
      ...given,
    });
    await world.a.insert('engagement_addressee', {
      workspace_id: world.a.workspaceId,
      engagement_id: id,
      addressee_id: other,
    });
    return [by, other];
  }

  async function grouped(): Promise<string[]> {
    const [group, member] = [await world.a.addressee({ kind: 'group' }), await world.a.addressee()];
    await world.a.insert('addressee_member', {
      id: uuid(),
      workspace_id: world.a.workspaceId,
      group_id: group,
      member_id: member,
    });
    return [group, member];
  }

  async function preceded(): Promise<string> {
    const id = await world.a.addressee();
    await world.a.addressee({ successor_id: id });
    return id;
  }
});

it('addressees and members are written by editors and administrators alone', async () => {
  const group = await world.a.addressee({ kind: 'group' });
  for (const role of ['verifier', 'partner', 'auditor'] as const) {
    const caller = world.as(await world.a.member({ roles: [role] }));
    const answers = [
      await caller.post('/addressees', state),
      await caller.patch(`/addressees/${group}`, { name: 'x' }, 1),
      await caller.delete(`/addressees/${group}`, 1),
      await caller.post(`/addressees/${group}/members`, { memberId: uuid() }),
      await caller.patch(`/addressees/${group}/members/${uuid()}`, {}, 1),
      await caller.delete(`/addressees/${group}/members/${uuid()}`, 1),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    expect((await caller.get(`/addressees/${group}/members`)).status).toBe(200);
  }
});

describe('/addressees/{id}/members', () => {
  let group: string;
  let member: string;

  beforeEach(async () => {
    group = await world.a.addressee({ kind: 'group', code: 'EU-MEMBERS' });
    member = await world.a.addressee({
      kind: 'state',
      code: 'GB',
      iso_code: 'GB',
      name: 'United Kingdom',
      names: { ko: '영국' },
    });
  });

  const add = (groupId: string, memberId: string, dates: Record<string, unknown> = {}) =>
    api.post(`/addressees/${groupId}/members`, { memberId, ...dates });
  const rows = () =>
    world.a.rows(
      'SELECT group_id, member_id, from_on, from_last::text, until_on, until_last::text FROM addressee_member WHERE workspace_id = $1',
      [world.a.workspaceId],
    );

  it('adds a member with dates as precise as they are known', async () => {
    const { status, headers, body } = await add(group, member, { from: '1973', until: '2020-02-01' });
    const view = {
      id: expect.any(String),
      member: { id: member, kind: 'state', code: 'GB', name: 'United Kingdom' },
      from: '1973',
      until: '2020-02-01',
      version: 1,
    };
    expect([status, headers['etag'], body]).toEqual([201, '"1"', view]);
    expect(await rows()).toEqual([
      {
        group_id: group,
        member_id: member,
        from_on: '1973',
        from_last: '1973-12-31',
        until_on: '2020-02-01',
        until_last: '2020-02-01',
      },
    ]);
    expect(await eventsOf(world, body['id'])).toEqual(['addressee-member.created 1 coalition']);
    expect((await api.get(`/addressees/${group}/members`)).body).toEqual({ items: [view], nextCursor: null });
    expect(
      (await api.get(`/addressees/${group}/members`, { 'accept-language': 'ko' })).body['items'][0].member.name,
    ).toBe('영국');
  });

  it('says when one left, and takes it back', async () => {
    const { body } = await add(group, member, { from: '1973' });
    const path = `/addressees/${group}/members/${String(body['id'])}`;
    const left = await api.patch(path, { until: '2020-02' }, 1);
    expect([left.status, left.headers['etag'], left.body]).toMatchObject([
      200,
      '"2"',
      { from: '1973', until: '2020-02', version: 2 },
    ]);
    expect(await rows()).toMatchObject([{ from_last: '1973-12-31', until_on: '2020-02', until_last: '2020-02-29' }]);
    expect((await api.patch(path, { until: null }, 2)).body).toMatchObject({ until: null, version: 3 });
    expect(await rows()).toMatchObject([{ until_on: null, until_last: null }]);
    expect((await api.patch(path, {}, 3)).body).toMatchObject({ from: '1973', until: null });
    expect((await eventsOf(world, body['id'])).slice(1, 3)).toEqual([
      'addressee-member.updated 2 coalition',
      'addressee-member.updated 3 coalition',
    ]);
  });

  it('says since when it is a member, and leaves what is not said', async () => {
    const { body } = await add(group, member, { from: '2004', until: '2020' });
    const id = String(body['id']);
    const patched = await api.patch(`/addressees/${group}/members/${id}`, { from: '1999-05' }, 1);
    expect([patched.status, patched.body['from'], patched.body['until']]).toEqual([200, '1999-05', '2020']);
    expect(await lastDays(id)).toEqual({ from_last: '1999-05-31', until_last: '2020-12-31' });
    expect((await api.patch(`/addressees/${group}/members/${id}`, { from: null }, 2)).body['from']).toBeNull();
    expect(await lastDays(id)).toEqual({ from_last: null, until_last: '2020-12-31' });
    expect(outcomeOf(await api.patch(`/addressees/${group}/members/${id}`, { from: '2021' }, 3))).toEqual([
      422,
      'ends-before-it-begins',
      '/until',
    ]);
    expect(await lastDays(id)).toEqual({ from_last: null, until_last: '2020-12-31' });
  });

  async function lastDays(id: string): Promise<unknown> {
    const [row] = await world.a.rows('SELECT from_last::text, until_last::text FROM addressee_member WHERE id = $1', [
      id,
    ]);
    return row;
  }

  it('takes one off the list', async () => {
    const { body } = await add(group, member);
    const other = await world.a.addressee({ kind: 'group' });
    expect((await api.delete(`/addressees/${other}/members/${String(body['id'])}`, 1)).status).toBe(404);
    expect((await api.delete(`/addressees/${group}/members/${String(body['id'])}`, 2)).status).toBe(412);
    expect((await api.delete(`/addressees/${group}/members/${String(body['id'])}`)).status).toBe(428);
    expect((await api.delete(`/addressees/${group}/members/${String(body['id'])}`, 1)).status).toBe(204);
    expect(await rows()).toEqual([]);
    expect(await eventsOf(world, body['id'])).toEqual([
      'addressee-member.created 1 coalition',
      'addressee-member.deleted 1 coalition',
    ]);
  });

  it('refuses a second entry, a member that nobody knows, and members of what has none', async () => {
    await add(group, member);
    const foreign = await (await world.a.otherWorkspace()).addressee();
    expect(outcomeOf(await add(group, member))).toEqual([409, 'already-exists', undefined]);
    expect(outcomeOf(await add(group, foreign))).toEqual([404, 'not-found', '/memberId']);
    expect(outcomeOf(await add(uuid(), member))).toEqual([404, 'not-found', undefined]);
    expect(outcomeOf(await add(member, group))).toEqual([409, 'no-group', undefined]);
    expect((await api.get(`/addressees/${foreign}/members`)).status).toBe(404);
    expect(await rows()).toHaveLength(1);
  });

  it('refuses a circle, however long', async () => {
    const union = await world.a.addressee({ kind: 'regional-organization' });
    const all = await world.a.addressee({ kind: 'group' });
    expect((await add(union, group)).status).toBe(201);
    expect((await add(all, union)).status).toBe(201);
    for (const [above, below] of [
      [group, group],
      [group, union],
      [group, all],
    ] as const) {
      expect(outcomeOf(await add(above, below))).toEqual([409, 'circle', undefined]);
    }
    expect((await add(all, group)).status).toBe(201);
    expect(await rows()).toHaveLength(3);
  });

  it.each([
    [{ from: '2020-13' }, 400, '/from'],
    [{ from: '20200101' }, 400, '/from'],
    [{ until: 'yesterday' }, 400, '/until'],
    [{ from: '2020', until: '2019' }, 422, '/until'],
    [{ from: '2020', until: '2020' }, 201, undefined],
    [{ from: null, until: null }, 201, undefined],
  ])('dates %j answer %i', async (dates, status, pointer) => {
    const answer = await add(group, member, dates);
    expect([answer.status, answer.body['errors']?.[0].pointer]).toEqual([status, pointer]);
  });

  it('refuses an end before the beginning that is kept', async () => {
    const { body } = await add(group, member, { from: '2004-05-01' });
    expect(
      outcomeOf(await api.patch(`/addressees/${group}/members/${String(body['id'])}`, { until: '2003' }, 1)),
    ).toEqual([422, 'ends-before-it-begins', '/until']);
  });

  it('membersOn knows who was a member for certain on a day', async () => {
    const codes = ['ALWAYS', 'SINCE-2004', 'LEFT-2020', 'MAYBE-2004'];
    const ids: Record<string, string> = {};
    for (const code of codes) ids[code] = await world.a.addressee({ code });
    await add(group, ids['ALWAYS'] ?? '');
    await add(group, ids['SINCE-2004'] ?? '', { from: '2004-05-01' });
    await add(group, ids['LEFT-2020'] ?? '', { from: '1973', until: '2020-02-01' });
    await add(group, ids['MAYBE-2004'] ?? '', { from: '2004' });
    const service = world.app.get(AddresseesService);
    const on = (day: string) =>
      inWorkspace(editor.actor, world.tx, async (tx) => {
        const found = await service.membersOn(tx, editor.actor, group, day);
        return found.map((id) => codes.find((code) => ids[code] === id));
      });
    expect(await on('1973-06-01')).toEqual(['ALWAYS']);
    expect(await on('2004-04-30')).toEqual(['ALWAYS', 'LEFT-2020']);
    expect(await on('2004-05-01')).toEqual(['ALWAYS', 'LEFT-2020', 'SINCE-2004']);
    expect(await on('2020-01-31')).toEqual(['ALWAYS', 'LEFT-2020', 'MAYBE-2004', 'SINCE-2004']);
    expect(await on('2020-02-01')).toEqual(['ALWAYS', 'MAYBE-2004', 'SINCE-2004']);
    const foreign = await world.a.otherWorkspace();
    const outsider = await foreign.member();
    expect(
      await inWorkspace(outsider.actor, world.tx, (tx) => service.membersOn(tx, outsider.actor, group, '2020-01-31')),
    ).toEqual([]);
  });
});
