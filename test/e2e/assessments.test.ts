import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import { ROLES } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { copiesThatDiffer } from '../support/copies.js';
import { countEvents, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let ours: Member, theirs: Member, third: Member;
let api: Caller, partner: Caller;
let followUp: Awaited<ReturnType<World['a']['followUp']>>;
let track: string;

beforeEach(async () => {
  world = await openWorld();
  ours = await world.a.member({ name: 'Edita' });
  theirs = await world.a.member({ roles: ['partner'], organizationId: await world.a.organization('Europe for Korea') });
  third = await world.a.member({ roles: ['verifier'], organizationId: await world.a.organization('Pacific Watch') });
  [api, partner] = [world.as(ours), world.as(theirs)];
  followUp = await world.a.followUp();
  track = followUp.implementation;
});
afterEach(async () => {
  const differing = await copiesThatDiffer(world).finally(() => world.close());
  expect(differing).toEqual([]);
});

const finding = {
  phase: 'progressing',
  confidence: 'medium',
  reasons: 'Some have returned.',
  occurredOn: '2019-12-22',
};
const assess = (given: Record<string, unknown> = {}, by = partner, of = track): Promise<Answer> =>
  by.post(`/tracks/${of}/assessments`, { ...finding, ...given });
const listed = async (by = api, query = ''): Promise<Record<string, any>> =>
  (await by.get(`/tracks/${track}/assessments${query}`)).body;
const seen = async (by: Caller, query = ''): Promise<string[]> =>
  (await listed(by, query))['items'].map(
    (a: Record<string, any>) =>
      `${String(a['by'].organization.name)}: ${String(a['phase'])}${a['standing'] ? '' : ', superseded'}`,
  );

describe('an assessment', () => {
  it('is the finding of its own organization: it stands at once, with one event that holds none of its words', async () => {
    const piece = await world.a.evidence(theirs, { title: 'A report' });
    const before = await countEvents(world);
    const { status, body } = await assess({ evidenceIds: [piece] });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        trackId: track,
        by: {
          id: theirs.actor.membershipId,
          name: theirs.name,
          organization: { id: theirs.actor.organizationId, name: 'Europe for Korea' },
        },
        ...finding,
        recordedAt: expect.any(String),
        confidentiality: 'coalition',
        standing: true,
        evidence: [{ id: piece, title: 'A report', kind: 'link', confidentiality: 'coalition', withdrawal: 'none' }],
        positions: [],
      },
    ]);
    const row = (await rowOf(world, 'assessment', body['id'], '*, occurred_last::text'))!;
    expect(row).toMatchObject({
      workspace_id: world.a.workspaceId,
      organization_id: theirs.actor.organizationId,
      person_id: theirs.actor.personId,
      phase: 'progressing',
      occurred_last: '2019-12-22',
    });
    expect(
      await world.a.rows('SELECT text, confidentiality FROM words WHERE hash = $1', [row['reasons_hash']]),
    ).toEqual([{ text: finding.reasons, confidentiality: 'coalition' }]);
    expect(await world.a.rows('SELECT evidence_id, evidence_version FROM assessment_evidence')).toEqual([
      { evidence_id: piece, evidence_version: 1 },
    ]);
    const [event] = await openedEvents(world, body['id']);
    expect(event).toMatchObject({ action: 'assessment.recorded', level: 'coalition', outcome: 'allow' });
    expect(JSON.stringify(event)).not.toContain('returned');
    expect(await countEvents(world)).toBe(before + 1);
  });

  it('of the same organization supersedes the one before, which stays readable', async () => {
    await assess();
    await assess({ phase: 'not-done' });
    await assess({ phase: 'fulfilled' }, api);
    expect(await seen(api)).toEqual([
      'First Organization: fulfilled',
      'Europe for Korea: not-done',
      'Europe for Korea: progressing, superseded',
    ]);
    expect(await seen(api, '?standing=false')).toEqual(['Europe for Korea: progressing, superseded']);
    expect(await seen(api, '?standing=true')).toHaveLength(2);
    const answer = await api.get(`/tracks/${track}/assessments?limit=1&count=true`);
    expect(answer.body).toMatchObject({ count: 3, nextCursor: expect.any(String), replies: [], positions: [] });
  });

  it('moves nothing: state and version of the track are as they were', async () => {
    const before = await rowOf(world, 'track', track, 'state, phase, version');
    await assess({ phase: 'not-done' });
    expect(await rowOf(world, 'track', track, 'state, phase, version')).toEqual(before);
  });

  it('is written by all but auditors, for their own organization', async () => {
    for (const role of ROLES) {
      const organizationId = await world.a.organization();
      const by = world.as(await world.a.member({ roles: [role], organizationId }));
      const { status, body } = await assess({}, by);
      expect([role, status]).toEqual([role, role === 'auditor' ? 403 : 201]);
      if (status === 201) expect(body['by'].organization.id).toBe(organizationId);
    }
  });

  it('is refused whole where it does not fit, and nothing is changed', async () => {
    const secret = await world.a.evidence(theirs, { confidentiality: 'organization' });
    const foreign = await world.a.evidence(ours, { confidentiality: 'organization' });
    const gone = await world.a.evidence(theirs, { withdrawal: 'withdrawn' });
    for (const [given, ...outcome] of [
      [{ phase: 'agreed' }, 422, 'foreign-phase', '/phase'],
      [{ phase: 'done' }, 400, 'invalid-input', '/phase'],
      [{ confidence: 'sure' }, 400, 'invalid-input', '/confidence'],
      [{ reasons: ' ' }, 400, 'invalid-input', '/reasons'],
      [{ occurredOn: '2999' }, 422, 'in-the-future', '/occurredOn'],
      [{ occurredOn: undefined }, 400, 'invalid-input', '/occurredOn'],
      [{ confidentiality: 'restricted' }, 400, 'invalid-input', '/confidentiality'],
      [{ evidenceIds: [secret] }, 422, 'too-confidential', '/evidenceIds/0'],
      [{ evidenceIds: [foreign] }, 404, 'not-found', '/evidenceIds/0'],
      [{ evidenceIds: [gone] }, 422, 'withdrawn', '/evidenceIds/0'],
      [{ evidenceIds: [uuid()] }, 404, 'not-found', '/evidenceIds/0'],
    ] as const) {
      const answer = await refused(world, () => assess(given), outcome[0], outcome[1]);
      expect(outcomeOf(answer)).toEqual(outcome);
    }
    await refused(world, () => assess({}, partner, uuid()), 404, 'not-found');
    const [publication] = await world.a.rows<{ id: string }>(
      `SELECT id FROM track WHERE recommendation_id = $1 AND axis = 'publication'`,
      [followUp.recommendationId],
    );
    await refused(world, () => assess({}, partner, publication!.id), 422, 'foreign-phase');
  });

  it('is never changed or taken away, by nobody', async () => {
    const { body } = await assess();
    for (const sql of [
      'UPDATE assessment SET phase = $2 WHERE id = $1',
      'DELETE FROM assessment WHERE id = $1 AND $2 <> $1::text',
    ]) {
      await world.tx.query('SAVEPOINT before');
      await expect(world.a.rows(sql, [body['id'], 'fulfilled'])).rejects.toThrow(/only ever added/);
      await world.tx.query('ROLLBACK TO before');
    }
  });
});

describe('levels of assessments', () => {
  it('an organization keeps one to itself: to others nothing has changed', async () => {
    await assess({ phase: 'progressing' });
    const own = await world.a.evidence(theirs, { confidentiality: 'organization' });
    const { body } = await assess({ phase: 'not-done', confidentiality: 'organization', evidenceIds: [own] });
    await assess({ phase: 'progressing' }, api);
    expect(await seen(partner)).toEqual([
      'First Organization: progressing',
      'Europe for Korea: not-done',
      'Europe for Korea: progressing',
    ]);
    for (const role of ROLES) {
      const reader = world.as(await world.a.member({ roles: [role] }));
      expect([role, await seen(reader)]).toEqual([
        role,
        ['First Organization: progressing', 'Europe for Korea: progressing'],
      ]);
      expect(JSON.stringify(await listed(reader))).not.toContain(String(body['id']));
    }
    const auditor = world.as(await world.a.member({ roles: ['auditor'], readsAll: true }));
    expect(await seen(auditor)).toHaveLength(3);
    expect((await api.get(`/tracks/${track}`)).body['contested']).toBeNull();
  });

  it('a shared one supersedes also what was kept to itself', async () => {
    await assess({ phase: 'not-done', confidentiality: 'organization' });
    await assess({ phase: 'progressing' });
    expect(await seen(partner)).toEqual(['Europe for Korea: progressing', 'Europe for Korea: not-done, superseded']);
  });

  it('is no more open than the recommendation, and its words rise with it', async () => {
    const own = await world.a.followUp({
      recommendation_id: await world.a.recommendation({ confidentiality: 'organization' }),
    });
    expect((await assess({}, partner, own.implementation)).status).toBe(404);
    expect((await assess({}, api, own.implementation)).body['confidentiality']).toBe('organization');
    await refused(world, () => assess({ confidentiality: 'coalition' }, api, own.implementation), 422, 'too-open');
    await assess();
    const { body: position } = await api.post(`/tracks/${track}/positions`, {
      position: 'objection',
      assessmentId: (await listed())['items'][0].id,
      reasons: 'Nobody counted.',
    });
    await partner.post(`/positions/${String(position['id'])}/answer`, { reasons: 'Somebody did.' });
    await world.a.rows(`UPDATE recommendation SET confidentiality = 'organization' WHERE id = $1`, [
      followUp.recommendationId,
    ]);
    const words = await world.a.rows(
      `SELECT text, confidentiality, organization_id FROM words WHERE text IN ($1, 'Nobody counted.', 'Somebody did.') AND organization_id = $2 ORDER BY text`,
      [finding.reasons, world.a.organizationId],
    );
    const raised = { confidentiality: 'organization', organization_id: world.a.organizationId };
    expect(words).toEqual([
      { text: 'Nobody counted.', ...raised },
      { text: 'Some have returned.', ...raised },
      { text: 'Some have returned.', ...raised },
      { text: 'Somebody did.', ...raised },
    ]);
    expect((await partner.get(`/tracks/${track}/assessments`)).status).toBe(404);
  });

  it('another workspace finds nothing', async () => {
    await assess();
    const elsewhere = await world.a.otherWorkspace();
    const outsider = world.as(await elsewhere.member({ roles: ['administrator'] }), elsewhere.slug);
    expect((await outsider.get(`/tracks/${track}/assessments`)).status).toBe(404);
    expect((await assess({}, outsider)).status).toBe(404);
  });
});

describe('organizations that disagree', () => {
  it('make a track contested, and the answer says who finds what on which evidence', async () => {
    const against = await world.a.evidence(theirs, { title: 'About 80,000 remain' });
    await assess({ phase: 'not-done', evidenceIds: [against] });
    expect((await api.get(`/tracks/${track}`)).body['contested']).toBeNull();
    const { body } = await assess({ phase: 'progressing' }, api);
    await assess({ phase: 'progressing' }, world.as(third));
    const { contested } = (await api.get(`/tracks/${track}`)).body;
    expect(contested).toEqual({
      supports: [],
      contradicts: [],
      findings: [
        {
          assessmentId: expect.any(String),
          organization: { id: theirs.actor.organizationId, name: 'Europe for Korea' },
          phase: 'not-done',
          evidence: [{ id: against, title: 'About 80,000 remain' }],
        },
        {
          assessmentId: body['id'],
          organization: { id: world.a.organizationId, name: 'First Organization' },
          phase: 'progressing',
          evidence: [],
        },
        expect.objectContaining({
          phase: 'progressing',
          organization: expect.objectContaining({ name: 'Pacific Watch' }),
        }),
      ],
    });
    const item = (await api.get(`/follow-ups/${followUp.id}`)).body;
    expect([item['contested'], item['implementation'].contested]).toEqual([true, contested]);
    const { items } = (await api.get('/follow-ups?contested=true')).body;
    expect(items.map((f: { id: string }) => f.id)).toEqual([followUp.id]);
    await assess({ phase: 'progressing' });
    expect((await api.get(`/tracks/${track}`)).body['contested']).toBeNull();
    expect((await api.get('/follow-ups?contested=true')).body['items']).toEqual([]);
  });
});

describe("the addressee's own account", () => {
  it('stands beside the assessments of both axes: what is linked as their reply, as it was said last', async () => {
    const reply = await world.a.evidence(ours, { title: 'A letter from the mission' });
    const other = await world.a.evidence(ours, { title: 'A report' });
    await api.post(`/tracks/${followUp.response}/evidence`, { evidenceId: reply, stance: 'context', shows: 'reply' });
    await api.post(`/tracks/${track}/evidence`, { evidenceId: other, stance: 'supports' });
    const { replies } = await listed(partner);
    expect(replies).toEqual([
      expect.objectContaining({
        shows: 'reply',
        stance: 'context',
        evidence: expect.objectContaining({ id: reply, title: 'A letter from the mission' }),
      }),
    ]);
    await api.post(`/evidence/${reply}/withdrawal`, { reason: 'Danger.' });
    expect((await listed(partner))['replies'][0].evidence).toMatchObject({ title: null, withdrawal: 'withdrawn' });
    await api.delete(`/tracks/${followUp.response}/evidence/${reply}`);
    expect((await listed(partner))['replies']).toEqual([]);
  });

  it('is not shown to whoever may not know of it', async () => {
    const reply = await world.a.evidence(ours, { confidentiality: 'organization' });
    await world.a.link(track, reply, ours, { shows: 'reply' });
    expect((await listed(api))['replies']).toHaveLength(1);
    expect((await listed(partner))['replies']).toEqual([]);
  });
});
