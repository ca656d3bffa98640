// Where a wished transition would stand in a track's history, and what it requires. Pure: the engine and its options
// answer from the same functions, and a property test walks them at random.

import { type Condition, conditionsOf, rulesFrom, type WorkflowDefinition } from '../workflows/workflow.definition.js';
import { planCorrection } from './correction-plan.js';
import { entryOf, fits, mayOpen, type Standing, stateAfter } from './track-history.js';
import { OPENING, type Plan, type Refusal, type Wish } from './transition-wish.js';

/** The plan of a wished transition, or why it has no place. */
export function planOf(definition: WorkflowDefinition, history: Standing[], wish: Wish): Plan | Refusal {
  if (wish.transition === 'correct') return planCorrection(definition, history, wish);
  const count = history.findLastIndex((past) => past.occurredLast <= wish.occurredLast) + 1;
  const earlier = history.slice(0, count);
  const from = stateAfter(definition, earlier);
  const found = wish.transition === 'open' ? opening(definition, earlier, wish) : ruleFrom(definition, from, wish);
  if ('refused' in found) return found;
  return {
    from,
    to: found.to,
    place: placeBetween(definition, earlier.at(-1), history[count], found.to),
    unchecked: wish.transition === 'open',
    ways: [found.conditions],
    history: earlier,
  };
}

/** The plan of a `void`, where the present state was verified: back to where it waited for a check. Nobody wishes it. */
export function planOfVoid(
  definition: WorkflowDefinition,
  history: Standing[],
): (Omit<Plan, 'ways' | 'history'> & { voids: string }) | undefined {
  const last = history.at(-1);
  const { before, rules } = entryOf(definition, history);
  if (!last || !rules.some((rule) => rule.key === 'verify')) return undefined;
  return {
    from: last.to,
    to: stateAfter(definition, before),
    place: { after: last.position, before: null },
    unchecked: false,
    voids: last.id,
  };
}

interface Found {
  to: string;
  conditions: Condition[];
}

function ruleFrom(definition: WorkflowDefinition, from: string, { transition, to }: Wish): Found | Refusal {
  const rule = rulesFrom(definition, from).find((r) => r.key === transition);
  if (!rule) return { refused: `There is no transition "${transition}" from "${from}", where it stood at that date.` };
  return to === undefined || to === rule.to
    ? { to: rule.to, conditions: conditionsOf(rule) }
    : { refused: `"${transition}" leads to "${rule.to}", not to "${to}".` };
}

function opening(definition: WorkflowDefinition, earlier: Standing[], { to }: Wish): Found | Refusal {
  if (to === undefined || !Object.hasOwn(definition.states, to))
    return { refused: `Say under "to" which state it was in: ${Object.keys(definition.states).join(', ')}.` };
  if (!mayOpen(earlier))
    return { refused: 'History can be entered only before the first transition that was followed here.' };
  return { to, conditions: OPENING };
}

function placeBetween(
  definition: WorkflowDefinition,
  previous: Standing | undefined,
  next: Standing | undefined,
  to: string,
): Plan['place'] {
  return fits(definition, to, next) ? { after: previous?.position ?? null, before: next?.position ?? null } : null;
}
