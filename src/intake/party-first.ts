// Items that begin with who is asked: "The Government of Chad to open the border", below "We call on:". Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { operative } from './ask-forms.js';
import { complementOf } from './complement.js';
import { grammar, imperatives } from './grammar.js';
import { beginsWithOrder } from './headings.js';
import type { Setting } from './setting.js';
import { areActors, isActor } from './who-acts.js';

/** Who is asked, and where what they are asked begins. */
export interface PartyFirst {
  addressees: string[];
  from: number;
}

/** "ILO develop indicators", below "recommends that:". */
function bareFirst(said: string, setting: Setting, recent: Recent): PartyFirst | undefined {
  const words = said.replace(ASIDE, (aside) => ' '.repeat(aside.length));
  const { party, rest } = complementOf(`that ${words}`);
  const verb = /^(?:(?:not|also|\p{Ll}+ly)\s+)*([\p{Ll}-]+)\s/u.exec(rest)?.[1];
  if (verb === undefined || !isOrder(verb) || party.split(/\s+/).length > 10 || /\bto$/.test(party)) return undefined;
  const isWho = areActors(party, setting) || (/^\p{Ll}/u.test(party) && isActor(party, setting));
  if (!words.startsWith(party) || !isWho) return undefined;
  return whoIn(party, rest, words, setting, recent);
}

/** "Mongolia, through which some have fled, not return them". */
const ASIDE = /,\s(?:\p{Ll}+\s)?(?:which|whom|whose|who)\b[^,;]*,/gu;

function whoIn(party: string, rest: string, words: string, setting: Setting, recent: Recent): PartyFirst | undefined {
  const addressees = actorsOf(party, setting, recent).map(({ name }) => name);
  return addressees.length > 0 ? { addressees, from: Math.max(0, words.lastIndexOf(rest)) } : undefined;
}

/** "The Committee urges": whoever asks is not asked. */
const TELLING = new Set([
  ...Object.values(grammar.asking).map(([third = '']) => third),
  ...grammar.advice,
  'notes',
  'welcomes',
  'regrets',
  'draws',
  'commends',
]);

/** "Keep", and "keeps" behind who is to keep. */
const isOrder = (verb: string): boolean =>
  !TELLING.has(verb) &&
  [verb, verb.replace(/s$/, ''), verb.replace(/es$/, ''), verb.replace(/ies$/, 'y')].some((base) =>
    imperatives.has(base),
  );

/** Longer than this nobody's name is, however many are named. */
const LONGEST = 24;

/** Whom an item asks that names its party and goes on with "to" and a verb, or ends there to lead in items of its own. */
export function partyFirst(words: string, setting: Setting, recent: Recent): PartyFirst | undefined {
  if (beginsWithOrder(words) || operative.test(words) || /^(?:To|That)\s/i.test(words)) return undefined;
  const bare = bareFirst(words, setting, recent);
  if (bare) return bare;
  const { party, rest, isThat } = complementOf(words);
  // "Establishes a mission ... to collect": a verb, and nobody's name.
  if (/^\p{Lu}\p{Ll}+s\s(?:an?|the|its|their|all|any|that)\s/u.test(words)) return undefined;
  if (isThat || party === '' || party.split(' ').length > LONGEST || !words.startsWith(party)) return undefined;
  if (!/\bto[:,]?\s/.test(words) && !/\bto\s*:$/.test(words)) return undefined;
  if (/\b(?:is|are|was|were|has|have|should|must|will)\b/.test(party)) return undefined;
  const verb = /^(?:(?:not|also|\p{Ll}+ly|immediately)\s+)*([\p{L}-]+)/u.exec(rest)?.[1];
  if (rest !== '' && !(verb !== undefined && imperatives.has(verb.toLowerCase()))) return undefined;
  if (!areActors(party, setting)) return undefined;
  return whoIn(party, rest, words, setting, recent);
}
