// Whoever is asked or to be moved, by other words.

import { readFileSync } from 'node:fs';
import { asksTo, cased } from './asks-in-text.js';
import { data, type Reworded, some, type Source } from './rewording.js';
import { modalsIn } from './rewordings-of-asks.js';

/* Whoever is asked, described. */

export function described(source: Source, frame: string): Reworded | undefined {
  const before = [
    ...asksTo(source).map(({ party, proposal }) => ({ at: party.start, end: party.end, proposal, isFirst: false })),
    ...modalsIn(source).map(({ start, at, proposal }) => ({ at: start, end: at, proposal, isFirst: true })),
  ];
  return some(
    before.flatMap(({ at, end, proposal, isFirst }) => {
      const phrase = source.text.slice(at, end);
      const [mention, ...others] = source.mentionsIn(phrase);
      const isAlone =
        mention?.kind === 'state' &&
        mention.how === 'name' &&
        mention.end === phrase.length &&
        /^(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?$/i.test(phrase.slice(0, mention.start));
      if (
        !mention ||
        !isAlone ||
        others.length > 0 ||
        proposal.addressees.length !== 1 ||
        proposal.addressees[0] !== mention.name
      )
        return [];
      const row = rowOf(source, mention.name, phrase.slice(mention.start));
      if (!row) return [];
      const words = frame
        .replace('{state}', row.spelt)
        .replace("{state's}", `${row.spelt}${/s$/.test(row.spelt) ? "'" : "'s"}`)
        .replace('{adjective}', row.adjective)
        .replace('{capital}', row.capital);
      return [{ start: at, end, words: isFirst ? cased(words, 'A') : words }];
    }),
  );
}

export const STATES = JSON.parse(
  readFileSync(new URL('../../src/intake/states.en.json', import.meta.url), 'utf8'),
) as Record<string, { name: string; demonyms: string[]; capitals: string[] }>;
/** How a state is spelt in a text, and what is said of it. */
export function rowOf(
  { text }: Source,
  name: string,
  spelt: string,
): { spelt: string; adjective: string; capital: string } | undefined {
  const row = Object.values(STATES).find((state) => state.name === name);
  const [adjective = ''] = row?.demonyms ?? [];
  const [capital = ''] = row?.capitals ?? [];
  const isThe =
    new RegExp(`\\bthe\\s+${spelt.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}\\b(?!\\s\\p{Ll}*(?:ian|ese))`, 'u').test(
      text,
    ) &&
    !/^[\p{Lu}.]+$/u.test(spelt) &&
    /\s|^(?:Sudan|Niger|Congo|Gambia|Netherlands|Philippines|Bahamas|Maldives|Comoros)$/.test(spelt);
  // Capitals and adjectives that a careful reader could take for another state's.
  if (
    adjective === '' ||
    capital === '' ||
    /^(?:Congolese|Dominican|Guinean|Korean|American)$/.test(adjective) ||
    capital === name ||
    /^[\p{Lu}.]+$/u.test(spelt)
  )
    return undefined;
  return { spelt: isThe ? `the ${spelt}` : spelt, adjective, capital };
}

/* Groups. */

export const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

export function otherGroups(source: Source, turn: number): Reworded | undefined {
  const heads = [
    ...new Set(
      source.proposals
        .flatMap(({ addressees }) => addressees)
        .filter(
          (name) => /^\p{Lu}\p{Ll}+s$/u.test(name) && source.mentionsIn(name).length === 0 && !source.isState(name),
        )
        .map(lower),
    ),
  ]
    // Of these the document or the law tells whose they are, or they are bodies of states.
    .filter(
      (head) =>
        !/^(?:states|governments|authorities|parliaments|countries|ministries|parties|members|partners|donors|officials|courts|prosecutors|judges|ministers|allies|neighbours|mediators|guarantors|organi[sz]ations|associations|lawmakers|institutions|agencies|legislators|capitals|diplomats)$/.test(
          head,
        ),
    )
    .slice(0, data.groups.length);
  const to = new Map(heads.map((head, at) => [head, data.groups[(at * 4 + turn) % data.groups.length] ?? '']));
  const edits = heads.flatMap((head) =>
    [...source.text.matchAll(new RegExp(`(?<![\\p{L}-])${head}(?![\\p{L}-]|['’])`, 'giu'))].map(
      ({ 0: word, index }) => ({
        start: index,
        end: index + word.length,
        words: cased(to.get(head) ?? '', word),
      }),
    ),
  );
  const name = (old: string): string =>
    heads.reduce(
      (whole, head) =>
        whole.replace(new RegExp(`(?<!\\p{L})${head}(?!\\p{L})`, 'iu'), (word) => cased(to.get(head) ?? '', word)),
      old,
    );
  return some(edits, name);
}

/* Whoever is to be moved. */

export const PRESS =
  /(?<=^|[\s,;(])(press|urge|persuade|encourage|push|pressure|call on|call upon|lobby|convince|ask|prevail on|prevail upon|appeal to)\s+((?:the\s+)?\p{Lu}[^,;:.]{2,70}?|the\s[^,;:.]{2,60}?)\s+to\s+(?=(?!the\b|its\b|their\b|a\b|an\b|all\b)\p{Ll})/gu;

/** Verbs of moving whose object has a name that the proposal has as moved. */
export function pressesIn(
  source: Source,
): { start: number; end: number; deed: number; party: string; verbEnd: number }[] {
  return source.proposals.flatMap(({ span, targets, addressees }) => {
    if (targets.length !== 1) return [];
    const said = source.text.slice(span.start, span.end);
    for (const match of said.matchAll(PRESS)) {
      const [whole, verb = '', party = ''] = match;
      const [mention, ...others] = source.mentionsIn(party);
      const isMoved =
        mention !== undefined &&
        others.length === 0 &&
        targets.includes(mention.name) &&
        !addressees.includes(mention.name) &&
        mention.how !== 'demonym' &&
        mention.end === party.length;
      if (!isMoved || match.index === 0) continue;
      return [
        {
          start: span.start + match.index,
          end: span.end,
          verbEnd: span.start + match.index + verb.length,
          deed: span.start + match.index + whole.length,
          party,
        },
      ];
    }
    return [];
  });
}

export const otherPressing = (source: Source, to: string): Reworded | undefined =>
  some(pressesIn(source).map(({ start, verbEnd }) => ({ start, end: verbEnd, words: to })));
export const otherFrame = (source: Source, frame: string): Reworded | undefined =>
  some(
    pressesIn(source).map(({ start, deed, party }) => ({
      start,
      end: deed,
      words: frame.replace('{party}', party).replace('{deed}', ''),
    })),
  );
