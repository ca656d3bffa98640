// Pronouns, and short names that the document itself explains. Pure.

import { type Actor, headOf, named, ORGAN, type Recent } from './actor-words.js';
import type { Setting } from './setting.js';

/** What an organ of a state may be called as well. */
const AUTHORITY = /^(?:Committee|Subcommittee|Authority|Agency|Bank|Fund|Board|Tribunal|Facility|Initiative)$/;
/** What a letter may call whom it is written to. */
const WRITTEN_TO =
  /^(?:company|bank|firm|board|group|brand|retailer|operator|fund|federation|association|university|institution|organi[sz]ation|corporation|management|union|club|committee|agency)$/i;

/** Whom the document itself tells: "your embassy" of those it addresses, "the Authority" by the name that it gives in full. */
export function saidHere(part: string, bare: string, { you, long, weights }: Setting): Actor[] | undefined {
  if (/^(?:the|this|your)\s/i.test(part) && you.length === 1 && !weights.has(you[0] ?? '') && WRITTEN_TO.test(bare))
    return you.flatMap(named);
  if (/^your\s/i.test(part) && you.length > 0 && ORGAN.test(headOf(bare))) return you.flatMap(named);
  const office =
    /^(?:special\s)?(envoy|representative|coordinator|rapporteur|adviser|commissioner|ombudsman|ombudsperson|defender)$/i.exec(
      bare,
    )?.[1];
  const head = office === undefined ? bare : office.charAt(0).toUpperCase() + office.slice(1).toLowerCase();
  const full = AUTHORITY.test(bare) || office !== undefined ? long[head] : undefined;
  return full === undefined ? undefined : named(full);
}

export function pronounOf(part: string, setting: Setting, recent: Recent): Actor[] | undefined {
  if (
    /^(?:you|your (?:own )?(?:delegations?|missions?|governments?|excellenc(?:y|ies)|administrations?|offices?|countries|country|ministr(?:y|ies)|compan(?:y|ies)|firm|bank|board|organi[sz]ation|institution|fund|committee|agency|commission|parliament|council|department|union|party|group|team|authority))$/i.test(
      part,
    )
  )
    return setting.you.flatMap(named);
  if (/^(?:the )?latter$/i.test(part)) return recent.asked.slice(-1).flatMap(named);
  if (/^(?:the )?former$/i.test(part)) return recent.asked.slice(0, 1).flatMap(named);
  if (/^(?:it|them|they|he|she|him|her|these|those)$/i.test(part)) return recent.asked.flatMap(named);
  if (
    /^(?:both|neither|the two|these two|(?:the|all|these|all of the) three|all two)(?:\s+(?:governments|countries|states|sides|parties|capitals|of them))?$/i.test(
      part,
    )
  ) {
    const count = /three/.test(part) ? 3 : 2;
    const heavy = [...setting.weights].sort((a, b) => b[1] - a[1]).slice(0, count);
    return (
      recent.asked.length === count && !/\s(?:governments|countries|states)$/i.test(part)
        ? recent.asked
        : heavy.map(([name]) => name)
    ).flatMap(named);
  }
  return undefined;
}
