import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { bytesOf, countEvents, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;
let recommendation: string;
let addressee: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ name: 'Edita' });
  api = world.as(editor);
  recommendation = await world.a.recommendation({ code: 'EU10-01', title: 'Press for visits' });
  addressee = await world.a.addressee({ code: 'EU', name: 'European Union' });
});

afterEach(() => world.close());

const follow = (given: Record<string, unknown> = {}, id = recommendation): Promise<Answer> =>
  api.post(`/recommendations/${id}/follow-ups`, {
    addresseeId: addressee,
    asked: true,
    ask: 'Press South Korea.',
    ...given,
  });

describe('POST /recommendations/{id}/follow-ups', () => {
  it('begins both tracks where their workflows start, and records it once at the version that it answers', async () => {
    const { status, headers, body } = await follow();
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        recommendation: { id: recommendation, code: 'EU10-01', title: 'Press for visits' },
        addressee: { id: addressee, code: 'EU', name: 'European Union' },
        asked: true,
        ask: 'Press South Korea.',
        through: [],
        viaGroup: null,
        members: null,
        dueOn: null,
        movedAt: expect.any(String),
        themes: [],
        overdue: false,
        daysOverdue: 0,
        contested: false,
        owner: null,
        closing: null,
        response: {
          id: expect.any(String),
          axis: 'response',
          workflow: 'advocacy-response@1',
          state: 'not-delivered',
          label: 'Not delivered',
          phase: 'awaited',
          unchecked: false,
          contested: null,
          version: 1,
          updatedAt: expect.any(String),
        },
        implementation: {
          id: expect.any(String),
          axis: 'implementation',
          workflow: 'implementation@1',
          state: 'not-assessed',
          label: 'Not assessed',
          phase: 'unknown',
          unchecked: false,
          contested: null,
          version: 1,
          updatedAt: expect.any(String),
        },
        version: expect.any(Number),
        updatedAt: expect.any(String),
      },
    ]);
    expect(headers['etag']).toBe(`"${String(body['version'])}"`);
    expect(await rowOf(world, 'follow_up', body['id'])).toMatchObject({
      workspace_id: world.a.workspaceId,
      organization_id: world.a.organizationId,
      confidentiality: 'coalition',
      recommendation_id: recommendation,
      recommendation_code: 'EU10-01',
      addressee_id: addressee,
      response_state: 'not-delivered',
      response_phase: 'awaited',
      implementation_state: 'not-assessed',
      implementation_phase: 'unknown',
      theme_ids: [],
      closed: false,
      version: body['version'],
    });
    expect(await openedEvents(world, body['id'])).toEqual([
      {
        action: 'follow-up.created',
        objectType: 'follow-up',
        version: body['version'],
        level: 'coalition',
        outcome: 'allow',
        details: { recommendationId: recommendation, addresseeId: addressee, asked: true, members: [] },
      },
    ]);
    expect(await countEvents(world)).toBe(1);
    expect((await api.get(`/follow-ups/${String(body['id'])}`)).body).toEqual(body);
  });

  it('takes the themes of its recommendation, its level, and other workflows where they are asked for', async () => {
    const theme = await world.a.theme();
    const own = await world.a.recommendation({ confidentiality: 'organization' });
    await world.a.insert('recommendation_theme', {
      workspace_id: world.a.workspaceId,
      recommendation_id: own,
      theme_id: theme,
    });
    const { body } = await follow({ workflows: { implementation: 'resolution-reporting@1' } }, own);
    expect(body['implementation']).toMatchObject({
      workflow: 'resolution-reporting@1',
      state: 'none-known',
      phase: 'unknown',
    });
    expect(await rowOf(world, 'follow_up', body['id'])).toMatchObject({
      theme_ids: [theme],
      confidentiality: 'organization',
    });
    expect(
      await world.a.rows('SELECT DISTINCT confidentiality FROM track WHERE follow_up_id = $1', [body['id']]),
    ).toEqual([{ confidentiality: 'organization' }]);
    expect((await openedEvents(world, body['id']))[0]!.level).toBe('organization');
  });

  it('follows a recommendation with one addressee once', async () => {
    expect((await follow()).status).toBe(201);
    await refused(world, () => follow(), 409, 'already-exists');
    expect((await follow({}, await world.a.recommendation())).status).toBe(201);
  });

  it.each([
    ['/addresseeId', { addresseeId: 'x' }],
    ['/addresseeId', { addresseeId: undefined }],
    ['/asked', { asked: 'yes' }],
    ['/asked', { asked: undefined }],
    ['/ask', { ask: ' ' }],
    ['/ask', { ask: 'x'.repeat(4001) }],
    ['/through', { through: 'x' }],
    ['/through', { through: ['x'] }],
    ['/through', { through: Array.from({ length: 51 }, () => uuid()) }],
    ['/through', { through: null }],
    ['/viaGroupId', { viaGroupId: 'x' }],
    ['/viaGroupId', { viaGroupId: null }],
    ['/expand', { expand: 'all' }],
    ['/expand', { expand: null }],
    ['/workflows', { workflows: null }],
    ['/workflows', { workflows: 'implementation@1' }],
    ['/workflows', { workflows: [{}] }],
    ['/workflows/response', { workflows: { response: 'advocacy-response' } }],
    ['/workflows/response', { workflows: { response: null } }],
    ['/workflows/publication', { workflows: { publication: 'publication@1' } }],
    ['/dueOn', { dueOn: '2020' }],
    ['/confidentiality', { confidentiality: 'public' }],
    ['/recommendationId', { recommendationId: uuid() }],
    ['/responseState', { responseState: 'accepted' }],
    ['/ownerId', { ownerId: uuid() }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    expect(outcomeOf(await refused(world, () => follow(given), 400, 'invalid-input'))).toEqual([
      400,
      'invalid-input',
      pointer,
    ]);
  });

  it('refuses a workflow that is none, or of the other axis', async () => {
    expect(
      outcomeOf(await refused(world, () => follow({ workflows: { response: 'made-up@1' } }), 422, 'unknown-workflow')),
    ).toEqual([422, 'unknown-workflow', '/workflows/response']);
    await refused(world, () => follow({ workflows: { response: 'implementation@1' } }), 422, 'unknown-workflow');
    await refused(
      world,
      () => follow({ workflows: { implementation: 'implementation@999999' } }),
      422,
      'unknown-workflow',
    );
  });

  it('refuses what nobody asks', async () => {
    expect(outcomeOf(await refused(world, () => follow({ asked: false }), 422, 'nobody-asks'))).toEqual([
      422,
      'nobody-asks',
      '/through',
    ]);
    await refused(world, () => follow({ asked: false, through: [] }), 422, 'nobody-asks');
  });
});

describe('PATCH /follow-ups/{id}', () => {
  it('changes what is asked and who looks after it, and nothing else', async () => {
    const { body } = await follow();
    const path = `/follow-ups/${String(body['id'])}`;
    const answer = await api.patch(
      path,
      { ask: 'Press them harder.', ownerId: editor.actor.membershipId },
      body['version'],
    );
    const version = Number(body['version']) + 1;
    expect([answer.status, answer.headers['etag']]).toEqual([200, `"${version}"`]);
    expect(answer.body).toEqual({
      ...body,
      ask: 'Press them harder.',
      owner: { id: editor.actor.membershipId, name: 'Edita' },
      version,
      updatedAt: expect.any(String),
    });
    expect(await rowOf(world, 'follow_up', body['id'])).toMatchObject({
      ask: 'Press them harder.',
      owner_id: editor.actor.membershipId,
      version,
    });
    expect((await openedEvents(world, body['id']))[1]).toEqual({
      action: 'follow-up.updated',
      objectType: 'follow-up',
      version,
      level: 'coalition',
      outcome: 'allow',
      details: { ask: 'Press them harder.', ownerId: editor.actor.membershipId },
    });
    expect((await api.patch(path, { ownerId: null }, version)).body['owner']).toBeNull();
  });

  it('names an owner of another organization by their pseudonym', async () => {
    const other = await world.a.member({ organizationId: await world.a.organization(), name: 'Somebody' });
    const { body } = await follow();
    const answer = await api.patch(
      `/follow-ups/${String(body['id'])}`,
      { ownerId: other.actor.membershipId },
      body['version'],
    );
    expect(answer.body['owner']).toEqual({ id: other.actor.membershipId, name: expect.stringMatching(/^Member \d+$/) });
  });

  it('counts every change, also of its links alone: of two people, the second is told', async () => {
    const first = (await follow()).body;
    const second = (await follow({ addresseeId: await world.a.addressee() })).body;
    const path = `/follow-ups/${String(second['id'])}`;
    const answer = await api.patch(path, { through: [first['id']] }, second['version']);
    const version = Number(second['version']) + 1;
    expect([answer.status, answer.body['through'], answer.headers['etag']]).toEqual([
      200,
      [first['id']],
      `"${version}"`,
    ]);
    await refused(world, () => api.patch(path, { through: [] }, second['version']), 412, 'stale');
    const { version: recorded, details } = (await openedEvents(world, second['id']))[1]!;
    expect([recorded, details]).toEqual([version, { through: [first['id']] }]);
    expect((await api.patch(path, {}, version)).headers['etag']).toBe(`"${version + 1}"`);
    expect((await openedEvents(world, second['id'])).at(-1)!.version).toBe(version + 1);
  });

  it('never leaves one that nobody asks', async () => {
    const first = (await follow()).body;
    const path = `/follow-ups/${String(first['id'])}`;
    await refused(world, () => api.patch(path, { asked: false }, first['version']), 422, 'nobody-asks');
    const second = (await follow({ addresseeId: await world.a.addressee(), asked: false, through: [first['id']] }))
      .body;
    await refused(
      world,
      () => api.patch(`/follow-ups/${String(second['id'])}`, { through: [] }, second['version']),
      422,
      'nobody-asks',
    );
    expect(
      (await api.patch(`/follow-ups/${String(second['id'])}`, { asked: true, through: [] }, second['version'])).status,
    ).toBe(200);
  });

  it.each([
    ['/ask', { ask: null }],
    ['/ask', { ask: '' }],
    ['/asked', { asked: null }],
    ['/through', { through: null }],
    ['/through', { through: ['x'] }],
    ['/ownerId', { ownerId: 'x' }],
    ['/addresseeId', { addresseeId: uuid() }],
    ['/viaGroupId', { viaGroupId: uuid() }],
    ['/closed', { closed: true }],
    ['/version', { version: 9 }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    const { id } = await world.a.followUp();
    expect(
      outcomeOf(await refused(world, () => api.patch(`/follow-ups/${id}`, given, 3), 400, 'invalid-input')),
    ).toEqual([400, 'invalid-input', pointer]);
  });

  it('asks for the version and refuses a stale one', async () => {
    const { id } = await world.a.followUp();
    await refused(world, () => api.patch(`/follow-ups/${id}`, { ask: 'x' }), 428, 'version-required');
    expect(
      (await refused(world, () => api.patch(`/follow-ups/${id}`, { ask: 'x' }, 1), 412, 'stale')).body[
        'currentVersion'
      ],
    ).toBe(3);
  });
});

describe('DELETE /follow-ups/{id}', () => {
  it('deletes one of which nothing was recorded, with its tracks and the links that it has', async () => {
    const first = (await follow()).body;
    const { body } = await follow({ addresseeId: await world.a.addressee(), asked: false, through: [first['id']] });
    expect((await api.delete(`/follow-ups/${String(body['id'])}`, body['version'])).status).toBe(204);
    expect(await rowOf(world, 'follow_up', body['id'])).toBeUndefined();
    for (const table of ['track', 'follow_up_link'])
      expect(await world.a.rows(`SELECT FROM ${table} WHERE follow_up_id = $1`, [body['id']])).toEqual([]);
    expect((await openedEvents(world, body['id']))[1]).toEqual({
      action: 'follow-up.deleted',
      objectType: 'follow-up',
      version: body['version'],
      level: 'coalition',
      outcome: 'allow',
      details: { recommendationId: recommendation, addresseeId: body['addressee'].id },
    });
    await refused(world, () => api.delete(`/follow-ups/${String(body['id'])}`, body['version']), 404, 'not-found');
  });

  it('keeps one with a history, evidence, even hidden evidence, a deadline, a closing, or a link that leads through it', async () => {
    const evidence = await world.a.evidence(editor);
    const moved = await world.a.followUp();
    expect(
      (
        await api.post(`/tracks/${moved.implementation}/transitions`, {
          transition: 'start',
          occurredOn: '2020',
          evidenceIds: [evidence],
        })
      ).status,
    ).toBe(201);
    const linked = await world.a.followUp();
    await world.a.link(linked.response, evidence, editor);
    const secretly = await world.a.followUp();
    const other = await world.a.member({ organizationId: await world.a.organization() });
    await world.a.link(secretly.response, await world.a.evidence(other, { confidentiality: 'organization' }), other);
    const due = await world.a.followUp();
    await api.post(`/follow-ups/${due.id}/deadlines`, { axis: 'response', dueOn: '2030', basis: 'The letter' });
    const closed = await world.a.followUp();
    await api.post(`/follow-ups/${closed.id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice' });
    const through = await world.a.followUp();
    await follow({ asked: false, through: [through.id] }, through.recommendationId);
    for (const { id } of [moved, linked, secretly, due, closed, through]) {
      const version = Number((await rowOf(world, 'follow_up', id))!['version']);
      await refused(world, () => api.delete(`/follow-ups/${id}`, version), 409, 'still-in-use');
    }
  });

  it('asks for the version and refuses a stale one', async () => {
    const { id } = await world.a.followUp();
    await refused(world, () => api.delete(`/follow-ups/${id}`), 428, 'version-required');
    await refused(world, () => api.delete(`/follow-ups/${id}`, 1), 412, 'stale');
  });
});

describe('who may', () => {
  it.each(['verifier', 'partner', 'auditor'] as const)('a %s reads, and writes nothing', async (role) => {
    const { id, recommendationId } = await world.a.followUp();
    const caller = world.as(await world.a.member({ roles: [role] }));
    const asks = [
      () =>
        caller.post(`/recommendations/${recommendation}/follow-ups`, { addresseeId: addressee, asked: true, ask: 'x' }),
      () => caller.patch(`/follow-ups/${id}`, { ask: 'x' }, 3),
      () => caller.delete(`/follow-ups/${id}`, 3),
      () => caller.post(`/follow-ups/${id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'x' }),
      () => caller.delete(`/follow-ups/${id}/closing`, 3),
      () => caller.post(`/follow-ups/${id}/deadlines`, { axis: 'response', dueOn: '2030', basis: 'x' }),
    ];
    for (const ask of asks)
      expect((await refused(world, ask, 403, 'forbidden')).body['permission']).toBe('record.write');
    for (const path of [
      `/follow-ups/${id}`,
      '/follow-ups',
      `/recommendations/${recommendationId}/follow-ups`,
      `/follow-ups/${id}/deadlines`,
    ])
      expect((await caller.get(path)).status).toBe(200);
  });
});

describe('what one may not know', () => {
  const ways: [string, (id: string) => Promise<Answer>][] = [
    ['read', (id) => api.get(`/follow-ups/${id}`)],
    ['changed', (id) => api.patch(`/follow-ups/${id}`, { ask: 'Mine' }, 3)],
    ['changed with a stale version', (id) => api.patch(`/follow-ups/${id}`, { ask: 'Mine' }, 99)],
    ['deleted', (id) => api.delete(`/follow-ups/${id}`, 3)],
    ['deleted with a stale version', (id) => api.delete(`/follow-ups/${id}`, 99)],
    ['closed', (id) => api.post(`/follow-ups/${id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'x' })],
    ['reopened', (id) => api.delete(`/follow-ups/${id}/closing`, 99)],
    ['asked for its deadlines', (id) => api.get(`/follow-ups/${id}/deadlines`)],
    [
      'given a deadline',
      (id) => api.post(`/follow-ups/${id}/deadlines`, { axis: 'response', dueOn: '2030', basis: 'x' }),
    ],
  ];

  it.each(ways)(
    'is answered alike when it is %s: of another workspace, of another organization, deleted, never there',
    async (_, ask) => {
      const foreign = await (await world.a.otherWorkspace()).followUp();
      const hidden = await world.a.followUp({
        recommendation_id: await world.a.recommendation({
          confidentiality: 'organization',
          organization_id: await world.a.organization(),
        }),
      });
      const deleted = await world.a.followUp();
      expect((await api.delete(`/follow-ups/${deleted.id}`, 3)).status).toBe(204);
      const never = bytesOf(await refused(world, () => ask(uuid()), 404, 'not-found'));
      for (const { id } of [foreign, hidden, deleted])
        expect(bytesOf(await refused(world, () => ask(id), 404, 'not-found'))).toBe(never);
    },
  );

  it('is no track either', async () => {
    const foreign = await (await world.a.otherWorkspace()).followUp();
    const hidden = await world.a.followUp({
      recommendation_id: await world.a.recommendation({
        confidentiality: 'organization',
        organization_id: await world.a.organization(),
      }),
    });
    for (const under of ['', '/transitions', '/transitions/options', '/evidence']) {
      const never = bytesOf(await api.get(`/tracks/${uuid()}${under}`));
      expect(never).toContain('"code":"not-found"');
      for (const id of [foreign.response, hidden.response, hidden.implementation])
        expect(bytesOf(await api.get(`/tracks/${id}${under}`))).toBe(never);
    }
  });
});
