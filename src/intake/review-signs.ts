// Whether a document is the outcome of a review of states by states. Pure.

import type { Gazetteer } from './gazetteer.js';
import { beginsAsAsk } from './headings.js';
import { onlyStates } from './recommenders.js';

/** How it calls itself. */
const REVIEW =
  /Universal\s+Periodic\s+Review|\bUPR\b|conclusions\s+and\/or\s+recommendations|\bformulated\s+during\s+the\s+(?:interactive\s+)?dialogue|\bState\s+under\s+review\b/i;

/** An item that a state in brackets ends, with or without what became of it. */
const IN_BRACKETS =
  /[([](?:the\s)?\p{Lu}[\p{L}'’&., -]+[)\]]\s*[;.]?\s*(?:$|\||Source of position|(?:Supported|Noted|Accepted|Rejected|Partially|Under consideration)\b)/mu;
const HEAD_OF_TABLE =
  /\brecommending\b|\b(?:recommended|proposed|made) by\b|(?:^|[|\t]|\s{3,})\s*(?:recommending\s)?(?:states?|countr(?:y|ies)|delegations?)(?:\(s\)|\(ies\))?\s*(?:$|[|\t]|\s{3,})/im;
const FEWEST = 2;

/** "(Costa Rica) (Italy). Supported", at the end of a line; "Slovenia: fund the plan", at its beginning. */
const LAST = /^.{20,}[([]([^()[\]\n]{3,90})[)\]]["']?[\s;.]*(?:\s(?:Supported|Noted|Accepted|Rejected)[.\s]*)?$/gmu;
const FIRST = /^(\p{Lu}[^:.\n]{2,60}):\s(?=\p{L}[^\n]{15,})/gmu;

/** How many lines are of states: those that put an item forward, at its end or before it. */
const byStates = (all: string, names: Gazetteer): number =>
  [...endings(all), ...[...all.matchAll(LAST), ...all.matchAll(FIRST)].map(([, states = '']) => states)].filter(
    (states) => onlyStates(states, names).length > 0,
  ).length;

/** The same, of lines that are orders: those who sign name their states too. */
const ordersByStates = (all: string, names: Gazetteer): number =>
  [...all.matchAll(LAST), ...all.matchAll(BEHIND_DASH)].filter(
    ([line, states = '']) => beginsAsAsk(line.replace(/^[^\p{L}]+/u, '')) && onlyStates(states, names).length > 0,
  ).length;

/** Of which state a review says that it answers: "will be examined by Hungary". */
export function answeringState(all: string, names: Gazetteer): string | undefined {
  const said =
    /\b(?:examined by|made to|(?:support|position|review|responses?|delegation) of|accepted by|addressed to)\s(\p{Lu}[^,.;:\n]{2,60})/gu;
  return [...all.matchAll(said)]
    .flatMap(([, words = '']) => names.mentionsIn(words).filter(({ kind, start }) => kind === 'state' && start < 5))
    .map(({ name }) => name)[0];
}

/** Tells by its opening that it is of a review, and by its items or columns that states recommend in it. */
export function isReview(opening: string, all: string, hasRows: boolean, names: Gazetteer): boolean {
  if (REVIEW.test(opening)) {
    if (IN_BRACKETS.test(all) || (hasRows && HEAD_OF_TABLE.test(all))) return true;
    if (byStates(all, names) >= FEWEST) return true;
  }
  const isOfReview = /\brecommendations?\b/i.test(all) && /\breview|\bUPR\b/i.test(all);
  return isOfReview && ordersByStates(all, names) > FEWEST;
}

const BEHIND_DASH = /^.{20,}\s(?:[–—]|--?)\s(\p{Lu}[^\n–—]{2,90})$/gmu;

/** What stands behind the last dash of each line, or behind "State:". */
const endings = (all: string): string[] =>
  [
    ...all.matchAll(BEHIND_DASH),
    ...all.matchAll(
      /(?:^|\s)(?:recommending\s)?(?:states?|countr(?:y|ies)|delegations?|(?:recommended|made) by)(?:\(s\))?\s?:\s(\p{Lu}[^\n:]{2,90}?)(?=$|\s\p{Lu}\p{L}+:)/gimu,
    ),
  ].map(([, end = '']) => end.replace(/[\s;.]+$/, ''));
