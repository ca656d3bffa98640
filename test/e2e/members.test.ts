import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Role } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf, eventsOf } from '../support/people.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let first: Member;
let second: Member;
let administrator: Browser;
beforeEach(async () => {
  world = await openWorld();
  first = await world.a.member({ roles: ['administrator'], name: 'Ada First' });
  second = await world.a.member({ roles: ['administrator'], name: 'Ben Second' });
  administrator = await browserOf(world, first);
});
afterEach(() => world.close());

const stored = async (member: Member) =>
  (
    await world.a.rows<{ roles: Role[]; ends_on: Date | null; organization_id: string }>(
      'SELECT roles, ends_on, organization_id FROM membership WHERE id = $1',
      [member.actor.membershipId],
    )
  )[0];
const change = (member: Member, body: unknown, version: number | undefined = 1, by = administrator): Promise<Answer> =>
  by.patch(`/members/${member.actor.membershipId}`, body, version);

describe('names', () => {
  let partner: Member;
  beforeEach(async () => {
    partner = await world.a.member({
      roles: ['partner'],
      organizationId: await world.a.organization(),
      name: 'Choi Partner',
    });
  });
  const nameOf = async (reader: Member, member: Member): Promise<string> =>
    (await world.as(reader).get(`/members/${member.actor.membershipId}`)).body['name'];

  it('are read by the own organization, administrators and auditors; others see the pseudonym', async () => {
    const colleague = await world.a.member({ roles: ['editor'] });
    const auditor = await world.a.member({ roles: ['auditor'], organizationId: await world.a.organization() });
    expect(await nameOf(colleague, first)).toBe('Ada First');
    expect(await nameOf(auditor, first)).toBe('Ada First');
    expect(await nameOf(first, partner)).toBe('Choi Partner');
    expect(await nameOf(partner, first)).toMatch(/^Member \d+/);
    expect(await nameOf(colleague, partner)).toMatch(/^Member \d+/);
    const listed = await world.as(colleague).get('/members?limit=200');
    expect(JSON.stringify(listed.body)).not.toContain('Choi Partner');
    expect(JSON.stringify(listed.body)).not.toContain(partner.actor.personId);
  });

  it('go with who moves to another organization', async () => {
    const organizationId = await world.a.organization('Elsewhere');
    const answer = await change(partner, { organizationId });
    expect(answer).toMatchObject({
      status: 200,
      body: { name: 'Choi Partner', organization: { id: organizationId, name: 'Elsewhere' } },
    });
    expect(await nameOf(await world.a.member({ organizationId }), partner)).toBe('Choi Partner');
    expect(await nameOf(await world.a.member({ organizationId: partner.actor.organizationId }), partner)).toMatch(
      /^Member \d+/,
    );
  });
});

describe('GET /members', () => {
  it('lists by page, organization and role', async () => {
    const elsewhere = await world.a.organization();
    const verifier = await world.a.member({ roles: ['verifier', 'partner'], organizationId: elsewhere });
    const reader = await world.a.member({ roles: ['partner'] });
    const ids = async (query: string): Promise<string[]> =>
      (await world.as(reader).get(`/members${query}`)).body['items'].map((m: { id: string }) => m.id);
    expect(await ids(`?organizationId=${elsewhere}`)).toEqual([verifier.actor.membershipId]);
    expect(await ids('?role=verifier,auditor')).toEqual([verifier.actor.membershipId]);
    expect(await ids('')).toHaveLength(4);
    const page = await world.as(reader).get('/members?limit=3&count=true&sort=-startsOn');
    expect(page.body).toMatchObject({ count: 4, nextCursor: expect.any(String) });
    expect(await ids(`?limit=3&sort=-startsOn&cursor=${String(page.body['nextCursor'])}`)).toHaveLength(1);
    expect((await world.as(reader).get('/members?role=owner')).status).toBe(400);
  });

  it('knows none of another workspace', async () => {
    const stranger = await (await world.a.otherWorkspace()).member();
    expect((await world.as(first).get(`/members/${stranger.actor.membershipId}`)).status).toBe(404);
    expect((await change(stranger, { roles: ['partner'] })).status).toBe(404);
  });
});

describe('PATCH /members/{id}', () => {
  it('changes roles and end, with an event that names nobody', async () => {
    const member = await world.a.member({ name: 'Dan Editor' });
    const answer = await change(member, { roles: ['editor', 'partner'], endsOn: '2031-12-31' });
    expect(answer).toMatchObject({
      status: 200,
      body: { roles: ['editor', 'partner'], endsOn: '2031-12-31', version: 2 },
    });
    expect(await stored(member)).toMatchObject({ roles: ['editor', 'partner'] });
    expect(await eventsOf(world, 'member.updated')).toMatchObject([
      { object_id: member.actor.membershipId, person_id: first.actor.personId },
    ]);
    expect((await change(member, { endsOn: null }, 2)).body).toMatchObject({ endsOn: null });
  });

  it('ends access at once', async () => {
    const member = await world.a.member();
    expect((await world.as(member).get('/themes')).status).toBe(200);
    await change(member, { endsOn: '2021-01-01' });
    expect((await world.as(member).get('/themes')).status).toBe(404);
  });

  it('lets nobody change their own roles, level of reading or organization', async () => {
    const organizationId = await world.a.organization();
    for (const body of [
      { roles: ['administrator', 'editor'] },
      { roles: ['auditor'], readsAll: true },
      { organizationId },
    ]) {
      expect((await change(first, body)).body).toMatchObject({ status: 403, code: 'separation-of-duties' });
    }
    expect(await stored(first)).toMatchObject({
      roles: ['administrator'],
      organization_id: first.actor.organizationId,
    });
    expect((await change(first, { endsOn: '2031-12-31' })).status).toBe(200);
    expect((await change(first, { endsOn: null }, 2)).body).toMatchObject({ status: 403 });
    expect((await change(first, { endsOn: '2032-01-01' }, 2)).body).toMatchObject({ status: 403 });
  });

  it('keeps one administrator without a last day', async () => {
    expect((await change(second, { endsOn: '2031-01-01' })).status).toBe(200);
    expect((await change(first, { endsOn: '2031-01-01' })).body).toMatchObject({
      status: 409,
      code: 'last-administrator',
    });
    const other = await browserOf(world, second);
    expect((await change(first, { roles: ['editor'] }, 1, other)).body).toMatchObject({
      status: 409,
      code: 'last-administrator',
    });
    expect((await change(first, { endsOn: '2031-01-01' }, 1, other)).body).toMatchObject({
      status: 409,
      code: 'last-administrator',
    });
    expect(await stored(first)).toMatchObject({ roles: ['administrator'], ends_on: null });
  });

  it('gives nobody the role verifier alone', async () => {
    const member = await world.a.member();
    const { body } = await change(member, { roles: ['editor', 'verifier'] });
    expect(body).toMatchObject({
      status: 403,
      code: 'separation-of-duties',
      detail: expect.stringContaining('role-requests'),
    });
    expect(await stored(member)).toMatchObject({ roles: ['editor'] });
    const verifier = await world.a.member({ roles: ['verifier', 'partner'] });
    expect((await change(verifier, { roles: ['verifier'] })).status).toBe(200);
    expect((await change(verifier, { roles: ['partner'] }, 2)).status).toBe(200);
  });

  it('lets only who is an auditor and nothing else read everything', async () => {
    const member = await world.a.member({ roles: ['auditor', 'editor'] });
    expect((await change(member, { readsAll: true })).body).toMatchObject({ status: 422, code: 'auditors-only' });
    expect((await change(member, { readsAll: true, roles: ['auditor'] })).body).toMatchObject({ readsAll: true });
    expect((await change(member, { roles: ['auditor', 'editor'] }, 2)).body).toMatchObject({ status: 422 });
  });

  it.each([
    { roles: [] },
    { roles: ['owner'] },
    { roles: ['editor', 'editor'] },
    { roles: null },
    { endsOn: '2026-02-30' },
    { readsAll: null },
    { organizationId: 'x' },
    { name: 'x' },
  ])('refuses %j', async (body) => {
    expect((await change(second, body)).status).toBe(400);
  });

  it('asks for an organization of the workspace, and for the version', async () => {
    const foreign = await (await world.a.otherWorkspace()).organization();
    expect((await change(second, { organizationId: foreign })).body).toMatchObject({
      status: 404,
      errors: [{ pointer: '/organizationId' }],
    });
    expect((await change(second, { roles: ['editor'] }, 5)).status).toBe(412);
    expect((await administrator.patch(`/members/${second.actor.membershipId}`, { roles: ['editor'] })).status).toBe(
      428,
    );
  });
});

describe('the role verifier', () => {
  let member: Member;
  beforeEach(async () => {
    member = await world.a.member({ roles: ['partner'] });
  });
  const path = (): string => `/members/${member.actor.membershipId}/role-requests`;
  const ask = (by = administrator): Promise<Answer> => by.post(path(), { role: 'verifier' });

  it('is asked for by one administrator and confirmed by another', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({
      status: 201,
      body: {
        role: 'verifier',
        state: 'open',
        requestedBy: { id: first.actor.membershipId, name: 'Ada First' },
        confirmedBy: null,
      },
    });
    expect(await stored(member)).toMatchObject({ roles: ['partner'] });

    const confirmed = await (await browserOf(world, second)).post(`${path()}/${String(asked.body['id'])}/confirmation`);

    expect(confirmed).toMatchObject({
      status: 201,
      body: { state: 'confirmed', confirmedBy: { id: second.actor.membershipId } },
    });
    expect(await stored(member)).toMatchObject({ roles: ['partner', 'verifier'] });
    expect((await administrator.get(path())).body['items']).toEqual([confirmed.body]);
    expect(await eventsOf(world, 'role-request.created')).toMatchObject([{ person_id: first.actor.personId }]);
    expect(await eventsOf(world, 'role-request.confirmed')).toMatchObject([
      { person_id: second.actor.personId, object_id: asked.body['id'] },
    ]);
  });

  it('is confirmed by nobody who asked, not by another account of theirs, and not by the member', async () => {
    const { body } = await ask();
    const confirm = (by: Browser): Promise<Answer> => by.post(`${path()}/${String(body['id'])}/confirmation`);
    expect((await confirm(administrator)).body).toMatchObject({ status: 403, code: 'separation-of-duties' });
    const account = await world.a.insert('account', {
      id: uuid(),
      person_id: first.actor.personId,
      email: 'second-account@test.example',
      password_hash: 'none',
    });
    const again = await browserOf(world, { ...first, actor: { ...first.actor, accountId: account } });
    expect((await confirm(again)).body).toMatchObject({ status: 403, code: 'separation-of-duties' });
    await world.a.rows("UPDATE membership SET roles = '{partner,administrator}' WHERE id = $1", [
      member.actor.membershipId,
    ]);
    expect((await confirm(await browserOf(world, member))).body).toMatchObject({
      status: 403,
      code: 'separation-of-duties',
    });
    expect((await ask(await browserOf(world, member))).body).toMatchObject({
      status: 403,
      code: 'separation-of-duties',
    });
    expect((await stored(member))?.roles).not.toContain('verifier');
  });

  it('is confirmed once, within seven days, under its own member', async () => {
    const { body } = await ask();
    const other = await browserOf(world, second);
    const confirm = (): Promise<Answer> => other.post(`${path()}/${String(body['id'])}/confirmation`);
    expect(
      (await other.post(`/members/${first.actor.membershipId}/role-requests/${String(body['id'])}/confirmation`))
        .status,
    ).toBe(404);
    await world.a.rows("UPDATE role_request SET created_at = now() - interval '8 days' WHERE id = $1", [body['id']]);
    expect((await confirm()).body).toMatchObject({ status: 409, code: 'lapsed' });
    await world.a.rows('UPDATE role_request SET created_at = now() WHERE id = $1', [body['id']]);
    expect((await confirm()).status).toBe(201);
    expect((await confirm()).status).toBe(409);
    expect((await ask()).status).toBe(409);
    await world.a.rows("UPDATE membership SET roles = '{partner}' WHERE id = $1", [member.actor.membershipId]);
    expect((await confirm()).body).toMatchObject({ status: 409, code: 'confirmed' });
  });

  it('cannot be confirmed by one person in the database either', async () => {
    const [a, b] = [first.actor.personId, member.actor.personId];
    for (const [asked, confirmed] of [
      [a, a],
      [b, a],
      [a, b],
    ]) {
      await world.tx.query('SAVEPOINT s');
      await expect(
        world.a.insert('role_request', {
          id: uuid(),
          workspace_id: world.a.workspaceId,
          membership_id: member.actor.membershipId,
          person_id: b,
          role: 'verifier',
          requested_by: asked,
          confirmed_by: confirmed,
          confirmed_at: new Date(),
        }),
      ).rejects.toThrow('role_request_check');
      await world.tx.query('ROLLBACK TO s');
    }
  });

  it('is no other role, and asked for by administrators of the workspace only', async () => {
    expect((await administrator.post(path(), { role: 'editor' })).status).toBe(400);
    expect((await (await browserOf(world, await world.a.member())).post(path(), { role: 'verifier' })).status).toBe(
      403,
    );
    const stranger = await (await world.a.otherWorkspace()).member();
    expect(
      (await administrator.post(`/members/${stranger.actor.membershipId}/role-requests`, { role: 'verifier' })).status,
    ).toBe(404);
    expect((await administrator.get(`/members/${stranger.actor.membershipId}/role-requests`)).status).toBe(404);
  });
});
