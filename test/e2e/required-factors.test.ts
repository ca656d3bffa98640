import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Callers } from '../../src/auth/callers.js';
import type { Member } from '../factories/factories.js';
import { browserOf, PASSWORD, withPassword } from '../support/people.js';
import { openedEvents, refused } from '../support/record.js';
import { authenticatorOf, withAuthenticator } from '../support/second-factors.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let administrator: Member;
let verifier: Member;
let partner: Member;
beforeEach(async () => {
  world = await openWorld();
  administrator = await world.a.member({ roles: ['administrator', 'editor'] });
  verifier = await world.a.member({ roles: ['verifier'] });
  partner = await world.a.member({ roles: ['partner'] });
});
afterEach(() => world.close());

/** By somebody who has one, so that they can go on. */
async function require(requiresSecondFactor = true): Promise<void> {
  const whoAsks = await world.a.member({ roles: ['administrator'] });
  await withAuthenticator(world, whoAsks);
  const browser = await browserOf(world, whoAsks);
  const { body: settings } = await browser.get('');
  const { status, body } = await browser.patch('', { requiresSecondFactor }, settings['version']);
  expect([status, body['requiresSecondFactor']]).toEqual([200, requiresSecondFactor]);
}
const code = async (member: Member): Promise<string | number> => {
  const { status, body } = await world.as(member).get('/themes');
  return status === 200 ? 200 : body['code'];
};
const needs = async (member: Member): Promise<boolean> => {
  const { headers } = await browserOf(world, member);
  return (await world.at(headers).get('/api/v1/me')).body['memberships'][0].needsSecondFactor;
};

describe('a workspace that asks for second factors', () => {
  it('is closed to administrators and verifiers who have none, in a browser and to their programs; to nobody else', async () => {
    const theme = { code: 'T1', label: 'A theme' };
    expect([await code(administrator), await needs(administrator)]).toEqual([200, false]);
    await require();
    for (const member of [administrator, verifier]) {
      expect([await code(member), await needs(member)]).toEqual(['second-factor-missing', true]);
      const browser = await browserOf(world, member);
      for (const ask of [() => browser.get('/themes'), () => browser.get(''), () => browser.post('/themes', theme)])
        await refused(world, ask, 401, 'second-factor-missing');
      const token = { workspace: world.a.slug, role: member.actor.roles[0], name: 'A program' };
      const made = world.at(browser.headers).post('/api/v1/me/tokens', token);
      expect((await made).body['code']).toBe('second-factor-missing');
    }
    expect([await code(partner), await needs(partner)]).toEqual([200, false]);
    const [event] = (await openedEvents(world, world.a.workspaceId)).filter((e) => e.action === 'workspace.updated');
    expect(event).toMatchObject({ outcome: 'allow', details: { requiresSecondFactor: true } });
  });

  it('opens as soon as there is one, and closes when it is taken away', async () => {
    await withPassword(world, administrator);
    await require();
    const browser = await browserOf(world, administrator);
    const at = world.at(browser.headers);
    const begun = await at.post('/api/v1/me/second-factors/authenticators', { password: PASSWORD, name: 'My phone' });
    const app = authenticatorOf(begun.body['id'], begun.body['secret']);
    expect((await browser.get('/themes')).status).toBe(401);
    await at.post(`/api/v1/me/second-factors/authenticators/${app.id}/confirmation`, { code: app.code() });
    expect((await browser.get('/themes')).status).toBe(200);
    expect(await needs(administrator)).toBe(false);
    expect((await at.delete(`/api/v1/me/second-factors/${app.id}`)).status).toBe(204);
    await refused(world, () => browser.get('/themes'), 401, 'second-factor-missing');
  });

  it('asks whoever is named on restricted evidence, for as long as they are', async () => {
    await require();
    const evidenceId = await world.a.evidence(administrator, { confidentiality: 'restricted' });
    const grant = { workspace_id: world.a.workspaceId, evidence_id: evidenceId, person_id: partner.actor.personId };
    await world.a.insert('evidence_grant', { ...grant, granted_by: administrator.actor.personId, reason: 'Knows her' });
    expect(await code(partner)).toBe('second-factor-missing');
    const ended = (how: string) =>
      world.a.rows(`UPDATE evidence_grant SET ${how} WHERE person_id = $1`, [partner.actor.personId]);
    await ended('ends_on = current_date - 1');
    expect(await code(partner)).toBe(200);
    await ended('ends_on = current_date');
    expect(await code(partner)).toBe('second-factor-missing');
    await ended('ended_at = now()');
    expect(await code(partner)).toBe(200);
  });

  it('asks nothing of them elsewhere, nor of accounts of a demonstration, nor after it stopped asking', async () => {
    const elsewhere = await world.a.otherWorkspace();
    const there = await elsewhere.member({ personId: administrator.actor.personId, roles: ['administrator'] });
    await require();
    expect((await world.as(there, elsewhere.slug).get('/themes')).status).toBe(200);
    await world.a.rows('UPDATE account SET is_demonstration = true WHERE id = $1', [verifier.actor.accountId]);
    expect(await code(verifier)).toBe(200);
    await require(false);
    expect(await code(administrator)).toBe(200);
  });

  it('tells them no news: what was open ends', async () => {
    const callers = world.app.get(Callers);
    const { sessionId } = await browserOf(world, administrator);
    const actor = { ...administrator.actor, sessionId };
    expect(await callers.stillHold(actor)).toBe(true);
    await require();
    expect(await callers.stillHold(actor)).toBe(false);
    await withAuthenticator(world, administrator);
    expect(await callers.stillHold(actor)).toBe(true);
  });
});

describe('before it asks', () => {
  it('says how many administrators and verifiers have none, and never how many are named', async () => {
    await withAuthenticator(world, verifier);
    await world.a.member({ roles: ['verifier'] });
    const former = await world.a.member({ roles: ['administrator'] });
    await world.a.rows(`UPDATE membership SET ends_on = '2020-01-02' WHERE id = $1`, [former.actor.membershipId]);
    const elsewhere = await world.a.otherWorkspace();
    await elsewhere.member({ roles: ['administrator', 'verifier'] });
    const { status, body } = await world.as(administrator).get('/second-factors');
    expect([status, body]).toEqual([
      200,
      { administrators: { members: 1, without: 1 }, verifiers: { members: 2, without: 1 } },
    ]);
    await refused(world, () => world.as(verifier).get('/second-factors'), 403, 'forbidden');
  });
});
