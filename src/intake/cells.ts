// The cells of a row: what stands beside each other in a table. Pure.

import type { Passage } from './passage.js';

/** A stretch of the words of a passage. */
export interface Cell {
  from: number;
  to: number;
}

/** Cells are parted by bars, tabs or three spaces and more; a passage without any is one cell. */
export function cellsOf({ words, places }: Passage, text: string): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const { index } of words.matchAll(/\s\|(?=\s|$)|\s/g)) {
    const start = places[index] ?? 0;
    const gap = text.slice(start, places[index + 1] ?? start + 1);
    if (words.charAt(index + 1) !== '|' && !/\t| {3,}/.test(gap.split('\n')[0] ?? '')) continue;
    if (index > from) cells.push({ from, to: index });
    from = words.charAt(index + 1) === '|' ? index + 3 : index + 1;
  }
  if (from < words.length) cells.push({ from, to: words.length });
  return cells;
}
