import type { Mention } from './gazetteer.js';

/** "A, B and C" in three; names that hold an "and" stay whole. */
export function conjuncts(phrase: string, mentions: Mention[]): string[] {
  let masked = phrase;
  for (const { start, end } of mentions)
    masked = masked.slice(0, start) + '\u0001'.repeat(end - start) + masked.slice(end);
  masked = masked.replace(/\([^)]*\)/g, (inner) => '\u0002'.repeat(inner.length));
  const pieces: string[] = [];
  let start = 0;
  for (const match of masked.matchAll(
    /,?\s+(?:and\/or|and|or|as well as|together with|along with|plus)\s+(?:also\s+|to\s+|on\s+|upon\s+|with\s+|from\s+|by\s+)?|,\s+|;\s+|\s*\/\s*|\s&\s/g,
  )) {
    const before = phrase.slice(start, match.index);
    const after = phrase.slice(match.index + match[0].length).replace(/\s\([^()]*\)$/, '');
    const isKnown =
      masked
        .slice(start, match.index)
        .replace(/^the\s/i, '')
        .replaceAll('\u0001', '') === '';
    if (
      (!isKnown && isInsideName(before, after, match[0])) ||
      isShared(before, after, match[0]) ||
      isOfBoth(before, after, match[0], masked.slice(match.index + match[0].length).startsWith('\u0001')) ||
      /\p{Ll}-$/u.test(before)
    )
      continue;
    pieces.push(phrase.slice(start, match.index));
    start = match.index + match[0].length;
  }
  return [...pieces, phrase.slice(start)].map((piece) => piece.trim());
}

/** "Humanitarian and development actors": an adjective alone shares the noun of the next. */
function isShared(before: string, after: string, joint: string): boolean {
  return (
    /^\s+(?:and|or|and\/or)\s+$/.test(joint) &&
    /^(?:(?:[Tt]he|[Aa]ll|[Rr]elevant|[Oo]ther)\s+)*\p{L}?\p{Ll}{3,}(?:al|ic|ary|ian)$/u.test(before) &&
    /^\p{Ll}[\p{L}-]+\s(?:actors|agencies|organi[sz]ations|partners|companies|institutions|donors|groups|bodies|mechanisms|stakeholders|governments|authorities|administrations|councils|parliaments|courts|officials|assemblies)\b/u.test(
      after,
    )
  );
}

/** "Companies in the glove and electronics sectors", "the governors of Androy and Anosy", "cattle and soy traders": one head. */
function isOfBoth(before: string, after: string, joint: string, isKnown: boolean): boolean {
  if (!/^\s+(?:and|or)\s+$/.test(joint)) return false;
  if (OF_A_TRADE.test(before) && TRADES.test(after)) return true;
  if (OF_A_PLACE.test(before) && (isKnown ? PARTS : PLACES).test(after) && !INSTITUTION.test(after)) return true;
  return /^(?:the\s)?\p{L}\p{Ll}*[^s\s]$/u.test(before) && MAKERS.test(after) && !ALONE.test(before);
}
const OF_A_TRADE = /\p{Ll}s\s(?:in|of|from|for|within)\s(?:the\s)?\p{Ll}[\p{L}-]+$/u;
const TRADES = /^\p{Ll}[\p{L}-]+\s(?:sectors?|industr(?:y|ies)|trades?|markets?|fields?|areas?|businesses)$/u;
/** Many, or the police, of a place. */
const OF_A_PLACE = /^(?:[\p{L}'-]+\s){0,4}?(?:\p{L}+s|[Pp]olice)\s(?:in|of|at|for)\s(?:the\s)?\p{Lu}[\p{L}'-]+$/u;
const PLACES = /^\p{Lu}[\p{L}'-]*\p{Ll}(?<!s)$|^(?:\p{Lu}[\p{L}'-]+\s){1,2}\p{Ll}+s$/u;
const PARTS =
  /^(?:\p{Lu}[\p{L}'-]+\s){1,2}(?:stations|districts|provinces|regions|counties|cantons|governorates|prefectures|municipalities|states|camps|prisons|islands|divisions|valleys)$/u;
const MAKERS =
  /^\p{Ll}[\p{L}-]+\s(?:traders|makers|producers|growers|exporters|importers|buyers|dealers|processors|manufacturers|planters|owners|operators|miners|firms|companies|brands|retailers|suppliers|refiners|sellers)$/u;
const ALONE =
  /^(?:the\s)?(?:government|parliament|police|army|community|industry|company|bank|union|diaspora|state|civil|society|media|they|it|you|he|she|both|judiciary|ministry)$/i;

const INSTITUTION =
  /\b(?:Commission|Council|Committee|Agency|Authority|Board|Service|Office|Government|Ministry|Minister|Parliament|Union|Nations|Bank|Fund|Court|Institute|Department|Organi[sz]ation|Association|Congress|Senate|President|States)$/;

/** "Commission on Human Rights and Administrative Justice": two fields of one body. */
const FIELD =
  /^(?:the\s+)?(?:\p{Lu}[\p{L}'-]+\s)*(?:Commission|Council|Committee|Office|Agency|Authority|Board|Centre|Center|Institute|Fund|Federation|Network|Forum|Coalition|Alliance|Society|Tribunal|Movement|Campaign|Foundation|Ministry|Minister|Department|Secretariat|Directorate|Secretary)\s(?:on|for|of|against)\s(?:the\s)?\p{Lu}[\p{L}'-]+(?:\s(?:(?:of|for|in|and|the)\s){0,3}\p{Lu}[\p{L}'-]+)*$/u;
const OF_A_FIELD = /^(?:the\s)?\p{Lu}[\p{L}'-]+(?:\s(?:(?:of|for|in|and|the)\s){0,3}\p{Lu}[\p{L}'-]+){0,8}$/u;

/** "Truth and Reconciliation Commission": one capital word, "and", a capital word that is not known by itself. */
function isInsideName(before: string, after: string, joint: string): boolean {
  if (!/^\s+and\s+$/.test(joint)) return false;
  const isLong =
    /^(?:the\s+)?\p{Lu}[\p{L}'-]+(?:\s(?:of\s|for\s)?\p{Lu}[\p{L}'-]+){1,3}$/u.test(before) &&
    !INSTITUTION.test(before) &&
    /^\p{Lu}\p{Ll}+\s(?:Commission|Council|Committee|Agency|Authority|Board|Service|Office|Administration|Mission|Operation|Forces?|Corporation|Company|Institution|Protection|Institute|Tribunal|Bureau|Directorate|Inspectorate|Trust)(?:\s(?:in|for)\s.+)?$/u.test(
      after,
    );
  if (isLong || (FIELD.test(before) && OF_A_FIELD.test(after) && !INSTITUTION.test(after))) return true;
  return (
    /^(?:the\s+)?\p{Lu}\p{Ll}+$/u.test(before) &&
    /^\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?\s+(?:Commission|Council|Committee|Institute|Agency|Authority|Fund|Board|Party|Mission|Corporation|Institution|Forces|Protection|Tribunal|Bureau|Directorate|Inspectorate|Administration)\b/u.test(
      after,
    ) &&
    !/^(?:the\s+)?(?:Donors|Companies|States|Governments|Council|Commission|Parliament)$/.test(before)
  );
}
