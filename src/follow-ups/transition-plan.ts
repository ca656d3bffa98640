// Where a wished transition would stand in a track's history, and what it requires. Pure: the engine and its options
// answer from the same functions, and a property test walks them at random.

import { type Condition, conditionsOf, rulesFrom, stateWord } from '../workflows/workflow.definition.js';
import { planCorrection } from './correction-plan.js';
import { planMigration } from './migration-plan.js';
import {
  type Book,
  definitionIn,
  entryOf,
  fits,
  mayOpen,
  type Stand,
  standAfter,
  type Standing,
} from './track-history.js';
import { OPENING, type Plan, type Refusal, type Wish } from './transition-wish.js';
import { joined, say } from '../common/words.js';

/** The plan of a wished transition, or why it has no place. */
export function planOf(book: Book, history: Standing[], wish: Wish): Plan | Refusal {
  if (wish.transition === 'correct') return planCorrection(book, history, wish);
  if (wish.transition === 'migrate') return planMigration(book, history, wish);
  const count = history.findLastIndex((past) => past.occurredLast <= wish.occurredLast) + 1;
  const earlier = history.slice(0, count);
  const stood = standAfter(book, history, count);
  const found = wish.transition === 'open' ? opening(stood, earlier, wish) : ruleFrom(stood, wish);
  if ('refused' in found) return found;
  const { workflow, state: from } = stood;
  const place = placeBetween(earlier.at(-1), { ...stood, state: found.to }, history[count]);
  return {
    from,
    to: found.to,
    fromWorkflow: workflow,
    workflow,
    place,
    unchecked: wish.transition === 'open',
    ways: [found.conditions],
    history: earlier,
  };
}

/**
 * The plan of a `void`, where the present state was verified: back to where it waited for a check, in the workflow of that
 * time where a migration carried it over since. Nobody wishes it.
 */
export function planOfVoid(
  book: Book,
  history: Standing[],
): (Omit<Plan, 'ways' | 'history'> & { voids: string }) | undefined {
  const last = history.at(-1);
  const { entered, stood, rules } = entryOf(book, history);
  if (!last || !entered || !rules.some((rule) => rule.key === 'verify')) return undefined;
  if (phaseOf(book, last) !== phaseOf(book, entered)) return undefined; // It was carried over as something less.
  const { workflow, state: to } = stood;
  return {
    from: last.to,
    to,
    fromWorkflow: last.workflow,
    workflow,
    place: { after: last.position, before: null },
    unchecked: false,
    voids: last.id,
  };
}

const phaseOf = (book: Book, { workflow, to }: Standing): string | null =>
  definitionIn(book, workflow).states[to]?.phase ?? null;

interface Found {
  to: string;
  conditions: Condition[];
}

function ruleFrom({ definition, state }: Stand, { transition, to }: Wish): Found | Refusal {
  const rule = rulesFrom(definition, state).find((r) => r.key === transition);
  if (!rule)
    return {
      refused: say`There is no transition "${transition}" from "${stateWord(definition, state)}", where it stood at that date.`,
    };
  return to === undefined || to === rule.to
    ? { to: rule.to, conditions: conditionsOf(rule) }
    : {
        refused: say`"${transition}" leads to "${stateWord(definition, rule.to)}", not to "${stateWord(definition, to)}".`,
      };
}

function opening({ definition }: Stand, earlier: Standing[], { to }: Wish): Found | Refusal {
  if (to === undefined || !Object.hasOwn(definition.states, to))
    return {
      refused: say`Say under "to" which state it was in: ${joined(
        Object.keys(definition.states).map((state) => stateWord(definition, state)),
        ', ',
      )}.`,
    };
  if (!mayOpen(earlier))
    return { refused: say`History can be entered only before the first transition that was followed here.` };
  return { to, conditions: OPENING };
}

function placeBetween(previous: Standing | undefined, stand: Stand, next: Standing | undefined): Plan['place'] {
  return fits(stand, next) ? { after: previous?.position ?? null, before: next?.position ?? null } : null;
}
