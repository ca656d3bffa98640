import { isDemandLead } from './lists.js';
import type { Notes } from './notes.js';

/** Demands to be put in talks: to whom, where the line above them does not say it, the heading does. */
export function demandedIn({ setting, context }: Notes, words: string, targets: string[]): string[] {
  if (
    targets.length > 0 ||
    !isDemandLead(words) ||
    !/\b(?:talking points|agenda|talks|dialogue|negotiations)\b/i.test(words)
  )
    return targets;
  const named = setting.names.mentionsIn(context.section ?? '').find(({ kind }) => kind === 'state');
  const state = named?.name ?? setting.subject;
  return state ? [state] : [];
}
