// A document in other words of the same class: what is asked of whom stays, so its proposals are those of the document, with
// their names and places carried over. It needs no labels, and so runs on every text there is.

import { readFileSync } from 'node:fs';
import type { Mention } from '../../src/intake/gazetteer.js';
import type { Proposal } from '../../src/intake/proposal.js';

/** What is put in place of a stretch of a text. */
export interface Edit {
  start: number;
  end: number;
  words: string;
}

/** A text in other words, and what has become of the names of its proposals. */
export interface Reworded {
  edits: Edit[];
  name: (old: string) => string;
}

/** A document as it was, with what the intake finds in it. */
export interface Source {
  text: string;
  proposals: readonly Proposal[];
  /** Its states by the names of the lists. */
  isState: (name: string) => boolean;
  mentionsIn: (text: string) => Mention[];
  /** Whether a word is one of English, or one that the lists of the intake know, and no name that a text gives. */
  isWord: (word: string) => boolean;
  isStory: boolean;
}

/** One change of wording. */
export interface Change {
  /** Its class, and the words that come in. */
  kind: string;
  to: string;
  /** `undefined` where a document has nothing to change. */
  of: (source: Source) => Reworded | undefined;
}

interface Words {
  states: [name: string, spelt: string, adjective: string, people: string, capital: string][];
  ambiguous: string[];
  syllables: string[];
  askingTo: Record<string, string[]>;
  askingThat: Record<string, string[]>;
  askingNouns: string[];
  adverbs: string[];
  openings: string[];
  asides: string[];
  relatives: string[];
  modals: string[];
  pressing: string[];
  pressingFrames: Record<string, string>;
  describing: string[];
  groups: string[];
}
const data = JSON.parse(readFileSync(new URL('reworded.en.json', import.meta.url), 'utf8')) as Words;

export const applied = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((whole, { start, end, words }) => whole.slice(0, start) + words + whole.slice(end), text);

/** Where a place of the old text is in the new one; within what was replaced, at its beginning. */
const moved = (at: number, edits: readonly Edit[]): number =>
  edits.reduce((to, { start, end, words }) => (end <= at ? to + words.length - (end - start) : start < at ? to - (at - start) : to), at);

const asIs = (old: string): string => old;
const some = (edits: Edit[], name = asIs): Reworded | undefined => {
  const sorted = edits
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((edit, at, all) => all.slice(0, at).every((other) => other.end <= edit.start));
  return sorted.length > 0 ? { edits: sorted, name } : undefined;
};

/* States: each by another, consistently. */

/** These say whose house or land a text means by what only that state has; then its name can't be exchanged alone. */
const ONLY_THEIRS = /\b(?:kingdom|emirate|sultanate|island|archipelago|Bundestag|Knesset|Dáil|Seanad|Congress|House of|Riksdag|Storting|Westminster|Whitehall|FCDO|Malacañang|Kremlin|White House|Taliban|Gulf|Arab|Nordic|Baltic|Balkan|Caucasus|Koreas?|Congos?|Union|EU)\b/;
const GRAMMAR = JSON.parse(readFileSync(new URL('../../src/intake/grammar.en.json', import.meta.url), 'utf8')) as { houses: Record<string, string>; houseSigns: Record<string, string> };
const HOUSES = new RegExp(`\\b(?:${[...Object.keys(GRAMMAR.houses), ...Object.keys(GRAMMAR.houseSigns)].join('|')})\\b`);
const article = (spelt: string): string => (spelt.startsWith('the ') ? 'the ' : '');

function otherStates(source: Source, turn: number): Reworded | undefined {
  const { text, mentionsIn } = source;
  const mentions = mentionsIn(text).filter(({ kind }) => kind === 'state');
  const kept = new Set(mentions.filter(({ how, start, end }) => how === 'leader' || /^[\p{Lu}.]+$/u.test(text.slice(start, end))).map(({ name }) => name));
  const there = [...new Set(mentions.map(({ name }) => name))];
  const free = data.states.filter(([name]) => !there.includes(name) && !there.some((other) => other.includes(name) || name.includes(other)));
  if (ONLY_THEIRS.test(text) || HOUSES.test(text)) return undefined;
  const to = new Map(there.filter((name) => !kept.has(name)).slice(0, free.length).map((name, at) => [name, free[(at * 5 + turn) % free.length]]));
  // Two that share an adjective can't stand in one text that uses it.
  const used = [...to.values()].map((row) => row?.[2]);
  if (used.some((adjective, at) => adjective !== undefined && used.indexOf(adjective) !== at)) return undefined;
  const edits = mentions.flatMap((mention) => stateEdit(text, mention, to.get(mention.name)));
  const people = [...to].flatMap(([name, row]) =>
    [...text.matchAll(/\b\p{Lu}\p{L}+s\b/gu)].flatMap(({ 0: word, index }) => {
      const [mention] = mentionsIn(word.slice(0, -1));
      const isTheirs = mention?.how === 'demonym' && mention.name === name && mention.end === word.length - 1;
      return row && isTheirs && mentionsIn(word).length === 0
        ? [{ start: index, end: index + word.length, words: row[3].replace(/^the /, '') }]
        : [];
    }),
  );
  const name = (old: string): string => {
    const exact = to.get(old);
    if (exact) return exact[0];
    const inside = mentionsIn(old).filter(({ kind }) => kind === 'state').flatMap((mention) => stateEdit(old, mention, to.get(mention.name)));
    return applied(old, inside);
  };
  return some([...edits, ...people], name);
}

function stateEdit(text: string, { how, start, end }: Mention, row: Words['states'][number] | undefined): Edit[] {
  if (!row) return [];
  const [, spelt, adjective, , capital] = row;
  const found = text.slice(start, end);
  const isUpper = /^[\p{Lu}\s.'’-]{4,}$/u.test(found);
  const cased = (words: string) => (isUpper ? words.toUpperCase() : words);
  if (how !== 'name') {
    const an = /\b(an?)(\s+)$/i.exec(text.slice(0, start));
    const said = cased(how === 'capital' ? capital : adjective);
    if (!an) return [{ start, end, words: said }];
    const one = /^[AEIOU]/i.test(said) ? 'an' : 'a';
    const first = /^A/.test(an[1] ?? '') ? one.replace('a', 'A') : one;
    return [{ start: start - an[0].length, end, words: `${first}${an[2] ?? ' '}${said}` }];
  }
  const the = /\b(the)(\s+)$/i.exec(text.slice(0, start));
  const own = /^the\s+/i.exec(found)?.[0] ?? '';
  const bare = spelt.replace(/^the /, '');
  const from = the ? start - the[0].length : start;
  const isFirst = /(?:^|[.!?]\s+|\n\s*)$/.test(text.slice(0, from));
  const with_ = article(spelt) === '' ? '' : isFirst && (the === null || /^T/.test(the[1] ?? '')) && own === '' ? 'The ' : 'the ';
  const tail = /s$/.test(found) && !bare.endsWith('s') && /^['’](?!s)/.test(text.slice(end)) ? end + 1 : end;
  const possessor = tail > end ? "'s" : '';
  // "The Kenya office": the article is the noun's.
  const isNouns = the !== null && article(spelt) === '' && /^\s\p{Ll}+\b(?<!\s(?:and|to|is|has|was|in|of|should|must|by|on|for|with|or|at|from|as|that|which|who))/u.test(text.slice(end)) && !/^(?:Sudan|Gambia|Niger|Congo|Netherlands|Philippines|Bahamas|Comoros|Maldives)$|\s/.test(found);
  if (isNouns) return [{ start, end: tail, words: cased(bare) + possessor }];
  const isHeading = with_ !== '' && !the && !/\b(?:in|of|to|from|by|on|for|with|and|or|that|urges?|upon|between|against|at|as|than|via|about|over)\s+$|[,;(]\s*$/i.test(text.slice(0, from)) && !isFirst;
  return [{ start: from, end: tail, words: cased((isHeading ? '' : with_) + bare) + possessor }];
}

/* Names that a text gives to organisations, people and places: each word by an invented one. */

const NAME = /(?<![\p{L}.])\p{Lu}\p{Ll}{3,}(?![\p{L}])/gu;
const invented = (at: number): string => {
  const { syllables } = data;
  const pick = (step: number) => syllables[(at * 7 + step * 5 + Math.floor(at / 16) * 3) % syllables.length] ?? '';
  const word = pick(0) + pick(at % 3 === 0 ? 3 : 1) + (at % 2 === 0 ? 'a' : 'en');
  return word.charAt(0).toUpperCase() + word.slice(1);
};

function otherNames({ text, isWord, mentionsIn }: Source): Reworded | undefined {
  const known = mentionsIn(text);
  const found = [...text.matchAll(NAME)].filter(
    ({ 0: word, index }) => !isWord(word) && known.every(({ start, end }) => index < start || index >= end),
  );
  const words = [...new Set(found.map(([word]) => word))];
  const to = new Map(words.map((word, at) => [word, invented(at)]));
  const name = (old: string): string => old.replace(NAME, (word) => to.get(word) ?? word);
  return some(
    found.map(({ 0: word, index }) => ({ start: index, end: index + word.length, words: to.get(word) ?? word })),
    name,
  );
}

/* Where asks stand. */

interface Stretch {
  start: number;
  end: number;
  proposal: Proposal;
}

/** The sentence of an ask, and for an item the lead above its list. */
function sentencesOf({ text, proposals }: Source): Stretch[] {
  const own = proposals
    .filter(({ reason }) => !reason.isAboveList)
    .map((proposal) => ({ start: proposal.span.start, end: proposal.span.end, proposal }));
  const leads = proposals.flatMap((proposal) => {
    if (!proposal.reason.isAboveList) return [];
    const colon = text.slice(0, proposal.span.start).lastIndexOf(':');
    if (colon < 0) return [];
    const before = text.slice(Math.max(0, colon - 500), colon);
    const start = colon - before.length + Math.max(before.lastIndexOf('. ') + 2, before.lastIndexOf('\n\n') + 2, 0);
    return [{ start, end: colon + 1, proposal }];
  });
  const first = leads.filter(({ start }, at) => leads.findIndex((other) => other.start === start) === at);
  return [...own, ...first];
}

interface Asking extends Stretch {
  /** Places of what asks, whom and for what: "We", "urge", "the Government", "release". */
  subject: string;
  verb: Edit;
  party: Edit;
  deed: number;
}

const formsOf = (verbs: Record<string, string[]>) => Object.entries(verbs).flatMap(([base, forms]) => [base, ...forms].map((words, form) => ({ words, form, base })));
const asked = (verbs: Record<string, string[]>) => formsOf(verbs).sort((a, b) => b.words.length - a.words.length);
const TO = asked(data.askingTo);
const THAT = asked(data.askingThat);
const pattern = (forms: { words: string }[]): string => forms.map(({ words }) => words.replace(/ /g, '\\s+')).join('|');
const ASKING_TO = new RegExp(`^((?:\\W*[^,;:.\\n]{0,90}?\\s|\\W*)?)(${pattern(TO)})\\s+((?!(?:that|for|to)\\b)[^,;:.]{2,90}?)\\s+to\\s+(?=(?!(?:the|its|their|a|an|all|this|these)\\b)\\p{Ll})`, 'iu');
const ASKING_THAT = new RegExp(`^((?:\\W*[^,;:.\\n]{0,90}?\\s|\\W*)?)(${pattern(THAT)})\\s+that\\s+`, 'iu');
const oneLine = (words: string): string => words.replace(/\s+/g, ' ');

function asksTo(source: Source): Asking[] {
  return sentencesOf(source).flatMap((stretch) => {
    const said = source.text.slice(stretch.start, stretch.end);
    const match = ASKING_TO.exec(said);
    if (!match || !/^(?:issuer-asks|verb-first|letter-asks|speaker-asks)$/.test(stretch.proposal.reason.code)) return [];
    const [whole, subject = '', verb = '', party = ''] = match;
    if (/\b(?:to|that|which|who|not|should|must|is|are|was|were|be|its|their|his|her|our|the|a|an)\s+$/i.test(subject) || / to /.test(party)) return [];
    const at = stretch.start + subject.length;
    const partyAt = stretch.start + whole.indexOf(party, subject.length + verb.length);
    return [
      {
        ...stretch,
        subject: oneLine(subject),
        verb: { start: at, end: at + verb.length, words: verb },
        party: { start: partyAt, end: partyAt + party.length, words: party },
        deed: stretch.start + whole.length,
      },
    ];
  });
}

const cased = (words: string, like: string): string =>
  /^\p{Lu}{2}/u.test(like) ? words.toUpperCase() : /^\p{Lu}/u.test(like) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
const formIn = (forms: ReturnType<typeof formsOf>, found: string) => forms.find(({ words }) => words === oneLine(found).toLowerCase());

function otherVerb(source: Source, to: string): Reworded | undefined {
  return some(
    asksTo(source).flatMap(({ verb }) => {
      const form = formIn(TO, verb.words)?.form;
      const words = form === undefined ? undefined : [to, ...(data.askingTo[to] ?? [])][form];
      return words === undefined || words === oneLine(verb.words).toLowerCase() ? [] : [{ ...verb, words: cased(words, verb.words) }];
    }),
  );
}

function otherThatVerb(source: Source, to: string): Reworded | undefined {
  return some(
    sentencesOf(source).flatMap(({ start, end, proposal }) => {
      const match = ASKING_THAT.exec(source.text.slice(start, end));
      if (!match || proposal.reason.code === 'nominal') return [];
      const [, subject = '', verb = ''] = match;
      const form = formIn(THAT, verb)?.form;
      const words = form === undefined ? undefined : [to, ...(data.askingThat[to] ?? [])][form];
      if (words === undefined || /\b(?:to|that|which|who|not|is|are|was|were|be|it)\s+$/i.test(subject)) return [];
      return [{ start: start + subject.length, end: start + subject.length + verb.length, words: cased(words, verb) }];
    }),
  );
}

const OURS = /^(?:we|i|the (?:special rapporteur|(?:sub)?committee|commission|council|assembly|working group|independent expert))\s*$/i;
const isPlain = ({ subject }: Asking): boolean => OURS.test(subject.trim());
/** The end of a sentence's words that open it, where they may be made small. */
const small = (words: string): string => (/^I\b/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1));

/** "We urge X to open": "our request is that X open". */
function byNoun(source: Source, noun: string): Reworded | undefined {
  return some(
    asksTo(source).filter(isPlain).flatMap(({ start, subject, party, deed, end, proposal }) => {
      if (proposal.reason.isAboveList || /\b(?:you|your)\b/i.test(party.words) || /\band to\s/.test(source.text.slice(deed, end))) return [];
      const who = subject.trim();
      const whose = /^we$/i.test(who) ? 'Our' : /^i$/i.test(who) ? 'My' : `${who}'s`;
      return [{ start, end: deed, words: `${whose} ${noun} is that ${party.words} ` }];
    }),
  );
}

/** "We urge X to open": "X should open", "X is urged to open". */
function byModal(source: Source, joint: string): Reworded | undefined {
  if (source.isStory) return undefined;
  return some(
    asksTo(source).filter(isPlain).flatMap(({ start, party, deed, end, proposal }) => {
      const isMany = /\band\b|\p{Ll}s$/u.test(party.words.replace(/\s(?:of|in|for)\s.*$/su, ''));
      if (proposal.reason.isAboveList || /\b(?:you|your)\b/i.test(party.words) || /\band to\s/.test(source.text.slice(deed, end))) return [];
      // Not to do something has no such form in a word.
      if (/\bnot\s*$/.test(party.words)) return [];
      const verb = joint.replace(/^(?:is|has|needs)\b/, (one) => (isMany ? ({ is: 'are', has: 'have', needs: 'need' }[one] ?? one) : one));
      return [{ start, end: deed, words: `${cased(oneLine(party.words), 'A')} ${verb} ` }];
    }),
  );
}

function withAdverb(source: Source, adverb: string): Reworded | undefined {
  return some(
    asksTo(source)
      .filter((ask) => isPlain(ask) || source.isStory)
      .filter(({ subject, verb }) => subject.trim() !== '' && formIn(TO, verb.words)?.form !== 3)
      .map(({ verb }) => ({ start: verb.start, end: verb.start, words: `${adverb} ` })),
  );
}

function withOpening(source: Source, opening: string): Reworded | undefined {
  if (source.isStory) return undefined;
  return some(
    asksTo(source)
      .filter(isPlain)
      .map(({ start, subject }) => ({ start, end: start + subject.trim().length, words: `${opening} ${small(subject.trim())}` })),
  );
}

function withAside(source: Source, aside: string): Reworded | undefined {
  return some(
    asksTo(source)
      .filter(({ party }) => !/\b(?:you|me|us)\b|\bnot$/i.test(party.words))
      .map(({ party }) => ({ start: party.end, end: party.end, words: `, ${aside},` })),
  );
}

/* "X should". */

const MODAL = /\s(should|must|ought to|needs? to|ha(?:s|ve) to)\s+(?!not\b|be\s|have\s|also\b|therefore\b|never\b)(?=\p{Ll})/u;

function modalsIn(source: Source): (Stretch & { at: number; word: string; subject: string })[] {
  return sentencesOf(source).flatMap((stretch) => {
    const said = source.text.slice(stretch.start, stretch.end);
    const match = stretch.proposal.reason.code === 'asked-before' ? MODAL.exec(said) : null;
    return match ? [{ ...stretch, at: stretch.start + match.index, word: match[0], subject: said.slice(0, match.index) }] : [];
  });
}

function otherModal(source: Source, to: string): Reworded | undefined {
  return some(
    modalsIn(source)
      // What a story tells that somebody has to do is no ask by itself.
      .filter(() => !source.isStory || !/^(?:is|has|needs) to/.test(to))
      .map(({ at, word, subject }) => {
        const isMany = /\b(?:and|all|both|they|you|we|these|those)\b|\p{Ll}s$/iu.test(subject.replace(/\s(?:of|in|for|that|which|who|with|on)\s.*$/su, ''));
        const said = to.replace(/^(?:is|has|needs)\b/, (one) => (isMany ? ({ is: 'are', has: 'have', needs: 'need' }[one] ?? one) : one));
        return { start: at, end: at + word.length, words: ` ${said} ` };
      }),
  );
}

function withRelative(source: Source, relative: string): Reworded | undefined {
  return some(
    modalsIn(source)
      .filter(({ subject }) => /^(?:The|the)\s[^,;:]+$/.test(subject) && !/\b(?:that|which|who)\b/.test(subject))
      .map(({ at }) => ({ start: at, end: at, words: `, ${relative},` })),
  );
}

/* Whoever is asked, described. */

function described(source: Source, frame: string): Reworded | undefined {
  const before = [...asksTo(source).map(({ party, proposal }) => ({ at: party.start, end: party.end, proposal, isFirst: false })), ...modalsIn(source).map(({ start, at, proposal }) => ({ at: start, end: at, proposal, isFirst: true }))];
  return some(
    before.flatMap(({ at, end, proposal, isFirst }) => {
      const phrase = source.text.slice(at, end);
      const [mention, ...others] = source.mentionsIn(phrase);
      const isAlone = mention?.kind === 'state' && mention.how === 'name' && mention.end === phrase.length && /^(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?$/i.test(phrase.slice(0, mention.start));
      if (!mention || !isAlone || others.length > 0 || proposal.addressees.length !== 1 || proposal.addressees[0] !== mention.name) return [];
      const row = rowOf(source, mention.name, phrase.slice(mention.start));
      if (!row) return [];
      const words = frame.replace('{state}', row.spelt).replace("{state's}", `${row.spelt}${/s$/.test(row.spelt) ? "'" : "'s"}`).replace('{adjective}', row.adjective).replace('{capital}', row.capital);
      return [{ start: at, end, words: isFirst ? cased(words, 'A') : words }];
    }),
  );
}

const STATES = JSON.parse(readFileSync(new URL('../../src/intake/states.en.json', import.meta.url), 'utf8')) as Record<
  string,
  { name: string; demonyms: string[]; capitals: string[] }
>;
/** How a state is spelt in a text, and what is said of it. */
function rowOf({ text }: Source, name: string, spelt: string): { spelt: string; adjective: string; capital: string } | undefined {
  const row = Object.values(STATES).find((state) => state.name === name);
  const [adjective = ''] = row?.demonyms ?? [];
  const [capital = ''] = row?.capitals ?? [];
  const isThe = new RegExp(`\\bthe\\s+${spelt.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}\\b(?!\\s\\p{Ll}*(?:ian|ese))`, 'u').test(text) && !/^[\p{Lu}.]+$/u.test(spelt) === true && /\s|^(?:Sudan|Niger|Congo|Gambia|Netherlands|Philippines|Bahamas|Maldives|Comoros)$/.test(spelt);
  // Capitals and adjectives that a careful reader could take for another state's.
  if (adjective === '' || capital === '' || /^(?:Congolese|Dominican|Guinean|Korean|American)$/.test(adjective) || capital === name || /^[\p{Lu}.]+$/u.test(spelt)) return undefined;
  return { spelt: isThe ? `the ${spelt}` : spelt, adjective, capital };
}

/* Groups. */

const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

function otherGroups(source: Source, turn: number): Reworded | undefined {
  const heads = [
    ...new Set(
      source.proposals
        .flatMap(({ addressees }) => addressees)
        .filter((name) => /^\p{Lu}\p{Ll}+s$/u.test(name) && source.mentionsIn(name).length === 0 && !source.isState(name))
        .map(lower),
    ),
  ]
    // Of these the document or the law tells whose they are, or they are bodies of states.
    .filter((head) => !/^(?:states|governments|authorities|parliaments|countries|ministries|parties|members|partners|donors|officials|courts|prosecutors|judges|ministers|allies|neighbours|mediators|guarantors|organi[sz]ations|associations|lawmakers|institutions|agencies|legislators|capitals|diplomats)$/.test(head))
    .slice(0, data.groups.length);
  const to = new Map(heads.map((head, at) => [head, data.groups[(at * 4 + turn) % data.groups.length] ?? '']));
  const edits = heads.flatMap((head) =>
    [...source.text.matchAll(new RegExp(`(?<![\\p{L}-])${head}(?![\\p{L}-]|['’])`, 'giu'))].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      words: cased(to.get(head) ?? '', word),
    })),
  );
  const name = (old: string): string => heads.reduce((whole, head) => whole.replace(new RegExp(`(?<!\\p{L})${head}(?!\\p{L})`, 'iu'), (word) => cased(to.get(head) ?? '', word)), old);
  return some(edits, name);
}

/* Whoever is to be moved. */

const PRESS = /(?<=^|[\s,;(])(press|urge|persuade|encourage|push|pressure|call on|call upon|lobby|convince|ask|prevail on|prevail upon|appeal to)\s+((?:the\s+)?\p{Lu}[^,;:.]{2,70}?|the\s[^,;:.]{2,60}?)\s+to\s+(?=(?!the\b|its\b|their\b|a\b|an\b|all\b)\p{Ll})/gu;

/** Verbs of moving whose object has a name that the proposal has as moved. */
function pressesIn(source: Source): { start: number; end: number; deed: number; party: string; verbEnd: number }[] {
  return source.proposals.flatMap(({ span, targets, addressees }) => {
    if (targets.length !== 1) return [];
    const said = source.text.slice(span.start, span.end);
    for (const match of said.matchAll(PRESS)) {
      const [whole, verb = '', party = ''] = match;
      const [mention, ...others] = source.mentionsIn(party);
      const isMoved = mention !== undefined && others.length === 0 && targets.includes(mention.name) && !addressees.includes(mention.name) && mention.how !== 'demonym' && mention.end === party.length;
      if (!isMoved || match.index === 0) continue;
      return [{ start: span.start + match.index, end: span.end, verbEnd: span.start + match.index + verb.length, deed: span.start + match.index + whole.length, party }];
    }
    return [];
  });
}

const otherPressing = (source: Source, to: string): Reworded | undefined =>
  some(pressesIn(source).map(({ start, verbEnd }) => ({ start, end: verbEnd, words: to })));
const otherFrame = (source: Source, frame: string): Reworded | undefined =>
  some(pressesIn(source).map(({ start, deed, party }) => ({ start, end: deed, words: frame.replace('{party}', party).replace('{deed}', '') })));

/** Whether a machine broke the lines of a text: words that come in would change where, which is a matter of layout. */
export function isBroken(text: string): boolean {
  const lines = text.split('\n');
  const broken = lines.filter((line, at) => line.length > 40 && /[^.;:!?"”)\]]$/.test(line.trimEnd()) && /^\s*\p{Ll}/u.test(lines[at + 1] ?? ''));
  return broken.length > 4 && broken.length * 8 > lines.length;
}

/** Every change. */
export const CHANGES: Change[] = [
  ...data.states.map(([to], turn) => ({ kind: 'states', to, of: (source: Source) => otherStates(source, turn) })),
  { kind: 'names', to: 'invented', of: otherNames },
  ...Object.keys(data.askingTo).map((to) => ({ kind: 'verbs with to', to, of: (source: Source) => otherVerb(source, to) })),
  ...Object.keys(data.askingThat).map((to) => ({ kind: 'verbs with that', to, of: (source: Source) => otherThatVerb(source, to) })),
  ...data.askingNouns.map((to) => ({ kind: 'nouns that ask', to, of: (source: Source) => byNoun(source, to) })),
  ...[...data.modals, 'is urged to', 'is once more called upon to', 'is advised to', 'is enjoined to', 'is implored to'].map((to) => ({ kind: 'verb to modal or passive', to, of: (source: Source) => byModal(source, to) })),
  ...data.adverbs.map((to) => ({ kind: 'adverbs', to, of: (source: Source) => withAdverb(source, to) })),
  ...data.openings.map((to) => ({ kind: 'openings', to, of: (source: Source) => withOpening(source, to) })),
  ...data.asides.map((to) => ({ kind: 'asides', to, of: (source: Source) => withAside(source, to) })),
  ...data.modals.map((to) => ({ kind: 'modals', to, of: (source: Source) => otherModal(source, to) })),
  ...data.relatives.map((to) => ({ kind: 'relative clauses', to, of: (source: Source) => withRelative(source, to) })),
  ...data.describing.map((to) => ({ kind: 'who is asked', to, of: (source: Source) => described(source, to) })),
  ...data.groups.slice(0, 5).map((to, turn) => ({ kind: 'groups', to, of: (source: Source) => otherGroups(source, turn) })),
  ...data.pressing.map((to) => ({ kind: 'verbs of moving', to, of: (source: Source) => otherPressing(source, to) })),
  ...Object.entries(data.pressingFrames).map(([to, frame]) => ({ kind: 'frames of moving', to, of: (source: Source) => otherFrame(source, frame) })),
];

/** How far the proposals of a text in other words are the old ones. */
export interface Agreement {
  /** Asks that a change of wording touched, and those of them that came out as they were. */
  touched: number;
  kept: number;
  /** What came out otherwise, for a reader. */
  differences: string[];
}

/** Compares the proposals of a reworded text with the old ones; only what the change could touch counts. */
export function agreement({ text, proposals }: Source, { edits, name }: Reworded, found: readonly Proposal[], isWhole: boolean): Agreement {
  const newText = applied(text, edits);
  const left = [...found];
  const differences: string[] = [];
  let touched = 0;
  let kept = 0;
  const saying = (words: string): string => oneLine(words).slice(0, 150);
  for (const old of proposals) {
    const from = moved(old.span.start, edits);
    const to = moved(old.span.end, edits);
    const at = left.findIndex(({ span }) => Math.min(span.end, to) - Math.max(span.start, from) > 0.6 * Math.min(span.end - span.start, to - from));
    const now = at < 0 ? undefined : left.splice(at, 1)[0];
    const isTouched = isWhole || old.reason.isAboveList || edits.some(({ start, end }) => start <= old.span.end && end >= old.span.start);
    const wrong = now === undefined ? ['lost'] : otherwise(old, now, name);
    if (!isTouched && wrong.length === 0) continue;
    touched++;
    if (wrong.length === 0) kept++;
    else differences.push(`${wrong.join('; ')} | ${saying(newText.slice(from, to))}`);
  }
  for (const extra of left) {
    touched++;
    differences.push(`too much [${extra.addressees.join('; ')}] | ${saying(extra.text)}`);
  }
  return { touched, kept, differences };
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one) => b.includes(one));

function otherwise(old: Proposal, now: Proposal, name: (old: string) => string): string[] {
  const asked = old.addressees.map(name);
  const pressed = old.targets.map(name);
  return [
    ...(same(asked, now.addressees) ? [] : [`asked [${now.addressees.join('; ')}] not [${asked.join('; ')}]`]),
    ...(same(pressed, now.targets) ? [] : [`moved [${now.targets.join('; ')}] not [${pressed.join('; ')}]`]),
    ...(old.label === now.label ? [] : [`label ${now.label ?? '-'} not ${old.label ?? '-'}`]),
    ...(old.due === now.due ? [] : [`day ${now.due ?? '-'} not ${old.due ?? '-'}`]),
  ];
}
