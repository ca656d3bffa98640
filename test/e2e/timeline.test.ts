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
const timeline = async (query = '?kind=move', by = api, language = 'en'): Promise<Record<string, any>[]> =>
  (await by.get(`/recommendations/${recommendation}/timeline${query}`, { 'accept-language': language })).body['items'];
const moves = (items: Record<string, any>[]): Record<string, any>[] => items.map((entry) => entry['move']);

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
    expect(items.map(({ axis, move }) => [axis, move.transition, move.to, move.phase])).toEqual([
      ['implementation', 'verify', 'implemented', 'fulfilled'],
      ['implementation', 'claim', 'reported-implemented', 'progressing'],
      ['publication', 'submit', 'in-review', null],
      ['implementation', 'start', 'under-way', 'progressing'],
    ]);
    expect(items[1]).toMatchObject({
      kind: 'move',
      followUpId: followUp.id,
      addressee: { code: 'EU', name: 'European Union' },
      occurredOn: '2013-03-21',
      actor: { name: editor.name },
      move: { trackId: followUp.implementation, label: 'Reported implemented, awaiting check', note: 'Why.' },
    });
    expect(items[1]!['move'].evidence.map((e: { id: string }) => e.id).sort()).toEqual([...evidence].sort());
    expect(items[2]).toMatchObject({
      followUpId: null,
      addressee: null,
      move: { transitionLabel: 'Submit for review' },
    });
    expect(moves(await timeline('?sort=recordedAt&kind=move')).map((i) => i['transition'])).toEqual([
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
    const items = await timeline('?kind=move', api, 'ko');
    expect(items.find(({ move }) => move.transition === 'start')).toMatchObject({
      addressee: { name: '유럽연합' },
      move: { transitionLabel: '착수 기록', label: '진행 중' },
    });
    expect(items.find(({ move }) => move.transition === 'open')).toMatchObject({
      axis: 'response',
      move: { transitionLabel: '과거 상태 입력' },
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
    expect([correction!['move'].corrects, wrong!['move'].correctedBy]).toEqual([body['id'], correction!['id']]);
    const first = await api.get(`/recommendations/${recommendation}/timeline?kind=move&limit=1`);
    const second = await api.get(
      `/recommendations/${recommendation}/timeline?kind=move&limit=1&cursor=${String(first.body['nextCursor'])}`,
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
      const items = moves(await timeline('?kind=move', theirs));
      expect(items.map((i) => [i['transition'], i['evidence'].length])).toEqual([
        ['verify', 0],
        ['claim', 2],
        ['start', 1],
      ]);
    }
    expect((await timeline())[1]!['move'].evidence.map((e: { id: string }) => e.id)).toContain(mine);
    expect((await timeline())[1]!['move'].evidence.map((e: { id: string }) => e.id)).not.toContain(sealed);
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
    expect((await api.get(`/recommendations/${recommendation}/timeline?kind=note`)).status).toBe(400);
  });
});

describe('the whole story', () => {
  /** Asked by a letter, due and put off, moved on a piece that was attached before, closed and taken up again. */
  async function lived(): Promise<void> {
    const track = followUp.implementation;
    const piece = await world.a.evidence(editor, { title: 'A report' });
    const asked = { addresseeIds: [await addressee()], recommendationIds: [recommendation], summary: 'A letter.' };
    await made('/engagements', { ...asked, kind: 'letter', occurredOn: '2010-06', awaitedOn: '2010-09' });
    const due = { axis: 'implementation', dueOn: '2012', basis: 'Paragraph 9.' };
    const { body } = await made(`/follow-ups/${followUp.id}/deadlines`, due);
    const later = { dueOn: '2014-06', extendedBy: 'The Council', basis: 'Its letter.' };
    await made(`/deadlines/${String(body['id'])}/extensions`, later);
    await made(`/tracks/${track}/evidence`, { evidenceId: piece, stance: 'supports' });
    await move(track, { transition: 'start', occurredOn: '2011', evidenceIds: [piece] });
    const closing = { kind: 'superseded', occurredOn: '2013-05-01', reason: 'There is a newer one.' };
    await made(`/follow-ups/${followUp.id}/closing`, closing);
    const { version } = (await api.get(`/follow-ups/${followUp.id}`)).body;
    expect((await api.delete(`/follow-ups/${followUp.id}/closing`, Number(version))).status).toBe(204);
  }
  const addressee = async (): Promise<string> =>
    (await api.get(`/follow-ups/${followUp.id}`)).body['addressee'].id as string;
  const made = async (path: string, body: Record<string, unknown>): Promise<Answer> => {
    const answer = await api.post(path, body);
    expect([answer.status, answer.body['errors']]).toEqual([201, undefined]);
    return answer;
  };
  const brief = (items: Record<string, any>[]): unknown[] => items.map(({ kind, occurredOn }) => [kind, occurredOn]);
  const today = async (): Promise<string> =>
    (
      await world.a.rows<{ day: string }>(
        `SELECT ((clock_timestamp() AT TIME ZONE time_zone)::date)::text AS day FROM workspace WHERE id = $1`,
        [world.a.workspaceId],
      )
    )[0]!.day;

  it('is in one list: what was asked, due, put off, attached, moved, closed and taken up again', async () => {
    await lived();
    const items = await timeline('');
    const now = await today();
    expect(brief(items)).toEqual(
      expect.arrayContaining([
        ['closing', now],
        ['evidence', now],
        ['extension', '2014-06'],
        ['closing', '2013-05-01'],
        ['deadline', '2012'],
        ['move', '2011'],
        ['engagement', '2010-06'],
      ]),
    );
    expect(brief(items.slice(2))).toEqual([
      ['extension', '2014-06'],
      ['closing', '2013-05-01'],
      ['deadline', '2012'],
      ['move', '2011'],
      ['engagement', '2010-06'],
    ]);
    const of = (kind: string): Record<string, any> => items.find((entry) => entry['kind'] === kind)!;
    expect(of('deadline')).toMatchObject({
      axis: 'implementation',
      followUpId: followUp.id,
      addressee: { code: 'EU' },
      deadline: { basis: 'Paragraph 9.', extendedBy: null, putOff: true },
    });
    expect(of('extension')['deadline']).toEqual({
      basis: 'Its letter.',
      condition: null,
      extendedBy: 'The Council',
      putOff: false,
    });
    expect(of('engagement')).toMatchObject({
      actor: null,
      engagement: {
        kind: 'letter',
        awaitedOn: '2010-09',
        outcome: null,
        addressees: [{ code: 'EU' }],
        silent: [{ code: 'EU' }],
      },
    });
    const days = Math.round((Date.parse(now) - Date.parse('2010-06-30')) / 86_400_000);
    expect(of('engagement')['engagement'].days).toBe(days);
    expect(of('evidence')).toMatchObject({
      axis: 'implementation',
      addressee: { code: 'EU' },
      link: { stance: 'supports', shows: null, evidence: { title: 'A report' } },
    });
    expect(items.filter(({ kind }) => kind === 'closing').map(({ closing }) => closing)).toEqual([
      { act: 'reopened', kind: null, reason: null },
      { act: 'closed', kind: 'superseded', reason: 'There is a newer one.' },
    ]);
  });

  it('is read page by page, by kind, and by when it was entered, each entry once', async () => {
    await lived();
    const all = await timeline('');
    const pieces: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await api.get(`/recommendations/${recommendation}/timeline?limit=2&count=true${cursor}`);
      expect(body['count']).toBe(all.length);
      pieces.push(...body['items'].map(({ id }: { id: string }) => id));
      if (body['nextCursor'] === null) break;
      cursor = `&cursor=${String(body['nextCursor'])}`;
    }
    expect(pieces).toEqual(all.map(({ id }) => id));
    expect(brief(await timeline('?kind=deadline,extension'))).toEqual([
      ['extension', '2014-06'],
      ['deadline', '2012'],
    ]);
    expect((await timeline('?sort=recordedAt')).map(({ kind }) => kind)).toEqual([
      'engagement',
      'deadline',
      'extension',
      'evidence',
      'move',
      'closing',
      'closing',
    ]);
    expect(await timeline('?updatedSince=2999-01-01T00:00:00Z')).toEqual([]);
  });

  it('ends the silence of whoever answers', async () => {
    await lived();
    await move(followUp.response, {
      transition: 'open',
      to: 'accepted',
      occurredOn: '2012-01',
      evidenceIds: [await world.a.evidence(editor)],
    });
    const [letter] = await timeline('?kind=engagement');
    expect(letter!['engagement'].silent).toEqual([]);
  });

  it("leaves out what is not the reader's, whole entries too", async () => {
    await lived();
    const track = followUp.implementation;
    for (const confidentiality of ['organization', 'restricted'])
      await world.a.link(track, await world.a.evidence(editor, { confidentiality }), editor);
    const quiet = { kind: 'meeting', occurredOn: '2012-02', summary: 'Over tea.', confidentiality: 'organization' };
    await made('/engagements', { ...quiet, addresseeIds: [await addressee()], recommendationIds: [recommendation] });
    const kinds = async (by: Caller): Promise<string[]> =>
      (await timeline('?kind=evidence,engagement', by)).map(({ kind, link }) =>
        kind === 'evidence' ? link.evidence.confidentiality : kind,
      );
    expect((await kinds(api)).sort()).toEqual(['coalition', 'engagement', 'engagement', 'organization']);
    const partner = world.as(await world.a.member({ roles: ['partner'], organizationId: other }));
    expect((await kinds(partner)).sort()).toEqual(['coalition', 'engagement']);
  });

  it('comes with the recommendation where it is asked for, with the way to the rest', async () => {
    await lived();
    const track = followUp.implementation;
    for (let n = 0; n < 15; n++) await world.a.link(track, await world.a.evidence(editor), editor);
    const all = await timeline('?limit=50');
    const { body, headers } = await api.get(`/recommendations/${recommendation}?timeline=true`);
    expect(body['timeline'].items).toEqual(all.slice(0, 20));
    const rest = await timeline(`?limit=20&cursor=${String(body['timeline'].nextCursor)}`);
    expect(rest).toEqual(all.slice(20));
    const plain = await api.get(`/recommendations/${recommendation}`);
    expect(plain.body['timeline']).toBeUndefined();
    const { timeline: _timeline, ...same } = body;
    expect([same, headers['etag']]).toEqual([plain.body, plain.headers['etag']]);
  });
});
