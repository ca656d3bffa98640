// With whom a matter is to be raised. Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { anyOf, grammar } from './grammar.js';
import type { Setting } from './setting.js';

/** What may stand before a verb that moves somebody. */
export const FRONT =
  '(?:^|\\bto\\s+|\\band\\s+|[,;:]\\s*|\\b(?:should|must)\\s+|\\bby\\s+)(?:\\p{Ll}+ly\\s+|also\\s+|further\\s+|once again\\s+|jointly\\s+|continue\\s+to\\s+|again\\s+)*';
const RAISING = new RegExp(`${FRONT}(${anyOf(grammar.raising)})\\b`, 'iu');
const AGENDA = new RegExp(`\\b(?:${anyOf(grammar.agendas)})\\b`, 'i');
/** "Bring the cases up in every meeting": the verb stands in two. */
const PARTED = /\bbring\s[^,;.]{3,60}?\sup\b/i;

/** "Negotiate a minimum wage with the Kingdom": what is to be put in an agreement. */
const NEGOTIATE =
  /(?:^|\b(?:to|and|should|must)\s)(?:re)?negotiate\s[^.;:]{3,90}?\swith\s((?:the\s)?(?:\p{Lu}\p{L}+(?:\s(?:and\s)?(?:the\s)?\p{Lu}\p{L}+){0,4}|Kingdom|authorities|government))/u;

/** "When she meets her Turkish counterpart". */
const COUNTERPART =
  /\bmeets?\s(?:(?:her|his|its|their)\s)?(\p{Lu}\p{L}+)\s(?:counterparts?|foreign minister|president|ambassador|authorities|government)\b/u;

/** "Raise the arrests with China", "make it an item of all talks with China". */
export function raisedWith(sentence: string, setting: Setting, recent: Recent): string[] {
  const negotiated = NEGOTIATE.exec(sentence)?.[1];
  if (negotiated !== undefined) {
    const others = actorsOf(negotiated, setting, recent).filter(({ isGroup }) => !isGroup);
    if (others.length > 0) return others.map(({ name }) => name);
  }
  const raising = PARTED.exec(sentence) ?? RAISING.exec(sentence);
  if (!raising) return [];
  const isRaised =
    raising[1] === undefined ||
    /^(?:raise|bring up|take up|discuss|pursue|broach|voice|convey|highlight)$/i.test(raising[1]);
  if (!isRaised && !AGENDA.test(sentence)) return [];
  const met = setting.names.mentionsIn(COUNTERPART.exec(sentence)?.[1] ?? '')[0];
  if (met?.kind === 'state') return [met.name];
  for (const match of sentence.matchAll(/\b(?:with|to|vis-à-vis)\s+/g)) {
    const phrase = sentence.slice(match.index + match[0].length);
    const mention = setting.names.mentionsIn(phrase)[0];
    const isOrgan =
      /^(?:the\s+)?(?:governments?|authorities|ministr(?:y|ies)|state party|leadership|leaders|regime|junta|presidency)\b/i.test(
        phrase,
      );
    if (!isOrgan && (!mention || mention.start > 12)) continue;
    if (match[0].startsWith('to') && !isRaised) continue;
    const cut =
      /^(.*?)(?:,\s(?!and)|\s(?:at|in|on|during|the|that|about|as|for|its|their|through|when|whenever|concerning|regarding)\s|[;:.]|$)/.exec(
        phrase.slice(mention?.start ?? 0),
      )?.[1] ?? '';
    const named = actorsOf(
      isOrgan ? (phrase.slice(0, 60).split(/\s(?:the conduct|at|in|on|about)\s/)[0] ?? '') : cut,
      setting,
      recent,
    ).filter(({ isGroup }) => !isGroup);
    if (named.length > 0) return named.map(({ name }) => name);
  }
  return [];
}
