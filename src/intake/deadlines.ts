/** Days by which something is asked for, read from its words. */
import { comingDay, dateAt } from './dates.js';
import { matchesIn } from './matches.js';
import { endOfYear, type Found, periods } from './periods.js';

/** Words that make a date the last day for something. */
const BY =
  /\b(?:before (?:it|they|he|she|the [a-z]+(?: [a-z]+)?|[A-Z][a-z]+) (?:rises?|adjourns?|meets?|ends?|closes?|opens?|begins?|starts?|expires?|convenes?|goes|votes?|sits?|breaks? up|reconvenes?|returns?|leaves?) (?:again |for recess |for the summer )?on|by|before|no(?:t)? later than|until no later than|at the latest by|on or before|not after|prior to|ahead of|in advance of|at the latest on|deadline of|due (?:on|by|in)|within the deadline of|latest by|\bnot\b[^.;]{0,60}?\bafter)\s+(?:the\s+deadline\s+of\s+|no later than\s+)?/gi;
/** "Before the feast of 20 March": the day stands behind what is on it. */
const BEFORE_WHAT =
  /\b(?:by|before|prior to|ahead of|in advance of|in (?:good )?time for|no later than)\s+(?:(?:the|its|their|this|your|our|his|her|next)\s+(?:[\p{L}'-]+[\s-]){0,4}?(?:feast|anniversary|session|sessions|meeting|summit|elections?|vote|hearing|dialogue|round|talks|visit|conference|deadline|review|referendum|trial|plenary|part-session|assembly|holiday|congress|polls?|council|day|fair|games|tournament|match|race|gathering|event|forum|tranche)\s+(?:of|on|in|scheduled\s+for|planned\s+for|set\s+for|due\s+on|due\s+in|to\s+be\s+held\s+on|to\s+be\s+held\s+in)\s+|(?:the\s+)?(?:[\p{L}'-]+\s){1,4}?(?:take|takes|enters?|comes?|go|goes)\s(?:effect|into force|into effect)\son\s+|(?:the\s)?(?:\p{Lu}[\p{L}'-]+\s){0,3}\p{Lu}[\p{L}'-]+,\s(?=\d{1,2}\s\p{Lu}))/giu;
/** "Give Chad until 1 June to answer". */
const GIVEN_UNTIL = /\b(?:give|giving|grant|granting|allow|allowing)\s[^,;.:]{2,70}?\suntil\s/gi;
/** "Submit its next report in November 2021": of what is handed in, the month is the day by which it is asked for. */
const DELIVERED =
  /\b(?:submit|present|deliver|provide)\b[^.;:]{0,90}?\b(?:report|reports|update|information|plan|replies|reply)\b[^.;:]{0,40}?\bin\s+(?=\p{Lu}\p{Ll}+\s\d{4}\b)/gu;

/** "Is requested to report in 2027", "to reply in full to the present comments in 2026". */
const IN_A_YEAR =
  /\b(?:asked|requested|invited|called upon|asks|requests|invites)\s(?:[^.;:]{0,90}\s)?(?:to\s|and\s(?:to\s)?)(?:report|reply|respond)\b[^.;:]{0,80}?\bin\s(?=20\d\d\b[\s.\])]*$)/g;

/** The first day by which a text asks for something, `YYYY-MM-DD`. Periods run from the date of the document. */
export function dueOf(words: string, documentDate: string | null): string | null {
  const found = [
    ...periods(words, documentDate),
    ...endOfYear(words, documentDate),
    ...dates(words, documentDate),
  ].sort((a, b) => a.at - b.at);
  // A day of a year before the document's tells of the past.
  const isNotPast = ({ due }: Found) => documentDate === null || due.slice(0, 4) >= documentDate.slice(0, 4);
  return (found.find(isNotPast) ?? [...beforeEvents(words, documentDate)].find(isNotPast))?.due ?? null;
}

function* beforeEvents(words: string, documentDate: string | null): Generator<Found> {
  for (const match of matchesIn(words, BEFORE_WHAT)) {
    // "Of 26 and 27 March": the first of its days.
    const rest = words
      .slice(match.index + match[0].length)
      .replace(/^(\d{1,2})\s(?:and|to|or|[–-])\s\d{1,2}(?=\s\p{Lu})/u, '$1');
    const due = dateAt(rest) ?? comingDay(rest, documentDate);
    if (due) yield { at: match.index, due };
  }
}

function* dates(words: string, documentDate: string | null): Generator<Found> {
  for (const match of [
    ...matchesIn(words, BY),
    ...matchesIn(words, DELIVERED),
    ...matchesIn(words, IN_A_YEAR),
    ...matchesIn(words, GIVEN_UNTIL),
  ]) {
    const rest = words.slice(match.index + match[0].length);
    const due = dateAt(rest) ?? comingDay(rest, documentDate);
    const isAhead = documentDate !== null && due !== null && due > documentDate && /^by/i.test(match[0]);
    if (due && !isPast(words, match.index, isAhead) && !isTold(words, match.index)) yield { at: match.index, due };
  }
}

/** "Goal 8.7, which calls for an end by 2030": what a clause tells of something is not asked here. */
function isTold(words: string, at: number): boolean {
  if (UNLESS.test(words.slice(0, at))) return true;
  if (/^due/i.test(words.slice(at)) && /,\swhich\s(?:is|are)\s$/.test(words.slice(0, at))) return true;
  return /,\s(?:which|whose)\s(?:calls?|aims?|provides?|foresees?|sets?|envisages?|requires?)\b[^;.]*$/.test(
    words.slice(0, at),
  );
}

/** "If there is no progress by 1 May": a day on which something else hangs. */
const UNLESS =
  /\b(?:if|unless|should\sthere\sbe|in case)\s(?:(?!,\s)[^;.:]){0,80}\b(?:no|not|fails?|without|nothing|little)\b[^,;.:]{0,60}$/iu;

/** "Cases lodged before", and not "to be lodged before". */
const DONE_BEFORE =
  /(?<!\b(?:be|been|being|get|have|has|is|are)\s(?:\p{Ll}+ly\s)?)\b\p{Ll}+s\s(?!concerned|involved|interested|affected)\p{Ll}+ed\s+$/u;

/** "Killed before 2019", "signed by 12 May": what was done, not what is asked. */
function isPast(words: string, at: number, isAhead: boolean): boolean {
  if (/^(?:before|prior)/i.test(words.slice(at)) && DONE_BEFORE.test(words.slice(0, at))) return true;
  if (/\b(?:had|was|were)\s(?:not\s|only\s|already\s)?(?:been\s)?\p{Ll}+(?:ed|en|t)\s+$/u.test(words.slice(0, at)))
    return true;
  // "The steps taken by June", of a June to come.
  if (isAhead) return /\b(?:committed|expires?|valid)\s+$/.test(words.slice(0, at));
  return /\b(?:was|were|had been|been|since|committed|occurred|born|arrested|detained|convicted|expires?|expired|valid|(?<!to be )adopted|signed|enacted|issued|built|taken|displaced)\s+$/.test(
    words.slice(0, at),
  );
}

/** The day that a heading names for all that stands below it: "By the end of 2027". */
export const dueOfHeading = (bare: string, date: string | null): string | null =>
  /^(?:by|before|until|no later than|not later than)\s/i.test(bare) ? dueOf(bare, date) : null;
