// Where the words end that name whoever is moved. Pure.

import type { Gazetteer } from './gazetteer.js';
import { imperatives } from './grammar.js';
import { matchesIn } from './matches.js';

/** The words that name somebody, as far as they go; a name that is known is not cut. */
export function cutParty(said: string, names: Gazetteer): string {
  const words = beforeVerb(said);
  const [first] = names.mentionsIn(words.slice(0, 120));
  const known = first !== undefined && first.start <= 4 && first.kind !== 'state' ? first.end : 0;
  if (
    first?.kind === 'state' &&
    first.start <= 4 &&
    first.how !== 'demonym' &&
    AFTER_A_STATE.test(words.slice(first.end))
  )
    return words.slice(0, first.end);
  const organ =
    first?.how === 'demonym' && first.start <= 4 ? ORGAN_OF_A_STATE.exec(words.slice(first.end))?.[0] : undefined;
  if (first && organ !== undefined) return words.slice(0, first.end) + organ;
  return (words.slice(0, known) + (CUT.exec(words.slice(known))?.[1] ?? '')).replace(/[,.]?["”']+$/, '').trim();
}

/** "Seek the support of the Fund and prevail on Chad": a second verb ends the first one's party. */
function beforeVerb(words: string): string {
  const second = matchesIn(
    words,
    /,?\s(?:and|or|but)\s([\p{Ll}-]+)\s(?=(?:on|upon|to|with|the|its|their|that|a|an)\s|\p{Lu})/gu,
  ).find(({ 1: verb = '' }) => imperatives.has(verb));
  return second ? words.slice(0, second.index) : words;
}
/** "Confront the Chadian delegation with". */
const ORGAN_OF_A_STATE =
  /^\s(?:\p{Ll}+\s)?(?:authorities|government|delegation|side|leadership|army|military|police|judiciary|courts?|ministry|minister|ambassador|embassy|counterparts?|parliament|presidency|junta|regime)(?=\s(?:with|of|about|against|to|on|over|for)\s)/iu;
/** "Remind Chad of", "warn Chad against": a preposition behind a state's name that begins no name. */
const AFTER_A_STATE = /^\s(?:of|against|with|to|towards?|off|out|away|back|home)\s(?!(?:the\s)?\p{Lu})/u;

const CUT =
  /^(.*?)(?:,\s(?!(?:the\s)?\p{Lu}|and\s)|(?!(?<=\b(?:Bank|Fund|Commission|Committee|Council|Office|Agency|Organi[sz]ation|Centre|Court|Tribunal|Commissioner|Programme|Institute|Board|Ministry|Minister))\s(?:for|on|in|against)\s(?:the\s)?\p{Lu})\s(?:that|so that|asking|urging|calling|requesting|demanding|in order|with a view|over|about|how|why|whether|what|when|who|whom|which|in|at|on|for|by|from|into|during|through|without|within|regarding|concerning|as|before|after|until|unless|once|to(?=\s\p{Ll}+))\s|\s(?:more|less|not|publicly|privately|again|firmly|clearly|beforehand|plainly|openly|directly|so|harder|first|now|too|today)(?:[\s,]|$)|(?<=\p{Lu}\p{L}+)\s(?:the|an?|its|their|these|those)\s(?=\p{Ll})|[;:.–—]|,?["”](?=\s|$)|$)/u;
