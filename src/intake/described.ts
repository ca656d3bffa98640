// Bodies and states that a text describes instead of naming them: "the bloc", "the world body", "the Gulf emirate". Pure.

import type { Recent } from './actor-words.js';
import { anyOf, grammar } from './grammar.js';
import type { Setting } from './setting.js';

const BLOC =
  /^(?:the\s|this\s)?(?:[\p{L}\d]+(?:-[\p{L}\d]+)*\s){0,3}(?:bloc|grouping|trade bloc)(?:'s\s(?:\d+\s|own\s)?(member states|members|member governments|governments|capitals|foreign ministers)|'s\s(executive(?: arm| branch)?)|'s\s(?:leaders|leadership|institutions|chiefs|negotiators|officials))?$/iu;
const WORLD = new RegExp(`^(?:the\\s)?(?:${anyOf(Object.keys(grammar.describedBodies))})$`, 'i');
const DE_FACTO = /^(?:the\s)?(?:Afghan\s|Taliban\s)?de facto (?:authorities|government|rulers)$/i;
const KIND =
  '(?:country|nation|state|kingdom|republic|island(?:\\snation|\\sstate)?|emirate|sultanate|monarchy|archipelago)';
const MODIFIER =
  '(?:Gulf|Arab|West|East|North|South|Central|Southern|Northern|Eastern|Western|Southeast|African|Asian|European|Balkan|Baltic|Caribbean|Pacific|Andean|Himalayan|Sahel(?:ian)?|Latin|American|Caucasus|Muslim|Mediterranean|[\\p{L}]+-(?:rich|majority|ruled|led|run)|landlocked|tiny|small|wealthy|impoverished|kingdom)';
const STATE = new RegExp(
  `^(?:the\\s|this\\s)?(?:${MODIFIER}\\s){1,3}${KIND}$|^(?:the\\s|this\\s)(?:kingdom|emirate|sultanate|island|archipelago)$`,
  'iu',
);

/** Whether a phrase describes a body that is known. */
export const isDescribedBody = (part: string, setting: Setting): boolean => describedBody(part, setting) !== undefined;

/** "The bloc" is the union that the document names most; "the world body" is the United Nations. */
export function describedBody(part: string, { bloc: union, names, weights }: Setting): string | undefined {
  if (DE_FACTO.test(part) && weights.has('Afghanistan')) return 'Taliban';
  if (WORLD.test(part)) return grammar.describedBodies[part.toLowerCase().replace(/^the\s/, '')];
  const bloc = BLOC.exec(part);
  if (!bloc || names.mentionsIn(part).some(({ kind }) => kind === 'state')) return undefined;
  if (union === undefined) return undefined;
  if (bloc[1] !== undefined) return `${union} member states`;
  return bloc[2] !== undefined && union === 'European Union' ? 'European Commission' : union;
}

/** Whether a phrase describes a state without naming it. */
export const isDescribedState = (part: string): boolean => STATE.test(part);

/** "The kingdom": the one that was named last. */
export function kingdomMeant(bare: string, { weights }: Setting, { states }: Recent): string | undefined {
  if (!/\bkingdom$/i.test(bare)) return undefined;
  const isKingdom = (name: string) => grammar.kingdoms.includes(name);
  return states.findLast(isKingdom) ?? [...weights].sort((a, b) => b[1] - a[1]).find(([name]) => isKingdom(name))?.[0];
}

/** "The Saudis", in a story: their state; "those who govern in Caracas". */
export function peopleOf(part: string, { form, names, weights }: Setting): string | undefined {
  const half = /^[Tt]he\s(North|South)$/.exec(part)?.[1];
  const korea = half === 'North' ? "Democratic People's Republic of Korea" : 'Republic of Korea';
  if (half !== undefined && weights.has(korea)) return korea;
  const rulers = RULERS.exec(part)?.[1];
  const [there] = rulers === undefined ? [] : names.mentionsIn(rulers);
  if (there?.kind === 'state') return there.name;
  const people =
    form === 'press' ? /^[Tt]he\s(\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)$/u.exec(part)?.[1]?.replace(/s$/, '') : undefined;
  const [mention] = people === undefined ? [] : names.mentionsIn(people);
  return mention?.how === 'demonym' && mention.end === people?.length ? mention.name : undefined;
}

/** Any people in power, and the place: "those in power in Caracas", "whoever governs Chad", "the rulers of Chad". */
const RULERS = new RegExp(
  `^(?:${[
    'who(?:so)?ever\\s(?:governs|rules|holds power in|is in power in|is in charge in|leads|runs|decides in|sits in)',
    '(?:the\\s)?(?:\\p{Ll}+\\s)?(?:rulers|generals|strongm[ae]n|masters|putschists|powers that be)\\s(?:of|in)',
    '(?:those|the people|the men|the officers|the generals)\\s(?:(?:who|that)\\s(?:govern|rule|hold power|are in power|decide|lead|sit|run)|in power|in charge|in office)(?:\\sin)?',
  ].join('|')})\\s(?=(?:the\\s)?\\p{Lu})(.{3,40})$`,
  'iu',
);

/** "The Union's delegation in Chad". */
export const UNION_DELEGATION = /^(?:the\s)?(?:Union|EU|European Union|bloc)(?:'s)?\s(?:\p{Ll}+\s)?delegations?\b/iu;

const REPUBLIC =
  /^(?:the\s)?((?:Islamic|Federal|Democratic|People's|Bolivarian|Plurinational|Socialist|Arab|Hashemite)(?:\s\p{Lu}\p{L}+)*\s(?:Republic|State|Kingdom))$/u;

/** "The Islamic Republic": the state that the document names most of those that are called so, else the one it is about. */
export function republicMeant(part: string, { weights, subject }: Setting): string | undefined {
  const words = REPUBLIC.exec(part)?.[1];
  if (words === undefined) return undefined;
  const called = [...weights].sort((a, b) => b[1] - a[1]).find(([name]) => name.includes(words));
  return called?.[0] ?? subject ?? undefined;
}
