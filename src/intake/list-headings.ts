// Headings that stand within a list whose letters go on below them. Pure.

import type { Block } from './document.js';

const LETTER = /^\(?([a-z])\)?$/;

/** Whether a heading stands between a lead or an item and the item that comes next in the same list. */
export function isWithinList(blocks: readonly Block[], at: number, wordsOf: (block: Block) => string): boolean {
  const next = blocks[at + 1];
  const letter = next?.kind === 'item' ? LETTER.exec(next.label ?? '')?.[1] : undefined;
  if (letter === undefined) return false;
  const before = blocks[at - 1];
  if (letter === 'a') return before?.kind === 'paragraph' && before.label !== undefined && /:$/.test(wordsOf(before));
  const last = blocks.slice(0, at).findLast(({ kind, level }) => kind !== 'item' || level === next?.level);
  const lastLetter = last?.kind === 'item' ? LETTER.exec(last.label ?? '')?.[1] : undefined;
  return lastLetter !== undefined && lastLetter.charCodeAt(0) + 1 === letter.charCodeAt(0);
}
