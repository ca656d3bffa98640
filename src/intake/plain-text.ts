// A text with its signs made one: which quotes, spaces and hyphens it has, and what mail and markup put there, is no matter of a rule. Pure.

import type { Block, Span } from './document.js';
import { type Markup, markupIn } from './markup.js';
import { plainSign, SIGNS } from './plain-signs.js';

/** From here on each character stands so far from where the text as it came has it; of `isOne` all stand for one. */
interface Stretch {
  at: number;
  place: number;
  isOne: boolean;
}

/** A text as the rules read it. */
export interface PlainText {
  text: string;
  /** Where the text as it came has the character at a place. */
  placeOf: (at: number) => number;
  /** Whether the line of a place is marked as a heading. */
  isHeading: (at: number) => boolean;
  /** What was taken out of it that is more than a sign. */
  markup: Markup;
}

export function plainOf(original: string): PlainText {
  const markup = markupIn(original);
  const signs = [...original.matchAll(SIGNS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: plainSign(match[0]),
  }));
  const changes = [...signs, ...markup.cuts.map((cut) => ({ ...cut, text: '' }))].sort((a, b) => a.start - b.start);
  const stretches: Stretch[] = [{ at: 0, place: 0, isOne: false }];
  const pieces: string[] = [];
  let at = 0;
  let done = 0;
  for (const { start, end, text } of changes) {
    if (start < done) continue;
    pieces.push(original.slice(done, start), text);
    at += start - done;
    if (text.length > 1) stretches.push({ at, place: start, isOne: true });
    at += text.length;
    if (text.length !== end - start) stretches.push({ at, place: end, isOne: false });
    done = end;
  }
  pieces.push(original.slice(done));
  const placeOf = (place: number): number => placeIn(stretches, place);
  const isHeading = (place: number): boolean =>
    markup.headings.size > 0 && markup.headings.has(original.lastIndexOf('\n', placeOf(place) - 1) + 1);
  return { text: pieces.join(''), placeOf, isHeading, markup };
}

function placeIn(stretches: readonly Stretch[], at: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stretches[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const { at: from, place, isOne } = stretches[low] ?? { at: 0, place: 0, isOne: false };
  return isOne ? place : place + at - from;
}

/** A block of the plain text in the text as it came; what was taken out of its middle is a hole in it. */
export function blockIn({ placeOf, markup }: PlainText, block: Block): Block {
  const place = ({ start, end }: Span): Span => ({
    start: placeOf(start),
    end: end > start ? placeOf(end - 1) + 1 : placeOf(end),
  });
  const placed = place(block);
  const cuts = markup.within(placed);
  const holes = [...(block.holes ?? []).map(place), ...cuts];
  return { ...block, ...placed, ...(holes.length > 0 && { holes }) };
}
