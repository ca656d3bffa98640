// Where a clause says something to somebody: "in every conversation with Chad", "in trade agreements with Mali". Pure.

import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import { FRONT } from './pressed-clause.js';

const { frames, sides } = grammar;
/** Where a party with a name begins. */
export const PARTY = '(?=(?:the\\s|both\\s|its\\s|their\\s|your\\s)?\\p{Lu}|both\\b|them\\b|each\\b)';
/** "In every conversation with Chad", "let no meeting with Chad pass". */
const MEETING = new RegExp(
  `\\b(?:every|each|all|any|no|its|their|his|her|your|own|next|future|forthcoming|upcoming|bilateral|coming|high-level|further|the)\\s(?:(?!(?:in|at|on|of|to|with|for|from|and|that|no|every|each|any|all)\\s)[\\p{L}-]+\\s){0,4}?(?:${anyOf(sides.meetings)})\\s(?:with|to)\\s${PARTY}`,
  'giu',
);
const AT_IT =
  /\b(?:in|at|during|on|through|before|ahead of|after|when|with|into|let|pass|use|using)\s(?:\p{Ll}+\s)?$/iu;

/** "In talks with the Taliban authorities, seek". */
const IN_TALKS = new RegExp(
  `(?:^|,\\s|\\s)(?:in|at|during)\\s(?:\\p{Ll}[\\p{Ll}-]+\\s){0,2}?(?:${anyOf(sides.meetings.filter((noun) => !noun.startsWith('consult')))})\\s(?:with|to)\\s${PARTY}`,
  'giu',
);

const SPEAKING = new RegExp(`${FRONT}(?:${anyOf([...frames.speaking, ...grammar.raising])})\\b`, 'iu');
/** What is put in an agreement is demanded. */
const DEMANDING = new RegExp(
  `${FRONT}(?:seek|insist|demand|press|require|negotiate|ask|request|secure|obtain|push)\\b`,
  'iu',
);
/** Meetings with somebody, each ending where the party begins; talks only where something is said in them. */
export const meetingsIn = (words: string): RegExpExecArray[] => [
  ...matchesIn(words, MEETING).filter(({ index }) => AT_IT.test(words.slice(0, index))),
  ...matchesIn(words, IN_TALKS).filter(({ 0: talks }) =>
    (/agreement|programme|partnership|cooperation/.test(talks) ? DEMANDING : SPEAKING).test(words),
  ),
];
