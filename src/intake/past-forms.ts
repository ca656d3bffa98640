// Verbs as they stand behind "if" or in a story, back to the form of an order: "took" is take. Pure.

import { grammar, imperatives } from './grammar.js';

/** The base of a verb in the past, if the word is one. */
export function basic(word: string): string | undefined {
  const irregular = grammar.irregular[word];
  if (irregular !== undefined) return irregular;
  if (/^(?:was|were)$/.test(word)) return 'be';
  if (!/ed$/.test(word))
    return imperatives.has(word) && /^(?:put|set|let|cut|shut|hit|rid|bid|read|spread)$/.test(word) ? word : undefined;
  const stem = word.slice(0, -2);
  return [stem, `${stem}e`, stem.slice(0, -1), `${stem.slice(0, -1)}y`].find((base) => imperatives.has(base));
}
