import type { Block } from './document.js';
import { beginsAsAsk, beginsWithOrder } from './headings.js';
import { PART } from './items.js';
import type { Cited, Notes } from './notes.js';
import { sentencesOf } from './sentences.js';
import { partyLast } from './party-last.js';
import { because } from './reason.js';
import { TO_BE_DONE } from './sentence-shapes.js';

/** Reads a numbered paragraph that begins with an order below a heading that says who is asked; says whether it was one. */
export function readOrder(notes: Notes, { label }: Block, cited: Cited, children: string[]): boolean {
  const { context } = notes;
  const { words } = cited.passage;
  const isSaid = context.addressees.length > 0 || context.isRecommending;
  if (label === undefined || !isSaid) return false;
  const isOrder = context.addressees.length > 0 ? beginsAsAsk(words) : beginsWithOrder(words);
  if (!isOrder && !isToBeDone(notes, words)) return false;
  if (isHeadline(notes, words)) return false;
  const named = context.addressees.length > 0 ? undefined : partyLast(words, notes.setting, context.recent);
  const found = notes.foundIn(words, named ?? notes.orSubject(context.addressees), undefined);
  const why = context.section ? because('numbered-order-under', context.section) : because('numbered-order');
  notes.add(cited, { ...found, why, from: 0, to: words.length }, children);
  if (children.length > 0) context.open({ level: 0, addressees: [], targets: [], through: [], why: PART });
  return true;
}

/** "Voter lists should be displayed": nothing in the paragraph says who is asked, and it stands among recommendations. */
const isToBeDone = (notes: Notes, words: string): boolean =>
  notes.context.isRecommending &&
  TO_BE_DONE.test(words) &&
  sentencesOf(words).length === 1 &&
  notes.asks(words).length === 0;

/** "Let midwives register. The ministry should ...": a few words name the matter, and the sentences behind them say who is asked. */
export function isHeadline(notes: Notes, words: string): boolean {
  const [first, ...rest] = sentencesOf(words);
  if (!first || notes.context.addressees.length > 0 || words.slice(0, first.end).split(' ').length > 8) return false;
  return rest.some(({ start, end }) =>
    notes.asks(words.slice(start, end), false).some(({ addressees }) => addressees.length > 0),
  );
}
