// The main job of product.md, walked by three people over HTTP, with a typed client.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CreateTransitionDto } from '../../docs/api/openapi.js';
import { clientOf, type TypedClient } from '../support/typed-client.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: TypedClient, verifier: TypedClient, partner: TypedClient, auditor: TypedClient;
let trackId: string, id: string, workspace: string;

beforeEach(async () => {
  world = await openWorld();
  workspace = world.a.slug;
  const other = await world.a.organization('Europe for Korea');
  const institute = await world.a.organization('Open Record Institute');
  editor = await clientOf(world, await world.a.member({ roles: ['editor'], name: 'Edita' }));
  verifier = await clientOf(
    world,
    await world.a.member({ roles: ['verifier', 'partner'], organizationId: other, name: 'Vera' }),
  );
  partner = await clientOf(world, await world.a.member({ roles: ['partner'], organizationId: other }));
  auditor = await clientOf(world, await world.a.member({ roles: ['auditor'], organizationId: institute }));
  id = await world.a.recommendation({
    code: 'EU10-01',
    title: 'Sponsor a resolution establishing a Commission of Inquiry',
    text: 'Sponsor it.',
  });
  trackId = (await world.a.followUp({ recommendation_id: id })).implementation;
});
afterEach(() => world.close());

const move = (who: TypedClient, body: CreateTransitionDto) =>
  who.POST('/api/v1/workspaces/{workspace}/tracks/{trackId}/transitions', {
    params: { path: { workspace, trackId } },
    body,
  });
const claim = (evidenceIds?: string[]) =>
  move(editor, { transition: 'claim', occurredOn: '2013-03-21', ...(evidenceIds && { evidenceIds }) });
const readTrack = (who: TypedClient) =>
  who.GET('/api/v1/workspaces/{workspace}/tracks/{trackId}', { params: { path: { workspace, trackId } } });
const history = (who: TypedClient) =>
  who.GET('/api/v1/workspaces/{workspace}/tracks/{trackId}/transitions', { params: { path: { workspace, trackId } } });

async function link(origin: string): Promise<string> {
  const { data: made } = await editor.POST('/api/v1/workspaces/{workspace}/evidence', {
    params: { path: { workspace } },
    body: {
      kind: 'link',
      title: `Seen at ${origin}`,
      url: `https://example.org/${origin.replaceAll(' ', '-')}/${Math.random()}`,
      origin,
    },
  });
  const linked = await editor.POST('/api/v1/workspaces/{workspace}/tracks/{trackId}/evidence', {
    params: { path: { workspace, trackId } },
    body: { evidenceId: made!.id, stance: 'supports' },
  });
  expect(linked.response.status).toBe(201);
  return made!.id;
}

describe('the main job', () => {
  test('an editor finds the recommendation, and reads what can be done and what each needs', async () => {
    const { data: found } = await editor.GET('/api/v1/workspaces/{workspace}/recommendations', {
      params: { path: { workspace }, query: { q: 'commission of inquiry' } },
    });
    expect(found!.items.map(({ code }) => code)).toEqual(['EU10-01']);
    const { data: read } = await editor.GET('/api/v1/workspaces/{workspace}/recommendations/{id}', {
      params: { path: { workspace, id } },
    });
    expect(read!.followUps[0]!.implementation).toMatchObject({
      state: 'not-assessed',
      phase: 'unknown',
      label: 'Not assessed',
      workflow: 'implementation@1',
    });
    const { data: options } = await editor.GET('/api/v1/workspaces/{workspace}/tracks/{trackId}/transitions/options', {
      params: { path: { workspace, trackId } },
    });
    expect(options!.items.find(({ transition }) => transition === 'claim')).toMatchObject({
      to: 'reported-implemented',
      allowed: false,
      unmet: [{ condition: 'any-of' }],
    });
  });

  test('a claim without evidence is refused with exactly what is unmet, and changes nothing', async () => {
    const { response, error } = await claim();
    expect(response.status).toBe(422);
    expect(error).toMatchObject({ code: 'unmet-conditions', unmet: [{ condition: 'any-of' }] });
    expect((error as unknown as { unmet: unknown[] }).unmet).toHaveLength(1);
    expect(await world.a.rows('SELECT FROM transition')).toHaveLength(0);
    expect((await readTrack(editor)).data).toMatchObject({ state: 'not-assessed', version: 1 });
  });

  test('two pieces of one origin are one origin', async () => {
    const ids = [await link('one agency'), await link('one agency')];
    expect((await claim(ids)).response.status).toBe(422);
  });

  test('claimed on two origins, refused to the claimant, verified by another organization, read by the auditor', async () => {
    const { data: claimed, response } = await claim([await link('the Council'), await link('a newspaper')]);
    expect(response.status).toBe(201);
    expect(claimed).toMatchObject({
      from: 'not-assessed',
      to: 'reported-implemented',
      occurredOn: '2013-03-21',
      evidence: [{ stance: 'supports' }, { stance: 'supports' }],
    });
    for (const other of [editor, partner])
      expect((await move(other, { transition: 'verify', occurredOn: '2013-03-22' })).response.status).toBe(403);
    expect((await move(verifier, { transition: 'verify', occurredOn: '2013-04-01' })).response.status).toBe(201);
    expect((await readTrack(partner)).data).toMatchObject({ state: 'implemented', phase: 'fulfilled', version: 3 });

    const { data: recorded } = await history(auditor);
    expect(
      recorded!.items.map(({ transition, actor, occurredOn, recordedAt }) => [
        transition,
        actor.name,
        occurredOn,
        typeof recordedAt,
      ]),
    ).toEqual([
      ['claim', 'Edita', '2013-03-21', 'string'],
      ['verify', 'Vera', '2013-04-01', 'string'],
    ]);
    const { data: seen } = await history(partner);
    expect(seen!.items[0]!.actor.name).not.toBe('Edita'); // Another organization's people are pseudonyms.
    const events = await world.a.rows<{ action: string; object_id: string }>(
      `SELECT action, object_id FROM audit_event WHERE workspace_id = $1 ORDER BY at`,
      [world.a.workspaceId],
    );
    expect(events.filter((e) => e.action === 'track.transitioned').map((e) => e.object_id)).toEqual([trackId, trackId]);
  });

  test("another workspace's recommendation does not exist", async () => {
    const elsewhere = await world.a.otherWorkspace();
    const foreign = await elsewhere.recommendation();
    for (const slug of [workspace, elsewhere.slug]) {
      const { response } = await editor.GET('/api/v1/workspaces/{workspace}/recommendations/{id}', {
        params: { path: { workspace: slug, id: foreign } },
      });
      expect(response.status).toBe(404);
    }
  });
});
