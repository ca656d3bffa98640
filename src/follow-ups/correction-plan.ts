// What a correction puts in the place of what it corrects, and what it requires. Pure.

import {
  type Condition,
  conditionsOf,
  MOVERS,
  rulesFrom,
  type WorkflowDefinition,
} from '../workflows/workflow.definition.js';
import { entryOf, fits, type Standing, stateAfter } from './track-history.js';
import { OPENING, type Plan, type Refusal, type Wish } from './transition-wish.js';

const WHY: Condition = { is: 'has-note' };

/** A correction says what happened instead: a transition from the state before, or nothing. */
export function planCorrection(
  definition: WorkflowDefinition,
  history: Standing[],
  { corrects, to, occurredLast }: Wish,
): Plan | Refusal {
  const at = history.findIndex((past) => past.id === corrects);
  const wrong = history[at];
  if (!wrong)
    return { refused: 'Name under "corrects" a transition of this track that counts and is not corrected yet.' };
  const [earlier, next] = [history.slice(0, at), history[at + 1]];
  const previous = earlier.at(-1);
  if ((previous && occurredLast < previous.occurredLast) || (next && occurredLast > next.occurredLast))
    return { refused: 'Its date must lie between what came before and what came after.' };
  const from = stateAfter(definition, earlier);
  const { ways, ...ground } = groundOf(definition, earlier, wrong, to);
  if (to === undefined || ways.length === 0)
    return { refused: `Say under "to" what is right instead: ${correctable(definition, wrong, from).join(', ')}.` };
  if (!fits(definition, to, next))
    return { refused: 'What came later does not follow on that state: correct the later one first.' };
  return { from, to, place: { same: wrong.position }, ...ground, ways: ways.map((way) => [...way, WHY]) };
}

function correctable(definition: WorkflowDefinition, wrong: Standing, from: string): string[] {
  return wrong.unchecked
    ? Object.keys(definition.states)
    : [...new Set([from, ...rulesFrom(definition, from).map((rule) => rule.to)])];
}

type Ground = Pick<Plan, 'ways' | 'history' | 'unchecked'>;

/** Conditions, and role, of whatever leads to the state that is put in place. */
function groundOf(
  definition: WorkflowDefinition,
  earlier: Standing[],
  wrong: Standing,
  to: string | undefined,
): Ground {
  const from = stateAfter(definition, earlier);
  if (wrong.unchecked)
    return { ways: Object.hasOwn(definition.states, to ?? '') ? [OPENING] : [], history: earlier, unchecked: true };
  if (to === from) return nothingHappened(definition, earlier);
  return {
    ways: rulesFrom(definition, from)
      .filter((rule) => rule.to === to)
      .map(conditionsOf),
    history: earlier,
    unchecked: false,
  };
}

/** The state before stays: it needs what led to it, and is no more checked than it was. */
function nothingHappened(definition: WorkflowDefinition, earlier: Standing[]): Ground {
  const { entered, before, rules } = entryOf(definition, earlier);
  return {
    ways: rules.length > 0 ? rules.map(conditionsOf) : [[MOVERS]],
    history: before,
    unchecked: entered?.unchecked ?? false,
  };
}
