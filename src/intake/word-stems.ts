// Words as they are compared: without what says nothing, and without their endings. Pure.

import { dataFile } from './data-file.js';

const COMMON = new Set((dataFile('common-words.en.json') as { words: string }).words.split(' '));
/** So many letters tell words apart: "repatriated" and "repatriation" are one. */
const STEM = 6;

/** The stem of a word of four letters or more loses a plural; what is longer than a stem, its ending. */
export function stemOf(word: string): string {
  const small = word.toLowerCase();
  const single = small.length > 3 ? small.replace(/(?:ies|y)$/, 'i').replace(/(?<![su])s$/, '') : small;
  return single.slice(0, STEM);
}

/** The telling words of a text by their stems, each as it is first written. */
export function tellingWords(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
    if (COMMON.has(word.toLowerCase())) continue;
    const stem = stemOf(word);
    if (!words.has(stem)) words.set(stem, word);
  }
  return words;
}
