import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { browserOf, eventsOf } from '../support/people.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let administrator: Member;
beforeEach(async () => {
  world = await openWorld();
  administrator = await world.a.member({ roles: ['administrator'] });
});
afterEach(() => world.close());

describe('GET /workspaces', () => {
  it('lists the workspaces one is a member of, and no other', async () => {
    const second = await world.a.otherWorkspace();
    await second.member({ personId: administrator.actor.personId });
    await (await world.a.otherWorkspace()).member();
    const { headers } = await browserOf(world, administrator);
    const { status, body } = await world.at(headers).get('/api/v1/workspaces?count=true');
    expect(status).toBe(200);
    expect(body['items'].map((w: { slug: string }) => w.slug).sort()).toEqual([world.a.slug, second.slug].sort());
    expect(body['count']).toBe(2);
  });

  it('shows a token its one', async () => {
    const second = await world.a.otherWorkspace();
    await second.member({ personId: administrator.actor.personId });
    const { body } = await world.at({ authorization: `Bearer ${administrator.token}` }).get('/api/v1/workspaces');
    expect(body['items'].map((w: { slug: string }) => w.slug)).toEqual([world.a.slug]);
  });
});

describe('GET and PATCH /workspaces/{workspace}', () => {
  it('reads the settings', async () => {
    const auditor = await world.a.member({ roles: ['auditor'] });
    const { status, body, headers } = await world.as(auditor).get('');
    expect(status).toBe(200);
    expect(body).toEqual({
      id: world.a.workspaceId,
      slug: world.a.slug,
      name: 'A workspace',
      timeZone: 'Asia/Seoul',
      languages: ['en', 'ko'],
      keepsCopies: false,
      requiresSecondFactor: false,
      version: 1,
    });
    expect(headers['etag']).toBe('"1"');
  });

  it('does not exist for who is not a member', async () => {
    const stranger = await (await world.a.otherWorkspace()).member();
    const unknown = await world.as(stranger, 'there-is-none').get('');
    const foreign = await world.as(stranger, world.a.slug).get('');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect((await world.as(undefined).get('')).status).toBe(401);
  });

  it('changes them, with an event', async () => {
    const browser = await browserOf(world, administrator);
    const answer = await browser.patch('', { name: 'North Korea', timeZone: 'Europe/Brussels', languages: ['en'] }, 1);
    expect(answer).toMatchObject({
      status: 200,
      body: { name: 'North Korea', timeZone: 'Europe/Brussels', languages: ['en'], version: 2 },
    });
    expect(
      await world.a.rows('SELECT name, time_zone, languages FROM workspace WHERE id = $1', [world.a.workspaceId]),
    ).toEqual([{ name: 'North Korea', time_zone: 'Europe/Brussels', languages: ['en'] }]);
    expect(await eventsOf(world, 'workspace.updated')).toMatchObject([
      { workspace_id: world.a.workspaceId, object_id: world.a.workspaceId },
    ]);
    // What the log tells of a change is one: its version counts it, even where nothing was named.
    expect(await browser.patch('', {}, 2)).toMatchObject({ status: 200, body: { version: 3 } });
  });

  it.each([
    { timeZone: 'Seoul' },
    { timeZone: '+09:00' },
    { timeZone: null },
    { languages: [] },
    { languages: ['english'] },
    { name: '' },
    { slug: 'other' },
  ])('refuses %j', async (body) => {
    const browser = await browserOf(world, administrator);
    expect((await browser.patch('', body, 1)).status).toBe(400);
  });

  it('asks for the role, a fresh sign-in and the version', async () => {
    const editor = await browserOf(world, await world.a.member());
    expect((await editor.patch('', { name: 'x' }, 1)).status).toBe(403);
    expect((await (await browserOf(world, administrator, 700)).patch('', { name: 'x' }, 1)).body).toMatchObject({
      status: 401,
      code: 'sign-in-again',
    });
    expect((await world.as(administrator).patch('', { name: 'x' }, 1)).body).toMatchObject({
      status: 401,
      code: 'sign-in-again',
    });
    const browser = await browserOf(world, administrator);
    expect((await browser.patch('', { name: 'x' })).status).toBe(428);
    expect((await browser.patch('', { name: 'x' }, 7)).status).toBe(412);
  });
});
