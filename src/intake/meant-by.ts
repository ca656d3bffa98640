// Whom words stand for that name nobody: "them", "both governments", "its hosts", "the first two". Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import type { Gazetteer } from './gazetteer.js';
import { matchesIn } from './matches.js';
import { lastOf, namedBefore } from './named-before.js';
import type { Clause } from './pressed-clause.js';

const PRONOUN =
  /^(?:them|it|him|her|both|each|all three|the (?:two|three)|both (?:capitals|(?:its|their|your|of its|of their) (?:neighbours|neighbors|partners|allies)))$/i;
// "President Saied", whose state nothing tells where he is named, is the text's.
const HEAD_OF_STATE =
  /\b(?:President|Prime Minister|Emir|King|Sultan|Chancellor|General)\s(\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)*)/gu;
/** "Its hosts", "the host": the state that was named last. */
const HOSTS =
  /^(?:its|their|his|her|your|the)\s(?:\p{Ll}+\s)?(?:hosts?|host (?:government|state|country)|counterparts?|opposite numbers?|neighbou?r|ally|partner|patron|debtor|borrower|client)(?=\s(?:of|about|on|that)\s|$)/iu;

/** "Both governments", "the two capitals", "the parties": two that were named together. */
export const TOGETHER =
  /^(?:(?:both|these|either|the two)\s(?:\p{Ll}+\s)?(?:parties|sides|governments|countries|[Ss]tates|capitals)|the\s(?:warring\s)?(?:parties|sides|two capitals)(?!\sto))(?=\s(?:in|at|on|as|about|that|to|when|under|before)\s|[,;.]|$)/u;

/** Whom such words mean; `undefined` where they are none of these, or nobody was named. */
export function meantBy(party: string, clause: Clause, before: string): string[] | undefined {
  if (HOSTS.test(party) && clause.setting.names.mentionsIn(party).length === 0) return hostsOf(clause, before);
  const ordinal = /^the (?:first|last|other) two$/i.exec(party)?.[0];
  if (ordinal !== undefined) {
    const last = (clause.recent.groups ?? []).findLast((names) => names.length > 2) ?? [];
    return /first/i.test(ordinal) ? last.slice(0, 2) : last.slice(-2);
  }
  const meant = PRONOUN.test(party) ? pronounOf(party, clause, before) : [];
  return meant.length > 0 ? meant : pairIn(party, clause);
}

/** "Both governments": where they are known by their place in the text two, else those two that were named together. */
function pairIn(party: string, clause: Clause): string[] | undefined {
  if (!TOGETHER.test(party)) return undefined;
  const known = actorsOf(party, clause.setting, clause.recent).filter(({ isGroup }) => !isGroup);
  return known.length === 2 ? known.map(({ name }) => name) : pairOf(clause);
}

/** "Before he lets himself be photographed in Shenzhen, ask his hosts": where one visits, else the state named last. */
function hostsOf(clause: Clause, before: string): string[] {
  const place = clause.setting.names
    .mentionsIn(before)
    .findLast(
      ({ kind, name, start }) =>
        kind === 'state' && !clause.addressees.includes(name) && /\b(?:in|to)\s$/.test(before.slice(0, start)),
    );
  return place ? [place.name] : lastOf(clause, before);
}

const others = (groups: Recent['groups'], addressees: readonly string[]): string[][] =>
  (groups ?? []).map((names) => names.filter((name) => !addressees.includes(name)));

/** Of the pairs that were named, the one that the text names most. */
function pairOf({ addressees, setting, recent }: Clause): string[] | undefined {
  const pairs = others(recent.groups, addressees).filter(({ length }) => length === 2);
  const weight = (names: string[]) => names.reduce((sum, name) => sum + (setting.weights.get(name) ?? 0), 0);
  return pairs
    .toReversed()
    .reduce<string[] | undefined>((most, pair) => (most && weight(most) >= weight(pair) ? most : pair), undefined);
}

/** "Both creditors of Telekom Chad, should demand that it": of whom they are creditors. */
const ROLE =
  /\b(?:creditors?|shareholders?|lenders?|funders?|holders?|owners?|buyers?|clients?|customers?|backers?|sponsors?|insurers?|donors?|members)\s(?:of|to)\s(?:the\s)?((?:\p{Lu}[\p{L}\d&'-]*\s?){1,5})/u;

function heldBy(opening: string, names: Gazetteer): string[] {
  const name = ROLE.exec(opening)?.[1]?.trim().replace(/'s$/, '') ?? '';
  if (name === '') return [];
  const [known] = names.mentionsIn(name);
  return [known?.start === 0 ? known.name : name];
}

/** "Meet the ambassador of Chad and press him": the state that was named last in the clause, else before it. */
function pronounOf(party: string, { addressees, setting, recent, opening = '' }: Clause, before: string): string[] {
  const held = heldBy(opening, setting.names).filter((name) => !addressees.includes(name));
  if (held.length > 0 && namedBefore(before, setting) === undefined) return held;
  const several = /\b(?:the|both|all)\s(?:two|three|four|both)?\s?(?:capitals|governments|countries|states)\b/i.exec(
    before,
  )?.[0];
  if (several !== undefined && !/^(?:it|him|her)$/i.test(party))
    return actorsOf(several.replace('capitals', 'countries'), setting, recent).map(({ name }) => name);
  const holder = /^(?:him|her)$/i.test(party) ? matchesIn(before, HEAD_OF_STATE).at(-1) : undefined;
  const inside = namedBefore(before, setting);
  const isTheirs = holder !== undefined && setting.names.mentionsIn(holder[0]).length === 0;
  if (/^(?:him|her)$/i.test(party) && (isTheirs || inside === undefined) && setting.subject !== null)
    if (!addressees.includes(setting.subject)) return [setting.subject];
  const isOne = /^(?:it|him|her)$/i.test(party);
  const isMany = /^(?:both|all three|the (?:two|three))\b/i.test(party);
  if (inside !== undefined && !isMany && !addressees.includes(inside)) return [inside];
  const last = others(recent.groups, addressees).findLast((names) => names.length > (isMany ? 1 : 0)) ?? [];
  if (/^both\b/i.test(party) && last.length < 2) {
    const two = [...new Set(recent.states.filter((name) => !addressees.includes(name)).toReversed())].slice(0, 2);
    return two.length === 2 ? two.toReversed() : last;
  }
  return isOne ? last.slice(-1) : last;
}
