// A failure with a name, and the answer that tells of it (RFC 9457).

import type { Language } from './language.js';
import { inLanguage, say, type Words } from './words.js';

/** One fault within a request: where it is (RFC 6901 pointer into the body, or `?name` for a query parameter) and what it is. */
export interface Fault {
  pointer: string;
  code: string;
  message: Words;
}

/** A condition that is not met, and how to meet it. */
export interface Unmet {
  condition: string;
  message: Words;
}

/** A failure with a name. `detail` says what happened and what to do; it never holds a secret, a query or a stack. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: Words,
    readonly detail: Words,
    readonly errors: Fault[] = [],
    readonly more: Record<string, unknown> = {},
    /** For the log alone: whoever is refused reads the same words for every reason. */
    readonly reason?: string,
  ) {
    super(`${code}: ${title.en}`);
  }
}

/** The JSON of a problem answer (RFC 9457), in the reader's language. */
export const problemBody = (problem: Problem, requestId: string, language: Language): Record<string, unknown> =>
  inLanguage(
    {
      type: `https://heed.invalid/problems/${problem.code}`,
      title: problem.title,
      status: problem.status,
      detail: problem.detail,
      code: problem.code,
      errors: problem.errors,
      requestId,
      ...problem.more,
    },
    language,
  );

/** What almost every refusal says too. */
export const NOTHING_CHANGED = say`Nothing was changed.`;
