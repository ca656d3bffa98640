import type { Block, IntakeDocument, Span } from './document.js';
import { plainSign, SIGN } from './plain-signs.js';

/**
 * The words of a stretch of text as a reader sees them: one line, single spaces, words that were broken at the end of
 * a line whole again. Each character knows where it stands in the document.
 */
export interface Passage {
  words: string;
  /** For each character of `words` its place in the document's text, and one more: the end. */
  places: number[];
}

const SPACE = /\s/;

/** The passage of a block, without what stands in its holes. */
export function passageOf(document: IntakeDocument, block: Block): Passage {
  const built: { words: string[]; places: number[] } = { words: [], places: [] };
  for (let at = block.start; at < block.end; at++) {
    const hole = block.holes?.find(({ start, end }) => at >= start && at < end);
    if (hole) {
      at = hole.end - 1;
      // What was taken out of a word, or from beside one, leaves no gap.
      if (/\s/.test(document.text.slice(hole.start, hole.end))) space(built, at);
      continue;
    }
    const read = document.text.charAt(at);
    const character = SIGN.test(read) ? plainSign(read) : read;
    if (character === '') continue;
    if (SPACE.test(character)) {
      if (character === '\n' && joinsBrokenWord(document.text, at, built.words)) {
        built.words.pop();
        built.places.pop();
        at += /^\s*/.exec(document.text.slice(at, block.end))?.[0].length ?? 0;
        at--;
      } else space(built, at);
      continue;
    }
    for (const letter of character) {
      built.words.push(letter);
      built.places.push(at);
    }
  }
  if (built.words.at(-1) === ' ') {
    built.words.pop();
    built.places.pop();
  }
  return { words: built.words.join(''), places: [...built.places, block.end] };
}

/** A stretch of a passage's words as a place in the document. */
export function placeOf(passage: Passage, from: number, to: number): Span {
  return { start: passage.places[from] ?? 0, end: (passage.places[to - 1] ?? 0) + 1 };
}

function space({ words, places }: { words: string[]; places: number[] }, at: number): void {
  if (words.length === 0 || words.at(-1) === ' ') return;
  words.push(' ');
  places.push(at);
}

/** "recom-" at the end of a line and "mends" at the beginning of the next are one word. */
function joinsBrokenWord(text: string, at: number, words: string[]): boolean {
  if (words.at(-1) !== '-' || !/\p{Ll}/u.test(words.at(-2) ?? '')) return false;
  return /^\s*\p{Ll}/u.test(text.slice(at, at + 80));
}
