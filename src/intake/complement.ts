import { verbIn } from './bare-verbs.js';
import { anyOf, grammar, imperatives } from './grammar.js';

/** What follows a verb of asking: who is asked, and what for. */
export interface Complement {
  /** The words that name who is asked; empty where nobody is named. */
  party: string;
  /** What is asked. */
  rest: string;
  /** "that X do" instead of "X to do". */
  isThat: boolean;
}

const STOP = /\b(?:should|shall|must|will|would|may|can|be|ought to|not|also|never|immediately|urgently|further)\b/;

/** Takes apart what follows "urges", "calls on", "recommends". */
export function complementOf(words: string): Complement {
  const trimmed = words
    .replace(/^[\s,:]+/, '')
    .replace(/^(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?=that\b)/, '')
    .replace(
      /^,?\s?(?:in|on|at|during|through|via|by)\s(?:an?|the|its|his|her|their|this|\p{Lu}\p{Ll}+)\s?[^,;:]{0,50}?,?\s(?=that\s)/u,
      '',
    )
    .replace(/^(?:in particular|inter alia|once again|and)\b,?\s*/i, '');
  const that = /^(?:(?:to|of)\s+(.{3,120}?)\s+)?that\s*,?\s*/i.exec(trimmed);
  if (that) return { ...thatClause(trimmed.slice(that[0].length), that[1]), isThat: true };
  // "We recommend to the parliaments:" names who is asked.
  const given = /^to\s+((?:the\s+)?([\p{L}-]+)[^:]{0,100}):$/u.exec(trimmed);
  if (given && !imperatives.has(given[2] ?? '')) return { party: given[1] ?? '', rest: '', isThat: false };
  const to = infinitiveIn(trimmed);
  if (to)
    return {
      party: trimmed
        .slice(0, to.at)
        .replace(/(?:\s+(?:on\s+)?\p{Lu}\p{Ll}+day)?[,\s]+$|\s+(?:on\s+)?\p{Lu}\p{Ll}+day$/u, ''),
      rest: trimmed.slice(to.end),
      isThat: false,
    };
  if (/:$/.test(trimmed))
    return {
      party: trimmed.replace(/(?:,?\s+(?:to|that|in particular|inter alia|the following))*\s*:$/, ''),
      rest: '',
      isThat: false,
    };
  // "Donors for six million": whom, and what for.
  const wanted =
    /^((?:the\s|all\s)?[^,;:.]{2,60}?)\sfor\s(?=(?:an?|the|more|help|support|money|funds|its|their|information|access|permission|clarification|answers?|assurances)\b|[\d$€£])/u.exec(
      trimmed,
    );
  if (wanted) return { party: wanted[1] ?? '', rest: trimmed.slice(wanted[0].length), isThat: false };
  const that2 = /\s(?:so\s+)?that\s/.exec(trimmed);
  return { party: that2 ? trimmed.slice(0, that2.index) : '', rest: trimmed, isThat: false };
}

function thatClause(clause: string, to?: string): { party: string; rest: string } {
  const lifted = clause
    .replace(
      /^(?:until|from|by|before|after|for|within)\s(?:the\send\sof\s)?(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?\d{4}\s(?=(?:the|all|any)\s|\p{Lu})/u,
      '',
    )
    .replace(
      /^(?:[Ii]n|[Aa]s|[Ww]ith|[Ff]or|[Tt]o|[Ww]ithin|[Bb]y|[Pp]ending)\b[^,]{2,120},\s*(?=the\b|all\b|\p{Lu})/u,
      '',
    );
  const deed = /:$/.test(lifted) ? verbIn(lifted) : undefined;
  // "That you call on the President to:": who is asked, and whom they are to move.
  if (deed !== undefined && /^(?:you|your\s\p{L}+|it|they)\s?$/u.test(lifted.slice(0, deed)))
    return { party: lifted.slice(0, deed).trim(), rest: lifted.slice(deed) };
  if (/:$/.test(lifted) && lifted.length < 140)
    return { party: lifted.replace(/(?:,?\s+(?:to|should|must|shall|in particular))*\s*:$/, ''), rest: '' };
  const stops = [STOP.exec(lifted)?.index ?? Infinity, verbIn(lifted) ?? Infinity];
  const at = Math.min(...stops);
  const isOpen = at === Infinity || /^(?:also|never|immediately|urgently|further)\b/.test(lifted.slice(at));
  const to2 = isOpen ? infinitiveIn(lifted) : undefined;
  // "Demanded that the government to release": as some write.
  if (to2 && to2.at < at) return { party: lifted.slice(0, to2.at), rest: lifted.slice(to2.end) };
  if (at === Infinity) return { party: to ?? lifted.slice(0, 80), rest: lifted };
  const party = lifted.slice(0, at).replace(/[,\s]+$/, '');
  return { party: /^(?:it|they|he|she)$/i.test(party) && to ? to : party, rest: lifted.slice(at) };
}

/** Another verb of asking: what follows it is asked of somebody else. */
const SECOND = new RegExp(
  `,?\\s(?:and|but)\\s+(?:(?:also|further)\\s+)?(?:${anyOf(Object.values(grammar.asking).map(([form = '']) => form))})\\s`,
);

/** Where "to adopt" begins: a "to" that no name or article follows. */
function infinitiveIn(words: string): { at: number; end: number } | undefined {
  let fallback: { at: number; end: number } | undefined;
  const own = words.slice(0, SECOND.exec(words)?.index ?? words.length);
  for (const match of own.matchAll(/(?:^|[\s,])(?:not\s+)?to[:,]?\s+/g)) {
    const next = words.slice(match.index + match[0].length);
    const isParticle =
      !/not/.test(match[0]) &&
      /\b(?:due|according|relating|related|regard|respect|addition|prior|pursuant|access|threat|members?|party|parties|special envoy|envoy|ambassadors?|adviser|representatives?|response|exposed|subject|up|visits?|return|right|belonging|opposed)\s*$/i.test(
        words.slice(0, match.index),
      ) &&
      !imperatives.has(/^[\p{L}-]+/u.exec(next)?.[0] ?? '');
    if (
      !isParticle &&
      /^(?:["']|\p{Ll}|\()/u.test(next) &&
      !/^(?:the|a|an|all|any|its|their|his|her|our|this|these|those|such|which|whom|other|both|every|each|some|more|date|what)\b/.test(
        next,
      )
    ) {
      const found = { at: match.index, end: match.index + match[0].length };
      const first = /^[\p{L}-]+/u.exec(next)?.[0] ?? '';
      // "Parties to armed conflict to respect": what stands so near before the verb is a noun.
      const isVerb =
        imperatives.has(first) ||
        (/,\s*$/.test(own.slice(0, match.index + 1)) && /^\p{Ll}+$/u.test(first)) ||
        /^see (?:to it|that)\b/.test(next) ||
        /ly$|^be$|^do$|^go$|^also$|^not$/.test(first);
      if (isVerb && (!fallback || isNear(own.slice(fallback.end, match.index)))) return found;
      if (isVerb) return fallback;
      fallback ??= found;
    }
  }
  if (fallback) return fallback;
  return /\bto\s*:$/.test(words) ? { at: words.search(/\s?\bto\s*:$/), end: words.length } : undefined;
}

const isNear = (between: string): boolean => !between.includes(',') && between.trim().split(/\s+/).length <= 4;
