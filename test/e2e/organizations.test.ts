import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf, eventsOf } from '../support/people.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let administrator: Browser;
beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  administrator = await browserOf(world, await world.a.member({ roles: ['administrator'] }));
});
afterEach(() => world.close());

it('lists and reads them for every member', async () => {
  const id = await world.a.organization('Europe for Korea');
  const { body } = await world.as(editor).get('/organizations');
  expect(body['items'].map((o: { name: string }) => o.name)).toEqual(['Europe for Korea', 'First Organization']);
  expect((await world.as(editor).get(`/organizations/${id}`)).body).toEqual({
    id,
    name: 'Europe for Korea',
    version: 1,
  });
  expect((await world.as(editor).get('/organizations?sort=-name')).body['items'][0].name).toBe('First Organization');
});

it('knows none of another workspace', async () => {
  const id = await (await world.a.otherWorkspace()).organization();
  expect((await world.as(editor).get(`/organizations/${id}`)).status).toBe(404);
  expect((await administrator.patch(`/organizations/${id}`, { name: 'x' }, 1)).status).toBe(404);
  expect((await administrator.delete(`/organizations/${id}`, 1)).status).toBe(404);
});

it('adds one, with an event', async () => {
  const { status, body, headers } = await administrator.post('/organizations', { name: 'Europe for Korea' });
  expect(status).toBe(201);
  expect(headers['etag']).toBe('"1"');
  expect(await world.a.rows('SELECT name, workspace_id FROM organization WHERE id = $1', [body['id']])).toEqual([
    { name: 'Europe for Korea', workspace_id: world.a.workspaceId },
  ]);
  expect(await eventsOf(world, 'organization.created')).toMatchObject([
    { object_id: body['id'], workspace_id: world.a.workspaceId },
  ]);
  expect((await administrator.post('/organizations', { name: 'Europe for Korea' })).body).toMatchObject({
    status: 409,
    code: 'already-exists',
  });
  expect((await administrator.post('/organizations', { name: ' ' })).status).toBe(400);
});

it('renames one', async () => {
  const answer = await administrator.patch(
    `/organizations/${world.a.organizationId}`,
    { name: 'Han River Rights Watch' },
    1,
  );
  expect(answer).toMatchObject({ status: 200, body: { name: 'Han River Rights Watch', version: 2 } });
  expect((await administrator.patch(`/organizations/${world.a.organizationId}`, { name: 'x' }, 1)).body).toMatchObject({
    status: 412,
    currentVersion: 2,
  });
  expect((await administrator.patch(`/organizations/${world.a.organizationId}`, { name: 'x' })).status).toBe(428);
  expect((await administrator.patch(`/organizations/${world.a.organizationId}`, { name: null }, 2)).status).toBe(400);
  expect(await eventsOf(world, 'organization.updated')).toHaveLength(1);
});

it('deletes one that nothing belongs to, and no other', async () => {
  expect((await administrator.delete(`/organizations/${world.a.organizationId}`, 1)).body).toMatchObject({
    status: 409,
    code: 'still-in-use',
    detail: expect.stringContaining('members or invitations'),
  });
  const owner = await world.a.organization();
  await world.a.recommendation({ organization_id: owner });
  expect((await administrator.delete(`/organizations/${owner}`, 1)).body).toMatchObject({
    status: 409,
    code: 'still-in-use',
  });
  const empty = await world.a.organization();
  expect((await administrator.delete(`/organizations/${empty}`, 1)).status).toBe(204);
  expect(await world.a.rows('SELECT id FROM organization WHERE id = ANY ($1)', [[owner, empty]])).toEqual([
    { id: owner },
  ]);
  expect(await eventsOf(world, 'organization.deleted')).toMatchObject([{ object_id: empty }]);
});

it('is written by administrators only', async () => {
  for (const role of ['editor', 'verifier', 'partner', 'auditor'] as const) {
    const browser = await browserOf(world, await world.a.member({ roles: [role] }));
    expect((await browser.post('/organizations', { name: 'x' })).body).toMatchObject({
      status: 403,
      permission: 'member.manage',
    });
    expect((await browser.patch(`/organizations/${world.a.organizationId}`, { name: 'x' }, 1)).status).toBe(403);
    expect((await browser.delete(`/organizations/${world.a.organizationId}`, 1)).status).toBe(403);
  }
});
