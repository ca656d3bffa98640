// Views of a page that one keeps for oneself: what is held, who finds them, and what the log does not say.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { openedEvents } from '../support/record.js';
import { type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
});

afterEach(() => world.close());

const view = { name: 'Overdue in Geneva', address: '/follow-ups?overdue=true&sort=-movedAt' };

const stored = (id: string) =>
  world.a.rows('SELECT workspace_id, person_id, name, address, version FROM saved_view WHERE id = $1', [id]);
const add = async (given: object = {}, caller = api): Promise<string> => {
  const { status, body } = await caller.post('/saved-views', { ...view, ...given });
  expect(status).toBe(201);
  return String(body['id']);
};

describe('POST /saved-views', () => {
  it('keeps it for whoever sent it, and records that and nothing of what it shows', async () => {
    const { status, body, headers } = await api.post('/saved-views', view);
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      { id: expect.any(String), ...view, version: 1, updatedAt: expect.any(String) },
    ]);
    expect(await stored(body['id'])).toEqual([
      { workspace_id: world.a.workspaceId, person_id: editor.actor.personId, ...view, version: 1 },
    ]);
    expect(await eventsOf(world, body['id'])).toEqual(['saved-view.created 1 coalition']);
    const [event] = await openedEvents(world, body['id']);
    expect(event!.details).toEqual({});
  });

  it('refuses a name that one has, in words; another person may have it', async () => {
    await add();
    const again = await api.post('/saved-views', { ...view, address: '/follow-ups' });
    expect([again.status, again.body['code'], again.body['detail']]).toEqual([
      409,
      'already-exists',
      expect.stringMatching(/^You have a view of this name\./),
    ]);
    await add({}, world.as(await world.a.member({ roles: ['partner'] })));
    expect(await world.a.rows('SELECT FROM saved_view WHERE workspace_id = $1', [world.a.workspaceId])).toHaveLength(2);
  });

  it.each([
    [{ ...view, name: ' ' }, '/name'],
    [{ ...view, name: 'x'.repeat(121) }, '/name'],
    [{ ...view, address: 'https://elsewhere.example/follow-ups' }, '/address'],
    [{ ...view, address: '//elsewhere.example' }, '/address'],
    [{ ...view, address: '/follow-ups/../settings' }, '/address'],
    [{ ...view, address: '/follow-ups?q=two words' }, '/address'],
    [{ ...view, address: `/follow-ups?q=${'x'.repeat(4000)}` }, '/address'],
    [{ ...view, personId: 'x' }, '/personId'],
    [{ name: 'x' }, '/address'],
  ])('refuses %j, naming %s', async (body, pointer) => {
    const answer = await api.post('/saved-views', body);
    expect([answer.status, answer.body['errors'][0].pointer]).toEqual([400, pointer]);
    expect(await world.a.rows('SELECT FROM saved_view WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
  });
});

describe('one’s own views', () => {
  it('are listed by name, and found by nobody else, whatever their role', async () => {
    const ids = [await add({ name: 'B' }), await add({ name: 'A' })];
    expect((await api.get('/saved-views')).body['items'].map(({ name }: { name: string }) => name)).toEqual(['A', 'B']);
    for (const role of ['administrator', 'verifier', 'partner'] as const) {
      const other = world.as(await world.a.member({ roles: [role] }));
      const answers = [
        await other.get(`/saved-views/${ids[0]!}`),
        await other.patch(`/saved-views/${ids[0]!}`, { name: 'Mine' }, 1),
        await other.delete(`/saved-views/${ids[0]!}`, 1),
      ];
      expect([(await other.get('/saved-views')).body['items'], answers.map(({ status }) => status)]).toEqual([
        [],
        [404, 404, 404],
      ]);
    }
    expect(await stored(ids[0]!)).toMatchObject([{ name: 'B', version: 1 }]);
  });

  it('are of one workspace: the same person has others elsewhere', async () => {
    await add();
    const elsewhere = await world.a.otherWorkspace();
    const there = await elsewhere.member({ personId: editor.actor.personId });
    expect((await world.as(there, elsewhere.slug).get('/saved-views')).body['items']).toEqual([]);
  });

  it('are not kept for whoever is only an auditor', async () => {
    const auditor = world.as(await world.a.member({ roles: ['auditor'] }));
    const { status, body } = await auditor.post('/saved-views', view);
    expect([status, body['permission']]).toEqual([403, 'view.keep']);
  });
});

describe('PATCH and DELETE /saved-views/{id}', () => {
  it('change what the body holds, delete, and record each', async () => {
    const id = await add();
    const { status, body } = await api.patch(`/saved-views/${id}`, { name: 'Late' }, 1);
    expect([status, body]).toMatchObject([200, { ...view, name: 'Late', version: 2 }]);
    expect(await stored(id)).toMatchObject([{ name: 'Late', address: view.address, version: 2 }]);
    expect((await api.delete(`/saved-views/${id}`, 2)).status).toBe(204);
    expect(await stored(id)).toEqual([]);
    expect(await eventsOf(world, id)).toEqual([
      'saved-view.created 1 coalition',
      'saved-view.updated 2 coalition',
      'saved-view.deleted 2 coalition',
    ]);
  });

  it('ask for the version, refuse a stale one, and a name that is taken', async () => {
    const [id] = [await add(), await add({ name: 'Other' })];
    await api.patch(`/saved-views/${id}`, { address: '/follow-ups' }, 1);
    const answers = [
      await api.patch(`/saved-views/${id}`, { name: 'x' }),
      await api.patch(`/saved-views/${id}`, { name: 'x' }, 1),
      await api.delete(`/saved-views/${id}`, 1),
      await api.patch(`/saved-views/${id}`, { name: 'Other' }, 2),
    ];
    expect(answers.map(({ status }) => status)).toEqual([428, 412, 412, 409]);
    expect((await api.patch(`/saved-views/${id}`, { name: view.name }, 2)).status).toBe(200);
    expect(await stored(id)).toMatchObject([{ name: view.name, address: '/follow-ups' }]);
  });
});
