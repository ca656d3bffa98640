// What a stretch of a document says. Pure.

import type { IntakeDocument, Span } from './document.js';

/** The words between two places: without what stands between them by accident of the page, each run of white space one space. */
export function wordsAt({ text, blocks }: IntakeDocument, { start, end }: Span): string {
  const holes = blocks
    .flatMap((block) => block.holes ?? [])
    .filter((hole) => hole.start < end && hole.end > start)
    .sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let from = start;
  for (const hole of holes) {
    if (hole.start > from) pieces.push(text.slice(from, hole.start));
    from = Math.max(from, hole.end);
  }
  if (from < end) pieces.push(text.slice(from, end));
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}

const LONGEST_TITLE = 120;

/** A short title of an ask until somebody writes a better one: its first words. */
export function titleOf(text: string): string {
  if (text.length <= LONGEST_TITLE) return text;
  const cut = text
    .slice(0, LONGEST_TITLE)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2)).replace(/[\s,;:]+$/, '');
  return `${words}…`;
}
