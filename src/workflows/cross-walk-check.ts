// What is wrong with a cross-walk: all faults at once. Pure.

import { type Condition, MOVERS, stateWord, type WorkflowDefinition } from './workflow.definition.js';
import { joined, say, word, type Words } from '../common/words.js';

/** Which state of one workflow is which of another. */
export type Counterparts = Record<string, string>;

export interface CrossWalkFault {
  code: string;
  /** State of the old workflow that it is about, or the field. */
  at: string;
  message: Words;
}

interface StateOf {
  definition: WorkflowDefinition;
  state: string;
}

/** Every fault of a cross-walk between two definitions. */
export function crossWalkFaults(
  from: WorkflowDefinition,
  to: WorkflowDefinition,
  states: Counterparts,
): CrossWalkFault[] {
  if (from.axis !== to.axis)
    return [
      {
        code: 'other-axis',
        at: 'to',
        message: say`${from.key} is about ${word(from.axis)}, ${to.key} about ${word(to.axis)}: nothing ever adds two axes.`,
      },
    ];
  if (from.key === to.key && from.version === to.version)
    return [{ code: 'same-workflow', at: 'to', message: say`A cross-walk leads from one version to another.` }];
  if (Object.keys(states).length === 0)
    return [{ code: 'empty', at: 'states', message: say`Name at least one state and its counterpart.` }];
  return Object.entries(states).flatMap(([state, counterpart]) =>
    pairFaults({ definition: from, state }, { definition: to, state: counterpart }),
  );
}

function pairFaults(from: StateOf, to: StateOf): CrossWalkFault[] {
  if (typeof (to.state as unknown) !== 'string')
    return [{ code: 'malformed', at: from.state, message: say`A counterpart is the key of a state.` }];
  const unknown = [from, to].filter(({ definition, state }) => !Object.hasOwn(definition.states, state));
  if (unknown.length > 0)
    return unknown.map(({ definition, state }) => ({
      code: 'unknown-state',
      at: from.state,
      message: say`${definition.key}@${String(definition.version)} has no state "${state}".`,
    }));
  const raised = raises(from, to);
  return raised ? [{ code: 'raises', at: from.state, message: raised }] : [];
}

/** What has to be shown, never carried over from less. */
const SHOWN = ['fulfilled', 'agreed'];

/** Why one state may not be carried over into another, or undefined: a migration shows nothing, and checks nothing. */
export function raises(from: StateOf, to: StateOf): Words | undefined {
  const [before, after] = [from, to].map(({ definition, state }) => definition.states[state]?.phase ?? null);
  if (SHOWN.includes(after ?? '') && before !== after)
    return say`"${stateWord(from.definition, from.state)}" counts as ${word(before ?? 'nothing')}, "${stateWord(to.definition, to.state)}" as ${word(after ?? 'nothing')}: a migration shows nothing that was not shown before.`;
  const missing = separationOf(to).filter((kind) => !separationOf(from).includes(kind));
  if (missing.length > 0)
    return say`"${stateWord(to.definition, to.state)}" asks for another person (${joined(missing.map(word), ', ')}), which "${stateWord(from.definition, from.state)}" did not: a migration checks nothing.`;
  return undefined;
}

type Separation = Exclude<Condition['is'], 'any-of'>;
const SEPARATING: readonly Condition['is'][] = [
  'other-person-than',
  'other-person-than-evidence',
  'other-organization-than',
];

/** By what nobody comes to a state alone: the separating conditions that all that leads there asks for. */
function separationOf({ definition, state }: StateOf): Separation[] {
  return common(
    definition.transitions.filter((rule) => rule.to === state).map((rule) => rule.conditions.flatMap(separating)),
  );
}

/** A role that only checks separates as well. */
function separating(condition: Condition): Separation[] {
  if (condition.is === 'any-of') return common(condition.conditions.map(separating));
  if (condition.is === 'has-role')
    return condition.roles.some((role) => MOVERS.roles.includes(role)) ? [] : ['has-role'];
  return SEPARATING.includes(condition.is) ? [condition.is] : [];
}

const common = (lists: Separation[][]): Separation[] =>
  (lists[0] ?? []).filter((kind) => lists.every((list) => list.includes(kind)));
