import type { Recent } from './actor-words.js';
import { conditions } from './depending.js';
import { dialogues, framed, levers, messages, sought, soThat } from './levers.js';
import { implied } from './implied.js';
import type { Clause } from './pressed-clause.js';
import { influenced, movingFrames } from './moving-frames.js';
import { posted } from './posted.js';
import { agreed, met, saidToAct } from './pressed-frames.js';
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
  agreed,
];

/** Whom an ask wants its addressees to move, sentence by sentence; in a chain only the first. */
export function targetsIn(
  body: string,
  addressees: readonly string[],
  setting: Setting,
  recent: Recent,
  party = '',
): string[] {
  const others = { ...recent, asked: recent.states.slice(-2), before: recent.asked };
  const found = sentencesOf(body).flatMap(({ start, end }) =>
    targetsOf({ words: body.slice(start, end), addressees, setting, recent: others }),
  );
  if (found.length > 0) return [...new Set(found)];
  // Nobody is named as pressed: whoever is asked may be told by where they have a say.
  return posted(party, { words: body, addressees, setting, recent: others }).flatMap(({ names }) => names);
}

function targetsOf(clause: Clause): string[] {
  const others = (names: string[]) => names.filter((name) => !clause.addressees.includes(name));
  const by = (rules: typeof RULES) =>
    rules
      .flatMap((rule) => rule(clause))
      .map(({ at, names }) => ({ at, names: others(names) }))
      .filter(({ names }) => names.length > 0)
      .sort((a, b) => a.at - b.at);
  const known = by(RULES);
  const spoken = known.length > 0 ? known : by([spokenTo]);
  const [first, ...later] = spoken.length > 0 ? spoken : by([implied]);
  if (!first) return [];
  return [first, ...later.filter(({ at }) => isBeside(clause.words.slice(0, at)))].flatMap(({ names }) => names);
}

/** "Press Chad to open the border, and raise with Mali": what is asked besides, and no link of a chain. */
const isBeside = (before: string): boolean =>
  /(?:;\s(?:and\s)?(?:to\s)?|,\sand\s(?:to\s)?)(?:also\s|\p{Ll}+ly\s)*$/u.test(before);
