// Notes at the foot of the pages of a text whose lines a machine broke. Pure.

import type { Line } from './lines.js';

/** "12 Interview with a nurse, Maseru": the number of a note, without the dot of a list. */
const NOTE = /^(\d{1,3})\s{1,3}["'(]?\p{Lu}/u;
/** A note is seldom longer, in lines. */
const LONGEST = 6;

/** The lines of notes: they begin with a number to which a word of the text before points, and a page ends behind them. */
export function notesOf(lines: readonly Line[], furniture: ReadonlySet<Line>, width: number): Line[] {
  if (width === Infinity) return [];
  const found: Line[] = [];
  let said = '';
  let open = 0;
  let last = -1;
  lines.forEach((line, at) => {
    if (line.words === '' || furniture.has(line)) {
      if (furniture.has(line)) open = 0;
      return;
    }
    const number = NOTE.exec(line.words)?.[1];
    const isNext = open > 0 && Number(number) === last + 1;
    const isNote =
      isNext ||
      (number !== undefined && new RegExp(`[\\p{L}.,;)"'\u201d\u2019]${number}(?!\\d)(?=\\s|$)`, 'u').test(said));
    if (isNote && isAtFoot(lines, furniture, at)) [open, last] = [LONGEST, Number(number)];
    else if (open > 0 && /[.)\d]$/.test(found.at(-1)?.words ?? '')) open = 0;
    if (open > 0) {
      found.push(line);
      open--;
    } else said = `${said} ${line.words}`.slice(-REACH);
  });
  return found;
}

/** How far back a word may point to a note, in characters: a page. */
const REACH = 6000;

/** Whether the page ends soon behind a line: a page number or a running head comes before two empty lines and text. */
function isAtFoot(lines: readonly Line[], furniture: ReadonlySet<Line>, at: number): boolean {
  const rest = lines.slice(at + 1, at + 1 + FOOT);
  return rest.some((line) => furniture.has(line) || line.isAfterBreak);
}

/** How many lines the foot of a page has. */
const FOOT = 24;
