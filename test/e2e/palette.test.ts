// GET /search, for a command palette: a few of each kind, and nothing that the reader may not know.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  const source_id = await world.a.source({ title: 'Letter on Kaesong', symbol: 'S/RES/2397 (2017)' });
  await world.a.recommendation({ code: 'EU10-02', title: 'Labour visits', source_id });
  await world.a.recommendation({ code: 'EU10-01', title: '개성공단 방문', source_id });
  await world.a.recommendation({ code: 'XX-1', title: 'Sponsoring what EU10 says', text: 'Kaesong.', source_id });
  await world.a.addressee({ code: 'EU', name: 'European Union', names: { ko: '유럽연합' } });
  await world.a.evidence(editor, { title: 'Kaesong in the press (100%)', publisher: 'A paper' });
});

afterEach(() => world.close());

type Found = Record<'kind' | 'id' | 'title' | 'context', string>;
const found = async (q: string, by = api, more = ''): Promise<Found[]> =>
  (await by.get(`/search?q=${encodeURIComponent(q)}${more}`, { 'accept-language': 'ko' })).body['items'];
const titles = async (q: string, by = api): Promise<string[]> =>
  (await found(q, by)).map((f) => `${f.kind} ${f.title}`);

describe('search', () => {
  it.each([
    [
      'EU10',
      ['recommendation 개성공단 방문', 'recommendation Labour visits', 'recommendation Sponsoring what EU10 says'],
    ],
    ['eu10-02', ['recommendation Labour visits']],
    ['개성공단', ['recommendation 개성공단 방문']],
    ['유럽', ['addressee 유럽연합']],
    ['european', ['addressee 유럽연합']],
    ['labour visit', ['recommendation Labour visits']],
    ['press (100%', ['evidence Kaesong in the press (100%)']],
    ['%', ['evidence Kaesong in the press (100%)']],
    ['nothing of the kind', []],
  ])('%s', async (q, expected) => {
    expect(await titles(q)).toEqual(expected);
  });

  it('answers every kind in its order, with what tells them apart', async () => {
    expect((await found('kaesong')).map(({ kind, context }) => [kind, context])).toEqual([
      ['recommendation', 'XX-1'],
      ['source', 'S/RES/2397 (2017)'],
      ['evidence', 'A paper'],
    ]);
    expect((await found('2397')).map(({ kind }) => kind)).toEqual([
      'recommendation',
      'recommendation',
      'recommendation',
      'source',
    ]);
    expect(await found('2397', api, '&limit=1')).toHaveLength(2);
    for (const query of ['', '?q=', '?q=%20', '?q=a&limit=21', '?q=a&limit=0', '?q=a&kind=b'])
      expect([query, (await api.get(`/search${query}`)).status]).toEqual([query, 400]);
  });

  it('shows each role what they may know, and nobody what was withdrawn', async () => {
    const other = await world.a.organization('Europe for Korea');
    await world.a.recommendation({ code: 'OWN-1', title: 'Own', confidentiality: 'organization' });
    const own = await world.a.evidence(editor, { title: 'Own piece', confidentiality: 'organization' });
    await api.post('/evidence', {
      kind: 'link',
      title: 'Own sealed',
      url: 'https://example.org/sealed',
      confidentiality: 'restricted',
    });
    const ours = ['recommendation Own', 'evidence Own piece'];
    for (const role of ROLES) {
      const here = world.as(await world.a.member({ roles: [role] }));
      const there = world.as(await world.a.member({ roles: [role], organizationId: other }));
      expect([role, await titles('own', here), await titles('own', there)]).toEqual([role, ours, []]);
    }
    // Who may open the restricted one finds it in the list: its title is sealed, and nobody finds it by a part of that.
    expect(await titles('own')).toEqual(ours);
    expect([await titles('sealed'), await titles('heed:sealed')]).toEqual([[], []]);
    await api.post(`/evidence/${own}/withdrawal`, { reason: 'A mistake.' });
    expect(await titles('own piece')).toEqual([]);
    const elsewhere = await world.a.otherWorkspace();
    const outsider = await elsewhere.member();
    expect(await titles('kaesong', world.as(outsider, elsewhere.slug))).toEqual([]);
    expect((await world.as(outsider).get('/search?q=own')).status).toBe(404);
  });
});
