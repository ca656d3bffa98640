// Tables of recommendations: what each column holds, as the row above them says. Pure.

import type { Cell } from './cells.js';
import { beginsWithOrder } from './headings.js';

/** What a column of a table of recommendations may hold. */
export type Column = 'asked' | 'who' | 'due' | 'number' | 'other';

const COLUMNS: [RegExp, Column][] = [
  [/^(?:no|nr|n°|#|ref|reference|number|item|para(?:graph)?)\.?s?$/i, 'number'],
  [
    /\b(?:recommended|proposed|made|supported|submitted) by\b|^(?:issue|finding|theme|problem|status|comment|priority|why|rationale|indicator|position|recommending)/i,
    'other',
  ],
  [/^by$|\b(?:deadline|timeline|time ?frame|timing|due|by when|when|target date|date|time limit|period)\b/i, 'due'],
  [
    /\b(?:addressees?|addressed to|responsib\p{Ll}+|who|whom|actors?|lead|duty[- ]bearers?|institutions?|authorit(?:y|ies)|bod(?:y|ies)|agenc(?:y|ies)|entit(?:y|ies)|stakeholders?|directed (?:to|at)|for|to|recipient)\b(?!.*\b(?:do|should|must)\b)/iu,
    'who',
  ],
  [
    /\b(?:recommend\p{Ll}*|actions?|measures?|asks?|demands?|steps?|what|requests?|proposals?|commitments?|should|must)\b/iu,
    'asked',
  ],
];

const columnOf = (words: string): Column => COLUMNS.find(([shape]) => shape.test(words))?.[1] ?? 'other';
const MOST_WORDS = 6;

/** The columns that a row names, if it is the head of a table of recommendations. */
export function columnsOf(cells: readonly string[]): Column[] | undefined {
  if (
    cells.length < 2 ||
    cells.some((cell) => cell.split(' ').length > MOST_WORDS || /[.;,]$/.test(cell.replace(/\bNo\.$|\.{2,}$/, '')))
  )
    return undefined;
  const columns = cells.map((cell) => columnOf(cell.replace(/\s?(?:\.{2,}|…)$/, '')));
  const asked = columns.indexOf('asked');
  const told = columns.filter((column) => column !== 'other');
  const isHead =
    asked >= 0 &&
    told.length >= 2 &&
    !beginsWithOrder(cells[asked]?.replace(/^(?:Asks?|Demands?|Request|Measures?|Steps?)\b.*/, '') ?? '');
  return isHead ? columns : undefined;
}

/** The cells of a line as typed, empty ones too, with bars at its ends or without. */
export function typedCells(line: string): string[] {
  const parts = line.split(/\s*\|\s*|\t+| {3,}/).map((part) => part.trim());
  return line.includes('|') ? parts.slice(parts[0] === '' ? 1 : 0, parts.at(-1) === '' ? -1 : undefined) : parts;
}

/** Whether a line stands in a table: its cells are parted by bars or tabs. */
export const isTabular = (line: string): boolean => /\S\s?\|\s|^\|\s?\S|\S\t+\S/.test(line);

/** The cells of a passage by their places; a passage between bars may have empty ones. */
export function placedCells(words: string, gaps: (at: number) => string): Cell[] {
  const cells: Cell[] = [];
  const isBarred = /\s\|\s|^\|/.test(words);
  const inner = isBarred && words.startsWith('|') ? 1 : 0;
  let from = inner;
  for (let at = inner; at < words.length; at++) {
    const parts = isBarred ? words.charAt(at) === '|' : words.charAt(at) === ' ' && /\t| {3,}/.test(gaps(at));
    if (!parts) continue;
    cells.push({ from, to: at });
    // A run of tabs is empty cells.
    for (let tabs = (gaps(at).match(/\t/g)?.length ?? 0) - 1; !isBarred && tabs > 0; tabs--)
      cells.push({ from: at, to: at });
    from = at + 1;
  }
  if (from < words.length) cells.push({ from, to: words.length });
  return cells.map((cell) => trimmed(words, cell));
}

function trimmed(words: string, { from, to }: Cell): Cell {
  const said = words.slice(from, to);
  const start = from + said.length - said.trimStart().length;
  return { from: start, to: Math.max(start, start + said.trim().length) };
}
