// With whom a matter is to be raised. Pure.

import { actorsOf } from './actors.js';
import { describedBody, peopleOf } from './described.js';
import type { Mention } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import { lastOf } from './named-before.js';
import { cutParty, movedBy, TOGETHER } from './pressed-party.js';
import { type Clause, FRONT, type Pressed } from './pressed-clause.js';

const RAISING = new RegExp(`${FRONT}(${anyOf(grammar.raising)})\\b`, 'giu');
const RAISED =
  /^(?:raise|bring up|take up|discuss|pursue|broach|voice|convey|highlight|flag|follow up|intervene|intercede|protest)$/i;
const AGENDA = new RegExp(`\\b(?:${anyOf(grammar.agendas)})\\b`, 'i');
/** "Bring the cases up in every meeting": the verb stands in two. */
const PARTED = /\b(?:bring|take)\s[^,;.]{3,60}?\sup\b/iu;

/** "Bring the matter before the Government of Chad". */
const LAID = /\b(?:bring|lay|put|set|place)\s[^,;.]{3,80}?\s(?:before|to the (?:attention|notice) of)\s/iu;

/** "Negotiate a minimum wage with the Kingdom", "agree with Chad on": what is to be put in an agreement. */
const NEGOTIATE =
  /(?:^|\b(?:[Tt]o|and|should|must)\s)(?:(?:(?:re)?negotiate\s[^.;:]{3,90}?\swith\s((?:the\s)?(?:\p{Lu}\p{L}+(?:\s(?:and\s)?(?:the\s)?\p{Lu}\p{L}+){0,4}|Kingdom|authorities|government)))|(?:[Aa]gree\swith\s([^.;:]{3,80}?)(?<!\bso)\sthat\s))/u;

/** "When she meets her Turkish counterpart". */
const COUNTERPART =
  /\bmeets?\s(?:(?:her|his|its|their)\s)?(\p{Lu}\p{L}+)\s(?:counterparts?|foreign minister|president|ambassador|authorities|government)\b/u;
const ORGANS =
  /^(?:the\s+)?(?:(?:labou?r|foreign|interior|justice|defen[cs]e|health|military|transitional|new|local|host|highest|central|federal|national|competent|relevant)\s+){0,2}(?:governments?|authorities|ministr(?:y|ies)|state party|leadership|leaders|regime|junta|presidency|generals|military|army|police|ministers?|president|prime minister|parliament|kingdom|emirate|crown prince|attorney general|general secretary|supreme leader|department|directorate|presidency|prosecutor(?: general)?|chief justice|king|emir|sultan|foreign office|labou?r department|immigration department|police|courts?|royal court|host(?: government| state)?s?)\b/i;
/** "With their counterparts in Tunis". */
const PEERS =
  /^(?:their|its|his|her|your)\s(?:\p{Ll}+\s){0,2}(?:counterparts?|partners?|opposite numbers?|hosts?|allies|ally|interlocutors?)\s(?:in|from)\s(?=\p{Lu})/u;
const PRONOUN = /^(?:both|them|him|her|it|each)\b(?!\s\p{Ll}+s\b)/u;

/** "Raise the arrests with China", "make it an item of all talks with China". */
export function raisedWith(clause: Clause): Pressed[] {
  const { words, setting, recent } = clause;
  const negotiated = NEGOTIATE.exec(words);
  if (negotiated) {
    const others = actorsOf(negotiated[1] ?? negotiated[2] ?? '', setting, recent).filter(({ isGroup }) => !isGroup);
    if (others.length > 0) return [{ at: negotiated.index, names: others.map(({ name }) => name) }];
  }
  const laid = LAID.exec(words);
  const before = laid ? peersIn(words.slice(laid.index + laid[0].length), clause, words.slice(0, laid.index)) : [];
  if (laid && before.length > 0) return [{ at: laid.index, names: before }];
  return [...[PARTED.exec(words)].filter((it) => it !== null), ...matchesIn(words, RAISING)].flatMap((match) => {
    const isRaised = match[1] === undefined || RAISED.test(match[1]);
    const names = isRaised || AGENDA.test(words) ? raised(clause, match, isRaised) : [];
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}

function raised(clause: Clause, { index }: RegExpExecArray, isRaised: boolean): string[] {
  const { words: sentence, setting } = clause;
  const met = setting.names.mentionsIn(COUNTERPART.exec(sentence)?.[1] ?? '')[0];
  if (met?.kind === 'state') return [met.name];
  const joints = [...sentence.matchAll(/\b(?:with|to|vis-à-vis|in)\s+/g)];
  // With whom goes before to whom: "raise the supply of arms to the militia with its sponsor".
  for (const match of [
    ...joints.filter(([joint]) => /^(?:with|vis)/.test(joint)),
    ...joints.filter(([joint]) => !/^(?:with|vis)/.test(joint)),
  ]) {
    const at = match.index + match[0].length;
    const phrase = sentence.slice(at);
    // "Raise the cases in Hanoi": where its government sits.
    if (match[0].startsWith('in')) {
      const [seat] = isRaised && match.index > index ? setting.names.mentionsIn(phrase.slice(0, 60)) : [];
      if (
        seat?.how === 'capital' &&
        seat.kind === 'state' &&
        seat.start === 0 &&
        !clause.addressees.includes(seat.name)
      )
        return [seat.name];
      continue;
    }
    if (match[0].startsWith('to') && (!isRaised || match.index < index)) continue;
    const meant = (PRONOUN.exec(phrase) ?? TOGETHER.exec(phrase))?.[0];
    const names =
      meant !== undefined
        ? movedBy(meant, clause, 'strong', sentence.slice(0, at))
        : peersIn(phrase, clause, sentence.slice(0, at));
    if (names.length > 0) return names;
  }
  return [];
}

/** How far behind "the government" its state may stand. */
const ORGAN_REACH = 36;

/** Names that stand side by side: "China, India and the Union". */
function sideBySide(phrase: string, mentions: readonly Mention[]): Mention[] {
  const end = mentions.findIndex((mention, at) => {
    const last = mentions[at - 1];
    return last !== undefined && !BESIDE.test(phrase.slice(last.end, mention.start));
  });
  return mentions.slice(0, end < 0 ? mentions.length : end);
}

const BESIDE =
  /^(?:'s?)?(?:\s(?:\p{Ll}+\s){0,2}(?:authorities|governments?|officials|counterparts?|leaders(?:hip)?|ministry|minister))?(?:,|,?\s(?:and|or|as well as))\s(?:with\s)?(?:the\s|its\s)?(?:(?:authorities|governments?)\s(?:of|in)\s(?:the\s)?)?$/u;

/** "The authorities", of which nothing says whose they are: of the state that the clause or the text is about. */
function organsOf(phrase: string, clause: Clause, before: string): string[] {
  const { setting, recent, addressees } = clause;
  if (PERSON.test(phrase)) return lastOf(clause, before);
  const found = actorsOf(phrase.slice(0, 60).split(/\s(?:the conduct|at|in|on|about)\s/)[0] ?? '', setting, recent)
    .filter(({ isGroup }) => !isGroup)
    .map(({ name }) => name);
  return found.length > 0 && !found.every((name) => addressees.includes(name)) ? found : lastOf(clause, before);
}

/** One person of a state whom nothing else tells. */
const PERSON =
  /^(?:the\s)?(?:crown prince|attorney general|general secretary|supreme leader|king|emir|sultan|chief justice)\b(?!\sof\b)/i;

/** "The State of origin": whichever it is. */
const STATES_OF =
  /^(?:the\s|their\s)?(?:States?|countr(?:y|ies)|governments?\sof\scountries)\sof\s(origin|destination|transit|nationality|employment)\b/iu;

/** Whom a phrase behind "with" names, where it begins with them. */
function peersIn(phrase: string, clause: Clause, before: string): string[] {
  const { setting } = clause;
  const peers = PEERS.exec(phrase)?.[0].length ?? 0;
  const kind = STATES_OF.exec(phrase);
  if (kind) return [`States of ${kind[1] ?? ''}`];
  const described = describedBody(cutParty(phrase, setting.names), setting);
  if (described !== undefined) return [described];
  const people = peopleOf(/^the\s(?:North|South)(?=[\s,.;])/.exec(phrase)?.[0] ?? '', setting);
  if (people !== undefined) return [people];
  const isOrgan = peers === 0 && ORGANS.test(phrase);
  const mentions = setting.names.mentionsIn(phrase.slice(0, 160));
  const [mention] = mentions;
  if (isOrgan && (!mention || mention.start > ORGAN_REACH)) return organsOf(phrase, clause, before);
  if (!mention || mention.start > (isOrgan ? ORGAN_REACH : Math.max(12, peers))) return [];
  return sideBySide(phrase, mentions)
    .filter(({ kind, name }) => kind !== 'group' && !/\b(?:Court|Tribunal)\b/.test(name))
    .map(({ name }) => name);
}
