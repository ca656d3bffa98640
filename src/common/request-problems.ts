// How a request was put: what of it can not be read, taken or done twice.

import { type Fault, NOTHING_CHANGED, Problem } from './problem-answer.js';
import { say, type Words } from './words.js';

export const requestProblems = {
  /** 400: malformed or unknown input; each fault says where. */
  invalidInput: (errors: Fault[]): Problem =>
    new Problem(
      400,
      'invalid-input',
      say`The request holds something that is not understood`,
      say`${NOTHING_CHANGED} Mend what "errors" names and send it again.`,
      errors,
    ),
  /** 400: the body is not JSON in UTF-8, or is nested too deeply. */
  malformedBody: (why: Words): Problem =>
    new Problem(400, 'malformed-body', say`The body could not be read`, say`${why} ${NOTHING_CHANGED}`),
  /** 400, 408 or 431: what came is no HTTP request, came too slowly, or its head is too large. */
  unreadable: (status: 400 | 408 | 431): Problem =>
    new Problem(
      status,
      'unreadable-request',
      say`The request could not be read`,
      say`Its head is not HTTP/1.1 as it has to be, is too large, or did not come to an end. ${NOTHING_CHANGED}`,
    ),
  invalidCursor: (): Problem =>
    new Problem(
      400,
      'invalid-cursor',
      say`This cursor is not one of ours`,
      say`Start again without "cursor", and pass on "nextCursor" as it is.`,
      [{ pointer: '?cursor', code: 'invalid-cursor', message: say`Not a cursor of this list and sort.` }],
    ),
  /** 400: answers of this operation are not kept, so a key would promise what it doesn't hold. */
  idempotencyNotHere: (): Problem =>
    new Problem(
      400,
      'idempotency-not-here',
      say`This operation keeps no answers`,
      say`${NOTHING_CHANGED} Send it without "Idempotency-Key".`,
      [
        {
          pointer: 'Idempotency-Key',
          code: 'idempotency-not-here',
          message: say`Answers that bear a secret are never kept, nor are those of what creates nothing.`,
        },
      ],
    ),
  /** 422: a key names one request, and this is another. */
  idempotencyKeyReused: (): Problem =>
    new Problem(
      422,
      'idempotency-key-reused',
      say`This key was used for another request`,
      say`${NOTHING_CHANGED} Take a new key for a new request.`,
      [
        {
          pointer: 'Idempotency-Key',
          code: 'idempotency-key-reused',
          message: say`Used within the last 24 hours, with another body.`,
        },
      ],
    ),
  /** 409: the first request with this key is still being worked on. */
  inProgress: (): Problem =>
    new Problem(
      409,
      'in-progress',
      say`The same request is still being worked on`,
      say`Send it again, with the same key, after "Retry-After" seconds.`,
    ),
  /** 409: the first request with this key was done, and its answer told of evidence that was withdrawn since. */
  answerSealed: (): Problem =>
    new Problem(
      409,
      'answer-sealed',
      say`What this request answered is sealed`,
      say`It was done the first time. Its answer told of evidence that was withdrawn since: read what it made instead of sending it again.`,
    ),
  /** 403: a browser's request that does not come from Heed's own page. */
  foreignRequest: (): Problem =>
    new Problem(
      403,
      'foreign-request',
      say`This request did not come from the page of Heed`,
      say`Unsafe requests with a cookie need "X-Heed-Request: 1" and the server's own Origin.`,
    ),
  methodNotAllowed: (): Problem =>
    new Problem(405, 'method-not-allowed', say`This path does not take this method`, say`See /api/docs.`),
  /** 412: somebody else changed it since; `changed` says what. */
  stale: (current: number, changed: Record<string, unknown> = {}): Problem =>
    new Problem(
      412,
      'stale',
      say`Somebody changed this meanwhile`,
      say`${NOTHING_CHANGED} Read it again and decide anew.`,
      [],
      { currentVersion: current, changed },
    ),
  versionRequired: (): Problem =>
    new Problem(
      428,
      'version-required',
      say`Say which version you change`,
      say`Send the ETag of what you read as "If-Match".`,
    ),
  tooLarge: (): Problem => new Problem(413, 'too-large', say`The request is too large`, NOTHING_CHANGED),
  formExpected: (): Problem =>
    new Problem(415, 'unsupported-media-type', say`Send a form with a file`, say`Content-Type: multipart/form-data`),
  unsupportedMediaType: (): Problem =>
    new Problem(415, 'unsupported-media-type', say`Send JSON`, say`Content-Type: application/json`),
  /** 429: after so many seconds it may be asked again. */
  tooMany: (seconds = 60): Problem =>
    new Problem(429, 'too-many-requests', say`Too many requests`, say`Wait as long as "Retry-After" says.`, [], {
      retryAfter: seconds,
    }),
};
