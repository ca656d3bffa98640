// The condition that asks for evidence: what counts, and the words for what is missing.

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
export function missingEvidence(evidence: EvidenceFact[], condition: EvidenceCondition): string | undefined {
  const fitting = evidence.filter((piece) => fits(piece, condition));
  const origins = new Set(fitting.map((piece) => piece.originId)).size;
  if (fitting.length < condition.count) return `Attach ${wanted(condition)}; ${String(fitting.length)} so far.`;
  if (origins < (condition.independentOrigins ?? 1))
    return `Attach ${wanted(condition)}; what is attached goes back to ${counted(origins, 'origin')}.`;
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
}: EvidenceCondition): string {
  const words = [
    `${counted(count, 'piece')} of evidence`,
    kinds && `(${kinds.map((kind) => KIND_WORDS[kind]).join(' or ')})`,
    shows && SHOWS_WORDS[shows],
    stance?.map((one) => STANCE_WORDS[one]).join(' or '),
    quote && 'with the words themselves (its quote)',
    locator && 'with symbol and paragraph (its locator)',
    credibility === undefined ? undefined : `with a credibility of 1 to ${String(credibility)}`,
    independentOrigins === undefined ? undefined : `from ${String(independentOrigins)} independent origins`,
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

const counted = (count: number, word: string): string => `${String(count)} ${word}${count === 1 ? '' : 's'}`;
const KIND_WORDS = { link: 'a link', file: 'a file', account: 'an account' };
const SHOWS_WORDS = { reply: 'of what they replied', act: 'that is an official record of the act itself' };
const STANCE_WORDS = { supports: 'speaking for it', contradicts: 'speaking against it', context: 'giving context' };
