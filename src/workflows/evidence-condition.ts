// The condition that asks for evidence: what counts, and the words for what is missing.

import { joined, say, Words } from '../common/words.js';
import type { EvidenceCondition, Shows, Stance } from './workflow.definition.js';

/** A piece that is linked to the track, accepted, and public or coalition: nothing else counts. */
export interface EvidenceFact {
  id: string;
  kind: 'link' | 'file' | 'account';
  stance: Stance;
  shows: Shows | null;
  credibility: number | null;
  originId: string;
  hasQuote: boolean;
  hasLocator: boolean;
  /** Whoever entered, edited or linked it. */
  broughtBy: string[];
}

/** Why these pieces are not enough, or undefined. Of one origin they count once where origins must be independent. */
export function missingEvidence(evidence: EvidenceFact[], condition: EvidenceCondition): Words | undefined {
  const fitting = evidence.filter((piece) => fits(piece, condition));
  const origins = new Set(fitting.map((piece) => piece.originId)).size;
  if (fitting.length < condition.count) return say`Attach ${wanted(condition)}; ${fitting.length} so far.`;
  if (origins < (condition.independentOrigins ?? 1))
    return say`Attach ${wanted(condition)}; what is attached goes back to ${origins === 1 ? say`1 origin` : say`${origins} origins`}.`;
  return undefined;
}

function fits(piece: EvidenceFact, { kinds, stance, credibility, shows, quote, locator }: EvidenceCondition): boolean {
  return (
    (!kinds || kinds.includes(piece.kind)) &&
    (!stance || stance.includes(piece.stance)) &&
    (credibility === undefined || (piece.credibility !== null && piece.credibility <= credibility)) &&
    (!shows || piece.shows === shows) &&
    (!quote || piece.hasQuote) &&
    (!locator || piece.hasLocator)
  );
}

function wanted({
  count,
  kinds,
  stance,
  credibility,
  independentOrigins,
  shows,
  quote,
  locator,
}: EvidenceCondition): Words {
  const words = [
    count === 1 ? say`1 piece of evidence` : say`${count} pieces of evidence`,
    kinds && say`(${anyOf(kinds.map((kind) => KIND_WORDS[kind]))})`,
    shows && SHOWS_WORDS[shows],
    stance && anyOf(stance.map((one) => STANCE_WORDS[one])),
    quote && say`with the words themselves (its quote)`,
    locator && say`with symbol and paragraph (its locator)`,
    credibility === undefined ? undefined : say`with a credibility of 1 to ${credibility}`,
    independentOrigins === undefined ? undefined : say`from ${independentOrigins} independent origins`,
  ];
  return joined(
    words.filter((one) => one !== undefined),
    new Words(' ', ', '),
  );
}

const anyOf = (words: readonly Words[]): Words => joined(words, say` or `);
const KIND_WORDS = { link: say`a link`, file: say`a file`, account: say`an account` };
const SHOWS_WORDS = { reply: say`of what they replied`, act: say`that is an official record of the act itself` };
const STANCE_WORDS = {
  supports: say`speaking for it`,
  contradicts: say`speaking against it`,
  context: say`giving context`,
};
