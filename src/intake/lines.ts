import type { Span } from './document.js';

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
    const words = content.trim();
    const start = match.index + content.length - content.trimStart().length;
    const indent = content.slice(0, start - match.index).replaceAll('\t', '    ').length;
    lines.push({ start, end: start + words.length, words, indent, isAfterBreak });
    isAfterBreak = raw.endsWith('\f') || (isAfterBreak && words === '');
  }
  return lines;
}

/**
 * How long a full line is: in a text whose lines were broken by a machine most lines are nearly as long. Infinite for
 * a text with a paragraph to a line.
 */
export function widthOf(lines: readonly Line[]): number {
  const lengths = lines
    .filter(({ words }) => words !== '')
    .map(({ words, indent }) => words.length + indent)
    .sort((a, b) => a - b);
  const long = lengths.at(Math.floor(lengths.length * 0.97)) ?? 0;
  const followed = lines.filter(({ words }, at) => words !== '' && (lines[at + 1]?.words ?? '') !== '');
  const full = followed.filter(({ words, indent }) => words.length + indent > long - 15).length;
  return long > 180 || full < Math.max(followed.length * 0.4, 2) ? Infinity : Math.max(long, 50);
}

/** Whether the next line goes on with what this one says, in a text whose full lines are so wide. */
export function goesOn(line: Line, next: Line, width: number): boolean {
  if (width === Infinity) {
    const isOpen = !/[.:;?!]$/.test(line.words);
    return isOpen && (/^\p{Ll}/u.test(next.words) || next.indent >= line.indent + 4);
  }
  const word = /^\S+/.exec(next.words)?.[0].length ?? 0;
  const isFull = line.indent + line.words.length + 1 + word > width - 4;
  const isEnded = /[.:;?!]["')\]]*\d{0,2}$/.test(line.words);
  if (isFull) return !(isEnded && next.indent >= line.indent + 3);
  if (/^\p{Ll}/u.test(next.words)) return !/[.:;?!]$/.test(line.words);
  if (/[,(]$|\b(?:the|of|and|to|in|for|a|an|on|or|by|with|that|its)$/.test(line.words)) return line.words.length > 30;
  return !isEnded && line.words.length > width * 0.6 && width > 60;
}
