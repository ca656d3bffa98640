import { anyOf, grammar, imperatives } from './grammar.js';
import { complementOf } from './complement.js';
import type { Hit, Reading } from './hits.js';
import { because } from './reason.js';
import { NAMES } from './sentence-shapes.js';
import type { Setting } from './setting.js';
import { isIssuer } from './subjects.js';
import { isActor } from './who-acts.js';

const NOUN = anyOf(grammar.askingNouns);
/** "Our first recommendation is that the ministry hire", "the Committee's request to Chad is to". */
const IS = new RegExp(
  `^(?:(?:First|Second|Third|Finally|Lastly|Therefore|So|And|Thus),?\\s)?((?:[Oo]ur|[Mm]y|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir|[Tt]he\\s[^,;:]{3,60}?'s?|(?:[Aa]|[Oo]ne|[Aa]nother|[Tt]he)(?=\\s(?:\\p{Ll}+\\s){0,3}${NOUN})))\\s(?:(?:\\p{Ll}[\\p{L}-]*\\s){0,3}${NOUN}|(?:first|second|third|fourth|fifth|last|next|main|final)(?:\\s${NOUN})?)(?:\\s(?:to|for|of)\\s([^,;:]{3,80}?))?\\s(?:is|remains|would be)(?:\\s(?:therefore|thus|also|still|unchanged|this|(?:an?\\s)?(?:\\p{Ll}+\\s)?(?:clear|simple|plain|modest|small|short|brief)(?:\\sone)?))?(?:[:,]?\\s(?=that\\s|to\\s|for\\s)|:\\s(?=\\p{Ll}))`,
  'u',
);
/** "It is my recommendation that". */
const IT_IS = new RegExp(
  `^(?:[^,;:]{3,60},\\s)?[Ii]t\\s(?:is|remains)\\s(?:therefore\\s|also\\s)?((?:our|my|its|her|his|the\\s[^,;:]{3,50}?'s?))\\s(?:(?:\\p{Ll}+|and)\\s){0,3}(?:${NOUN}|hope|expectation|firm belief)(?:,?\\s(?:and|or)\\s(?:our|my|its|her)\\s(?:\\p{Ll}+\\s){0,2}(?:${NOUN}|hope|expectation))?,?\\s(?=that\\s)`,
  'u',
);

/** "It is time for Chad to act". */
const TIME =
  /^(?:[^,;:]{3,40},\s)?(?:[Ii]t\s(?:is|'s)\s(?:(?:now|high|past|therefore|long past)\s){0,2}time|[Tt]he\s(?:time|moment)\s(?:has|is)\s(?:now\s|long\s)?come|[Tt]he\s(?:time|moment)\sis\s(?:now|ripe))\s(?:for|that)\s/u;

/** "He said it was time for Chad to act". */
const TIME_SAID =
  /\b(?:said|says|believes?|thinks?|argued|argues|added|adds|agreed|insisted)\s(?:that\s)?it\s(?:is|was)\s(?:(?:now|high|past|therefore|long past|about)\s){0,2}time\s(?:for|that)\s/u;
/** "Calls are growing for Italy to suspend", "calls from lawyers for Italy to suspend". */
const CALLS =
  /\b(?:[Cc]alls|[Dd]emands|[Pp]ressure|[Aa]ppeals|[Pp]leas)(?:\s(?:is|are|were|was|has been|have been|has|have))?(?:\s(?:now|also|again))?(?:\s(?:growing|mounting|grown|mounted|intensifying|intensified|multiplied|multiplying|rising|increasing|building|swelling|come|came|coming))?(?:\s(?:from|by|among)\s[^,.;:"]{3,90}?)?\s(?:for|on)\s(?=(?:the\s)?\p{Lu}|the\s|its\s|donors|companies|governments)/u;

/** An ask whose verb is a noun, from a place on; `found` is what asks, and `after` where what is asked begins. */
const hit = (found: string, complement: Hit['complement'], after: number, at = 0): Hit => ({
  ...{ at, after, verb: 'nominal', speaker: '', complement },
  why: because('issuer-asks', found.trim()),
});

function callHits(sentence: string, match: RegExpExecArray, setting: Setting): Hit[] {
  const after = match.index + match[0].length;
  const complement = complementOf(sentence.slice(after));
  const verb = /^(?:(?:not|also|\p{Ll}+ly)\s)*([\p{L}-]+)/u.exec(complement.rest)?.[1] ?? '';
  if (complement.isThat || !imperatives.has(verb) || !isActor(complement.party, setting)) return [];
  const why = because('speaker-asks', match[0].trim());
  return [{ at: 0, after, verb: 'nominal', speaker: sentence.slice(0, match.index).trim(), complement, why }];
}

/** "It is for the Bank to see to it", "it falls to the agency to ask". */
const FALLS =
  /^(?:[^,;:]{3,40},\s)?[Ii]t\s(?:now\s)?(?:is\s(?:now\s)?(?:for|up to)|falls\s(?:now\s)?(?:to|on)|is\s(?:\p{Ll}+ly\s)?(?:incumbent|up)\s(?:up)?on)\s(?=the\s|\p{Lu})|^(?:[^,;:]{3,40},\s)?[Tt]he\s(?:onus|burden|responsibility|duty|ball|initiative)\s(?:\p{Ll}+\s)?(?:is|lies|rests|falls|remains)\s(?:now\s|squarely\s|therefore\s)?(?:on|upon|with)\s(?=the\s|\p{Lu})|\bthat\sit\s(?:is\s(?:now\s)?(?:for|up to)|falls\sto)\s(?=the\s|\p{Lu})/u;

function fallsHits(sentence: string, { index, 0: found }: RegExpExecArray, setting: Setting): Hit[] {
  const complement = complementOf(sentence.slice(index + found.length).replace(ASIDE, ' '));
  const verb = /^(?:(?:not|also|\p{Ll}+ly)\s)*([\p{L}-]+)/u.exec(complement.rest)?.[1] ?? '';
  if (complement.isThat || !(imperatives.has(verb) || verb === 'see') || !isActor(complement.party, setting)) return [];
  return [hit(found, complement, index + found.length)];
}
const ASIDE = /,\s(?:its|their|the)\s[^,]{3,40},(?=\sto\s)/u;

function timeHits(sentence: string, found: string, setting: Setting): Hit[] {
  const rest = sentence.slice(found.length);
  const complement = complementOf(/that\s$/.test(found) ? `that ${rest}` : rest);
  if (!isActor(complement.party, setting) && !NAMES.test(complement.party)) return [];
  return [hit(found, complement, found.length)];
}

/** "We'd like to see the United States reopen the channel". */
const SEE = /\b(?:[Ww]e|I|[Ss]he|[Hh]e)(?:'d|\s(?:would|also|want|wants))(?:\salso)?\s(?:like\s)?to\ssee\s/u;

function seeHits(sentence: string, match: RegExpExecArray, setting: Setting): Hit[] {
  const after = match.index + match[0].length;
  const complement = complementOf(`that ${sentence.slice(after)}`);
  if (!isActor(complement.party, setting) || complement.party.split(' ').length > 8) return [];
  return [hit(match[0], complement, after, match.index)];
}

/** "What we ask of the bank is that it pay", "what we want from you is simple: open the gate". */
const WHAT =
  /^(?:And\s|So\s)?What\s(?:we|I|the\s[\p{L} ]{3,40}?)\s(?:\p{Ll}+ly\s|also\s)?(?:asks?|wants?|expects?|demands?|requests?|requires?|seeks?|recommends?|needs?)\s(?:of|from)\s([^,;:]{3,70}?)\s(?:is|remains)(?:\s(?:simple|clear|this|plain|modest|little))?[:,]?\s/u;

/** "A timetable, drawn up with the unions": what is wanted of somebody may be a thing. */
const A_THING = /^(?:an?|the|no|its|their|her|his|two|three|nothing (?:more|less|but|else))\s\p{L}/u;

function whatHits(sentence: string, match: RegExpExecArray): Hit[] {
  const [found, party = ''] = match;
  const rest = sentence.slice(found.length).replace(/^(?:that\s(?:it|they|you|he|she)\s|to\s)/, '');
  const verb = /^(?:(?:not|also|\p{Ll}+ly)\s)*([\p{L}-]+)/u.exec(rest)?.[1] ?? '';
  if (!imperatives.has(verb) && !/^(?:be|do|go|let)$/.test(verb) && !A_THING.test(rest)) return [];
  const complement = { party, rest, isThat: false };
  return [hit(found, complement, found.length)];
}

/** "Let the Bank send a mission". */
const LET = /^(?:So\s|And\s)?[Ll]et\s(?!(?:us|me|it|there|this|that|them|him|her|no|nobody|not)\b)(?=(?:the\s)?\p{L})/u;

function letHits(sentence: string, match: RegExpExecArray, setting: Setting): Hit[] {
  const complement = complementOf(`that ${sentence.slice(match[0].length)}`);
  const isWho = complement.party.split(' ').length <= 8 && setting.names.mentionsIn(complement.party).length > 0;
  if (!isWho || !isActor(complement.party, setting) || complement.rest.startsWith(complement.party)) return [];
  return [hit(match[0], complement, match[0].length)];
}

/** Asks whose verb is a noun. */
export function nominalHits(sentence: string, { setting, isRecommending }: Reading): Hit[] {
  const see = SEE.exec(sentence);
  if (see && (setting.form === 'press' || !sentence.startsWith('"'))) return seeHits(sentence, see, setting);
  const calls = setting.form === 'press' ? CALLS.exec(sentence) : null;
  if (calls) {
    const hits = callHits(sentence, calls, setting);
    if (hits.length > 0) return hits;
  }
  const told = setting.form === 'press' ? TIME_SAID.exec(sentence) : null;
  if (told) return timeHits(sentence, sentence.slice(0, told.index + told[0].length), setting);
  const what = WHAT.exec(sentence);
  if (what && setting.form !== 'press') return whatHits(sentence, what);
  const allowed = LET.exec(sentence);
  if (allowed && setting.form !== 'press') return letHits(sentence, allowed, setting);
  const falls = FALLS.exec(sentence);
  if (falls) return fallsHits(sentence, falls, setting);
  const time = TIME.exec(sentence);
  if (time) return timeHits(sentence, time[0], setting);
  const match = IS.exec(sentence) ?? IT_IS.exec(sentence);
  if (!match) return [];
  const [found, owner = '', to] = match;
  const isOurs =
    /^(?:our|my)$/i.test(owner) ||
    (/^(?:its|her|his|their)$/i.test(owner) && setting.form !== 'press') ||
    (/'s?$/.test(owner) && isIssuer(owner.replace(/'s?$/, ''), '', setting)) ||
    (/^(?:a|one|another|the)$/i.test(owner) && isRecommending);
  if (!isOurs) return [];
  const rest = sentence.slice(found.length).replace(/^for\s/, '');
  const own = complementOf(to !== undefined && /^to\s/.test(rest) ? `${to} ${rest}` : rest);
  const complement = own.party === '' && to !== undefined ? { ...own, party: to } : own;
  return [hit(found, complement, found.length)];
}
