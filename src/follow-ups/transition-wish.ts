// What somebody wishes of a track, and the answer: a plan, or why there is none.

import type { Words } from '../common/words.js';
import type { Day } from '../common/edtf-date.js';
import type { Counterparts } from '../workflows/cross-walk-check.js';
import { type Condition, MOVERS } from '../workflows/workflow.definition.js';
import type { Standing } from './track-history.js';

export interface Wish {
  transition: string;
  /** Last day on which it can have happened. */
  occurredLast: Day;
  /** The state that `open` and `correct` put in place; that of any other transition is given by the workflow. */
  to?: string | undefined;
  /** The transition that `correct` names. */
  corrects?: string | undefined;
  /** The cross-walk that `migrate` is made under. */
  over?: Over | undefined;
}

/** A stated cross-walk: its id, the workflow that it leads to, and the counterparts of states. */
export interface Over {
  id: string;
  workflow: string;
  states: Counterparts;
}

export interface Plan {
  from: string;
  to: string;
  /** Of `from` and of `to`. */
  fromWorkflow: string;
  workflow: string;
  /** Between which positions; `same` for a correction; null: in the timeline only. */
  place: { after: string | null; before: string | null } | { same: string } | null;
  unchecked: boolean;
  /** Ways to be allowed: the conditions of one of them must be met. */
  ways: Condition[][];
  /** What conditions may look back at: what stood before that which they are the conditions of. */
  history: Standing[];
}

export interface Refusal {
  refused: Words;
}

/** What `open` requires: somebody who moves follow-ups, and the source that says so. */
export const OPENING: Condition[] = [MOVERS, { is: 'has-evidence', count: 1 }];
