// Whom a salutation greets that names nobody. Pure.

import type { Gazetteer } from './gazetteer.js';

/** "The World Bank Group": a line that is nothing but the name of a body. */
export const isOnlyBody = (names: Gazetteer, line: string): boolean => {
  const bare = line.replace(/^The\s/, '').replace(/\sGroup$/, '');
  const [first] = names.mentionsIn(bare);
  return first?.kind === 'body' && first.start === 0 && first.end === bare.length;
};

/** "Dear World Leaders,": a group without a name, but nobody by name and no friends. */
export function greeted(salutation: string, memberStates: string): string[] {
  if (
    /^(?:Your\s+)?Excellencies\b|^(?:Dear\s|Honou?rable\s)?(?:\p{L}+\s)?(?:delegates|ambassadors|ministers|permanent representatives)\b[,:]?$/iu.test(
      salutation,
    )
  )
    return [memberStates];
  const words = /^Dear\s+(?:All\s+)?([^,:()]{4,60}(?:,[^,:()]{4,30}(?:\sand\s[^,:()]{4,30})?)?)[,:]?$/i.exec(
    salutation,
  )?.[1];
  if (words === undefined || /\b(?:Mr|Mrs|Ms|Dr|Sir|Madam|Sirs|friends|colleagues)\b/i.test(words)) return [];
  return words
    .split(/,\s+|\s+and\s+/)
    .filter((group) => /s$/.test(group))
    .map((group) => group.charAt(0).toUpperCase() + group.slice(1).toLowerCase());
}
