// Who should do something. Pure.

import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import { ADVERBS } from './subjects.js';

/** Before a "that" which opens what somebody says or thinks; else it tells which of them is meant. */
const THAT = new RegExp(
  `(?:\\b(?:${anyOf([...grammar.advice, ...grammar.advisedPast, ...grammar.lawSays, 'view', 'opinion', 'clear', 'means', 'follows', 'essential', 'important', 'necessary', 'and', 'also', 'therefore', 'however', 'further', 'agree', 'agreed', 'agrees', 'recommends', 'recommend', 'requests', 'demands', 'decides', 'asks', 'noting', 'recalling', 'recalls', 'notes', 'stressing', 'conviction', 'so', 'such'])})|^|,)\\s*$`,
  'i',
);
const TOLD = new RegExp(
  `\\b(?:${anyOf([...grammar.advisedPast, ...grammar.lawSays.filter((verb) => /ed$|^(?:found|held|told)$/.test(verb))])})\\b|\\b[a-z]+ed\\s(?:him|her|them|us|me)\\s*$`,
);

/** What may open a clause. */
const OPENING =
  /^\([^()]{3,60}\)\s*[–—-]{1,2}\s+|^(?:(?:Also|Further|Firmly|Strongly)\s)?(?:[Bb]elieves|[Cc]onsiders|[Tt]hinks),?\s+(?!that\b|it\s)|^["']?|(?:^|[,;:])\s*(?:and|but|while|whereas)?\s*(?=\S)|\b(?:that|said|says|believes?|considers?|thinks?|adding|saying|argues|argued|insists|insisted|warned|warns|stressed|and that),?\s+|\s(?:and|but|while)\s+(?=\S)/gi;

/** Who should do something: the phrase before "should", where it is the subject of a sentence of its own. */
export function subjectOfModal(
  words: string,
  isWho: (phrase: string) => boolean,
): { phrase: string; start: number; before: string } {
  const cut = words
    .replace(ADVERBS, '')
    .replace(
      /\s(?:can|could|may|might),?\s(?:and|or)(?:,?\sin (?:my|our|its|her|his|the Committee's) (?:view|opinion)|,?\sindeed)?\s*$|,?\s(?:can|could|may|might),\sindeed\s*$/,
      '',
    )
    .trimEnd();
  let start = clauseStart(cut, isWho);
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
  start += WHAT.exec(cut.slice(start))?.[0].length ?? 0;
  start += AT_A_TIME.exec(cut.slice(start))?.[0].length ?? 0;
  return { phrase: cut.slice(start), start, before: cut.slice(0, start) };
}

/** Where the clause begins whose subject stands before the verb. */
function clauseStart(cut: string, isWho: (phrase: string) => boolean): number {
  let start = 0;
  for (const match of matchesIn(cut, OPENING)) {
    const at = match.index + match[0].length;
    if (at >= cut.length) continue;
    // "In that report, the State party": it points to a report and opens nothing.
    if (
      /^that/i.test(match[0]) &&
      /\b(?:in|of|to|by|for|with|on|at|from|under|during)\s$/i.test(cut.slice(0, match.index))
    )
      continue;
    if (
      /that/i.test(match[0]) &&
      !/^(?:it|they|he|she)\b/i.test(cut.slice(at)) &&
      tellsWhich(cut.slice(start, match.index), isWho)
    )
      continue;
    if (/^\s(?:and)/.test(match[0]) && !startsClause(cut.slice(start, match.index))) continue;
    if (/^,\s*(?:and\s*)?$/.test(match[0]) && isList(cut.slice(start), at - start)) continue;
    // "Foreign governments, the country team, and donors": several who act.
    if (/^,\s*(?:and\s*)?$/.test(match[0]) && areWho(cut.slice(start, match.index), isWho) && isWho(cut.slice(at)))
      continue;
    start = at;
  }
  return start;
}

/** "States that maintain embassies": the "that" tells which of them is meant. */
const tellsWhich = (words: string, isWho: (phrase: string) => boolean): boolean =>
  !TOLD.test(words) && (!THAT.test(words) || /(?:^|\s)States\s*$/.test(words)) && isWho(words);

/** What opens a sentence and names nobody. */
const NO_NAME =
  /^(?:In|As|With|For|To|At|On|After|If|When|While|Although|Given|Where|Until|Before|Noting|Recalling|Since|Under|By|Within|Following|During|Upon|Between|Through|From|Over|Every|Each|No later|Despite|However|Therefore|Finally|Moreover|Furthermore|First|Second|Third|Meanwhile|Instead|Thus|Only|Until|Once|Because|Pending|Beyond|Likewise|Similarly|Including|Such as|Especially|Notably)\b|^\p{L}{3,}ly(?:,|$)/iu;

/** "And what States should do". */
const WHAT = /^(?:and\s)?(?:what|how|why|where|whether)\s(?=\p{L})/iu;
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

const AMONG = /^(?:in particular|above all|especially|notably|particularly|such as|among them|namely|including)\b/i;

/** A comma between names, or around an aside ("Bangladesh, for its part, should"). */
function isList(words: string, at: number): boolean {
  const before = words.slice(0, at).replace(/,\s*(?:and\s*)?$/, '');
  const after = words.slice(at);
  if (before === '' || /^\p{Lu}\p{Ll}+ing\b/u.test(before) || NO_NAME.test(before)) return false;
  // "States that import gold, in particular Canada": the "that" tells which.
  const who = AMONG.test(after) ? before.replace(/(?<=\p{Ll}s)\s(?:that|which|who)\s.*$/u, '') : before;
  return (
    !startsClause(who) &&
    (/^(?:the|its|their|all|\p{Lu})/u.test(after) ||
      /^(?:for (?:its|their) part|in particular|above all|especially|notably|particularly|led by|such as|too|as well|including|and|as (?:the|an?|host)\b)/i.test(
        after,
      )) &&
    before.split(' ').length < 12
  );
}
