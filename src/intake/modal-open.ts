// What may stand around a "should" for it to ask. Pure.

import * as forms from './ask-forms.js';
import { escaped } from './grammar.js';
import type { Reading } from './hits.js';
import type { Setting } from './setting.js';

/** "Under the Convention, Libya must ...": what a law demands is no ask of the issuer. */
const BY_LAW =
  /(?:^|,\s)(?:[Uu]nder|[Aa]ccording to|[Bb]y virtue of)\s[^,]{0,90}\b(?:[Cc]onvention|Covenant|[Ll]aws?|[Aa]rticles?|[Tt]reaty|Protocol|[Cc]onstitution|Charter|Act|Principles|Declaration|Code|Rules|standards|resolution)\b[^,]*,\s*$/u;

/** "A guideline of the chamber says that": nobody asks. */
const RULE_SAYS =
  /\b(?:guidelines?|law|code|rules?|convention|constitution|contract|regulation|directive|treaty|statute|standards?|manual|act|protocol|decree|clause|article)\b[^,;]*\b(?:says?|states?|provides?|requires?|stipulates?|said|stated|required)\sthat\s*$/i;

/** "His clients had been told that they should confess": what was said to somebody. */
const HEARD = /\b(?:was|were|been|is|are|being)\s+(?:told|warned|advised|informed|ordered)\b[^.;]*$/;

/** One word with a capital in the middle of a sentence, or with one inside: a company, a party. */
export function isNamed(said: string, before: string, { setting: { all }, isRecommending }: Reading): boolean {
  const phrase = said
    .replace(/^(?:(?:And|But|So)\s)?(?:[Tt]he\s(?=\p{Lu}))?/u, '')
    .replace(/\s(?:itself|themselves)$/, '');
  const isOnlyName = () =>
    /^\p{Lu}\p{Ll}+\p{Lu}\p{L}+$|^\p{Lu}\p{Ll}*[\u00C0-\u024F]\p{Ll}*$/u.test(phrase) ||
    (new RegExp(`[\\p{Ll},] ${escaped(phrase)}\\b`, 'u').test(all) &&
      !new RegExp(`\\b${escaped(phrase.toLowerCase())}\\b`).test(all));
  return (
    (before !== '' ||
      isOnlyName() ||
      (isRecommending && !new RegExp(`\\b${escaped(phrase.toLowerCase())}\\b`).test(all))) &&
    /^\p{Lu}[\p{L}-]{2,}$/u.test(phrase) &&
    !/day$|^(?:Act|Code|Convention|Covenant|Protocol|Constitution|Law|Bill|Treaty|Directive|Regulation|Report|Agreement|Charter|Decree|Resolution|Strategy|Plan|Programme|Statute|Register|This|That|There|These|Those|What|Such|Any|One|Each|All|Article|People|Both|They|English)$/.test(
      phrase,
    )
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
    (/^(?:The\s|the\s)?\p{Lu}{3,}$/u.test(who) ||
      /^(?:Interlocutors|Officials|Diplomats|Supporters|Defenders|Advocates|Commanders|Ministers|Soldiers|Residents|Analysts|Observers|Lobbyists|Some|Many|Several|Others|Most|Few|A few|Critics|Opponents)\b/.test(
        who,
      )) &&
    !/\b(?:of us|we)\b/.test(who)
  );
}

/** What may stand before "X should": nothing, an aside, the issuer's view; not a law, a condition or somebody else's view. */
export function isOpen(before: string, setting: Setting): boolean {
  if (BY_LAW.test(before) || HEARD.test(before)) return false;
  if (setting.form !== 'press' && isOfOthers(before)) return false;
  if (forms.lawSays.test(before) && setting.form !== 'press') return false;
  if (/;\s(?:and\s)?that\s*$/.test(before) && forms.lawSays.test(before.replaceAll(';', ','))) return false;
  if (/\b(?:if|whether|why|how|when|unless|because|where|which|who|than|as)\s*$/i.test(before)) return false;
  // "What States, companies and donors should do".
  if (/\b(?:what|how|why)\s(?:[\p{L}-]+,?\s){0,4}(?:and\s)?$/iu.test(before)) return false;
  if (RULE_SAYS.test(before)) return false;
  if (setting.form === 'press' && forms.said.test(before)) return true;
  if (/\band that\s*$/.test(before)) return !RECALLED.test(before);
  if (/\bthat,?\s*$|\b(?:believes?|considers?|thinks?),?\s*$/i.test(before))
    return forms.advice.test(before) || /^(?:We|I)\b/.test(before) || /\bbelieve\s*(?:that)?\s*$/.test(before);
  return !/\b(?:said|told|says|claims?|argued)\s*$/.test(before);
}
