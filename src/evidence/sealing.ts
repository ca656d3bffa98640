// How what a piece says is sealed, each field to its place, and how the keys are bound; keeping and opening are sealed-words.ts's.

import { randomBytes } from 'node:crypto';
import type { SaltedWords } from '../access/words.js';
import { fieldOf, openBytes, openText, saltOf, sealBytes, sealText, type TextKey } from '../common/sealed-text.js';
import type { Evidence } from './evidence.entity.js';
import { boundTo } from './file-keys.js';

/** Columns of a piece that say something of it; what else it says lives in `words`. */
export const SAYING = ['title', 'url', 'locator', 'publisher'] as const;
/** Words of a piece, and words said of it (of a comment, in a checklist), by the names that answers have for them. */
export type WordsField =
  'statement' | 'finding' | 'quote' | 'acceptanceReason' | 'text' | 'reason' | 'decisionReason' | 'note';
/** Where else than under its own name a field is shown: what waits for somebody quotes comments and reasons. */
const SHOWN_AS: Record<string, string> = { text: 'note', reason: 'note' };
export type Said = Partial<Pick<Evidence, (typeof SAYING)[number]>>;
export type Piece = Pick<Evidence, 'workspaceId' | 'id'>;

export const newTextKey = (subject: string): TextKey => ({ subject, key: randomBytes(32) });

export const sealColumns = <T extends Said>(key: TextKey, columns: T): T => ({
  ...columns,
  ...(Object.fromEntries(
    SAYING.flatMap((name) => (columns[name] ? [[name, sealText(key, name, columns[name])]] : [])),
  ) as Said),
});

/** With the salt in the clear, whoever has the hash could try what the words are. */
export const sealWords = (key: TextKey, field: WordsField, { text, salt, hash }: SaltedWords): SaltedWords => ({
  text: sealText(key, field, text),
  salt: sealBytes(key, saltOf(field), salt),
  hash,
});

/** Throws where they are the words of another field, or altered. */
export const openWords = (key: TextKey, field: WordsField, { text, salt, hash }: SaltedWords): SaltedWords => ({
  text: openText(key, field, text),
  salt: openBytes(key, fieldOf(text) && saltOf(field), salt),
  hash,
});

/** Keys of words are made for one level, and go when the piece leaves it. */
export const boundAs = ({ workspaceId, id }: Piece, subject: string, generation: number, bindsFields = true): string =>
  boundTo({ workspaceId, id, blobKey: subject, confidentiality: 'restricted' }, generation, bindsFields);

/** Undefined where it was altered, or stands in the place of another field. */
export function openedBy(key: TextKey, place: string, sealed: string): string | undefined {
  const named = fieldOf(sealed);
  try {
    return openText(key, named !== undefined && SHOWN_AS[named] === place ? named : place, sealed);
  } catch {
    return undefined;
  }
}
