// Whom a phrase describes that the text names elsewhere: "the exchange", "the two companies", "Glencore's board". Pure.

import type { Recent } from './actor-words.js';
import type { Gazetteer, Mention } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';
import type { Setting } from './setting.js';
import { NAME, several } from './told-names.js';

const DESCRIBED =
  /^(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Tt]he two|[Tt]he three|[Bb]oth)\s((?:[\p{Ll}'-]+\s){0,3}[\p{Ll}-]+)$/u;
/** What any body may be called that was just spoken of. */
const GENERIC = /^(?:company|firm|group|corporation|enterprise|organi[sz]ation|operator|giant|conglomerate)$/;
const COMPANY = /^(?:company|firm|corporation|operator|enterprise)$/;
const KIND = new RegExp(`^${anyOf(grammar.bodyNouns)}$`);

/** "The two Envoys", "both envoys". */
const COUNTED =
  /^(?:the|both|all|these|those|its|their)\s(?:(?:two|three|four|five)\s)?(?:[\p{L}-]+\s){0,2}(\p{L}+s)$/iu;

/** Whom a phrase describes that the text names elsewhere; the one who was asked last goes first. */
export function toldBy(part: string, setting: Setting, recent: Recent): string[] | undefined {
  const { told } = setting;
  const counted = COUNTED.exec(part)?.[1];
  const isNamed = counted !== undefined && setting.names.mentionsIn(part).length > 0;
  const those = counted === undefined || isNamed ? undefined : told.get(several(counted));
  if (those) return those;
  const described = DESCRIBED.exec(part.replace(/\s\([^()]*\)$/, '').replace(/\sitself$/, ''))?.[1]?.replace(
    /^(?:two|three|both)\s/,
    '',
  );
  if (described === undefined) return undefined;
  const exact = described.includes(' ') ? told.get(described) : undefined;
  if (exact) return exact;
  const [head = ''] = /[\p{L}-]+$/u.exec(described) ?? [];
  if (!KIND.test(head)) return undefined;
  return (
    ofLast(head, setting, recent) ??
    told.get(head) ??
    pairOf(part, told) ??
    justNamed(head, setting, recent) ??
    ofName(head, setting)
  );
}

/** Those who were asked last, where their name bears the noun, or the noun is of several. */
function ofLast(head: string, { names }: Setting, recent: Recent): string[] | undefined {
  const last = recent.before ?? recent.asked;
  if (/s$/.test(head) && last.length > 1 && last.every((name) => isBody(name, names))) return last;
  return last.length === 1 && endsIn(last[0] ?? '', head) ? last : undefined;
}

/** "The two miners", of which the text names two together. */
function pairOf(part: string, told: Setting['told']): string[] | undefined {
  if (!/^(?:[Tt]he two|[Bb]oth)\s/.test(part)) return undefined;
  const pairs = [...told.values()].filter(({ length }) => length === 2);
  return pairs.every((pair) => pair.join() === pairs[0]?.join()) ? pairs[0] : undefined;
}

/** "The company", which was asked or named just before. */
function justNamed(head: string, { names }: Setting, recent: Recent): string[] | undefined {
  const last = recent.before ?? recent.asked;
  if (last.length === 1 && GENERIC.test(head) && names.mentionsIn(last[0] ?? '')[0]?.kind !== 'state') return last;
  return COMPANY.test(head) && recent.bodies?.length ? recent.bodies.slice(-1) : undefined;
}

/** "The exchange": the only name of the text that bears the noun. */
function ofName(head: string, { names, all }: Setting): string[] | undefined {
  if (/s$/.test(head)) return undefined;
  const known = names.mentionsIn(all).filter(({ kind, name }) => kind === 'body' && endsIn(name, head));
  const held = [...new Set(known.map(({ name }) => name))];
  const capital = `${head.charAt(0).toUpperCase()}${head.slice(1)}`;
  const named = all.matchAll(new RegExp(`(?:\\p{Lu}[\\p{L}'-]+\\s){1,4}${capital}\\b`, 'gu'));
  const written = [...new Set([...named].map(([name]) => name.replace(/^The\s/, '')))];
  const both = [...new Set([...held, ...written])];
  if (both.length < 2) return both.length === 1 ? both : undefined;
  // "The bank" is the one that the text goes on about.
  const count = (name: string): number => all.split(name.split(' ')[0] ?? name).length;
  const [first, second] = both.sort((a, b) => count(b) - count(a));
  if (head === 'bank' && first !== undefined && second !== undefined && count(first) > 2 * count(second))
    return [first];
  return held.length === 1 ? held : written.length === 1 ? written : undefined;
}

/** Whether a name is neither a state's nor a group's. */
const isBody = (name: string, names: Gazetteer): boolean =>
  !/^\p{Lu}\p{Ll}+s$/u.test(name) && !/member states$/.test(name) && names.mentionsIn(name)[0]?.kind !== 'state';
const endsIn = (name: string, head: string): boolean => new RegExp(`\\b${head}\\b`, 'i').test(name);

/** "Glencore's board": those who act for a body. */
export const OF_A_BODY = new RegExp(`^(${NAME})'s?\\s(?:\\p{Ll}+\\s){0,2}(?:${anyOf(grammar.headsOfBodies)})$`, 'u');
/** "The union UNTC", "its partner CNOOC". */
export const WITH_NAME = new RegExp(
  `^(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\\s(?:\\p{Lu}[\\p{L}'-]+\\s)?(?:[\\p{Ll}'-]+\\s){0,3}?(?:${anyOf(grammar.bodyNouns)})\\s(${NAME})$`,
  'u',
);

const LONG_NAME = new RegExp('(?<=\\p{Ll},?\\s(?:the\\s)?)' + NAME, 'gu');

/** The bodies that a sentence names within it, by a name of several words or one that is known. */
export function bodiesIn(words: string, mentions: readonly Mention[]): string[] {
  const known = mentions.filter(({ kind }) => kind === 'body').map(({ name }) => name);
  const others = [...words.matchAll(LONG_NAME)]
    .filter(
      ({ index, 0: name }) =>
        / /.test(name) && !mentions.some(({ start, end }) => start < index + name.length && end > index),
    )
    .map(([name]) => name);
  return [...known, ...others];
}
