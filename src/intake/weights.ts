// How often a text names each state. Pure.

import type { Mention } from './gazetteer.js';

/** A capital or a leader counts less. */
export function weigh(mentions: Mention[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { kind, name, how } of mentions)
    if (kind === 'state')
      weights.set(name, (weights.get(name) ?? 0) + (how === 'capital' || how === 'leader' ? 0.3 : 1));
  return weights;
}

/** "In Portuguese, Sena and Ndau": an adjective behind which nothing stands is a language, or a people. */
export const isLanguage = (all: string, { how, end }: Mention): boolean =>
  how === 'demonym' && /^(?:[,.;)]|\s(?:and|or)\s\p{Lu})/u.test(all.slice(end, end + 12));
