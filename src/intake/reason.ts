// Which rule found an ask. A code and the words of the document that it went by, so that each reader is told in a language of their own.

import { dataFile } from './data-file.js';

export const REASON_CODES = [
  'review-item',
  'table-row',
  'item-under',
  'order-after-name',
  'order-under',
  'numbered-order',
  'numbered-order-under',
  'order-list',
  'demands-announced',
  'announced',
  'verb-first',
  'second-verb',
  'issuer-asks',
  'letter-asks',
  'asked-before',
  'asked-behind',
  'motion-asks',
  'motion-has-asked',
  'that-first',
  'polite',
  'is-asked',
  'impersonal',
  'speaker-asks',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Why an ask was proposed. */
export interface Reason {
  code: ReasonCode;
  /** Words of the document by which the rule went: a heading, a verb; null where it needs none. */
  words: string | null;
  /** Whether they stand above a list whose items are the asks. */
  isAboveList: boolean;
}

export const because = (code: ReasonCode, words: string | null = null): Reason => ({ code, words, isAboveList: false });

/** The same rule, for all that a list below it asks. */
export const aboveList = (reason: Reason): Reason => ({ ...reason, isAboveList: true });

const ENGLISH = dataFile('reasons.en.json') as Record<ReasonCode, string>;

/** In English, for who reads the command's output or asks over the API. */
export const inWords = ({ code, words, isAboveList }: Reason): string =>
  ENGLISH[code].replace('{words}', () => words ?? '') + (isAboveList ? ', above a list' : '');
