// Bodies that a text goes on to call by what they are: "the state miner", "the exchange", "the two companies". Pure.

import type { Gazetteer } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';

/** A name, as a text writes it. */
export const NAME =
  "(?:\\p{Lu}[\\p{L}\\d&.'-]*[\\p{L}\\d](?:\\s(?:(?:of|for|the|de|du|and|on)\\s){0,2}\\p{Lu}[\\p{L}\\d&'-]*[\\p{L}\\d]){0,6})";
const NOUN = `((?:[\\p{Ll}'-]+\\s){0,3}?(?:${anyOf(grammar.bodyNouns)}))`;
/** "Gécamines, the state miner," */
const BEHIND = new RegExp(
  `(?<![\\p{L}])(${NAME})(?:\\s\\([^)]{2,20}\\))?,\\s(?:the|a|an|its|their|another|one of the)\\s(?:\\p{Lu}[\\p{L}'-]+\\s){0,2}${NOUN}\\b`,
  'gu',
);
/** "The state miner Gécamines", "the companies Glencore and CMOC", "the state buyer, EGC". */
const BEFORE = new RegExp(
  `\\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|[Tt]wo|[Tt]hree|[Bb]oth)\\s(?:\\p{Lu}[\\p{L}'-]+\\s){0,2}${NOUN},?\\s(?!(?:We|I|You|He|She|It|They|This|That|These|Those|The|In|On|At|For|And|But|If|When|As|To|Our|Their|Its)\\b)(${NAME}(?:(?:,\\s${NAME})*,?\\sand\\s${NAME})?)(?=[\\s,.;:'(])`,
  'gu',
);

/** What a text calls the bodies that it names: a description, without its article, to names. */
export function toldNames(all: string, names: Gazetteer): Map<string, string[]> {
  const told = new Map<string, string[]>();
  const keep = (described: string, found: string[]): void => {
    const [head = ''] = /[\p{L}'-]+$/u.exec(described) ?? [];
    for (const key of new Set([described, head])) if (!told.has(key)) told.set(key, found);
  };
  for (const [, name = '', described = ''] of all.matchAll(BEHIND)) {
    const known = inFull(name, names);
    if (known !== undefined) keep(described, [known]);
  }
  for (const [, described = '', named = ''] of all.matchAll(BEFORE)) {
    const found = named.split(/,?\sand\s|,\s/).flatMap((name) => inFull(name, names) ?? []);
    if (found.length > 0 && found.length > 1 === /s$/.test(described)) keep(described, found);
  }
  for (const [said, count = '', noun = ''] of all.matchAll(SEVERAL)) {
    const at = all.indexOf(said) + said.length;
    const found = besideEachOther(all.slice(at, at + 90), names);
    if (found.length === COUNTS.indexOf(count.toLowerCase()) + 2) told.set(several(noun), found);
  }
  return told;
}

const COUNTS = ['two', 'three', 'four', 'five'];
/** "The two Special Envoys, the Prime Ministers of Fiji and Tonga": so many, and who they are. */
const SEVERAL = new RegExp(
  `\\b(?:the|its|their|our|all)\\s(${COUNTS.join('|')})\\s(?:[\\p{L}-]+\\s){0,2}?(\\p{L}+s)(?:,|:|\\s\\(|\\s[–—])\\s?`,
  'giu',
);
/** Under what the names of several are kept. */
export const several = (noun: string): string => `several ${noun.toLowerCase()}`;

function besideEachOther(words: string, names: Gazetteer): string[] {
  const mentions = names.mentionsIn(words);
  const [first] = mentions;
  if (
    !first ||
    !/^(?:(?:the|namely|i\.e\.)\s)?(?:[\p{L}]+\s){0,4}(?:of\s(?:the\s)?)?$/u.test(words.slice(0, first.start))
  )
    return [];
  const end = mentions.findIndex(
    (one, at) =>
      at > 0 &&
      !/^(?:,|,?\sand)\s(?:the\s)?(?:[\p{L}]+\sof\s(?:the\s)?)?$/u.test(words.slice(mentions[at - 1]?.end, one.start)),
  );
  return mentions.slice(0, end < 0 ? mentions.length : end).map(({ name }) => name);
}

/** A name as the list has it; none for a state, whose organs speak for it. */
function inFull(name: string, names: Gazetteer): string | undefined {
  const [mention] = names.mentionsIn(name);
  if (mention?.start === 0 && mention.kind === 'state') return undefined;
  return mention?.start === 0 && mention.end === name.length ? mention.name : name;
}
