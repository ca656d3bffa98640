// Whoever is not named as the one to move: "intercede on their behalf", "seek the release of all four", "call publicly
// for an end to the trials" move the state whose doing it is. Pure.

import type { Mention } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';
import { aboutWhom } from './named-before.js';
import { type Clause, FRONT, type Pressed } from './pressed-clause.js';

const { soughtFrom: SOUGHT, sought: THINGS } = grammar;
const WANTED = `(?:${anyOf([...THINGS, ...SOUGHT.nouns])})`;
const SAYING = `(?:\\p{Ll}+ly\\s|in public\\s|in private\\s|again\\s)?`;
/** "Seek the release of all four", "press for an answer", "insist on an end to". */
const SEEK = new RegExp(
  `${FRONT}(?:go on\\s|continue\\s|to\\s)?(?:seek|seeking|obtain|secure|demand|demanding|win|request|insist ${SAYING}(?:up)?on|(?:ask|press|plead|push) ${SAYING}for)\\s(?!(?:from|of|to)\\b)(?:[\\p{L}'-]+,?\\s){0,6}?${WANTED}\\b`,
  'iu',
);
/** "Insist that diplomats be let in", "ask, in the committee, that the reports be handed over". */
const INSIST = new RegExp(
  `${FRONT}(?:insist|demand|ask|request)(?:,[^,]{3,90},)?\\s(?:[^,;:.]{2,60}\\s)?that\\s[^;:.]{3,120}?\\sbe\\s(?:\\p{Ll}+ly\\s)?(?:\\p{L}+ed|freed|held|let|allowed|given|brought|made|handed|told|shown|put|kept|paid|sent|built|free|able)\\b`,
  'iu',
);
const INTERCEDE = new RegExp(
  `${FRONT}(?:intercede|intervene|mediate|plead|speak up|speak out|put in a word)\\s(?:[\\p{Ll}]+\\s){0,2}?(?:on|for|in favour of)\\b`,
  'iu',
);
/** "Ask, in particular, about 38 prisoners", "inquire after his health", "insist on it". */
const ABOUT = new RegExp(
  `${FRONT}(?:(?:ask|inquire|enquire)(?:,[^,]{3,60},)?\\s(?:${SAYING})(?:about|after)\\s|(?:insist|press)\\s(?:on|for)\\s(?:it|this|that|them)\\b)`,
  'iu',
);
/** "A release on medical grounds should be sought". */
const PASSIVE = new RegExp(
  `\\b${WANTED}\\b[^.;:]{0,60}?\\s(?:should|must|ought to|needs? to|is to|are to)\\s(?:\\p{Ll}+ly\\s)?be\\s(?:sought|demanded|requested|insisted on|pressed for|asked for|called for)\\b`,
  'iu',
);
/** "Call publicly, and in the presence of the Uzbek delegation, for": public words move whoever they name. */
const CALL = new RegExp(
  `${FRONT}(?:call|appeal)(?:\\s${SAYING}|\\s\\p{Ll}+ly,[^,]{3,70},\\s)for\\s(?:[\\p{L}'-]+,?\\s){0,6}?${WANTED}\\b`,
  'iu',
);
const RULES = [SEEK, INSIST, INTERCEDE, ABOUT, PASSIVE];

/** Whom something is sought from without saying so; by public words ("call for") only a state that they name. */
export function implied(clause: Clause): Pressed[] {
  const found = RULES.map((rule) => rule.exec(clause.words)).find((match) => match !== null);
  const called = found ? null : CALL.exec(clause.words);
  const state = found ? whoseDoing(clause) : called ? namedAlone(clause) : undefined;
  const at = (found ?? called)?.index;
  return at !== undefined && state !== undefined ? [{ at, names: [state] }] : [];
}

/** Who is named in a clause besides those who are asked. */
const othersIn = ({ words, addressees, setting }: Clause): Mention[] =>
  setting.names.mentionsIn(words).filter(({ name, kind }) => kind !== 'group' && !addressees.includes(name));
const statesOf = (mentions: Mention[]): string[] => [
  ...new Set(mentions.filter(({ kind }) => kind === 'state').map(({ name }) => name)),
];

/** The one state that the clause names besides who is asked. */
function namedAlone(clause: Clause): string | undefined {
  const [state, ...others] = statesOf(othersIn(clause));
  return others.length === 0 ? state : undefined;
}

/** Where a body is only the place in which something is said: "in the Committee of Ministers". */
const VENUE = /\b(?:in|at|before|through|within|via|to)\s(?:the\s|each\s|every\s)?(?:\p{Ll}+\s)?$/iu;

/** The one state that the clause names besides who is asked; where it names nobody, the one that the text is about. */
function whoseDoing(clause: Clause): string | undefined {
  const named = othersIn(clause);
  if (statesOf(named).length > 0) return namedAlone(clause);
  if (named.some(({ start }) => !VENUE.test(clause.words.slice(0, start)))) return undefined;
  return aboutWhom(clause);
}
