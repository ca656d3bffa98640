// Names that stand side by side and are what the next sentence means by "they". Pure.

import type { Gazetteer } from './gazetteer.js';
import { NAME } from './told-names.js';

const LIST = `(?:the\\s)?(${NAME}(?:,\\s(?:the\\s)?${NAME})*,?\\sand\\s(?:the\\s)?${NAME})`;
/** "Two banks pay for it: Aldgate and Fern Group." */
const AT_THE_END = new RegExp(`^[^:"]{5,200}:\\s${LIST}\\.?$`, 'u');
/** "The troika — Norway, Sudan and Chad — drew it up." */
const BETWEEN = new RegExp(
  `^(?:The|These|Those|Three|Two|Four|Five|Its|Their|Our)\\s[^–—.:;"]{3,60}\\s[–—]\\s${LIST}\\s[–—]\\s`,
  'u',
);
/** "Hotels of Aldgate, Fern and Rill employ them." */
const OWNERS = new RegExp(`^(?:The\\s)?(?:\\p{Ll}+\\s)?(\\p{L}+s)\\sof\\s${LIST}\\s\\p{Ll}`, 'u');
/** Who or what is of a place, and not of a body. */
const OF_PLACES =
  /^(?:peoples?|citizens|residents|families|villages|towns|cities|markets|streets|districts|provinces|regions|counties|communities|residents|inhabitants|farmers|women|leaders|governments|ministers|presidents|capitals|ports|shores|coasts|states|works|lives|names|cases|rights|thousands|hundreds|millions|dozens|tens)$/i;

/** The bodies or states that a sentence lists as what it speaks of. */
export function listedIn(words: string, names: Gazetteer): string[] | undefined {
  const owners = OWNERS.exec(words);
  const list =
    AT_THE_END.exec(words)?.[1] ??
    BETWEEN.exec(words)?.[1] ??
    (owners && !OF_PLACES.test(owners[1] ?? '') ? owners[2] : undefined);
  if (list === undefined) return undefined;
  const mentions = names.mentionsIn(list);
  if (mentions.some(({ how }) => how === 'capital' || how === 'demonym')) return undefined;
  return list
    .split(/,?\sand\s(?:the\s)?(?=\p{Lu})|,\s(?:the\s)?/u)
    .map((name) => names.mentionsIn(name).find(({ start }) => start === 0)?.name ?? name);
}
