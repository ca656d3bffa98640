// Where a wished transition would stand in a track's history, and what it requires. Pure: the engine and its options
// answer from the same functions, and a property test walks them at random.

import type { Day } from '../common/edtf-date.js';
import type { PastTransition } from '../workflows/conditions.js';
import { type Condition, conditionsOf, MOVERS, rulesFrom, type TransitionDefinition, type WorkflowDefinition } from '../workflows/workflow.definition.js';

/** A transition that counts: it has a position and is not corrected. A history of them is sorted by position. */
export interface Standing extends PastTransition {
  id: string;
  from: string;
  /** Numeric, as PostgreSQL writes it. */
  position: string;
  occurredLast: Day;
  unchecked: boolean;
}

export interface Wish {
  transition: string;
  /** Last day on which it can have happened. */
  occurredLast: Day;
  /** The state that `open` and `correct` put in place. */
  to?: string | undefined;
  /** The transition that `correct` names. */
  corrects?: string | undefined;
}

export interface Plan {
  from: string;
  to: string;
  /** Between which positions; `same` for a correction; null: in the timeline only. */
  place: { after: string | null; before: string | null } | { same: string } | null;
  unchecked: boolean;
  /** Ways to be allowed: the conditions of one of them must be met. */
  ways: Condition[][];
  /** What conditions may look back at. */
  history: Standing[];
}

export interface Refusal {
  refused: string;
}

/** What `open` requires: somebody who moves follow-ups, and the source that says so. */
export const OPENING: Condition[] = [MOVERS, { is: 'has-evidence', count: 1 }];
const WHY: Condition = { is: 'has-note' };

/** The plan of a wished transition, or why it has no place. */
export function planOf(definition: WorkflowDefinition, history: Standing[], wish: Wish): Plan | Refusal {
  if (wish.transition === 'correct') return planCorrection(definition, history, wish);
  const count = history.findLastIndex((past) => past.occurredLast <= wish.occurredLast) + 1;
  const earlier = history.slice(0, count);
  const from = earlier.at(-1)?.to ?? definition.initial;
  const found = wish.transition === 'open' ? opening(definition, earlier, wish) : ruleFrom(definition, from, wish.transition);
  if ('refused' in found) return found;
  return { from, to: found.to, place: placeBetween(definition, earlier.at(-1), history[count], found.to), unchecked: wish.transition === 'open', ways: [found.conditions], history: earlier };
}

/** What may be wished now, besides `open` and `correct`. */
export const rulesNow = (definition: WorkflowDefinition, history: Standing[]): TransitionDefinition[] =>
  rulesFrom(definition, history.at(-1)?.to ?? definition.initial);

/** Whether history may still be entered after these: only before anything that was followed here itself. */
export const mayOpen = (earlier: Standing[]): boolean => earlier.every((past) => past.unchecked);

interface Found {
  to: string;
  conditions: Condition[];
}

function ruleFrom(definition: WorkflowDefinition, from: string, key: string): Found | Refusal {
  const rule = rulesFrom(definition, from).find((r) => r.key === key);
  return rule ? { to: rule.to, conditions: conditionsOf(rule) } : { refused: `There is no transition "${key}" from "${from}", where it stood at that date.` };
}

function opening(definition: WorkflowDefinition, earlier: Standing[], { to }: Wish): Found | Refusal {
  if (to === undefined || !Object.hasOwn(definition.states, to)) return { refused: `Say under "to" which state it was in: ${Object.keys(definition.states).join(', ')}.` };
  if (!mayOpen(earlier)) return { refused: 'History can be entered only before the first transition that was followed here.' };
  return { to, conditions: OPENING };
}

function placeBetween(definition: WorkflowDefinition, previous: Standing | undefined, next: Standing | undefined, to: string): Plan['place'] {
  return fits(definition, to, next) ? { after: previous?.position ?? null, before: next?.position ?? null } : null;
}

/** Whether what comes next can follow on this state. */
function fits(definition: WorkflowDefinition, to: string, next: Standing | undefined): boolean {
  if (!next || next.unchecked) return true;
  return rulesFrom(definition, to).some((rule) => rule.to === next.to && (rule.key === next.transition || next.transition === 'correct'));
}

/** A correction says what happened instead: a transition from the state before, or nothing. */
function planCorrection(definition: WorkflowDefinition, history: Standing[], { corrects, to, occurredLast }: Wish): Plan | Refusal {
  const at = history.findIndex((past) => past.id === corrects);
  const wrong = history[at];
  if (!wrong) return { refused: 'Name under "corrects" a transition of this track that counts and is not corrected yet.' };
  const [previous, next] = [history[at - 1], history[at + 1]];
  const from = previous?.to ?? definition.initial;
  if ((previous && occurredLast < previous.occurredLast) || (next && occurredLast > next.occurredLast)) return { refused: 'Its date must lie between what came before and what came after.' };
  const ways = to === undefined || !Object.hasOwn(definition.states, to) ? [] : correctionWays(definition, previous, wrong, from, to);
  if (to === undefined || ways.length === 0) return { refused: `Say under "to" what is right instead: ${correctable(definition, wrong, from).join(', ')}.` };
  if (!fits(definition, to, next)) return { refused: 'What came later does not follow on that state: correct the later one first.' };
  return { from, to, place: { same: wrong.position }, unchecked: wrong.unchecked, ways: ways.map((way) => [...way, WHY]), history: history.slice(0, at + 1) };
}

function correctable(definition: WorkflowDefinition, wrong: Standing, from: string): string[] {
  return wrong.unchecked ? Object.keys(definition.states) : [...new Set([from, ...rulesFrom(definition, from).map((rule) => rule.to)])];
}

/** Conditions, and role, of whatever leads to the state that is put in place. */
function correctionWays(definition: WorkflowDefinition, previous: Standing | undefined, wrong: Standing, from: string, to: string): Condition[][] {
  if (wrong.unchecked) return [OPENING];
  if (to === from) return nothingHappened(definition, previous);
  return rulesFrom(definition, from).filter((rule) => rule.to === to).map(conditionsOf);
}

function nothingHappened(definition: WorkflowDefinition, previous: Standing | undefined): Condition[][] {
  const leading = definition.transitions.filter((rule) => rule.to === previous?.to && rule.key === previous.transition).map(conditionsOf);
  return previous && !previous.unchecked && leading.length > 0 ? leading : [[MOVERS]];
}
