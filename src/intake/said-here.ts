// Pronouns, and short names that the document itself explains. Pure.

import { type Actor, headOf, named, ORGAN, type Recent } from './actor-words.js';
import { EVERYBODY } from './readers.js';
import type { Setting } from './setting.js';

/** Who acts for whom a letter is written to: "your envoy". */
const OFFICIAL =
  /\b(?:envoys?|representatives?|delegates?|delegations?|negotiators?|advisers?|high commissioner|consul|officers?|officials|staff|colleagues|services|team|people)$/i;
/** What an organ of a state may be called as well. */
const AUTHORITY = /^(?:Committee|Subcommittee|Authority|Agency|Bank|Fund|Board|Tribunal|Facility|Initiative)$/;
/** What a letter may call whom it is written to. */
const WRITTEN_TO =
  /^(?:company|bank|firm|board|group|brand|retailer|operator|fund|federation|association|university|institution|organi[sz]ation|corporation|management|union|club|committee|agency)$/i;

/** "The board", in a letter to a company. */
export const isWrittenTo = (part: string, { you, weights }: Setting): boolean =>
  you.length === 1 &&
  !weights.has(you[0] ?? '') &&
  /^(?:the|this|your)\s/i.test(part) &&
  WRITTEN_TO.test(part.replace(/^\S+\s/, ''));

/** "The Association", which a document names in full or by its letters elsewhere. */
const SHORTENED =
  /^(?:Association|Union|League|Alliance|Forum|Community|Bank|Fund|Organi[sz]ation|Cooperation Council)$/;

/** The body that the document names most of those whose name holds a word. */
function fullName(word: string, { all, names }: Setting): string | undefined {
  const counts = new Map<string, number>();
  for (const { kind, name } of names.mentionsIn(all))
    if (kind === 'body' && new RegExp(`\\b${word}\\b`).test(name) && !/member states$/.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whom the document itself tells: "your embassy" of those it addresses, "the Authority" by the name that it gives in full. */
export function saidHere(part: string, bare: string, setting: Setting, recent: Recent): Actor[] | undefined {
  const { you, long, weights, short } = setting;
  if (
    /^the\s/i.test(part) &&
    SHORTENED.test(bare) &&
    (short[bare] === undefined || bare === 'Organization') &&
    long[bare] === undefined
  ) {
    const asked = recent.asked.find((name) => new RegExp(`\\b${bare}\\b`).test(name));
    const full = asked ?? fullName(bare, setting);
    if (full !== undefined) return named(full);
  }
  if (/^(?:the|this|your)\s/i.test(part) && you.length === 1 && !weights.has(you[0] ?? '') && WRITTEN_TO.test(bare))
    return you.flatMap(named);
  if (/^your\s/i.test(part) && you.length > 0 && (ORGAN.test(headOf(bare)) || OFFICIAL.test(headOf(bare))))
    return you.flatMap(named);
  const office =
    /^(?:special\s)?(envoy|representative|coordinator|rapporteur|adviser|commissioner|ombudsman|ombudsperson|defender)$/i.exec(
      bare,
    )?.[1];
  const head = office === undefined ? bare : office.charAt(0).toUpperCase() + office.slice(1).toLowerCase();
  const full = AUTHORITY.test(bare) || office !== undefined ? long[head] : undefined;
  return full === undefined ? undefined : named(full);
}

/** "Its Governing Body": the body that was spoken of. */
const OF_A_BODY =
  /^(?:its|their)\s(?:(?:governing|executive|standing)\s)?(?:body|board|council|secretariat|assembly|bureau|commission|director[- ]general|secretary[- ]general|president|chair(?:person)?|executive(?: head| director)?|management|leadership)$/i;

const COUNTS = ['two', 'three', 'four', 'five'];
/** "These three groups": as many as were spoken of last. */
const COUNTED =
  /^(?:the|these|those|all|all the|all of the)\s(two|three|four|five)\s(?:\p{Ll}+\s)?(?:groups?|companies|banks|firms|brands|chains|hotels|retailers|traders|lenders|insurers|makers|producers|buyers|miners|airlines|shippers|operators|funds|investors|owners|federations|associations|unions|universities|bodies|institutions|organi[sz]ations|agencies|donors)$/iu;

export function pronounOf(part: string, setting: Setting, recent: Recent): Actor[] | undefined {
  if (EVERYBODY.test(part) && setting.readers.length > 0) return setting.readers.flatMap(({ name }) => named(name));
  if (
    /^(?:you|your (?:own )?(?:delegations?|missions?|governments?|excellenc(?:y|ies)|administrations?|offices?|countries|country|ministr(?:y|ies)|compan(?:y|ies)|firm|bank|board|organi[sz]ation|institution|fund|committee|agency|commission|parliament|council|department|union|party|group|team|authority))$/i.test(
      part,
    )
  )
    return setting.you.flatMap(named);
  if (OF_A_BODY.test(part) && recent.asked.length === 1) return recent.asked.flatMap(named);
  if (isItsOwn(part, setting, recent)) return recent.asked.flatMap(named);
  if (/^(?:both|the two)\sKoreas$/i.test(part))
    return ['Republic of Korea', "Democratic People's Republic of Korea"].flatMap(named);
  if (/^(?:the )?latter$/i.test(part)) return recent.asked.slice(-1).flatMap(named);
  if (/^(?:the )?former$/i.test(part)) return recent.asked.slice(0, 1).flatMap(named);
  if (/^(?:it|them|they|he|she|him|her|these|those)$/i.test(part)) return recent.asked.flatMap(named);
  if (
    recent.asked.length === 2 &&
    /^(?:both|the two|these two)\s(?:organi[sz]ations|institutions|bodies|banks|companies|agencies|unions|blocs|firms|offices|ministers|ministries|leaders|envoys|funds|brands|buyers)$/i.test(
      part,
    )
  )
    return recent.asked.flatMap(named);
  const count = COUNTED.exec(part)?.[1]?.toLowerCase();
  if (count !== undefined && recent.asked.length === COUNTS.indexOf(count) + 2) return recent.asked.flatMap(named);
  if (
    /^(?:both|neither|the two|these two|(?:the|all|these|all of the) three|all two)(?:\s+(?:governments|countries|states|sides|parties|capitals|of them))?$/i.test(
      part,
    )
  ) {
    const count = /three/.test(part) ? 3 : 2;
    const isPlain = !/\s(?:governments|countries|states)$/i.test(part);
    const together = (isPlain ? (recent.groups ?? []) : []).findLast((names) => names.length === count);
    const heavy = [...setting.weights].sort((a, b) => b[1] - a[1]).slice(0, count);
    return (
      recent.asked.length === count && isPlain ? recent.asked : (together ?? heavy.map(([name]) => name))
    ).flatMap(named);
  }
  return undefined;
}

/** "The Secretariat", of the body that was asked last. */
const isItsOwn = (part: string, { weights }: Setting, { asked }: Recent): boolean =>
  /^the (?:secretariat|executive board|directorate|leadership)$/i.test(part) &&
  asked.length === 1 &&
  !asked.some((name) => weights.has(name));
