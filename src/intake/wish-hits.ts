// Asks that say what their writer would like: "I would like to see X act", "we would have it say", "the Committee wishes
// to receive the decree", "we want a list". Pure.

import { complementOf } from './complement.js';
import type { Hit, Reading } from './hits.js';
import { matchesIn } from './matches.js';
import { because } from './reason.js';
import { WANTED } from './sentence-shapes.js';
import type { Setting } from './setting.js';
import { isIssuer, subjectBefore } from './subjects.js';
import { isActor } from './who-acts.js';

const WISH =
  /\b(?:would|should)\s(?:(?:also|therefore|very much|now|still|further|again)\s)*(?:like|wish|want|love|prefer|be\s(?:(?:most|very)\s)?(?:glad|grateful|pleased|happy))\b|(?:'d|\bwould)\slike\b|\bwould(?=\shave\s)|\b(?:wish(?:es)?|wants?)\b/gu;
/** What somebody would like to be given. */
const TO_RECEIVE =
  /^\s(?:also\s|further\s)?to\s(?:receive|have|get|obtain|be\s(?:kept\s)?(?:informed|told|provided|given|sent|shown|supplied|notified))\s/u;
/** What those who write ask for themselves, and what they would like to say. */
const FOR_US =
  /^\s?(?:(?:the|an?|your|this)\s)?(?:\p{Ll}+\s)?(?:meeting|opportunity|audience|conversation|chance|discussion|call|word|honou?r|pleasure|appointment|privilege)\b/u;
/** "A list of them": something that is to be given, done or decided. */
const A_THING = /^\s(?:an?|the|no|all|every|each|their|his|her|its|more|fewer|two|three|four|five)\s\p{L}/u;
const FROM =
  /\bfrom\s((?:the\s|your\s)?[^,;:.]{3,60}?)(?=[,;:.]|\s(?:in|on|by|within|before|about|that|with|as|at|for)\s|$)/u;

/** Where the issuer says what it would like. */
export function wishHits(sentence: string, { setting }: Reading): Hit[] {
  if (setting.form === 'press') return [];
  return matchesIn(sentence, WISH).flatMap((match) => {
    const { phrase, start } = subjectBefore(sentence.slice(0, match.index));
    if (phrase === '' || !isIssuer(phrase, sentence.slice(0, start), setting)) return [];
    const after = match.index + match[0].length;
    const wished = wishedOf(match[0], sentence.slice(after), setting);
    if (!wished) return [];
    const why = because('issuer-asks', `${phrase} ${match[0]}`);
    return [{ at: start, after, verb: 'nominal', speaker: phrase, complement: { ...wished, isThat: false }, why }];
  });
}

/** Whether another hit only reads "would like" where a wish was read. */
export const isWishOf = (wish: Hit, { at, after }: Hit): boolean => at === wish.at && Math.abs(after - wish.after) < 3;

/** Who is to do what by what stands behind "would like". */
function wishedOf(verb: string, rest: string, setting: Setting): { party: string; rest: string } | undefined {
  const seen = /^\s(?:also\s)?to\s(?:see|have)\s|^\s(?:also\s)?(?:see|have)\s/u.exec(rest)?.[0];
  if (seen !== undefined) {
    const clause = rest.slice(seen.length);
    const { party, rest: deed } = complementOf(`that ${clause}`);
    if (party.split(' ').length <= 8 && deed !== clause && isActor(party, setting)) return { party, rest: deed };
    if (/\bsee\b/.test(seen) && WANTED.test(clause)) return { party: '', rest: clause };
  }
  const received = TO_RECEIVE.exec(rest)?.[0];
  if (received !== undefined && !FOR_US.test(rest.slice(received.length))) {
    const from = FROM.exec(rest)?.[1];
    const party = from !== undefined && isActor(from, setting) ? from : '';
    return { party, rest: rest.slice(received.length) };
  }
  // "Should like the licence to be reconsidered": nobody is named, or what is to do it is a thing.
  const owned = /^\s(?!to\s)([^,;:]{3,90}?)\sto\s(?=\p{Ll})/u.exec(rest);
  if (owned && !/wants?$|\bgrateful|\bglad/.test(verb)) {
    const who = isActor(owned[1] ?? '', setting);
    if (!who || !/like$/.test(verb)) return { party: who ? (owned[1] ?? '') : '', rest: rest.slice(owned[0].length) };
  }
  const isThing = /^wants?$/.test(verb) && A_THING.test(rest) && !FOR_US.test(rest) && !/\sto\s\p{Ll}/u.test(rest);
  return isThing && setting.form === 'letter' ? { party: '', rest: rest.trim() } : undefined;
}
