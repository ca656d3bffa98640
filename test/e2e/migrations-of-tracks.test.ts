// A track goes over to another workflow: only under a stated cross-walk, as a recorded transition, and never past a check.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inWorkspace } from '../../src/access/in-workspace.js';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf } from '../support/people.js';
import { openedEvents, outcomeOf, refused } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member, verifier: Member;
let browser: Browser;
let track: string;

const label = { en: 'A label', ko: '이름' };
const second = [
  { is: 'has-role', roles: ['verifier'] },
  { is: 'other-person-than', transition: 'claim' },
  { is: 'other-person-than-evidence' },
  { is: 'other-organization-than', transition: 'claim' },
];
/** Of our own: `shown` is fulfilled and takes nobody else, `checked` takes what `implementation` asks for. */
const ours = {
  key: 'ours',
  version: 1,
  axis: 'implementation',
  official: false,
  title: { en: 'Ours', ko: '우리' },
  source: 'Ours',
  initial: 'open',
  states: {
    open: { phase: 'unknown', label },
    begun: { phase: 'progressing', label },
    claimed: { phase: 'progressing', label },
    checked: { phase: 'fulfilled', label },
    shown: { phase: 'fulfilled', label },
  },
  transitions: [
    { key: 'begin', label, from: ['open', 'checked', 'shown'], to: 'begun', conditions: [] },
    { key: 'claim', label, from: ['open', 'begun'], to: 'claimed', conditions: [] },
    { key: 'check', label, from: ['claimed'], to: 'checked', conditions: second },
    { key: 'show', label, from: ['begun'], to: 'shown', conditions: [] },
    { key: 'reset', label, from: ['begun'], to: 'open', conditions: [] },
  ],
};
const STATES = {
  'not-assessed': 'open',
  'under-way': 'begun',
  'reported-implemented': 'claimed',
  implemented: 'checked',
  'not-implemented': 'open',
};

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ roles: ['editor', 'administrator'] });
  verifier = await world.a.member({
    roles: ['verifier'],
    organizationId: await world.a.organization('Europe for Korea'),
  });
  browser = await browserOf(world, editor);
  expect((await browser.post('/workflows', ours)).status).toBe(201);
  track = (await world.a.followUp()).implementation;
});

afterEach(() => world.close());

const crossWalk = (given: Record<string, unknown> = {}) =>
  browser.post('/workflows/cross-walks', {
    from: 'implementation@1',
    to: 'ours@1',
    source: 'Decision of the coalition',
    reason: 'Our own says more.',
    states: STATES,
    ...given,
  });
const move = (transition: string, given: Record<string, unknown> = {}, by: Member = editor): Promise<Answer> =>
  world.as(by).post(`/tracks/${track}/transitions`, { transition, occurredOn: null, ...given });
const migrate = (given: Record<string, unknown> = {}) =>
  move('migrate', { workflow: 'ours@1', note: 'As decided.', ...given });
const where = async () =>
  (({ workflow, state, phase, unchecked }) => ({ workflow, state, phase, unchecked }))(
    (await world.as(editor).get(`/tracks/${track}`)).body as Record<string, unknown>,
  );
const history = async () =>
  (await world.as(editor).get(`/tracks/${track}/transitions?sort=recordedAt`)).body['items'].map(
    (t: Record<string, string>) => `${t['transition']} ${t['fromWorkflow']} ${t['from']} ${t['workflow']} ${t['to']}`,
  );
const ok = async (answer: Promise<Answer>): Promise<string> => {
  const { status, body } = await answer;
  expect([status, body['code']]).toEqual([201, undefined]);
  return body['id'] as string;
};

async function claimed(): Promise<string[]> {
  const pieces = [await world.a.evidence(editor), await world.a.evidence(editor)];
  await ok(move('claim', { evidenceIds: pieces }));
  return pieces;
}

async function verified(): Promise<string[]> {
  const pieces = await claimed();
  await ok(move('verify', {}, verifier));
  return pieces;
}

describe('a cross-walk', () => {
  it('is stated with source and reason, listed, and in the log', async () => {
    const made = await crossWalk();
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({
        from: 'implementation@1',
        to: 'ours@1',
        source: 'Decision of the coalition',
        reason: 'Our own says more.',
        states: STATES,
      }),
    ]);
    expect(
      (await world.as(verifier).get('/workflows/cross-walks')).body['items'].map((x: { id: string }) => x.id),
    ).toEqual([made.body['id']]);
    expect(await openedEvents(world, made.body['id'] as string)).toMatchObject([
      { action: 'cross-walk.stated', details: { from: 'implementation@1', to: 'ours@1', states: STATES } },
    ]);
    expect(await world.a.rows('SELECT workspace_id, states FROM cross_walk')).toEqual([
      { workspace_id: world.a.workspaceId, states: STATES },
    ]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a state of the old one that is not there', { states: { lost: 'open' } }, ['unknown-state /states/lost']],
    [
      'a state of the new one that is not there',
      { states: { 'under-way': 'lost' } },
      ['unknown-state /states/under-way'],
    ],
    [
      'what is no key',
      { states: { 'under-way': { other: 1 }, 'not-assessed': 7 } },
      ['malformed /states/under-way', 'malformed /states/not-assessed'],
    ],
    ['nothing', { states: {} }, ['empty /states']],
    ['another axis', { to: 'upr-response@1' }, ['other-axis /to']],
    ['the same workflow', { to: 'implementation@1' }, ['same-workflow /to']],
    [
      'fulfilled from less',
      { states: { 'under-way': 'shown', 'reported-implemented': 'shown' } },
      ['raises /states/under-way', 'raises /states/reported-implemented'],
    ],
  ])('is refused that names %s', async (_, given, faults) => {
    const { body } = await refused(world, () => crossWalk(given), 422, 'faulty-cross-walk');
    expect(body['errors'].map((e: { code: string; pointer: string }) => `${e.code} ${e.pointer}`)).toEqual(faults);
  });

  it('is refused that leads past a check: from what nobody else had to verify', async () => {
    const { body } = await refused(
      world,
      () => crossWalk({ from: 'ours@1', to: 'implementation@1', states: { shown: 'implemented' } }),
      422,
      'faulty-cross-walk',
    );
    expect(body['errors']).toEqual([
      {
        code: 'raises',
        pointer: '/states/shown',
        message:
          '"implemented" asks for another person (has-role, other-person-than, other-person-than-evidence, other-organization-than), which "shown" did not: a migration checks nothing.',
      },
    ]);
    expect(
      (await crossWalk({ from: 'ours@1', to: 'implementation@1', states: { checked: 'implemented' } })).status,
    ).toBe(201);
  });

  it('is refused between workflows that are not there, of another workspace too', async () => {
    expect(outcomeOf(await refused(world, () => crossWalk({ to: 'ours@2' }), 422, 'unknown-workflow'))).toEqual([
      422,
      'unknown-workflow',
      '/to',
    ]);
    const elsewhere = await world.a.otherWorkspace();
    const theirs = await browserOf(world, await elsewhere.member({ roles: ['administrator'] }), 0, elsewhere.slug);
    expect(
      (
        await theirs.post('/workflows/cross-walks', {
          from: 'implementation@1',
          to: 'ours@1',
          source: 'x',
          reason: 'x',
          states: STATES,
        })
      ).body['code'],
    ).toBe('unknown-workflow');
  });

  it('is for administrators who signed in just now', async () => {
    const body = { from: 'implementation@1', to: 'ours@1', source: 'x', reason: 'x', states: STATES };
    await refused(world, () => world.as(editor).post('/workflows/cross-walks', body), 403, 'forbidden');
    const other = await browserOf(world, await world.a.member());
    await refused(world, () => other.post('/workflows/cross-walks', body), 403, 'forbidden');
    const stale = await browserOf(world, editor, 700);
    await refused(world, () => stale.post('/workflows/cross-walks', body), 401, 'sign-in-again');
  });
});

describe('a track', () => {
  it('goes over, keeps its history under its version, and says under which cross-walk', async () => {
    const crossWalkId = (await crossWalk()).body['id'] as string;
    await ok(move('start', { evidenceIds: [await world.a.evidence(editor)], occurredOn: '2020' }));
    const id = await ok(migrate());
    expect(await where()).toEqual({ workflow: 'ours@1', state: 'begun', phase: 'progressing', unchecked: false });
    expect(await history()).toEqual([
      'start implementation@1 not-assessed implementation@1 under-way',
      'migrate implementation@1 under-way ours@1 begun',
    ]);
    expect(
      await world.a.rows(
        `SELECT x.cross_walk_id, w.key FROM transition x JOIN workflow w ON w.id = x.from_workflow_id WHERE x.id = $1`,
        [id],
      ),
    ).toEqual([{ cross_walk_id: crossWalkId, key: 'implementation' }]);
    expect(await openedEvents(world, track)).toContainEqual(
      expect.objectContaining({
        action: 'track.transitioned',
        details: expect.objectContaining({ transition: 'migrate', crossWalkId, to: 'begun' }),
      }),
    );
    expect(await world.a.rows(`SELECT implementation_state, implementation_phase FROM follow_up`)).toEqual([
      { implementation_state: 'begun', implementation_phase: 'progressing' },
    ]);
    await ok(move('show'));
    expect(await where()).toMatchObject({ workflow: 'ours@1', state: 'shown', phase: 'fulfilled' });
  });

  it('offers it among its options, once a cross-walk is stated', async () => {
    const offered = async () =>
      (await world.as(editor).get(`/tracks/${track}/transitions/options`)).body['items'].filter(
        (o: { transition: string }) => o.transition === 'migrate',
      );
    expect(await offered()).toEqual([]);
    await crossWalk();
    expect(await offered()).toEqual([
      {
        transition: 'migrate',
        label: 'Go over to ours@1',
        to: 'open',
        toLabel: 'A label',
        toPhase: 'unknown',
        workflow: 'ours@1',
        allowed: false,
        unmet: [{ condition: 'has-note', message: 'Say why, in a note.' }],
      },
    ]);
    await crossWalk({ states: { implemented: 'checked' } });
    expect(await offered()).toMatchObject([
      { to: null, allowed: false, unmet: [{ condition: 'counterpart' }, { condition: 'has-note' }] },
    ]);
  });

  it('stays where no cross-walk is stated, or none has a counterpart, or nobody says why, or who asks may not', async () => {
    expect(outcomeOf(await refused(world, () => migrate(), 422, 'no-cross-walk'))).toEqual([
      422,
      'no-cross-walk',
      '/workflow',
    ]);
    await crossWalk({ states: { 'under-way': 'begun' } });
    await refused(world, () => migrate(), 409, 'transition-not-allowed');
    await crossWalk();
    await refused(world, () => migrate({ note: undefined }), 422, 'unmet-conditions');
    await refused(world, () => migrate({ workflow: undefined }), 409, 'transition-not-allowed');
    await refused(world, () => migrate({ to: 'begun' }), 409, 'transition-not-allowed');
    await refused(world, () => move('migrate', { workflow: 'ours@1', note: 'x' }, verifier), 403, 'role-missing');
    await refused(world, () => move('start', { workflow: 'ours@1' }), 422, 'only-with-migrate');
    await ok(migrate());
    await refused(world, () => migrate(), 422, 'no-cross-walk');
  });

  it('goes over after all that is recorded of it, never in between', async () => {
    await crossWalk();
    await ok(move('start', { evidenceIds: [await world.a.evidence(editor)], occurredOn: '2020-05-01' }));
    await refused(world, () => migrate({ occurredOn: '2019' }), 409, 'transition-not-allowed');
  });

  it('takes late news of before under the workflow of before: in the timeline only, where another state would have gone over', async () => {
    await crossWalk();
    await ok(migrate({ occurredOn: '2024-01-01' }));
    const late = await move('start', { evidenceIds: [await world.a.evidence(editor)], occurredOn: '2020' });
    expect(late.body).toMatchObject({ workflow: 'implementation@1', to: 'under-way', inTimelineOnly: true });
    expect(await where()).toMatchObject({ workflow: 'ours@1', state: 'open' });
    await refused(world, () => move('begin', { occurredOn: '2020' }), 409, 'transition-not-allowed');
    expect((await move('begin')).status).toBe(201);
  });

  it('goes back to its old workflow where the migration is corrected to nothing, and can go over anew', async () => {
    await crossWalk();
    await ok(move('start', { evidenceIds: [await world.a.evidence(editor)], occurredOn: '2020' }));
    const id = await ok(migrate());
    await refused(
      world,
      () => move('correct', { corrects: id, to: 'begun', note: 'x' }),
      409,
      'transition-not-allowed',
    );
    await ok(move('correct', { corrects: id, to: 'under-way', note: 'Too early.' }));
    expect(await where()).toEqual({
      workflow: 'implementation@1',
      state: 'under-way',
      phase: 'progressing',
      unchecked: false,
    });
    await ok(migrate());
    expect(await where()).toMatchObject({ workflow: 'ours@1', state: 'begun' });
  });

  it('keeps what was before from being corrected into what did not go over', async () => {
    await crossWalk();
    const piece = await world.a.evidence(editor);
    const start = await ok(move('start', { evidenceIds: [piece], occurredOn: '2020' }));
    await ok(migrate());
    await refused(
      world,
      () => move('correct', { corrects: start, to: 'no-action', note: 'x', occurredOn: '2020' }),
      409,
      'transition-not-allowed',
    );
    await ok(
      move('correct', {
        corrects: start,
        to: 'under-way',
        note: 'It was in 2019.',
        occurredOn: '2019',
        evidenceIds: [piece],
      }),
    );
    expect(await where()).toMatchObject({ workflow: 'ours@1', state: 'begun' });
  });

  it('lets history be entered after it, as long as nothing was followed here, and stays unchecked where it was', async () => {
    await crossWalk();
    await ok(move('open', { to: 'under-way', occurredOn: '2018', evidenceIds: [await world.a.evidence(editor)] }));
    await ok(migrate());
    expect(await where()).toEqual({ workflow: 'ours@1', state: 'begun', phase: 'progressing', unchecked: true });
    await ok(move('open', { to: 'claimed', evidenceIds: [await world.a.evidence(editor)] }));
    expect(await where()).toMatchObject({ state: 'claimed', unchecked: true });
    await ok(move('check', {}, verifier));
    expect(await where()).toMatchObject({ state: 'checked', unchecked: false });
    await refused(world, () => move('open', { to: 'open', evidenceIds: [] }), 409, 'transition-not-allowed');
  });
});

describe('four eyes', () => {
  it('see a claim that was carried over as the claim that it is, whoever carried it over', async () => {
    await crossWalk();
    const both = await world.a.member({ roles: ['editor', 'verifier'] });
    await claimed();
    await ok(migrate());
    const asVerifier = { ...both, token: both.tokens.verifier! };
    const sameOrganization = await refused(world, () => move('check', {}, asVerifier), 422, 'unmet-conditions');
    expect(sameOrganization.body['unmet'].map((u: { condition: string }) => u.condition)).toEqual([
      'other-organization-than',
    ]);
    await ok(move('check', {}, verifier));
    expect(await where()).toMatchObject({ workflow: 'ours@1', state: 'checked', phase: 'fulfilled' });
  });

  it('do not take a correction to nothing for a check, after what was verified was carried over', async () => {
    await crossWalk();
    await verified();
    await ok(migrate());
    const begun = await ok(move('begin'));
    await refused(world, () => move('correct', { corrects: begun, to: 'checked', note: 'x' }), 403, 'role-missing');
  });

  it('void what was verified and carried over when its evidence goes, back into the workflow of then', async () => {
    await crossWalk();
    const [piece] = await verified();
    await ok(migrate());
    expect(await where()).toMatchObject({ workflow: 'ours@1', state: 'checked', phase: 'fulfilled' });
    expect((await world.as(editor).delete(`/tracks/${track}/evidence/${piece!}`)).status).toBe(204);
    expect(await where()).toEqual({
      workflow: 'implementation@1',
      state: 'reported-implemented',
      phase: 'progressing',
      unchecked: false,
    });
    expect((await history()).at(-1)).toBe('void ours@1 checked implementation@1 reported-implemented');
    await ok(migrate());
    expect(await where()).toMatchObject({ workflow: 'ours@1', state: 'claimed' });
  });

  it('see on what a state stands, also what whoever carries it over may not know', async () => {
    await crossWalk();
    const [piece] = await claimed();
    await world.a.rows('ALTER TABLE evidence DISABLE TRIGGER USER');
    await world.a.rows(`UPDATE evidence SET confidentiality = 'organization', organization_id = $1 WHERE id = $2`, [
      verifier.actor.organizationId,
      piece,
    ]);
    await world.a.rows('ALTER TABLE evidence ENABLE TRIGGER USER');
    const id = await ok(migrate());
    const citedBy = async (caller: Member): Promise<string[]> =>
      (
        await inWorkspace(caller.actor, world.tx, (tx) =>
          tx.query<{ id: string }[]>('SELECT evidence_id AS id FROM transition_evidence WHERE transition_id = $1', [
            id,
          ]),
        )
      ).map((row) => row.id);
    expect([await citedBy(verifier), await citedBy(editor)].map((ids) => ids.includes(piece!))).toEqual([true, false]);
    expect(await citedBy(editor)).toHaveLength(1);
  });

  it('see who disagrees as before: a migration settles nothing', async () => {
    await crossWalk();
    await verified();
    const against = await world.a.evidence(verifier, { verified_by: editor.actor.personId, verified_at: new Date() });
    await world.a.link(track, against, verifier, { stance: 'contradicts' });
    const contested = async () => (await world.as(editor).get(`/tracks/${track}`)).body['contested'];
    const before = await contested();
    expect(before).toMatchObject({ contradicts: [{ id: against }] });
    await ok(migrate());
    expect(await contested()).toEqual(before);
  });
});

it('the database refuses a migration without a cross-walk, and a change of workflow that is none', async () => {
  await crossWalk();
  const id = await ok(migrate());
  for (const change of [
    'cross_walk_id = NULL',
    `transition = 'begin', cross_walk_id = NULL`,
    'from_workflow_id = workflow_id',
  ]) {
    await world.a.rows('SAVEPOINT before');
    await world.a.rows('ALTER TABLE transition DISABLE TRIGGER USER');
    await expect(world.a.rows(`UPDATE transition SET ${change} WHERE id = $1`, [id])).rejects.toMatchObject({
      code: expect.stringMatching(/^235/),
    });
    await world.tx.query('ROLLBACK TO SAVEPOINT before');
  }
});
