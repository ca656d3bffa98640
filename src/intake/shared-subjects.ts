// "Ankara hosts the talks and should end them": the subject of the second verb stands before the first. Pure.

import { matchesIn } from './matches.js';
import type { Setting } from './setting.js';
import { isActor } from './who-acts.js';

interface Shared {
  phrase: string;
  start: number;
  before: string;
}

/** Where a clause begins. */
const CLAUSE =
  /(?:[;:]\s|\b(?:that|said|says|believes?|argued|argues|insists|insisted)\s|,\s(?:and|but|while)\s|^["']?)(?=\S)/g;
/** A verb in its finite form, behind a name. */
const FINITE =
  /^(?:has|have|is|are|was|were|can|could|may|will|would|did|does|do|should|must|\p{Ll}{3,}(?:s|ed)|knows?|holds?|hosts?|made|gave|took|let|left|won|led|built|paid|sold|bought)\b/u;
/** "Kenya is bound by the Convention and must": what it is held to is no ask. */
const OBLIGED =
  /\b(?:bound|ratified|obliged|obligations?|undertaken|undertook|committed|duty|part(?:y|ies) to|acceded|accepted)\b/;
const LONGEST = 10;

/** The subject of the clause whose second verb follows "and". */
export function sharedSubject(words: string, setting: Setting): Shared | undefined {
  const said = words.replace(/,?\s(?:and|but)\s*$/, '');
  const starts = matchesIn(said, CLAUSE).map((match) => match.index + match[0].length);
  for (const start of starts.reverse()) {
    const clause = said.slice(start);
    for (const { index } of [...clause.matchAll(/\s+(?=\S)/g)].slice(0, LONGEST)) {
      const phrase = clause
        .slice(0, index)
        .replace(/,(?:\s(?:too|also|likewise|in turn|for (?:its|their) part),?)?$/, '');
      if (!FINITE.test(clause.slice(index).trimStart()) || !isActor(phrase, setting)) continue;
      return /\b(?:that|which|who)\b/.test(phrase) || OBLIGED.test(clause)
        ? undefined
        : { phrase, start, before: said.slice(0, start) };
    }
  }
  return undefined;
}
