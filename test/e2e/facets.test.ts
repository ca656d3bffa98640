// Facets of follow-ups, and their search: each count is what the list would answer.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;
let ids: Record<'china' | 'union' | 'labour' | 'refugees' | 'letter' | 'report', string>;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ name: 'Edita' });
  api = world.as(editor);
  ids = {
    china: await world.a.addressee({ code: 'CN', name: 'China', names: { ko: '중국' } }),
    union: await world.a.addressee({ code: 'EU', name: 'European Union', aliases: ['Brussels'] }),
    labour: await world.a.theme('labour'),
    refugees: await world.a.theme('refugees'),
    letter: await world.a.source({ title: 'Letter' }),
    report: await world.a.source({ title: 'Report' }),
  };
  const [labour, refugees, own, due] = [
    await world.a.recommendation({ source_id: ids.letter, title: 'Permit labour visits' }),
    await world.a.recommendation({ source_id: ids.report, title: '강제송환 중단' }),
    await world.a.recommendation({ source_id: ids.report, title: 'Own', confidentiality: 'organization' }),
    await world.a.recommendation({ source_id: ids.letter, title: 'Due' }),
  ];
  const on = (recommendation_id: string, addressee_id: string, given = {}) =>
    world.a.followUp({ recommendation_id, addressee_id, ...given });
  await on(labour, ids.china, { response: 'accepted', owner_id: editor.actor.membershipId });
  await on(labour, ids.union, { response: 'rejected', implementation: 'implemented' });
  await on(refugees, ids.china);
  await on(own, ids.china);
  const closed = await on(refugees, ids.union);
  await api.post(`/follow-ups/${closed.id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' });
  await api.post(`/follow-ups/${(await on(due, ids.china)).id}/deadlines`, {
    axis: 'response',
    dueOn: '2020-01-01',
    basis: 'The letter.',
  });
  const { labour: l, refugees: r } = ids;
  for (const [recommendation_id, theme_id] of [
    [labour, l],
    [refugees, r],
    [refugees, l],
    [own, r],
    [due, l],
  ])
    await world.a.insert('recommendation_theme', { workspace_id: world.a.workspaceId, recommendation_id, theme_id });
});

afterEach(() => world.close());

type Facets = Record<string, { key: string; label: string | null; count: number }[]>;
const facets = async (query = '', by = api, language = 'en'): Promise<Facets> =>
  (await by.get(`/follow-ups/facets?${query}`, { 'accept-language': language })).body;
const counts = (found: Facets, name: string): Record<string, number> =>
  Object.fromEntries(found[name]!.map(({ key, label, count }) => [label ?? key, count]));
const listed = async (query: string, by = api): Promise<number> =>
  (await by.get(`/follow-ups?limit=1&count=true&${query}`)).body['count'];

describe('facets', () => {
  it('count each value, most first, in words', async () => {
    const found = await facets();
    expect(found['addressee']!.map(({ label, count }) => [label, count])).toEqual([
      ['China', 4],
      ['European Union', 2],
    ]);
    expect(counts(found, 'theme')).toEqual({ labour: 5, refugees: 3 });
    expect(counts(found, 'source')).toEqual({ Letter: 3, Report: 3 });
    expect(counts(found, 'owner')).toEqual({ Edita: 1 });
    expect(counts(found, 'responsePhase')).toEqual({ awaited: 4, agreed: 1, 'not-agreed': 1 });
    expect(counts(found, 'implementationPhase')).toEqual({ unknown: 5, fulfilled: 1 });
    expect(counts(found, 'overdue')).toEqual({ true: 1, false: 5 });
    expect(counts(found, 'closed')).toEqual({ true: 1, false: 5 });
    expect(counts(await facets('', api, 'ko'), 'addressee')).toEqual({ 중국: 4, 'European Union': 2 });
  });

  it('leave their own filter out and keep the others', async () => {
    const found = await facets(`addressee=${ids.union}&responsePhase=not-agreed`);
    expect(counts(found, 'addressee')).toEqual({ 'European Union': 1 });
    expect(counts(found, 'responsePhase')).toEqual({ 'not-agreed': 1, awaited: 1 });
    expect(counts(found, 'theme')).toEqual({ labour: 1 });
  });

  it.each([
    '',
    'closed=false',
    'closed=true',
    'closed=false&overdue=false',
    'contested=false&closed=false',
    'contestedIn=implementation&closed=false',
    'notFollowed=false',
    'q=labour',
    'q=%EC%A4%91%EA%B5%AD&closed=false',
    'overdue=true&implementationPhase=unknown,fulfilled',
    'asked=true&responsePhase=awaited',
    'updatedSince=2001-01-01T00:00:00Z&closed=false',
  ])('say what the list would answer: ?%s, to everybody', async (query) => {
    const other = await world.a.organization('Europe for Korea');
    const callers = [api, world.as(await world.a.member({ roles: ['partner'], organizationId: other }))];
    for (const caller of callers) {
      for (const [name, values] of Object.entries(await facets(query, caller))) {
        const rest = query.split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`));
        for (const { key, count } of values)
          expect([name, key, count]).toEqual([name, key, await listed([...rest, `${name}=${key}`].join('&'), caller)]);
      }
    }
  });

  it('leave what is contested on one side, and groups whose members nobody looks at, to the list that the summary counts', async () => {
    const member = await world.a.addressee({});
    const group = await world.a.addressee({ kind: 'group', member_count: 2 });
    const whole = await world.a.addressee({ kind: 'group', member_count: 1 });
    const recommendation_id = await world.a.recommendation();
    const on = (addressee_id: string, given = {}) => world.a.followUp({ recommendation_id, addressee_id, ...given });
    const loose = await on(group);
    const followed = await on(whole);
    await on(member, { via_group_id: whole });
    const gone = await on(await world.a.addressee({ kind: 'group', member_count: 5 }));
    await api.post(`/follow-ups/${gone.id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' });
    await world.a.rows('UPDATE follow_up SET response_contested = true WHERE id = $1', [loose.id]);
    await world.a.rows('UPDATE follow_up SET implementation_contested = true WHERE id = ANY ($1)', [
      [loose.id, followed.id],
    ]);
    const found = async (query: string): Promise<string[]> =>
      (await api.get(`/follow-ups?${query}`)).body['items'].map(({ id }: { id: string }) => id).sort();
    expect(await found('notFollowed=true')).toEqual([loose.id]);
    expect(await found('notFollowed=false')).not.toContain(loose.id);
    expect(await found('contestedIn=response')).toEqual([loose.id]);
    expect(await found('contestedIn=implementation')).toEqual([loose.id, followed.id].sort());
    expect(await found('contestedIn=response,implementation')).toEqual([loose.id, followed.id].sort());
    expect(await found('contestedIn=response&notFollowed=true&closed=false')).toEqual([loose.id]);
    for (const axis of ['response', 'implementation']) {
      const [row] = (await api.get(`/summary?axis=${axis}`)).body['items'];
      expect([row.contested, row.notFollowed]).toEqual([(await found(`contestedIn=${axis}&closed=false`)).length, 2]);
    }
    expect((await api.get('/follow-ups?contestedIn=publication')).status).toBe(400);
    expect((await api.get('/follow-ups?notFollowed=maybe')).status).toBe(400);
  });

  it('show each role what they may see', async () => {
    const other = await world.a.organization('Europe for Korea');
    for (const role of ROLES) {
      const here = world.as(await world.a.member({ roles: [role] }));
      const there = world.as(await world.a.member({ roles: [role], organizationId: other }));
      for (const query of ['', 'closed=false']) {
        const [ours, theirs] = [await facets(query, here), await facets(query, there)];
        expect([role, counts(ours, 'addressee')['China'], counts(theirs, 'addressee')['China']]).toEqual([role, 4, 3]);
      }
    }
    const elsewhere = await world.a.otherWorkspace();
    expect((await world.as(await elsewhere.member()).get('/follow-ups/facets')).status).toBe(404);
    expect((await api.get('/follow-ups/facets?limit=5')).status).toBe(400);
    expect((await api.get('/follow-ups/facets?responsePhase=fulfilled')).status).toBe(400);
  });
});

describe('the search of follow-ups', () => {
  it.each([
    ['labour', 2],
    ['visits permit', 2],
    ['강제송환', 2],
    ['중국', 4],
    ['brussels', 2],
    ['europ', 2],
    ['100%', 0],
    ['nothing of the kind', 0],
  ])('%s finds %i', async (q, n) => {
    expect(await listed(`q=${encodeURIComponent(q)}`)).toBe(n);
  });

  it('finds nothing that one may not know, and keeps to the other filters', async () => {
    const partner = world.as(
      await world.a.member({ roles: ['partner'], organizationId: await world.a.organization('Europe') }),
    );
    expect([await listed('q=own'), await listed('q=own', partner)]).toEqual([1, 0]);
    expect(await listed(`q=china&closed=false&theme=${ids.refugees}`)).toBe(2);
    expect((await api.get('/follow-ups?q=%20')).status).toBe(400);
  });
});
