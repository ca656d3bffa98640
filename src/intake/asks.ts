import { actorsOf, isActor, type Recent } from './actors.js';
import * as forms from './ask-forms.js';
import { complementOf, type Complement } from './complement.js';
import type { Setting } from './setting.js';
import { isIssuer, subjectBefore, subjectOfModal } from './subjects.js';

/** An ask within a sentence. */
export interface Ask {
  start: number;
  end: number;
  addressees: string[];
  /** What is asked, without the verb of asking and who is asked. */
  body: string;
  /** The words that name who is asked, with what stands beside them ("through his Special Representative"). */
  party: string;
  /** Who asks, in the words of the sentence. */
  speaker: string;
  why: string;
}

/** What a sentence is read against. */
export interface Reading {
  setting: Setting;
  recent: Recent;
  /** Whether a paragraph begins here, so that a verb may stand first ("Urges ..."). */
  isFirst: boolean;
}

interface Hit {
  at: number;
  after: number;
  verb: string;
  speaker: string;
  complement?: Complement;
  why: string;
}

/** The asks of one sentence, in order. */
export function asksIn(sentence: string, reading: Reading): Ask[] {
  if (forms.asksNothing(sentence)) return [];
  const hits = [
    ...verbHits(sentence, reading),
    ...politeHits(sentence),
    ...passiveHits(sentence, reading),
    ...modalHits(sentence, reading),
  ]
    .sort((a, b) => a.at - b.at || a.after - b.after)
    .filter(
      (hit, at, all) => all.findIndex((other) => other.at === hit.at || Math.abs(other.after - hit.after) < 2) === at,
    );
  const asks: Ask[] = [];
  for (const hit of hits) {
    const ask = askOf(sentence, hit, { ...reading, recent: recentAt(sentence.slice(0, hit.after), asks, reading) });
    if (!ask || isInside(sentence, asks.at(-1), hit)) continue;
    const last = asks.at(-1);
    if (last) last.end = sentence.slice(0, ask.start).replace(/[\s,;]+(?:and|but|while)?\s*$/, '').length;
    asks.push(ask);
  }
  const [first] = asks;
  if (first && !isOwnDecision(sentence.slice(0, first.start))) first.start = 0;
  return asks;
}

/** What was said before in the sentence itself: "calls upon Haiti to ..., and further calls upon it to". */
function recentAt(before: string, asks: readonly Ask[], { setting, recent }: Reading): Recent {
  const states = setting.names
    .mentionsIn(before)
    .filter(({ kind }) => kind === 'state')
    .map(({ name }) => name);
  return { asked: asks.at(-1)?.addressees ?? recent.asked, states: [...recent.states, ...states] };
}

/** "Decides to extend the mandate, and requests ...": what comes first is no part of the ask. */
function isOwnDecision(before: string): boolean {
  return (
    /^(?:Also\s+|Further\s+)?(?:Decides|Notes|Welcomes|Takes note|Expresses|Commends|Condemns|Deplores|Stresses|Regrets|Reaffirms|Reiterates|Authorizes|Endorses)\b/.test(
      before,
    ) && before.length > 25
  );
}

/** "Urges A to call on B" is one ask; only what a new clause asks is a second. */
function isInside(sentence: string, last: Ask | undefined, hit: Hit): boolean {
  if (!last) return false;
  const between = sentence.slice(last.start, hit.at);
  if (/\band that\s*$/.test(between)) return !/^(?:shall|should|must)/.test(sentence.slice(0, hit.after).split(' ').at(-1) ?? '');
  return !/(?:[;,]|\band|\bbut|\bwhile)\s*(?:(?:said|says|added)(?:\s+that)?\s*)?$/.test(between);
}

function verbHits(sentence: string, { setting, isFirst }: Reading): Hit[] {
  const hits: Hit[] = [];
  const opening = isFirst ? forms.operative.exec(sentence) : null;
  const letter =
    /\b(?:write|writing)\s+(?:to\s+you\s+)?(?:today\s+)?to\s+(?:\p{Ll}+ly\s+)?(urge|ask|call on|call upon|request|encourage|appeal to)(?=\s)/u.exec(sentence);
  if (letter)
    hits.push({ at: 0, after: letter.index + letter[0].length, verb: letter[1] ?? '', speaker: 'we', why: 'The letter is written to ask' });
  if (opening)
    hits.push({
      at: 0,
      after: opening[0].length,
      verb: opening[1] ?? '',
      speaker: '',
      why: 'The paragraph begins with a verb of asking',
    });
  for (const match of sentence.matchAll(forms.anyVerb)) {
    const { phrase, start } = subjectBefore(sentence.slice(0, match.index));
    const verb = match[1] ?? '';
    if (phrase !== '' && agrees(phrase, verb) && isIssuer(phrase, sentence.slice(0, start), setting))
      hits.push({
        at: start,
        after: match.index + match[0].length,
        verb,
        speaker: phrase,
        why: `The issuer asks ("${phrase} ${verb}")`,
      });
  }
  if (hits.length > 0 || speaksFirst(sentence, setting))
    for (const match of sentence.matchAll(forms.second)) {
      const words = match[1] ?? '';
      const at = match.index + match[0].length - words.length;
      hits.push({
        at,
        after: match.index + match[0].length,
        verb: words,
        speaker: '',
        why: 'A second verb of asking in the sentence',
      });
    }
  if (setting.form === 'press') hits.push(...pressHits(sentence, setting));
  return hits;
}

/** "We urge", "the Committee urges": a noun ("the requests") does not agree. */
function agrees(phrase: string, verb: string): boolean {
  const isPlural =
    /^(?:we|i|they)$|^We\b|\b(?:organi[sz]ations|experts|rapporteurs|signatories|groups|holders|authors|participants|delegates|undersigned|NGOs)\b/i.test(
      phrase,
    );
  const isBase = forms.isBase(verb);
  return isPlural ? isBase : !isBase;
}

function speaksFirst(sentence: string, setting: Setting): boolean {
  if (/^(?:Also |Further |Strongly )?\p{Lu}\p{Ll}+s\b/u.test(sentence) && setting.form === 'resolution') return true;
  return (
    /^(?:The (?:\p{L}+ ){0,3}?(?:Committee|Rapporteur|Council|Parliament|Commission|Group|Expert|Assembly|Mission|Panel)|It|She|He)\b/u.test(
      sentence,
    ) && setting.form !== 'press'
  );
}

function pressHits(sentence: string, setting: Setting): Hit[] {
  const hits: Hit[] = [];
  for (const match of sentence.matchAll(forms.told)) {
    const verb = match[1] ?? '';
    const { phrase, start } = subjectBefore(
      sentence.slice(0, match.index).replace(/\s+(?:on\s+)?(?:\p{Lu}\p{Ll}+day|also|has|have|too|again)\s*$/gu, ' '),
    );
    const isPast = /ed\b/.test(verb);
    if (
      phrase === '' ||
      /^(?:which|who|that|it|to)$/i.test(phrase) ||
      /\b(?:which|who|that|not|never|was|were|been|to|should|must|would|will|can|could|may)\s*$/.test(
        sentence.slice(0, match.index),
      )
    )
      continue;
    if (isPast && forms.history.test(sentence.slice(0, match.index + match[0].length + 30))) continue;
    if (
      !isPast &&
      forms.isBase(verb) &&
      !/s$|\band\b|^(?:they|we|i)$/i.test(phrase.split(/\s(?:who|that|which)\s/)[0] ?? '')
    )
      continue;
    hits.push({
      at: start,
      after: match.index + match[0].length,
      verb: `press ${verb}`,
      speaker: sentence.slice(0, match.index).trim(),
      why: `A speaker asks ("${verb}")`,
    });
  }
  return setting.form === 'press' ? hits : [];
}

function politeHits(sentence: string): Hit[] {
  const match = forms.polite.exec(sentence);
  if (!match) return [];
  const rest = sentence.slice(match.index + match[0].length).replace(/^you\s+(?:would|could|can|will|were to)?\s*/, '');
  return [
    {
      at: 0,
      after: match[0].length,
      verb: 'please',
      speaker: 'we',
      complement: { party: 'you', rest, isThat: false },
      why: 'A polite request',
    },
  ];
}

function passiveHits(sentence: string, { setting, recent }: Reading): Hit[] {
  const hits: Hit[] = [];
  for (const match of sentence.matchAll(forms.passive)) {
    const { phrase, start } = subjectBefore(sentence.slice(0, match.index));
    const rest = sentence.slice(match.index + match[0].length);
    if (isActor(phrase, setting, recent) && !/\b(?:that|which|who|if)\s*$/.test(sentence.slice(0, start)))
      hits.push({
        at: start,
        after: match.index + match[0].length,
        verb: 'passive',
        speaker: '',
        complement: { party: phrase, rest, isThat: false },
        why: `Somebody is asked ("is ${match[1] ?? ''} to")`,
      });
  }
  for (const match of sentence.matchAll(forms.impersonal)) {
    const complement = complementOf(`that ${sentence.slice(match.index + match[0].length)}`);
    hits.push({
      at: match.index,
      after: match.index + match[0].length,
      verb: 'impersonal',
      speaker: '',
      complement,
      why: 'An impersonal recommendation ("it is recommended that")',
    });
  }
  return hits;
}

function modalHits(sentence: string, { setting, recent }: Reading): Hit[] {
  const hits: Hit[] = [];
  for (const match of sentence.matchAll(forms.modal)) {
    const word = match[1] ?? '';
    const { phrase, start, before } = subjectOfModal(sentence.slice(0, match.index), (words) => isActor(words, setting, recent));
    if (word.toLowerCase() === 'shall' && !(/^(?:Also |Further )?Decides\b/.test(sentence) && /\band that\s*$/.test(before))) continue;
    if (/^(?:they|it|he|she|both)$/i.test(phrase) && before !== '' && !/[,;]\s*(?:and\s*)?$/.test(before)) continue;
    if (!(isActor(phrase, setting, recent) || isNamed(phrase, before)) || !isOpen(before, setting)) continue;
    const rest = sentence.slice(match.index + match[0].length);
    hits.push({
      at: start,
      after: match.index + match[0].length,
      verb: 'modal',
      speaker: before,
      complement: { party: phrase, rest, isThat: false },
      why: `Who is asked stands before "${word}"`,
    });
  }
  return hits;
}

/** One word with a capital in the middle of a sentence: a company, a party. */
function isNamed(phrase: string, before: string): boolean {
  return before !== '' && /^\p{Lu}[\p{L}-]{2,}$/u.test(phrase) && !/day$|^(?:This|That|There|These|Those|What|Such|Any|One|Each|All|Article|People|Both|They|English)$/.test(phrase);
}

/** What may stand before "X should": nothing, an aside, the issuer's view; not a law, a condition or somebody else's view. */
function isOpen(before: string, setting: Setting): boolean {
  if (forms.lawSays.test(before) && setting.form !== 'press') return false;
  if (/\b(?:if|whether|why|how|when|unless|because|where|which|who|than|as)\s*$/i.test(before)) return false;
  if (setting.form === 'press' && forms.said.test(before)) return true;
  if (/\band that\s*$/.test(before)) return true;
  if (/\bthat,?\s*$|\b(?:believes?|considers?|thinks?),?\s*$/i.test(before))
    return forms.advice.test(before) || /^(?:We|I)\b/.test(before) || /\bbelieve\s*(?:that)?\s*$/.test(before);
  return !/\b(?:said|told|says|claims?|argued)\s*$/.test(before);
}

function askOf(sentence: string, hit: Hit, { setting, recent }: Reading): Ask | undefined {
  const complement = hit.complement ?? complementOf(clauseFrom(sentence, hit.after));
  const { party, rest } = complement;
  if (/^its? (?:own )?(?:president|secretary-general|bureau|chair|secretariat)\b/i.test(party)) return undefined;
  const isParty =
    party !== '' &&
    isActor(
      party.replace(/^(?:the|all)\s+/i, (it) => it),
      setting,
      recent,
    );
  if (!isAsked(hit.verb, complement, isParty, setting)) return undefined;
  const isShort = party.split(' ').length <= 5 && !/^(?:an?|the)\s+(?:immediate|urgent|unconditional|full|prompt|end|release|halt|lifting)\b/i.test(party);
  const named = party === '' || (!isParty && !isShort) ? [] : actorsOf(party, setting, recent).map(({ name }) => name);
  const addressees =
    named.length > 0 && (isParty || !complement.isThat) ? named : setting.subject ? [setting.subject] : named;
  return {
    start: hit.at,
    end: sentence.length,
    addressees,
    body: rest.trim(),
    party,
    speaker: hit.speaker,
    why: hit.why,
  };
}

/** What a verb governs ends with its clause, unless lettered elements stand in it. */
function clauseFrom(sentence: string, after: number): string {
  const rest = sentence.slice(after);
  return /\s\((?:a|i|1)\)\s/.test(rest) ? rest : (rest.split(/;\s/)[0] ?? '');
}

/** Whether a verb asks here: some need somebody who is named, some a "shall", some a kind of document. */
function isAsked(verb: string, { party, rest, isThat }: Complement, isParty: boolean, { form }: Setting): boolean {
  if (verb.startsWith('press '))
    return (
      isParty &&
      !/\b(?:when|whether|if|about|how|why|what)\b/.test(party) &&
      (!forms.needs(verb, 'never-by-a-party') || /wants?$/.test(verb))
    );
  if (forms.needs(verb, 'only-with-shall')) return isThat && isParty && /^\s*(?:[^,;]{0,20}\b)?shall\b/.test(rest);
  if (forms.needs(verb, 'only-hoping')) return form === 'ilo' && isThat && isParty;
  if (forms.needs(verb, 'only-in-press')) return false;
  if (forms.needs(verb, 'only-of-a-party')) return isParty;
  return party !== '' || isThat || rest.trim().split(/\s+/).length > 3;
}
