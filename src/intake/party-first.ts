// Items that begin with who is asked: "The Government of Chad to open the border", below "We call on:". Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { operative } from './ask-forms.js';
import { complementOf } from './complement.js';
import { imperatives } from './grammar.js';
import { beginsWithOrder } from './headings.js';
import type { Setting } from './setting.js';
import { areActors } from './who-acts.js';

/** "ILO develop indicators", below "recommends that:". */
function bareFirst(words: string, setting: Setting, recent: Recent): string[] | undefined {
  const { party, rest } = complementOf(`that ${words}`);
  const verb = /^(?:(?:not|also|\p{Ll}+ly)\s+)*([\p{Ll}-]+)\s/u.exec(rest)?.[1];
  if (verb === undefined || !imperatives.has(verb) || party.split(' ').length > 10 || /\bto$/.test(party))
    return undefined;
  if (!words.startsWith(party) || !areActors(party, setting)) return undefined;
  const found = actorsOf(party, setting, recent).map(({ name }) => name);
  return found.length > 0 ? found : undefined;
}

/** Longer than this nobody's name is, however many are named. */
const LONGEST = 24;

/** Whom an item asks that names its party and goes on with "to" and a verb, or ends there to lead in items of its own. */
export function partyFirst(words: string, setting: Setting, recent: Recent): string[] | undefined {
  if (beginsWithOrder(words) || operative.test(words) || /^(?:To|That)\s/i.test(words)) return undefined;
  const bare = bareFirst(words, setting, recent);
  if (bare) return bare;
  const { party, rest, isThat } = complementOf(words);
  if (isThat || party === '' || party.split(' ').length > LONGEST || !words.startsWith(party)) return undefined;
  if (!/\bto[:,]?\s/.test(words) && !/\bto\s*:$/.test(words)) return undefined;
  if (/\b(?:is|are|was|were|has|have|should|must|will)\b/.test(party)) return undefined;
  const verb = /^(?:(?:not|also|\p{Ll}+ly|immediately)\s+)*([\p{L}-]+)/u.exec(rest)?.[1];
  if (rest !== '' && !(verb !== undefined && imperatives.has(verb.toLowerCase()))) return undefined;
  if (!areActors(party, setting)) return undefined;
  const found = actorsOf(party, setting, recent).map(({ name }) => name);
  return found.length > 0 ? found : undefined;
}
