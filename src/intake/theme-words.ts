// What an ask speaks of, by the words of each theme. Pure.

import { dataFile } from './data-file.js';
import { stemOf } from './word-stems.js';

/** A theme with what it is called in the language of the document. */
export interface NamedTheme {
  id: string;
  names: string[];
}

/** A subject with other words for it; a theme of one of its names takes them all. */
interface Subject {
  code: string;
  names: string[];
  words: string[];
}

const SUBJECTS = (dataFile('themes.en.json') as { subjects: Subject[] }).subjects;
const MOST = 4;

/** Subjects of the vocabulary that comes with Heed, for a document that no workspace has seen. */
export const subjects: readonly NamedTheme[] = SUBJECTS.map(({ code, names }) => ({
  id: code,
  names: [code, ...names],
}));

/** For each text the themes whose words stand in it, those with the most first. */
export function themesOf(texts: readonly string[], themes: readonly NamedTheme[]): string[][] {
  const phrases = themes.map(({ id, names }) => ({ id, phrases: phrasesOf(names) }));
  return texts.map((text) => {
    const line = ` ${stemsIn(text).join(' ')} `;
    return phrases
      .map(({ id, phrases: all }) => ({ id, found: all.filter((phrase) => line.includes(` ${phrase} `)).length }))
      .filter(({ found }) => found > 0)
      .sort((a, b) => b.found - a.found || (a.id < b.id ? -1 : 1))
      .slice(0, MOST)
      .map(({ id }) => id);
  });
}

/** Every way of saying it, by stems: its names, and the words of the subject that bears one of them. */
function phrasesOf(names: string[]): string[] {
  const own = namesIn(names);
  const known = SUBJECTS.filter(({ code, names: said }) =>
    [code, ...said].map(phraseOf).some((phrase) => own.includes(phrase)),
  );
  const told = known.flatMap(({ names: said, words }) => [...said, ...words].map(phraseOf));
  return [...new Set([...own, ...told])].filter((phrase) => phrase !== '');
}

/** "Refugees and returnees" is itself, and each of the two. */
const namesIn = (names: string[]): string[] =>
  names.flatMap((name) => [name, ...name.split(/,|\band\b|\/|&/)]).map(phraseOf);

const phraseOf = (words: string): string => stemsIn(words).join(' ');

const stemsIn = (text: string): string[] => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => stemOf(word));
