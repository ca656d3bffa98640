// Whom what is said moves: "that somebody must", "at each meeting with somebody", "somebody's consent". Pure.

import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import { movedBy } from './pressed-party.js';
import { type Clause, FRONT, type Pressed } from './pressed-clause.js';

const { frames } = grammar;
const PARTY = '((?:the\\s|its\\s|their\\s|both\\s)?[^,;:.()"“”]{2,80}?)';
const ASIDE = '(?:,[^,;]{3,80},)?';
/** Whether a party begins with somebody who has a name. */
const isNamed = (party: string, { setting }: Clause): boolean => {
  const [first] = setting.names.mentionsIn(party);
  return first !== undefined && (first.start <= 4 || /\bof\s(?:the\s)?$/.test(party.slice(0, first.start)));
};

/** "State that Chad must open the border": whoever is to act in what is to be said. */
const CLAUSE = new RegExp(
  `\\bthat,?\\s(?:[^,;:]{3,60},\\s)?${PARTY}${ASIDE}\\s(?:${anyOf([...grammar.modals, ...grammar.needs, 'is to', 'are to', 'has no choice but to'])})\\s(?!not\\sbe\\sallowed)`,
  'giu',
);
const SURE = new RegExp(`\\b(?:${anyOf(frames.sure)})\\b[^;.]{0,40}$`, 'i');

export function saidToAct(clause: Clause): Pressed[] {
  return matchesIn(clause.words, CLAUSE).flatMap((match) => {
    const party = match[1] ?? '';
    if (SURE.test(clause.words.slice(0, match.index)) || !isNamed(party, clause)) return [];
    const names = movedBy(party, clause, 'mild', clause.words.slice(0, match.index));
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}

/** "Your hosts should be pressed for an answer", "let Chad be told that". */
const PASSIVE = new RegExp(
  `(?:^|[,;:]\\s|\\bthat\\s)((?:the\\s|your\\s|its\\s|their\\s|both\\s)?[^,;:.()"“”]{2,60}?)(?:,[^,;]{3,60},)?\\s(?:(?:should|must|ought to|needs? to|ha(?:s|ve) to|is to|are to)\\s)?(?:\\p{Ll}+ly\\s)?be\\s(?:\\p{Ll}+ly\\s)?(?:${anyOf(frames.moved)})\\b`,
  'giu',
);

/** "Be pressed for an answer". */
export const isPressed = (words: string): boolean => BE_MOVED.test(words);
const BE_MOVED = new RegExp(`^be\\s(?:\\p{Ll}+ly\\s)?(?:${anyOf(frames.moved)})\\b`, 'u');

export function toldTo(clause: Clause): Pressed[] {
  return matchesIn(clause.words, PASSIVE).flatMap((match) => {
    const party = match[1] ?? '';
    const names = movedBy(party, clause, 'mild', clause.words.slice(0, match.index));
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}

/** "At each meeting with Baku", "when they meet Azerbaijani ministers": with whom what is said there is said. */
const MEETING = new RegExp(
  `\\b(?:(?:in|at|during|on|use|through|before|ahead of)\\s(?:every|each|all|any|the|its|their|his|her|your|future|forthcoming|upcoming|bilateral|coming|high-level)\\s(?:[\\p{L}-]+\\s){0,4}?(?:${anyOf(grammar.agendas)}|exchanges?|encounters?|contacts?|conversations?|sessions?|consultations)\\s(?:with|to)|when(?:ever)?\\s(?:\\p{L}+\\s){0,3}?(?:meets?|meeting|receives?|receiving|welcomes?|hosts?|sees?|speaks?\\s(?:to|with)|speaking\\s(?:to|with)|talks?\\s(?:to|with)|talking\\s(?:to|with)))\\s${PARTY}(?=[,;:.]|\\s(?:to|on|about|over|that|and|in|at|for|until|next|this)\\b|$)`,
  'giu',
);
const SPEAKING = new RegExp(`${FRONT}(?:${anyOf(frames.speaking)})\\b`, 'iu');

export function met(clause: Clause): Pressed[] {
  return matchesIn(clause.words, MEETING).flatMap((match) => {
    const party = match[1] ?? '';
    if (!SPEAKING.test(clause.words) || !isNamed(party, clause)) return [];
    const names = movedBy(party, clause, 'mild', clause.words.slice(0, match.index));
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}

/** "Get Ankara's agreement to", "seek Georgian consent". */
const AGREEMENT = new RegExp(
  `${FRONT}(?:${anyOf(grammar.soughtFrom.verbs)})\\s((?:the\\s)?\\p{Lu}[^,;:.]{1,60}?(?:'s|s'|(?<=n|i|sh|ese|ch|an)))\\s(?:\\p{Ll}+\\s){0,2}?(?:${anyOf([...grammar.soughtFrom.nouns, ...frames.consent])})\\b`,
  'gu',
);

export function agreed(clause: Clause): Pressed[] {
  return matchesIn(
    clause.words.replace(/^\p{Lu}/u, (first) => first.toLowerCase()),
    AGREEMENT,
  ).flatMap((match) => {
    const [first] = clause.setting.names.mentionsIn(match[1] ?? '');
    return first !== undefined && first.start <= 4 && first.kind !== 'group'
      ? [{ at: match.index, names: [first.name] }]
      : [];
  });
}
