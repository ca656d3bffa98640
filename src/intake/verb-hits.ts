import * as forms from './ask-forms.js';
import { complementOf } from './complement.js';
import { agrees, speaksFirst } from './asker-words.js';
import type { Hit, Reading } from './hits.js';
import { letterHits } from './letter-hits.js';
import { matchesIn } from './matches.js';
import { pressHits } from './press-hits.js';
import type { Setting } from './setting.js';
import { isIssuer, subjectBefore } from './subjects.js';
import { isActor } from './who-acts.js';
import { because } from './reason.js';

export function verbHits(sentence: string, { setting, isFirst, before }: Reading): Hit[] {
  const hits: Hit[] = [];
  const opening = isFirst
    ? (forms.operative.exec(sentence) ?? (setting.form === 'resolution' ? resolvedTo(sentence, setting) : null))
    : null;
  hits.push(...letterHits(sentence));
  if (opening && (setting.form === 'resolution' || !A_NOUN.test(sentence)))
    hits.push({
      at: /^(?:and|but)\s+/.exec(sentence)?.[0].length ?? 0,
      after: opening[0].length,
      verb: opening[1] ?? '',
      speaker: '',
      why: because('verb-first'),
    });
  for (const match of matchesIn(sentence, forms.anyVerb)) {
    const { phrase: whole, start } = subjectBefore(sentence.slice(0, match.index));
    const phrase = withoutFront(whole);
    const verb = match[1] ?? '';
    if (forms.needs(verb, 'only-in-press') && (setting.form === 'press' || !/^(?:we|I)$/i.test(phrase))) continue;
    const isSaidToYou = setting.you.length > 0 && /^\s+you\b/.test(sentence.slice(match.index + match[0].length));
    if (
      isSaidToYou
        ? phrase !== '' && isAsking(phrase)
        : isAsker(phrase, verb, sentence.slice(0, start), setting, BOUND.test(sentence.slice(start, match.index))) &&
          !isOfOthers(phrase, before, setting)
    )
      hits.push({
        at: start,
        after: match.index + match[0].length,
        verb,
        speaker: phrase,
        why: because('issuer-asks', `${phrase} ${verb}`),
      });
  }
  if (setting.form !== 'press') hits.push(...goingHits(sentence, before, setting));
  if (hits.length > 0 || speaksFirst(sentence, setting)) hits.push(...secondHits(sentence));
  if (setting.form === 'press') hits.push(...pressHits(sentence));
  return hits;
}

/** "Requests for extradition are filed": a noun, however the verb looks. */
const A_NOUN =
  /^(?:\p{Lu}\p{Ll}+\s)?(?:[Rr]equests|[Dd]emands|[Cc]alls|[Aa]ppeals|[Oo]rders|[Pp]etitions|[Cc]hallenges|[Pp]roposals)\s(?:(?!\b(?:to|that|who|which)\s)[^,;:]){2,60}?\s(?:is|are|was|were|has|have|had|remain|came|come|went|cannot)\b/u;

/** "To request the Secretary-General", and below "resolves to" also "Urge the Government of Chad to". */
function resolvedTo(sentence: string, setting: Setting): RegExpExecArray | null {
  const found = forms.infinitive.exec(sentence);
  if (!found || /^To\s/i.test(sentence)) return found;
  return isActor(complementOf(sentence.slice(found[0].length)).party, setting) ? found : null;
}

/** "Freed Voices is calling on the Government". */
function goingHits(sentence: string, before: string, setting: Setting): Hit[] {
  return matchesIn(sentence, forms.theirAsking).flatMap((match) => {
    const { phrase, start } = subjectBefore(sentence.slice(0, match.index));
    const isOurs =
      phrase !== '' && isIssuer(phrase, sentence.slice(0, start), setting) && !isOfOthers(phrase, before, setting);
    const verb = match[1] ?? '';
    if (!isOurs || forms.needs(verb, 'never-by-a-party') || forms.needs(verb, 'only-hoping')) return [];
    const after = match.index + match[0].length;
    return [{ at: start, after, verb, speaker: phrase, why: because('issuer-asks', `${phrase} ${verb}`) }];
  });
}

/** "The Committee wishes to request", "is bound to urge". */
const BOUND =
  /\b(?:wishes|is bound|feels (?:bound|obliged|compelled)|is (?:obliged|compelled)|must|would like|continues)\s(?:again\s|therefore\s|also\s|once (?:more|again)\s)?(?:to\s)?(?:\p{Ll}+ly\s)?$/u;

/** What the same speaker asks besides. */
function secondHits(sentence: string): Hit[] {
  const hits: Hit[] = [];
  const seconds = /^(?:We|I)\b/.test(sentence) ? forms.ourSecond : forms.second;
  for (const match of matchesIn(sentence, seconds)) {
    const words = match[1] ?? '';
    const at = match.index + match[0].length - words.length;
    if (seconds === forms.ourSecond && goesOn(sentence.slice(0, match.index), match[0], words)) continue;
    const after = match.index + match[0].length;
    // "Seek to visit prisoners, ask to attend their trials": asked for oneself.
    if (
      /^\s*to\s(?!be\s)\p{Ll}/u.test(sentence.slice(after)) &&
      /(?:ask|request|demand|propose|suggest)s?$/.test(words)
    )
      continue;
    hits.push({ at, after, verb: words, speaker: '', why: because('second-verb') });
  }
  return hits;
}

/** "We urge the Union to speak out and call on China": the second verb belongs to the one who is asked. */
function goesOn(before: string, joint: string, verb: string): boolean {
  if (forms.needs(verb, 'only-of-a-party')) return true;
  return !/^[,;]/.test(joint) && /\b(?:to\s\p{Ll}+|that|should|must|will|would|who|which)\b/u.test(before);
}

/** Whether the issuer asks here. */
function isAsker(phrase: string, verb: string, before: string, setting: Setting, isInfinitive: boolean): boolean {
  return (
    phrase !== '' && (isInfinitive ? forms.isBase(verb) : agrees(phrase, verb)) && isIssuer(phrase, before, setting)
  );
}

/** "The complainants were dismissed. They ask that ...": "they" are who the sentence before is about, and not the issuer. */
function isOfOthers(phrase: string, before: string, setting: Setting): boolean {
  if (setting.form === 'ilo') return false;
  if (!/^(?:it|she|he|they)$/i.test(phrase) || new RegExp(`^${phrase}\\s`, 'i').test(before)) return false;
  const words = before.split(/\s/, 6);
  const heads = words.map((_, at) => words.slice(0, at + 1).join(' ')).slice(1);
  return heads.some((head) => isActor(head, setting) && !isIssuer(head, '', setting));
}

/** In a letter whoever asks "you" asks for the letter: "organisations across the globe call on you". */
const isAsking = (phrase: string): boolean =>
  !/\b(?:which|that|who|whose|to|not|never|did|had|has|have|will|would|may|might|can|could|was|were)$|\b(?:that|which|what|whom|as)\s(?:we|I)$|^(?:if|when|as|who|they|he|she|it|nothing|nobody|no|none|neither|anyone|whoever)\b/i.test(
    phrase,
  );

/** "Of Canada and the EU we ask", "Accordingly we expect": we ask. */
const withoutFront = (phrase: string): string =>
  /\b(?:that|which|who|whom|what|if|when|where|as|than|because)\s(?:we|I)$/.test(phrase)
    ? phrase
    : phrase.replace(/^.*\s(?=(?:we|I)$)/, '');
