// Workflows of the workspace's own: added once, never changed, refused with every fault named, drawn as graphs.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf } from '../support/people.js';
import { openedEvents, refused } from '../support/record.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let administrator: Member;
let browser: Browser;

beforeEach(async () => {
  world = await openWorld();
  administrator = await world.a.member({ roles: ['administrator', 'editor'] });
  browser = await browserOf(world, administrator);
});

afterEach(() => world.close());

const label = { en: 'A label', ko: '이름' };
const sound = {
  key: 'our-review',
  version: 1,
  axis: 'implementation',
  official: false,
  title: { en: 'Our review', ko: '우리 검토' },
  source: 'Ours, of 2026',
  initial: 'open',
  states: {
    open: { phase: 'unknown', label: { en: 'Open', ko: '미정' } },
    claimed: { phase: 'progressing', label },
    done: { phase: 'fulfilled', label, final: true },
  },
  transitions: [
    { key: 'claim', label, from: ['open'], to: 'claimed', conditions: [{ is: 'has-note' }] },
    {
      key: 'verify',
      label,
      from: ['claimed'],
      to: 'done',
      conditions: [
        { is: 'has-role', roles: ['verifier'] },
        { is: 'other-person-than', transition: 'claim' },
      ],
    },
  ],
};
const [claim, verify] = sound.transitions as unknown as [Record<string, unknown>, Record<string, unknown>];
const asking = (condition: unknown) => ({ transitions: [claim, { ...verify, conditions: [condition] }] });

/** Every kind of fault, as docs/workflows.md lists them: what is wrong, its code, and where the answer points. */
const FAULTS: [string, Record<string, unknown>, string, string][] = [
  [
    'a state can not be reached',
    { states: { ...sound.states, lost: { phase: 'unknown', label, final: true } } },
    'unreachable',
    '/states/lost',
  ],
  [
    'a state has no way out and is not final',
    { states: { ...sound.states, done: { phase: 'fulfilled', label } } },
    'dead-end',
    '/states/done',
  ],
  ['a condition is unknown', asking({ is: 'full-moon' }), 'unknown-condition', '/transitions/1'],
  ['a condition lacks what it needs', asking({ is: 'has-evidence' }), 'malformed-condition', '/transitions/1'],
  [
    'a condition says what nobody reads',
    asking({ is: 'has-evidence', count: 1, credibilty: 3 }),
    'malformed-condition',
    '/transitions/1',
  ],
  ['no role holds it', asking({ is: 'has-role', roles: ['auditor'] }), 'nobody-can', '/transitions/1'],
  [
    'another person than one who can not come before',
    asking({ is: 'other-person-than', transition: 'approve' }),
    'nobody-can',
    '/transitions/1',
  ],
  [
    'two transitions from one state share a key',
    { transitions: [...sound.transitions, { ...claim, to: 'done' }] },
    'shared-key',
    '/transitions/0',
  ],
  [
    'a key is one that every workflow has',
    { transitions: [...sound.transitions, { ...claim, key: 'migrate' }] },
    'shared-key',
    '/transitions/2',
  ],
  [
    'a phase is not one of its axis',
    { states: { ...sound.states, open: { phase: 'agreed', label } } },
    'foreign-phase',
    '/states/open',
  ],
  [
    'a label is missing in a language of the workspace',
    { states: { ...sound.states, open: { phase: 'unknown', label: { en: 'Open' } } } },
    'missing-label',
    '/states/open',
  ],
  ['the title is missing in one', { title: { en: 'Our review' } }, 'missing-label', '/title'],
  ['a flag is missing in one', { flags: { urgent: { ko: '긴급' } } }, 'missing-label', '/urgent'],
  ['it begins nowhere', { initial: 'nowhere' }, 'unknown-state', '/initial'],
  [
    'a transition leads nowhere',
    { transitions: [...sound.transitions, { ...claim, key: 'lose', to: 'lost' }] },
    'unknown-state',
    '/transitions/2',
  ],
  ['it can not be read', { states: { ...sound.states, open: 7 } }, 'malformed', '/states/open'],
  [
    'a key could not be named',
    { transitions: [...sound.transitions, { ...claim, key: 'Claim it' }] },
    'malformed',
    '/transitions/2',
  ],
];

describe('a draft', () => {
  it.each(FAULTS)('in which %s is named by the check, and refused', async (_, given, code, pointer) => {
    const draft = { ...sound, ...given };
    const check = await world.as(await world.a.member({ roles: ['auditor'] })).post('/workflows/check', draft);
    expect([check.status, check.body['faults'].map((f: { code: string }) => f.code)]).toEqual([
      200,
      expect.arrayContaining([code]),
    ]);
    const answer = await refused(world, () => browser.post('/workflows', draft), 422, 'faulty-definition');
    expect(answer.body['errors'].map((e: { code: string }) => e.code)).toEqual(
      check.body['faults'].map((f: { code: string }) => f.code),
    );
    expect(answer.body['errors']).toContainEqual({ code, pointer, message: expect.any(String) });
  });

  it('with many faults is refused with all of them at once', async () => {
    const draft = { ...sound, official: true, initial: 'nowhere', title: { ko: 'x' }, ...asking({ is: 'full-moon' }) };
    const { body } = await refused(world, () => browser.post('/workflows', draft), 422, 'faulty-definition');
    expect(body['errors'].map((e: { code: string; pointer: string }) => `${e.code} ${e.pointer}`)).toEqual([
      'unknown-state /initial',
      'unreachable /states/open',
      'unreachable /states/claimed',
      'unreachable /states/done',
      'missing-label /title',
      'unknown-condition /transitions/1',
      'not-official /official',
    ]);
  });
});

describe('POST /workflows', () => {
  it('adds one, with its states, and says so in the log', async () => {
    const { status, body } = await browser.post('/workflows', sound);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        key: 'our-review',
        version: 1,
        axis: 'implementation',
        official: false,
        title: 'Our review',
        initial: 'open',
        definition: sound,
        states: [
          { state: 'open', label: 'Open', phase: 'unknown' },
          { state: 'claimed', label: 'A label', phase: 'progressing' },
          { state: 'done', label: 'A label', phase: 'fulfilled' },
        ],
      }),
    ]);
    expect(
      await world.a.rows('SELECT workspace_id, key, version, axis, official, definition FROM workflow WHERE id = $1', [
        body['id'],
      ]),
    ).toEqual([
      {
        workspace_id: world.a.workspaceId,
        key: 'our-review',
        version: 1,
        axis: 'implementation',
        official: false,
        definition: sound,
      },
    ]);
    expect(
      await world.a.rows('SELECT state, phase, labels FROM workflow_state WHERE workflow_id = $1 ORDER BY position', [
        body['id'],
      ]),
    ).toEqual(Object.entries(sound.states).map(([state, { phase, label: labels }]) => ({ state, phase, labels })));
    expect(await openedEvents(world, body['id'] as string)).toEqual([
      {
        action: 'workflow.added',
        objectType: 'workflow',
        version: null,
        level: 'coalition',
        outcome: 'allow',
        details: { definition: sound },
      },
    ]);
  });

  it('is followed by whoever names it, and moves as it says', async () => {
    await browser.post('/workflows', sound);
    const recommendation = await world.a.recommendation();
    const made = await world.as(administrator).post(`/recommendations/${recommendation}/follow-ups`, {
      addresseeId: await world.a.addressee(),
      asked: true,
      ask: 'x',
      workflows: { implementation: 'our-review@1' },
    });
    expect(made.body['implementation']).toMatchObject({
      workflow: 'our-review@1',
      state: 'open',
      label: 'Open',
      phase: 'unknown',
    });
    const track = made.body['implementation'].id as string;
    expect(
      (
        await world
          .as(administrator)
          .post(`/tracks/${track}/transitions`, { transition: 'claim', occurredOn: '2026', note: 'Seen.' })
      ).body['to'],
    ).toBe('claimed');
    expect(
      (await world.as(administrator).post(`/tracks/${track}/transitions`, { transition: 'verify', occurredOn: '2026' }))
        .status,
    ).toBe(403);
    const verifier = await world.a.member({ roles: ['verifier'] });
    expect(
      (await world.as(verifier).post(`/tracks/${track}/transitions`, { transition: 'verify', occurredOn: '2026' }))
        .body['to'],
    ).toBe('done');
  });

  it('takes a version once, the next one beside it, and never changes either', async () => {
    const first = await browser.post('/workflows', sound);
    await refused(world, () => browser.post('/workflows', sound), 409, 'already-exists');
    await refused(world, () => browser.post('/workflows', { ...sound, source: 'Changed' }), 409, 'already-exists');
    expect((await browser.post('/workflows', { ...sound, version: 2, source: 'Changed' })).status).toBe(201);
    const { body } = await world.as(administrator).get('/workflows/our-review/versions');
    expect(body['items'].map((w: { version: number; source: string }) => [w.version, w.source]).sort()).toEqual([
      [1, 'Ours, of 2026'],
      [2, 'Changed'],
    ]);
    for (const sql of [`UPDATE workflow SET definition = '{}' WHERE id = $1`, 'DELETE FROM workflow WHERE id = $1']) {
      await world.a.rows('SAVEPOINT before');
      await expect(world.a.rows(sql, [first.body['id']])).rejects.toMatchObject({ code: '23001' });
      await world.tx.query('ROLLBACK TO SAVEPOINT before');
    }
  });

  it.each(['implementation', 'hrc-follow-up', 'publication'])(
    'never takes the key of a built-in one: %s',
    async (key) => {
      for (const version of [1, 99])
        await refused(world, () => browser.post('/workflows', { ...sound, key, version }), 409, 'key-taken');
    },
  );

  it('takes a key that another workspace has', async () => {
    const elsewhere = await world.a.otherWorkspace();
    const theirs = await browserOf(world, await elsewhere.member({ roles: ['administrator'] }), 0, elsewhere.slug);
    expect([(await theirs.post('/workflows', sound)).status, (await browser.post('/workflows', sound)).status]).toEqual(
      [201, 201],
    );
  });

  it('is for administrators who signed in just now', async () => {
    for (const role of ['editor', 'verifier', 'partner', 'auditor'] as const) {
      const other = await browserOf(world, await world.a.member({ roles: [role] }));
      await refused(world, () => other.post('/workflows', sound), 403, 'forbidden');
    }
    const stale = await browserOf(world, administrator, 700);
    await refused(world, () => stale.post('/workflows', sound), 401, 'sign-in-again');
    await refused(world, () => world.as(administrator).post('/workflows', sound), 401, 'sign-in-again');
  });
});

describe('GET /workflows/{key}/versions/{version}/graph', () => {
  it('draws it in the language of Mermaid, in the language of the reader', async () => {
    await browser.post('/workflows', {
      ...sound,
      states: { ...sound.states, open: { phase: 'unknown', label: { en: 'Open; "new": [*] --> #1', ko: '미정' } } },
    });
    const { status, body, headers } = await world.as(administrator).get('/workflows/our-review/versions/1/graph');
    expect([status, headers['content-type'], body]).toEqual([
      200,
      'text/vnd.mermaid; charset=utf-8',
      [
        'stateDiagram-v2',
        '  state "Open#59; #34;new#34;#58; #91;#42;#93; --#62; #35;1" as s0',
        '  state "A label" as s1',
        '  state "A label" as s2',
        '  [*] --> s0',
        '  s0 --> s1 : A label',
        '  s1 --> s2 : A label',
        '  s2 --> [*]',
        '',
      ].join('\n'),
    ]);
    expect(
      (await world.as(administrator).get('/workflows/our-review/versions/1/graph', { 'accept-language': 'ko' })).body,
    ).toContain('state "미정" as s0');
  });

  it('is open to whoever reads, and knows nothing of what is not there', async () => {
    const auditor = world.as(await world.a.member({ roles: ['auditor'] }));
    expect((await auditor.get('/workflows/hrc-follow-up/versions/2017/graph')).status).toBe(200);
    await browser.post('/workflows', sound);
    const elsewhere = await world.a.otherWorkspace();
    const stranger = world.as(await elsewhere.member(), elsewhere.slug);
    expect((await stranger.get('/workflows/our-review/versions/1/graph')).status).toBe(404);
    for (const path of [
      'our-review/versions/2',
      'made-up/versions/1',
      'our-review/versions/x',
      'our-review/versions/-1',
      'our-review/versions/99999999999',
      'our-review@1/versions/1',
    ]) {
      expect([path, (await auditor.get(`/workflows/${path}/graph`)).status]).toEqual([path, 404]);
    }
  });
});
