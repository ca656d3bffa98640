// States, organisations, people and places by others.

import { readFileSync } from 'node:fs';
import type { Mention } from '../../src/intake/gazetteer.js';
import { applied, data, type Edit, type Reworded, some, type Source, type Words } from './rewording.js';

/* States: each by another, consistently. */

/** These say whose house or land a text means by what only that state has; then its name can't be exchanged alone. */
export const ONLY_THEIRS =
  /\b(?:kingdom|emirate|sultanate|island|archipelago|Bundestag|Knesset|Dáil|Seanad|Congress|House of|Riksdag|Storting|Westminster|Whitehall|FCDO|Malacañang|Kremlin|White House|Taliban|Gulf|Arab|Nordic|Baltic|Balkan|Caucasus|Koreas?|Congos?|Union|EU)\b/;
export const GRAMMAR = JSON.parse(
  readFileSync(new URL('../../src/intake/grammar.en.json', import.meta.url), 'utf8'),
) as {
  houses: Record<string, string>;
  houseSigns: Record<string, string>;
};
export const HOUSES = new RegExp(
  `\\b(?:${[...Object.keys(GRAMMAR.houses), ...Object.keys(GRAMMAR.houseSigns)].join('|')})\\b`,
);
export const article = (spelt: string): string => (spelt.startsWith('the ') ? 'the ' : '');

export function otherStates(source: Source, turn: number): Reworded | undefined {
  const { text, mentionsIn } = source;
  const mentions = mentionsIn(text).filter(({ kind }) => kind === 'state');
  const kept = new Set(
    mentions
      .filter(({ how, start, end }) => how === 'leader' || /^[\p{Lu}.]+$/u.test(text.slice(start, end)))
      .map(({ name }) => name),
  );
  const there = [...new Set(mentions.map(({ name }) => name))];
  const free = data.states.filter(
    ([name]) => !there.includes(name) && !there.some((other) => other.includes(name) || name.includes(other)),
  );
  if (ONLY_THEIRS.test(text) || HOUSES.test(text)) return undefined;
  const to = new Map(
    there
      .filter((name) => !kept.has(name))
      .slice(0, free.length)
      .map((name, at) => [name, free[(at * 5 + turn) % free.length]]),
  );
  // Two that share an adjective can't stand in one text that uses it.
  const used = [...to.values()].map((row) => row?.[2]);
  if (used.some((adjective, at) => adjective !== undefined && used.indexOf(adjective) !== at)) return undefined;
  const edits = mentions.flatMap((mention) => stateEdit(text, mention, to.get(mention.name)));
  const people = [...to].flatMap(([name, row]) =>
    [...text.matchAll(/\b\p{Lu}\p{L}+s\b/gu)].flatMap(({ 0: word, index }) => {
      const [mention] = mentionsIn(word.slice(0, -1));
      const isTheirs = mention?.how === 'demonym' && mention.name === name && mention.end === word.length - 1;
      return row && isTheirs && mentionsIn(word).length === 0
        ? [{ start: index, end: index + word.length, words: row[3].replace(/^the /, '') }]
        : [];
    }),
  );
  const name = (old: string): string => {
    const exact = to.get(old);
    if (exact) return exact[0];
    const inside = mentionsIn(old)
      .filter(({ kind }) => kind === 'state')
      .flatMap((mention) => stateEdit(old, mention, to.get(mention.name)));
    return applied(old, inside);
  };
  return some([...edits, ...people], name);
}

export function stateEdit(
  text: string,
  { how, start, end }: Mention,
  row: Words['states'][number] | undefined,
): Edit[] {
  if (!row) return [];
  const [, spelt, adjective, , capital] = row;
  const found = text.slice(start, end);
  const isUpper = /^[\p{Lu}\s.'’-]{4,}$/u.test(found);
  const cased = (words: string) => (isUpper ? words.toUpperCase() : words);
  if (how !== 'name') {
    const an = /\b(an?)(\s+)$/i.exec(text.slice(0, start));
    const said = cased(how === 'capital' ? capital : adjective);
    if (!an) return [{ start, end, words: said }];
    const one = /^[AEIOU]/i.test(said) ? 'an' : 'a';
    const first = /^A/.test(an[1] ?? '') ? one.replace('a', 'A') : one;
    return [{ start: start - an[0].length, end, words: `${first}${an[2] ?? ' '}${said}` }];
  }
  const the = /\b(the)(\s+)$/i.exec(text.slice(0, start));
  const own = /^the\s+/i.exec(found)?.[0] ?? '';
  const bare = spelt.replace(/^the /, '');
  const from = the ? start - the[0].length : start;
  const isFirst = /(?:^|[.!?]\s+|\n\s*)$/.test(text.slice(0, from));
  const with_ =
    article(spelt) === '' ? '' : isFirst && (the === null || /^T/.test(the[1] ?? '')) && own === '' ? 'The ' : 'the ';
  const tail = /s$/.test(found) && !bare.endsWith('s') && /^['’](?!s)/.test(text.slice(end)) ? end + 1 : end;
  const possessor = tail > end ? "'s" : '';
  // "The Kenya office": the article is the noun's.
  const isNouns =
    the !== null &&
    article(spelt) === '' &&
    /^\s\p{Ll}+\b(?<!\s(?:and|to|is|has|was|in|of|should|must|by|on|for|with|or|at|from|as|that|which|who))/u.test(
      text.slice(end),
    ) &&
    !/^(?:Sudan|Gambia|Niger|Congo|Netherlands|Philippines|Bahamas|Comoros|Maldives)$|\s/.test(found);
  if (isNouns) return [{ start, end: tail, words: cased(bare) + possessor }];
  const isHeading =
    with_ !== '' &&
    !the &&
    !/\b(?:in|of|to|from|by|on|for|with|and|or|that|urges?|upon|between|against|at|as|than|via|about|over)\s+$|[,;(]\s*$/i.test(
      text.slice(0, from),
    ) &&
    !isFirst;
  return [{ start: from, end: tail, words: cased((isHeading ? '' : with_) + bare) + possessor }];
}

/* Names that a text gives to organisations, people and places: each word by an invented one. */

export const NAME = /(?<![\p{L}.])\p{Lu}\p{Ll}{3,}(?![\p{L}])/gu;
export const invented = (at: number): string => {
  const { syllables } = data;
  const pick = (step: number) => syllables[(at * 7 + step * 5 + Math.floor(at / 16) * 3) % syllables.length] ?? '';
  const word = pick(0) + pick(at % 3 === 0 ? 3 : 1) + (at % 2 === 0 ? 'a' : 'en');
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** Rows whose columns are told by how wide their words are: other names would part them elsewhere. */
const COLUMNS = /^.*\S(?: {2,}|\t+| \| )\S/gm;

/** Names by invented ones. */
export function otherNames({ text, isWord, mentionsIn }: Source): Reworded | undefined {
  if ((text.match(COLUMNS)?.length ?? 0) > 3) return undefined;
  const known = mentionsIn(text);
  const found = [...text.matchAll(NAME)].filter(
    ({ 0: word, index }) => !isWord(word) && known.every(({ start, end }) => index < start || index >= end),
  );
  const words = [...new Set(found.map(([word]) => word))];
  const to = new Map(words.map((word, at) => [word, invented(at)]));
  const name = (old: string): string => old.replace(NAME, (word) => to.get(word) ?? word);
  return some(
    found.map(({ 0: word, index }) => ({ start: index, end: index + word.length, words: to.get(word) ?? word })),
    name,
  );
}
