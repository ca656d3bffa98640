// ?q= of recommendations: words in English by their stems, Korean and codes by their parts, and nothing that the reader may not see.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inWorkspace } from '../../src/access/in-workspace.js';
import type { Actor } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { outcomeOf } from '../support/record.js';
import { type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
});

afterEach(() => world.close());

const found = async (q: string, caller = api): Promise<string> =>
  (await caller.get(`/recommendations?q=${encodeURIComponent(q)}`)).body['items']
    .map((r: { code: string }) => r.code)
    .join(' ');

describe('words', () => {
  beforeEach(async () => {
    const source_id = await world.a.source({ symbol: 'S/RES/2397 (2017)' });
    await world.a.recommendation({
      code: 'EN-1',
      title: 'Sponsoring a resolution',
      text: 'Member States should have repatriated all workers earning income abroad.',
      source_id,
    });
    await world.a.recommendation({
      code: 'KO-1',
      title: 'Refugees',
      text: 'Do not return them.',
      translations: { ko: { title: '탈북 난민', text: '강제송환을 중단하고 유엔난민기구의 접근을 허용하라.' } },
    });
    await world.a.recommendation({
      code: 'EU10-01(a)',
      title: '개성공단',
      text: '국제노동기구의 방문을 허용하라.',
      language: 'ko',
    });
  });

  it.each([
    ['sponsor', 'EN-1'],
    ['resolutions', 'EN-1'],
    ['repatriate worker', 'EN-1'],
    ['workers abroad', 'EN-1'],
    ['abroad workers', 'EN-1'],
    ['"earning income"', 'EN-1'],
    ['"income earning"', ''],
    ['WORKERS', 'EN-1'],
    ['patriat', 'EN-1'],
    ['nothing of the kind', ''],
  ])('English, by its stems and in any order: %s', async (q, codes) => {
    expect(await found(q)).toBe(codes);
  });

  it.each([
    ['난민', 'KO-1'],
    ['강제송환', 'KO-1'],
    ['송환', 'KO-1'],
    ['유엔난민기구의 접근', 'KO-1'],
    ['탈북', 'KO-1'],
    ['허용', 'EU10-01(a) KO-1'],
    ['개성', 'EU10-01(a)'],
    ['민', 'KO-1'],
    ['일본', ''],
  ])(
    'Korean, in whatever particle it stands, of one syllable or more, original or translation: %s',
    async (q, codes) => {
      expect(await found(q)).toBe(codes);
    },
  );

  it.each([
    ['EU10-01', 'EU10-01(a)'],
    ['eu10', 'EU10-01(a)'],
    ['(a)', 'EU10-01(a)'],
    ['S/RES/2397', 'EN-1'],
    ['2397 (2017)', 'EN-1'],
    ['res/239', 'EN-1'],
  ])('codes, and the symbol of the source: %s', async (q, codes) => {
    expect(await found(q)).toBe(codes);
  });

  it('go with other filters, a sort, a count and pages', async () => {
    const { body } = await api.get(`/recommendations?q=${encodeURIComponent('허용')}&sort=-code&limit=1&count=true`);
    expect([body['count'], body['items'][0].code]).toEqual([2, 'KO-1']);
    const rest = await api.get(
      `/recommendations?q=${encodeURIComponent('허용')}&sort=-code&limit=1&cursor=${String(body['nextCursor'])}`,
    );
    expect([rest.body['items'][0].code, rest.body['nextCursor']]).toEqual(['EU10-01(a)', null]);
    await world.a.followUp({ recommendation_id: rest.body['items'][0].id, response: 'accepted' });
    expect((await api.get(`/recommendations?q=${encodeURIComponent('허용')}&phase=agreed`)).body['items']).toHaveLength(
      1,
    );
  });

  it('are found as they stand now: changed words, another source, another symbol', async () => {
    const source = await world.a.source({ symbol: 'A/HRC/OLD' });
    const id = await world.a.recommendation({ code: 'NOW', title: 'Zebra', source_id: source });
    expect([await found('zebra'), await found('A/HRC/OLD')]).toEqual(['NOW', 'NOW']);
    expect((await api.patch(`/sources/${source}`, { symbol: 'A/HRC/NEW' }, 1)).status).toBe(200);
    expect([await found('A/HRC/OLD'), await found('A/HRC/NEW'), await found('hrc/new')]).toEqual(['', 'NOW', 'NOW']);
    const { version } = (await api.get(`/recommendations/${id}`)).body as { version: number };
    expect(
      (
        await api.patch(
          `/recommendations/${id}`,
          {
            title: 'Giraffe',
            translations: { ko: { title: '기린', text: '목이 길다' } },
            sourceId: await world.a.source(),
          },
          version,
        )
      ).status,
    ).toBe(200);
    expect([await found('zebra'), await found('giraffes'), await found('기린'), await found('A/HRC/NEW')]).toEqual([
      '',
      'NOW',
      'NOW',
      '',
    ]);
  });
});

describe('signs', () => {
  beforeEach(async () => {
    await world.a.recommendation({ code: 'SIGN-PERCENT', title: '100% of them', text: 'x' });
    await world.a.recommendation({ code: 'SIGN-LOW', title: 'kl_mn', text: 'x' });
    await world.a.recommendation({ code: 'SIGN-BACK', title: 'back\\slash', text: 'x' });
    await world.a.recommendation({ code: 'SIGN-QUOTE', title: `it's "quoted" & <i>`, text: 'x' });
    await world.a.recommendation({ code: 'SIGN-NONE', title: '1000 of them: klomn', text: 'x' });
  });

  it.each([
    ['%', 'SIGN-PERCENT'],
    ['_', 'SIGN-LOW'],
    ['100%', 'SIGN-PERCENT'],
    ['1_0', ''],
    ['kl_mn', 'SIGN-LOW'],
    ['kl%mn', 'SIGN-LOW'], // As two words.
    ['l%n', ''],
    ['l_m', 'SIGN-LOW'],
    ['\\', 'SIGN-BACK'],
    ['k\\s', 'SIGN-BACK'],
    ['\\%', ''],
    ['\\_', ''],
    [`it's`, 'SIGN-QUOTE'],
    ['"quoted"', 'SIGN-QUOTE'],
    ['& <i>', 'SIGN-QUOTE'],
    [`'; DROP TABLE recommendation; --`, ''],
    ['!', ''],
    ['|', ''],
    ['$1', ''],
  ])('stand for themselves: %s', async (q, codes) => {
    expect(await found(q)).toBe(codes);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '%20%20'],
    ['too much', 'x'.repeat(201)],
    ['what is no text', '%00'],
  ])('refuses %s', async (_, q) => {
    expect(outcomeOf(await api.get(`/recommendations?q=${q}`))).toEqual([400, 'invalid-input', '?q']);
  });

  it('refuses words that are asked twice', async () => {
    expect(outcomeOf(await api.get('/recommendations?q=a&q=b'))).toEqual([400, 'invalid-input', '?q']);
  });
});

describe('what one may not see', () => {
  let europe: string;

  beforeEach(async () => {
    europe = await world.a.organization();
    await world.a.recommendation({ code: 'OPEN', title: 'zebra' });
    await world.a.recommendation({
      code: 'THEIRS',
      title: 'zebra',
      confidentiality: 'organization',
      organization_id: europe,
      source_id: await world.a.source({ symbol: 'SECRET/1' }),
    });
    const elsewhere = await world.a.otherWorkspace();
    await elsewhere.recommendation({
      code: 'FOREIGN',
      title: 'zebra',
      source_id: await elsewhere.source({ symbol: 'SECRET/2' }),
    });
  });

  it('is not found, not counted, and not by a piece of it', async () => {
    const { body } = await api.get('/recommendations?q=zebra&count=true');
    expect([body['count'], body['items'].map((r: { code: string }) => r.code)]).toEqual([1, ['OPEN']]);
    expect([await found('THEIRS'), await found('FOREIGN'), await found('SECRET')]).toEqual(['', '', '']);
  });

  it('is found by its own organization, and by an auditor to whom all is open', async () => {
    expect(await found('zebra', world.as(await world.a.member({ organizationId: europe, roles: ['partner'] })))).toBe(
      'OPEN THEIRS',
    );
    expect(await found('zebra', world.as(await world.a.member({ roles: ['auditor'] })))).toBe('OPEN');
    expect(await found('secret', world.as(await world.a.member({ roles: ['auditor'], readsAll: true })))).toBe(
      'THEIRS',
    );
  });

  it('the function behind it repeats the wall itself, since it runs with the rights of its owner', async () => {
    const codesOf = (actor: Actor, q: string): Promise<string[]> =>
      inWorkspace(actor, world.tx, async (tx) => {
        const ids = await tx.query<{ id: string }[]>('SELECT heed_found_recommendations($1) AS id', [q]);
        return ids.map(({ id }) => id);
      }).then(async (ids) => {
        const rows = await world.a.rows<{ code: string }>(
          'SELECT code FROM recommendation WHERE id = ANY ($1) ORDER BY code',
          [ids],
        );
        return rows.map(({ code }) => code);
      });
    const elsewhere = await world.a.otherWorkspace();
    const auditor = await world.a.member({ roles: ['auditor'], readsAll: true });
    expect(await codesOf(editor.actor, 'zebra')).toEqual(['OPEN']);
    expect(await codesOf({ ...editor.actor, organizationId: europe }, 'zebra')).toEqual(['OPEN', 'THEIRS']);
    expect(await codesOf(auditor.actor, 'zebra')).toEqual(['OPEN', 'THEIRS']);
    expect(await codesOf((await elsewhere.member()).actor, 'zebra')).toEqual([]);
    expect(await codesOf((await elsewhere.member()).actor, 'SECRET')).toEqual([]);
  });

  it('without a context it finds nothing, and to others it is closed', async () => {
    for (const role of ['heed_app', 'heed_reader']) {
      await world.a.rows(`SELECT set_config('app.workspace', '', true)`);
      await world.tx.query(`SET LOCAL ROLE ${role}`);
      expect(await world.tx.query('SELECT heed_found_recommendations($1)', ['zebra'])).toEqual([]);
    }
    for (const role of ['heed_nobody', 'heed_auth']) {
      await world.a.rows('SAVEPOINT closed');
      await world.tx.query(`SET LOCAL ROLE ${role}`);
      await expect(world.tx.query('SELECT heed_found_recommendations($1)', ['zebra'])).rejects.toMatchObject({
        driverError: { code: '42501' },
      });
      await world.tx.query('ROLLBACK TO SAVEPOINT closed');
    }
  });
});
