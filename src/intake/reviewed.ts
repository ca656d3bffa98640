import { type Cell, cellsOf } from './cells.js';
import { beginsWithOrder } from './headings.js';
import type { Cited, Notes } from './notes.js';
import { because } from './reason.js';
import { isAskedKey, keyedCells } from './records.js';
import { onlyStates, recommendersBefore, recommendersOf } from './recommenders.js';

/** In the outcome of a review only what states recommend, with their names behind it or in a cell of their own. */
export function readReviewed(notes: Notes, cited: Cited): boolean {
  const before = notes.proposals.length;
  readItem(notes, cited);
  return notes.proposals.length > before;
}

function readItem(notes: Notes, cited: Cited): void {
  const { words } = cited.passage;
  const record = keyedCells(cited.passage, notes.document.text);
  if (record.length > 0) {
    readRecord(notes, cited, record);
    return;
  }
  const cells = cellsOf(cited.passage, notes.document.text);
  for (const { from, to } of cells) {
    const found = recommendersOf(words.slice(from, to), notes.setting.names);
    if (!found || found.end < 8) continue;
    keep(notes, cited, { from, to: from + found.end }, found.by);
    return;
  }
  const told = recommendersBefore(words, notes.setting.names);
  if (told) keep(notes, cited, { from: told.from, to: told.end }, told.by);
  else if (cells.length > 1) readRow(notes, cited, cells);
}

/** "State: Norway", "Recommendation: 4. Lift the restrictions": a table that is written line by line. */
function readRecord(notes: Notes, cited: Cited, cells: (Cell & { key: string })[]): void {
  const said = ({ from, to }: Cell) => cited.passage.words.slice(from, to);
  const asked = cells.find(({ key }) => isAskedKey(key));
  const states = cells.find((cell) => cell !== asked && onlyStates(said(cell), notes.setting.names).length > 0);
  if (!asked) return;
  const number = /^(\d{1,3}(?:\.\d{1,3})*)[.:)]?\s+(?=\D)/.exec(said(asked));
  const ended = recommendersOf(said(asked), notes.setting.names);
  keep(
    notes,
    { ...cited, label: number?.[1] ?? cited.label },
    { from: asked.from + (number?.[0].length ?? 0), to: ended ? asked.from + ended.end : asked.to },
    states ? onlyStates(said(states), notes.setting.names) : (ended?.by ?? []),
  );
}

/** "4 | Lift the restrictions | Norway | Noted": of the cells one is the states, and the longest of the others what they recommend. */
function readRow(notes: Notes, cited: Cited, cells: Cell[]): void {
  const said = ({ from, to }: Cell) =>
    cited.passage.words
      .slice(from, to)
      .replace(/^\s*\|\s*|\s*\|\s*$/g, '')
      .trim();
  const states = cells.find((cell) => onlyStates(said(cell), notes.setting.names).length > 0);
  const [longest] = cells.filter((cell) => cell !== states).sort((a, b) => said(b).length - said(a).length);
  if (!states || !longest || isShort(said(longest))) return;
  const [first] = cells;
  const label = first && /^\d+(?:\.\d+)*\.?$/.test(said(first)) ? said(first).replace(/\.$/, '') : cited.label;
  keep(notes, { ...cited, label }, longest, onlyStates(said(states), notes.setting.names));
}

/** A recommendation is longer than a position ("Supported in part"). */
const FEWEST = 4;

const isShort = (words: string): boolean =>
  words.split(' ').length < FEWEST && !beginsWithOrder(words.replace(/^\d+(?:\.\d+)*\.?\s+/, ''));

function keep(notes: Notes, cited: Cited, { from, to }: Cell, by: string[]): void {
  const addressees = notes.setting.subject ? [notes.setting.subject] : [];
  const found = notes.foundIn(cited.passage.words.slice(from, to).trim(), addressees, undefined);
  notes.add(cited, { ...found, from, to, by, why: because('review-item') });
}
