// Whoever is not named again: "intercede on their behalf", "seek the release of all four", "withhold the tranche until
// prisoners can be visited" move the state that the text is about. Pure.

import { anyOf, grammar } from './grammar.js';
import { type Clause, FRONT, type Pressed } from './pressed-clause.js';

const { soughtFrom: SOUGHT } = grammar;
const WANTED = `(?:${anyOf([...grammar.demandNouns, ...SOUGHT.nouns])})`;
/** "Seek the release of all four", "press for an answer". */
const SEEK = new RegExp(
  `${FRONT}(?:go on\\s|continue\\s)?(?:seek|seeking|obtain|secure|demand|demanding|insist on|press for|plead for|win|request)\\s(?!(?:from|of)\\b)(?:[\\p{L}'-]+,?\\s){0,6}?${WANTED}\\b`,
  'iu',
);
/** "Insist that diplomats be let in". */
const INSIST = new RegExp(
  `${FRONT}(?:insist|demand|ask|request)(?:,[^,]{3,90},)?\\s(?:[^,;:.]{2,60}\\s)?that\\s[^;:.]{3,120}?\\sbe\\s(?:\\p{Ll}+ly\\s)?(?:\\p{L}+ed|freed|held|let|allowed|given|brought|made|handed|told|shown|put|kept|paid|sent|built|free|able)\\b`,
  'iu',
);
const INTERCEDE = new RegExp(
  `${FRONT}(?:intercede|intervene|mediate|plead|speak up|speak out|put in a word)\\s(?:[\\p{Ll}]+\\s){0,2}?(?:on|for|in favour of)\\b`,
  'iu',
);
const RULES = [SEEK, INSIST, INTERCEDE];

export function implied(clause: Clause): Pressed[] {
  const { words, addressees, setting } = clause;
  const { subject } = setting;
  if (subject === null || addressees.includes(subject)) return [];
  const others = setting.names
    .mentionsIn(words)
    .filter(({ name, kind }) => kind !== 'group' && name !== subject && !addressees.includes(name));
  if (others.length > 0) return [];
  const found = RULES.map((rule) => rule.exec(words)).find((match) => match !== null);
  return found ? [{ at: found.index, names: [subject] }] : [];
}
