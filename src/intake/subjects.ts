import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import type { Setting } from './setting.js';

const ISSUER = new RegExp(`\\b(?:${anyOf(grammar.issuers)})\\b`, 'i');
const ADVERBS = new RegExp(`(?:,?\\s*\\b(?:${anyOf(grammar.adverbs)}),?)+\\s*$`, 'i');
/** Before a "that" which opens what somebody says or thinks; else it tells which of them is meant. */
const THAT = new RegExp(
  `(?:\\b(?:${anyOf([...grammar.advice, ...grammar.advisedPast, ...grammar.lawSays, 'view', 'opinion', 'clear', 'means', 'follows', 'essential', 'important', 'necessary', 'and', 'also', 'therefore', 'however', 'further', 'agree', 'agreed', 'agrees', 'recommends', 'recommend', 'requests', 'demands', 'decides', 'asks', 'noting', 'recalling', 'recalls', 'notes', 'stressing', 'conviction', 'so', 'such'])})|^|,)\\s*$`,
  'i',
);
const TOLD = new RegExp(
  `\\b(?:${anyOf([...grammar.advisedPast, ...grammar.lawSays.filter((verb) => /ed$|^(?:found|held|told)$/.test(verb))])})\\b`,
);
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

/** Whether the issuer of the document is who asks: "we", "the Committee", "she", an organization by its name. */
export function isIssuer(said: string, before: string, setting: Setting): boolean {
  const phrase = said.replace(SIGNING, '').replace(LEADING, '');
  if (/\b(?:that|which|who|if|when|where|because|whether|not|neither|nor)$/i.test(before.trim())) return false;
  if (
    /^(?:we|i)$/i.test(phrase) ||
    /^We\b[^,]{0,70}(?:organi[sz]ations|signatories|undersigned|members|groups|NGOs)$/i.test(phrase)
  )
    return true;
  if (/^we\b/i.test(phrase)) return false;
  if (/^(?:it|she|he|they)$/i.test(phrase)) return setting.form !== 'press';
  // "The Commission deleted 41 requests": a noun, however the verb looks.
  if (COUNTED.test(phrase)) return false;
  if (/\b(?:which|that|who|whose|to)\b/.test(phrase.replace(/\bright to\b/g, '')) || phrase.split(' ').length > 16)
    return false;
  const mention = setting.names.mentionsIn(phrase)[0];
  if (mention?.kind === 'state' && mention.start <= 4 && !ISSUER.test(phrase)) return false;
  if (isByItsLetters(phrase, setting)) return true;
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

/** Who should do something: the phrase before "should", where it is the subject of a sentence of its own. */
export function subjectOfModal(
  words: string,
  isWho: (phrase: string) => boolean,
): { phrase: string; start: number; before: string } {
  const cut = words
    .replace(ADVERBS, '')
    .replace(/\s(?:can|could|may)\s(?:and|or)\s*$/, '')
    .trimEnd();
  let start = 0;
  for (const match of cut.matchAll(
    /^\([^()]{3,60}\)\s*[–—-]{1,2}\s+|^(?:(?:Also|Further|Firmly|Strongly)\s)?(?:[Bb]elieves|[Cc]onsiders|[Tt]hinks),?\s+(?!that\b|it\s)|^["']?|(?:^|[,;:])\s*(?:and|but|while|whereas)?\s*(?=\S)|\b(?:that|said|says|believes?|considers?|thinks?|adding|saying|argues|argued|insists|insisted|warned|warns|stressed|and that),?\s+|\s(?:and|but|while)\s+(?=\S)/gi,
  )) {
    const at = match.index + match[0].length;
    if (at >= cut.length) continue;
    // "In that report, the State party": it points to a report and opens nothing.
    if (
      /^that/i.test(match[0]) &&
      /\b(?:in|of|to|by|for|with|on|at|from|under|during)\s$/i.test(cut.slice(0, match.index))
    )
      continue;
    if (/that/i.test(match[0]) && tellsWhich(cut.slice(start, match.index), isWho)) continue;
    if (/^\s(?:and)/.test(match[0]) && !startsClause(cut.slice(start, match.index))) continue;
    if (/^,\s*(?:and\s*)?$/.test(match[0]) && isList(cut.slice(start), at - start)) continue;
    // "Foreign governments, the country team, and donors": several who act.
    if (/^,\s*(?:and\s*)?$/.test(match[0]) && areWho(cut.slice(start, match.index), isWho) && isWho(cut.slice(at)))
      continue;
    start = at;
  }
  // "Buyers of seaweed, prawns and oil": the commas are within who acts.
  if (
    start > 0 &&
    !isWho(cut.slice(start)) &&
    cut.split(' ').length < 16 &&
    !/[:;"]|\b(?:which|who|whose|that)\b/.test(cut) &&
    areWho(cut, isWho)
  )
    start = 0;
  // "Companies that buy seafood, wigs or software": what they buy is nobody.
  const told = /^([^,;:"]{3,60}?)\s(?:that|which|who)\s[^;:"]*$/u.exec(cut)?.[1];
  if (start > 0 && told !== undefined && !isWho(cut.slice(start)) && areWho(told, isWho) && cut.split(' ').length < 20)
    start = 0;
  start += AT_A_TIME.exec(cut.slice(start))?.[0].length ?? 0;
  return { phrase: cut.slice(start), start, before: cut.slice(0, start) };
}

/** "States that maintain embassies": the "that" tells which of them is meant. */
const tellsWhich = (words: string, isWho: (phrase: string) => boolean): boolean =>
  !TOLD.test(words) && (!THAT.test(words) || /(?:^|\s)States\s*$/.test(words)) && isWho(words);

/** What opens a sentence and names nobody. */
const NO_NAME =
  /^(?:In|As|With|For|To|At|On|After|If|When|While|Although|Given|Where|Until|Before|Noting|Recalling|Since|Under|By|Within|Following|During|Upon|Between|Through|From|Over|Every|Each|No later|Despite|However|Therefore|Finally|Moreover|Furthermore|First|Second|Third|Meanwhile|Instead|Thus|Only|Until|Once|Because|Pending|Beyond|Likewise|Similarly)\b/i;

/** "At its next meeting the Commission". */
const AT_A_TIME = /^(?:At|In|During|On|Before|After)\s(?:its|their|the)\s(?:\p{Ll}+\s){1,4}(?=the\s\p{Lu})/u;

const areWho = (words: string, isWho: (phrase: string) => boolean): boolean =>
  !startsClause(words) && !NO_NAME.test(words) && isWho(words);

/** "A should do x and B" has a verb before the "and"; "A and B" has none. */
function startsClause(before: string): boolean {
  return /\b(?:is|are|was|were|has|have|had|should|must|will|can|(?!(?:sea)?weed|need|seed|feed|breed|speed|deed|greed|bed|red|shed|hundred|sacred)\p{Ll}+ed|recommends?|urges?|\p{L}+s\s+(?:the|a|that|to))\b/u.test(
    before,
  );
}

/** A comma between names, or around an aside ("Bangladesh, for its part, should"). */
function isList(words: string, at: number): boolean {
  const before = words.slice(0, at).replace(/,\s*(?:and\s*)?$/, '');
  const after = words.slice(at);
  if (before === '' || /^\p{Lu}\p{Ll}+ing\b/u.test(before) || NO_NAME.test(before)) return false;
  return (
    !startsClause(before) &&
    (/^(?:the|its|their|all|\p{Lu})/u.test(after) ||
      /^(?:for (?:its|their) part|in particular|above all|especially|notably|particularly|led by|such as|too|as well|including|and|as (?:the|an?|host)\b)/i.test(
        after,
      )) &&
    before.split(' ').length < 12
  );
}
