import * as forms from './ask-forms.js';
import type { Hit } from './hits.js';
import { matchesIn } from './matches.js';
import { subjectBefore } from './subjects.js';
import { because } from './reason.js';

/** "In April, the group urged": a story tells its news by days. */
const IN_A_MONTH =
  /^(?:In|Since|Back in|Earlier in)\s(?:early\s|late\s|mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** Somebody has said or asked something before: "said so, and appealed to". */
const SPOKE = /\b(?:said|says|told|wants|urged|urges|called|calls|asked|asks|demanded|warned|added)\b/;

export function pressHits(said: string): Hit[] {
  // An aside about the speaker is not what is said: it becomes spaces, so that places stay.
  const sentence = said.replace(/,\s(?:who|which|whose)\b[^,]*(?:,\d{3}[^,]*)*,/g, (aside) => ' '.repeat(aside.length));
  const hits: Hit[] = [];
  for (const match of matchesIn(sentence, forms.told)) {
    const verb = match[1] ?? '';
    const { phrase, start } = subjectBefore(
      withoutLastAside(sentence.slice(0, match.index)).replace(
        /\s+(?:on\s+)?(?:\p{Lu}\p{Ll}+day|also|has|have|too|again)\s*$/gu,
        ' ',
      ),
    );
    const isPast = PAST.test(verb);
    // "They must stop, the union said, urging Japan to act."
    const isAside = /^\p{L}+ing\b/u.test(verb) && /,\s$/.test(sentence.slice(0, match.index));
    const isSecond = (isPast || !forms.isBase(verb)) && isSecondVerb(phrase, sentence.slice(0, match.index));
    const told = sentence.slice(0, match.index);
    if (phrase.trim() === '' && !isSecond) continue;
    if (!isSpeaker({ phrase, start, verb, told })) continue;
    if (isPast && isBefore(sentence, told, start, match[0].length)) continue;
    hits.push({
      at: isSecond || isAside ? match.index : start,
      after: match.index + match[0].length,
      verb: `press ${verb}`,
      speaker: sentence.slice(0, match.index).trim(),
      why: because('speaker-asks', verb),
    });
  }
  return hits;
}

/** Whether who stands before a verb is somebody who asks by it: not a relative, and of the same number as the verb. */
function isSpeaker({
  phrase,
  start,
  verb,
  told,
}: {
  phrase: string;
  start: number;
  verb: string;
  told: string;
}): boolean {
  if (/\b(?:instead of|without|rather than|besides|stop|before|after|from|by|of)\s*$/.test(told) && /ing$/.test(verb))
    return false;
  if (/^(?:which|who|that|to)$/i.test(phrase) || (/^it$/i.test(phrase) && start > 0)) return false;
  if (/\b(?:which|who|that|not|never|was|were|been|to|should|must|would|will|can|could|may)\s*$/.test(told))
    return false;
  // "Under pressure from": a noun.
  if (NOUN.test(verb) && BEFORE_A_NOUN.test(told)) return false;
  // "We need Europe to act" asks; that "the country needs donors to pay" does not.
  if (/^needs?$/.test(verb) && !/^(?:we|I)$/i.test(phrase)) return false;
  const isBase = !PAST.test(verb) && forms.isBase(verb);
  return !isBase || /s$|\band\b|^(?:they|we|i)$/i.test(phrase.split(/\s(?:who|that|which)\s/)[0] ?? '');
}

const PAST = /ed\b|^told$/;
const NOUN = /^(?:pressure|challenge|need|appeal|plead|petition)s?\b/;
const BEFORE_A_NOUN =
  /\b(?:under|of|the|an?|growing|mounting|more|faces?|facing|no|in|international|public|legal|any)\s+$/;

/** "Two lawyers, writing in an essay, urged": what stands between the speaker and the verb. */
const withoutLastAside = (said: string): string =>
  /^["']?(?:The|An?|Its|His|Her|Their|Two|Three|Some|Several|\p{Lu})/u.test(said)
    ? said.replace(/,\s(?!and\s|but\s|said\b)[^,"]{3,90},\s$/, (aside) => ' '.repeat(aside.length))
    : said;

/** Whether what was asked was asked before what the story tells. */
function isBefore(sentence: string, said: string, start: number, length: number): boolean {
  return (
    /\b(?:has|have) been\b.*\band (?:has|have)\s+$/.test(said) ||
    (/\b(?:after|since|when|before|because)\s[^,"]*$/i.test(said) && start > 0) ||
    IN_A_MONTH.test(sentence) ||
    forms.history.test(sentence.slice(0, said.length + length + 30).replace(/\blast week\b/gi, ''))
  );
}

const isSecondVerb = (phrase: string, said: string): boolean =>
  /^(?:and)?$|\sand$/.test(phrase.trim()) && /\band\s+(?:(?:also|then)\s+)?$/.test(said) && SPOKE.test(said);
