// Tables for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, in which no cell is a formula. Every export goes through here. Pure.

import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** Rows of the same length, the first of them included; an empty cell is null. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell))),
    { bom: true, record_delimiter: 'windows', quoted_string: true },
  );

/** What begins a formula or a command, in any width. */
const BEGINS = '=+\\-@|%\uFF1D\uFF0B\uFF0D\u2212\uFF20\uFF5C\uFF05';
/** What programs pass over before it: blanks, control characters, marks that are not seen. */
const UNSEEN = '\\s\\p{Z}\\p{Cc}\\p{Cf}';

/** A cell that begins with any of them, or with a tab or line break, is text. */
const ACTIVE = new RegExp(`^(?:[\\t\\r\\n]|[${UNSEEN}]*[${BEGINS}])`, 'u');
/** Where a program takes semicolons or tabs for the border of cells, what follows one would begin another. */
const AFTER_BORDER = new RegExp(`([;\\t][${UNSEEN}]*)(?=[${BEGINS}])`, 'gu');

/** An apostrophe makes text of it, as people write it themselves. The escape of `csv-stringify` misses blanks before it, pipe and percent. */
export const inert = (text: string): string => (ACTIVE.test(text) ? `'${text}` : text).replace(AFTER_BORDER, `$1'`);
