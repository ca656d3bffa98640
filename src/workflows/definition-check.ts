// What is wrong with a definition: all faults at once, so that nobody mends one to meet the next.

import { isPermitted } from '../access/permissions.js';
import { conditions } from './conditions.js';
import { type DefinitionFault, isComplete, malformed } from './definition-shape.js';
import {
  BUILT_IN,
  type Condition,
  PHASES,
  type TransitionDefinition,
  type WorkflowDefinition,
} from './workflow.definition.js';
import { say, word, type Words } from '../common/words.js';

/** Every fault of a definition, for a workspace of these languages; none where it may be used. */
export function faultsOf(definition: WorkflowDefinition, languages: readonly string[]): DefinitionFault[] {
  const unreadable = malformed(definition);
  if (unreadable.length > 0) return unreadable;
  return [
    ...missingStates(definition),
    ...unreachable(definition),
    ...deadEnds(definition),
    ...sharedKeys(definition),
    ...foreignPhases(definition),
    ...missingLabels(definition, languages),
    ...definition.transitions.flatMap((rule) =>
      rule.conditions.flatMap((condition) => conditionFaults(definition, rule, condition)),
    ),
  ];
}

function missingStates({ states, initial, transitions }: WorkflowDefinition): DefinitionFault[] {
  const named = [
    ['initial', initial],
    ...transitions.flatMap((rule) => [...rule.from, rule.to].map((state) => [rule.key, state])),
  ];
  return named
    .filter(([, state]) => !Object.hasOwn(states, state ?? ''))
    .map(([at, state]) => ({ code: 'unknown-state', at: at ?? '', message: say`There is no state "${state ?? ''}".` }));
}

function unreachable({ states, initial, transitions }: WorkflowDefinition): DefinitionFault[] {
  const reached = new Set([initial]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const rule of transitions) if (rule.from.some((state) => reached.has(state))) reached.add(rule.to);
  }
  return Object.keys(states)
    .filter((state) => !reached.has(state))
    .map((state) => ({ code: 'unreachable', at: state, message: say`No transition leads here from the start.` }));
}

function deadEnds({ states, transitions }: WorkflowDefinition): DefinitionFault[] {
  return Object.entries(states)
    .filter(([state, { final }]) => !final && !transitions.some((rule) => rule.from.includes(state)))
    .map(([state]) => ({
      code: 'dead-end',
      at: state,
      message: say`No transition leads out, and it is not marked final.`,
    }));
}

function sharedKeys({ transitions }: WorkflowDefinition): DefinitionFault[] {
  const taken = transitions.filter((rule) => (BUILT_IN as readonly string[]).includes(rule.key));
  const doubled = transitions.filter((rule, n) =>
    transitions.slice(0, n).some((other) => other.key === rule.key && other.from.some((s) => rule.from.includes(s))),
  );
  return [...taken, ...doubled].map((rule) => ({
    code: 'shared-key',
    at: rule.key,
    message: say`Another transition from the same state has this key.`,
  }));
}

function foreignPhases({ axis, states }: WorkflowDefinition): DefinitionFault[] {
  const phases: readonly (string | null)[] = axis === 'publication' ? [null] : PHASES[axis];
  return Object.entries(states)
    .filter(([, { phase }]) => !phases.includes(phase))
    .map(([state, { phase }]) => ({
      code: 'foreign-phase',
      at: state,
      message: say`"${phase ?? 'none'}" is not a phase of ${word(axis)}.`,
    }));
}

function missingLabels(
  { states, transitions, title, flags = {} }: WorkflowDefinition,
  languages: readonly string[],
): DefinitionFault[] {
  const labelled = [
    ['title', title] as const,
    ...Object.entries(states).map(([key, s]) => [key, s.label] as const),
    ...transitions.map((t) => [t.key, t.label] as const),
    ...Object.entries(flags),
  ];
  return labelled.flatMap(([at, labels]) =>
    languages
      .filter((language) => !labels[language]?.trim())
      .map((language) => ({ code: 'missing-label', at, message: say`The label in "${language}" is missing.` })),
  );
}

function conditionFaults(
  definition: WorkflowDefinition,
  rule: TransitionDefinition,
  condition: Condition,
): DefinitionFault[] {
  const fault = (code: string, message: Words): DefinitionFault[] => [{ code, at: rule.key, message }];
  if (!Object.hasOwn(conditions, condition.is))
    return fault('unknown-condition', say`There is no condition "${condition.is}".`);
  if (!isComplete(condition))
    return fault(
      'malformed-condition',
      say`"${condition.is}" lacks what it needs, says what nobody reads, or could never be met.`,
    );
  if (condition.is === 'note-when-from')
    return condition.states
      .filter((state) => !Object.hasOwn(definition.states, state))
      .flatMap((state) => fault('unknown-state', say`There is no state "${state}".`));
  if (condition.is === 'any-of')
    return condition.conditions.flatMap((inner) => conditionFaults(definition, rule, inner));
  if (condition.is === 'has-role' && !isPermitted(condition, 'track.transition'))
    return fault('nobody-can', say`No role that may move a follow-up is named.`);
  const isOther = condition.is === 'other-person-than' || condition.is === 'other-organization-than';
  if (isOther && !canComeBefore(definition, condition.transition, rule))
    return fault('nobody-can', say`"${condition.transition}" can never come before it.`);
  return [];
}

/** Whether some walk takes the named transition and later this rule. */
function canComeBefore({ transitions }: WorkflowDefinition, key: string, rule: TransitionDefinition): boolean {
  const reached = new Set(transitions.filter((t) => t.key === key).map((t) => t.to));
  for (let before = -1; before < reached.size;) {
    before = reached.size;
    for (const t of transitions) if (t.from.some((state) => reached.has(state))) reached.add(t.to);
  }
  return rule.from.some((state) => reached.has(state));
}
