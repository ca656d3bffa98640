// Items that name who is asked in brackets at their end: "Sink forty wells (Government of Chad, UNICEF)." Pure.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import type { Setting } from './setting.js';
import { areActors } from './who-acts.js';

const BEHIND =
  /[([](?:(?:action|actors?|responsible|responsibility|lead|addressed to|addressee|for|to|by)\s?:?\s)?([^()[\]]{2,120})[)\]][.;]?$/i;

/** "Open the second berth - Somalia". */
const BEHIND_A_DASH = /\s[–—→-]\s([^–—→()]{2,80}?)\.?$/u;

/** Whom the bracket at the end of an item names, where it names nothing else. */
export function partyLast(words: string, setting: Setting, recent: Recent): string[] | undefined {
  const inner = (BEHIND.exec(words) ?? BEHIND_A_DASH.exec(words))?.[1];
  if (inner === undefined || /\d/.test(inner) || !areActors(inner, setting)) return undefined;
  const found = actorsOf(inner, setting, recent).map(({ name }) => name);
  return found.length > 0 ? found : undefined;
}
