// Whom the pronouns of a sentence stand for, by what the sentence itself says before. Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import type { Mention } from './gazetteer.js';
import type { Reading } from './hits.js';
import type { Setting } from './setting.js';
import { stateOfSpeaker } from './speaker-states.js';
import { isSubject } from './sentence-subjects.js';
import { OF_WHOM } from './sentence-shapes.js';
import { isActor } from './who-acts.js';

const FRONTED =
  /^(?:Of|From|To)\s(.{3,100}?),?\s(?:we|I|she|he)\s(?:also\s|therefore\s)?(?:ask|expect|demand|request|recommend)s?\b/u;

/** "With regard to Chad,", "Decides to extend the mandate of the Panel,": whom what follows is about. */
const REGARDED =
  /^(?:With (?:regard|respect) to|As regards|Regarding|Concerning|As for|Turning to|In respect of|(?:Also\s|Further\s)?Decides to (?:extend|renew|prolong)\b[^,;]{0,60}\bmandate of)\s(?:the\s)?([^,;]{3,90}?)(?:,|\s(?:for|until|as|with|under|pursuant)\s)/u;

/** "We turn to the bank as well, and ask it". */
const TURNED =
  /\b[Ww]e\s(?:also\s|now\s|therefore\s)?(?:turn|address ourselves|look|write)\sto\s(?:the\s)?([^,;]{3,70}?)(?:\s(?:as well|too|also))?,?\sand\s(?:\p{Ll}+\s)?(?:ask|urge|request|call on|invite)\s?$/u;

const TOLD =
  /\b(?:[Cc]autions|[Aa]lerts|[Rr]eminds|[Ww]arns|told|tells?|warned|warns?|reminded|reminds?|informed|advised)\s(?:the\s)?([^,;:."]{3,80}?)\sthat\s(?:it|they|he|she)\s(?:should|must|ought to|needs? to|ha(?:s|ve) to)$/u;

/** "In Lusaka, the government should". */
const IN_PLACE =
  /^(?:And\s|But\s)?In\s((?:the\s)?\p{Lu}[\p{L}' -]{2,30}?),\s(?:too,\s)?the\s(?:\p{Ll}+\s){0,2}(?:government|authorities|police|ministry|parliament|army|courts?|ministers?|junta)\b/u;

/** "...; it should": who the sentence began with. */
const SAME = /[;:,]\s(?:and\s|but\s|so\s)?it\s(?:should|must|ought to|needs to|has to)$/;
/** "The Government of Chad, for one, can look away no more; it ought": an organ that the sentence begins with. */
const SUBJECT =
  /^(?:[^,;:]{3,30},\s)?(?:the\s)?(?:government|authorities|parliament|ministry|army|police)\sof\s(?:the\s)?$/i;

/** What was said before in the sentence itself: "calls upon Haiti to ..., and further calls upon it to". */
export function recentAt(
  before: string,
  sentenceAfter: string,
  asks: readonly { addressees: string[] }[],
  { setting, recent }: Reading,
): Recent {
  const mentions = setting.names.mentionsIn(before);
  const states = mentions.filter(({ kind }) => kind === 'state').map(({ name }) => name);
  const speaker = setting.form === 'press' ? stateOfSpeaker(before, setting) : undefined;
  const said = { before, sentenceAfter, mentions, isFirst: asks.length === 0, setting, recent };
  const asked = phrasedIn(said) ?? namedIn(said) ?? asks.at(-1)?.addressees ?? topicIn(said) ?? recent.asked;
  const there = setting.names.mentionsIn(IN_PLACE.exec(before)?.[1] ?? '')[0];
  const under = there?.kind === 'state' && setting.form !== 'press' ? there.name : recent.under;
  return {
    asked,
    groups: recent.groups ?? [],
    bodies: recent.bodies ?? [],
    under,
    states: [...recent.states, ...states],
    speaker,
  };
}

interface Said {
  before: string;
  sentenceAfter: string;
  mentions: Mention[];
  /** Whether nothing was asked in the sentence yet. */
  isFirst: boolean;
  setting: Setting;
  recent: Recent;
}

/** Who is meant because two, one or the last were named in a way that says so. */
function namedIn({ before, sentenceAfter, mentions, isFirst, setting }: Said): string[] | undefined {
  const [first] = mentions;
  // "Authorizes MONUSCO to assist, and requests it".
  const [whom] = mentions.filter(({ kind }) => kind === 'body');
  const isVerbFirst = setting.form === 'resolution' && /^\p{Lu}\p{Ll}+s\s/u.test(before);
  if (isFirst && isVerbFirst && whom !== undefined && whom.start < 60 && /^\s*it\b/.test(sentenceAfter))
    return [whom.name];
  // "India has blacklisted agents; it should".
  if (first && SAME.test(before) && (isSubject(before, first) || SUBJECT.test(before.slice(0, first.start))))
    return [first.name];
  // "Regional organizations, including the European Union, and asks the latter".
  const last = mentions.at(-1);
  return last && /\bthe latter\s*$/.test(before + sentenceAfter) ? [last.name] : undefined;
}

/** Who is meant because a phrase before says it: "Qatar and Oman; thanks both", "As regards Chad,", "warned Ankara that it must". */
function phrasedIn({ before, sentenceAfter, mentions, isFirst, setting, recent }: Said): string[] | undefined {
  const pair = mentions.flatMap((one, at) => {
    const next = mentions[at + 1];
    return next && /^,?\sand\s(?:the\s)?$/.test(before.slice(one.end, next.start)) ? [[one.name, next.name]] : [];
  });
  if (isFirst && pair.length > 0 && /\bboth\b/.test(before + sentenceAfter)) return pair.at(-1);
  const party = [
    isFirst ? REGARDED.exec(before)?.[1] : undefined,
    FRONTED.exec(before)?.[1],
    TURNED.exec(before)?.[1],
    TOLD.exec(before)?.[1],
  ].find((words) => words !== undefined && isActor(words, setting));
  return party === undefined ? undefined : actorsOf(party, setting, recent).map(({ name }) => name);
}

/** "With regard to Chad, she recommends that it", "Reminds Chad of its duty, and demands that it". */
const topicIn = ({ before, mentions: [first] }: Said): string[] | undefined =>
  first && OF_WHOM.test(before.slice(0, first.start)) ? [first.name] : OF_A_NAME.exec(before)?.slice(1, 2);

/** "Reminds Glencore of its duties". */
const OF_A_NAME =
  /^(?:With regard to|As regards|Regarding|Concerning|As for|Turning to|In respect of|With respect to|Reminds|Commends|Recalls to)\s(?:the\s)?(\p{Lu}[\p{L}\d&'-]+(?:\s\p{Lu}[\p{L}\d&'-]+){0,3})(?=,|\s(?:of|that|for|on)\s)/u;
