import { dataFile } from './data-file.js';
import type { Span } from './document.js';
import { anyOf } from './grammar.js';

/** From the least that can be asked to the most. */
export const ranks = ['minimal', 'continuing', 'considering', 'general', 'specific'] as const;
export type Rank = (typeof ranks)[number];

/** How specific an ask is, and the words that decided it. */
export interface Specificity {
  /** 1 minimal, 2 continuing, 3 considering, 4 general, 5 specific. */
  action: 1 | 2 | 3 | 4 | 5;
  rank: Rank;
  /** The words that decided it, as written. */
  words: string;
  span: Span;
}

const VERBS = dataFile('specificity.en.json') as Record<Rank, string[]>;
const PATTERNS = ranks.map((rank) => ({ rank, pattern: new RegExp(`\\b${anyOf(VERBS[rank])}(?:e?s|ing)?\\b`, 'i') }));
/** What may stand before the verb that decides: "consider ratifying" is decided by "consider". */
const FIRST = 90;

/**
 * How specific an ask is by the five action categories of UPR Info's database (E. McMahon, "The Universal Periodic
 * Review: A Work in Progress", Friedrich-Ebert-Stiftung 2012): (1) minimal action, asking a state to share or to seek
 * help; (2) continuing action; (3) considering action; (4) general element ("address", "promote", "strengthen");
 * (5) specific action ("ratify", "abolish", "establish"). The first verb that belongs to a category decides; a hint for
 * whoever drafts, not a judgement. `undefined` where no verb belongs to any.
 */
export function specificity(text: string): Specificity | undefined {
  const found = PATTERNS.flatMap(({ rank, pattern }) => {
    const match = pattern.exec(text);
    return match ? [{ rank, words: match[0], start: match.index }] : [];
  }).sort((a, b) => a.start - b.start || b.words.length - a.words.length);
  const first = found[0];
  if (!first) return undefined;
  const decided = found.find(({ rank, start }) => softens(rank) && start < Math.min(first.start + 1, FIRST)) ?? first;
  const action = (ranks.indexOf(decided.rank) + 1) as Specificity['action'];
  return {
    action,
    rank: decided.rank,
    words: decided.words,
    span: { start: decided.start, end: decided.start + decided.words.length },
  };
}

/** Where two categories begin with the same word, the weaker one is meant. */
function softens(rank: Rank): boolean {
  return rank === 'minimal' || rank === 'continuing' || rank === 'considering';
}
