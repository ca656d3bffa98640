import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { openedEvents, refused } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let ours: Member, theirs: Member;
let api: Caller, partner: Caller;
let held: string;

beforeEach(async () => {
  world = await openWorld();
  ours = await world.a.member();
  theirs = await world.a.member({ roles: ['partner'], organizationId: await world.a.organization('Europe for Korea') });
  [api, partner] = [world.as(ours), world.as(theirs)];
  held = await enter({ title: 'What the witness said', confidentiality: 'restricted' });
});
afterEach(() => world.close());

const account = { kind: 'account', title: 'An account', terms: 'background', statement: 'A name.' };
const enter = async (given: Record<string, unknown> = {}, by = api): Promise<string> =>
  String((await by.post('/evidence', { ...account, ...given })).body['id']);
const state = (given: Record<string, unknown> = {}, by = api): Promise<Answer> =>
  by.post('/evidence', {
    ...account,
    title: 'Visits were refused',
    statement: 'We hold it.',
    speaksFor: held,
    ...given,
  });

describe('on information held by an organization', () => {
  it('an account speaks for a piece that only who may see it learns of', async () => {
    const { status, body } = await state();
    const heldBy = { id: world.a.organizationId, name: 'First Organization' };
    expect([status, body]).toMatchObject([
      201,
      { heldBy, speaksFor: { id: held, title: 'What the witness said' }, confidentiality: 'coalition' },
    ]);
    const path = `/evidence/${String(body['id'])}`;
    const others = [partner];
    for (const roles of ROLES)
      others.push(world.as(await world.a.member({ roles: [roles], readsAll: roles === 'auditor' })));
    for (const other of others) {
      const seen = await other.get(path);
      expect(seen.body).toMatchObject({ heldBy, speaksFor: null });
      const { items } = (await other.get('/evidence')).body;
      expect(JSON.stringify([seen.body, items, (await other.get(`${path}/custody`)).body])).not.toMatch(
        new RegExp(`${held}|witness`),
      );
    }
    expect(await openedEvents(world, String(body['id']))).toEqual([
      expect.objectContaining({ action: 'evidence.captured', level: 'coalition', details: {} }),
    ]);
    expect(JSON.stringify(await openedEvents(world, held))).not.toContain(String(body['id']));
    expect(await world.a.rows('SELECT evidence_id, held_id FROM held_evidence')).toEqual([
      { evidence_id: body['id'], held_id: held },
    ]);
  });

  it('counts as one origin, however many such accounts there are', async () => {
    const first = await state();
    const second = await state({
      title: 'Again',
      speaksFor: await enter({ confidentiality: 'organization' }),
      origin: 'Mine',
    });
    expect(second.body['origin']).toEqual(first.body['origin']);
    const { implementation: track } = await world.a.followUp();
    const claim = (evidenceIds: unknown[]) =>
      api.post(`/tracks/${track}/transitions`, { transition: 'claim', occurredOn: null, evidenceIds });
    const pieces = [first.body['id'], second.body['id']];
    expect((await refused(world, () => claim(pieces), 422, 'unmet-conditions')).body['unmet']).toHaveLength(1);
    expect((await claim([...pieces, await enter({ title: 'Another source' })])).status).toBe(201);
    const version = second.body['version'] as number;
    const path = `/evidence/${String(second.body['id'])}`;
    await refused(world, () => api.patch(path, { origin: 'Mine' }, version), 422, 'held');
  });

  it('is said by the holder alone, to the coalition, of what the coalition may not read', async () => {
    await refused(world, () => state({}, partner), 404, 'not-found');
    const shared = await enter({ confidentiality: 'coalition' });
    await refused(world, () => state({ speaksFor: shared }), 422, 'not-more-confidential');
    await refused(world, () => state({ confidentiality: 'organization' }), 422, 'not-for-others');
    const link = { kind: 'link', title: 'x', url: 'https://example.org', speaksFor: held };
    await refused(world, () => api.post('/evidence', link), 422, 'kind');
    await api.post(`/evidence/${held}/withdrawal`, { reason: 'Danger.' });
    await refused(world, () => state(), 422, 'withdrawn');
    const foreign = await enter({ confidentiality: 'restricted' }, partner);
    await world.a.insert('evidence_grant', {
      ...{ workspace_id: world.a.workspaceId, evidence_id: foreign, person_id: ours.actor.personId },
      ...{ granted_by: theirs.actor.personId, reason: 'Has to know.' },
    });
    await refused(world, () => state({ speaksFor: foreign }), 403, 'separation-of-duties');
  });
});

describe('what was proposed', () => {
  it('is decided by a verifier, but never by whoever proposed it', async () => {
    const verifier = await world.a.member({ roles: ['verifier'], organizationId: theirs.actor.organizationId });
    const other = await world.a.member({ roles: ['verifier'], organizationId: theirs.actor.organizationId });
    const piece = await enter({ title: 'A proposal' }, world.as(verifier));
    const decide = (by: Member) =>
      world.as(by).send('POST', `/evidence/${piece}/acceptance`, { acceptance: 'accepted' }, { 'if-match': '"1"' });
    await refused(world, () => decide(verifier), 403, 'separation-of-duties');
    const proposed = async (by: Member) => (await world.as(by).get('/for-me/proposed')).body['items'];
    expect(await proposed(verifier)).toEqual([]);
    expect(await proposed(other)).toEqual([expect.objectContaining({ evidenceId: piece })]);
    expect((await decide(other)).body['acceptance']).toBe('accepted');
    const { items } = (await world.as(verifier).get('/for-me/answered')).body;
    expect(items).toEqual([expect.objectContaining({ evidenceId: piece, acceptance: 'accepted' })]);
  });

  it('is not decided by a verifier whose organization made the claim that it disputes', async () => {
    const { implementation: track } = await world.a.followUp();
    const evidenceIds = [await world.a.evidence(ours), await world.a.evidence(ours)];
    await api.post(`/tracks/${track}/transitions`, { transition: 'claim', occurredOn: null, evidenceIds });
    const piece = await enter({ title: 'It was not so' }, partner);
    await partner.post(`/tracks/${track}/evidence`, { evidenceId: piece, stance: 'contradicts' });
    const here = await world.a.member({ roles: ['verifier'] });
    const there = await world.a.member({ roles: ['verifier'], organizationId: await world.a.organization() });
    const decide = (by: Member) =>
      world
        .as(by)
        .send(
          'POST',
          `/evidence/${piece}/acceptance`,
          { acceptance: 'declined', reason: 'Too thin.' },
          { 'if-match': '"1"' },
        );
    await refused(world, () => decide(here), 403, 'separation-of-duties');
    expect((await decide(there)).body).toMatchObject({ acceptance: 'declined', acceptanceReason: 'Too thin.' });
  });
});
