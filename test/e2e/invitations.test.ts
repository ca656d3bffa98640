import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf, digest, eventsOf, PASSWORD, withPassword } from '../support/people.js';
import { bytesOf } from '../support/record.js';
import { type Answer, openWorld, ORIGIN, type World } from '../support/world.js';

const NEW_PASSWORD = 'a new long password';

let world: World;
let inviter: Member;
let administrator: Browser;
beforeEach(async () => {
  world = await openWorld();
  inviter = await world.a.member({ roles: ['administrator'] });
  administrator = await browserOf(world, inviter);
});
afterEach(() => world.close());

const invite = (given: Record<string, unknown> = {}): Promise<Answer> =>
  administrator.post('/invitations', {
    email: 'Lee@Test.example',
    organizationId: world.a.organizationId,
    roles: ['editor'],
    ...given,
  });
const accept = (
  token: unknown,
  given: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> =>
  world
    .at(headers)
    .post(`/api/v1/auth/invitations/${String(token)}`, { name: 'Lee Seo-yun', password: NEW_PASSWORD, ...given });
const membersNamed = (pseudonym: string) =>
  world.a.rows('SELECT id FROM membership WHERE workspace_id = $1 AND pseudonym = $2', [
    world.a.workspaceId,
    pseudonym,
  ]);

describe('POST /invitations', () => {
  it('answers the secret of the link once and keeps its hash', async () => {
    const { status, body } = await invite();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      email: 'lee@test.example',
      roles: ['editor'],
      state: 'open',
      organization: { id: world.a.organizationId },
      path: `/api/v1/auth/invitations/${String(body['token'])}`,
    });
    const [row] = await world.a.rows(
      "SELECT token_hash, invited_by, expires_at - created_at BETWEEN '6 days 23 hours' AND '7 days 1 hour' AS week FROM invitation WHERE id = $1",
      [body['id']],
    );
    expect(row).toEqual({ token_hash: digest(String(body['token'])), invited_by: inviter.actor.personId, week: true });
    const listed = await administrator.get('/invitations');
    expect(listed.body['items']).toMatchObject([{ id: body['id'], state: 'open' }]);
    expect(JSON.stringify(listed.body)).not.toContain(String(body['token']));
    expect(await eventsOf(world, 'invitation.created')).toMatchObject([
      { object_id: body['id'], workspace_id: world.a.workspaceId },
    ]);
  });

  it('offers no role verifier, and says what to do', async () => {
    expect((await invite({ roles: ['partner', 'verifier'] })).body).toMatchObject({
      status: 403,
      code: 'separation-of-duties',
      detail: expect.stringContaining('role-requests'),
    });
    expect(await world.a.rows('SELECT id FROM invitation WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
  });

  it.each([{ email: 'lee' }, { roles: [] }, { roles: ['owner'] }, { organizationId: null }, { name: 'Lee' }])(
    'refuses %j',
    async (part) => {
      expect((await invite(part)).status).toBe(400);
    },
  );

  it('is for administrators, within their workspace', async () => {
    const foreign = await (await world.a.otherWorkspace()).organization();
    expect((await invite({ organizationId: foreign })).body).toMatchObject({
      status: 404,
      errors: [{ pointer: '/organizationId' }],
    });
    for (const role of ['editor', 'verifier', 'partner', 'auditor'] as const) {
      const browser = await browserOf(world, await world.a.member({ roles: [role] }));
      expect((await browser.get('/invitations')).status).toBe(403);
      expect(
        (
          await browser.post('/invitations', {
            email: 'lee@test.example',
            organizationId: world.a.organizationId,
            roles: ['editor'],
          })
        ).status,
      ).toBe(403);
    }
  });
});

describe('POST /auth/invitations/{token}', () => {
  it('makes person, account and membership of who had none', async () => {
    const invitation = (await invite({ roles: ['editor', 'partner'] })).body;

    const { status, body, headers } = await accept(invitation['token']);

    expect(status).toBe(201);
    expect(body).toMatchObject({
      workspace: { slug: world.a.slug },
      organization: { name: 'First Organization' },
      roles: ['editor', 'partner'],
      name: 'Lee Seo-yun',
      endsOn: null,
    });
    const signedIn = await world
      .at()
      .post('/api/v1/auth/sign-in', { email: 'lee@test.example', password: NEW_PASSWORD });
    expect(signedIn.body).toMatchObject({ memberships: [body] });
    const [row] = await world.a.rows('SELECT pseudonym, starts_on::text, person_id FROM membership WHERE id = $1', [
      body['id'],
    ]);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date());
    expect(row).toEqual({
      pseudonym: 'Member 2 of First Organization',
      starts_on: today,
      person_id: signedIn.body['id'],
    });
    expect((await administrator.get('/invitations')).body['items']).toMatchObject([{ state: 'accepted' }]);
    expect(await eventsOf(world, 'invitation.accepted')).toMatchObject([
      { object_id: invitation['id'], person_id: signedIn.body['id'], workspace_id: world.a.workspaceId },
    ]);
    expect(headers['audit-receipt']).toMatch(/^[0-9a-f]{64}$/);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('lets an auditor in, whom the database lets only read', async () => {
    const { token } = (await invite({ roles: ['auditor'] })).body;
    expect((await accept(token)).status).toBe(201);
  });

  it('joins who has an account by its password, with no second person', async () => {
    const elsewhere = await world.a.otherWorkspace();
    const known = await elsewhere.member();
    const email = await withPassword(world, known);
    const { token } = (await invite({ email })).body;

    expect((await accept(token, { password: 'not this person' })).body).toMatchObject({
      status: 401,
      code: 'sign-in-failed',
    });
    expect(await eventsOf(world, 'session.refused')).toMatchObject([
      { outcome: 'deny', person_id: known.actor.personId },
    ]);
    expect((await accept(token, { password: PASSWORD })).status).toBe(201);

    expect(
      await world.a.rows('SELECT person_id FROM membership WHERE workspace_id = $1 AND person_id = $2', [
        world.a.workspaceId,
        known.actor.personId,
      ]),
    ).toHaveLength(1);
    expect(await world.a.rows('SELECT id FROM account WHERE email = $1', [email])).toEqual([
      { id: known.actor.accountId },
    ]);
  });

  it('changes nothing for who is a member already', async () => {
    const member = await world.a.member({ roles: ['partner'] });
    const email = await withPassword(world, member);
    const { token, id } = (await invite({ email, roles: ['administrator'] })).body;
    expect((await accept(token, { password: PASSWORD })).body).toMatchObject({ status: 409, code: 'already-exists' });
    expect(await world.a.rows('SELECT roles FROM membership WHERE id = $1', [member.actor.membershipId])).toEqual([
      { roles: ['partner'] },
    ]);
    expect(await world.a.rows('SELECT accepted_at FROM invitation WHERE id = $1', [id])).toEqual([
      { accepted_at: null },
    ]);
  });

  it('works once', async () => {
    const { token } = (await invite()).body;
    expect((await accept(token)).status).toBe(201);
    expect((await accept(token)).status).toBe(404);
    expect(await membersNamed('Member 3 of First Organization')).toEqual([]);
  });

  it.each([
    ['has lapsed', "UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = $1"],
    ['was withdrawn', 'UPDATE invitation SET withdrawn_at = now() WHERE id = $1'],
    [
      'was sent by somebody who is no administrator any more',
      "UPDATE membership m SET roles = '{editor}' FROM invitation i WHERE i.id = $1 AND m.person_id = i.invited_by",
    ],
    [
      'was sent by somebody whose membership has ended',
      "UPDATE membership m SET ends_on = '2021-01-01' FROM invitation i WHERE i.id = $1 AND m.person_id = i.invited_by",
    ],
  ])('knows no invitation that %s', async (_, change) => {
    const { token, id } = (await invite()).body;
    await world.a.rows(change, [id]);
    const gone = await accept(token);
    const never = await accept('a'.repeat(43));
    expect(gone.status).toBe(404);
    expect({ ...gone.body, requestId: '' }).toEqual({ ...never.body, requestId: '' });
    expect(await world.a.rows("SELECT id FROM account WHERE email = 'lee@test.example'")).toEqual([]);
  });

  it('takes no request of another origin, and no short password', async () => {
    const { token } = (await invite()).body;
    expect((await accept(token, {}, { origin: 'https://evil.example' })).body).toMatchObject({
      status: 403,
      code: 'foreign-request',
    });
    expect((await accept(token, { password: 'elevenchars' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/password' }],
    });
    expect((await accept(token, { roles: ['administrator'] })).status).toBe(400);
    expect((await accept('short')).status).toBe(404);
    expect((await accept(token, {}, { origin: ORIGIN })).status).toBe(201);
  });

  it('counts pseudonyms within the organization, whatever is taken', async () => {
    const organizationId = await world.a.organization('Europe for Korea');
    await world.a.rows("UPDATE membership SET pseudonym = 'Member 1 of Europe for Korea' WHERE id = $1", [
      inviter.actor.membershipId,
    ]);
    for (const email of ['one@test.example', 'two@test.example'])
      expect((await accept((await invite({ email, organizationId })).body['token'])).status).toBe(201);
    for (const name of ['Member 2 of Europe for Korea', 'Member 3 of Europe for Korea'])
      expect(await membersNamed(name)).toHaveLength(1);
  });
});

describe('GET /auth/invitations/{token}', () => {
  const offered = (token: unknown): Promise<Answer> => world.at().get(`/api/v1/auth/invitations/${String(token)}`);

  it('says what is offered, whether the address has an account or not, and leaves the link as it was', async () => {
    await withPassword(world, await (await world.a.otherWorkspace()).member(), 'known@test.example');
    for (const email of ['lee@test.example', 'known@test.example']) {
      const { body } = await invite({ email, roles: ['editor', 'partner'] });
      const { status, body: offer } = await offered(body['token']);
      expect([status, offer]).toEqual([
        200,
        {
          workspace: 'A workspace',
          organization: { id: world.a.organizationId, name: 'First Organization' },
          roles: ['editor', 'partner'],
          email,
          expiresAt: expect.any(String),
        },
      ]);
      expect(new Date(offer['expiresAt']).getTime()).toBe(new Date(body['expiresAt']).getTime());
    }
    expect((await accept((await invite({ email: 'new@test.example' })).body['token'])).status).toBe(201);
  });

  it('is the same 404 for what is unknown, used, withdrawn, lapsed, or of who is no administrator any more', async () => {
    const [used, withdrawn, lapsed, orphaned] = [
      await invite({ email: 'a@test.example' }),
      await invite({ email: 'b@test.example' }),
      await invite({ email: 'c@test.example' }),
      await invite({ email: 'd@test.example' }),
    ];
    await accept(used.body['token']);
    await administrator.delete(`/invitations/${String(withdrawn.body['id'])}`, 1);
    await world.a.rows(`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      lapsed.body['id'],
    ]);
    const tokens = [used, withdrawn, lapsed].map(({ body }) => body['token'] as string);
    const gone: Answer[] = [];
    for (const token of [...tokens, 'a'.repeat(43), 'x']) gone.push(await offered(token));
    expect((await offered(orphaned.body['token'])).status).toBe(200);
    await world.a.rows(`UPDATE membership SET roles = '{editor}' WHERE id = $1`, [inviter.actor.membershipId]);
    gone.push(await offered(orphaned.body['token']));
    const [first] = gone;
    expect(first!.status).toBe(404);
    for (const answer of gone) expect(bytesOf(answer)).toEqual(bytesOf(first!));
  });
});

describe('DELETE /invitations/{id}', () => {
  it('ends the link at once', async () => {
    const { id, token } = (await invite()).body;
    expect((await administrator.delete(`/invitations/${String(id)}`)).status).toBe(428);
    expect((await administrator.delete(`/invitations/${String(id)}`, 1)).status).toBe(204);
    expect((await accept(token)).status).toBe(404);
    expect((await administrator.get('/invitations')).body['items']).toMatchObject([{ state: 'withdrawn' }]);
    expect((await administrator.delete(`/invitations/${String(id)}`, 2)).body).toMatchObject({
      status: 409,
      code: 'withdrawn',
    });
    expect(await eventsOf(world, 'invitation.withdrawn')).toMatchObject([{ object_id: id }]);
  });

  it('comes too late for one that was accepted', async () => {
    const { id, token } = (await invite()).body;
    await accept(token);
    expect((await administrator.delete(`/invitations/${String(id)}`, 2)).body).toMatchObject({
      status: 409,
      code: 'accepted',
    });
  });
});
