// Which sources are official: what they say may echo what ours say.

import type { SourceKind } from '../sources/source.entity.js';

/** Kinds of source that only an official body makes; of the others those with a mechanism. */
export const OFFICIAL_KINDS: readonly SourceKind[] = [
  'resolution',
  'review-outcome',
  'concluding-observations',
  'communication',
  'ilo-comment',
];

/** Whether a source that is to be made is official; of a document, as far as its text tells. */
export const isOfficialSource = ({ kind, mechanism }: { kind: SourceKind; mechanism?: string | null }): boolean =>
  OFFICIAL_KINDS.includes(kind) || (mechanism ?? null) !== null;
