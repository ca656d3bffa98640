// Asks that stand in a noun or in what is needed. Pure.

import { deonticHits } from './deontic-hits.js';
import type { Hit, Reading } from './hits.js';
import { nominalHits } from './nominal-hits.js';

/** "Our request is that", "it would help if": asks without a verb of asking. */
export const tasksIn = (sentence: string, reading: Reading): Hit[] => [
  ...nominalHits(sentence, reading),
  ...deonticHits(sentence, reading),
];
