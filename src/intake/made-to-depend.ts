// "Make its loans conditional on", "attach conditions to": whom it moves that something is made to depend. Pure.

import { actorsOf } from './actors.js';
import { AID, DEED, isMovable, ownerOf } from './benefits.js';
import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import type { Clause, Pressed } from './pressed-clause.js';

const { benefits: BENEFITS, conditionWords: CONDITIONS } = grammar;
/** "Make new projects in Chad and Mali conditional on": whatever it is that depends. */
const MADE =
  /\b(?:mak(?:e|ing)|render(?:ing)?|keep(?:ing)?|leav(?:e|ing))\s([^;.:]{3,140}?)\s(?:strictly\s|explicitly\s|wholly\s)?(?:conditional|dependent|contingent|conditioned|subject|depend|hinge|rest)\s(?:on|upon|to)\s/gu;

/** "A public undertaking by Kilima that". */
const UNDERTAKEN =
  /^[^;.:]{3,60}?\sby\s((?:the\s)?\p{Lu}[^,;.:]{2,50}?)(?=\s(?:that|to|not|of|in|on|for|at)\s|[,;.:]|$)/u;

export function madeToDepend(clause: Clause): Pressed[] {
  const { words, addressees, setting } = clause;
  return matchesIn(words, MADE).flatMap(({ index, 0: whole, 1: what = '' }) => {
    const rest = words.slice(index + whole.length).split(/[;.]/)[0] ?? '';
    const [first] = setting.names.mentionsIn(rest);
    const isTheirs =
      first !== undefined && isMovable(first) && first.start < 70 && (first.start < 25 || DEED.test(rest));
    const held = setting.names
      .mentionsIn(what)
      .filter(({ kind, name }) => kind === 'state' && !addressees.includes(name));
    const undertaken = UNDERTAKEN.exec(rest)?.[1];
    const given = isTheirs ? [first.name] : [...new Set(held.map(({ name }) => name))];
    const named = given.length === 0 && undertaken !== undefined ? actorsOf(undertaken, setting, clause.recent) : [];
    const others = [given, named.map(({ name }) => name)].find(({ length }) => length > 0);
    const names = others ?? (AID.test(what) ? ownerOf(clause, words.slice(0, index)) : []);
    // Before what others find there: it says of whom the condition is.
    return names.length > 0 ? [{ at: index - 1, names }] : [];
  });
}

/** "Attach conditions to its loans to Kenya", "write a clause into the agreement with Kenya". */
const ATTACHED = new RegExp(
  `\\b(?:${anyOf(CONDITIONS.verbs)})\\s[^;.:]{0,90}?\\b(?:${anyOf(CONDITIONS.nouns)})\\b[^;.:]{0,80}?\\b(?:${anyOf(BENEFITS)})s?\\s(?:[\\p{Ll}]+\\s){0,3}?(?:with|to|for|from)\\s(?=(?:the\\s)?\\p{Lu})`,
  'iu',
);

export function attachedTo({ words, setting }: Clause): Pressed[] {
  const match = ATTACHED.exec(words);
  const [mention] = match ? setting.names.mentionsIn(words.slice(match.index + match[0].length)) : [];
  return match && mention?.kind === 'state' && mention.start <= 4 ? [{ at: match.index, names: [mention.name] }] : [];
}
