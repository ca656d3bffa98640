// The column at the right of a table of a review, which says what the state answered. Pure.

import type { Line } from './lines.js';

/** A line without the cell at its right; `tail` is where that stands. */
export interface ColumnLine extends Line {
  tail?: { start: number; end: number };
}

const POSITION =
  /\s{3,}((?:supported|supports?|noted|notes|accepted|accepts?|rejected|deferred|pending|partially (?:accepted|supported)|not (?:accepted|supported)|under consideration|(?:does not )?enjoys? (?:the )?support)(?:\s?\/\s?(?:noted|supported|partially))?)$/i;
const FEWEST = 2;

/** Lines of a table whose right column only says the position: the cell is no part of what is recommended. */
export function withoutPositions(lines: readonly Line[]): ColumnLine[] {
  const found = lines.filter(({ words }) => POSITION.test(words));
  if (found.length < FEWEST) return [...lines];
  return lines.map((line) => {
    const match = POSITION.exec(line.words);
    if (!match) return line;
    const end = line.start + match.index;
    return { ...line, words: line.words.slice(0, match.index), end, tail: { start: end, end: line.end } };
  });
}
