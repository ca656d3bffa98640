// The identity providers of organizations, as administrators set them up.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AuthKeys } from '../../src/auth/auth-keys.js';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf } from '../support/people.js';
import { openedEvents, refused } from '../support/record.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let administrator: Member;
let browser: Browser;
beforeEach(async () => {
  world = await openWorld();
  administrator = await world.a.member({ roles: ['administrator'] });
  browser = await browserOf(world, administrator);
});
afterEach(() => world.close());

const SECRET = 'a secret that nobody reads again';
const wish = (more: Record<string, unknown> = {}) => ({
  organizationId: world.a.organizationId,
  issuer: 'https://login.example.org/realms/staff',
  clientId: 'heed',
  clientSecret: SECRET,
  ...more,
});
const set = (more = {}) => browser.post('/identity-providers', wish(more));
const sealed = async (id: string): Promise<string> => {
  const [row] = await world.a.rows<{ sealed_secret: Buffer }>(
    'SELECT sealed_secret FROM identity_provider WHERE id = $1',
    [id],
  );
  return world.app.get(AuthKeys).open('identity providers', id, row!.sealed_secret).toString();
};

describe('an identity provider', () => {
  it('is set up with its secret sealed, which no answer and no event holds', async () => {
    const { status, body } = await set({
      issuer: ' https://login.example.org/realms/staff/.well-known/openid-configuration',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body['id'],
      organization: { id: world.a.organizationId, name: 'First Organization' },
      issuer: 'https://login.example.org/realms/staff',
      clientId: 'heed',
      code: expect.stringMatching(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/),
      version: 1,
    });
    expect(await sealed(body['id'])).toBe(SECRET);
    const [kept] = await world.a.rows<{ sealed_secret: Buffer }>('SELECT sealed_secret FROM identity_provider');
    expect(kept?.sealed_secret.toString('latin1')).not.toContain(SECRET);
    expect((await browser.get('/identity-providers')).body['items']).toEqual([body]);
    const events = await openedEvents(world, body['id']);
    expect(events).toMatchObject([
      {
        action: 'identity-provider.created',
        details: { issuer: 'https://login.example.org/realms/staff', clientId: 'heed' },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain(SECRET);
  });

  it('gets a new secret and nothing else, and is removed', async () => {
    const { id } = (await set()).body;
    await refused(world, () => browser.patch(`/identity-providers/${id}`, { clientSecret: 'x' }, 7), 412, 'stale');
    await refused(
      world,
      () => browser.patch(`/identity-providers/${id}`, { issuer: 'https://evil.example' }, 1),
      400,
      'invalid-input',
    );
    const changed = await browser.patch(`/identity-providers/${id}`, { clientSecret: 'another one' }, 1);
    expect([changed.status, changed.body['version'], await sealed(id)]).toEqual([200, 2, 'another one']);
    await refused(world, () => browser.delete(`/identity-providers/${id}`, 1), 412, 'stale');
    expect((await browser.delete(`/identity-providers/${id}`, 2)).status).toBe(204);
    expect((await browser.get('/identity-providers')).body['items']).toEqual([]);
    await refused(world, () => browser.delete(`/identity-providers/${id}`, 3), 404, 'not-found');
    await refused(world, () => browser.patch(`/identity-providers/${id}`, { clientSecret: 'x' }, 3), 404, 'not-found');
    expect((await openedEvents(world, id)).map(({ action }) => action)).toEqual([
      'identity-provider.created',
      'identity-provider.updated',
      'identity-provider.removed',
    ]);
    expect((await set()).status).toBe(201);
  });

  it('is one for each organization, of this workspace', async () => {
    await set();
    await refused(world, () => set(), 409, 'already-exists');
    const { organizationId } = await world.a.otherWorkspace();
    await refused(world, () => set({ organizationId }), 404, 'not-found');
  });

  it.each([
    'http://login.example.org',
    'https://login.example.org:8443',
    'https://somebody:secret@login.example.org',
    'https://login.example.org/?tenant=1',
    'https://login.example.org/#x',
    'https://login.example.org/.well-known/other',
    'ftp://login.example.org',
    'login.example.org',
    'javascript:alert(1)',
  ])('at %s is not asked', (issuer) => refused(world, () => set({ issuer }), 422, 'issuer-not-asked'));

  it('is for administrators who signed in a moment ago', async () => {
    const { id } = (await set()).body;
    const old = await browserOf(world, administrator, 700);
    await refused(world, () => old.post('/identity-providers', wish()), 401, 'sign-in-again');
    await refused(world, () => old.patch(`/identity-providers/${id}`, { clientSecret: 'x' }, 1), 401, 'sign-in-again');
    await refused(world, () => old.delete(`/identity-providers/${id}`, 1), 401, 'sign-in-again');
    const editor = await browserOf(world, await world.a.member());
    await refused(world, () => editor.get('/identity-providers'), 403, 'forbidden');
    await refused(world, () => editor.post('/identity-providers', wish()), 403, 'forbidden');
  });
});
