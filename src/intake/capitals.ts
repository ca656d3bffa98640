import type { Block } from './document.js';
import { gazetteer } from './gazetteer.js';
import { grammar, imperatives } from './grammar.js';
import type { Passage } from './passage.js';

const VERBS = new Set(
  [...Object.keys(grammar.asking), ...Object.values(grammar.asking).flat(), ...grammar.modals].flatMap((verb) =>
    verb.split(' '),
  ),
);
const SMALL = /^(?:the|an?|of|to|and|or|for|in|on|by|with|that|its|their|his|her|all|from|at|not|be|as)$/;
/** Groups without a name: "companies", but not the States of a name. */
const GROUPS = new Set(grammar.groups.filter((group) => /s$/.test(group) && group !== 'states'));
const FEWEST = 5;

/** A line in capitals as it would be written otherwise, so that the rules can read it; every place stays. */
export function inSmallLetters(passage: Passage, kind: Block['kind']): Passage {
  const { words } = passage;
  const isShouted = !/\p{Ll}/u.test(words) && (words.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= FEWEST;
  if (!isShouted || (kind !== 'paragraph' && kind !== 'item')) return passage;
  return {
    ...passage,
    words: words.replace(/\p{Lu}[\p{Lu}'.-]*/gu, (word, at: number) => (at === 0 ? titled(word) : written(word))),
  };
}

function written(word: string): string {
  const lower = word.toLowerCase();
  if (SMALL.test(lower) || VERBS.has(lower) || imperatives.has(lower) || GROUPS.has(lower)) return lower;
  return word.length <= 5 && gazetteer.mentionsIn(word)[0]?.how === 'name' ? word : titled(word);
}

const titled = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();
