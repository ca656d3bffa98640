// For which body somebody in an article speaks. Pure.

import { type Gazetteer, gazetteer } from './gazetteer.js';

const BODY_WORD =
  /\b(?:of|for|Watch|International|Network|Forum|Alliance|Center|Centre|Union|Association|Foundation|Council|Committee|Group|Assembly|Congress|Federation|Campaign|Movement|Society|Institute|Coalition|League|Project|Initiative|Trust)\b/;

/** "The Karachi-based group Justice at Sea" is Justice at Sea. */
export function bareName(words: string | undefined): string | undefined {
  return words
    ?.replace(/\sin\s(?:the\s)?\p{Lu}\p{L}+$/u, (place) => (gazetteer.mentionsIn(place).length > 0 ? '' : place))
    .replace(
      /^(?:\p{Lu}[\p{L}-]+-based\s+)?(?:\p{Ll}+\s+){0,3}(?:group|organi[sz]ation|charity|network|watchdog|coalition|nonprofit|non-profit|think tank|federation)\s+(?=\p{Lu})/u,
      '',
    );
}

/** A group by its name: "Network of Refugee Doctors". */
export function groupIn(words: string): string | undefined {
  const names = words
    .replace(/^The\s/, '')
    .matchAll(/((?:\p{Lu}[\p{L}'-]+\s(?:(?:of|for|on|and|the|in)\s){0,2}){1,6}\p{Lu}[\p{L}'-]+)/gu);
  return [...names].map(([name]) => name.replace(/^\p{Lu}[\p{L}-]+-based\s/u, '')).find((name) => BODY_WORD.test(name));
}

/** By what a speaker is known. */
export function surname(words: string): string {
  return /(\p{Lu}[\p{L}-]+)(?:\s(?:also|has|on|further|\p{Ll}+ly))*,?\s*$/u.exec(words)?.[1] ?? '\u0000';
}

/** "Head of Advocacy at the Open Campaign": the body is whom somebody is at. */
const AT =
  /\uE000,\s(?:the\s|an?\s)?[^,."]{0,60}?\b(?:[Aa]dvocacy|[Rr]esearch|[Pp]olicy|[Pp]rogrammes?|[Pp]rograms?|[Cc]ommunications|[Ll]itigation|[Oo]perations)\sat\s((?:the\s)?\p{Lu}[^,.":]{2,70})/u;
const BEHIND =
  /\uE000,\s(?:the\s|an?\s)?[^,."]{0,50}?\b(?:of|at|for|with)\s((?:the\s)?(?:\p{Lu}[^,."]{2,70}|group\b|organi[sz]ation\b))/u;
const AHEAD =
  /\b(?:spokes\p{L}+|director|head|chair|adviser|researcher|lawyer|campaigner|coordinator)\s(?:of|at|for|with)\s((?:the\s)?\p{Lu}[^,."]{2,70}),\s(?:\p{Lu}[\p{L}'-]+\s){0,3}\uE000/u;
const BESIDE = /\uE000\s(?:of|from)\s(?:the\s)?(\p{Lu}[^,."]{2,70})/u;
const CHAIRED = /\uE000,\swho\s(?:chairs|heads|leads|runs|directs|represents)\s(?:the\s)?([^,."]{3,70})/u;

/** "Dóra Kis, director of Danube Legal Aid,", "a spokesperson for the Fund, Ana Pires,": the body beside a name. */
export function introducedWith(name: string, text: string): string | undefined {
  const said = around(name, text);
  const found = [AT, BEHIND, AHEAD, BESIDE, CHAIRED]
    .map((shape) => shape.exec(said)?.[1])
    .find((body) => body !== undefined);
  return found?.replace(/^the\s/, '').trim();
}

/**
 * What stands around a name wherever a text has it, with a sign for the name: the rest of a long text cannot introduce
 * it, and the shapes above need be made once only.
 */
function around(name: string, text: string): string {
  const pieces: string[] = [];
  for (let at = text.indexOf(name), from = 0; at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (LETTER.test(text.charAt(at - 1)) || LETTER.test(text.charAt(end))) continue;
    pieces.push(text.slice(Math.max(from, at - REACH), at), '\uE000');
    const next = text.indexOf(name, end);
    from = Math.min(end + REACH, next < 0 ? text.length : next);
    pieces.push(text.slice(end, from));
  }
  return pieces.join('');
}

const LETTER = /[\p{L}\p{N}]/u;
/** How far from a name the body may stand. */
const REACH = 300;

/** A mandate as its list has it: "the situation of human rights in Chad". */
export function rapporteurOn(mandate: string, names: Gazetteer): string {
  const place =
    /^(?:the\s)?(?:situation of\s)?human rights (?:situation )?in\s(?:the\s)?(.+)$/iu.exec(mandate)?.[1] ?? '';
  const [state] = names.mentionsIn(place);
  if (state?.kind !== 'state' || state.start !== 0 || state.end !== place.length)
    return `Special Rapporteur on ${mandate}`;
  const the = /^(?:Democratic|Dominican|Syrian|Russian|Central|United|Lao|Islamic|Republic)\b/.test(state.name)
    ? 'the '
    : '';
  return `Special Rapporteur on the situation of human rights in ${the}${state.name}`;
}
