// Random walks through the real engine and database: after every step, what is cached equals what all rows say.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EvidenceService } from '../../src/evidence/evidence.service.js';
import { Problem } from '../../src/common/problem.js';
import type { CreateTransitionDto } from '../../src/follow-ups/transition.dto.js';
import { TransitionsService } from '../../src/follow-ups/transitions.service.js';
import { inLanguage } from '../../src/common/words.js';
import { builtInWorkflows } from '../../src/workflows/built-in-workflows.js';
import { rulesFrom, type WorkflowDefinition } from '../../src/workflows/workflow.definition.js';
import type { Member } from '../factories/factories.js';
import { copiesThatDiffer } from '../support/copies.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let people: Member[];
let engine: TransitionsService;
let evidence: EvidenceService;

beforeEach(async () => {
  world = await openWorld();
  const other = await world.a.organization();
  const roles = ['administrator', 'editor', 'verifier'] as const;
  people = [
    await world.a.member({ roles: [...roles] }),
    await world.a.member({ roles: [...roles], organizationId: other }),
    await world.a.member({ roles: ['editor'] }),
  ];
  engine = world.app.get(TransitionsService, { strict: false });
  evidence = world.app.get(EvidenceService, { strict: false });
});
afterEach(() => world.close());

interface Row {
  id: string;
  transition: string;
  from_state: string;
  to_state: string;
  position: string | null;
  corrects: string | null;
  voids: string | null;
  occurred_last: string;
  unchecked: boolean;
}

/** One walk of one track, with pieces for and against, an engagement, and people to walk it. */
interface Walk {
  track: string;
  definition: WorkflowDefinition;
  pieces: string[];
}

async function begin(definition: WorkflowDefinition): Promise<Walk> {
  const bringer = await world.a.member();
  const followUp = await world.a.followUp(
    definition.axis === 'implementation'
      ? { implementationWorkflow: definition.key, implementation: definition.initial }
      : {},
  );
  const [publication] = await world.a.rows<{ id: string }>(
    `SELECT id FROM track WHERE recommendation_id = $1 AND axis = 'publication'`,
    [followUp.recommendationId],
  );
  const track = definition.axis === 'publication' ? publication!.id : followUp[definition.axis];
  const engagement = await world.a.insert('engagement', {
    id: crypto.randomUUID(),
    workspace_id: world.a.workspaceId,
    organization_id: world.a.organizationId,
    kind: 'letter',
    occurred_on: '2010',
    occurred_last: '2010-12-31',
    summary: 'A letter.',
    awaited_on: '2014',
    awaited_last: '2014-12-31',
  });
  await world.a.insert('engagement_addressee', {
    workspace_id: world.a.workspaceId,
    engagement_id: engagement,
    addressee_id: followUp.addresseeId,
  });
  await world.a.insert('engagement_recommendation', {
    workspace_id: world.a.workspaceId,
    engagement_id: engagement,
    recommendation_id: followUp.recommendationId,
  });
  const pieces: string[] = [];
  for (const link of [{}, { shows: 'act' }, { stance: 'contradicts' }, { stance: 'context', shows: 'reply' }]) {
    const piece = await world.a.evidence(bringer, { credibility: 2 });
    await world.a.link(track, piece, bringer, link);
    pieces.push(piece);
  }
  return { track, definition, pieces };
}

const day = (n: number): string => new Date(Date.UTC(2012, 0, 1 + n * 20)).toISOString().slice(0, 10);
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
const whim = fc.record({
  kind: fc.constantFrom('rule', 'rule', 'rule', 'rule', 'open', 'correct', 'correct', 'change'),
  which: fc.nat(99),
  to: fc.nat(99),
  who: fc.nat(20),
  on: fc.oneof(fc.constant(null), fc.nat(60)),
  note: fc.nat(3),
  cites: fc.nat(20),
});
type Whim = typeof whim extends fc.Arbitrary<infer T> ? T : never;

const rowsOf = (track: string): Promise<Row[]> =>
  world.a.rows<Row>(
    'SELECT id, transition, from_state, to_state, position::text, corrects, voids, occurred_last::text, unchecked FROM transition WHERE track_id = $1 ORDER BY recorded_at',
    [track],
  );
const standing = (rows: Row[]): Row[] =>
  rows
    .filter((row) => row.position !== null && !rows.some((other) => other.corrects === row.id))
    .sort((a, b) => Number(a.position) - Number(b.position));

function wishOf(
  { definition, pieces }: Walk,
  rows: Row[],
  { kind, which, to, on, note, cites }: Whim,
): CreateTransitionDto {
  const history = standing(rows);
  const occurredOn = on === null ? null : day(on);
  const more = {
    occurredOn,
    ...(note === 0 ? {} : { note: 'Because.' }),
    evidenceIds: cites < pieces.length ? [pieces[cites]!] : [],
  };
  if (kind === 'open') return { ...more, transition: 'open', to: pick(Object.keys(definition.states), to)! };
  const wrong = pick(history, which);
  if (kind === 'correct' && wrong)
    return {
      ...more,
      occurredOn: which % 3 === 0 ? occurredOn : wrong.occurred_last,
      transition: 'correct',
      corrects: wrong.id,
      to: pick(Object.keys(definition.states), to)!,
    };
  const stood =
    history.findLast((row) => occurredOn === null || row.occurred_last <= occurredOn)?.to_state ?? definition.initial;
  return { ...more, transition: pick(rulesFrom(definition, stood), which)?.key ?? 'none' };
}

async function step(walk: Walk, given: Whim): Promise<string> {
  const before = await rowsOf(walk.track);
  const { actor } = pick(people, given.who)!;
  const outcome = await attempt(async () => {
    if (given.kind !== 'change') return engine.create(actor, walk.track, undefined, wishOf(walk, before, given));
    const piece = pick(walk.pieces, given.which)!;
    const [{ version }] = (await world.a.rows<{ version: number }>('SELECT version FROM evidence WHERE id = $1', [
      piece,
    ])) as [{ version: number }];
    return evidence.update(pick(people, 2)!.actor, piece, version, { locator: `p. ${given.to}` });
  });
  const after = await rowsOf(walk.track);
  expect(after.slice(0, before.length)).toEqual(before);
  if (given.kind === 'change') expect(after.length - before.length).toBeLessThanOrEqual(1);
  else expect(after.length - before.length).toBe(outcome === 'done' ? 1 : 0);
  await compare(walk, after);
  return after.length === before.length ? outcome : nameOf(after.at(-1)!);
}

const nameOf = ({ transition, position }: Row): string =>
  position === null
    ? 'in the timeline only'
    : ['open', 'correct', 'void', 'verify'].includes(transition)
      ? transition
      : 'another rule';

/** `done`, or the code of the problem; anything else is a bug. */
async function attempt(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return error.code;
    throw error;
  }
}

/** State, phase and the rest of the cache, from all rows by the words of product.md; the log; and what hangs on it. */
async function compare({ track, definition }: Walk, rows: Row[]): Promise<void> {
  const history = standing(rows);
  const last = history.at(-1);
  const state = last?.to_state ?? definition.initial;
  const [cached] = await world.a.rows<Record<string, unknown>>(
    'SELECT state, phase, stands_on, unchecked FROM track WHERE id = $1',
    [track],
  );
  expect(cached).toEqual({
    state,
    phase: definition.states[state]?.phase,
    stands_on: last?.id ?? null,
    unchecked: last?.unchecked ?? false,
  });
  history.forEach((row, n) => expect((history[n - 1]?.occurred_last ?? '0000') <= row.occurred_last).toBe(true));
  history.forEach((row, n) =>
    expect(follows(definition, history[n - 1]?.to_state ?? definition.initial, row) ? 'follows' : row).toBe('follows'),
  );
  const told = await world.a.rows<{ object_version: number }>(
    `SELECT object_version FROM audit_event WHERE object_id = $1 AND action = 'track.transitioned' ORDER BY at`,
    [track],
  );
  const [{ version }] = (await world.a.rows<{ version: number }>('SELECT version FROM track WHERE id = $1', [
    track,
  ])) as [{ version: number }];
  expect(told).toHaveLength(rows.length);
  expect(told.at(-1)?.object_version ?? 1).toBe(version);
  expect(await copiesThatDiffer(world)).toEqual([]);
}

function follows(
  definition: WorkflowDefinition,
  before: string,
  { transition, from_state: from, to_state: to, unchecked }: Row,
): boolean {
  const rules = rulesFrom(definition, before).filter((rule) => rule.to === to);
  if (unchecked) return true; // History that was entered.
  if (transition === 'void') return to === before || from === before;
  if (transition === 'correct') return to === before || rules.length > 0;
  return rules.some((rule) => rule.key === transition);
}

describe('whatever anybody does to a track', () => {
  const happened: Record<string, number> = {};

  test.each([
    ['implementation', 16],
    ['advocacy-response', 8],
    ['publication', 8],
    ['resolution-reporting', 8],
  ])(
    'what is cached is what all rows say: %s',
    async (key, numRuns) => {
      const definition = builtInWorkflows.find((workflow) => workflow.key === key)!;
      await fc.assert(
        fc.asyncProperty(fc.array(whim, { minLength: 5, maxLength: 20 }), async (whims) => {
          const walk = await begin(definition);
          for (const given of whims) {
            const outcome = await step(walk, given);
            happened[outcome] = (happened[outcome] ?? 0) + 1;
          }
        }),
        { numRuns, endOnFailure: true },
      );
    },
    120_000,
  );

  test.each([
    'another rule',
    'open',
    'correct',
    'in the timeline only',
    'transition-not-allowed',
    'unmet-conditions',
    'role-missing',
  ])('%s: it has happened, or the walks say little', (what) => {
    expect(happened).toMatchObject({ [what]: expect.any(Number) });
  });
});

describe('the options', () => {
  /** Why an attempt, with nothing more than the transition, is refused; it is undone in any case. */
  async function whyNot(actor: Member['actor'], track: string, transition: string): Promise<unknown> {
    const undone = new Error('undone');
    const attempted = world.tx.transaction(async () => {
      await engine.create(actor, track, undefined, { transition, occurredOn: null });
      throw undone;
    });
    return attempted.catch((error: unknown) =>
      error === undone ? [] : inLanguage((error as Problem).more['unmet'], actor.language),
    );
  }

  test('say of every transition exactly what an attempt would say', async () => {
    const definition = builtInWorkflows.find(({ key }) => key === 'implementation')!;
    const compared = new Set<string>();
    for (const state of Object.keys(definition.states)) {
      const { track, pieces } = await begin(definition);
      await engine.create(people[2]!.actor, track, undefined, {
        transition: 'open',
        to: state,
        occurredOn: null,
        evidenceIds: [pieces[0]!],
      });
      for (const { actor } of people) {
        const { items } = await engine.options(actor, track);
        expect(items.map(({ transition }) => transition)).toEqual([
          ...rulesFrom(definition, state).map(({ key }) => key),
          'open',
          'correct',
        ]);
        for (const { transition, allowed, unmet } of items.slice(0, -2)) {
          expect({ transition, unmet }).toEqual({ transition, unmet: await whyNot(actor, track, transition) });
          expect(allowed).toBe(unmet.length === 0);
          compared.add(`${transition} ${allowed}`);
        }
      }
    }
    expect([...compared].sort()).toEqual(
      expect.arrayContaining([
        'claim true',
        'find-no-action false',
        'reopen false',
        'report-partial true',
        'verify false',
        'verify true',
      ]),
    );
  });

  test('say to those who move nothing whom to ask', async () => {
    const { track, definition, pieces } = await begin(builtInWorkflows.find(({ key }) => key === 'implementation')!);
    await engine.create(people[2]!.actor, track, undefined, {
      transition: 'open',
      to: definition.initial,
      occurredOn: null,
      evidenceIds: [pieces[0]!],
    });
    for (const role of ['partner', 'auditor'] as const) {
      const { items } = await engine.options((await world.a.member({ roles: [role] })).actor, track);
      expect(items.map(({ unmet }) => unmet[0]?.condition)).toEqual(items.map(() => 'has-role'));
    }
  });
});
