// Which states wait for somebody else than those who claimed them, and how a claim comes back from there. Read off definitions; pure.

import type { Role } from '../access/actor.js';
import {
  type Condition,
  conditionsOf,
  type TransitionDefinition,
  type WorkflowDefinition,
} from './workflow.definition.js';

/** Who may not be behind it: of the person's, and of the organization's, transitions; and of the evidence. As heed_may_check takes it. */
export interface PersonRule {
  people: string[];
  organizations: string[];
  evidence: boolean;
}

/** The states that wait for others than those who stand behind them, each with the rules that these roles suffice for. */
export function statesToCheck(
  definition: WorkflowDefinition,
  roles: readonly Role[],
): { state: string; rules: PersonRule[] }[] {
  return Object.keys(definition.states)
    .map((state) => ({ state, rules: checksFrom(definition, state).filter((rule) => suffice(roles, rule)) }))
    .filter(({ rules }) => rules.length > 0)
    .map(({ state, rules }) => ({ state, rules: rules.map(personRuleOf) }));
}

/** Transitions that lead away from waiting without a check. */
export function returnsOf(definition: WorkflowDefinition): { state: string; transition: string }[] {
  return Object.keys(definition.states)
    .filter((state) => checksFrom(definition, state).length > 0)
    .flatMap((state) =>
      definition.transitions
        .filter((rule) => rule.from.includes(state) && rule.to !== state && !isCheck(rule))
        .map(({ key }) => ({ state, transition: key })),
    );
}

const checksFrom = (definition: WorkflowDefinition, state: string): TransitionDefinition[] =>
  definition.transitions.filter((rule) => rule.from.includes(state) && isCheck(rule));

const isCheck = ({ conditions }: TransitionDefinition): boolean => conditions.some(isAboutOthers);

const isAboutOthers = ({ is }: Condition): boolean =>
  is === 'other-person-than' || is === 'other-organization-than' || is === 'other-person-than-evidence';

const suffice = (roles: readonly Role[], rule: TransitionDefinition): boolean =>
  conditionsOf(rule).every((c) => c.is !== 'has-role' || c.roles.some((role) => roles.includes(role)));

const personRuleOf = ({ conditions }: TransitionDefinition): PersonRule => ({
  people: conditions.flatMap((c) => (c.is === 'other-person-than' ? [c.transition] : [])),
  organizations: conditions.flatMap((c) => (c.is === 'other-organization-than' ? [c.transition] : [])),
  evidence: conditions.some((c) => c.is === 'other-person-than-evidence'),
});
