// Verbs that move somebody: press, urge, persuade. Pure.

import { complementOf } from './complement.js';
import type { Gazetteer } from './gazetteer.js';
import { anyOf, escaped, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import { cutParty, isByName, movedBy, partnerIn } from './pressed-party.js';
import { ADVERB, type Clause, FRONT, type Pressed } from './pressed-clause.js';
import { DEMANDED, DONE } from './sentence-shapes.js';
import { isActor } from './who-acts.js';

/** "Ask Fifa, in public, why". */
const WHY = /^[^.;:]{3,60}?\s(?:why|whether|what|how|when|where|who|if)\s/u;

interface Verb {
  verb: string;
  /** What goes before whoever is moved: "insist with". */
  particles: string[];
}

/** "Press" is "pressing" and "presses"; only the first word of a phrase changes. */
const changed = (verb: string, by: (word: string) => string): string => verb.replace(/^\S+/, (word) => by(word));
const going = (verb: string): string =>
  changed(verb, (word) =>
    /^(?:put|get|let|set|prod|bug)$/.test(word) ? `${word}${word.slice(-1)}ing` : `${word.replace(/(?<!e)e$/, '')}ing`,
  );
const third = (verb: string): string =>
  changed(verb, (word) =>
    /(?:s|sh|ch)$/.test(word) ? `${word}es` : /[^aeou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`,
  );

const VERBS: Verb[] = Object.entries(grammar.pressing).map(([verb, words]) => ({
  verb,
  particles: words.split('|').filter((word) => word !== ''),
}));
const FORMS = new Map<string, Verb>();
for (const entry of VERBS)
  for (const form of [third(entry.verb), going(entry.verb), entry.verb]) FORMS.set(form, entry);

/** "Use its influence with" is in the list with "its". */
const OWNER = /\b(?:his|her|their|your|our|all its)\b/;
const owned = (pattern: string): string =>
  // "Say so publicly to".
  pattern
    .replaceAll(/\\s\+(to|with|on|upon|from)(?=\||\)$)/g, '(?:\\s+\\p{Ll}+ly)?\\s+$1')
    .replaceAll(/\bits\\s\+/g, '(?:its|his|her|their|your|our|all its)\\s+');
const BASE = owned(anyOf(VERBS.map(({ verb }) => verb)));
const GOING = owned(anyOf(VERBS.map(({ verb }) => going(verb))));
const THIRD = owned(anyOf(VERBS.map(({ verb }) => third(verb))));
const TEXT = `\\b(?:${anyOf(grammar.textsThatAsk)})\\s+(?:[\\p{Ll}]+\\s){0,3}?`;
const PRESSING = new RegExp(
  `${FRONT}(${BASE})\\b|(?:^|,\\s*|\\b(?:by|in|of|to|at|for|on|from|towards?|and|or|while|when|before|after|through|including|start|begin|keep|consider|continue|resume)\\s+|${TEXT})(?:${ADVERB})*(${GOING})\\b|${TEXT}(?:that|which)\\s+(${THIRD})\\b`,
  'giu',
);
/** "Ask the Council for a commission of inquiry". */
const ASKED_FOR =
  /^[^.;:]{3,60}?\sfor\s(?:an?|the|its)\s(?:\p{Ll}+\s){0,2}(?:commission|inquiry|investigation|debate|resolution|session|vote|mandate|decision|explanation|account|list|names|date|halt|end|ban|statement|release)\b/u;
/** Asking a visitor in, or a question, moves nobody. */
const NOBODY = /^(?:for|how|why|what|whether|themselves|itself|questions?)\b/i;
const MILD = /^(?:engage|speak|talk|write|communicate|convey|tell|notify|reason|work on|call in)\b/;
const WEAK = /^(?:ask|request|invite)/;
/** "Ask the Fund to make its grants conditional" moves it; "ask it to help" does not. */
const ASKED_TO =
  /^[^.;:]{3,90}?\sto\s(?!(?:assist|help|support|provide|advise|visit|deploy|share|give|offer|second|train|take|fund|facilitate|the|a|an|its|their)\b)\p{Ll}/u;

/** Whom the verbs of a clause move, one after the other. */
export function pressedVerbs(clause: Clause): Pressed[] {
  const { words, setting, addressees } = clause;
  const found: Pressed[] = [];
  for (const match of matchesIn(words, PRESSING)) {
    const said = (match[1] ?? match[2] ?? match[3] ?? '').toLowerCase();
    const plain = said.replace(/\s\p{Ll}+ly(?=\s(?:to|with|on|upon|from)$)/u, '');
    const verb = FORMS.get(said) ?? FORMS.get(plain) ?? FORMS.get(plain.replace(OWNER, 'its'));
    const at = match.index + match[0].length - said.length;
    const behind = words.slice(match.index + match[0].length);
    const there = partnerIn(behind, clause);
    if (there !== undefined && !addressees.includes(there)) {
      found.push({ at, names: [there] });
      continue;
    }
    const listed = listedBehind(behind, setting.names).filter((name) => !addressees.includes(name));
    if (verb && verb.particles.length === 0 && listed.length > 0) {
      found.push({ at, names: listed });
      continue;
    }
    const party = verb ? partyAfter(behind, verb, setting.names) : '';
    if (
      party === '' ||
      NOBODY.test(party) ||
      DEMANDED.test(party) ||
      (verb?.verb === 'invite' && /^(?:him|her)$/.test(party))
    )
      continue;
    const begun = setting.names.mentionsIn(party)[0];
    const isWanted = /^(?:demand|seek|obtain|secure|request|require|extract)/.test(verb?.verb ?? '');
    if (isWanted && !isActor(party, setting) && !isByName(party, setting)) {
      if (begun?.kind === 'state' && begun.start <= 4) found.push({ at, names: [begun.name] });
      continue;
    }
    const isWeak =
      WEAK.test(verb?.verb ?? '') &&
      (verb?.verb === 'invite' || ![ASKED_TO, ASKED_FOR, WHY].some((frame) => frame.test(behind)));
    const force = MILD.test(verb?.verb ?? '') ? 'mild' : 'strong';
    const names = movedBy(party, clause, isWeak ? 'weak' : force, words.slice(0, match.index));
    if (names.length > 0) found.push({ at, names });
  }
  return found;
}

/** "The sponsors (Nauru, Tonga)": a group whose members are named in brackets. */
function listedBehind(behind: string, names: Gazetteer): string[] {
  const listed = /^\s*(?:the|its|their|all|both)\s(?:\p{Ll}+\s){1,4}\(([^()]{3,160})\)/u.exec(behind)?.[1] ?? '';
  const mentions = names.mentionsIn(listed).filter(({ kind }) => kind !== 'group');
  const rest = mentions.reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), listed);
  return /^(?:[\s,]|\b(?:and|the)\b)*$/.test(rest) ? mentions.map(({ name }) => name) : [];
}

function partyAfter(rest: string, { verb, particles }: Verb, names: Gazetteer): string {
  const particle = new RegExp(`^\\s*(?:,[^,]{2,60},)?\\s*(?:${particles.map(escaped).join('|')})\\s+`, 'i').exec(rest);
  if (particles.length > 0 && !particle && verb !== 'engage') return '';
  const after = particles.length > 0 ? rest.slice(particle?.[0].length ?? 0) : rest;
  const lifted = after
    .replace(/^\s*,[^,]{2,80},\s*/, ' ')
    // "Engage like-minded governments, in particular Chad and Mali": whoever is named.
    .replace(
      /^\s*(?!(?:the\s)?\p{Lu})[^,;:]{3,60},\s(?:in particular|notably|especially|particularly|above all)\s(?=(?:the\s)?\p{Lu})/u,
      ' ',
    )
    .trim();
  if (/\bthat\s*$/.test(particle?.[0] ?? '') || /^that\s/.test(lifted))
    return whoIsTo(/^that\s/.test(lifted) ? lifted : `that ${lifted}`);
  const organ = /^(?:the\s+)?(?:[\p{L}-]+\s+){0,2}?(?:authorities|government)\b(?!\s+(?:of|in)\b)/iu.exec(lifted)?.[0];
  if (organ !== undefined && /^demand|^seek|^obtain/.test(verb)) return organ;
  const { party } = complementOf(
    lifted.replace(/,?\s+(?:particularly|especially|notably|including|in particular)\s+/, ' and '),
  );
  return party === '' && /\sfor$/.test(verb) ? '' : cutParty(party === '' ? lifted : party, names);
}

/** "That churches be free to register": what is to be, whoever sees to it. */
const BEING = /^\s*(?:not\s)?be\s(?:free|able|allowed|permitted|present|safe|entitled|left|open|at liberty)\b/;

/** "Insist that Chad release": who is to act; of "that observers be admitted" nobody. */
function whoIsTo(clause: string): string {
  const { party, rest } = complementOf(clause);
  return DONE.test(rest) || BEING.test(rest) ? '' : party;
}
