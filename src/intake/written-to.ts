// Whom the line "To ..." of a letter names, one or several. Pure.

import { conjuncts } from './conjuncts.js';
import type { Gazetteer } from './gazetteer.js';

/** "The Foreign Ministers of the European Union" are its member states. */
export const MINISTERS_OF =
  /\b(?:ministers|governments|leaders|heads of state|member states)\b[^.;]{0,40}\bof\s(?:the\s)?$/i;

/** "To the Presidents of Brazil and Colombia": several, on a line of their own that begins so. */
export function writtenTo(names: Gazetteer, lines: string[]): string[] {
  const line = lines.find(
    (words) => /^To\s(?:the|their|our|his|her|all|\p{Lu})/u.test(words) && words.length < 200 && !/[.:;]$/.test(words),
  );
  const to = /^To\s(.*?)(?:\s(?:in|at)\s(?:the\s)?\p{Lu}[\p{L}' ]+)?,?$/u.exec(line ?? '')?.[1];
  if (to === undefined) return [];
  const mentions = names.mentionsIn(to);
  if (/\b(?:members?|observers?|delegations?|missions?)\b/i.test(to)) return [];
  const isOne =
    mentions.length === 1 && mentions[0]?.kind === 'body' && mentions[0].end === to.length && mentions[0].start <= 4;
  if (isOne) return mentions.map(({ name }) => name);
  if (mentions.length < 2) return [];
  const whole = to.replace(/^(?:the\s)?(?:\p{L}+\s){1,4}?of\s(?=(?:the\s)?\p{Lu})/u, '');
  const found = conjuncts(whole, names.mentionsIn(whole)).flatMap((piece) => {
    const bare = piece.replace(/^(?:the|of|to)\s(?:the\s)?/i, '');
    const [first] = names.mentionsIn(bare);
    if (first && first.how !== 'capital')
      return [
        MINISTERS_OF.test(bare.slice(0, first.start)) && first.kind === 'body' && !first.name.endsWith('member states')
          ? `${first.name} member states`
          : first.name,
      ];
    return /^\p{Lu}[\p{L}&'-]+(?:\s(?:of\s|for\s|the\s|and\s)*\p{Lu}[\p{L}&'-]+)+$/u.test(bare) && !OFFICE.test(bare)
      ? [bare]
      : [];
  });
  return [...new Set(found)];
}
/** "Mr John Doe": a person is not who an office is. */
const OFFICE =
  /^(?:Mr|Mrs|Ms|Dr|H\.?E|His|Her|Hon|Sir|Dame|Minister|President|Prime|Secretary|Ambassador|Senator|Commissioner|Foreign|Madam)\b/;
