// The states that were named before a place in a text. Pure.

import type { Clause } from './pressed-clause.js';
import type { Setting } from './setting.js';

/** "Suspend aid to Togo until": whose aid it is. */
export const namedBefore = (words: string, { names }: Setting, except: readonly string[] = []): string | undefined =>
  names
    .mentionsIn(words)
    .findLast(({ kind, how, name }) => kind === 'state' && how !== 'capital' && !except.includes(name))?.name;

/** The state that a text is about, other than who is asked; of a letter to a government the last that it names beside it. */
export function aboutWhom({ addressees, setting: { subject, form }, recent }: Clause): string | undefined {
  const isOther = (name: string | null): name is string => name !== null && !addressees.includes(name);
  if (isOther(subject)) return subject;
  return subject === null || form === 'letter' ? recent.states.findLast(isOther) : undefined;
}

/** The state that was named last before, other than who is asked; else the one that the text is about. */
export function lastOf({ addressees, setting, recent, opening = '' }: Clause, before: string): string[] {
  const isOther = (name: string | null | undefined): name is string =>
    name !== undefined && name !== null && !addressees.includes(name);
  const beside = setting.names
    .mentionsIn(opening)
    .findLast(({ kind, name }) => kind === 'state' && isOther(name))?.name;
  const found = [namedBefore(before, setting), beside, setting.subject, recent.states.findLast(isOther)].find(isOther);
  return found === undefined ? [] : [found];
}
