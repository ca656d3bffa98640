// Any verb that takes somebody as its object and says what they are to do: no list of verbs that press holds them all. Pure.

import { grammar, imperatives } from './grammar.js';
import { matchesIn } from './matches.js';
import { cutParty, movedBy } from './pressed-party.js';
import { ADVERB, type Clause, FRONT, type Pressed } from './pressed-clause.js';

const BASE = new RegExp(`${FRONT}(?!(?:not|never)\\s)([\\p{Ll}-]{3,})\\s+`, 'giu');
const GOING = new RegExp(
  `(?:^|,\\s|\\b(?:by|in|of|to|at|for|on|from|and|or|while|when|before|after|through|including|towards?|start|begin|keep|consider|continue|resume)\\s+)(?:${ADVERB})*([\\p{Ll}-]{2,})ing\\s+`,
  'giu',
);

/** "Dissuade X from extraditing", "have X close", "put to X the", "bring home to X that". */
const OBJECT =
  /^(?:(?:home|across|plain|clear|firmly|clearly|directly|openly|publicly|hard|up|out|back|it|in)\s)?((?:on|upon|with|to|at|of|from)\s)?((?:the\s|its\s|their\s|his\s|her\s|your\s|our\s|both\s|each\s|all\s|them\b|it\b|him\b|her\b|\p{Lu})[^;:.]{0,70}?)(?:,\s[^,;:]{2,90},)?\s(to|not to|that|so that|into|out of|from|against|away from|off|the|its|their|how|why|what|whether)\s([\p{L}-]+)/u;

/** What goes before a verb that is to be done. */
const INFINITIVE = /^(?:not )?to$/;
/** "Talk X out of", "warn X against". */
const PATH = /^(?:into|out of|against|away from|off)$/;
const HEAVY = /^(?:the|its|their|how|why|what|whether)$/;
const NOT_MOVING = new Set(grammar.notMoving.split(' '));

/** Whom a verb of any kind is to get to do something. */
export function movingFrames(clause: Clause): Pressed[] {
  const { words } = clause;
  const verbs = [
    ...matchesIn(words, BASE).map((match) => ({ match, verb: match[1] ?? '' })),
    ...matchesIn(words, GOING).map((match) => ({ match, verb: baseOf(match[1] ?? '') })),
  ].filter(({ match, verb }) => isVerb(match[0], verb.toLowerCase(), match.index) && !isFor(verb, match, words));
  return verbs.flatMap(({ match, verb }) => {
    const end = match.index + match[0].length;
    const names = movedBehind(words.slice(end), words.slice(0, end), verb.toLowerCase(), clause);
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}

/** Verbs that do something for somebody or to them; "talk Chad out of it" moves. */
const isFor = (verb: string, { 0: front, index }: RegExpExecArray, words: string): boolean =>
  NOT_MOVING.has(verb.toLowerCase()) &&
  !(verb === 'talk' && /^[^,;.:]{2,60}\s(?:out of|into)\s/.test(words.slice(index + front.length)));

/** A verb by its place: what is asked begins with one, and behind "to" or "should" any word is one. */
const isVerb = (front: string, verb: string, at: number): boolean =>
  imperatives.has(verb) ||
  (!NO_VERB.test(verb) && ((at === 0 && /^\s*\p{Ll}/u.test(front)) || BEHIND.test(front.trimStart())));
const BEHIND = /^(?:to|should|must|can|could|will|would|may|might|shall|please)\s/i;
const NO_VERB =
  /ly$|^(?:the|its|their|his|her|our|your|all|any|each|every|both|such|this|that|these|those|other|another|some|many|more|most|several|certain|which|whom|what|whose|and|with|from|into|for|not|also|be|have|has|had|been|date|members?)$/;

function movedBehind(behind: string, before: string, verb: string, clause: Clause): string[] {
  const caused = /^(?:have|make|see|let)$/.test(verb) ? causedIn(verb, behind, clause) : undefined;
  if (caused !== undefined) return movedBy(caused, clause, 'mild', before);
  const [, particle = '', party = '', joint = '', next = ''] = OBJECT.exec(behind) ?? [];
  if (party === '' || !(isDeed(joint, next) || (particle !== '' && HEAVY.test(joint)))) return [];
  if (HEAVY.test(joint) && !/^(?:to|on|upon)\s$/.test(particle)) return [];
  // "Ratify the convention and press Norway to": the second verb has the object.
  const second = SECOND.exec(party)?.[1] ?? '';
  if (imperatives.has(second)) return [];
  return movedBy(party, clause, particle === '' ? 'weak' : 'mild', before);
}

const SECOND = /\s(?:and|or)\s([\p{Ll}-]+)\s/u;

/** What behind the party tells that they are to do something. */
const isDeed = (joint: string, next: string): boolean =>
  /^(?:so )?that$/.test(joint) ||
  (INFINITIVE.test(joint) &&
    (/^(?:be|do|go|see)$|ly$/.test(next) || (imperatives.has(next) && !NOT_DEED.test(next)))) ||
  (joint === 'from' && /ing$/.test(next)) ||
  PATH.test(joint);

/** "To account", "to task". */
const NOT_DEED = /^(?:account|task|court|trial|book)$/;

/** "Have Chad close the gate", "make Chad pay". */
function causedIn(verb: string, behind: string, { setting }: Clause): string | undefined {
  const [mention] = setting.names.mentionsIn(behind.slice(0, 60));
  if (!mention || mention.start > 4) return undefined;
  // "Let the High Commissioner in" allows; "have the Commission examine" moves.
  if (mention.kind !== 'state' && !(mention.kind === 'body' && verb === 'have')) return undefined;
  const [, organ = '', next = ''] =
    /^((?:'s)?(?:\s(?:authorities|government|side|army|police|parliament|ministry))?)\s(\p{Ll}+)/u.exec(
      behind.slice(mention.end),
    ) ?? [];
  return imperatives.has(next) ? behind.slice(0, mention.end + organ.length) : undefined;
}

/** "Dissuading" is dissuade, "getting" is get. */
function baseOf(stem: string): string {
  return [stem, `${stem}e`, stem.slice(0, -1)].find((base) => imperatives.has(base.toLowerCase())) ?? stem;
}

/** "States with influence over the parties": whoever they can move they are to move. */
const INFLUENCE =
  /\b(?:influence|leverage|sway|clout|purchase|pull)\s(?:they\s(?:have|hold)\s|it\s(?:has|holds)\s)?(?:on|over|with|upon)\s(?=(?:the\s|its\s|their\s|both\s|all\s)|\p{Lu})([^;:.]{2,90})/gu;

export function influenced(clause: Clause): Pressed[] {
  return matchesIn(clause.words, INFLUENCE).flatMap((match) => {
    const names = movedBy(
      cutParty(match[1] ?? '', clause.setting.names),
      clause,
      'strong',
      clause.words.slice(0, match.index),
    );
    return names.length > 0 ? [{ at: match.index, names }] : [];
  });
}
