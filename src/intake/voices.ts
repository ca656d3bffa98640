// Who speaks in a document, where it is called by a word that many bodies bear: "The Authority", "the EESC". Pure.

import { anyOf, grammar } from './grammar.js';

const SPEAKING = [
  ...Object.values(grammar.asking).map(([form = '']) => form),
  ...grammar.stating.filter((verb) => verb.endsWith('s')),
  'expresses',
  'considers',
  'reiterates',
  'decides',
  'thanks',
  'directs',
];
/** "While commending the referendum, the Authority requests": the first subject of a paragraph. */
const SUBJECT = new RegExp(
  `^(?:[^.;:]{3,120},\\s)?[Tt]he\\s((?:\\p{Lu}[\\p{L}'-]*\\s){1,3}?)(?:(?:\\p{Ll}+ly|also|further|therefore|again|then)\\s){0,2}(?:${anyOf(SPEAKING)})\\b`,
  'u',
);
const OF_A_STATE = new RegExp(`^(?:State|States|Party|${anyOf(grammar.organs)})\\b(?!\\sof\\b)`, 'i');
const AN_AUTHORITY = /^Authority$/;
const FEWEST = 3;

/** What stands before verbs of speaking at the beginning of three paragraphs at least, and is no organ of a state. */
export function voicesOf(paragraphs: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const words of paragraphs) {
    const name = SUBJECT.exec(words)?.[1]?.trim();
    if (name === undefined || (OF_A_STATE.test(name) && !AN_AUTHORITY.test(name))) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= FEWEST).map(([name]) => name));
}
