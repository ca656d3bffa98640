// Nouns that name people by what they do, or bodies: "stevedores", "parishes". Pure.

import { dataFile } from './data-file.js';

const NOUNS = new Set((dataFile('agents.en.json') as { words: string }).words.split(' '));

/** What a plural may be the plural of. */
const singulars = (word: string): string[] =>
  /s$|men$|women$/.test(word)
    ? [
        word.replace(/men$/, 'man'),
        word.replace(/ves$/, 'fe'),
        word.replace(/ies$/, 'y'),
        word.replace(/(?<=s|x|z|ch|sh)es$/, ''),
        word.replace(/s$/, ''),
      ].filter((it) => it !== word)
    : [];

/** Whether a phrase ends in the plural of such a noun. */
export const endsInAgents = (phrase: string): boolean =>
  singulars(/\p{L}+$/u.exec(phrase)?.[0].toLowerCase() ?? '').some((noun) => NOUNS.has(noun));
