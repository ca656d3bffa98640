// Every workflow that comes with Heed, walked over HTTP: what it asks for, the phase of each state, what it is chosen for.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { builtInWorkflows } from '../../src/workflows/built-in-workflows.js';
import type { Condition, TransitionDefinition, WorkflowDefinition } from '../../src/workflows/workflow.definition.js';
import type { Member } from '../factories/factories.js';
import { outcomeOf, refused } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
});

afterEach(() => world.close());

const follow = async (
  workflows: Record<string, string> | undefined,
  source: Record<string, unknown> = {},
): Promise<Answer> => {
  const recommendation = await world.a.recommendation({ source_id: await world.a.source(source) });
  return world.as(editor).post(`/recommendations/${recommendation}/follow-ups`, {
    addresseeId: await world.a.addressee(),
    asked: true,
    ask: 'x',
    ...(workflows ? { workflows } : {}),
  });
};

/** A piece that meets every condition of the listed workflows; linked anew to each track. */
const piece = async (given: Record<string, unknown> = {}): Promise<string> =>
  (
    await world.as(editor).post('/evidence', {
      kind: 'link',
      title: 'A document',
      url: `https://example.org/${Math.random()}`,
      quote: 'We take note.',
      locator: 'CCPR/C/128/3/Add.1, para. 4',
      ...given,
    })
  ).body['id'] as string;

const NEW = builtInWorkflows.filter(
  ({ key }) => !['advocacy-response', 'implementation', 'publication', 'resolution-reporting'].includes(key),
);
const nameOf = ({ key, version }: WorkflowDefinition): string => `${key}@${String(version)}`;

/** Walks that take every transition from every state that it starts from; several where nothing leads back to the start. */
function everyStep({ initial, transitions }: WorkflowDefinition): TransitionDefinition[][] {
  const left = new Set(transitions.flatMap((rule) => rule.from.map((from) => `${from} ${rule.key}`)));
  const walks: TransitionDefinition[][] = [];
  while (left.size > 0) walks.push(oneWalk(initial, transitions, left));
  return walks;
}

function oneWalk(initial: string, transitions: TransitionDefinition[], left: Set<string>): TransitionDefinition[] {
  const walk: TransitionDefinition[] = [];
  for (let state = initial; ; state = walk.at(-1)!.to) {
    const leaving = transitions.filter((rule) => rule.from.includes(state));
    const next =
      leaving.find((rule) => left.has(`${state} ${rule.key}`)) ??
      leaving.find((rule) => [...left].some((step) => step.startsWith(`${rule.to} `)));
    if (!next) return walk;
    left.delete(`${state} ${next.key}`);
    walk.push(next);
  }
}

const asks = (rule: TransitionDefinition, is: Condition['is']): boolean =>
  rule.conditions.some((condition) => condition.is === is);

describe.each(NEW.map((definition) => [nameOf(definition), definition] as const))('%s', (name, definition) => {
  it('walks every transition from every state that it starts from, to the state and phase that it says', async () => {
    for (const walk of everyStep(definition)) await take(walk);
  });

  async function take(walk: TransitionDefinition[]): Promise<void> {
    const { body } = await follow({ [definition.axis]: name });
    const { id: track, ...start } = body[definition.axis];
    expect(start).toMatchObject({
      workflow: name,
      state: definition.initial,
      phase: definition.states[definition.initial]!.phase,
    });
    await world
      .as(editor)
      .post(`/tracks/${track}/evidence`, { evidenceId: await piece(), stance: 'context', shows: 'reply' });
    for (const rule of walk) {
      const made = await world.as(editor).post(`/tracks/${track}/transitions`, {
        transition: rule.key,
        occurredOn: '2020',
        ...(asks(rule, 'has-note') ? { note: 'As it says.' } : {}),
        ...(asks(rule, 'coded-by') ? { codedBy: 'upr-info' } : {}),
      });
      expect([made.status, made.body['to'], made.body['workflow']]).toEqual([201, rule.to, name]);
    }
    const last = walk.at(-1)!.to;
    expect((await world.as(editor).get(`/tracks/${track}`)).body).toMatchObject({
      state: last,
      phase: definition.states[last]!.phase,
      label: definition.states[last]!.label['en'],
    });
  }

  it('says what each transition still needs, and refuses it without', async () => {
    const track = (await follow({ [definition.axis]: name })).body[definition.axis].id as string;
    const { items } = (await world.as(editor).get(`/tracks/${track}/transitions/options`)).body;
    const leaving = definition.transitions.filter((rule) => rule.from.includes(definition.initial));
    expect(
      items
        .filter((o: { to: string | null }) => o.to !== null)
        .map((o: { transition: string; unmet: { condition: string }[] }) => [
          o.transition,
          ...o.unmet.map((u) => u.condition),
        ]),
    ).toEqual(leaving.map((rule) => [rule.key, ...rule.conditions.map((condition) => condition.is)]));
    for (const rule of leaving)
      await refused(
        world,
        () => world.as(editor).post(`/tracks/${track}/transitions`, { transition: rule.key, occurredOn: '2020' }),
        422,
        'unmet-conditions',
      );
  });

  it('reads in Korean', async () => {
    const track = (await follow({ [definition.axis]: name })).body[definition.axis].id as string;
    expect((await world.as(editor).get(`/tracks/${track}`, { 'accept-language': 'ko' })).body['label']).toBe(
      definition.states[definition.initial]!.label['ko'],
    );
  });
});

describe('upr-response', () => {
  let track: string;
  beforeEach(async () => {
    track = (await follow(undefined, { kind: 'review-outcome' })).body['response'].id as string;
  });
  const move = (transition: string, given: Record<string, unknown> = {}) =>
    world.as(editor).post(`/tracks/${track}/transitions`, { transition, occurredOn: '2024-11-07', ...given });
  const unmetOf = ({ status, body }: Answer): unknown[] => [
    status,
    ...(body['unmet'] ?? []).map((u: { condition: string }) => u.condition),
  ];

  it('asks for the reply in its own words, and for who classified it', async () => {
    const without = await piece({ quote: undefined });
    expect(unmetOf(await move('record-noted-by-state', { evidenceIds: [without], codedBy: 'ohchr' }))).toEqual([
      422,
      'has-evidence',
    ]);
    expect(unmetOf(await move('record-noted-by-state', { evidenceIds: [await piece()] }))).toEqual([422, 'coded-by']);
    const noted = await move('record-noted-by-state', { evidenceIds: [await piece()], codedBy: 'ohchr' });
    expect([noted.status, noted.body['codedBy'], noted.body['flags']]).toEqual([201, 'ohchr', []]);
    expect(await world.a.rows('SELECT coded_by FROM transition WHERE id = $1', [noted.body['id']])).toEqual([
      { coded_by: 'ohchr' },
    ]);
    expect((await world.as(editor).get(`/tracks/${track}`)).body).toMatchObject({
      state: 'noted-by-state',
      label: 'Noted',
      phase: 'awaited',
    });
  });

  it('takes the outcome document, which holds no reply, where nothing was said', async () => {
    const outcome = await piece({ quote: undefined });
    const made = await move('record-noted-unanswered', { evidenceIds: [outcome], codedBy: 'upr-info' });
    expect([made.status, made.body['to']]).toEqual([201, 'noted-unanswered']);
    expect(await world.a.rows('SELECT shows FROM track_evidence WHERE track_id = $1', [track])).toEqual([
      { shows: null },
    ]);
  });

  it('refuses whoever is not known to classify, and where nobody is asked for', async () => {
    expect(
      outcomeOf(await refused(world, () => move('record-supported', { codedBy: 'a-blog' }), 422, 'unknown-coder')),
    ).toEqual([422, 'unknown-coder', '/codedBy']);
    track = (await follow(undefined)).body['implementation'].id as string;
    await refused(world, () => move('start', { codedBy: 'state' }), 422, 'unknown-coder');
  });

  it('never leads back to pending', async () => {
    await move('record-supported', { evidenceIds: [await piece()], codedBy: 'state' });
    await refused(world, () => move('record-pending', { codedBy: 'state' }), 409, 'transition-not-allowed');
  });

  it('keeps the position at adoption, and adds later ones', async () => {
    const at = async (transition: string, occurredOn: string) =>
      move(transition, { evidenceIds: [await piece()], codedBy: 'state', occurredOn });
    await at('record-noted-by-state', '2019-09');
    await at('record-supported', '2022-05');
    const { items } = (await world.as(editor).get(`/tracks/${track}/transitions`)).body;
    expect(
      items.map((t: { to: string; occurredOn: string; correctedBy: null }) => [t.to, t.occurredOn, t.correctedBy]),
    ).toEqual([
      ['noted-by-state', '2019-09', null],
      ['supported', '2022-05', null],
    ]);
  });
});

describe('the double footnote of the ILO', () => {
  it('is noted with a transition, and is no state', async () => {
    const track = (await follow(undefined, { kind: 'ilo-comment' })).body['implementation'].id as string;
    const move = (given: Record<string, unknown>) =>
      world.as(editor).post(`/tracks/${track}/transitions`, {
        transition: 'record-observation',
        occurredOn: '2023',
        note: 'Asked for full particulars.',
        ...given,
      });
    await refused(world, () => move({ flags: ['triple-footnote'] }), 422, 'unknown-flag');
    const made = await move({ flags: ['double-footnote'], evidenceIds: [await piece()] });
    expect([made.status, made.body['flags'], made.body['to']]).toEqual([201, ['double-footnote'], 'observation']);
    expect(await world.a.rows('SELECT flags FROM transition WHERE id = $1', [made.body['id']])).toEqual([
      { flags: ['double-footnote'] },
    ]);
    await refused(
      world,
      () =>
        world.as(editor).post(`/tracks/${track}/transitions`, {
          transition: 'record-direct-request',
          occurredOn: '2024',
          note: 'x',
          flags: ['urgent'],
        }),
      422,
      'unknown-flag',
    );
  });
});

describe('a follow-up that names no workflow', () => {
  it.each([
    ['letter', null, 'advocacy-response@1', 'implementation@1'],
    ['report', 'UPR', 'advocacy-response@1', 'implementation@1'],
    ['resolution', 'Security Council', 'advocacy-response@1', 'implementation@1'],
    ['review-outcome', null, 'upr-response@1', 'upr-implementation@1'],
    ['review-outcome', 'UPR', 'upr-response@1', 'upr-implementation@1'],
    ['concluding-observations', 'Human Rights Committee', 'advocacy-response@1', 'hrc-follow-up@2017'],
    ['concluding-observations', 'CCPR', 'advocacy-response@1', 'hrc-follow-up@2017'],
    ['concluding-observations', 'CEDAW', 'advocacy-response@1', 'cedaw-follow-up@1'],
    [
      'concluding-observations',
      'Committee on the Elimination of Discrimination against Women',
      'advocacy-response@1',
      'cedaw-follow-up@1',
    ],
    ['concluding-observations', 'Committee on the Rights of the Child', 'advocacy-response@1', 'implementation@1'],
    ['concluding-observations', null, 'advocacy-response@1', 'implementation@1'],
    ['ilo-comment', 'ILO', 'advocacy-response@1', 'ilo-supervision@1'],
    ['communication', null, 'communication@1', 'implementation@1'],
    ['article', null, 'advocacy-response@1', 'implementation@1'],
    ['brief', null, 'advocacy-response@1', 'implementation@1'],
    ['other', 'CEDAW', 'advocacy-response@1', 'implementation@1'],
  ])('of a %s (%s) follows %s and %s', async (kind, mechanism, response, implementation) => {
    const { status, body } = await follow(undefined, { kind, mechanism });
    expect([status, body['response'].workflow, body['implementation'].workflow]).toEqual([
      201,
      response,
      implementation,
    ]);
    expect(
      await world.a.rows(
        `SELECT t.axis, w.key || '@' || w.version AS name FROM track t JOIN workflow w ON w.id = t.workflow_id WHERE t.follow_up_id = $1 ORDER BY 1 DESC`,
        [body['id']],
      ),
    ).toEqual([
      { axis: 'response', name: response },
      { axis: 'implementation', name: implementation },
    ]);
  });

  it('may name another one all the same, on one axis or both', async () => {
    const { body } = await follow(
      { implementation: 'visit@1', response: 'visit-request@1' },
      { kind: 'review-outcome' },
    );
    expect([body['response'].workflow, body['implementation'].workflow]).toEqual(['visit-request@1', 'visit@1']);
    const one = await follow({ implementation: 'hrc-follow-up@2001' }, { kind: 'review-outcome' });
    expect([one.body['response'].workflow, one.body['implementation'].workflow]).toEqual([
      'upr-response@1',
      'hrc-follow-up@2001',
    ]);
  });

  it('may not name one of another axis', async () => {
    expect((await follow({ implementation: 'upr-response@1' })).status).toBe(422);
  });
});
