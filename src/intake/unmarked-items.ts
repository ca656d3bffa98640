// Lines of lists whose bullets were lost on the way. Pure.

import type { Block } from './document.js';
import { beginsAsAsk, isAskingLine, isToHeading } from './headings.js';
import type { RoughBlock } from './rough-block.js';

/** Below "To the Government:" and "we urge you to:" come orders, not headings. */
export function isToLine(text: string, block: Block): boolean {
  const { kind } = block;
  const said = wordsOf(text, block);
  return (kind === 'heading' && isToHeading(said)) || /\b(?:to|should|must):$/.test(said);
}

const wordsOf = (text: string, { start, end }: Block): string => text.slice(start, end).replace(/\s+/g, ' ');

/** A line of a list whose bullets were lost on the way: an order below a lead-in or below such a line. */
export function isUnmarkedItem(
  text: string,
  words: string,
  rough: RoughBlock,
  { before, after }: { before: Block | undefined; after: RoughBlock | undefined },
): boolean {
  if (!before || words.length > 600 || !beginsAsAsk(words)) return false;
  if (before.kind === 'item') return before.label === undefined && (rough.isApart !== true || isBare(text, before));
  // "Refiners" and two lines that are orders below it.
  const isFirstOfTwo = after?.isApart === false && beginsAsAsk(text.slice(after.start, after.end).replace(/\s+/g, ' '));
  if (before.kind === 'heading' && rough.isApart === false && isFirstOfTwo) return true;
  return isToLine(text, before) || (before.kind === 'paragraph' && isAskingLine(wordsOf(text, before)));
}

/** Whether an item has no bullet either, so that a line apart from it may be the next of its list. */
function isBare(text: string, { start }: Block): boolean {
  return /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 40), start));
}
