import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
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

const theme = { code: 'refugees', label: 'Refugees and returnees', labels: { ko: '난민과 송환자' } };

async function stored(id: string) {
  const [row] = await world.a.rows('SELECT workspace_id, code, label, labels, version FROM theme WHERE id = $1', [id]);
  return row;
}

describe('POST /themes', () => {
  it('keeps what was sent, answers it with an ETag, and records it once', async () => {
    const answer = await api.post('/themes', theme);
    expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
      201,
      '"1"',
      { id: expect.any(String), ...theme, version: 1 },
    ]);
    expect(await stored(answer.body['id'])).toEqual({ workspace_id: world.a.workspaceId, ...theme, version: 1 });
    expect(await eventsOf(world, answer.body['id'])).toEqual(['theme.created 1 coalition']);
    expect(answer.headers['audit-receipt']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses a code that is taken', async () => {
    await api.post('/themes', theme);
    const again = await api.post('/themes', { ...theme, label: 'Another' });
    expect([again.status, again.body['code']]).toEqual([409, 'already-exists']);
    expect(await world.a.rows('SELECT FROM theme WHERE workspace_id = $1', [world.a.workspaceId])).toHaveLength(1);
  });

  it('takes the same code in another workspace', async () => {
    const other = await world.a.otherWorkspace();
    await other.theme('refugees');
    expect((await api.post('/themes', theme)).status).toBe(201);
  });

  it.each([
    [{ ...theme, code: 'Has Capitals' }, '/code'],
    [{ ...theme, label: '   ' }, '/label'],
    [{ ...theme, label: 'x'.repeat(121) }, '/label'],
    [{ ...theme, labels: { ko: '' } }, '/labels'],
    [{ ...theme, labels: { 'no language': 'x' } }, '/labels'],
    [{ ...theme, colour: 'red' }, '/colour'],
    [{ code: 'x' }, '/label'],
    [{ ...theme, workspaceId: uuid() }, '/workspaceId'],
  ])('refuses %j, naming %s', async (body, pointer) => {
    const answer = await api.post('/themes', body);
    expect([answer.status, answer.body['code'], answer.body['errors'][0].pointer]).toEqual([
      400,
      'invalid-input',
      pointer,
    ]);
  });
});

describe('GET /themes', () => {
  it('lists them by code, page by page, and counts', async () => {
    for (const code of ['water', 'asylum', 'food']) await world.a.theme(code);
    const first = await api.get('/themes?limit=2&count=true');
    const second = await api.get(`/themes?limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect(codesOf(first)).toEqual(['asylum', 'food']);
    expect([codesOf(second), second.body['nextCursor'], first.body['count']]).toEqual([['water'], null, 3]);
  });

  it('turns the order round, and refuses a sort and a cursor that it does not know', async () => {
    for (const code of ['water', 'asylum']) await world.a.theme(code);
    expect(codesOf(await api.get('/themes?sort=-label'))).toEqual(['water', 'asylum']);
    const unknown = await api.get('/themes?sort=colour');
    const cursor = await api.get('/themes?cursor=eyJ9');
    expect([unknown.status, unknown.body['code'], cursor.status, cursor.body['code']]).toEqual([
      400,
      'invalid-input',
      400,
      'invalid-cursor',
    ]);
  });

  it('is read by every role, and by nobody from elsewhere', async () => {
    const id = await world.a.theme();
    for (const role of ['administrator', 'verifier', 'partner', 'auditor'] as const) {
      expect((await world.as(await world.a.member({ roles: [role] })).get(`/themes/${id}`)).status).toBe(200);
    }
    const other = await world.a.otherWorkspace();
    const outsider = await other.member();
    const unknown = (await world.as(editor).get(`/themes/${uuid()}`)).status;
    expect([
      unknown,
      (await world.as(outsider).get(`/themes/${id}`)).status,
      (await world.as(outsider, other.slug).get(`/themes/${id}`)).status,
    ]).toEqual([404, 404, 404]);
    expect((await world.as(undefined).get('/themes')).status).toBe(401);
    expect((await api.get('/themes/not-an-id')).status).toBe(400);
  });
});

describe('PATCH /themes/{id}', () => {
  it('changes what the body holds and nothing else', async () => {
    const { body } = await api.post('/themes', theme);
    const answer = await api.patch(`/themes/${String(body['id'])}`, { label: 'Refugees' }, 1);
    expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
      200,
      '"2"',
      { ...body, label: 'Refugees', version: 2 },
    ]);
    expect(await stored(body['id'])).toMatchObject({ label: 'Refugees', labels: theme.labels, version: 2 });
    expect(await eventsOf(world, body['id'])).toEqual(['theme.created 1 coalition', 'theme.updated 2 coalition']);
  });

  it('asks for the version and refuses a stale one', async () => {
    const id = await world.a.theme();
    await api.patch(`/themes/${id}`, { label: 'Changed' }, 1);
    const without = await api.patch(`/themes/${id}`, { label: 'Mine' });
    const stale = await api.patch(`/themes/${id}`, { label: 'Mine' }, 1);
    expect([without.status, without.body['code'], stale.status, stale.body['currentVersion']]).toEqual([
      428,
      'version-required',
      412,
      2,
    ]);
    expect(await stored(id)).toMatchObject({ label: 'Changed' });
  });

  it.each([{ label: null }, { labels: null }, { code: null }])(
    'refuses %j: there is no theme without it',
    async (body) => {
      const id = await world.a.theme();
      expect((await api.patch(`/themes/${id}`, body, 1)).status).toBe(400);
    },
  );

  it('takes a body that changes nothing', async () => {
    const id = await world.a.theme();
    expect((await api.patch(`/themes/${id}`, {}, 1)).status).toBe(200);
  });
});

describe('DELETE /themes/{id}', () => {
  it('deletes one that nothing carries', async () => {
    const id = await world.a.theme();
    expect((await api.delete(`/themes/${id}`, 1)).status).toBe(204);
    expect(await stored(id)).toBeUndefined();
    expect(await eventsOf(world, id)).toEqual(['theme.deleted 1 coalition']);
    expect((await api.delete(`/themes/${id}`, 1)).status).toBe(404);
  });

  it('keeps one that a recommendation carries, even one that the actor may not see', async () => {
    const own = await world.a.theme();
    const hidden = await world.a.theme();
    await carry(own, {});
    await carry(hidden, { confidentiality: 'organization', organization_id: await world.a.organization() });
    expect((await api.delete(`/themes/${own}`, 1)).body['detail']).toMatch(/^Recommendations carry this theme/);
    for (const id of [own, hidden]) {
      const answer = await api.delete(`/themes/${id}`, 1);
      expect([answer.status, answer.body['code']]).toEqual([409, 'still-in-use']);
      expect(await stored(id)).toBeDefined();
    }
  });

  async function carry(themeId: string, given: Record<string, unknown>) {
    const recommendationId = await world.a.recommendation(given);
    await world.a.insert('recommendation_theme', {
      workspace_id: world.a.workspaceId,
      recommendation_id: recommendationId,
      theme_id: themeId,
    });
  }
});

it('themes are written by editors and administrators alone', async () => {
  const id = await world.a.theme();
  for (const role of ['verifier', 'partner', 'auditor'] as const) {
    const caller = world.as(await world.a.member({ roles: [role] }));
    const answers = [
      await caller.post('/themes', theme),
      await caller.patch(`/themes/${id}`, { label: 'x' }, 1),
      await caller.delete(`/themes/${id}`, 1),
    ];
    expect(answers.map(({ status, body }) => [status, body['permission']])).toEqual(
      [1, 2, 3].map(() => [403, 'record.write']),
    );
  }
  expect((await world.as(await world.a.member({ roles: ['administrator'] })).post('/themes', theme)).status).toBe(201);
});

const codesOf = (answer: Answer): string[] => answer.body['items'].map((t: { code: string }) => t.code);
