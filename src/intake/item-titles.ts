// Items that name what the text below them says: "► Pay by bank, not by captain", above a paragraph. Pure.

import type { Block } from './document.js';

const MOST_WORDS = 12;
const FEWEST = 2;
const LONG = 90;

const isTitle = (blocks: readonly Block[], at: number, wordsOf: (block: Block) => string): boolean => {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (block?.kind !== 'item' || block.label !== undefined || next?.kind !== 'paragraph' || next.label !== undefined)
    return false;
  const words = wordsOf(block);
  const below = wordsOf(next);
  return (
    !/[.;:,!?]$/.test(words) &&
    words.split(' ').length <= MOST_WORDS &&
    below.length > LONG &&
    /[.!?]["']?$/.test(below)
  );
};

/** The items that are titles: each stands alone above text of its own, and no list has two of them in a row. */
export function itemTitles(blocks: readonly Block[], wordsOf: (block: Block) => string): ReadonlySet<Block> {
  const titles = blocks.filter((_, at) => isTitle(blocks, at, wordsOf));
  const alone = blocks.filter((block, at) => block.kind === 'item' && blocks[at + 1]?.kind === 'item').length;
  return new Set(titles.length >= FEWEST && titles.length > alone ? titles : []);
}
