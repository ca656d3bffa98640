import * as forms from './ask-forms.js';
import { ORGAN_END, PARTY } from './actor-words.js';
import { withoutAside } from './asides.js';
import type { Hit, Reading } from './hits.js';
import { matchesIn } from './matches.js';
import type { Setting } from './setting.js';
import { subjectOfModal } from './should-subjects.js';
import { turnedHits } from './turned-hits.js';
import { isNamed, isOpen } from './modal-open.js';
import { isNobody } from './modal-subjects.js';
import { sharedSubject } from './shared-subjects.js';
import { isActor } from './who-acts.js';
import { NAMES } from './sentence-shapes.js';
import { because } from './reason.js';

export function modalHits(said: string, reading: Reading): Hit[] {
  const sentence = withoutAside(said);
  const found = [
    ...matchesIn(sentence, forms.modal),
    ...matchesIn(sentence, forms.need),
    ...(reading.isOption === true ? matchesIn(sentence, forms.could) : []),
  ];
  return [
    ...turnedHits(sentence, reading.setting),
    ...found.flatMap((match) => modalHit(said, sentence, match, reading) ?? []),
  ];
}

function modalHit(said: string, sentence: string, match: RegExpExecArray, reading: Reading): Hit | undefined {
  const { setting } = reading;
  const word = match[1] ?? '';
  const after = match.index + match[0].length;
  const rest = sentence.slice(after);
  const told = sentence.slice(0, match.index);
  const { phrase, start, before } = subjectOfModal(told, (words) => isActor(words, setting));
  const hit = (at: number, party: string, speaker: string): Hit => ({
    at,
    after,
    verb: 'modal',
    speaker,
    complement: { party, rest, isThat: false },
    why: because('asked-before', word),
  });
  if (word.toLowerCase() === 'shall' && !isDecided(sentence, before)) return undefined;
  if (/\s(?:and|but)$/.test(phrase) || (phrase === '' && /\s(?:and|but)\s*$/.test(before))) {
    const shared = sharedSubject(before + phrase, setting);
    return shared && isOpen(shared.before, setting) && word.toLowerCase() !== 'shall'
      ? hit(shared.start, shared.phrase, shared.before)
      : undefined;
  }
  if (/^(?:they|it|he|she|both)$/i.test(phrase) && before !== '' && !isClause(phrase, before, sentence, setting))
    return undefined;
  if (
    !(isActor(phrase, setting) || isNamed(phrase, before, reading) || NAMES.test(phrase.trim())) ||
    !isOpen(before, setting)
  )
    return undefined;
  const front = /^["“]/.test(said) ? 'said ' : before;
  if (!isMeant({ word, phrase, before: front, sentence }, reading)) return undefined;
  return isNobody({ word, phrase, before, rest }, told, reading) ? undefined : hit(start, phrase, before);
}

/** "Decides that it shall". */
const isDecided = (sentence: string, before: string): boolean =>
  /^(?:Also |Further )?(?:Decides|Affirms|Reaffirms|Confirms)\b/.test(sentence) &&
  /(?:\band|^(?:Also |Further )?(?:Affirms|Reaffirms|Confirms)) that\s*$/.test(before);

/** A modal with what stands around it. */
interface Said {
  word: string;
  phrase: string;
  before: string;
  sentence: string;
}

/** Whether a modal that tells as often as it asks ("needs to", "could") asks here. */
function isMeant(said: Said, reading: Reading): boolean {
  const { word, phrase } = said;
  // "Is to" tells a plan as often; "had to" is what somebody said in a story.
  if (/^(?:is|are) to$/i.test(word))
    return (reading.isRecommending || forms.advice.test(said.before)) && reading.setting.form !== 'press';
  if (/^(?:had|needed) to$/i.test(word)) return reading.setting.form === 'press' && isNeeded(said, reading);
  if (/\bto$/.test(word) && !/^(?:ought|may|would|is|are)\b/i.test(word)) return isNeeded(said, reading);
  const isOffer =
    /^(?:could|can|might|may wish|would do well|is|are)\b/i.test(word) && reading.setting.form !== 'press';
  return !isOffer || isOffered(phrase, reading.setting);
}

/** "Lenders need to pay" tells as often as it asks: it asks among recommendations, of whoever is named, and in a speaker's mouth. */
function isNeeded({ word, phrase, before, sentence }: Said, { setting, recent, isRecommending }: Reading): boolean {
  if (isRecommending || (setting.form === 'press' && (forms.said.test(before) || SAID_BEHIND.test(sentence))))
    return true;
  const isByName =
    setting.names.mentionsIn(phrase).some(({ how }) => how !== 'demonym') ||
    PARTY.test(phrase) ||
    ORGAN_END.test(phrase);
  if (/^need/i.test(word) && GIVERS.test(phrase)) return true;
  return isByName && (/^need/i.test(word) || recent.asked.length > 0 || PARTY.test(phrase) || /^your\s/i.test(phrase));
}

/** "The bank could refuse" asks of whoever is named or holds an office; "they could", "traffickers could" tell. */
const isOffered = (said: string, setting: Setting): boolean => {
  const phrase = said.replace(/\s(?:that|which|who)\s.*$/u, '');
  return (
    setting.names.mentionsIn(phrase).some(({ how }) => how !== 'demonym') ||
    PARTY.test(phrase) ||
    ORGAN_END.test(phrase) ||
    GIVERS.test(phrase)
  );
};
const GIVERS = /(?:donors|companies|brands|banks|investors|lenders|governments|states|platforms|parliaments?)$/i;

/** ", Ms. Poe added." */
const SAID_BEHIND =
  /,["”]?\s(?:[\p{L}.'-]+\s){1,4}(?:said|says|added|adds|argued|argues|insisted|stressed|warned)\.?$/u;

/** Whether a new clause of the issuer begins: after a comma, in a resolution also "stresses that they must". */
const isClause = (phrase: string, before: string, sentence: string, { form }: Setting): boolean =>
  FRONTED.test(before) ||
  /[,;:]\s*(?:and\s*)?$/.test(before) ||
  (form === 'press' &&
    !/^they$/i.test(phrase) &&
    /\b(?:said|says|added|adds|argued|argues|insisted|insists|warned)\s(?:that\s)?$/.test(before)) ||
  (/^["'“]+$/.test(before) && !/[,.!?]["”]\s/.test(sentence)) ||
  ((form === 'resolution' || REMINDS.test(before)) &&
    /\bthat\s*$/.test(before) &&
    (forms.advice.test(before) || REMINDED.test(before)));

/** "In the Pacific Islands Forum it should". */
const FRONTED =
  /^(?:In|At|Through|With|On|During|Within|From|As|Before|After|Until|Beyond|Besides|For|To|By)\s(?:(?!\b(?:that|which|who|if|said|says)\b)[^,;:])+\s$/u;
const REMINDS = /^(?:The Committee|It|She|He|The Special Rapporteur)\s(?:also\s|further\s)?reminds\s/;
/** "Reminds Chad that it must". */
const REMINDED = /^(?:\p{Lu}\p{L}+\s)?(?:Reminds|Warns|Cautions|Advises|Alerts)\s/iu;
