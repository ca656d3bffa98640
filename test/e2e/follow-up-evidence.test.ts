// The evidence of a follow-up in one request: both tracks, with what its page shows of each piece.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { ROLES } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let other: string;
let editor: Member;
let api: Caller;
let followUp: Awaited<ReturnType<World['a']['followUp']>>;

beforeEach(async () => {
  world = await openWorld();
  other = await world.a.organization('Europe for Korea');
  editor = await world.a.member();
  api = world.as(editor);
  followUp = await world.a.followUp();
});

afterEach(() => world.close());

const evidence = async (by = api): Promise<Record<string, any>[]> =>
  (await by.get(`/follow-ups/${followUp.id}/evidence`)).body['items'];
const shown = async (by = api): Promise<string[]> =>
  (await evidence(by)).map((l) => `${String(l['axis'])} ${String(l['stance'])} ${String(l['evidence'].title)}`).sort();

describe('the evidence of a follow-up', () => {
  it('is that of both tracks, with what is needed to weigh it', async () => {
    const { body } = await api.post('/evidence', {
      kind: 'link',
      title: 'Panel report',
      url: 'https://example.org/panel',
      finding: 'Permits were given.',
      publisher: 'A panel',
      publishedOn: '2012-06',
      origin: 'The panel',
      reliability: 'B',
      credibility: 2,
    });
    await api.post(`/tracks/${followUp.implementation}/evidence`, { evidenceId: body['id'], stance: 'supports' });
    await world.a.link(followUp.response, await world.a.evidence(editor, { title: 'Press' }), editor, {
      stance: 'contradicts',
    });
    expect(await shown()).toEqual(['implementation supports Panel report', 'response contradicts Press']);
    const panel = (await evidence()).find((l) => l['axis'] === 'implementation');
    expect(panel).toMatchObject({
      trackId: followUp.implementation,
      linkedBy: { name: editor.name },
      evidence: {
        id: body['id'],
        finding: 'Permits were given.',
        publisher: 'A panel',
        publishedOn: '2012-06',
        reliability: 'B',
        credibility: 2,
        origin: { name: 'The panel' },
        mediaType: null,
        size: null,
        enteredBy: { name: editor.name },
        version: 1,
      },
    });
  });

  it('stands as it was said last: changed, taken off, withdrawn', async () => {
    const [changed, off, gone] = [
      await world.a.evidence(editor, { title: 'Changed' }),
      await world.a.evidence(editor, { title: 'Off' }),
      await world.a.evidence(editor, { title: 'Gone' }),
    ];
    for (const id of [changed, off, gone])
      await api.post(`/tracks/${followUp.implementation}/evidence`, { evidenceId: id, stance: 'supports' });
    await api.post(`/tracks/${followUp.implementation}/evidence`, { evidenceId: changed, stance: 'contradicts' });
    await api.delete(`/tracks/${followUp.implementation}/evidence/${off}`);
    await api.post(`/evidence/${gone}/withdrawal`, { reason: 'A mistake.' });
    expect(await shown()).toEqual(['implementation contradicts Changed', 'implementation supports null']);
    const withdrawn = (await evidence()).find((l) => l['evidence'].id === gone)!['evidence'];
    expect(withdrawn).toMatchObject({
      withdrawal: 'withdrawn',
      finding: null,
      publisher: null,
      origin: null,
      url: null,
    });
  });

  it('shows to each role what they may know, and no words of what is restricted', async () => {
    const track = followUp.implementation;
    await world.a.link(track, await world.a.evidence(editor, { title: 'All' }), editor);
    const own = await world.a.evidence(editor, { title: 'Own', confidentiality: 'organization' });
    await world.a.link(track, own, editor);
    const { body } = await api.post('/evidence', {
      kind: 'link',
      title: 'Sealed',
      url: 'https://example.org/sealed',
      finding: 'A name.',
      confidentiality: 'restricted',
    });
    await world.a.link(track, body['id'], editor);
    const ours = ['implementation supports All', 'implementation supports Own'];
    for (const role of ROLES) {
      const here = world.as(await world.a.member({ roles: [role] }));
      const there = world.as(await world.a.member({ roles: [role], organizationId: other }));
      expect([role, await shown(here), await shown(there)]).toEqual([role, ours, ours.slice(0, 1)]);
    }
    expect(await shown()).toEqual([...ours, 'implementation supports Sealed']);
    expect((await evidence()).find((l) => l['evidence'].title === 'Sealed')!['evidence'].finding).toBeNull();
  });

  it('is not there for whoever may not know the follow-up', async () => {
    const own = await world.a.followUp({
      recommendation_id: await world.a.recommendation({ confidentiality: 'organization' }),
    });
    const partner = world.as(await world.a.member({ roles: ['partner'], organizationId: other }));
    expect((await partner.get(`/follow-ups/${own.id}/evidence`)).status).toBe(404);
    expect((await api.get(`/follow-ups/${own.id}/evidence`)).status).toBe(200);
    const elsewhere = await world.a.otherWorkspace();
    const outsider = world.as(await elsewhere.member(), elsewhere.slug);
    expect((await outsider.get(`/follow-ups/${followUp.id}/evidence`)).status).toBe(404);
    expect((await api.get(`/follow-ups/${uuid()}/evidence`)).status).toBe(404);
  });
});
