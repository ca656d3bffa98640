// Bodies that a text goes on to call by what they are: "the state miner", "the exchange", "the two companies". Pure.

import type { Recent } from './actor-words.js';
import type { Gazetteer, Mention } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';
import type { Setting } from './setting.js';

const NAME =
  "(?:\\p{Lu}[\\p{L}\\d&.'-]*[\\p{L}\\d](?:\\s(?:(?:of|for|the|de|du|and|on)\\s){0,2}\\p{Lu}[\\p{L}\\d&'-]*[\\p{L}\\d]){0,6})";
const NOUN = `((?:[\\p{Ll}'-]+\\s){0,3}?(?:${anyOf(grammar.bodyNouns)}))`;
/** "Gécamines, the state miner," */
const BEHIND = new RegExp(
  `(?<![\\p{L}])(${NAME})(?:\\s\\([^)]{2,20}\\))?,\\s(?:the|a|an|its|their|another|one of the)\\s(?:\\p{Lu}[\\p{L}'-]+\\s){0,2}${NOUN}\\b`,
  'gu',
);
/** "The state miner Gécamines", "the companies Glencore and CMOC", "the state buyer, EGC". */
const BEFORE = new RegExp(
  `\\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|[Tt]wo|[Tt]hree|[Bb]oth)\\s(?:\\p{Lu}[\\p{L}'-]+\\s){0,2}${NOUN},?\\s(${NAME}(?:(?:,\\s${NAME})*,?\\sand\\s${NAME})?)(?=[\\s,.;:'(])`,
  'gu',
);

/** What a text calls the bodies that it names: a description, without its article, to names. */
export function toldNames(all: string, names: Gazetteer): Map<string, string[]> {
  const told = new Map<string, string[]>();
  const keep = (described: string, found: string[]): void => {
    const [head = ''] = /[\p{L}'-]+$/u.exec(described) ?? [];
    for (const key of new Set([described, head])) if (!told.has(key)) told.set(key, found);
  };
  for (const [, name = '', described = ''] of all.matchAll(BEHIND)) {
    const known = inFull(name, names);
    if (known !== undefined) keep(described, [known]);
  }
  for (const [, described = '', named = ''] of all.matchAll(BEFORE)) {
    const found = named.split(/,?\sand\s|,\s/).flatMap((name) => inFull(name, names) ?? []);
    if (found.length > 0 && found.length > 1 === /s$/.test(described)) keep(described, found);
  }
  return told;
}

/** A name as the list has it; none for a state, whose organs speak for it. */
function inFull(name: string, names: Gazetteer): string | undefined {
  const [mention] = names.mentionsIn(name);
  if (mention?.start === 0 && mention.kind === 'state') return undefined;
  return mention?.start === 0 && mention.end === name.length ? mention.name : name;
}

const DESCRIBED =
  /^(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Tt]he two|[Tt]he three|[Bb]oth)\s((?:[\p{Ll}'-]+\s){0,3}[\p{Ll}-]+)$/u;
/** What any body may be called that was just spoken of. */
const GENERIC = /^(?:company|firm|group|corporation|enterprise|organi[sz]ation|operator|giant|conglomerate)$/;
const COMPANY = /^(?:company|firm|corporation|operator|enterprise)$/;
const KIND = new RegExp(`^${anyOf(grammar.bodyNouns)}$`);

/** Whom a phrase describes that the text names elsewhere; the one who was asked last goes first. */
export function toldBy(part: string, { told, names, all }: Setting, recent: Recent): string[] | undefined {
  const described = DESCRIBED.exec(part.replace(/\s\([^()]*\)$/, '').replace(/\sitself$/, ''))?.[1]?.replace(
    /^(?:two|three|both)\s/,
    '',
  );
  if (described === undefined) return undefined;
  const exact = described.includes(' ') ? told.get(described) : undefined;
  if (exact) return exact;
  const [head = ''] = /[\p{L}-]+$/u.exec(described) ?? [];
  if (!KIND.test(head)) return undefined;
  const last = recent.before ?? recent.asked;
  const single = last.length === 1 ? last[0] : undefined;
  if (/s$/.test(head) && last.length > 1 && last.every((name) => isBody(name, names))) return last;
  if (single !== undefined && new RegExp(`\\b${head}\\b`, 'i').test(single)) return [single];
  if (told.has(head)) return told.get(head);
  if (/^(?:[Tt]he two|[Bb]oth)\s/.test(part)) {
    const pairs = [...told.values()].filter(({ length }) => length === 2);
    if (pairs.length > 0 && pairs.every((pair) => pair.join() === pairs[0]?.join())) return pairs[0];
  }
  if (single !== undefined && GENERIC.test(head) && names.mentionsIn(single)[0]?.kind !== 'state') return [single];
  if (COMPANY.test(head) && recent.bodies?.length) return recent.bodies.slice(-1);
  if (/s$/.test(head)) return undefined;
  const held = [
    ...new Set(
      names
        .mentionsIn(all)
        .filter(({ kind, name }) => kind === 'body' && endsIn(name, head))
        .map(({ name }) => name),
    ),
  ];
  if (held.length === 1) return held;
  const written = [
    ...new Set(
      [
        ...all.matchAll(
          new RegExp(`(?:\\p{Lu}[\\p{L}'-]+\\s){1,4}${head.charAt(0).toUpperCase()}${head.slice(1)}\\b`, 'gu'),
        ),
      ].map(([name]) => name.replace(/^The\s/, '')),
    ),
  ];
  return written.length === 1 ? written : undefined;
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
