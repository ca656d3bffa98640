import { deadlines, silences, STEPS } from './clock-keys.queries.js';
import { closings, CORRECTED, dissent, moves, replies } from './move-keys.queries.js';
import type { By } from './period.js';

/** What belongs to a period, in the order of an agenda. */
export const KEYS = {
  moves,
  replies,
  dissent,
  silence: silences,
  deadlines,
  'next-steps': () => [STEPS],
  closings,
  corrections: () => [CORRECTED],
} satisfies Record<string, (by: By) => string[]>;
