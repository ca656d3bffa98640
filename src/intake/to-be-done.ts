import { actorsOf } from './actors.js';
import type { Cited, Notes } from './notes.js';
import { because } from './reason.js';
import { TO_BE_DONE } from './sentence-shapes.js';
import { isActor } from './who-acts.js';

/** Where a sentence stands in its passage, and whether it leads in a list. */
export interface Stretch {
  start: number;
  end: number;
  isLead: boolean;
}

/** "Voter lists should be displayed", where recommendations stand. */
export function toBeDone(notes: Notes, cited: Cited, words: string, at: Stretch): boolean {
  const { setting, context } = notes;
  if (
    !context.isRecommending ||
    at.isLead ||
    setting.form === 'press' ||
    !TO_BE_DONE.test(words) ||
    /^[^.;]*?\b(?:what|which|who|whom|whose)\b[^.;]*?\bbe\b/i.test(words)
  )
    return false;
  const agent =
    /\bby\s((?:the|your|its)\s[^,.;]{3,60}?)(?=\s(?:at|in|on|before|within|without|to|for|with|as)\b|[,.;]|$)/.exec(
      words,
    )?.[1];
  const named =
    agent !== undefined && isActor(agent, setting)
      ? actorsOf(agent, setting, context.recent).map(({ name }) => name)
      : [];
  if (cited.label !== null && named.length === 0) return false;
  const addressees = [named, context.addressees, context.recent.asked].find(({ length }) => length > 0) ?? [];
  const found = notes.foundIn(words, notes.orSubject(addressees), undefined);
  notes.add(cited, { ...found, why: because('item-under', context.section), from: at.start, to: at.end });
  return true;
}
