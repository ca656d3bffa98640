// Whether a block is a heading, by its words and by what stands around it. Pure.

import { isQuestion } from './ask-headings.js';
import type { Block } from './document.js';
import { beginsAsAsk, beginsWithOrder, isClosedHeading, isPlain, isToHeading, looksLikeHeading } from './headings.js';
import type { Levels } from './levels.js';
import { type Marker, markerOf } from './markers.js';
import type { RoughBlock } from './rough-block.js';
import { isToLine } from './unmarked-items.js';

/** What stands before and after a block, and how deep lists are there. */
export interface Surroundings {
  levels: Levels;
  before: Block | undefined;
  after: RoughBlock | undefined;
}

export function isHeading(
  text: string,
  body: string,
  marker: Marker | undefined,
  rough: RoughBlock,
  around: Surroundings,
): boolean {
  if (marker?.style === 'bullet') return isOrnate(text, body, rough, around);
  if (isQuestion(body) && isAboveAnswer(text, rough, around)) return true;
  if (isNumberedOrder(body, marker, around) && isAboveProse(text, around)) return true;
  if (!looksLikeHeading(body, marker) && !(marker === undefined && isAboveText(text, body, around))) return false;
  if ((isToHeading(body) || isClosedHeading(body)) && !marker) return true;
  const isList = rough.isApart === false || !around.before || isToLine(text, around.before);
  if (beginsWithOrder(body) && !marker && isList && !isAboveProse(text, around)) return false;
  if (marker?.style === 'number' || marker?.style === 'dotted') {
    const next = around.after && markerOf(text.slice(around.after.start, around.after.end));
    return !(around.after && !around.after.isApart && next?.style === marker.style && areAlike(next, marker));
  }
  return marker !== undefined || rough.isApart !== false || !isOpen(text, around.before);
}

/** A question stands alone, and a sentence or a list below it answers; another question does not. */
function isAboveAnswer(text: string, rough: RoughBlock, { after }: Surroundings): boolean {
  const next = after ? text.slice(after.start, after.end) : '';
  return rough.isApart !== false && after !== undefined && next.length > 2 && !/\?$/.test(next);
}

/** "■ Suggestions": a sign before a line that no list goes on with is there for the looks. */
function isOrnate(text: string, words: string, { start }: RoughBlock, { before, after }: Surroundings): boolean {
  const sign = text.charAt(start);
  if (!after || words.split(' ').length > MOST_WORDS) return false;
  if (
    before?.kind === 'item' &&
    text
      .slice(Math.max(0, before.start - 9), before.start)
      .trimEnd()
      .endsWith(sign)
  )
    return false;
  const next = text.slice(after.start, after.end);
  const isText = markerOf(next) === undefined ? next.length > LONG : sign !== next.charAt(0);
  return (
    isText &&
    /^\p{Lu}/u.test(next.replace(/^\P{L}+/u, '')) &&
    looksLikeHeading(words) &&
    isPlain(words) &&
    !beginsWithOrder(words)
  );
}

const MOST_WORDS = 8;
const LONG = 80;

/** "4.1" and "4.2", but not "4.1" and "4.1.1" below it. */
const areAlike = (a: Marker, b: Marker): boolean => a.label?.split('.').length === b.label?.split('.').length;

/** "2. Open the schools", which no "1." stands right above: no item of a list. */
const isNumberedOrder = (words: string, marker: Marker | undefined, { before }: Surroundings): boolean =>
  marker?.style === 'number' &&
  before?.label !== String(Number(marker.label) - 1) &&
  beginsWithOrder(words) &&
  looksLikeHeading(words);

/** Above a paragraph that asks otherwise than by an order. */
function isAboveProse(text: string, { after }: Surroundings): boolean {
  const next = after ? text.slice(after.start, after.end) : '';
  return next.length > 2 * LONG && /[.!?]["']?$/.test(next) && !markerOf(next) && !beginsAsAsk(next);
}

/** "Open the schools:" above a paragraph is its heading; above a list, or words in small letters, it leads in. */
function isAboveText(text: string, words: string, { after }: Surroundings): boolean {
  if (!/[^.;,!?:]:$/.test(words) || words.split(' ').length > 6 || !after) return false;
  const next = text.slice(after.start, after.end);
  return (
    /[.!?]["']?$/.test(next) &&
    /^["']?\p{Lu}/u.test(next) &&
    !markerOf(next) &&
    looksLikeHeading(words.slice(0, -1)) &&
    isPlain(words)
  );
}

/** Whether a block breaks off so that the next line may be a part of it. */
function isOpen(text: string, before: Block | undefined): boolean {
  return before?.kind === 'paragraph' && !/[.:;?!)"',]\d{0,3}$/.test(text.slice(before.start, before.end));
}

/** "1) Watchers Urge Congress to Protect the Lakes": a numbered line in capitals, without a stop, is a headline. */
export function isHeadline(words: string): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  const capital = long.filter((word) => /^\p{Lu}/u.test(word));
  return (
    /^\d{1,2}[.)]\s(?!(?:To|For)\s)/.test(words) &&
    !/[.:;?!,]$/.test(words) &&
    long.length >= 6 &&
    capital.length >= long.length * 0.9
  );
}
