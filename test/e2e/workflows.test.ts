import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { bytesOf, everything, outcomeOf, refused } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  api = world.as(await world.a.member());
});

afterEach(() => world.close());

const BUILT_IN = [
  'advocacy-response@1',
  'cedaw-follow-up@1',
  'communication@1',
  'hrc-follow-up@2001',
  'hrc-follow-up@2017',
  'ilo-supervision@1',
  'implementation@1',
  'publication@1',
  'resolution-reporting@1',
  'upr-implementation@1',
  'upr-response@1',
  'visit@1',
  'visit-request@1',
];
const fileOf = async (name: string) =>
  JSON.parse(await readFile(join(process.cwd(), `src/workflows/definitions/${name.replace('@', '.v')}.json`), 'utf8'));
const keysOf = ({ body }: Answer): string[] =>
  body['items'].map((w: { key: string; version: number }) => `${w.key}@${w.version}`);

/** A workflow of the workspace's own, with two states. */
const addWorkflow = async (a: World['a'], version: number, key = 'our-review'): Promise<string> => {
  const label = { en: 'A state', ko: '상태' };
  const definition = {
    key,
    version,
    axis: 'implementation',
    official: false,
    title: { en: 'Our review', ko: '우리 검토' },
    source: 'Ours',
    initial: 'begun',
    states: { begun: { phase: 'unknown', label }, done: { phase: 'fulfilled', label } },
    transitions: [],
  };
  const id = await a.insert('workflow', {
    id: uuid(),
    workspace_id: a.workspaceId,
    key,
    version,
    axis: 'implementation',
    official: false,
    definition,
  });
  for (const [position, [state, { phase }]] of Object.entries(definition.states).entries())
    await a.insert('workflow_state', { workflow_id: id, state, phase, labels: label, position });
  return id;
};

describe('GET /workflows', () => {
  it('lists the built-in ones, each as its file has it', async () => {
    const listed = await api.get('/workflows?count=true');
    expect([keysOf(listed), listed.body['count']]).toEqual([BUILT_IN, BUILT_IN.length]);
    for (const item of listed.body['items']) {
      const definition = await fileOf(`${item.key}@${item.version}`);
      expect(item).toEqual({
        id: expect.any(String),
        key: definition.key,
        version: definition.version,
        axis: definition.axis,
        official: definition.official,
        title: definition.title.en,
        source: definition.source,
        initial: definition.initial,
        states: Object.entries<{ phase: string | null; label: { en: string } }>(definition.states).map(
          ([state, { phase, label }]) => ({ state, label: label.en, phase }),
        ),
        definition,
      });
    }
  });

  it('says titles and states in the reader’s language', async () => {
    const { body } = await api.get('/workflows/implementation/versions', { 'accept-language': 'ko' });
    expect(body['items'][0]).toMatchObject({
      title: '이행 (다른 단체의 확인)',
      states: expect.arrayContaining([{ state: 'implemented', label: '이행 완료', phase: 'fulfilled' }]),
    });
  });

  it('holds those of the workspace beside them, and none of another one', async () => {
    await addWorkflow(world.a, 1);
    await addWorkflow(await world.a.otherWorkspace(), 1, 'their-review');
    expect(keysOf(await api.get('/workflows'))).toEqual([
      ...BUILT_IN.slice(0, 7),
      'our-review@1',
      ...BUILT_IN.slice(7),
    ]);
  });

  it('comes in pages, with several versions of one key', async () => {
    for (const version of [2, 1, 3]) await addWorkflow(world.a, version);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await api.get(`/workflows?limit=2${cursor}`);
      seen.push(...keysOf(page));
      if (page.body['nextCursor'] === null) break;
      cursor = `&cursor=${String(page.body['nextCursor'])}`;
    }
    expect([...seen].sort()).toEqual([...BUILT_IN, 'our-review@1', 'our-review@2', 'our-review@3'].sort());
  });
});

describe('GET /workflows/{key}/versions', () => {
  it('lists every version of one, in their order', async () => {
    for (const version of [2, 10, 1]) await addWorkflow(world.a, version);
    const first = await api.get('/workflows/our-review/versions?limit=2');
    const rest = await api.get(`/workflows/our-review/versions?limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect([keysOf(first), keysOf(rest)]).toEqual([['our-review@1', 'our-review@2'], ['our-review@10']]);
  });

  it('does not know what is another workspace’s, or nobody’s', async () => {
    await addWorkflow(await world.a.otherWorkspace(), 1, 'their-review');
    const never = await refused(world, () => api.get('/workflows/made-up/versions'), 404, 'not-found');
    expect(bytesOf(await refused(world, () => api.get('/workflows/their-review/versions'), 404, 'not-found'))).toBe(
      bytesOf(never),
    );
  });

  it.each(['%27%3B--', 'x'.repeat(300), '..%2F..%2Fetc', '%F0%9F%98%80', '%00'])('does not know %s', async (key) => {
    expect([400, 404]).toContain((await api.get(`/workflows/${key}/versions`)).status);
  });

  it('a track follows only what its workspace may', async () => {
    await addWorkflow(world.a, 1);
    await addWorkflow(await world.a.otherWorkspace(), 1, 'their-review');
    const [recommendation, addresseeId] = [await world.a.recommendation(), await world.a.addressee()];
    const follow = (implementation: string) =>
      api.post(`/recommendations/${recommendation}/follow-ups`, {
        addresseeId,
        asked: true,
        ask: 'x',
        workflows: { implementation },
      });
    await refused(world, () => follow('their-review@1'), 422, 'unknown-workflow');
    await refused(world, () => follow('our-review@2'), 422, 'unknown-workflow');
    expect((await follow('our-review@1')).body['implementation']).toMatchObject({
      workflow: 'our-review@1',
      state: 'begun',
      phase: 'unknown',
      label: 'A state',
    });
  });
});

describe('POST /workflows/check', () => {
  const label = { en: 'x', ko: 'x' };
  const sound = {
    key: 'our-review',
    version: 1,
    axis: 'implementation',
    official: false,
    title: { en: 'Our review', ko: '우리 검토' },
    source: 'Ours',
    initial: 'open',
    states: { open: { phase: 'unknown', label }, done: { phase: 'fulfilled', label, final: true } },
    transitions: [{ key: 'finish', label, from: ['open'], to: 'done', conditions: [{ is: 'has-note' }] }],
  };
  const check = (given: Record<string, unknown> = {}) => api.post('/workflows/check', { ...sound, ...given });
  const faultsOf = async (given: Record<string, unknown>) =>
    (await check(given)).body['faults'].map((f: { code: string; at: string }) => `${f.code} ${f.at}`);

  it.each(BUILT_IN)('finds no fault in %s, and none in a sound draft', async (key) => {
    const answer = await api.post('/workflows/check', await fileOf(key));
    expect([answer.status, answer.body]).toEqual([200, { faults: [] }]);
    expect((await check()).body).toEqual({ faults: [] });
  });

  it('names every fault at once, and keeps nothing', async () => {
    const before = await everything(world);
    const faults = await faultsOf({
      states: { ...sound.states, lost: { phase: 'agreed', label: { en: 'Lost' } } },
      transitions: [
        ...sound.transitions,
        {
          key: 'finish',
          label,
          from: ['open'],
          to: 'nowhere',
          conditions: [
            { is: 'made-up' },
            { is: 'has-role', roles: ['auditor'] },
            { is: 'other-person-than', transition: 'never' },
          ],
        },
      ],
    });
    expect(faults.sort()).toEqual([
      'dead-end lost',
      'foreign-phase lost',
      'missing-label lost',
      'nobody-can finish',
      'nobody-can finish',
      'shared-key finish',
      'unknown-condition finish',
      'unknown-state finish',
      'unreachable lost',
    ]);
    expect(await everything(world)).toEqual(before);
  });

  it('asks for labels in the languages of the workspace', async () => {
    await world.a.rows(`UPDATE workspace SET languages = '{fr}' WHERE id = $1`, [world.a.workspaceId]);
    expect(await faultsOf({})).toEqual([
      'missing-label title',
      'missing-label open',
      'missing-label done',
      'missing-label finish',
    ]);
  });

  it('is open to everybody who reads, an auditor too', async () => {
    for (const role of ['partner', 'auditor'] as const)
      expect((await world.as(await world.a.member({ roles: [role] })).post('/workflows/check', sound)).status).toBe(
        200,
      );
  });

  it.each([
    ['/key', { key: 'Has Capitals' }],
    ['/version', { version: 0 }],
    ['/axis', { axis: 'both' }],
    ['/official', { official: 'yes' }],
    ['/title', { title: 'Our review' }],
    ['/source', { source: 7 }],
    ['/initial', { initial: null }],
    ['/states', { states: [] }],
    ['/transitions', { transitions: {} }],
    ['/transitions', { transitions: ['finish'] }],
    ['/workspaceId', { workspaceId: uuid() }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    expect(outcomeOf(await refused(world, () => check(given), 400, 'invalid-input'))).toEqual([
      400,
      'invalid-input',
      pointer,
    ]);
  });

  it.each<Record<string, unknown>>([
    { states: { open: null } },
    { states: { open: 7 } },
    { states: { open: {} } },
    { states: { open: { phase: 'unknown', label: null } } },
    { states: { open: { phase: 'unknown', label: { en: 7 } } } },
    { states: { open: { phase: {}, label } } },
    { title: { en: 7, ko: [] } },
    ...[{}, { from: 'open' }, { from: [7] }, { to: undefined }, { key: 7 }, { label: null }, { conditions: null }].map(
      (given) => ({
        transitions: [Object.keys(given).length === 0 ? {} : { ...sound.transitions[0], ...given }],
      }),
    ),
    ...[
      null,
      {},
      { is: 'any-of' },
      { is: 'has-role' },
      { is: 'has-role', roles: 'verifier' },
      { is: 'any-of', conditions: [{ is: 'any-of', conditions: 7 }] },
    ].map((condition) => ({
      transitions: [{ ...sound.transitions[0], conditions: [condition] }],
    })),
  ])('names as a fault what is no definition at all: %#', async (given) => {
    const { status, body } = await check(given);
    expect([status, body['faults'].length > 0]).toEqual([200, true]);
  });

  it('takes a definition of a decent size, and none that would keep the server busy', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ ...sound.transitions[0], key: `finish-${n}` }));
    expect((await check({ transitions: many(200) })).body['faults']).toEqual([]);
    expect(outcomeOf(await refused(world, () => check({ transitions: many(501) }), 400, 'invalid-input'))).toEqual([
      400,
      'invalid-input',
      '/transitions',
    ]);
  });
});

it('workflows are nothing to people of nowhere', async () => {
  const elsewhere = await world.a.otherWorkspace();
  const stranger = world.as(await elsewhere.member());
  expect([(await stranger.get('/workflows')).status, (await world.as(undefined).get('/workflows')).status]).toEqual([
    404, 401,
  ]);
});
