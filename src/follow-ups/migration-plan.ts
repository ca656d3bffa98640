// How a track goes over to another workflow. Pure.

import { raises } from '../workflows/cross-walk-check.js';
import { MOVERS, stateWord } from '../workflows/workflow.definition.js';
import { type Book, definitionIn, standAfter, type Standing } from './track-history.js';
import type { Plan, Refusal, Wish } from './transition-wish.js';
import { say } from '../common/words.js';

/**
 * The state is carried over as the cross-walk says, at the end of the history: what was before stays under its version.
 * It is no more checked than it was, and no state that another person must verify is reached that way.
 */
export function planMigration(book: Book, history: Standing[], { over, to, occurredLast }: Wish): Plan | Refusal {
  if (!over) return { refused: say`Say under "workflow" which one it goes over to, as key@version.` };
  const [last, stood] = [history.at(-1), standAfter(book, history)];
  if (last && last.occurredLast > occurredLast)
    return {
      refused: say`A track goes over to another workflow after all that is recorded of it: something later is.`,
    };
  const counterpart = Object.hasOwn(over.states, stood.state) ? over.states[stood.state] : undefined;
  if (counterpart === undefined)
    return { refused: say`The cross-walk names no counterpart of "${stateWord(stood.definition, stood.state)}".` };
  const definition = definitionIn(book, over.workflow);
  if (to !== undefined && to !== counterpart)
    return {
      refused: say`The cross-walk leads to "${stateWord(definition, counterpart)}", not to "${stateWord(definition, to)}".`,
    };
  const raised = raises(stood, { definition, state: counterpart });
  if (raised) return { refused: raised };
  const place = { after: last?.position ?? null, before: null };
  return {
    from: stood.state,
    to: counterpart,
    fromWorkflow: stood.workflow,
    workflow: over.workflow,
    place,
    unchecked: last?.unchecked ?? false,
    ways: [[MOVERS, { is: 'has-note' }]],
    history,
  };
}
