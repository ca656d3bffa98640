// Organs of states, as names. Pure.

import { type Actor, named, type Recent } from './actor-words.js';
import { grammar } from './grammar.js';
import { group, UNNAMED } from './group-names.js';
import type { Setting } from './setting.js';
import { statesOfPlaces } from './places.js';
import { executiveOf, stateMeant } from './state-meant.js';

/** Whose "Congress" a story means that names it. */
const AMERICA = 'United States of America';

/** An organ of a state is the state: the one that it names, else the one that the text is about. */
export function organ(bare: string, setting: Setting, recent: Recent): Actor[] {
  const mentions = setting.names.mentionsIn(bare);
  const house = grammar.houses[bare] ?? grammar.offices[bare];
  if (house !== undefined) return named(house);
  const state = mentions.find(({ kind }) => kind === 'state') ?? mentions.find(({ kind }) => kind === 'body');
  const [of] = state ? [] : statesOfPlaces(bare);
  if (of !== undefined && (of === setting.subject || !setting.weights.has(setting.subject ?? ''))) return named(of);
  if (!state && UNNAMED.test(bare) && !(isOfParts(bare) && setting.subject !== null && setting.form !== 'press'))
    return group(bare);
  if (!state && /^(?:the\s)?\d{3}(?:st|nd|rd|th) Congress$/.test(bare)) return named(AMERICA);
  if (!state && /^(?:U\.?S\.? )?Congress$/.test(bare) && setting.form === 'press' && setting.weights.has(AMERICA))
    return named(AMERICA);
  const held = state === undefined && HOLDERS.test(bare) && setting.home === null ? holderOf(bare, setting) : undefined;
  if (held !== undefined) return named(held);
  return state
    ? named(state.name)
    : (executiveOf(bare, setting) ?? stateMeant(setting, recent) ?? ownerOf(bare, setting));
}

/** An organ where the text is about no state: its house's, else a body by its name, else a group. */
function ownerOf(bare: string, { home }: Setting): Actor[] {
  if (home !== null && /^\p{Lu}/u.test(bare)) return named(home);
  return /^(?:\p{Lu}[\p{L}'-]+\s(?:(?:of|for|and|the)\s)*){3,}\p{Lu}[\p{L}'-]+$/u.test(bare)
    ? named(bare)
    : group(bare);
}

const HOLDERS = /^(?:President|Prime Minister|Chancellor)$/;

/** "The President", where the text names one president and says of which state. */
function holderOf(office: string, { all, names }: Setting): string | undefined {
  const states = [
    ...all.matchAll(new RegExp(`\\b${office}\\s\\p{Lu}[\\p{L}'-]+(?:\\s\\p{Lu}[\\p{L}'-]+)?`, 'gu')),
  ].flatMap(([words]) =>
    names
      .mentionsIn(words)
      .filter(({ kind }) => kind === 'state')
      .map(({ name }) => name),
  );
  const [first, ...others] = new Set(states);
  return others.length === 0 ? first : undefined;
}

/** "Regional governments": of the parts of a state, where a text is about one. */
const isOfParts = (bare: string): boolean =>
  /^(?:regional|local|provincial|municipal|county|cantonal)(?:\s(?:and|or)\s(?:regional|local|provincial|municipal))?\s/i.test(
    bare,
  );
