// A definition as a picture, in the language of Mermaid (stateDiagram-v2). Pure.

import type { Labels, WorkflowDefinition } from './workflow.definition.js';

/** The states and the transitions between them; keys of people's own stand nowhere in it, only labels, which are escaped. */
export function mermaidOf(definition: WorkflowDefinition, language: string): string {
  const { states, initial, transitions } = definition;
  const order = fromTheStart(definition);
  const ids = new Map(order.map((state, n) => [state, `s${String(n)}`]));
  const idOf = (state: string): string => ids.get(state) ?? '';
  const text = (labels: Labels, key: string): string =>
    escaped(labels[language] ?? labels['en'] ?? Object.values(labels)[0] ?? key);
  return [
    'stateDiagram-v2',
    ...order.map((state) => `  state "${text(states[state]?.label ?? {}, state)}" as ${idOf(state)}`),
    `  [*] --> ${idOf(initial)}`,
    ...transitions.flatMap((rule) =>
      rule.from.map((from) => `  ${idOf(from)} --> ${idOf(rule.to)} : ${text(rule.label, rule.key)}`),
    ),
    ...order.filter((state) => states[state]?.final).map((state) => `  ${idOf(state)} --> [*]`),
    '',
  ].join('\n');
}

/** States as one comes to them: the database keeps no order of its own. */
function fromTheStart({ initial, transitions }: WorkflowDefinition): string[] {
  const order = new Set([initial]);
  for (const state of order) for (const rule of transitions) if (rule.from.includes(state)) order.add(rule.to); // A Set is walked to what is added meanwhile.
  return [...order];
}

/** Letters, digits and what means nothing to Mermaid stay; every other character is written by its number. */
const escaped = (label: string): string =>
  label.trim().replace(/[^\p{L}\p{M}\p{N} .,()'/-]/gu, (character) => `#${String(character.codePointAt(0))};`);
