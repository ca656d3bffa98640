import type { Recent } from './actor-words.js';
import { conditions } from './depending.js';
import { dialogues, framed, levers, messages, sought, soThat } from './levers.js';
import { implied } from './implied.js';
import type { Clause } from './pressed-clause.js';
import { influenced, movingFrames } from './moving-frames.js';
import { posted } from './posted.js';
import { agreed, met, saidToAct, toldTo } from './pressed-frames.js';
import { pressedVerbs } from './pressed-verbs.js';
import { raisedWith } from './raising.js';
import { sentencesOf } from './sentences.js';
import type { Setting } from './setting.js';
import { spokenTo } from './toward-party.js';

const RULES = [
  pressedVerbs,
  movingFrames,
  influenced,
  levers,
  soThat,
  messages,
  framed,
  sought,
  raisedWith,
  dialogues,
  conditions,
  saidToAct,
  met,
  toldTo,
  agreed,
];

/** "In its talks with Chad, the Union should seek": where it is said stands before who is asked. */
const OPENING = /^(?:In|At|During|When(?:ever)?|Before|Ahead of|Through|As part of)\s[^,;:]{3,120}(?=,)/u;

/** What an ask says besides its body: the words that name who is asked, and what stands before them. */
interface Around {
  party?: string;
  opening?: string;
}

/** Whom an ask wants its addressees to move; in a chain only the first. */
export function targetsIn(
  body: string,
  addressees: readonly string[],
  setting: Setting,
  recent: Recent,
  { party = '', opening = '' }: Around = {},
): string[] {
  const clause = { addressees, setting, recent: { ...recent, asked: recent.states.slice(-2), before: recent.asked } };
  const clauses = sentencesOf(body).map(({ start, end }, at) => ({
    ...clause,
    words: body.slice(start, end),
    opening: at === 0 ? opening : '',
  }));
  const where = OPENING.exec(opening)?.[0];
  const opened =
    where === undefined ? [] : [{ ...clause, words: `${where}, ${body.replace(/^(?:you|it|they|she|he)\s/i, '')}` }];
  // What says it most plainly goes first: by the verb, by where it is said, by whose doing it is that is sought.
  const ways = [
    () => clauses.flatMap((one) => firstOf(one, [RULES, [spokenTo]])),
    () => opened.flatMap((one) => firstOf(one, [[met, spokenTo]])),
    () => (opening === '' ? [] : firstOf({ ...clause, words: `${opening}${body}` }, [[conditions]])),
    () => posted(party, { ...clause, words: body }).flatMap(({ names }) => names),
    () => clauses.flatMap((one) => firstOf(one, [[implied]])),
  ];
  for (const way of ways) {
    const names = way();
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}

/** What the first set of rules finds that finds anything: the first link of a chain, and who is asked besides. */
function firstOf(clause: Clause, sets: (typeof RULES)[]): string[] {
  const others = (names: string[]) => names.filter((name) => !clause.addressees.includes(name));
  for (const rules of sets) {
    const [first, ...later] = rules
      .flatMap((rule) => rule(clause))
      .map(({ at, names }) => ({ at, names: others(names) }))
      .filter(({ names }) => names.length > 0)
      .sort((a, b) => a.at - b.at);
    if (first) return [first, ...later.filter(({ at }) => isBeside(clause.words, at))].flatMap(({ names }) => names);
  }
  return [];
}

/** "Press Chad to open the border, and raise with Mali": what is asked besides, and no link of a chain. */
const isBeside = (words: string, at: number): boolean => {
  const joint = /^(?:[,;]\s)?(?:and\s)?(?:to\s)?/u.exec(words.slice(at))?.[0] ?? '';
  return /(?:;\s(?:and\s)?(?:to\s)?|,\sand\s(?:to\s)?)(?:also\s|\p{Ll}+ly\s)*$/u.test(words.slice(0, at) + joint);
};
