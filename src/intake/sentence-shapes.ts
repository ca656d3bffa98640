// Shapes of sentences and phrases by which an ask is told from what only looks like one. Pure.

import { anyOf, grammar } from './grammar.js';

/** "The company should know better, one trader joked": outside of stories nobody who counts. */
export const CHAT =
  /,["'”]?\s(?:one|an?|another|some)\s(?:\p{Ll}[\p{L}-]*\s){1,4}(?:said|joked|told us|explained|recalled|added|complained)\.?$|^["“].*[,.!?]["”]\s(?:\p{L}[\p{L}'-]*\s){1,5}(?:said|says|told us|recalled|added|explained)\b/u;
/** "That teachers be trained": whoever it is done to is not who is asked. */
export const DONE =
  /^\s*(?:also\s+|not\s+|then\s+|first\s+)?be\s+(?!required|requested|encouraged|invited|prepared|committed|asked|urged)(?:\p{L}+ly\s+)?(?:\p{L}+ed|given|made|taken|brought|put|held|built|drawn|written|sent|kept|shown|set|paid|let|seen|told|heard)\b/u;
/** "Called for the release of", "wants a doctor admitted": what is demanded, though nobody is named. */
export const DEMANDED = new RegExp(
  `^\\s*(?:an?|the|their|his|her|its|all|urgent|immediate|(?:\\p{Lu}[\\p{L}.-]*\\s){0,4}\\p{Lu}[\\p{L}-]*['’]s?)\\s(?:[\\p{Ll}-]+,?\\s(?:and\\s)?){0,5}(?:${anyOf(grammar.demandNouns)})\\b`,
  'u',
);

const WANTED_DONE = '(?:\\p{L}+ed|freed|held|shut|built|brought|put|made|given|taken|paid|sent|kept|let|told|heard)';
/** "Wants a doctor admitted to the prison". */
export const WANTED = new RegExp(
  `^\\s*(?:an?|the|their|his|her|its|all)\\s(?:[\\p{L}'-]+\\s){1,6}${WANTED_DONE}\\b`,
  'u',
);

/** "Voter lists should be displayed": among recommendations this is one, though nobody is named. */
export const TO_BE_DONE =
  /^(?!(?:It|This|That|There|He|She|They|We|I)\b)[\p{Lu}"'](?:[^.;:]|(?<=\bNo)\.(?=\s\d)){2,160}?\b(?:should|must|shall|ought to|needs? to|ha(?:s|ve) to)\s+(?:\p{Ll}+\s+){0,2}be\s+(?:\p{Ll}+ly\s+)?(?!noted|recalled|stressed|emphasi[sz]ed|commended|congratulated|welcomed|understood|read\b|seen|remembered|borne|mentioned|added|said|clear|regarded|considered|applauded|thanked|deplored|able|possible|proud|aware|free\b|born|known)\p{Ll}+/u;

/** In a story what ends without a stop is the headline of another. */
export const isTeaser = (words: string, isLead: boolean): boolean =>
  !isLead && /[\p{L}\d'"]$/u.test(words) && !/[.!?:…]["']?$/.test(words);

/** "The Houthis": a name that nothing else tells. */
export const NAME = /^(?:the\s)?\p{Lu}[\p{L}\d'-]{2,}$/u;

/** "Apple and Samsung, which employ many,". */
export const NAMES =
  /^\p{Lu}[\p{L}'&-]+(?:\s\p{Lu}[\p{L}'&-]+){0,2}(?:,\s\p{Lu}[\p{L}'&-]+(?:\s\p{Lu}[\p{L}'&-]+){0,2})*\sand\s\p{Lu}[\p{L}'&-]+(?:\s\p{Lu}[\p{L}'&-]+){0,2}(?:,\s(?:which|who)\b.*)?$/u;

/** What stands before the one whom a sentence is about. */
export const OF_WHOM =
  /^(?:To|With regard to|As regards|Regarding|Concerning|As for|Turning to|In respect of|With respect to|Reminds|Commends|Recalls to)\s(?:the\s)?(?:(?:Government|authorities)\sof\s(?:the\s)?)?$/i;

/** 'One said: "The machine decides. They should ..."': the quote is still open. */
export const isInOthersQuote = (before: string): boolean =>
  (before.match(/"/g)?.length ?? 0) % 2 === 1 &&
  /\b(?:said|told|says|wrote|recalled|explained|added|asked|replied)\b[^"]{0,60}[:,]\s"[^"]*$/.test(before);

/** "In March 2023 the Committee made the following recommendations:" leads in what was asked then. */
export const MADE_BEFORE =
  /\b(?:made|issued|adopted|formulated|addressed|gave)\s(?:the\s)?(?:following\s)(?:\p{Ll}+\s)?(?:recommendations|requests|conclusions|comments)\b[^.]*:$/u;
