// Frames in which any verb moves somebody without "to": "have X close", "bring home to X that", influence on X. Pure.

import { anyOf, grammar, imperatives } from './grammar.js';
import { matchesIn } from './matches.js';
import { ADVERB, type Clause, FRONT, type Pressed } from './pressed-clause.js';
import { cutParty, movedBy } from './pressed-party.js';

const CAUSING = new RegExp(`${FRONT}(?:have|make|see)\\s`, 'giu');

/** "Have Chad close the gate", "make Chad pay". */
export function caused(clause: Clause): Pressed[] {
  return matchesIn(clause.words, CAUSING).flatMap((match) => {
    const behind = clause.words.slice(match.index + match[0].length);
    const [mention] = clause.setting.names.mentionsIn(behind.slice(0, 60));
    if (mention?.kind !== 'state' || mention.start > 4) return [];
    const next = DOING.exec(behind.slice(mention.end))?.[1] ?? '';
    return imperatives.has(next) ? [{ at: match.index, names: [mention.name] }] : [];
  });
}

/** What a state, or its organ, is to do. */
const DOING =
  /^(?:'s)?(?:\s(?:authorities|government|side|army|police|parliament|ministry))?\s(\p{Ll}+)(?!\s(?:with|of)\b)/u;

const { frames } = grammar;
const TELLING = new RegExp(
  `(?:${FRONT}|\\b(?:by|of|at|for|without)\\s(?:${ADVERB})*)(?!(?:${anyOf(frames.notMoving)})\\b)([\\p{Ll}-]{3,})\\s(?:(?:home|across|plain|clear|over|back|out)\\s)?(?:to|on|upon)\\s((?:the\\s|its\\s|their\\s|both\\s|\\p{Lu})[^,;:.]{1,60}?)(?:,\\s[^,;:]{2,90},)?\\s(?:the|its|their|how|why|what|whether|that)\\s`,
  'giu',
);

/** "Bring home to Chad the cost", "spell out to Chad how": what is told stands behind whom it is told. */
export function toldHeavily(clause: Clause): Pressed[] {
  return matchesIn(clause.words, TELLING).flatMap((match) => {
    const verb = match[1]?.toLowerCase() ?? '';
    if (!(imperatives.has(verb) || imperatives.has(`${verb.slice(0, -3)}e`))) return [];
    const names = movedBy(match[2] ?? '', clause, 'weak', clause.words.slice(0, match.index));
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}

/** "States with influence over the parties": whoever they can move they are to move. */
const INFLUENCE =
  /\b(?:influence|leverage|sway|clout|purchase|pull)\s(?:they\s(?:have|hold)\s|it\s(?:has|holds)\s)?(?:on|over|with|upon|in)\s(?=(?:the\s|its\s|their\s|both\s|all\s)|\p{Lu})([^;:.]{2,90})/gu;

export function influenced(clause: Clause): Pressed[] {
  return matchesIn(clause.words, INFLUENCE).flatMap((match) => {
    const party = cutParty(match[1] ?? '', clause.setting.names);
    const names = movedBy(party, clause, 'strong', clause.words.slice(0, match.index));
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}
