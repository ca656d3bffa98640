import { ADVERB } from './asking-verbs.js';
import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import type { Setting } from './setting.js';

const ISSUER = new RegExp(`\\b(?:${anyOf(grammar.issuers)})\\b`, 'i');
/** How it is asked, at the end of what stands before a verb. */
export const ADVERBS = new RegExp(`(?:,?\\s*\\b${ADVERB},?)+\\s*$`, 'i');
const BREAK = /(?:,\s+(?:(?:and|but|while)\s+)?|;\s+|:\s+|\s[–—]\s|^["']?|\s(?:and|but|while|so|therefore)\s+)(?=\S)/g;

/** The last phrase before a verb, from the comma or conjunction before it: who does what the verb says. */
export function subjectBefore(words: string): { phrase: string; start: number } {
  const cut = words.replace(ADVERBS, '');
  const trimmed = cut.trimEnd();
  let start = 0;
  for (const match of matchesIn(trimmed, BREAK)) {
    const at = match.index + match[0].length;
    if (at < trimmed.length) start = at;
  }
  return { phrase: trimmed.slice(start), start };
}

const COUNTED =
  /\s(?:\d[\d,.]*|several|many|some|all|no|few|such|these|those|of|any|other|more|than|its|their|repeated|formal|written|such)$/;

/** "Accordingly we". */
const LEADING = new RegExp(`^(?:(?:${anyOf(grammar.adverbs)}),?\\s)+(?=we\\b|I\\b|the\\b)`, 'i');
/** "The organisations that sign below". */
const SIGNING = /\s(?:that|which|who)\s(?:have\s)?(?:sign|issue|support|endorse|make up|form)\p{Ll}*\b.{0,60}$/u;

/** "Such requests": a noun, however the verb looks. */
const DETERMINER =
  /^(?:such|these|those|any|all|no|some|many|its|their|his|her|our|your|the|this|that|several|other|more|most|both|previous|earlier|further|repeated|similar|new|formal|written)$/i;

/** Whether the issuer of the document is who asks: "we", "the Committee", "she", an organization by its name. */
export function isIssuer(said: string, before: string, setting: Setting): boolean {
  const phrase = said.replace(SIGNING, '').replace(LEADING, '');
  if (/\b(?:that|which|who|if|when|where|because|whether|not|neither|nor)$/i.test(before.trim())) return false;
  if (
    /^(?:we|i)$/i.test(phrase) ||
    /^We\b[^,]{0,70}(?:organi[sz]ations|signatories|undersigned|members|groups|NGOs)$/i.test(phrase)
  )
    return true;
  if (/^we\b/i.test(phrase) || DETERMINER.test(phrase) || /^(?:nothing|nobody|no one|none|neither|no)\b/i.test(phrase))
    return false;
  if (/^(?:it|she|he|they)$/i.test(phrase)) return setting.form !== 'press';
  // "The Commission deleted 41 requests": a noun, however the verb looks.
  if (COUNTED.test(phrase)) return false;
  if (/\b(?:which|that|who|whose|to)\b/.test(phrase.replace(/\bright to\b/g, '')) || phrase.split(' ').length > 16)
    return false;
  const mention = setting.names.mentionsIn(phrase)[0];
  if (mention?.kind === 'state' && mention.start <= 4 && !ISSUER.test(phrase)) return false;
  if (setting.form === 'ilo' && !/\b(?:committee|commission|conference|body)\b/i.test(phrase)) return false;
  if (isByItsLetters(phrase, setting)) return true;
  if (setting.form !== 'press' && setting.voices.has(phrase.replace(/^the\s/i, ''))) return true;
  if (/^(?:the|this|our|these)\s/i.test(phrase))
    return ISSUER.test(phrase.split(/\s(?:of|on|for|against|from|to)\s/)[0] ?? '');
  return (
    /^\p{Lu}/u.test(phrase) &&
    !/(?<!\p{L})\p{Ll}{2,}(?:ed|es)\b\s|^\p{Lu}\p{Ll}+s\s(?:the|its?|that|with|on|to|of|an?)\b/u.test(phrase) &&
    !(mention?.kind === 'state' && mention.start <= 4)
  );
}

/** "The CPT recommends", in a report of the Committee for the Prevention of Torture: its letters stand in the title. */
function isByItsLetters(phrase: string, { form, title }: Setting): boolean {
  const letters = /^the (\p{Lu}{3,8})$/iu.exec(phrase)?.[1];
  if (letters === undefined || !/^\p{Lu}+$/u.test(letters) || form === 'press') return false;
  const initials = (title.match(/\b\p{Lu}/gu) ?? []).join('');
  return initials.includes(letters) || new RegExp(`\\b${letters}\\b`).test(title);
}
