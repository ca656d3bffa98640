// Whether a block leads in the list below it, by its own end and by what comes next. Pure.

import type { Block } from './document.js';
import { beginsWithOrder, isOurs, opensList } from './headings.js';

/** "We urge Chad to", "Calls upon States, including by;", a line that ends in a colon. */
export function leadsIn(
  { level, kind }: Block,
  words: string,
  next: Block | undefined,
  wordsOf: (block: Block) => string,
): boolean {
  const isAbove = next?.kind === 'item' && (kind !== 'item' || next.level > level);
  // "With regard to those who fled," above items is a lead like one with a colon.
  const isOpen = kind === 'item' && isAbove && words.endsWith(',') && !beginsWithOrder(words);
  return (
    isOpen ||
    /[:—–]$/.test(words) ||
    // "Calls upon States to remove barriers, including by;"
    (isAbove && /\b(?:including|inter alia|by|to|that)[,;]$/.test(words)) ||
    (isAbove && isOurs(words) && !/[.;!?,]$/.test(words)) ||
    (next !== undefined && isOurs(words) && !/[.;!?]$/.test(words) && /^to\s\p{Ll}/u.test(wordsOf(next))) ||
    (isAbove && (/\b(?:to|that|by)$/.test(words) || opensList(words)))
  );
}
