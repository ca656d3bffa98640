import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecoveriesService } from '../../src/auth/recoveries.service.js';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf, PASSWORD, withPassword } from '../support/people.js';
import { bytesOf, refused } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

const WEAK = 'password1234';
const STRONG = 'lantern orbit quiet mustard';

let world: World;
let administrator: Browser;
let organizationId: string;
beforeEach(async () => {
  world = await openWorld();
  administrator = await browserOf(world, await world.a.member({ roles: ['administrator'] }));
  organizationId = await world.a.organization('Saebyeok Alliance');
});
afterEach(() => world.close());

const hashOf = async (email: string): Promise<string | undefined> =>
  (await world.a.rows<{ password_hash: string }>('SELECT password_hash FROM account WHERE email = $1', [email]))[0]
    ?.password_hash;

describe('who accepts an invitation', () => {
  const invited = async (email: string): Promise<string> => {
    const { body } = await administrator.post('/invitations', { email, organizationId, roles: ['editor'] });
    return `/api/v1/auth/invitations/${String(body['token'])}`;
  };
  const accept = (path: string, password: string): Promise<Answer> =>
    world.at().post(path, { name: 'Lee Seo-yun', password });

  it.each([
    ['a common password', WEAK],
    ['the address', 'seoyun.lee@saebyeok'],
    ['the name', 'LeeSeoyun2026'],
    ['the organization', 'SaebyeokAlliance'],
  ])('chooses no password that is %s, and the link goes on working', async (_, password) => {
    const path = await invited('seoyun.lee@saebyeok.example');
    const { body } = await refused(world, () => accept(path, password), 422, 'weak-password');
    expect(body).toMatchObject({ errors: [{ pointer: '/password', code: 'weak-password' }] });
    expect(JSON.stringify(body)).not.toContain(password);
    expect(await hashOf('seoyun.lee@saebyeok.example')).toBeUndefined();
    expect((await accept(path, STRONG)).status).toBe(201);
  });

  it('learns in Korean what to do', async () => {
    const path = await invited('seoyun.lee@saebyeok.example');
    const { body } = await world.at({ 'accept-language': 'ko' }).post(path, { name: 'Lee Seo-yun', password: WEAK });
    expect(body['detail']).toMatch(/[가-힣]/);
    expect(body['errors'][0].message).toMatch(/[가-힣]/);
  });

  it('does not learn from a weak one whether the address has an account', async () => {
    const member = await (await world.a.otherWorkspace()).member();
    const known = await withPassword(world, member, 'seoyun.park@else.example');
    const ofKnown = await accept(await invited(known), WEAK);
    const ofUnknown = await accept(await invited('seoyun.moon@else.example'), WEAK);
    expect(ofKnown.status).toBe(422);
    expect(bytesOf(ofKnown)).toBe(bytesOf(ofUnknown));
  });

  it('with an account gives its password, weak as it may be', async () => {
    const { hash } = await import('@node-rs/argon2');
    const member = await (await world.a.otherWorkspace()).member();
    const email = await withPassword(world, member);
    const weak = await hash(WEAK, { memoryCost: 64, timeCost: 1 });
    await world.a.rows('UPDATE account SET password_hash = $1 WHERE email = $2', [weak, email]);
    expect((await accept(await invited(email), WEAK)).status).toBe(201);
  });
});

describe('who has an account', () => {
  let member: Member;
  let email: string;
  beforeEach(async () => {
    member = await world.a.member({ name: 'Kim Ha-neul', organizationId });
    email = await withPassword(world, member, 'haneul.kim@saebyeok.example');
  });

  it.each([WEAK, 'haneul.kim@saebyeok', 'KimHaneul2026', 'SaebyeokAlliance'])('does not change to %s', async (weak) => {
    const { headers } = await browserOf(world, member);
    const before = await hashOf(email);
    const change = () => world.at(headers).patch('/api/v1/me/password', { current: PASSWORD, new: weak });
    const { body } = await refused(world, change, 422, 'weak-password');
    expect(body['errors']).toMatchObject([{ pointer: '/new' }]);
    expect(await hashOf(email)).toBe(before);
    expect((await world.at(headers).patch('/api/v1/me/password', { current: PASSWORD, new: STRONG })).status).toBe(204);
  });

  it.each([WEAK, 'SaebyeokAlliance'])('does not recover with %s, and the link goes on working', async (weak) => {
    const offered = await world.app.get(RecoveriesService).offer(email, 'recover');
    const use = (password: string) => world.at().post(`/api/v1/auth/recoveries/${offered!.token}`, { password });
    await refused(world, () => use(weak), 422, 'weak-password');
    expect((await use(STRONG)).status).toBe(200);
  });
});
