import { type Actor, clean, isPlaceName, MEMBERS, type Recent } from './actor-words.js';
import { withoutAsides } from './party-asides.js';
import { wholeNamed, withoutLead } from './party-leads.js';
import { peopleOf } from './described.js';
import { conjuncts } from './conjuncts.js';
import { withoutVocative } from './readers.js';
import { resolve } from './resolve-actor.js';
import type { Setting } from './setting.js';
import { areActors, isActor } from './who-acts.js';
import type { Mention } from './gazetteer.js';

/** The actors that a phrase names, and nothing else of what it says. `null` where it names none. */
export function actorsOf(words: string, setting: Setting, recent: Recent): Actor[] {
  // "As long as it helps the guards of Tunisia and Libya, it": whoever the clause speaks of stands at its end.
  const pronoun = /,\s(it|they|he|she|you|both)$/i.exec(words)?.[1];
  if (pronoun !== undefined) return actorsOf(pronoun, setting, recent);
  const bare = withoutLead(words, setting);
  const whole = [
    officeNamed(bare, setting) ?? peopleOf(bare.trim(), setting) ?? wholeNamed(bare, setting) ?? [],
  ].flat();
  return whole.length > 0 ? whole.map((name) => ({ name, isGroup: false })) : actorsIn(bare, setting, recent);
}

/** The same, of a phrase that is taken apart. */
function actorsIn(words: string, setting: Setting, recent: Recent): Actor[] {
  const phrase = withoutAsides(withoutVocative(words)).replace(
    /,\s(?:which|who|whose|whom|where)\s(?:[^,;]|,(?=\d))*(?=,|;|$)/g,
    '',
  );
  const mentions = setting.names.mentionsIn(phrase);
  const found: Actor[] = [];
  let isAbsorbing = false;
  let isTelling = false;
  let isOfPlaces = false;
  let isBuying = false;
  const pieces = conjuncts(phrase, mentions);
  for (const [at, piece] of pieces.entries()) {
    if (/^(?:all\s)?(?:those|these)\s(?:who|that|which|concerned|responsible|involved|affected)\b/i.test(piece))
      continue;
    if (ADVERBIAL.test(piece)) continue;
    const part = clean(`${piece}${sharedNoun(pieces, at, setting)}`);
    if (part === '' || isTheirs(part, found)) continue;
    // "Buyers of seaweed, prawns and oil": what they buy is nobody.
    isBuying = (isBuying || /\s(?:of|for|from)\s\p{L}/u.test(pieces[at - 1] ?? '')) && found.at(-1)?.isGroup === true;
    if (isBuying && /^\p{Ll}/u.test(part) && !isActor(part, setting)) continue;
    const resolved = resolve(part, setting, recent, found);
    if (found.length > 0 && isHolder(part, pieces[at - 1] ?? '', setting)) continue;
    // "Companies that lease vessels or aircraft": what they lease is nobody.
    if (isTelling && resolved.every(({ isGroup }) => isGroup)) continue;
    // "Companies that fly from Dhaka, Karachi", "Member States with relations with Beijing or Moscow": no place is asked.
    if (isOfPlaces && isBarePlace(part, setting)) continue;
    isOfPlaces =
      endsInPlace(piece, setting) && resolved.every(({ isGroup, name }) => isGroup || / member states$/.test(name));
    isTelling = isTelling || /\s(?:that|which|who)\s/.test(piece);
    if (isAbsorbing && resolved.length === 1 && isPlaceName(part, setting)) continue;
    found.push(...resolved);
    isAbsorbing = ORGANS_OF.test(part) || (isAbsorbing && resolved.length === 0);
  }
  const named = found.filter(({ isGroup }) => !isGroup);
  const kept = named.length > 0 && !areTwoSides(words, pieces, mentions, found, setting) ? named : found;
  return kept.filter((actor, at) => kept.findIndex(({ name }) => name === actor.name) === at);
}

/** "African States, above all,": how it is asked is nobody. */
const ADVERBIAL =
  /^(?:above all(?: else)?|in particular|first of all|most of all|in turn|at last|at least|if possible|likewise|too|moreover|therefore|however|instead|rather|finally|meanwhile|accordingly|alike|first and foremost)$/i;

/** "The army and the insurgents", "authorities and aid agencies": two who are only described, side by side, are both asked. */
const areTwoSides = (
  words: string,
  pieces: string[],
  mentions: readonly Mention[],
  found: Actor[],
  setting: Setting,
): boolean =>
  pieces.length === 2 &&
  found.length === 2 &&
  /^[^,]+\sand\s[^,]+$/.test(words) &&
  mentions.every(({ how }) => how === 'demonym') &&
  !pieces.some((piece) => OTHERS.test(piece)) &&
  areActors(pieces.join(' and '), setting);
const OTHERS =
  /^(?:you|it|they|them|he|she|him|her)$|\b(?:other|others|remaining|relevant|their|its|such|key|wider|donors?)\b/i;

/** "The authorities of", behind which the names of its parts may stand. */
const ORGANS_OF =
  /\b(?:governments|authorities|provinces|districts|states|parliaments|ministries|municipalities|courts|police|councils|regions|ministry|minister|department)\b.*\b(?:of|in|for)\b/i;

/** A group with places behind it. */
const PLACED = /\s(?:from|in|to|with|between|at|near|across)\s(?:either\s|both\s|the\s)?\p{Lu}[\p{L}'-]+$/u;
const endsInPlace = (piece: string, { names }: Setting): boolean => {
  const last = PLACED.test(piece) ? names.mentionsIn(piece).at(-1) : undefined;
  return last?.kind === 'state' && last.end === piece.length;
};
const isBarePlace = (part: string, { names }: Setting): boolean => {
  const bare = part.replace(/^the\s/, '');
  const [first] = names.mentionsIn(bare);
  return first
    ? first.kind === 'state' && first.start === 0
    : /^\p{Lu}[\p{L}'-]+(?:\sto\s\p{Lu}[\p{L}'-]+)?$/u.test(bare);
};

const OFFICE_BEFORE =
  /\b(?:chief|minister|president|envoy|ambassador|secretary|director|rapporteur|commissioner|chair|head|leader|chancellor|representative)(?:\s(?:of|for|on)\s.*)?$/i;
const PERSON = /^(?:Mr|Ms|Mrs|Dr)?\.?\s?\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}.'-]+){1,3}$/u;

/** "The bloc's foreign policy chief, Kaja Kallas": the name is the office's. */
const isHolder = (part: string, before: string, { names }: Setting): boolean =>
  OFFICE_BEFORE.test(before) && PERSON.test(part) && names.mentionsIn(part).length === 0;

/** "Kiln owners and their associations": the second belongs to the first. */
function isTheirs(part: string, found: Actor[]): boolean {
  return (
    /^(?:their|its|his|her)\s/i.test(part) &&
    found.length > 0 &&
    !MEMBERS.test(part) &&
    !/dialogue partners$/.test(part)
  );
}

/** "Kenyan and Ugandan ports" are the ports of both: the noun behind the second adjective belongs to the first too. */
function sharedNoun(pieces: string[], at: number, { names }: Setting): string {
  const isAdjective = (piece: string): boolean => {
    const [mention] = names.mentionsIn(piece);
    return mention?.how === 'demonym' && mention.end === piece.length;
  };
  // "Employers' and workers' organizations".
  const owned = /s'$/.test(pieces[at] ?? '') ? /^\p{L}+s'(\s.+)$/u.exec(pieces[at + 1] ?? '')?.[1] : undefined;
  if (owned !== undefined) return owned;
  if (!isAdjective(pieces[at] ?? '')) return '';
  const behind = pieces.slice(at + 1).find((piece) => !isAdjective(piece)) ?? '';
  const [mention] = names.mentionsIn(behind);
  return mention?.how === 'demonym' && mention.start === 0 ? behind.slice(mention.end) : '';
}

/** "Immigration, Refugees and Citizenship Canada": a department that bears the name of the state whose house speaks. */
function officeNamed(words: string, { home, names }: Setting): string | undefined {
  const [mention, ...others] = home === null ? [] : names.mentionsIn(words);
  const isLast = mention?.name === home && mention.end === words.length && others.length === 0;
  return isLast && OFFICE_NAMED.test(words.slice(0, mention.start)) ? mention.name : undefined;
}
const OFFICE_NAMED = /^(?:\p{Lu}[\p{L}-]+(?:,?\s(?:and\s)?))+$/u;
