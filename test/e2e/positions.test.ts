import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import { ROLES } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { openedEvents, refused } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let ours: Member, theirs: Member, third: Member;
let api: Caller, partner: Caller, verifier: Caller;
let track: string;

beforeEach(async () => {
  world = await openWorld();
  ours = await world.a.member();
  theirs = await world.a.member({ roles: ['partner'], organizationId: await world.a.organization('Europe for Korea') });
  third = await world.a.member({ roles: ['verifier'], organizationId: await world.a.organization('Pacific Watch') });
  [api, partner, verifier] = [world.as(ours), world.as(theirs), world.as(third)];
  track = (await world.a.followUp()).implementation;
});
afterEach(() => world.close());

const assess = async (by = partner, phase = 'progressing'): Promise<string> => {
  const said = { phase, confidence: 'low', reasons: 'So it seems.', occurredOn: null };
  return String((await by.post(`/tracks/${track}/assessments`, said)).body['id']);
};
const take = (by: Caller, position: string, more: Record<string, unknown> = {}): Promise<Answer> =>
  by.post(`/tracks/${track}/positions`, { position, ...more });
const object = async (by: Caller, more: Record<string, unknown> = {}): Promise<string> => {
  const { status, body } = await take(by, 'objection', { reasons: 'Nobody counted them.', ...more });
  expect(status).toBe(201);
  return String(body['id']);
};
const positions = async (by = api): Promise<Record<string, any>[]> =>
  (await by.get(`/tracks/${track}/positions`)).body['items'];
const claim = async (): Promise<void> => {
  const evidenceIds = [await world.a.evidence(ours), await world.a.evidence(ours)];
  const { status } = await api.post(`/tracks/${track}/transitions`, {
    transition: 'claim',
    occurredOn: null,
    evidenceIds,
  });
  expect(status).toBe(201);
};
const verify = (by = verifier): Promise<Answer> =>
  by.post(`/tracks/${track}/transitions`, { transition: 'verify', occurredOn: null });
const optionToVerify = async (headers?: Record<string, string>): Promise<Record<string, any>> =>
  (await verifier.get(`/tracks/${track}/transitions/options`, headers)).body['items'].find(
    (option: { transition: string }) => option.transition === 'verify',
  );

describe('positions', () => {
  it('are taken on the assessment of another organization, and stand beside it', async () => {
    const assessmentId = await assess();
    const { status, body } = await take(api, 'sign-on', { assessmentId });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        trackId: track,
        assessmentId,
        transitionId: null,
        position: 'sign-on',
        by: expect.objectContaining({ organization: { id: world.a.organizationId, name: 'First Organization' } }),
        reasons: null,
        recordedAt: expect.any(String),
        standing: true,
        open: false,
        answer: null,
      },
    ]);
    await take(verifier, 'abstain', { assessmentId, reasons: 'Too little is known.' });
    const { items } = (await partner.get(`/tracks/${track}/assessments`)).body;
    expect(items[0].positions.map((p: Record<string, any>) => [p['by'].organization.name, p['position']])).toEqual([
      ['First Organization', 'sign-on'],
      ['Pacific Watch', 'abstain'],
    ]);
    const events = await openedEvents(world, track);
    expect(events.map(({ action, details }) => [action, details['position']])).toEqual([
      ['position.taken', 'sign-on'],
      ['position.taken', 'abstain'],
    ]);
    expect(JSON.stringify(events)).not.toContain('Too little');
  });

  it('change: the newest of an organization on a thing stands', async () => {
    const assessmentId = await assess();
    await take(api, 'abstain', { assessmentId });
    await take(api, 'sign-on', { assessmentId });
    expect((await positions()).map((p) => [p['position'], p['standing']])).toEqual([
      ['abstain', false],
      ['sign-on', true],
    ]);
  });

  it('are taken on what was claimed, and not on nothing', async () => {
    await refused(world, () => take(partner, 'sign-on'), 422, 'nothing-claimed');
    await claim();
    const { body } = await take(partner, 'sign-on');
    const [row] = await world.a.rows('SELECT stands_on FROM track WHERE id = $1', [track]);
    expect([body['transitionId'], body['assessmentId']]).toEqual([row!['stands_on'], null]);
    expect((await api.get(`/tracks/${track}/assessments`)).body['positions']).toHaveLength(1);
  });

  it('are not taken on what is one’s own, is elsewhere, or may not be known', async () => {
    const own = await assess(api);
    await refused(world, () => take(api, 'objection', { assessmentId: own, reasons: 'No.' }), 422, 'own');
    await claim();
    await refused(world, () => take(api, 'sign-on'), 422, 'own');
    await refused(world, () => take(partner, 'objection', { assessmentId: own }), 400, 'invalid-input');
    await refused(world, () => take(partner, 'sign-on', { assessmentId: uuid() }), 404, 'not-found');
    const elsewhere = await world.a.followUp();
    const there = partner.post(`/tracks/${elsewhere.implementation}/positions`, {
      position: 'sign-on',
      assessmentId: own,
    });
    expect((await there).status).toBe(404);
    const said = {
      phase: 'unknown',
      confidence: 'low',
      reasons: 'Ours.',
      occurredOn: null,
      confidentiality: 'organization',
    };
    const hidden = (await api.post(`/tracks/${track}/assessments`, said)).body['id'];
    await refused(world, () => take(partner, 'sign-on', { assessmentId: hidden }), 404, 'not-found');
  });

  it('are taken by all but auditors', async () => {
    await claim();
    for (const role of ROLES) {
      const by = world.as(await world.a.member({ roles: [role], organizationId: await world.a.organization() }));
      expect([role, (await take(by, 'abstain')).status]).toEqual([role, role === 'auditor' ? 403 : 201]);
    }
  });
});

describe('an objection', () => {
  it('holds up verification until it is answered, and the answer is kept and shown', async () => {
    await claim();
    const id = await object(partner);
    const unmet = [{ condition: 'no-open-objection', message: 'Europe for Korea objects: answer it first.' }];
    expect(await optionToVerify()).toMatchObject({ allowed: false, unmet });
    expect((await optionToVerify({ 'accept-language': 'ko' }))['unmet'][0].message).toBe(
      '이의를 제기한 단체: Europe for Korea. 먼저 이의에 답하세요.',
    );
    const answer = await refused(world, () => verify(), 422, 'unmet-conditions');
    expect(answer.body['unmet']).toEqual(unmet);
    const { status, body } = await api.post(`/positions/${id}/answer`, { reasons: 'The Committee did.' });
    expect([status, body]).toMatchObject([
      201,
      { id, open: false, reasons: 'Nobody counted them.', answer: { act: 'answered', reasons: 'The Committee did.' } },
    ]);
    expect((await positions(partner))[0]).toMatchObject({
      answer: { by: { organization: { name: 'First Organization' } } },
    });
    expect((await optionToVerify())['allowed']).toBe(true);
    expect((await verify()).status).toBe(201);
    const actions = (await openedEvents(world, track)).map((event) => event.action);
    expect(actions).toEqual(['track.transitioned', 'position.taken', 'objection.answered', 'track.transitioned']);
  });

  it('to an assessment holds it up as well, until its organization withdraws it', async () => {
    const assessmentId = await assess(api);
    await claim();
    const id = await object(partner, { assessmentId });
    expect((await optionToVerify())['allowed']).toBe(false);
    await refused(world, () => verifier.post(`/positions/${id}/withdrawal`, {}), 403, 'separation-of-duties');
    const { body } = await partner.post(`/positions/${id}/withdrawal`, {});
    expect(body).toMatchObject({ open: false, answer: { act: 'withdrawn', reasons: null } });
    expect((await verify()).status).toBe(201);
  });

  it('ends once', async () => {
    await claim();
    const id = await object(partner);
    await refused(world, () => take(partner, 'sign-on'), 409, 'objection-open');
    await api.post(`/positions/${id}/answer`, { reasons: 'Yes.' });
    await refused(world, () => api.post(`/positions/${id}/answer`, { reasons: 'Again.' }), 409, 'already-answered');
    await refused(world, () => partner.post(`/positions/${id}/withdrawal`, {}), 409, 'already-answered');
    expect((await take(partner, 'sign-on')).status).toBe(201);
    const agreed = String((await positions())[1]!['id']);
    await refused(world, () => api.post(`/positions/${agreed}/answer`, { reasons: 'x' }), 409, 'no-objection');
  });

  it('is answered by editors and by whom it concerns, never by the organization that objects', async () => {
    const assessmentId = await assess(partner);
    const id = await object(verifier, { assessmentId });
    const colleague = world.as(
      await world.a.member({ roles: ['administrator'], organizationId: third.actor.organizationId }),
    );
    const fourth = { roles: ['partner' as const], organizationId: await world.a.organization() };
    const stranger = world.as(await world.a.member(fourth));
    for (const by of [verifier, colleague, stranger])
      await refused(world, () => by.post(`/positions/${id}/answer`, { reasons: 'No.' }), 403, 'separation-of-duties');
    expect((await partner.post(`/positions/${id}/answer`, { reasons: 'We did count.' })).status).toBe(201);
  });

  it('the database itself refuses an answer of the objector’s own, and any change', async () => {
    await claim();
    const id = await object(partner);
    const row = {
      ...{
        id: uuid(),
        workspace_id: world.a.workspaceId,
        position_id: id,
        act: 'answered',
        reasons_hash: Buffer.alloc(32),
      },
      ...{ person_id: theirs.actor.personId, organization_id: theirs.actor.organizationId },
    };
    await world.tx.query('SAVEPOINT before');
    await expect(world.a.insert('objection_answer', row)).rejects.toThrow(/another organization/);
    await world.tx.query('ROLLBACK TO before');
    const another = { ...row, act: 'withdrawn', organization_id: world.a.organizationId };
    await expect(world.a.insert('objection_answer', another)).rejects.toThrow(/by its own/);
    await world.tx.query('ROLLBACK TO before');
    await expect(world.a.rows('DELETE FROM track_position')).rejects.toThrow(/only ever added/);
    await world.tx.query('ROLLBACK TO before');
  });

  it('is not there for another workspace', async () => {
    await claim();
    const id = await object(partner);
    const elsewhere = await world.a.otherWorkspace();
    const outsider = world.as(await elsewhere.member({ roles: ['administrator'] }), elsewhere.slug);
    for (const path of ['answer', 'withdrawal'])
      expect((await outsider.post(`/positions/${id}/${path}`, { reasons: 'No.' })).status).toBe(404);
    expect((await outsider.get(`/tracks/${track}/positions`)).status).toBe(404);
  });
});
