// Of whom a sentence speaks in which nobody is asked: whoever "it" and "they" are in the next. Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { describedBody, peopleOf } from './described.js';
import type { Mention } from './gazetteer.js';
import { listedIn } from './listed-names.js';
import { isSubject } from './sentence-subjects.js';
import type { Setting } from './setting.js';
import { isIssuer } from './subjects.js';
import { areActors, isActor } from './who-acts.js';

/** "Kiribati thanks Uruguay": a state that speaks here is not spoken to. */
const speaksItself = (words: string, { end }: Mention): boolean =>
  /^\s(?:\p{Ll}+ly\s|also\s)?(?:thanks|welcomes|commends|congratulates|notes|recommends|appreciates|acknowledges|asks|urges|calls|supports|remains|wishes|would)\b/u.test(
    words.slice(end),
  );

/** Journalists and letters quote what others thank and ask for; elsewhere whoever says so is the author. */
const isVoice = (words: string, mention: Mention, { form }: Setting): boolean =>
  mention.kind === 'state' && form !== 'press' && form !== 'letter' && speaksItself(words, mention);

/** "Lenders need to pay", "member states have votes": who the next sentence means by "they". */
const NEEDING =
  /^["']?(.{3,70}?)(?:\s(?:that|which|who)\s[^,.]{3,60}?)?\s(?:(?:needs?|ha(?:s|ve))\s+to|have|hold|own|buy|sell|control|finance|notify)\s/u;

/** "The world body cannot look away." */
const DESCRIBED =
  /^["']?(the\s[^,.;:"]{3,40}?)\s(?:has|have|is|was|had|can|cannot|could|may|will|train|pay|know|hold|own|\p{Ll}+[es]d?)\b/iu;

/** "Chad and Mali share a border." */
const PAIR =
  /^(?:(?:Since|In|On|By|Until|After)\s\S+,?\s(?:\d{4},?\s)?)?((?:the\s)?\p{Lu}[^,.]{3,60}?\sand\s(?:the\s)?\p{Lu}[^,.]{3,60}?)(?:,\s(?:too|also),)?\s(?:have|are|were|did|had|do|continue|share|bear|hold|face|host|receive|remain|need|know|(?!of\b|for\b|in\b|on\b|at\b|to\b|with\b|and\b|from\b|should\b|must\b|ought\b)\p{Ll}{3,}(?<!s|ing))\b/iu;
const SINCE = /^(?:Since|In|On|By|Until|After)\s\S+\s(?:\d{4},?\s)?(?=the\s|\p{Lu})/u;

const NAMES_ALONE = /^(?:the\s)?\p{Lu}[^,.;:]{2,40}(?:,[^,.;:]{3,40}){0,3}\.$/iu;

const NAMED_ONE = "(?:the\\s)?\\p{Lu}[\\p{L}\\d&'-]*(?:\\s\\p{Lu}[\\p{L}\\d&'-]*){0,3}";
/** "Eni, DEPA and Snam are bound by the Directive": several names before a plural verb. */
const SEVERAL = new RegExp(
  `^((?:${NAMED_ONE},\\s)+${NAMED_ONE},?\\sand\\s${NAMED_ONE})\\s(?:are|have|were|had|do|did|can|could|may|will|hold|own|buy|sell|know|share|sit|keep|take|make)\\b`,
  'u',
);
/** How much of a text may name who writes it. */
const HEAD = 400;

/** Whom the next sentence means by "it", "they" and "both", if this one says it. */
export function spokenOf(words: string, setting: Setting, recent: Recent): string[] | undefined {
  // "(4) China and Russia. Both should": names alone are what the next sentence is about.
  if (NAMES_ALONE.test(words.trim()) && areActors(words.trim(), setting))
    return actorsOf(words.trim(), setting, recent).map(({ name }) => name);
  const listed = listedIn(words, setting.names);
  if (listed !== undefined) return listed;
  const needing = NEEDING.exec(words)?.[1]?.replace(SINCE, '');
  if (needing !== undefined && !/\b(?:who|which|that)$/.test(needing) && isActor(needing, setting))
    return actorsOf(needing, setting, recent).map(({ name }) => name);
  const several = SEVERAL.exec(words)?.[1];
  if (several !== undefined) return actorsOf(several, setting, recent).map(({ name }) => name);
  const described = describedIn(words, setting);
  if (described !== undefined) return [described];
  const [first] = setting.names.mentionsIn(words);
  // "The Fund has a seat there. It should ...".
  if (first && isTopic(words, first, setting)) return [first.name];
  if (first && isVoice(words, first, setting)) return undefined;
  const pair = PAIR.exec(words)?.[1];
  const two = pair === undefined ? [] : actorsOf(pair.replace(SINCE, ''), setting, recent);
  return two.length === 2
    ? two.map(({ name }) => name)
    : (askedAbout(words, setting, recent) ?? subjectIn(words, setting, recent));
}

/** "And the diaspora?", "Can the African Union help?", "Has the Office followed up?": of whom a question speaks. */
const QUESTION =
  /^["']?(?:(?:And|But|What about|What of|How about|As for)\s([^?,;:]{3,60}?)|(?:Can|Could|Has|Have|Will|Would|Does|Do|Did|Is|Are|May|Might|Should)\s((?:the\s)?[^?,;:]{2,60}?)\s\p{Ll}+\b[^?;:]*)\?$/u;

function askedAbout(words: string, setting: Setting, recent: Recent): string[] | undefined {
  const found = QUESTION.exec(words.trim());
  const party = found?.[1] ?? found?.[2];
  if (party === undefined || !areActors(party, setting)) return undefined;
  const names = actorsOf(party, setting, recent).map(({ name }) => name);
  return names.length > 0 ? names : undefined;
}

/** "Churches enjoy more trust than others", "Pinemoor Holdings, of Nashville, owns the operator": who a sentence tells of. */
const FINITE =
  /^(?:has|have|is|are|was|were|can|could|may|will|would|did|does|do|enjoys?|\p{Ll}{3,}(?:s|ed)|know|hold|host|make|made|give|gave|take|took|let|left|won|led|built|paid|sold|bought|sell|buy|pay|run|ran|keep|kept|train|lend|own|control|support|supply|send|sent|say|said|trade|finance|fund|bear|deserve|need|stand|sit|speak|meet)\s/u;

function subjectIn(words: string, setting: Setting, recent: Recent): string[] | undefined {
  if (setting.form === 'ilo' || setting.form === 'upr') return undefined;
  const said = words
    .replace(/^["']?(?:And|But|So|Yet|Still)\s/, '')
    .replace(/,\s(?:of|in|from|a|an|the|which|who|whose)\s[^,;:]{2,80},(?=\s)/, '');
  for (const { index } of [...said.matchAll(/\s(?=\S)/g)].slice(0, 6)) {
    const phrase = said.slice(0, index);
    if (/[,;:]/.test(phrase)) return undefined;
    if (!FINITE.test(said.slice(index + 1))) continue;
    if (
      /^(?:we|i|he|she|it|they|you|this|that|these|those|there|no|nobody|some|many|most|several|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty)\b/iu.test(
        phrase,
      )
    )
      return undefined;
    if (!areActors(phrase, setting)) return undefined;
    const actors = actorsOf(phrase, setting, recent);
    // "Churches enjoy": a plural without a name speaks for no document.
    const isPlural = /s$/.test(phrase) && actors.every(({ isGroup }) => isGroup);
    const isOther =
      /^\p{Lu}[\p{L}&'-]+(?:\s\p{Lu}[\p{L}&'-]+)+$/u.test(phrase) && !setting.all.slice(0, HEAD).includes(phrase);
    if (!isPlural && !isOther && isIssuer(phrase, '', { ...setting, form: 'other' })) return undefined;
    return actors.length > 0 ? actors.map(({ name }) => name) : undefined;
  }
  return undefined;
}

function isTopic(words: string, first: Mention, setting: Setting): boolean {
  const isKind =
    first.kind === 'body' ? first.how === 'name' : first.kind === 'state' && !isVoice(words, first, setting);
  return isKind && first.how !== 'demonym' && isSubject(words, first);
}

function describedIn(words: string, setting: Setting): string | undefined {
  const described = DESCRIBED.exec(words)?.[1];
  if (described === undefined) return undefined;
  return (
    describedBody(described, setting) ??
    peopleOf(described, setting) ??
    (/^the (?:Commission|Council|Union)$/i.test(described) ? setting.short[described.slice(4)] : undefined)
  );
}

/** The states that stand side by side, as "Chad and Mali" do; one that stands alone is a group of one. */
export function namedTogether(words: string, mentions: readonly Mention[]): string[][] {
  const groups: string[][] = [];
  let end = -1;
  for (const mention of mentions.filter(({ kind }) => kind === 'state')) {
    const last = groups.at(-1);
    if (last && end >= 0 && /^(?:,\s?|,?\s(?:and|or)\s)(?:the\s)?$/.test(words.slice(end, mention.start)))
      last.push(mention.name);
    else groups.push([mention.name]);
    end = mention.end;
  }
  return groups.map((names) => [...new Set(names)]);
}

/** The groups that were named, with those of one more sentence, unless it only names the same again. */
export function withGroups(groups: string[][], told: string[][]): string[][] {
  const isSame = told.length > 0 && told.every((names, at) => names.join() === groups.at(at - told.length)?.join());
  return isSame ? groups : [...groups, ...told].slice(-8);
}
