// What stands in a track's history, and what can follow on what. Pure.

import type { Day } from '../common/edtf-date.js';
import { enteredAt, type PastTransition } from '../workflows/conditions.js';
import { rulesFrom, type TransitionDefinition, type WorkflowDefinition } from '../workflows/workflow.definition.js';

/** A transition that counts: it has a position and is not corrected. A history of them is sorted by position. */
export interface Standing extends PastTransition {
  id: string;
  from: string;
  /** Numeric, as PostgreSQL writes it. */
  position: string;
  occurredLast: Day;
  unchecked: boolean;
}

/** The state that a history leads to. */
export const stateAfter = (definition: WorkflowDefinition, history: Standing[]): string =>
  history.at(-1)?.to ?? definition.initial;

/** What may be wished now, besides `open` and `correct`. */
export const rulesNow = (definition: WorkflowDefinition, history: Standing[]): TransitionDefinition[] =>
  rulesFrom(definition, stateAfter(definition, history));

/** Whether history may still be entered after these: only before anything that was followed here itself. */
export const mayOpen = (earlier: Standing[]): boolean => earlier.every((past) => past.unchecked);

/** Whether what comes next can follow on this state. */
export function fits(definition: WorkflowDefinition, to: string, next: Standing | undefined): boolean {
  if (!next || next.unchecked) return true;
  if (next.transition === 'void') return to === next.from || to === next.to;
  if (next.transition === 'correct' && to === next.to) return true; // It says that nothing happened there.
  return rulesFrom(definition, to).some(
    (rule) => rule.to === next.to && (rule.key === next.transition || next.transition === 'correct'),
  );
}

/** What brought the present state about, what stood before it, and the rules that lead from there to here by that name. */
export function entryOf(
  definition: WorkflowDefinition,
  history: Standing[],
): { entered: Standing | undefined; before: Standing[]; rules: TransitionDefinition[] } {
  const at = enteredAt(history);
  const entered = history[at];
  const before = history.slice(0, Math.max(at, 0));
  const leading = rulesFrom(definition, stateAfter(definition, before)).filter((rule) => rule.to === entered?.to);
  const rules = leading.filter((rule) => rule.key === entered?.transition || entered?.transition === 'correct');
  return { entered, before, rules: entered?.unchecked ? [] : rules };
}
