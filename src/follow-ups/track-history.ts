// What stands in a track's history, and what can follow on what. Pure.

import type { Day } from '../common/edtf-date.js';
import { isCrossing, type PastTransition, standingOn } from '../workflows/standing.js';
import { rulesFrom, type TransitionDefinition, type WorkflowDefinition } from '../workflows/workflow.definition.js';

/** A transition that counts: it has a position and is not corrected. A history of them is sorted by position. */
export interface Standing extends PastTransition {
  id: string;
  /** Numeric, as PostgreSQL writes it. */
  position: string;
  occurredLast: Day;
  unchecked: boolean;
}

/** The workflows of a track: that which it began with while nothing is recorded, and every definition that its history names. */
export interface Book {
  workflow: string;
  definitions: ReadonlyMap<string, WorkflowDefinition>;
}

/** Where a track stands: a state, and the workflow that it is one of. */
export interface Stand {
  workflow: string;
  definition: WorkflowDefinition;
  state: string;
}

/** Where the first so many transitions of a history lead to. */
export function standAfter(book: Book, history: Standing[], count = history.length): Stand {
  const last = history[count - 1];
  const workflow = last?.workflow ?? history[0]?.fromWorkflow ?? book.workflow;
  const definition = definitionIn(book, workflow);
  return { workflow, definition, state: last?.to ?? definition.initial };
}

export function definitionIn({ definitions }: Book, workflow: string): WorkflowDefinition {
  const definition = definitions.get(workflow);
  if (!definition) throw new Error('A workflow of the history was not read.');
  return definition;
}

/** What may be wished now, besides what every workflow has. */
export function rulesNow(book: Book, history: Standing[]): TransitionDefinition[] {
  const { definition, state } = standAfter(book, history);
  return rulesFrom(definition, state);
}

/** Whether history may still be entered after these: only before anything that was followed here itself. */
export const mayOpen = (earlier: Standing[]): boolean =>
  earlier.every((past) => past.unchecked || past.transition === 'migrate');

/** Whether what comes next can follow where it would stand. */
export function fits({ workflow, definition, state }: Stand, next: Standing | undefined): boolean {
  if (!next) return true;
  if (next.fromWorkflow !== workflow) return false;
  if (isCrossing(next)) return state === next.from;
  if (next.unchecked) return true;
  if (next.transition === 'void') return state === next.from || state === next.to;
  if (next.transition === 'correct' && state === next.to) return true; // It says that nothing happened there.
  return rulesFrom(definition, state).some(
    (rule) => rule.to === next.to && (rule.key === next.transition || next.transition === 'correct'),
  );
}

/** What brought the present state about, how many stood before it, where it stood then, and the rules that lead from there by that name. */
export function entryOf(
  book: Book,
  history: Standing[],
): { entered: Standing | undefined; before: Standing[]; stood: Stand; rules: TransitionDefinition[] } {
  const { enteredAt } = standingOn(history);
  const count = Math.max(enteredAt, 0);
  const entered = history[enteredAt];
  const stood = standAfter(book, history, count);
  const leading = rulesFrom(stood.definition, stood.state).filter((rule) => rule.to === entered?.to);
  const rules = leading.filter((rule) => rule.key === entered?.transition || entered?.transition === 'correct');
  return { entered, before: history.slice(0, count), stood, rules: entered?.unchecked ? [] : rules };
}
