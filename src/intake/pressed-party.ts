// Who is moved: from the words behind a verb of moving to names. Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { matchesIn } from './matches.js';
import { lastOf, namedBefore } from './named-before.js';
import { peerOf } from './peers.js';
import type { Gazetteer } from './gazetteer.js';
import { escaped, grammar, imperatives } from './grammar.js';
import { type Clause, OFFICE } from './pressed-clause.js';
import { NAME, NAMES } from './sentence-shapes.js';
import type { Setting } from './setting.js';
import { isUnion } from './unions.js';
import { visitedIn } from './visited.js';
import { isActor } from './who-acts.js';

/** "Make clear to their partner in Baku". */
const PARTNER_IN =
  /^(?:on\s|to\s|with\s)?(?:their|its|his|her|the|your)\s(?:\p{Ll}+\s){0,2}(?:partners?|counterparts?|opposite numbers?|leaders(?:hip)?|authorities|government|rulers|officials|allies|ally|hosts?|friends?|generals|junta)\sin\s(?:the\s)?(\p{Lu}[\p{L}\d]+(?:\s\p{Lu}\p{L}+)?)/u;
/** Groups that whoever is asked has under it, or that have no will of their own. */
const UNDER =
  /^(?:(?:local|state|federal|national|public|own|labou?r|prison|security|border|civil|health|police|law enforcement|military|regional|provincial|municipal)\s)*(?:police|guards|personnel|agents|inspectorates?|governments|authorities|officers?|officials|courts?|judges|prosecutors?|soldiers|troops|forces|staff|employees|inspectors|schools|teachers|hospitals|clinics|municipalities|districts|provinces|diplomats|missions?|embassies|ministries|suppliers|contractors|subsidiaries|importers|parents|citizens|captains|shareholders|observers|monitors|experts|visitors|delegations|doctors|lawyers|media|journalists|consumers)$/i;
export const isUnder = (name: string): boolean => UNDER.test(name);
/** Groups that no state has under it, so that whoever is to ask them moves them. */
const ABROAD =
  /^(?:(?:bi|multi)lateral |international |foreign |development |other |western |regional )*(?:donors?|creditors|lenders|community|partners|states|governments|countries|member associations|member states|parties to the conflict|warring parties|parties|sides|armed groups|neighbou?rs|platforms|allies|banks|brands|mediators|guarantors|insurers|airlines|buyers)$/i;

const PRONOUN =
  /^(?:them|it|him|her|both|each|all three|the (?:two|three)|both (?:capitals|(?:its|their|your|of its|of their) (?:neighbours|neighbors|partners|allies)))$/i;
// "President Saied", whose state nothing tells where he is named, is the text's.
const HEAD_OF_STATE =
  /\b(?:President|Prime Minister|Emir|King|Sultan|Chancellor|General)\s(\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)*)/gu;
/** "Its hosts", "the host": the state that was named last. */
const HOSTS =
  /^(?:its|their|his|her|your|the)\s(?:\p{Ll}+\s)?(?:hosts?|host (?:government|state|country)|counterparts?|opposite numbers?|neighbou?r|ally|partner|patron|debtor|borrower|client)(?=\s(?:of|about|on|that)\s|$)/iu;

/** "Shipping companies": no deed but a trade. */
const TRADES =
  /^\p{Ll}+ing\s(?:companies|firms|agencies|states|nations|countries|governments|authorities|partners|banks|parties|houses|operators|groups|corporations|businesses|enterprises|contractors)$/u;
/** "Both governments", "the two capitals", "the parties": two that were named together. */
export const TOGETHER =
  /^(?:(?:both|these|either|the two)\s(?:\p{Ll}+\s)?(?:parties|sides|governments|countries|[Ss]tates|capitals)|the\s(?:warring\s)?(?:parties|sides|two capitals)(?!\sto))(?=\s(?:in|at|on|as|about|that|to|when|under|before)\s|[,;.]|$)/u;

/** How surely a verb moves somebody: `weak` ones ("ask") only states, `mild` ones ("engage") whoever has a name. */
export type Force = 'strong' | 'mild' | 'weak';

/** The words that name somebody, as far as they go; a name that is known is not cut. */
export function cutParty(said: string, names: Gazetteer): string {
  const words = beforeVerb(said);
  const [first] = names.mentionsIn(words.slice(0, 120));
  const known = first !== undefined && first.start <= 4 && first.kind !== 'state' ? first.end : 0;
  if (
    first?.kind === 'state' &&
    first.start <= 4 &&
    first.how !== 'demonym' &&
    AFTER_A_STATE.test(words.slice(first.end))
  )
    return words.slice(0, first.end);
  const organ =
    first?.how === 'demonym' && first.start <= 4 ? ORGAN_OF_A_STATE.exec(words.slice(first.end))?.[0] : undefined;
  if (first && organ !== undefined) return words.slice(0, first.end) + organ;
  return (words.slice(0, known) + (CUT.exec(words.slice(known))?.[1] ?? '')).replace(/[,.]?["”']+$/, '').trim();
}

/** "Seek the support of the Fund and prevail on Chad": a second verb ends the first one's party. */
function beforeVerb(words: string): string {
  const second = matchesIn(
    words,
    /,?\s(?:and|or|but)\s([\p{Ll}-]+)\s(?=(?:on|upon|to|with|the|its|their|that|a|an)\s|\p{Lu})/gu,
  ).find(({ 1: verb = '' }) => imperatives.has(verb));
  return second ? words.slice(0, second.index) : words;
}
/** "Confront the Chadian delegation with". */
const ORGAN_OF_A_STATE =
  /^\s(?:\p{Ll}+\s)?(?:authorities|government|delegation|side|leadership|army|military|police|judiciary|courts?|ministry|minister|ambassador|embassy|counterparts?|parliament|presidency|junta|regime)(?=\s(?:with|of|about|against|to|on|over|for)\s)/iu;
/** "Remind Chad of", "warn Chad against": a preposition behind a state's name that begins no name. */
const AFTER_A_STATE = /^\s(?:of|against|with|to|towards?|off|out|away|back|home)\s(?!(?:the\s)?\p{Lu})/u;

const CUT =
  /^(.*?)(?:,\s(?!(?:the\s)?\p{Lu}|and\s)|(?!(?<=\b(?:Bank|Fund|Commission|Committee|Council|Office|Agency|Organi[sz]ation|Centre|Court|Tribunal|Commissioner|Programme|Institute|Board|Ministry|Minister))\s(?:for|on|in|against)\s(?:the\s)?\p{Lu})\s(?:that|so that|asking|urging|calling|requesting|demanding|in order|with a view|over|about|how|why|whether|what|when|who|whom|which|in|at|on|for|by|from|into|during|through|without|within|regarding|concerning|as|before|after|until|unless|once|to(?=\s\p{Ll}+))\s|\s(?:more|less|not|publicly|privately|again|firmly|clearly|beforehand|plainly|openly|directly|so|harder|first|now|too|today)(?:[\s,]|$)|(?<=\p{Lu}\p{L}+)\s(?:the|an?|its|their|these|those)\s(?=\p{Ll})|[;:.–—]|,?["”](?=\s|$)|$)/u;

/** The state of "their partner in Baku". */
export function partnerIn(words: string, { setting }: Clause): string | undefined {
  const [there] = setting.names.mentionsIn(PARTNER_IN.exec(words.trimStart())?.[1] ?? '');
  return there?.kind === 'state' || grammar.deFactoPowers.includes(there?.name ?? '') ? there?.name : undefined;
}

/** Whom the party of a verb that moves names; `weak` verbs ("ask") move nobody who is only named in passing. */
export function movedBy(party: string, clause: Clause, force: Force, before = ''): string[] {
  const { addressees, setting, recent } = clause;
  if (/^\p{Ll}+ing\s/u.test(party) && !TRADES.test(party)) return [];
  const peer = peerOf(party, setting);
  if (peer !== undefined) return [peer];
  if (HOSTS.test(party) && setting.names.mentionsIn(party).length === 0) return hostsOf(clause, before);
  if (
    /^(?:its|their)\s(?:own\s)?(?:members|member states|participating states)$/i.test(party) &&
    addressees.length === 1
  )
    return isUnion(addressees[0] ?? '') ? [`${addressees[0] ?? ''} member states`] : [];
  const ordinal = /^the (?:first|last|other) two$/i.exec(party)?.[0];
  if (ordinal !== undefined) {
    const last = (recent.groups ?? []).findLast((names) => names.length > 2) ?? [];
    return /first/i.test(ordinal) ? last.slice(0, 2) : last.slice(-2);
  }
  if (PRONOUN.test(party)) {
    const meant = pronounOf(party, clause, before);
    if (meant.length > 0) return meant;
  }
  const pair =
    TOGETHER.test(party) && actorsOf(party, setting, recent).every(({ isGroup }) => isGroup)
      ? pairOf(clause)
      : undefined;
  if (pair !== undefined) return pair;
  if (party === '' || !(isActor(party, setting) || isByName(party, setting))) return [];
  if (OFFICE.test(party) && setting.names.mentionsIn(party).length === 0) {
    const whose = lastOf(clause, before);
    if (whose.length > 0) return whose;
  }
  const visited = visitedIn(before, party, setting, recent);
  if (visited && !addressees.includes(visited)) return [visited];
  const all = actorsOf(party, setting, recent);
  const named = all.filter(
    ({ isGroup, name }) =>
      !isGroup && (force !== 'weak' || setting.weights.has(name) || name.endsWith('member states')),
  );
  const isOwn = named.length > 0 && named.every(({ name }) => addressees.includes(name));
  // "Germany ought to talk the Government out of it": the one that the text is about.
  if (isOwn && /^the\s(?:government|authorities|regime|junta)$/i.test(party)) return lastOf(clause, before);
  if (named.length > 0) return named.map(({ name }) => name);
  return all.filter(({ isGroup, name }) => isGroup && movesGroup(name, party, force)).map(({ name }) => name);
}

/** "Meta": a name that the text has in the middle of a sentence, and that nothing else tells. */
export const isByName = (party: string, { all }: Setting): boolean =>
  (NAME.test(party) && new RegExp(`[\\p{Ll},] ${escaped(party.replace(/^the\s/i, ''))}\\b`, 'u').test(all)) ||
  NAMES.test(party);

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

/** Whether a group without a name counts as moved: one that whoever is asked does not have under it. */
function movesGroup(name: string, party: string, force: Force): boolean {
  if (ABROAD.test(name)) return true;
  if (UNDER.test(name) || /^(?:their|its|his|her|your|our)\s/i.test(party)) return false;
  return force === 'strong';
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
