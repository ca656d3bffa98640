import { type Cell, cellsOf } from './cells.js';
import { beginsWithOrder } from './headings.js';
import type { Cited, Notes } from './notes.js';
import { because } from './reason.js';
import { recommendersOf } from './recommenders.js';

/** In the outcome of a review only what states recommend, with their names behind it or in a cell of their own. */
export function readReviewed(notes: Notes, cited: Cited): void {
  const { words } = cited.passage;
  const cells = cellsOf(cited.passage, notes.document.text);
  for (const { from, to } of cells) {
    const found = recommendersOf(words.slice(from, to), notes.setting);
    if (!found || found.end < 8) continue;
    keep(notes, cited, { from, to: from + found.end }, found.by);
    return;
  }
  if (cells.length > 1) readRow(notes, cited, cells);
}

/** "4 | Lift the restrictions | Norway | Noted": of the cells one is the states, and the longest of the others what they recommend. */
function readRow(notes: Notes, cited: Cited, cells: Cell[]): void {
  const said = ({ from, to }: Cell) => cited.passage.words.slice(from, to).trim();
  const states = cells.find((cell) => statesIn(notes, said(cell)).length > 0);
  const [longest] = cells.filter((cell) => cell !== states).sort((a, b) => said(b).length - said(a).length);
  if (!states || !longest || isShort(said(longest))) return;
  const [first] = cells;
  const label = first && /^\d+(?:\.\d+)*\.?$/.test(said(first)) ? said(first).replace(/\.$/, '') : cited.label;
  keep(notes, { ...cited, label }, longest, statesIn(notes, said(states)));
}

/** A recommendation is longer than a position ("Supported in part"). */
const FEWEST = 4;

const isShort = (words: string): boolean =>
  words.split(' ').length < FEWEST && !beginsWithOrder(words.replace(/^\d+(?:\.\d+)*\.?\s+/, ''));

/** The states that a cell names, if it holds nothing else. */
function statesIn(notes: Notes, words: string): string[] {
  const mentions = notes.setting.names.mentionsIn(words).filter(({ kind, how }) => kind !== 'group' && how === 'name');
  const rest = mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), words);
  return mentions.length > 0 && /^(?:[\s,;/()&]|\band\b|\bthe\b)*$/.test(rest) ? mentions.map(({ name }) => name) : [];
}

function keep(notes: Notes, cited: Cited, { from, to }: Cell, by: string[]): void {
  const addressees = notes.setting.subject ? [notes.setting.subject] : [];
  const found = notes.foundIn(cited.passage.words.slice(from, to).trim(), addressees, undefined);
  notes.add(cited, { ...found, from, to, by, why: because('review-item') });
}
