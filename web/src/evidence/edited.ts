// What a form makes of a piece, and what of it is different in the end.

import type { Schema } from '../api/client';
import type { Details } from './draft';
import type { Piece } from './piece';

/** A piece as a form changes it. */
export type Edited = Details & { title: string };

export const editedOf = (piece: Piece): Edited => ({
  title: piece.title ?? '',
  finding: piece.finding ?? '',
  quote: piece.quote ?? '',
  locator: piece.locator ?? '',
  publisher: piece.publisher ?? '',
  publishedOn: piece.publishedOn,
  origin: piece.origin?.name ?? '',
  reliability: (piece.reliability ?? '') as Details['reliability'],
  credibility: (piece.credibility?.toString() ?? '') as Details['credibility'],
  confidentiality: piece.confidentiality,
});

/** Only what is different; what was emptied is not known any more, and the name of an origin is taken off. */
export function changesOf(before: Edited, after: Edited): Schema['UpdateEvidenceDto'] {
  const names = (Object.keys(after) as (keyof Edited)[]).filter((name) => after[name] !== before[name]);
  const valueOf = (name: keyof Edited) => {
    if (name === 'credibility') return Number(after[name]) || null;
    return (name === 'origin' ? after.origin.trim() : after[name]) || null;
  };
  const said = names.map((name) => [name, valueOf(name)]);
  return Object.fromEntries(said) as Schema['UpdateEvidenceDto'];
}

/** What somebody else changed meanwhile. */
export const changedBetween = (before: Edited, after: Edited): (keyof Edited)[] =>
  (Object.keys(after) as (keyof Edited)[]).filter((name) => after[name] !== before[name]);
