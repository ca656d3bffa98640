// What a correction puts in the place of what it corrects, and what it requires. Pure.

import { isCrossing } from '../workflows/standing.js';
import { type Condition, conditionsOf, MOVERS, rulesFrom, stateWord } from '../workflows/workflow.definition.js';
import { type Book, entryOf, fits, type Stand, standAfter, type Standing } from './track-history.js';
import { OPENING, type Plan, type Refusal, type Wish } from './transition-wish.js';
import { joined, say } from '../common/words.js';

const WHY: Condition = { is: 'has-note' };

/** A correction says what happened instead, under the workflow of that time: a transition from the state before, or nothing. */
export function planCorrection(book: Book, history: Standing[], { corrects, to, occurredLast }: Wish): Plan | Refusal {
  const at = history.findIndex((past) => past.id === corrects);
  const wrong = history[at];
  if (!wrong)
    return { refused: say`Name under "corrects" a transition of this track that counts and is not corrected yet.` };
  const [previous, next] = [history[at - 1], history[at + 1]];
  if ((previous && occurredLast < previous.occurredLast) || (next && occurredLast > next.occurredLast))
    return { refused: say`Its date must lie between what came before and what came after.` };
  const stood = standAfter(book, history, at);
  const { workflow, state: from } = stood;
  const { ways, ...ground } = groundOf(book, history.slice(0, at), stood, wrong, to);
  if (to === undefined || ways.length === 0)
    return {
      refused: say`Say under "to" what is right instead: ${joined(
        correctable(stood, wrong).map((state) => stateWord(stood.definition, state)),
        ', ',
      )}.`,
    };
  if (!fits({ ...stood, state: to }, next))
    return { refused: say`What came later does not follow on that state: correct the later one first.` };
  return {
    from,
    to,
    fromWorkflow: workflow,
    workflow,
    place: { same: wrong.position },
    ...ground,
    ways: ways.map((way) => [...way, WHY]),
  };
}

/** History that was entered may have been any other; what was carried over from another workflow was not entered here. */
const isOpened = (wrong: Standing): boolean => wrong.unchecked && !isCrossing(wrong);

function correctable({ definition, state }: Stand, wrong: Standing): string[] {
  return isOpened(wrong)
    ? Object.keys(definition.states)
    : [...new Set([state, ...rulesFrom(definition, state).map((rule) => rule.to)])];
}

type Ground = Pick<Plan, 'ways' | 'history' | 'unchecked'>;

/** Conditions, and role, of whatever leads to the state that is put in place. */
function groundOf(
  book: Book,
  earlier: Standing[],
  { definition, state }: Stand,
  wrong: Standing,
  to: string | undefined,
): Ground {
  if (isOpened(wrong))
    return { ways: Object.hasOwn(definition.states, to ?? '') ? [OPENING] : [], history: earlier, unchecked: true };
  if (to === state) return nothingHappened(book, earlier);
  return {
    ways: rulesFrom(definition, state)
      .filter((rule) => rule.to === to)
      .map(conditionsOf),
    history: earlier,
    unchecked: false,
  };
}

/** The state before stays: it needs what led to it, and is no more checked than it was. */
function nothingHappened(book: Book, earlier: Standing[]): Ground {
  const { entered, before, rules } = entryOf(book, earlier);
  return {
    ways: rules.length > 0 ? rules.map(conditionsOf) : [[MOVERS]],
    history: before,
    unchecked: entered?.unchecked ?? false,
  };
}
