// Whether a document is the outcome of a review of states by states. Pure.

import type { Gazetteer } from './gazetteer.js';
import { onlyStates } from './recommenders.js';

/** How it calls itself. */
const REVIEW =
  /Universal\s+Periodic\s+Review|\bUPR\b|conclusions\s+and\/or\s+recommendations|\bformulated\s+during\s+the\s+(?:interactive\s+)?dialogue|\bState\s+under\s+review\b/i;

/** An item that a state in brackets ends, with or without what became of it. */
const IN_BRACKETS =
  /[([](?:the\s)?\p{Lu}[\p{L}'’&., -]+[)\]]\s*[;.]?\s*(?:$|\||Source of position|(?:Supported|Noted|Accepted|Rejected|Partially|Under consideration)\b)/mu;
const HEAD_OF_TABLE =
  /\brecommending\b|\b(?:recommended|proposed|made) by\b|(?:^|[|\t]|\s{3,})\s*(?:recommending\s)?(?:states?|countr(?:y|ies)|delegations?)(?:\(s\)|\(ies\))?\s*(?:$|[|\t]|\s{3,})/im;
/** "Put an end to secret detention (Azerbaijan)": an item that a state in brackets ends. */
const BY_STATES = /^[^\n]{20,}\((?:\p{Lu}[\p{L}'’., -]+)\)\s*[;.]?$/gmu;
const FEWEST = 2;

/** Tells by its opening that it is of a review, and by its items or columns that states recommend in it. */
export function isReview(opening: string, all: string, hasRows: boolean, names: Gazetteer): boolean {
  if (REVIEW.test(opening)) {
    if (IN_BRACKETS.test(all) || (hasRows && HEAD_OF_TABLE.test(all))) return true;
    if (endings(all).filter((end) => onlyStates(end, names).length > 0).length >= FEWEST) return true;
  }
  return (
    (/\bHuman Rights Council\b/.test(opening) &&
      /\breview\b/i.test(opening) &&
      (all.match(BY_STATES)?.length ?? 0) > 2 &&
      /\brecommendations\b/i.test(opening)) ||
    (/\breview/i.test(opening) &&
      /\brecommendations\b/i.test(opening) &&
      endings(all).filter((end) => onlyStates(end, names).length > 0).length > FEWEST)
  );
}

/** What stands behind the last dash of each line, or behind "State:". */
const endings = (all: string): string[] =>
  [
    ...all.matchAll(/^.{20,}\s(?:[–—]|--?)\s(\p{Lu}[^\n–—]{2,90})$/gmu),
    ...all.matchAll(
      /(?:^|\s)(?:recommending\s)?(?:states?|countr(?:y|ies)|delegations?|(?:recommended|made) by)(?:\(s\))?\s?:\s(\p{Lu}[^\n:]{2,90}?)(?=$|\s\p{Lu}\p{L}+:)/gimu,
    ),
  ].map(([, end = '']) => end.replace(/[\s;.]+$/, ''));
