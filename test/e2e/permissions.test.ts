import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { browserOf } from '../support/people.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('GET /permissions', () => {
  it('tells whoever is signed in which roles may do what, and what asks for a fresh sign-in', async () => {
    const { headers } = await browserOf(world, await world.a.member({ roles: ['auditor'] }));

    const { status, body } = await world.at(headers).get('/api/v1/permissions');

    expect(status).toBe(200);
    expect(body['items']).toEqual(
      expect.arrayContaining([
        { key: 'evidence.verify', roles: ['verifier'], asksFreshSignIn: false },
        { key: 'evidence.decide', roles: ['administrator', 'editor', 'verifier'], asksFreshSignIn: true },
      ]),
    );
  });

  it('says nothing to a stranger', async () => {
    expect((await world.at({}).get('/api/v1/permissions')).status).toBe(401);
  });
});
