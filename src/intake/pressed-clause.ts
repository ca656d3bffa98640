// What every rule of moving somebody reads and gives. Pure.

import type { Recent } from './actor-words.js';
import type { Setting } from './setting.js';

/** Whom a clause wants moved, and where it says so. */
export interface Pressed {
  at: number;
  names: string[];
}

/** What the rules of moving somebody ask of a clause. */
export interface Clause {
  words: string;
  /** What the sentence says before: who is asked, and what they have to do with others. */
  opening?: string;
  /** Who is asked, and so is not moved. */
  addressees: readonly string[];
  setting: Setting;
  recent: Recent;
}

/** How somebody is to be moved, before the verb. */
export const ADVERB =
  '(?:\\p{Ll}+ly\\s+|(?:in public|in private|at the highest level|at once|at last|once again|once more|in turn|do more to|continue to|go on to|also|further|again|together|now|then|instead|both|each|therefore|first|even|nevertheless|thereupon|thereafter|besides|moreover|likewise|accordingly|at least|in particular|above all|at the same time|for (?:its|their|his|her) part|meanwhile|thus|too|personally|in addition|in parallel|keep|begin|start|help|help to|try to|seek to)\\s+)';
/** What may stand before a verb that moves somebody. */
export const FRONT = `(?:^|\\bto\\s+|\\b(?:and|or|but)\\s+|\\bthat\\s+(?:it|they|you|she|he)\\s+|[,;:–—]\\s*|\\b(?:should|must|can|could|will|would|may|might|shall|ought to|needs? to|ha(?:s|ve) to|please|by)\\s+)["“]?${ADVERB}*`;
/** "Prime Minister Poe", of whom nothing says which state's. */
export const OFFICE =
  /^(?:the\s)?(?:(?:Prime|Foreign|Interior|Justice|Defence|Vice)[\s-])?(?:President|Minister|King|Queen|Emir|Sultan|Chancellor|General|Crown Prince)(?:\s\p{Lu}[\p{L}'.-]+){1,4}$/u;
