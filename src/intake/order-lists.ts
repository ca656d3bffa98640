import type { Block } from './document.js';
import { beginsAsAsk } from './headings.js';
import { isTold } from './order-frames.js';
import { sentencesOf } from './sentences.js';

const FEWEST = 2;

/**
 * The line above items that are orders though nothing there says that somebody is asked: every one of the list begins with
 * an order, and the line ends in a colon and tells nothing of the past. Then the list alone is the sign.
 */
export function lineAboveOrders(
  blocks: readonly Block[],
  at: number,
  wordsOf: (block: Block) => string,
  isToYou: boolean,
): string | undefined {
  const level = blocks[at]?.level;
  let first = at;
  while (blocks[first - 1]?.kind === 'item') first--;
  const above = blocks[first - 1];
  const said = above ? wordsOf(above) : '';
  if (above?.kind === 'heading' || !/:$/.test(said) || isTold(lastSentence(said), isToYou)) return undefined;
  const after = blocks.findIndex(({ kind }, place) => place > at && kind !== 'item');
  const items = blocks.slice(first, after < 0 ? blocks.length : after).filter((block) => block.level === level);
  return items.length >= FEWEST && items.every((item) => beginsAsAsk(wordsOf(item))) ? lastSentence(said) : undefined;
}

const lastSentence = (words: string): string => {
  const last = sentencesOf(words).at(-1);
  return last ? words.slice(last.start, last.end) : words;
};

/** Whether the blocks right below a heading, two at least and up to the next heading, are orders. */
export function isAboveOrders(blocks: readonly Block[], at: number, wordsOf: (block: Block) => string): boolean {
  const end = blocks.findIndex(({ kind }, place) => place > at && kind === 'heading');
  const below = blocks.slice(at + 1, end < 0 ? blocks.length : end).filter(isListed);
  const all = blocks.slice(at + 1, at + 2 + FEWEST).filter(isListed);
  const top = below.filter(({ level }) => level === below[0]?.level);
  return below.length > 0 && all.length >= FEWEST && top.every((item) => beginsAsAsk(wordsOf(item)));
}

/** An item, or a paragraph that bears a number. */
const isListed = ({ kind, label }: Block): boolean => kind === 'item' || (kind === 'paragraph' && label !== undefined);
