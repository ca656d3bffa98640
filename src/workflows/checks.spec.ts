import { describe, expect, it } from '@jest/globals';
import { returnsOf, statesToCheck } from './checks.js';
import type { Condition, TransitionDefinition, WorkflowDefinition } from './workflow.definition.js';

const label = { en: 'x' };
const rule = (key: string, from: string[], to: string, ...conditions: Condition[]): TransitionDefinition => ({
  ...{ key, label, from, to, conditions },
});
const VERIFIER: Condition = { is: 'has-role', roles: ['verifier'] };

/** Claimed, then checked by others; nothing else waits for anybody. */
const definition: WorkflowDefinition = {
  key: 'our-review',
  version: 1,
  axis: 'implementation',
  official: false,
  title: label,
  source: 'Ours.',
  initial: 'open',
  states: Object.fromEntries(
    ['open', 'claimed', 'signed', 'checked'].map((state) => [state, { phase: 'progressing', label }]),
  ),
  transitions: [
    rule('claim', ['open'], 'claimed', { is: 'has-note' }),
    rule('restate', ['claimed'], 'claimed'),
    rule('return', ['claimed', 'checked'], 'open'),
    rule(
      'verify',
      ['claimed'],
      'checked',
      VERIFIER,
      { is: 'other-person-than', transition: 'claim' },
      { is: 'other-organization-than', transition: 'restate' },
      { is: 'other-person-than-evidence' },
    ),
    rule('sign', ['claimed'], 'signed', { is: 'other-organization-than', transition: 'claim' }),
    rule('countersign', ['signed'], 'checked', VERIFIER, { is: 'other-person-than-evidence' }),
  ],
};
const verify = { people: ['claim'], organizations: ['restate'], evidence: true };
const sign = { people: [], organizations: ['claim'], evidence: false };
const countersign = { people: [], organizations: [], evidence: true };

describe('what waits for a check', () => {
  it('is named with the rules that a role suffices for, each saying who may not be behind it', () => {
    expect(statesToCheck(definition, ['verifier'])).toEqual([
      { state: 'claimed', rules: [verify] },
      { state: 'signed', rules: [countersign] },
    ]);
    expect(statesToCheck(definition, ['editor'])).toEqual([{ state: 'claimed', rules: [sign] }]);
    expect(statesToCheck(definition, ['editor', 'verifier'])).toEqual([
      { state: 'claimed', rules: [verify, sign] },
      { state: 'signed', rules: [countersign] },
    ]);
  });

  it('is nothing for who moves nothing, and where nobody else is asked for', () => {
    expect(statesToCheck(definition, ['partner', 'auditor'])).toEqual([]);
    const alone = { ...definition, transitions: definition.transitions.slice(0, 3) };
    expect(statesToCheck(alone, ['administrator', 'verifier'])).toEqual([]);
  });

  it.each(['other-person-than', 'other-organization-than', 'other-person-than-evidence'] as const)(
    'is what %s alone asks for',
    (is) => {
      const check = rule('check', ['open'], 'checked', { is, transition: 'claim' });
      const alone = { ...definition, transitions: [check] };
      expect(statesToCheck(alone, ['editor']).map(({ state }) => state)).toEqual(['open']);
    },
  );

  it('comes back by what leads elsewhere without a check', () => {
    expect(returnsOf(definition)).toEqual([{ state: 'claimed', transition: 'return' }]);
  });
});
