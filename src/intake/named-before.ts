// The states that were named before a place in a text. Pure.

import type { Clause } from './pressed-clause.js';
import type { Setting } from './setting.js';

/** "Suspend aid to Togo until": whose aid it is. */
export const namedBefore = (words: string, { names }: Setting): string | undefined =>
  names.mentionsIn(words).findLast(({ kind, how }) => kind === 'state' && how !== 'capital')?.name;

/** The state that was named last before, other than who is asked; else the one that the text is about. */
export function lastOf({ addressees, setting, recent }: Clause, before: string): string[] {
  const isOther = (name: string | null | undefined): name is string =>
    name !== undefined && name !== null && !addressees.includes(name);
  const found = [namedBefore(before, setting), setting.subject, recent.states.findLast(isOther)].find(isOther);
  return found === undefined ? [] : [found];
}
