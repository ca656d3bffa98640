// How a track goes over to another workflow. Pure.

import { raises } from '../workflows/cross-walk-check.js';
import { MOVERS } from '../workflows/workflow.definition.js';
import { type Book, definitionIn, standAfter, type Standing } from './track-history.js';
import type { Plan, Refusal, Wish } from './transition-wish.js';

/**
 * The state is carried over as the cross-walk says, at the end of the history: what was before stays under its version.
 * It is no more checked than it was, and no state that another person must verify is reached that way.
 */
export function planMigration(book: Book, history: Standing[], { over, to, occurredLast }: Wish): Plan | Refusal {
  if (!over) return { refused: 'Say under "workflow" which one it goes over to, as key@version.' };
  const [last, stood] = [history.at(-1), standAfter(book, history)];
  if (last && last.occurredLast > occurredLast)
    return { refused: 'A track goes over to another workflow after all that is recorded of it: something later is.' };
  const counterpart = Object.hasOwn(over.states, stood.state) ? over.states[stood.state] : undefined;
  if (counterpart === undefined) return { refused: `The cross-walk names no counterpart of "${stood.state}".` };
  if (to !== undefined && to !== counterpart)
    return { refused: `The cross-walk leads to "${counterpart}", not to "${to}".` };
  const raised = raises(stood, { definition: definitionIn(book, over.workflow), state: counterpart });
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
