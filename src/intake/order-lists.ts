import type { Block } from './document.js';
import { beginsAsAsk } from './headings.js';

/** What others asked, promised or did before: a list below it tells of that. */
const TOLD =
  /\b(?:recommended|urged|called (?:up)?on|called for|asked|requested|demanded|promised|pledged|agreed|accepted|adopted|committed|undertook|undertaken|decided|proposed|advised|required|obliged|provides?|says?|states?|stipulates?|aims?|mandated?|objectives?|works? to|tasks?|can|could|may|might|donate|subscribe|sign up|readers?|you can)\b/i;
const FEWEST = 2;

/**
 * Whether items are orders though nothing above them says that somebody is asked: every one of the list begins with
 * an order, and the line above it ends in a colon and tells nothing of the past. Then the list alone is the sign.
 */
export function isOrderList(
  blocks: readonly Block[],
  at: number,
  wordsOf: (block: Block) => string,
  isToYou: boolean,
): boolean {
  const level = blocks[at]?.level;
  let first = at;
  while (blocks[first - 1]?.kind === 'item') first--;
  const above = blocks[first - 1];
  const said = above ? wordsOf(above) : '';
  // In a letter "you can" asks; elsewhere it advises who reads.
  const lead = isToYou ? said.replace(/\byou (?:can|could|may|might)\b/i, 'you') : said;
  if (!/:$/.test(lead) || TOLD.test(lead)) return false;
  const after = blocks.findIndex(({ kind }, place) => place > at && kind !== 'item');
  const items = blocks.slice(first, after < 0 ? blocks.length : after).filter((block) => block.level === level);
  return items.length >= FEWEST && items.every((item) => beginsAsAsk(wordsOf(item)));
}

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
