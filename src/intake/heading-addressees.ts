// Whom a heading addresses. Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { grammar } from './grammar.js';
import { decased } from './heading-case.js';
import { beginsWithOrder, isClosedHeading } from './headings.js';
import { opensAsks } from './ask-headings.js';
import { partiesIn } from './order-frames.js';
import type { Setting } from './setting.js';
import { areActors, isActor } from './who-acts.js';

/** "Host states": words that are no order at the beginning of a heading. */
const NOUN_FIRST = /^(?:host|partner|lead|fund|police|press|transit|state|trade|care|market|supply|member|sister)\b/i;

/** Where a heading stands. */
interface Place {
  /** Whether recommendations stand below it, or orders. */
  isListed: boolean;
  setting: Setting;
  recent: Recent;
}

/** Whom a heading addresses: "To the Government of Nepal"; under recommendations also "Donors". */
export function addressedBy(bare: string, { isListed, setting, recent }: Place): string[] | undefined {
  if (isClosedHeading(bare) && !/^(?:to|for|recommendations?)\s/i.test(bare)) return undefined;
  const to = new RegExp(`^(?:${[...grammar.headingTo].sort((a, b) => b.length - a.length).join('|')})\\s+`, 'i').exec(
    bare,
  );
  const by = isListed ? /^(?:actions?\s|steps\s|measures\s)?(?:by|from|of)\s+(.+)$/i.exec(bare)?.[1] : undefined;
  if (by !== undefined && (areActors(decased(by, setting), setting) || setting.names.mentionsIn(by).length > 0))
    return actorsOf(decased(by, setting), setting, recent).map(({ name }) => name);
  const told = keyedOrBracketed(bare, setting);
  if (told !== undefined) return actorsOf(decased(told, setting), setting, recent).map(({ name }) => name);
  const asked = /^what\s+(?:should|must|can)\s+(.{3,60}?)\s+(?:now\s+)?do\b/i.exec(bare)?.[1];
  const doer =
    asked ??
    /^what\s+(.{3,60}?)\s+(?:can|must|should|ought to|needs? to|ha(?:s|ve) to)\s+(?:do|say|ask)\b/i.exec(bare)?.[1];
  const after =
    doer ?? /\brecommendations?\s+(?:to|for)\s+(.+)$/i.exec(bare)?.[1] ?? (to ? bare.slice(to[0].length) : undefined);
  if (after !== undefined) {
    const lower = decased(after, setting);
    // "Recommendations for action", "To end impunity" address nobody.
    if (/^\p{Ll}/u.test(lower) && !/^the\s/.test(lower) && !isActor(lower, setting)) return undefined;
    return actorsOf(lower, setting, recent)
      .map(({ name }) => name)
      .filter((name) => !/^(?:other )?(?:actors|stakeholders|parties)$/i.test(name));
  }
  if (opensAsks(bare)) {
    const named = partiesIn(bare, setting, recent);
    if (named.length > 0) return named;
  }
  if (
    !isListed ||
    bare.split(' ').length > 9 ||
    (beginsWithOrder(bare) && !NOUN_FIRST.test(bare)) ||
    !areActors(decased(bare, setting), setting)
  )
    return undefined;
  return actorsOf(decased(bare, setting), setting, recent).map(({ name }) => name);
}

const KEYED =
  /^(?:actors?|addressees?|responsible|recommendations? (?:to|for)|audience|duty[- ]bearers?|institution|for|to)\s?:\s(.+)$/i;
const IN_BRACKETS = /^recommendation\b[^(]*\(([^()]+)\)$/i;

/** "Actor: Sugar mills", "Recommendation 4. (Ministry of Security)". */
const keyedOrBracketed = (bare: string, setting: Setting): string | undefined =>
  [KEYED.exec(bare)?.[1], IN_BRACKETS.exec(bare)?.[1]].find(
    (words) => words !== undefined && areActors(decased(words, setting), setting),
  );
