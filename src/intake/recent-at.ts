// Whom the pronouns of a sentence stand for, by what the sentence itself says before. Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { grammar } from './grammar.js';
import type { Reading } from './hits.js';
import type { Setting } from './setting.js';
import { isSubject } from './sentence-subjects.js';
import { OF_WHOM } from './sentence-shapes.js';
import { isActor } from './who-acts.js';

/** "British lawmakers said", "the House of Commons committee said": whose government they speak of. */
const LAWMAKER =
  /\b(?:MPs?|lawmakers?|legislators?|senators?|parliamentarians?|opposition|Senate|Congress|deput(?:y|ies)|committee|ombuds\p{L}+|[Pp]arty|peers?|Reps?\.|Sens?\.|floor leader|whip)\b/u;

/** The state in whose capital a story begins. */
function placeOf(all: string, names: Setting['names']): string | undefined {
  for (const match of all.slice(0, 1500).matchAll(/\bin\s(?=\p{Lu})/gu)) {
    const [there] = names.mentionsIn(all.slice(match.index + 3, match.index + 30));
    if (there?.kind === 'state' && there.how === 'capital' && there.start === 0) return there.name;
  }
  return undefined;
}

function stateOfSpeaker(before: string, { names, all }: Setting): string | undefined {
  const said =
    /^(.*?)\b(?:said|says|told|argued|argues|warned|warns|urged|urges|called|calls|asked|asks|wants?|demanded|wrote)\b/u.exec(
      before,
    )?.[1];
  if (said === undefined || !LAWMAKER.test(said)) return undefined;
  const [at] = names.mentionsIn(/^In\s(\p{Lu}[^,]{2,30}),/u.exec(said)?.[1] ?? '');
  if (at?.kind === 'state') return at.name;
  const house = Object.entries({ ...grammar.houses, ...grammar.houseSigns }).find(([sign]) =>
    new RegExp(`\\b${sign}`).test(said),
  );
  return house?.[1] ?? names.mentionsIn(said).find(({ kind }) => kind === 'state')?.name ?? placeOf(all, names);
}

const FRONTED =
  /^(?:Of|From|To)\s(.{3,100}?),?\s(?:we|I|she|he)\s(?:also\s|therefore\s)?(?:ask|expect|demand|request|recommend)s?\b/u;

/** "With regard to Chad,", "Decides to extend the mandate of the Panel,": whom what follows is about. */
const REGARDED =
  /^(?:With (?:regard|respect) to|As regards|Regarding|Concerning|As for|Turning to|In respect of|(?:Also\s|Further\s)?Decides to (?:extend|renew|prolong)\b[^,;]{0,60}\bmandate of)\s(?:the\s)?([^,;]{3,90}?)(?:,|\s(?:for|until|as|with|under|pursuant)\s)/u;

const TOLD =
  /\b(?:told|tells?|warned|warns?|reminded|reminds?|informed|advised)\s(?:the\s)?([^,;:."]{3,80}?)\sthat\s(?:it|they|he|she)\s(?:should|must|ought to|needs? to|ha(?:s|ve) to)$/u;

/** "...; it should": who the sentence began with. */
const SAME = /[;:,]\s(?:and\s|but\s|so\s)?it\s(?:should|must|ought to|needs to|has to)$/;

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
  const known = { groups: recent.groups ?? [], under: recent.under, states: [...recent.states, ...states], speaker };
  // "With regard to Chad, she recommends that it", "Reminds Chad of its duty, and demands that it".
  const [first] = mentions;
  const pair = mentions.flatMap((one, at) => {
    const next = mentions[at + 1];
    return next && /^,?\sand\s(?:the\s)?$/.test(before.slice(one.end, next.start)) ? [[one.name, next.name]] : [];
  });
  // "Mediation by Qatar and the Holy See; thanks both, and asks them".
  if (asks.length === 0 && pair.length > 0 && /\bboth\b/.test(before + sentenceAfter))
    return { asked: pair.at(-1) ?? [], ...known };
  // "As regards the member States of the Union, the Assembly urges them".
  const regarded = REGARDED.exec(before)?.[1];
  if (asks.length === 0 && regarded !== undefined && isActor(regarded, setting))
    return { asked: actorsOf(regarded, setting, recent).map(({ name }) => name), ...known };
  // "Authorizes MONUSCO to assist, and requests it".
  const [whom] = mentions.filter(({ kind }) => kind === 'body');
  if (
    asks.length === 0 &&
    setting.form === 'resolution' &&
    whom !== undefined &&
    whom.start < 60 &&
    /^\p{Lu}\p{Ll}+s\s/u.test(before) &&
    /^\s*it\b/.test(sentenceAfter)
  )
    return { asked: [whom.name], ...known };
  // "Of Australia, Canada and Germany we ask that they".
  const fronted = FRONTED.exec(before)?.[1];
  if (fronted !== undefined && isActor(fronted, setting))
    return { asked: actorsOf(fronted, setting, recent).map(({ name }) => name), ...known };
  // "India has blacklisted agents; it should".
  if (first && SAME.test(before) && isSubject(before, first)) return { asked: [first.name], ...known };
  // "Warned Ankara that it must": whoever is told.
  const told = TOLD.exec(before)?.[1];
  if (told !== undefined && isActor(told, setting))
    return { asked: actorsOf(told, setting, recent).map(({ name }) => name), ...known };
  // "Regional organizations, including the European Union, and asks the latter".
  const last = mentions.at(-1);
  if (last && /\bthe latter\s*$/.test(before + sentenceAfter)) return { asked: [last.name], ...known };
  const topic = first && OF_WHOM.test(before.slice(0, first.start)) ? [first.name] : undefined;
  return { asked: asks.at(-1)?.addressees ?? topic ?? recent.asked, ...known };
}
