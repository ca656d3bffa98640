import * as forms from './ask-forms.js';
import { ORGAN_END, PARTY } from './actor-words.js';
import { withoutAside } from './asides.js';
import { escaped } from './grammar.js';
import type { Hit, Reading } from './hits.js';
import type { Setting } from './setting.js';
import { subjectOfModal } from './subjects.js';
import { turnedHits } from './turned-hits.js';
import { isNobody } from './modal-subjects.js';
import { sharedSubject } from './shared-subjects.js';
import { isActor } from './who-acts.js';
import { because } from './reason.js';

/** "Under the Convention, Libya must ...": what a law demands is no ask of the issuer. */
const BY_LAW =
  /(?:^|,\s)(?:[Uu]nder|[Aa]ccording to|[Bb]y virtue of)\s[^,]{0,90}\b(?:[Cc]onvention|Covenant|[Ll]aws?|[Aa]rticles?|[Tt]reaty|Protocol|[Cc]onstitution|Charter|Act|Principles|Declaration|Code|Rules|standards|resolution)\b[^,]*,\s*$/u;

/** "A guideline of the chamber says that": nobody asks. */
const RULE_SAYS =
  /\b(?:guidelines?|law|code|rules?|convention|constitution|contract|regulation|directive|treaty|statute|standards?|manual|act|protocol|decree|clause|article)\b[^,;]*\b(?:says?|states?|provides?|requires?|stipulates?|said|stated|required)\sthat\s*$/i;

/** "His clients had been told that they should confess": what was said to somebody. */
const HEARD = /\b(?:was|were|been|is|are|being)\s+(?:told|warned|advised|informed|ordered)\b[^.;]*$/;

export function modalHits(said: string, reading: Reading): Hit[] {
  const { setting } = reading;
  const sentence = withoutAside(said);
  const hits: Hit[] = turnedHits(sentence, setting);
  for (const match of [
    ...sentence.matchAll(forms.modal),
    ...sentence.matchAll(forms.need),
    ...(reading.isOption === true ? sentence.matchAll(forms.could) : []),
  ]) {
    const word = match[1] ?? '';
    const { phrase, start, before } = subjectOfModal(sentence.slice(0, match.index), (words) =>
      isActor(words, setting),
    );
    if (
      word.toLowerCase() === 'shall' &&
      !(
        /^(?:Also |Further )?(?:Decides|Affirms|Reaffirms|Confirms)\b/.test(sentence) &&
        /(?:\band|^(?:Also |Further )?(?:Affirms|Reaffirms|Confirms)) that\s*$/.test(before)
      )
    )
      continue;
    if (/\s(?:and|but)$/.test(phrase) || (phrase === '' && /\s(?:and|but)\s*$/.test(before))) {
      const shared = sharedSubject(before + phrase, setting);
      if (shared && isOpen(shared.before, setting) && word.toLowerCase() !== 'shall')
        hits.push({
          at: shared.start,
          after: match.index + match[0].length,
          verb: 'modal',
          speaker: shared.before,
          complement: { party: shared.phrase, rest: sentence.slice(match.index + match[0].length), isThat: false },
          why: because('asked-before', word),
        });
      continue;
    }
    if (/^(?:they|it|he|she|both)$/i.test(phrase) && before !== '' && !isClause(phrase, before, sentence, setting))
      continue;
    if (!(isActor(phrase, setting) || isNamed(phrase, before, reading)) || !isOpen(before, setting)) continue;
    if (
      /\bto$/.test(word) &&
      !/^(?:ought|may|would|is|are)\b/i.test(word) &&
      !isNeeded({ word, phrase, before: /^["“]/.test(said) ? 'said ' : before, sentence }, reading)
    )
      continue;
    const rest = sentence.slice(match.index + match[0].length);
    if (
      /^(?:could|can|might|may wish|would do well|is|are)\b/i.test(word) &&
      setting.form !== 'press' &&
      !isOffered(phrase, setting)
    )
      continue;
    if (isNobody({ word, phrase, before, rest }, sentence.slice(0, match.index), reading)) continue;
    hits.push({
      at: start,
      after: match.index + match[0].length,
      verb: 'modal',
      speaker: before,
      complement: { party: phrase, rest, isThat: false },
      why: because('asked-before', word),
    });
  }
  return hits;
}

/** "Lenders need to pay" tells as often as it asks: it asks among recommendations, of whoever is named, and in a speaker's mouth. */
function isNeeded(
  { word, phrase, before, sentence }: { word: string; phrase: string; before: string; sentence: string },
  { setting, recent, isRecommending }: Reading,
): boolean {
  if (isRecommending || (setting.form === 'press' && (forms.said.test(before) || SAID_BEHIND.test(sentence))))
    return true;
  const [named] = setting.names.mentionsIn(phrase);
  const isByName = (named !== undefined && named.how !== 'demonym') || PARTY.test(phrase) || ORGAN_END.test(phrase);
  return isByName && (/^need/i.test(word) || recent.asked.length > 0);
}

/** "The bank could refuse" asks of whoever is named or holds an office; "they could", "traffickers could" tell. */
const isOffered = (phrase: string, setting: Setting): boolean =>
  setting.names.mentionsIn(phrase).some(({ how }) => how !== 'demonym') ||
  PARTY.test(phrase) ||
  ORGAN_END.test(phrase) ||
  GIVERS.test(phrase);
const GIVERS = /(?:donors|companies|brands|banks|investors|lenders|governments|states|platforms|parliaments?)$/i;

/** ", Ms. Poe added." */
const SAID_BEHIND =
  /,["”]?\s(?:[\p{L}.'-]+\s){1,4}(?:said|says|added|adds|argued|argues|insisted|stressed|warned)\.?$/u;

/** Whether a new clause of the issuer begins: after a comma, in a resolution also "stresses that they must". */
const isClause = (phrase: string, before: string, sentence: string, { form }: Setting): boolean =>
  /[,;:]\s*(?:and\s*)?$/.test(before) ||
  (form === 'press' &&
    !/^they$/i.test(phrase) &&
    /\b(?:said|says|added|adds|argued|argues|insisted|insists|warned)\s(?:that\s)?$/.test(before)) ||
  (/^["'“]+$/.test(before) && !/[,.!?]["”]\s/.test(sentence)) ||
  (form === 'resolution' && /\bthat\s*$/.test(before) && forms.advice.test(before));

/** One word with a capital in the middle of a sentence, or with one inside: a company, a party. */
function isNamed(said: string, before: string, { setting: { all }, isRecommending }: Reading): boolean {
  const phrase = said.replace(/^(?:And|But|So)\s/, '');
  const isOnlyName = () =>
    /^\p{Lu}\p{Ll}+\p{Lu}\p{L}+$|^\p{Lu}\p{Ll}*[\u00C0-\u024F]\p{Ll}*$/u.test(phrase) ||
    (new RegExp(`[\\p{Ll},] ${escaped(phrase)}\\b`, 'u').test(all) &&
      !new RegExp(`\\b${escaped(phrase.toLowerCase())}\\b`).test(all));
  return (
    (before !== '' ||
      isOnlyName() ||
      (isRecommending && !new RegExp(`\\b${escaped(phrase.toLowerCase())}\\b`).test(all))) &&
    /^\p{Lu}[\p{L}-]{2,}$/u.test(phrase) &&
    !/day$|^(?:This|That|There|These|Those|What|Such|Any|One|Each|All|Article|People|Both|They|English)$/.test(phrase)
  );
}

/** "Some delegations argue that". */
const THINKS = /^(.{3,60}?)\s(?:argue|believe|think|consider|insist|say|feel|hold|maintain|claim)s?\s(?:that\s)?$/;

/** "Recalls that ..., and that States must": no ask of now. */
const RECALLED =
  /\b(?:recalls?|notes?|noted|observes?|recalling|noting)\s(?:[^;]{0,40}\s)?that\b(?:(?!\b(?:considers?|stresses|believes?|insists|recommends)\b)[^;])*\band that\s*$/;

/** Whether it is somebody else's view. */
function isOfOthers(before: string): boolean {
  const who = THINKS.exec(before)?.[1];
  return (
    who !== undefined &&
    /^(?:Interlocutors|Officials|Diplomats|Supporters|Defenders|Advocates|Commanders|Ministers|Soldiers|Residents|Analysts|Observers|Lobbyists|Some|Many|Several|Others|Most|Few|A few|Critics|Opponents)\b/.test(
      who,
    ) &&
    !/\b(?:of us|we)\b/.test(who)
  );
}

/** What may stand before "X should": nothing, an aside, the issuer's view; not a law, a condition or somebody else's view. */
function isOpen(before: string, setting: Setting): boolean {
  if (BY_LAW.test(before) || HEARD.test(before)) return false;
  if (setting.form !== 'press' && isOfOthers(before)) return false;
  if (forms.lawSays.test(before) && setting.form !== 'press') return false;
  if (/;\s(?:and\s)?that\s*$/.test(before) && forms.lawSays.test(before.replaceAll(';', ','))) return false;
  if (/\b(?:if|whether|why|how|when|unless|because|where|which|who|than|as)\s*$/i.test(before)) return false;
  if (RULE_SAYS.test(before)) return false;
  if (setting.form === 'press' && forms.said.test(before)) return true;
  if (/\band that\s*$/.test(before)) return !RECALLED.test(before);
  if (/\bthat,?\s*$|\b(?:believes?|considers?|thinks?),?\s*$/i.test(before))
    return forms.advice.test(before) || /^(?:We|I)\b/.test(before) || /\bbelieve\s*(?:that)?\s*$/.test(before);
  return !/\b(?:said|told|says|claims?|argued)\s*$/.test(before);
}
