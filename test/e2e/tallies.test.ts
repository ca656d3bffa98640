// Numbers that are counted and kept: the question, both instants, the sentence, what was counted and on what basis.

import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import type { Member, Row } from '../factories/factories.js';
import { countEvents, openedEvents, refused } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let verifier: Member;
let other: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ name: 'Han Ji-won' });
  const theirs = await world.a.organization('Second Organization');
  verifier = await world.a.member({ roles: ['verifier'], organizationId: theirs });
  other = await world.a.member({ roles: ['partner'], organizationId: theirs });
});
afterEach(() => world.close());

const ok = async (answer: Promise<Answer>): Promise<Record<string, any>> => {
  const { status, body } = await answer;
  expect([200, 201, JSON.stringify(body)]).toContain(status);
  return body;
};
const get = (path: string, by = editor) => ok(world.as(by).get(path));
const keep = (given: Row = {}, by = editor) =>
  ok(world.as(by).post('/tallies', { title: 'Fulfilled', axis: 'implementation', phases: ['fulfilled'], ...given }));
const itemsOf = async (id: string, by = editor): Promise<Record<string, any>[]> =>
  (await get(`/tallies/${id}/items`, by))['items'];

const move = (track: string, transition: string, given: Row = {}, by = editor) =>
  ok(world.as(by).post(`/tracks/${track}/transitions`, { transition, note: 'Because.', occurredOn: null, ...given }));

/** Claimed by one organization and verified by another, as the workflow asks. */
async function fulfil(track: string, claimedOn: string, verifiedOn: string): Promise<void> {
  const pieces = [await world.a.evidence(editor), await world.a.evidence(editor)];
  for (const id of pieces) {
    await world.a.rows(
      'UPDATE evidence SET reliability = $2, credibility = 2, verified_by = $3, verified_at = now() WHERE id = $1',
      [id, 'B', verifier.actor.personId],
    );
    await world.a.link(track, id, editor);
  }
  await move(track, 'claim', { occurredOn: claimedOn, evidenceIds: pieces });
  await move(track, 'verify', { occurredOn: verifiedOn }, verifier);
}
const numberOf = async () => Number((await world.a.rows<{ n: string }>('SELECT count(*) AS n FROM tally'))[0]!.n);

describe('a tally', () => {
  test('of a period says its number as a sentence, with what was left out, and who claimed and verified each', async () => {
    const china = await world.a.addressee({ name: 'China', names: { ko: '중국' } });
    const done = await world.a.followUp({ addressee_id: china });
    await fulfil(done.implementation, '2024-03-01', '2024-05-01');
    await world.a.followUp({ addressee_id: china });
    const brought = await world.a.followUp({ addressee_id: china });
    const piece = await world.a.evidence(editor);
    await move(brought.implementation, 'open', { to: 'implemented', occurredOn: '2024-06', evidenceIds: [piece] });
    const closed = await world.a.followUp({ addressee_id: china });
    await ok(
      world
        .as(editor)
        .post(`/follow-ups/${closed.id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' }),
    );
    const refused = await world.a.followUp({ addressee_id: china });
    await move(refused.implementation, 'find-no-action', { evidenceIds: [await world.a.evidence(editor)] });
    await world.a.followUp();
    const before = await countEvents(world);
    const tally = await keep({
      title: 'Fulfilled in 2024',
      from: '2024-01-01',
      to: '2024-12-31',
      addresseeIds: [china],
    });
    expect(await countEvents(world)).toBe(before + 1);
    expect(tally).toMatchObject({
      title: 'Fulfilled in 2024',
      number: 1,
      total: 4,
      notCounted: { closed: 1, broughtIn: 1, voided: 0, unknown: 1, others: 1 },
      from: '2024-01-01',
      to: '2024-12-31',
      addressees: [{ id: china, name: 'China' }],
      by: { name: 'Han Ji-won', organization: { name: 'First Organization' } },
    });
    const minute = `${(tally['knownAt'] as string).slice(0, 16).replace('T', ' ')} UTC`;
    expect(tally['sentence']).toBe(
      '1 of 4 follow-ups (of China) came to "fulfilled" (what was done) from 2024-01-01 to 2024-12-31. Not counted: 1 closed, ' +
        '1 of which nothing is known yet, 1 with history that was brought in, which does not say when it began, 1 that stand otherwise. ' +
        `As of ${tally['asOf'] as string}, as recorded by ${minute}.`,
    );
    const korean = await world.as(editor).get(`/tallies/${tally['id'] as string}`, { 'accept-language': 'ko' });
    expect(korean.body['sentence']).toContain('후속 조치 4건 (대상: 중국) 가운데 1건');
    const [item, ...more] = await itemsOf(tally['id']);
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      followUp: { id: done.id, addressee: { name: 'China' } },
      moves: [
        {
          transition: 'verify',
          label: 'Implemented',
          occurredOn: '2024-05-01',
          by: { organization: { name: 'Second Organization' } },
          before: {
            transition: 'claim',
            by: { name: 'Han Ji-won' },
            evidence: [{ stance: 'supports' }, { stance: 'supports' }],
          },
        },
      ],
    });
    const [event] = await openedEvents(world, tally['id']);
    expect(event).toMatchObject({ action: 'tally.kept', details: { number: 1, total: 4, addresseeIds: [china] } });
    expect((await get('/tallies'))['items']).toMatchObject([{ id: tally['id'], number: 1 }]);
  });

  test('is kept, and counted again at its instants it is the same, whatever was recorded since', async () => {
    const followUp = await world.a.followUp();
    await fulfil(followUp.implementation, '2024-03-01', '2024-05-01');
    for (const given of [{}, { from: '2024-01-01', to: '2024-12-31' }]) {
      for (const unit of ['followUp', 'recommendation']) {
        const { id, number, ...said } = await keep({ unit, ...given });
        expect(number).toBe(1);
        const late = await world.a.followUp();
        await fulfil(late.implementation, '2024-03-01', '2024-05-01');
        expect(await get(`/tallies/${id as string}`)).toEqual({ id, number, ...said });
        expect(await get(`/tallies/${id as string}/recount`)).toEqual({
          ...{ number: 1, recounted: 1, same: true, gone: [], added: [] },
          ...{ asOf: said['asOf'], knownAt: said['knownAt'] },
        });
        await world.a.rows('UPDATE recommendation SET created_at = created_at WHERE id = $1', [late.recommendationId]);
        await ok(
          world.as(editor).post(`/follow-ups/${late.id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'x' }),
        );
      }
    }
    const past = await keep({ asOf: '2024-04-30' });
    expect(past).toMatchObject({ asOf: '2024-04-30', number: 0 });
    expect((await get(`/tallies/${past['id'] as string}/recount`))['same']).toBe(true);
  });

  test('of recommendations says what their follow-ups add up to, and names the moves of all of them', async () => {
    const ask = await world.a.recommendation();
    const [one, two] = [
      await world.a.followUp({ recommendation_id: ask }),
      await world.a.followUp({ recommendation_id: ask }),
    ];
    await fulfil(one.implementation, '2024-03-01', '2024-05-01');
    expect(await keep({ unit: 'recommendation' })).toMatchObject({ number: 0, total: 1, notCounted: { others: 1 } });
    await fulfil(two.implementation, '2025-03-01', '2025-05-01');
    const { id, sentence, number } = await keep({ unit: 'recommendation' });
    expect(number).toBe(1);
    expect(sentence).toMatch(/^1 of 1 recommendation stood at "fulfilled" \(what was done\)\. As of /);
    const [item] = await itemsOf(id as string);
    expect(item).toMatchObject({ recommendation: { id: ask }, followUp: null });
    expect(item!['moves'].map((m: Row) => m['occurredOn'])).toEqual(['2024-05-01', '2025-05-01']);
    const year = (y: string) => ({ unit: 'recommendation', from: `${y}-01-01`, to: `${y}-12-31` });
    expect((await keep(year('2024')))['number']).toBe(0);
    expect((await keep(year('2025')))['number']).toBe(1);
    // The second was claimed in 2025 only: together they were progressing since 2024.
    expect((await keep({ ...year('2024'), phases: ['progressing'] }))['number']).toBe(1);
    expect((await keep({ ...year('2025'), phases: ['progressing'] }))['number']).toBe(0);
  });

  test('counts what the whole coalition may read, and nothing that an organization keeps to itself, not even its own', async () => {
    const own = await world.a.recommendation({
      confidentiality: 'organization',
      organization_id: editor.actor.organizationId,
    });
    await world.a.followUp({ recommendation_id: own, implementation: 'implemented' });
    expect(await keep()).toMatchObject({ number: 0, total: 0, notCounted: { others: 0 } });
    const [mine, theirs] = [await keep({}, editor), await keep({}, other)];
    expect(mine['number']).toBe(theirs['number']);
  });

  test('what was raised since is seen by its organization alone, and the recount says so', async () => {
    const { id: followUp, recommendationId, implementation } = await world.a.followUp();
    await fulfil(implementation, '2024-03-01', '2024-05-01');
    const { id } = await keep();
    await world.a.rows(`UPDATE recommendation SET confidentiality = 'organization' WHERE id = $1`, [recommendationId]);
    expect(await itemsOf(id as string, other)).toEqual([]);
    expect(await itemsOf(id as string)).toHaveLength(1);
    expect((await get(`/tallies/${id as string}/items?count=true`, other))['count']).toBe(0);
    const gone = [{ recommendationId, followUpId: followUp, why: 'not-shared' }];
    expect(await get(`/tallies/${id as string}/recount`)).toMatchObject({ number: 1, recounted: 0, same: false, gone });
    expect(await get(`/tallies/${id as string}/recount`, other)).toMatchObject({ recounted: 0, same: false, gone: [] });
    expect(await get(`/tallies/${id as string}`, other)).toMatchObject({ number: 1 });
  });

  test('a piece that one may not see is not in the basis, and a withdrawn one has no title', async () => {
    const { implementation } = await world.a.followUp({ implementation: 'not-assessed' });
    const restricted = await world.a.evidence(editor, { confidentiality: 'restricted' });
    const [organizations, open] = [
      await world.a.evidence(editor, { confidentiality: 'organization' }),
      await world.a.evidence(editor),
    ];
    const { id: transitionId } = await move(implementation, 'find-no-action', { evidenceIds: [open] });
    for (const evidence_id of [restricted, organizations])
      await world.a.insert('transition_evidence', {
        ...{
          workspace_id: world.a.workspaceId,
          transition_id: transitionId,
          evidence_id,
          evidence_version: 1,
          stance: 'supports',
        },
      });
    const { id } = await keep({ phases: ['not-started'] });
    const cited = async (by: Member) =>
      (await itemsOf(id as string, by))[0]!['moves'][0].evidence.map((e: Row) => e['id']).sort();
    expect(await cited(other)).toEqual([open]);
    expect(await cited(await world.a.member())).toEqual([open, organizations].sort());
    await ok(world.as(editor).post(`/evidence/${open}/withdrawal`, { reason: 'A name in it.' }));
    expect((await itemsOf(id as string, other))[0]!['moves'][0].evidence).toMatchObject([{ id: open, title: null }]);
  });

  test('what is named otherwise since is told by the recount', async () => {
    const [was, is] = [await world.a.source(), await world.a.source()];
    const recommendation_id = await world.a.recommendation({ source_id: was });
    const { id: followUpId } = await world.a.followUp({ recommendation_id });
    const kept = await keep({ phases: ['unknown'], sourceIds: [was] });
    const later = await keep({ phases: ['unknown'], sourceIds: [is] });
    await world.a.rows('UPDATE recommendation SET source_id = $2 WHERE id = $1', [recommendation_id, is]);
    const it = { recommendationId: recommendation_id, followUpId };
    expect(await get(`/tallies/${kept['id'] as string}/recount`)).toMatchObject({
      same: false,
      gone: [{ ...it, why: 'named-otherwise' }],
      added: [],
    });
    expect(await get(`/tallies/${later['id'] as string}/recount`)).toMatchObject({
      same: false,
      gone: [],
      added: [{ ...it, why: 'now-shared' }],
    });
  });

  it.each([
    ['phases of the other side', { phases: ['agreed'] }, 422, 'foreign-phase'],
    ['no phases', { phases: [] }, 400, 'invalid-input'],
    ['half a period', { from: '2024-01-01' }, 422, 'half-a-period'],
    ['a period that ends before it begins', { from: '2024-01-02', to: '2024-01-01' }, 422, 'ends-before'],
    ['a theme that is not there', { themeIds: ['0192e0a0-0000-7000-8000-000000000000'] }, 404, 'not-found'],
  ])('refuses %s, and nothing is kept', async (_, given, status, code) => {
    const body = { title: 'x', axis: 'implementation', phases: ['fulfilled'], ...given };
    await refused(world, () => world.as(editor).post('/tallies', body), status, code);
    expect(await numberOf()).toBe(0);
  });

  test('is kept by members who write, and read by auditors too', async () => {
    const auditor = await world.a.member({ roles: ['auditor'] });
    const { id } = await keep({}, other);
    expect((await get(`/tallies/${id as string}`, auditor))['number']).toBe(0);
    expect((await get(`/tallies/${id as string}/recount`, auditor))['same']).toBe(true);
    const { status } = await world.as(auditor).post('/tallies', { title: 'x', axis: 'response', phases: ['agreed'] });
    expect(status).toBe(403);
  });
});
