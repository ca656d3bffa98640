// Whom it moves that something depends on what they do. Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import type { Setting } from './setting.js';

const AID =
  /\b(?:aid|assistance|funding|funds|loans?|sales|arms|exports|preferences|budget support|credits?|grants?|support|agreement)\b/i;
const BENEFIT = new RegExp(
  `${AID.source}|\\b(?:visas?|benefits?|partnership|payments?|money|trade|investments?)\\b`,
  'i',
);
const CONDITION =
  /\b(?:conditional|condition|contingent|dependent|depend|conditioned|subject|tied?|link(?:ed)?)\b.{0,60}?\b(?:on|upon|to)\s+|\b(?:until|unless)\s+/i;

/** "Suspend aid to Togo until": whose aid it is. */
export const namedBefore = (words: string, { names }: Setting): string | undefined =>
  names.mentionsIn(words).findLast(({ kind, how }) => kind === 'state' && how !== 'capital')?.name;

/** "Make the loans conditional on Kenya's ...", "suspend the agreement until Kenya ...". */
export function conditions(sentence: string, setting: Setting, recent: Recent): string[] {
  const match = CONDITION.exec(sentence);
  if (
    !match ||
    !/\b(?:make|tie|condition|suspend|withhold|link|subject|freeze|grant|renew|depend|refrain|postpone|halt)\b/i.test(
      sentence.slice(0, match.index + match[0].length),
    )
  )
    return [];
  const rest = sentence.slice(match.index + match[0].length);
  const mention = setting.names.mentionsIn(rest)[0];
  const isOfIt =
    mention !== undefined &&
    /^(?:the\s)?(?:release|lifting|repeal|end|return|reform|abolition|ratification|adoption|holding|freeing|closure|reopening)\b/.test(
      rest,
    );
  const several = /\b(?:the|all) (?:two|three|four) (?:countries|states|governments)\b/.exec(rest)?.[0];
  if (several !== undefined) return actorsOf(several, setting, recent).map(({ name }) => name);
  const isBenefit =
    BENEFIT.test(sentence.slice(0, match.index + match[0].length)) && mention !== undefined && mention.start < 80;
  if (mention?.kind === 'state' && (mention.start < 25 || isBenefit || (isOfIt && mention.start < 60)))
    return [mention.name];
  // "Withhold the aid until the bans are lifted": whoever the text is about is to lift them.
  const isUnsaid = mention === undefined && AID.test(sentence.slice(0, match.index));
  if (
    isUnsaid &&
    setting.subject &&
    (/\b(?:is|are|has|have)\s+(?:been\s+)?\p{L}+(?:ed|n)\b|^(?:they|it|he|she|these|those)\s(?:is|are|has|have|can)\b/u.test(
      rest,
    ) ||
      /^(?:the\s+|an?\s+|their\s+|his\s+|her\s+|its\s+)?(?:release|lifting|repeal|end|return|reform|abolition|compliance|progress|respect|improvement)\b/.test(
        rest,
      ))
  )
    return [namedBefore(sentence.slice(0, match.index), setting) ?? setting.subject];
  return /^the (?:government|authorities)\b/i.test(rest)
    ? actorsOf('the Government', setting, recent).map(({ name }) => name)
    : [];
}
