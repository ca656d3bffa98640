import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { builtInWorkflows } from '../workflows/built-in-workflows.js';
import { type Condition, MOVERS, rulesFrom, type WorkflowDefinition } from '../workflows/workflow.definition.js';
import type { Book, Standing } from './track-history.js';
import { planOf, planOfVoid } from './transition-plan.js';
import type { Over, Plan, Refusal, Wish } from './transition-wish.js';

const implementation = builtInWorkflows.find(({ key }) => key === 'implementation')!;

/** A row of the table `transition`, as far as plans go. */
interface Row {
  id: string;
  transition: string;
  from: string;
  to: string;
  position: number | null;
  occurredLast: string;
  unchecked: boolean;
  workflow: string;
  fromWorkflow: string;
  corrects?: string | undefined;
}

/** A track in memory: rows are only ever added, and places are given as transition-record.ts gives them. */
class Track {
  readonly rows: Row[] = [];

  /** Definitions by `key@version`, which stands for the id here. */
  constructor(
    readonly begun: WorkflowDefinition,
    readonly others: WorkflowDefinition[] = [],
  ) {}

  get book(): Book {
    return {
      workflow: nameOf(this.begun),
      definitions: new Map([this.begun, ...this.others].map((definition) => [nameOf(definition), definition])),
    };
  }

  /** The workflow that it follows now. */
  get definition(): WorkflowDefinition {
    return this.definitionAfter(this.history);
  }

  /** The same looked up naively: where nothing stands before, what stands first tells. */
  definitionAfter(earlier: Standing[], later = this.history): WorkflowDefinition {
    return this.book.definitions.get(earlier.at(-1)?.workflow ?? later[0]?.fromWorkflow ?? nameOf(this.begun))!;
  }

  get history(): Standing[] {
    const corrected = new Set(this.rows.map((row) => row.corrects));
    return this.rows
      .filter((row) => row.position !== null && !corrected.has(row.id))
      .sort((a, b) => a.position! - b.position!)
      .map(({ position, corrects: _, ...row }) =>
        Object.freeze({ ...row, position: String(position), people: [], organizations: [], evidenceBroughtBy: [] }),
      );
  }

  get state(): string {
    return this.history.at(-1)?.to ?? this.begun.initial;
  }

  wish(wish: Wish): Plan | Refusal {
    const plan = planOf(this.book, Object.freeze(this.history) as Standing[], wish);
    if (!('refused' in plan)) this.add(wish, plan);
    return plan;
  }

  /** What voiding.ts does when the ground of a verification goes. */
  lose(today: string): Omit<Plan, 'ways' | 'history'> | undefined {
    const plan = planOfVoid(this.book, Object.freeze(this.history) as Standing[]);
    if (plan) this.add({ transition: 'void', occurredLast: today }, plan);
    return plan;
  }

  private add(
    { transition, occurredLast, corrects }: Wish,
    { from, to, workflow, fromWorkflow, place, unchecked }: Omit<Plan, 'ways' | 'history'>,
  ): void {
    this.rows.push({
      id: `t${this.rows.length}`,
      transition,
      from,
      to,
      workflow,
      fromWorkflow,
      position: positionOf(place),
      occurredLast,
      unchecked,
      corrects,
    });
  }
}

const nameOf = ({ key, version }: WorkflowDefinition): string => `${key}@${version}`;

function positionOf(place: Plan['place']): number | null {
  if (place === null) return null;
  if ('same' in place) return Number(place.same);
  const after = Number(place.after ?? 0);
  return place.before === null ? Math.trunc(after) + 1 : (after + Number(place.before)) * 0.5;
}

const day = (n: number): string => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10);
const TODAY = 60;

/** Wishes as people have them: some make sense now, some did once, some never do. Numbers are turned into what there is. */
interface Whim {
  kind: 'rule' | 'any-rule' | 'open' | 'correct' | 'lose' | 'migrate' | 'nonsense';
  which: number;
  to: number;
  on: number;
}
const kinds = [
  'rule',
  'rule',
  'rule',
  'rule',
  'any-rule',
  'open',
  'correct',
  'correct',
  'lose',
  'lose',
  'migrate',
  'nonsense',
] as const;
const whim: fc.Arbitrary<Whim> = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(99),
  to: fc.nat(99),
  on: fc.oneof({ weight: 2, arbitrary: fc.constant(TODAY) }, { weight: 3, arbitrary: fc.nat(TODAY) }),
});

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];

function wishOf(track: Track, { kind, which, to, on }: Whim): Wish {
  const { history } = track;
  const occurredLast = day(on);
  const earlier = history.filter((past) => past.occurredLast <= occurredLast);
  const definition = track.definitionAfter(earlier);
  const stood = earlier.at(-1)?.to ?? definition.initial;
  switch (kind) {
    case 'rule':
      return { transition: pick(rulesFrom(definition, stood), which)?.key ?? 'none', occurredLast };
    case 'any-rule':
      return {
        transition: pick(definition.transitions, which)?.key ?? 'none',
        occurredLast,
        to: to % 3 === 0 ? pick(Object.keys(definition.states), to) : undefined,
      };
    case 'open':
      return { transition: 'open', occurredLast, to: pick(Object.keys(definition.states), to) };
    case 'correct': {
      const wrong = to % 5 === 0 ? pick(track.rows, which) : pick(history, which);
      // Half of the corrections keep the date.
      return {
        transition: 'correct',
        occurredLast: which % 2 === 0 ? (wrong?.occurredLast ?? occurredLast) : occurredLast,
        to: pick(Object.keys(definition.states), to),
        corrects: wrong?.id,
      };
    }
    case 'migrate':
      return {
        transition: 'migrate',
        occurredLast: which % 4 === 0 ? occurredLast : day(TODAY),
        over: crossWalk(track, which, to),
      };
    default:
      return {
        transition: pick(['void', 'migrate', 'correct', 'open', 'toString'], which) ?? 'void',
        occurredLast,
        to: to % 2 === 0 ? 'nowhere' : undefined,
      };
  }
}

/** To another workflow, states in turn from somewhere on; some are left out, and what only a namesake fits is often right. */
function crossWalk(track: Track, which: number, to: number): Over | undefined {
  const [from, next] = [
    track.definition,
    pick(
      [...track.book.definitions.values()].filter((one) => one !== track.definition),
      which,
    ),
  ];
  if (!next) return undefined;
  const [old, names] = [Object.keys(from.states), Object.keys(next.states)];
  const pairs = old.map((state, n) => [state, pick(names, to % 2 === 0 ? n : n + to)!] as const);
  return {
    id: 'a cross-walk',
    workflow: nameOf(next),
    states: Object.fromEntries(pairs.filter((_, n) => (n + which) % 5 !== 0)),
  };
}

/** The same workflow with other names for its states: what is verified in one may be carried over into the other. */
const renamed: WorkflowDefinition = {
  ...implementation,
  version: 2,
  initial: `${implementation.initial}-2`,
  states: Object.fromEntries(Object.entries(implementation.states).map(([state, given]) => [`${state}-2`, given])),
  transitions: implementation.transitions.map((rule) => ({
    ...rule,
    from: rule.from.map((state) => `${state}-2`),
    to: `${rule.to}-2`,
  })),
};
const alike: Over = {
  id: 'a cross-walk',
  workflow: nameOf(renamed),
  states: Object.fromEntries(Object.keys(implementation.states).map((state) => [state, `${state}-2`])),
};
const listed = builtInWorkflows.find(({ key }) => key === 'upr-implementation')!;
const VERIFIED = ['implementation@1 implemented', 'implementation@2 implemented-2'];

/** Small machines of any shape, sound or not: an engine that is right is right for all of them. */
const anyDefinition: fc.Arbitrary<WorkflowDefinition> = fc.integer({ min: 2, max: 6 }).chain((size) => {
  const names = Array.from({ length: size }, (_, n) => `s${n}`);
  const rule = fc.record({
    key: fc.constantFrom('go', 'claim', 'verify', 'return', 'reverse', 'reopen'),
    from: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: size }),
    to: fc.constantFrom(...names),
  });
  return fc.array(rule, { minLength: 1, maxLength: 10 }).map((rules) => ({
    key: 'any',
    version: 1,
    axis: 'implementation' as const,
    official: false,
    title: {},
    source: '',
    initial: 's0',
    states: Object.fromEntries(names.map((name) => [name, { phase: 'unknown', label: {} }])),
    // A definition with two rules of one key from one state is refused before any track follows it.
    transitions: rules
      .filter(
        (one, n) =>
          !rules
            .slice(0, n)
            .some((other) => other.key === one.key && other.from.some((state) => one.from.includes(state))),
      )
      .map((one) => ({ ...one, label: {}, conditions: one.key === 'verify' ? VERIFYING : [] })),
  }));
});

const VERIFYING: Condition[] = [
  { is: 'has-role', roles: ['verifier'] },
  { is: 'other-person-than', transition: 'claim' },
];
const walks = fc.array(whim, { minLength: 1, maxLength: 30 });
const happened = new Map<string, number>();
const count = (what: string): void => void happened.set(what, (happened.get(what) ?? 0) + 1);

/** One step: the wish, and everything that has to be true after it. */
function step(track: Track, given: Whim): void {
  const before = structuredClone(track.rows);
  const { history, state } = track;
  const wish = wishOf(track, given);
  const isVerified = VERIFIED.includes(`${nameOf(track.definition)} ${state}`) && !history.at(-1)?.unchecked;
  const phaseBefore = track.definition.states[state]!.phase;
  const plan = given.kind === 'lose' ? track.lose(day(TODAY)) : track.wish(wish);
  if (given.kind === 'lose' && isVerified) expect(plan).toBeDefined();
  if (given.kind === 'lose' && plan && track.begun === implementation) expect(phaseBefore).toBe('fulfilled');
  expect(track.rows.slice(0, before.length)).toEqual(before);
  if (!plan || 'refused' in plan) {
    expect(track.rows).toHaveLength(before.length);
    count('refused');
    return;
  }
  const added = track.rows.at(-1)!;
  if (given.kind !== 'lose') expect([undefined, added.to]).toContain(wish.to);
  expect(track.rows).toHaveLength(before.length + 1);
  const isNamed = ['open', 'void', 'migrate'].includes(added.transition);
  count(
    plan.place === null
      ? 'in the timeline only'
      : 'same' in plan.place
        ? 'corrected'
        : isNamed
          ? added.transition
          : 'followed a rule',
  );
  checkPlace(track, history, state, added, plan);
  if ('ways' in plan) checkGround(track, history, added, plan as Plan);
  checkHistory(track);
}

function checkPlace(
  track: Track,
  before: Standing[],
  stateBefore: string,
  added: Row,
  { place }: Pick<Plan, 'place'>,
): void {
  const standing = track.history;
  if (place === null) {
    expect(standing).toEqual(before);
    expect(track.state).toBe(stateBefore);
  } else if ('same' in place) {
    const wrong = track.rows.find((row) => row.id === added.corrects)!;
    expect(added.position).toBe(wrong.position);
    expect(standing.map((s) => s.id)).toEqual(before.map((s) => (s.id === wrong.id ? added.id : s.id)));
  } else {
    expect(standing.filter((s) => s.id !== added.id)).toEqual(before);
    expect(standing.map((s) => s.id)).toContain(added.id);
    if (
      before.some((past, n) => n < before.length - 1 && past.position === place.after) ||
      (place.after === null && before.length > 0)
    )
      count('came in between');
  }
  expect(track.rows.filter((row) => row.corrects !== undefined).map((row) => row.corrects)).toEqual([
    ...new Set(track.rows.flatMap((row) => row.corrects ?? [])),
  ]);
}

/** What is asked looks back at what stood before, and nothing gets round the conditions of a verification. */
function checkGround(track: Track, before: Standing[], added: Row, plan: Plan): void {
  expect(plan.ways.length).toBeGreaterThan(0);
  for (const way of plan.ways) expect(way.some((condition) => condition.is === 'has-role')).toBe(true);
  expect(before.slice(0, plan.history.length)).toEqual(plan.history);
  if (added.transition === 'correct') {
    expect(plan.ways.every((way) => way.some((condition) => condition.is === 'has-note'))).toBe(true);
    expect(plan.history.some((past) => past.id === added.corrects)).toBe(false);
  } else {
    expect(plan.history).toEqual(before.filter((past) => past.occurredLast <= added.occurredLast));
    expect(plan.from).toBe(plan.history.at(-1)?.to ?? track.definitionAfter([], before).initial);
  }
  if (added.transition === 'migrate') {
    checkMigration(track, before, added);
    return;
  }
  if (added.transition === 'open')
    expect(plan.history.every((past) => past.unchecked || past.transition === 'migrate')).toBe(true);
  if (!VERIFIED.includes(`${added.workflow} ${added.to}`) || added.unchecked) return;
  count('verified');
  for (const way of plan.ways)
    expect(way).toEqual(
      expect.arrayContaining(implementation.transitions.find(({ key }) => key === 'verify')!.conditions),
    );
}

/** It comes last, shows nothing that was not shown, checks nothing that was not checked, and is no more checked itself. */
function checkMigration({ book }: Track, before: Standing[], added: Row): void {
  const [from, to] = [added.fromWorkflow, added.workflow].map((name) => book.definitions.get(name)!);
  const [was, is] = [from!.states[added.from]!.phase, to!.states[added.to]!.phase];
  expect(before.every((past) => Number(past.position) < added.position!)).toBe(true);
  expect(added.unchecked).toBe(before.at(-1)?.unchecked ?? false);
  if (is === 'fulfilled') expect(was).toBe('fulfilled');
  if (!VERIFIED.includes(`${added.workflow} ${added.to}`)) return;
  expect(VERIFIED).toContain(`${added.fromWorkflow} ${added.from}`);
  count('carried over a verification');
}

/** The invariants of product.md, "As of", looked up naively. */
function checkHistory(track: Track): void {
  const { rows, history } = track;
  const counting = rows.filter((row) => row.position !== null && !rows.some((other) => other.corrects === row.id));
  const highest = counting.reduce<Row | undefined>(
    (top, row) => (top && top.position! > row.position! ? top : row),
    undefined,
  );
  expect(track.state).toBe(highest?.to ?? track.begun.initial);
  expect(nameOf(track.definition)).toBe(highest?.workflow ?? nameOf(track.begun));
  expect(new Set(history.map((past) => past.position)).size).toBe(history.length);
  history.forEach((next, n) => {
    const previous = history[n - 1];
    if (previous) expect(previous.occurredLast <= next.occurredLast).toBe(true);
    expect(
      follows(track, history.slice(0, n), next)
        ? ''
        : `${JSON.stringify(next)} does not follow on ${JSON.stringify(previous)}`,
    ).toBe('');
  });
}

function follows(track: Track, earlier: Standing[], next: Standing): boolean {
  const definition = track.definitionAfter(earlier);
  const state = earlier.at(-1)?.to ?? definition.initial;
  if (
    next.fromWorkflow !== nameOf(definition) ||
    !Object.hasOwn(track.book.definitions.get(next.workflow)!.states, next.to)
  )
    return false;
  if (next.fromWorkflow !== next.workflow) return next.from === state && ['migrate', 'void'].includes(next.transition);
  const rules = definition.transitions.filter((rule) => rule.from.includes(state) && rule.to === next.to);
  if (next.unchecked) return true; // History that was entered.
  if (next.transition === 'void') return next.to === state || next.from === state;
  if (next.transition === 'correct') return next.to === state || rules.length > 0;
  return rules.some((rule) => rule.key === next.transition);
}

// A planted fault is noticed at random on one run and not on the next, and each would take as long as all of these.
const atRandom = process.env['HEED_MUTATION'] ? describe.skip : describe;

atRandom('whatever anybody wishes, in whatever order and of whatever date', () => {
  it('the history of a track stays sound: from one workflow to another and back', () => {
    fc.assert(
      fc.property(fc.boolean(), walks, (begunVerified, whims) => {
        const track = new Track(implementation, [renamed, listed]);
        for (const transition of begunVerified ? ['claim', 'verify'] : [])
          track.wish({ transition, occurredLast: day(1) });
        for (const given of whims) step(track, given);
      }),
      { numRuns: 800 },
    );
  });

  it.each(builtInWorkflows.map((definition) => [nameOf(definition), definition] as const))(
    'the history of a track stays sound: %s',
    (_, definition) => {
      fc.assert(
        fc.property(walks, (whims) => {
          const track = new Track(definition);
          for (const given of whims) step(track, given);
        }),
        { numRuns: definition === implementation ? 600 : 100 },
      );
    },
  );

  it('the history of a track stays sound: any workflow', () => {
    fc.assert(
      fc.property(anyDefinition, walks, (definition, whims) => {
        const track = new Track(definition);
        for (const given of whims) step(track, given);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'refused',
    'followed a rule',
    'open',
    'void',
    'corrected',
    'came in between',
    'in the timeline only',
    'verified',
    'migrate',
    'carried over a verification',
  ])('%s: it has happened, or the walks say little', (what) => {
    expect(happened.get(what) ?? 0).toBeGreaterThan(5);
  });
});

describe('a plan', () => {
  /** A track that these transitions were made on, one a day. */
  function made(...transitions: string[]): Track {
    const track = new Track(implementation);
    transitions.forEach((transition, n) => {
      const [key, to] = transition.split(' ');
      expect(
        key === 'void' ? track.lose(day(10 * n)) : track.wish({ transition: key!, occurredLast: day(10 * n), to }),
      ).not.toHaveProperty('refused');
    });
    return track;
  }
  const correct = (track: Track, n: number, to: string, on = 10 * n) =>
    track.wish({ transition: 'correct', corrects: `t${n}`, to, occurredLast: day(on) });
  const roleOf = (plan: Plan | Refusal) =>
    'ways' in plan ? plan.ways.map((way) => way.find((condition) => condition.is === 'has-role')?.roles) : plan.refused;
  const VERIFIER = [['verifier']];
  const MOVER = [MOVERS.roles];

  it('stands between what came before and what came after, where it fits', () => {
    const track = made('start', 'claim');
    expect(track.wish({ transition: 'report-partial', occurredLast: day(5) })).toMatchObject({
      from: 'under-way',
      to: 'partially-implemented',
      place: { after: '1', before: '2' },
    });
    expect(track.history.map((past) => [past.transition, past.position])).toEqual([
      ['start', '1'],
      ['report-partial', '1.5'],
      ['claim', '2'],
    ]);
    expect(track.state).toBe('reported-implemented');
  });

  it('stands in the timeline only, where what came after does not follow on it', () => {
    const track = made('start', 'claim');
    expect(track.wish({ transition: 'find-not-implemented', occurredLast: day(5) })).toMatchObject({
      from: 'under-way',
      to: 'not-implemented',
      place: null,
    });
    expect(track.state).toBe('reported-implemented');
  });

  it('asks for what the workflow asks for, and may name the state that it leads to', () => {
    const { conditions } = implementation.transitions.find(({ key }) => key === 'claim')!;
    const track = made('start');
    expect(track.wish({ transition: 'claim', to: 'reported-implemented', occurredLast: day(5) })).toMatchObject({
      ways: [[MOVERS, ...conditions]],
    });
  });

  it('goes over to another workflow under a cross-walk, and follows that one from there', () => {
    const track = new Track(implementation, [renamed]);
    expect(track.wish({ transition: 'migrate', occurredLast: day(0) })).toMatchObject({
      refused: expect.objectContaining({ en: expect.stringContaining('Say under "workflow"') }),
    });
    expect(track.wish({ transition: 'migrate', occurredLast: day(0), over: alike })).toMatchObject({
      ...{ from: 'not-assessed', to: 'not-assessed-2', fromWorkflow: 'implementation@1', workflow: 'implementation@2' },
    });
    expect(track.wish({ transition: 'start', occurredLast: day(1) })).toMatchObject({
      ...{ from: 'not-assessed-2', to: 'under-way-2', fromWorkflow: 'implementation@2' },
    });
  });

  it('comes after what is of the same day', () => {
    expect(made('start').wish({ transition: 'claim', occurredLast: day(0) })).toMatchObject({
      place: { after: '1', before: null },
    });
  });

  it('refuses what did not start from where it stood then, and says so', () => {
    const track = made('start', 'claim');
    expect(track.wish({ transition: 'verify', occurredLast: day(5) })).toEqual({
      refused: expect.objectContaining({
        en: 'There is no transition "verify" from "under-way", where it stood at that date.',
      }),
    });
  });

  it('refuses to lead elsewhere than the workflow says', () => {
    expect(made('start').wish({ transition: 'claim', to: 'implemented', occurredLast: day(5) })).toEqual({
      refused: expect.objectContaining({ en: '"claim" leads to "reported-implemented", not to "implemented".' }),
    });
  });

  it('lets history be entered only before what was followed here', () => {
    const track = made('start');
    expect(track.wish({ transition: 'open', to: 'no-action', occurredLast: day(1) })).toEqual({
      refused: expect.objectContaining({
        en: 'History can be entered only before the first transition that was followed here.',
      }),
    });
    for (const to of ['nowhere', undefined])
      expect(track.wish({ transition: 'open', to, occurredLast: '2009-01-01' })).toMatchObject({
        refused: expect.objectContaining({ en: expect.stringMatching(/^Say under "to".*: not-assessed, no-action, /) }),
      });
    expect(track.wish({ transition: 'open', to: 'implemented', occurredLast: '2009-01-01' })).toMatchObject({
      place: null,
    });
    expect(track.wish({ transition: 'open', to: 'no-action', occurredLast: '2009-01-01' })).toMatchObject({
      place: { after: null, before: '1' },
      unchecked: true,
    });
    expect(track.state).toBe('under-way');
  });

  it('asks of a correction what leads to the state that it puts in place, and why', () => {
    const track = made('start', 'claim');
    const plan = correct(track, 1, 'partially-implemented');
    expect(plan).toMatchObject({
      from: 'under-way',
      place: { same: '2' },
      ways: [[MOVERS, { is: 'has-evidence', credibility: 3 }, { is: 'has-note' }]],
    });
    expect(track.history.map((past) => past.to)).toEqual(['under-way', 'partially-implemented']);
  });

  it('can be corrected again, by naming the correction', () => {
    const track = made('claim');
    correct(track, 0, 'under-way');
    expect(correct(track, 0, 'no-action')).toMatchObject({
      refused: expect.objectContaining({ en: expect.stringContaining('not corrected yet') }),
    });
    expect(track.wish({ transition: 'correct', corrects: 't1', to: 'no-action', occurredLast: day(0) })).toMatchObject({
      place: { same: '1' },
    });
    expect(track.history.map((past) => [past.id, past.to])).toEqual([['t2', 'no-action']]);
  });

  it('refuses a correction on which what came later does not follow, and one that would change the order', () => {
    const track = made('start', 'claim', 'verify');
    expect(correct(track, 1, 'not-implemented')).toEqual({
      refused: expect.objectContaining({
        en: 'What came later does not follow on that state: correct the later one first.',
      }),
    });
    for (const on of [0, 20])
      expect(correct(made('start', 'claim', 'verify'), 1, 'reported-implemented', on)).toMatchObject({
        place: { same: '2' },
      });
    for (const on of [25, -5])
      expect(correct(track, 1, 'reported-implemented', on)).toEqual({
        refused: expect.objectContaining({ en: 'Its date must lie between what came before and what came after.' }),
      });
    expect(correct(track, 1, 'no-action')).toEqual({
      refused: expect.objectContaining({ en: expect.stringMatching(/^What came later/) }),
    });
    expect(correct(track, 1, 'implemented')).toEqual({
      refused: expect.objectContaining({
        en: 'Say under "to" what is right instead: under-way, no-action, partially-implemented, reported-implemented, not-implemented.',
      }),
    });
  });

  it('needs a verifier to put "implemented" in place, whatever it corrects', () => {
    expect(roleOf(correct(made('claim', 'return'), 1, 'implemented'))).toEqual(VERIFIER);
    expect(roleOf(correct(made('claim', 'verify'), 1, 'implemented', 12))).toEqual(VERIFIER);
    expect(roleOf(correct(made('claim', 'verify', 'reverse'), 2, 'implemented'))).toEqual(VERIFIER);
    const redated = made('claim', 'verify', 'reverse');
    correct(redated, 1, 'implemented', 12);
    expect(roleOf(correct(redated, 2, 'implemented'))).toEqual(VERIFIER);
    expect(roleOf(correct(made('claim', 'verify', 'void'), 2, 'implemented'))).toEqual(VERIFIER);
    expect(roleOf(correct(made('claim', 'verify'), 1, 'reported-implemented'))).toEqual(MOVER);
  });

  it('looks back at the claim, not at what is corrected, when it asks for another person', () => {
    for (const [track, n] of [
      [made('open reported-implemented', 'return'), 1],
      [made('open reported-implemented', 'verify'), 1],
      [made('open reported-implemented', 'verify', 'reverse'), 2],
    ] as const) {
      const plan = correct(track, n, 'implemented') as Plan;
      expect(plan.history.map((past) => past.transition)).toEqual(['open']);
    }
  });

  it('leaves entered history unchecked, where a correction says that nothing happened after it', () => {
    const track = made('open implemented', 'reverse');
    expect(correct(track, 1, 'implemented')).toMatchObject({ unchecked: true });
    expect(correct(track, 1, 'implemented')).toHaveProperty('refused');
  });

  it('lets a date be corrected when a later one was corrected to nothing', () => {
    const track = made('claim', 'return');
    correct(track, 1, 'reported-implemented');
    expect(correct(track, 0, 'reported-implemented', 2)).toMatchObject({ place: { same: '1' } });
  });

  it('lets a verification that was voided be dated anew, or taken back', () => {
    expect(correct(made('claim', 'verify', 'void'), 1, 'implemented', 12)).toMatchObject({ place: { same: '2' } });
    expect(correct(made('claim', 'verify', 'void'), 1, 'reported-implemented')).toMatchObject({ place: { same: '2' } });
    expect(correct(made('claim', 'verify', 'void'), 1, 'under-way')).toHaveProperty('refused');
  });
});

describe('a void', () => {
  const track = (...steps: [string, string?][]): Track => {
    const one = new Track(implementation);
    steps.forEach(([transition, to], n) =>
      one.wish({ transition, to, occurredLast: day(n), corrects: transition === 'correct' ? `t${n - 1}` : undefined }),
    );
    return one;
  };
  it('takes a verification back to where it waited for a check', () => {
    const verified = track(['claim'], ['verify']);
    expect(verified.lose(day(9))).toMatchObject({
      from: 'implemented',
      to: 'reported-implemented',
      place: { after: '2', before: null },
      voids: 't1',
      unchecked: false,
    });
    expect(verified.lose(day(9))).toBeUndefined();
    expect(verified.state).toBe('reported-implemented');
  });
  it('takes back a verification that was dated anew, and one that was taken for a return', () => {
    expect(track(['claim'], ['verify'], ['correct', 'implemented']).lose(day(9))).toMatchObject({
      to: 'reported-implemented',
      voids: 't2',
    });
    expect(track(['claim'], ['return'], ['correct', 'implemented']).lose(day(9))).toMatchObject({
      to: 'reported-implemented',
      voids: 't2',
    });
  });
  it('takes back a verification after which, as a correction says, nothing happened', () => {
    expect(track(['claim'], ['verify'], ['reverse'], ['correct', 'implemented']).lose(day(9))).toMatchObject({
      to: 'reported-implemented',
      place: { after: '3' },
    });
  });
  it('goes back over to the workflow in which it was verified, unless it was carried over as something less', () => {
    const carried = (implemented: string): Track => {
      const one = new Track(implementation, [renamed]);
      for (const transition of ['claim', 'verify']) one.wish({ transition, occurredLast: day(1) });
      const over = { ...alike, states: { ...alike.states, implemented } };
      expect(one.wish({ transition: 'migrate', occurredLast: day(2), over })).toMatchObject({ to: implemented });
      return one;
    };
    expect(carried('implemented-2').lose(day(9))).toMatchObject({
      ...{ from: 'implemented-2', to: 'reported-implemented', voids: 't2' },
      ...{ fromWorkflow: 'implementation@2', workflow: 'implementation@1' },
    });
    expect(carried('partially-implemented-2').lose(day(9))).toBeUndefined();
  });
  it.each([
    [[]],
    [[['claim']]],
    [[['open', 'implemented']]],
    [[['open', 'implemented'], ['reverse'], ['correct', 'implemented']]],
    [[['claim'], ['verify'], ['reverse']]],
  ] as [string, string?][][][])('has nothing to take back after %j', (steps) => {
    expect(track(...steps).lose(day(9))).toBeUndefined();
  });
});
