// The timeline of a recommendation: all tracks in one list, in words, and nothing that the reader may not see.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { ROLES } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let other: string;
let editor: Member;
let verifier: Member;
let api: Caller;
let recommendation: string;
let followUp: Awaited<ReturnType<World['a']['followUp']>>;

beforeEach(async () => {
  world = await openWorld();
  other = await world.a.organization('Europe for Korea');
  editor = await world.a.member();
  verifier = await world.a.member({ roles: ['verifier'], organizationId: other });
  api = world.as(editor);
  recommendation = await world.a.recommendation();
  const addressee_id = await world.a.addressee({ code: 'EU', name: 'European Union', names: { ko: '유럽연합' } });
  followUp = await world.a.followUp({ recommendation_id: recommendation, addressee_id });
});

afterEach(() => world.close());

const move = async (trackId: string, body: Record<string, unknown>, by = api): Promise<Answer> => {
  const answer = await by.post(`/tracks/${trackId}/transitions`, { occurredOn: null, note: 'Why.', ...body });
  expect([answer.status, answer.body['errors']]).toEqual([201, undefined]);
  return answer;
};
const timeline = async (query = '', by = api, language = 'en'): Promise<Record<string, any>[]> =>
  (await by.get(`/recommendations/${recommendation}/timeline${query}`, { 'accept-language': language })).body['items'];

/** Begun, claimed on two origins, verified by another organization. */
async function verified(): Promise<string[]> {
  const track = followUp.implementation;
  const evidence = [await world.a.evidence(editor), await world.a.evidence(editor)];
  for (const id of evidence) await world.a.link(track, id, editor);
  await move(track, { transition: 'start', occurredOn: '2011', evidenceIds: [evidence[0]] });
  await move(track, { transition: 'claim', occurredOn: '2013-03-21', evidenceIds: evidence });
  await move(track, { transition: 'verify', occurredOn: '2013-04' }, world.as(verifier));
  return evidence;
}

describe('the timeline', () => {
  it('tells all tracks newest first, in words', async () => {
    const evidence = await verified();
    const [publication] = await world.a.rows<{ id: string }>(
      `SELECT id FROM track WHERE recommendation_id = $1 AND axis = 'publication'`,
      [recommendation],
    );
    await move(publication!.id, { transition: 'submit', occurredOn: '2012-05' });
    const items = await timeline();
    expect(items.map((i) => [i['axis'], i['transition'], i['to'], i['phase']])).toEqual([
      ['implementation', 'verify', 'implemented', 'fulfilled'],
      ['implementation', 'claim', 'reported-implemented', 'progressing'],
      ['publication', 'submit', 'in-review', null],
      ['implementation', 'start', 'under-way', 'progressing'],
    ]);
    expect(items[1]).toMatchObject({
      followUpId: followUp.id,
      trackId: followUp.implementation,
      addressee: { code: 'EU', name: 'European Union' },
      label: 'Reported implemented, awaiting check',
      occurredOn: '2013-03-21',
      note: 'Why.',
      actor: { name: editor.name },
    });
    expect(items[1]!['evidence'].map((e: { id: string }) => e.id).sort()).toEqual([...evidence].sort());
    expect(items[2]).toMatchObject({ followUpId: null, addressee: null, transitionLabel: 'Submit for review' });
    expect((await timeline('?sort=recordedAt')).map((i) => i['transition'])).toEqual([
      'start',
      'claim',
      'verify',
      'submit',
    ]);
  });

  it('speaks Korean, of what every workflow has too', async () => {
    await verified();
    await move(followUp.response, {
      transition: 'open',
      to: 'accepted',
      occurredOn: '2010',
      evidenceIds: [await world.a.evidence(editor)],
    });
    const items = await timeline('', api, 'ko');
    expect(items.find((i) => i['transition'] === 'start')).toMatchObject({
      addressee: { name: '유럽연합' },
      transitionLabel: '착수 기록',
      label: '진행 중',
    });
    expect(items.find((i) => i['transition'] === 'open')).toMatchObject({
      axis: 'response',
      transitionLabel: '과거 상태 입력',
    });
  });

  it('shows what was corrected and by what, and pages with a cursor', async () => {
    const track = followUp.implementation;
    const piece = await world.a.evidence(editor);
    await world.a.link(track, piece, editor);
    const { body } = await move(track, { transition: 'start', occurredOn: '2011', evidenceIds: [piece] });
    await move(track, {
      transition: 'correct',
      corrects: body['id'],
      to: 'no-action',
      occurredOn: '2011',
      evidenceIds: [piece],
    });
    const [correction, wrong] = await timeline();
    expect([correction!['corrects'], wrong!['correctedBy']]).toEqual([body['id'], correction!['id']]);
    const first = await api.get(`/recommendations/${recommendation}/timeline?limit=1`);
    const second = await api.get(
      `/recommendations/${recommendation}/timeline?limit=1&cursor=${String(first.body['nextCursor'])}`,
    );
    expect([first.body['items'][0].id, second.body['items'][0].id]).toEqual([correction!['id'], wrong!['id']]);
    expect(second.body['nextCursor']).toBeNull();
  });

  it('is read by every role, without what is not theirs', async () => {
    const mine = await world.a.evidence(editor, { confidentiality: 'organization' });
    const sealed = await world.a.evidence(editor, { confidentiality: 'restricted' });
    await verified();
    const [, claim] = await timeline();
    for (const evidence_id of [mine, sealed])
      await world.a.insert('transition_evidence', {
        workspace_id: world.a.workspaceId,
        transition_id: claim!['id'],
        evidence_id,
        evidence_version: 1,
        stance: 'supports',
      });
    for (const role of ROLES) {
      const theirs = world.as(await world.a.member({ roles: [role], organizationId: other }));
      const items = await timeline('', theirs);
      expect(items.map((i) => [i['transition'], i['evidence'].length])).toEqual([
        ['verify', 0],
        ['claim', 2],
        ['start', 1],
      ]);
    }
    expect((await timeline())[1]!['evidence'].map((e: { id: string }) => e.id)).toContain(mine);
    expect((await timeline())[1]!['evidence'].map((e: { id: string }) => e.id)).not.toContain(sealed);
  });

  it('is not there for whoever may not know the recommendation', async () => {
    await verified();
    const own = await world.a.recommendation({ confidentiality: 'organization' });
    const partner = world.as(await world.a.member({ roles: ['partner'], organizationId: other }));
    expect((await partner.get(`/recommendations/${own}/timeline`)).status).toBe(404);
    expect((await api.get(`/recommendations/${own}/timeline`)).body['items']).toEqual([]);
    const elsewhere = await world.a.otherWorkspace();
    const outsider = world.as(await elsewhere.member(), elsewhere.slug);
    expect((await outsider.get(`/recommendations/${recommendation}/timeline`)).status).toBe(404);
    expect((await api.get(`/recommendations/${uuid()}/timeline`)).status).toBe(404);
    expect((await api.get(`/recommendations/${recommendation}/timeline?sort=note`)).status).toBe(400);
  });
});
