// The main job of product.md, walked by three people over HTTP.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member, verifier: Member, partner: Member, auditor: Member;
let track: string, recommendation: string;

beforeEach(async () => {
  world = await openWorld();
  const other = await world.a.organization('Europe for Korea');
  editor = await world.a.member({ roles: ['editor'], name: 'Edita' });
  verifier = await world.a.member({ roles: ['verifier', 'partner'], organizationId: other, name: 'Vera' });
  partner = await world.a.member({ roles: ['partner'], organizationId: other });
  auditor = await world.a.member({
    roles: ['auditor'],
    organizationId: await world.a.organization('Open Record Institute'),
  });
  recommendation = await world.a.recommendation({
    code: 'EU10-01',
    title: 'Sponsor a resolution establishing a Commission of Inquiry',
    text: 'Sponsor it.',
  });
  const followUp = await world.a.followUp({ recommendation_id: recommendation });
  track = followUp.implementation;
});
afterEach(() => world.close());

const claim = (body: Record<string, unknown> = {}): Promise<Answer> =>
  world.as(editor).post(`/tracks/${track}/transitions`, { transition: 'claim', occurredOn: '2013-03-21', ...body });

const link = async (origin: string): Promise<string> => {
  const made = await world.as(editor).post('/evidence', {
    kind: 'link',
    title: `Seen at ${origin}`,
    url: `https://example.org/${origin.replaceAll(' ', '-')}/${Math.random()}`,
    origin,
  });
  expect(made.status).toBe(201);
  await world.as(editor).post(`/tracks/${track}/evidence`, { evidenceId: made.body['id'], stance: 'supports' });
  return made.body['id'] as string;
};

describe('the main job', () => {
  test('an editor finds the recommendation, and reads what can be done and what each needs', async () => {
    const found = await world.as(editor).get('/recommendations?q=commission%20of%20inquiry');
    expect(found.body['items'].map((r: { code: string }) => r.code)).toEqual(['EU10-01']);
    const read = await world.as(editor).get(`/recommendations/${recommendation}`);
    expect(read.body['followUps'][0].implementation).toMatchObject({
      state: 'not-assessed',
      phase: 'unknown',
      label: 'Not assessed',
      workflow: 'implementation@1',
    });
    const options = await world.as(editor).get(`/tracks/${track}/transitions/options`);
    const claimOption = options.body['items'].find((o: { transition: string }) => o.transition === 'claim');
    expect(claimOption).toMatchObject({ to: 'reported-implemented', allowed: false, unmet: [{ condition: 'any-of' }] });
  });

  test('a claim without evidence is refused with exactly what is unmet, and changes nothing', async () => {
    const refused = await claim();
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'unmet-conditions', unmet: [{ condition: 'any-of' }] });
    expect(refused.body['unmet']).toHaveLength(1);
    expect(await world.a.rows('SELECT FROM transition')).toHaveLength(0);
    expect((await world.as(editor).get(`/tracks/${track}`)).body).toMatchObject({ state: 'not-assessed', version: 1 });
  });

  test('two pieces of one origin are one origin', async () => {
    const ids = [await link('one agency'), await link('one agency')];
    expect((await claim({ evidenceIds: ids })).status).toBe(422);
  });

  test('claimed on two origins, refused to the claimant, verified by another organization, read by the auditor', async () => {
    const ids = [await link('the Council'), await link('a newspaper')];
    const claimed = await claim({ evidenceIds: ids });
    expect(claimed.status).toBe(201);
    expect(claimed.body).toMatchObject({
      from: 'not-assessed',
      to: 'reported-implemented',
      occurredOn: '2013-03-21',
      evidence: [{ stance: 'supports' }, { stance: 'supports' }],
    });
    expect(
      (await world.as(editor).post(`/tracks/${track}/transitions`, { transition: 'verify', occurredOn: '2013-03-22' }))
        .status,
    ).toBe(403);
    expect(
      (await world.as(partner).post(`/tracks/${track}/transitions`, { transition: 'verify', occurredOn: '2013-03-22' }))
        .status,
    ).toBe(403);
    const verified = await world
      .as(verifier)
      .post(`/tracks/${track}/transitions`, { transition: 'verify', occurredOn: '2013-04-01' });
    expect(verified.status).toBe(201);
    expect((await world.as(partner).get(`/tracks/${track}`)).body).toMatchObject({
      state: 'implemented',
      phase: 'fulfilled',
      version: 3,
    });

    const history = await world.as(auditor).get(`/tracks/${track}/transitions`);
    expect(
      history.body['items'].map((t: Record<string, any>) => [
        t['transition'],
        t['actor'].name,
        t['occurredOn'],
        typeof t['recordedAt'],
      ]),
    ).toEqual([
      ['claim', 'Edita', '2013-03-21', 'string'],
      ['verify', 'Vera', '2013-04-01', 'string'],
    ]);
    const seenByPartner = await world.as(partner).get(`/tracks/${track}/transitions`);
    expect(seenByPartner.body['items'][0].actor.name).not.toBe('Edita'); // Another organization's people are pseudonyms.
    const events = await world.a.rows<{ action: string; object_id: string }>(
      `SELECT action, object_id FROM audit_event WHERE workspace_id = $1 ORDER BY at`,
      [world.a.workspaceId],
    );
    expect(events.filter((e) => e.action === 'track.transitioned').map((e) => e.object_id)).toEqual([track, track]);
  });

  test("another workspace's recommendation does not exist", async () => {
    const elsewhere = await world.a.otherWorkspace();
    const foreign = await elsewhere.recommendation();
    expect((await world.as(editor).get(`/recommendations/${foreign}`)).status).toBe(404);
    expect((await world.as(editor, elsewhere.slug).get(`/recommendations/${foreign}`)).status).toBe(404);
  });
});
