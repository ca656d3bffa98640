// Whether numbers in brackets count the paragraphs of a text, or the items of its lists. Pure.

import { markerOf } from './markers.js';
import type { RoughBlock } from './rough-block.js';

const BRACKETED = /^\((\d{1,3})\)$/;

/** Longer than a line, and ended: nothing that leads in a list. */
const LONG = 50;

/** "(7)" below a heading goes on with the paragraphs; a list begins with "(1)", counts on without a break, and has no "3.1"; before it stands what leads it in. */
export function isCountedThrough(text: string, rough: readonly RoughBlock[]): boolean {
  let last = 0;
  let isApart = false;
  let isEnded = false;
  return rough.some((block) => {
    if (block.kind === 'boilerplate') return false;
    const marker = markerOf(text.slice(block.start, Math.min(block.end, block.start + 20)));
    const wasEnded = isEnded;
    isEnded = block.end - block.start > LONG && /[.;,]$/.test(text.slice(block.end - 1, block.end));
    const number = Number(BRACKETED.exec(marker?.label ?? '')?.[1] ?? 0);
    if (number === 0) {
      isApart ||= marker === undefined;
      return last > 0 && marker?.label?.startsWith(`${String(last)}.`) === true;
    }
    const goesOn = number > 1 ? isApart || number !== last + 1 : wasEnded;
    [last, isApart] = [number, false];
    return goesOn;
  });
}
