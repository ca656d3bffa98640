import type { Span } from './document.js';
import { markerOf } from './markers.js';

/** One line of a text, without the spaces around it. */
export interface Line extends Span {
  words: string;
  /** Where it begins, in columns. */
  indent: number;
  /** Whether a page begins with it. */
  isAfterBreak: boolean;
}

/** The lines of a text; empty ones are there, with no words. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let isAfterBreak = false;
  for (const match of text.matchAll(/[^\n\r\f\v\u2028\u2029]*(?:\r\n|[\n\r\f\v\u2028\u2029]|$)/g)) {
    const raw = match[0];
    if (raw === '' && match.index === text.length) break;
    const content = raw.replace(/[\r\n\f\v\u2028\u2029]+$/, '');
    const words = isRule(content) ? '' : content.trim();
    const start = match.index + content.length - content.trimStart().length;
    const indent = content.slice(0, start - match.index).replaceAll('\t', '    ').length;
    lines.push({ start, end: start + words.length, words, indent, isAfterBreak });
    isAfterBreak = raw.endsWith('\f') || (isAfterBreak && words === '');
  }
  return withMarks(lines);
}

/** A mark that stands on a line of its own belongs to the words below it. */
function withMarks(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const below = lines[at + 1]?.words === '' ? at + 2 : at + 1;
    const next = lines[below];
    if (next && next.words !== '' && isMark(line.words) && !isMark(next.words)) {
      joined.push({ ...line, end: next.end, words: `${line.words} ${next.words}` });
      at = below;
    } else joined.push(line);
  }
  return joined;
}

const isMark = (words: string): boolean =>
  words !== '' && words.length < 9 && !/^\d+$/.test(words) && (markerOf(`${words} A`)?.length ?? 0) > words.length;

/** A line of signs that parts what is above it from what is below. */
const isRule = (line: string): boolean => /^\s*(?:([-–—=_*~#+.])\s?)(?:\1\s?){2,}\s*$/.test(line);

/**
 * How long a full line is: in a text whose lines were broken by a machine most lines are nearly as long. Infinite for
 * a text with a paragraph to a line.
 */
export function widthOf(lines: readonly Line[]): number {
  const written = lines.filter(({ words }) => words !== '');
  const long = longest(written, 0.97);
  if (long > 180) return Infinity;
  const followed = lines.filter(({ words }, at) => words !== '' && (lines[at + 1]?.words ?? '') !== '');
  // Lines of a list may be nearly as long without having been broken: then the next ones begin anew.
  const goingOn = lines.filter(({ words }, at) => at > 0 && lines[at - 1]?.words !== '' && /^\p{Ll}/u.test(words));
  if (goingOn.length * 12 < followed.length) return Infinity;
  if (areFull(followed, long, 0.4, 2)) return Math.max(long, 50);
  // A letterhead in columns is wider than the text: then the text alone tells, if nearly all of it is as wide.
  const body = longest(followed, 0.9);
  return areFull(followed, body, 0.6, 6) ? Math.max(body, 50) : Infinity;
}

/**
 * The width where a line stands. Pages of one text may be set in differently, and a text may stand among lists: then a part of
 * it tells for itself, if its lines break off in the middle of sentences.
 */
export function widthsOf(lines: readonly Line[], isEdge: (line: Line) => boolean): (line: Line) => number {
  const whole = widthOf(lines);
  const widths = new Map<Line, number>();
  let part: Line[] = [];
  const close = (): void => {
    const own = part.length < FEWEST || !areBroken(part) ? Infinity : widthOf(part);
    for (const line of part) widths.set(line, own === Infinity ? whole : own);
    part = [];
  };
  for (const line of lines) {
    if (isEdge(line) || line.isAfterBreak) close();
    part.push(line);
  }
  close();
  return (line) => widths.get(line) ?? whole;
}

const FEWEST = 10;

/** Whether lines go on in small letters where the ones before did not end. */
function areBroken(lines: readonly Line[]): boolean {
  const written = lines.filter(({ words }) => words !== '');
  const broken = written.filter(
    ({ words }, at) => /^\p{Ll}/u.test(words) && /[\p{L}\d,]$/u.test(written[at - 1]?.words ?? ''),
  );
  return broken.length > 2 && broken.length * 5 > written.length;
}

const lengthOf = ({ words, indent }: Line): number => words.length + indent;

function longest(lines: readonly Line[], share: number): number {
  const lengths = lines.map(lengthOf).sort((a, b) => a - b);
  return lengths.at(Math.floor(lengths.length * share)) ?? 0;
}

/** Whether so many lines are full; short ones are headings and addresses, and say nothing of how a text was broken. */
function areFull(lines: readonly Line[], long: number, share: number, least: number): boolean {
  const halves = lines.filter((line) => lengthOf(line) > long / 2);
  const full = halves.filter((line) => lengthOf(line) > long - 15);
  return full.length >= Math.max(halves.length * share, least);
}

/** Whether the next line goes on with what this one says, in a text whose full lines are so wide. */
export function goesOn(line: Line, next: Line, width: number): boolean {
  if (width === Infinity) {
    const isOpen = !/[.:;?!]$/.test(line.words);
    // A long numbered item that does not end goes on, whatever the next line begins with.
    if (isOpen && isOpenItem(line.words) && !markerOf(next.words)) return true;
    if (isOpen && goesOnInBrackets(line.words, next.words)) return true;
    return isOpen && (/^\p{Ll}/u.test(next.words) || (next.indent >= line.indent + 4 && line.words.length > LONG / 2));
  }
  const word = /^\S+/.exec(next.words)?.[0].length ?? 0;
  const isFull = line.indent + line.words.length + 1 + word > width - 4;
  const isEnded = /[.:;?!]["')\]]*\d{0,2}$/.test(line.words);
  if (isFull) return !(isEnded && next.indent >= line.indent + 3);
  if (/^\p{Ll}/u.test(next.words)) return !/[.:;?!]$/.test(line.words);
  if (/[,(]$|\b(?:the|of|and|to|in|for|a|an|on|or|by|with|that|its)$/.test(line.words)) return line.words.length > 30;
  return !isEnded && line.words.length > width * 0.6 && width > 60;
}

const LONG = 80;
const isOpenItem = (words: string): boolean =>
  words.length > LONG && markerOf(words)?.style === 'dotted' && !/[)\]"]$/.test(words);

/** A bracket that is still open, or states in brackets after states in brackets. */
function goesOnInBrackets(words: string, next: string): boolean {
  if (words.lastIndexOf('(') > words.lastIndexOf(')')) return next.includes(')');
  return words.endsWith(')') && /^\(\p{Lu}[\p{Ll} ]{2}/u.test(next);
}
