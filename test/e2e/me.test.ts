import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf, digest, eventsOf, PASSWORD, withPassword } from '../support/people.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let member: Member;
let browser: Browser;
beforeEach(async () => {
  world = await openWorld();
  member = await world.a.member({ roles: ['editor', 'partner'], name: 'Kim Ha-neul' });
  browser = await browserOf(world, member);
});
afterEach(() => world.close());

const me = (path = ''): Promise<Answer> => world.at(browser.headers).get(`/api/v1/me${path}`);
const asToken = (token: string) => world.at({ authorization: `Bearer ${token}` });

describe('GET /me', () => {
  it('says who one is and where one is a member today', async () => {
    const second = await world.a.otherWorkspace();
    await second.member({ personId: member.actor.personId, roles: ['auditor'], name: 'H. Kim' });
    const past = await world.a.otherWorkspace();
    const ended = await past.member({ personId: member.actor.personId });
    await world.a.rows("UPDATE membership SET ends_on = '2020-02-01' WHERE id = $1", [ended.actor.membershipId]);

    const { status, body } = await me();

    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: member.actor.personId,
      sessionId: browser.sessionId,
      takes: { file: 12 * 2 ** 20, document: 12 * 2 ** 20 },
    });
    const found = (body['memberships'] as { workspace: { slug: string }; name: string; roles: string[] }[]).map((m) => [
      m.workspace.slug,
      m.name,
      m.roles,
    ]);
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        [world.a.slug, 'Kim Ha-neul', ['editor', 'partner']],
        [second.slug, 'H. Kim', ['auditor']],
      ]),
    );
  });

  it('shows a token its one workspace and role only', async () => {
    const second = await world.a.otherWorkspace();
    await second.member({ personId: member.actor.personId });
    const { body } = await asToken(member.tokens.partner ?? '').get('/api/v1/me');
    expect(body['memberships']).toMatchObject([{ workspace: { slug: world.a.slug }, roles: ['partner'] }]);
  });

  it('is for who is signed in', async () => {
    for (const path of ['', '/sessions', '/tokens'])
      expect((await world.at().get(`/api/v1/me${path}`)).status).toBe(401);
  });
});

describe('/me/sessions', () => {
  it("lists one's own that still count, newest first", async () => {
    const other = await browserOf(world, member);
    const ended = await browserOf(world, member);
    await world.a.rows('UPDATE session SET ended_at = now() WHERE id = $1', [ended.sessionId]);
    await browserOf(world, await world.a.member());
    const { body } = await me('/sessions');
    expect(body['items'].map((s: { id: string }) => s.id)).toEqual([other.sessionId, browser.sessionId]);
    const first = await me('/sessions?limit=1');
    const next = await me(`/sessions?limit=1&cursor=${String(first.body['nextCursor'])}`);
    expect([first, next].map(({ body: b }) => b['items'][0].id)).toEqual([other.sessionId, browser.sessionId]);
  });

  it("ends one of one's own at once", async () => {
    const other = await browserOf(world, member);
    expect((await world.at(browser.headers).delete(`/api/v1/me/sessions/${other.sessionId}`)).status).toBe(204);
    expect((await world.at(other.headers).get('/api/v1/me')).status).toBe(401);
    expect((await world.at(browser.headers).delete(`/api/v1/me/sessions/${other.sessionId}`)).status).toBe(404);
    expect(await eventsOf(world, 'session.ended')).toMatchObject([{ object_id: other.sessionId }]);
  });

  it('does not know those of others', async () => {
    const stranger = await browserOf(world, await world.a.member());
    expect((await world.at(browser.headers).delete(`/api/v1/me/sessions/${stranger.sessionId}`)).status).toBe(404);
    expect((await world.at(browser.headers).delete('/api/v1/me/sessions/me')).status).toBe(400);
    expect((await world.at(stranger.headers).get('/api/v1/me')).status).toBe(200);
  });
});

describe('/me/tokens', () => {
  const create = (body: unknown, from = browser): Promise<Answer> =>
    world.at(from.headers).post('/api/v1/me/tokens', body);

  it('makes one, tells its secret once, keeps the hash', async () => {
    const { status, body, headers } = await create({
      workspace: world.a.slug,
      role: 'partner',
      name: 'Monthly figures',
    });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Monthly figures',
      role: 'partner',
      workspace: { slug: world.a.slug },
      token: expect.stringMatching(/^heed_[A-Za-z0-9_-]{43}$/),
    });
    const [row] = await world.a.rows(
      "SELECT token_hash, expires_at - created_at BETWEEN '89 days 23 hours' AND '90 days 1 hour' AS \"lasts90\" FROM access_token WHERE id = $1",
      [body['id']],
    );
    expect(row).toEqual({ token_hash: digest(String(body['token'])), lasts90: true });
    expect(JSON.stringify((await me('/tokens')).body)).not.toContain(String(body['token']));
    expect((await asToken(String(body['token'])).get(`/api/v1/workspaces/${world.a.slug}/themes`)).status).toBe(200);
    expect(
      (
        await asToken(String(body['token'])).post(`/api/v1/workspaces/${world.a.slug}/themes`, {
          code: 'a',
          label: 'A',
        })
      ).status,
    ).toBe(403);
    expect(await eventsOf(world, 'token.created')).toMatchObject([
      { workspace_id: world.a.workspaceId, person_id: member.actor.personId, object_id: body['id'] },
    ]);
    expect(headers['audit-receipt']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives no role that its maker lacks, in no workspace that they are not in', async () => {
    expect((await create({ workspace: world.a.slug, role: 'administrator', name: 'x' })).body).toMatchObject({
      status: 422,
      code: 'role-not-held',
      errors: [{ pointer: '/role' }],
    });
    const other = await world.a.otherWorkspace();
    expect((await create({ workspace: other.slug, role: 'editor', name: 'x' })).body).toMatchObject({
      status: 404,
      errors: [{ pointer: '/workspace' }],
    });
    expect(await world.a.rows("SELECT id FROM access_token WHERE name = 'x'")).toEqual([]);
  });

  it('loses its role when its maker does', async () => {
    const { body } = await create({ workspace: world.a.slug, role: 'editor', name: 'x' });
    await world.a.rows("UPDATE membership SET roles = '{partner}' WHERE id = $1", [member.actor.membershipId]);
    expect((await asToken(String(body['token'])).get(`/api/v1/workspaces/${world.a.slug}/themes`)).status).toBe(404);
  });

  it.each([
    { expiresInDays: 0 },
    { expiresInDays: 91 },
    { expiresInDays: 1.5 },
    { role: 'owner' },
    { workspace: 'A B' },
    { name: ' ' },
    { unknown: 1 },
  ])('refuses %j', async (part) => {
    expect((await create({ workspace: world.a.slug, role: 'editor', name: 'x', ...part })).status).toBe(400);
  });

  it('asks for a sign-in within the last ten minutes', async () => {
    const old = await browserOf(world, member, 601);
    expect((await create({ workspace: world.a.slug, role: 'editor', name: 'x' }, old)).body).toMatchObject({
      status: 401,
      code: 'sign-in-again',
    });
    expect(
      (await create({ workspace: world.a.slug, role: 'editor', name: 'x' }, await browserOf(world, member, 590)))
        .status,
    ).toBe(201);
  });

  it('is not for tokens: no token makes, sees or ends another one, or a session', async () => {
    const token = asToken(member.token);
    const answers = [
      await token.post('/api/v1/me/tokens', { workspace: world.a.slug, role: 'editor', name: 'x' }),
      await token.get('/api/v1/me/tokens'),
      await token.delete(`/api/v1/me/tokens/${uuid()}`),
      await token.get('/api/v1/me/sessions'),
      await token.delete(`/api/v1/me/sessions/${browser.sessionId}`),
      await token.patch('/api/v1/me/password', { current: PASSWORD, new: 'another long password' }),
    ];
    expect(answers.map(({ body }) => body['code'])).toEqual(answers.map(() => 'sign-in-again'));
  });

  it("lists and ends one's own", async () => {
    const { body } = await create({ workspace: world.a.slug, role: 'editor', name: 'x', expiresInDays: 1 });
    expect((await me('/tokens')).body['items'][0]).toMatchObject({ id: body['id'], usedAt: null });
    const stranger = world.at((await browserOf(world, await world.a.member())).headers);
    expect((await stranger.delete(`/api/v1/me/tokens/${String(body['id'])}`)).status).toBe(404);
    expect((await asToken(String(body['token'])).get('/api/v1/me')).status).toBe(200);

    expect((await world.at(browser.headers).delete(`/api/v1/me/tokens/${String(body['id'])}`)).status).toBe(204);
    expect((await asToken(String(body['token'])).get('/api/v1/me')).status).toBe(401);
    expect((await me('/tokens')).body['items'].map((t: { id: string }) => t.id)).not.toContain(body['id']);
    expect(await eventsOf(world, 'token.ended')).toMatchObject([
      { workspace_id: world.a.workspaceId, object_id: body['id'] },
    ]);
  });
});

describe('PATCH /me/password', () => {
  const change = (body: unknown): Promise<Answer> => world.at(browser.headers).patch('/api/v1/me/password', body);
  const signIn = (email: string, password: string): Promise<Answer> =>
    world.at().post('/api/v1/auth/sign-in', { email, password });

  it('changes it and ends all other sessions', async () => {
    const email = await withPassword(world, member);
    const other = await browserOf(world, member);
    expect((await change({ current: PASSWORD, new: 'another long password' })).status).toBe(204);
    expect((await world.at(other.headers).get('/api/v1/me')).status).toBe(401);
    expect((await me()).status).toBe(200);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, 'another long password')).status).toBe(200);
    const [row] = await world.a.rows<{ password_hash: string }>('SELECT password_hash FROM account WHERE id = $1', [
      member.actor.accountId,
    ]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await eventsOf(world, 'password.changed')).toMatchObject([{ person_id: member.actor.personId }]);
  });

  it('asks for the present one', async () => {
    await withPassword(world, member);
    const other = await browserOf(world, member);
    expect((await change({ current: 'wrong', new: 'another long password' })).body).toMatchObject({
      status: 422,
      code: 'wrong-password',
      errors: [{ pointer: '/current' }],
    });
    expect((await world.at(other.headers).get('/api/v1/me')).status).toBe(200);
    expect(await eventsOf(world, 'password.refused')).toMatchObject([{ outcome: 'deny' }]);
  });

  it('wants twelve characters', async () => {
    expect((await change({ current: PASSWORD, new: 'elevenchars' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/new' }],
    });
  });
});
