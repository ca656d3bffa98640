import { describe, expect, it } from '@jest/globals';
import { crossWalkFaults, raises } from './cross-walk-check.js';
import type { Condition, TransitionDefinition, WorkflowDefinition } from './workflow.definition.js';

const label = { en: 'x' };
const rule = (to: string, ...conditions: Condition[]): TransitionDefinition => ({
  ...{ key: `to-${to}`, label, from: ['open'], to, conditions },
});
const PERSON: Condition = { is: 'other-person-than', transition: 'claim' };
const ORGANIZATION: Condition = { is: 'other-organization-than', transition: 'claim' };
const EVIDENCE: Condition = { is: 'other-person-than-evidence' };
const VERIFIER: Condition = { is: 'has-role', roles: ['verifier'] };

/** States by phase, and what leads to them. */
const workflow = (
  phases: Record<string, string | null>,
  transitions: TransitionDefinition[] = [],
  given: Partial<WorkflowDefinition> = {},
): WorkflowDefinition => ({
  key: 'old',
  version: 1,
  axis: 'implementation',
  official: false,
  title: label,
  source: 'Ours.',
  initial: 'open',
  states: Object.fromEntries(Object.entries(phases).map(([state, phase]) => [state, { phase, label }])),
  transitions,
  ...given,
});
const old = workflow({ open: 'unknown', going: 'progressing', done: 'fulfilled' });
const renewed = { ...old, key: 'new' };
const codes = (...walk: Parameters<typeof crossWalkFaults>): string[] =>
  crossWalkFaults(...walk).map(({ code, at }) => `${code} ${at}`);

describe('a cross-walk', () => {
  it('is sound from each state to its like, of another workflow or another version', () => {
    const states = { open: 'open', going: 'going', done: 'done' };
    expect(codes(old, renewed, states)).toEqual([]);
    expect(codes(old, { ...old, version: 2 }, states)).toEqual([]);
    expect(codes(old, { ...renewed, version: 2 }, states)).toEqual([]);
  });

  it('is refused to another axis, to itself, and where it says nothing', () => {
    expect(codes(old, { ...renewed, axis: 'response' }, { open: 'open' })).toEqual(['other-axis to']);
    expect(codes(old, old, { open: 'open' })).toEqual(['same-workflow to']);
    expect(codes(old, renewed, {})).toEqual(['empty states']);
  });

  it('is refused with each state that is not there, on either side, and what is no state at all', () => {
    const states = { open: 'nowhere', lost: 'open', gone: 'toString', going: 7 as unknown as string };
    expect(crossWalkFaults(old, renewed, states).map(({ at, message }) => [at, message.en])).toEqual([
      ['open', 'new@1 has no state "nowhere".'],
      ['lost', 'old@1 has no state "lost".'],
      ['gone', 'old@1 has no state "gone".'],
      ['gone', 'new@1 has no state "toString".'],
      ['going', 'A counterpart is the key of a state.'],
    ]);
  });

  it('is refused where it shows what was not shown', () => {
    expect(codes(old, renewed, { going: 'done' })).toEqual(['raises going']);
  });
});

describe('what a migration may carry over', () => {
  const why = (before: string | null, after: string | null): string | undefined =>
    raises(
      { definition: workflow({ here: before }), state: 'here' },
      { definition: workflow({ there: after }), state: 'there' },
    )?.en;

  it.each([
    ['fulfilled', 'fulfilled'],
    ['agreed', 'agreed'],
    ['fulfilled', 'progressing'],
    ['unknown', 'not-done'],
    [null, null],
    ['agreed', null],
  ])('is %s as %s', (before, after) => expect(why(before, after)).toBeUndefined());

  it.each([
    ['progressing', 'fulfilled'],
    ['partly-agreed', 'agreed'],
    [null, 'fulfilled'],
    ['agreed', 'fulfilled'],
  ])('is never %s as %s', (before, after) => {
    expect(why(before, after)).toContain(`"here" counts as ${before ?? 'nothing'}, "there" as ${after}`);
  });

  const [open, closed] = [{ open: 'unknown', kept: 'unknown' }, 'kept'];
  /** What the new state asks for that the old one did not. */
  const missing = (before: TransitionDefinition[], after: TransitionDefinition[]): string | undefined =>
    /another person \((.*)\)/.exec(
      raises(
        { definition: workflow(open, before), state: closed },
        { definition: workflow(open, after), state: closed },
      )?.en ?? '',
    )?.[1];

  it('is never what waits for another person than before, each way of it for itself', () => {
    const plain = rule('kept', { is: 'has-note' });
    expect(missing([plain], [rule('kept', PERSON, ORGANIZATION, EVIDENCE, VERIFIER)])).toBe(
      'other-person-than, other-organization-than, other-person-than-evidence, has-role',
    );
    expect(missing([rule('kept', PERSON)], [rule('kept', PERSON, EVIDENCE)])).toBe('other-person-than-evidence');
    expect(missing([rule('kept', PERSON, EVIDENCE)], [rule('kept', PERSON)])).toBeUndefined();
    expect(missing([], [rule('kept', PERSON)])).toBe('other-person-than');
  });

  it('is whatever nobody checks, and where nothing leads to', () => {
    expect(missing([], [rule('kept', { is: 'has-note' })])).toBeUndefined();
    expect(missing([rule('kept', PERSON)], [])).toBeUndefined();
  });

  it('is what somebody may come to alone by one way of several', () => {
    expect(missing([], [rule('kept', PERSON), rule('kept')])).toBeUndefined();
    expect(missing([], [rule('kept', PERSON), rule('kept', PERSON, EVIDENCE)])).toBe('other-person-than');
    expect(missing([], [rule('open', PERSON), rule('kept')])).toBeUndefined();
    expect(missing([rule('open', PERSON)], [rule('kept', PERSON)])).toBe('other-person-than');
  });

  it('counts of alternatives only what all of them ask for', () => {
    const either = (...conditions: Condition[]): Condition => ({ is: 'any-of', conditions });
    expect(missing([], [rule('kept', either(PERSON, { is: 'has-note' }))])).toBeUndefined();
    expect(missing([], [rule('kept', either(PERSON, PERSON))])).toBe('other-person-than');
  });

  it('counts a role that only checks, not one that moves as well', () => {
    expect(missing([], [rule('kept', { is: 'has-role', roles: ['verifier', 'editor'] })])).toBeUndefined();
    expect(missing([], [rule('kept', { is: 'has-role', roles: ['verifier', 'partner'] })])).toBe('has-role');
  });
});
