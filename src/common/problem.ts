// The catalogue of failures: every answer that is not a success is one of these rows (RFC 9457).

import type { Language } from './language.js';
import { inLanguage, joined, say, type Words } from './words.js';

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

export const problems = {
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
  invalidCursor: (): Problem =>
    new Problem(
      400,
      'invalid-cursor',
      say`This cursor is not one of ours`,
      say`Start again without "cursor", and pass on "nextCursor" as it is.`,
      [{ pointer: '?cursor', code: 'invalid-cursor', message: say`Not a cursor of this list and sort.` }],
    ),
  /** 401: nobody is signed in, or the session or token has ended. */
  signInRequired: (): Problem =>
    new Problem(
      401,
      'sign-in-required',
      say`Sign in first`,
      say`POST /api/v1/auth/sign-in, or send "Authorization: Bearer heed_...".`,
    ),
  /** 401: the same words for an unknown account, a wrong password and a disabled account. */
  signInFailed: (): Problem =>
    new Problem(401, 'sign-in-failed', say`E-mail and password do not fit`, say`Check both and try again.`),
  /** 401: the act is dangerous and the last sign-in too long ago. */
  signInAgain: (): Problem =>
    new Problem(
      401,
      'sign-in-again',
      say`Sign in again to do this`,
      say`This act asks for a sign-in within the last 10 minutes. ${NOTHING_CHANGED}`,
    ),
  /** 401: as the one before, for what takes a lock away. */
  signInJustNow: (): Problem =>
    new Problem(
      401,
      'sign-in-again',
      say`Sign in again to do this`,
      say`This act asks for a sign-in within the last minute. ${NOTHING_CHANGED}`,
    ),
  /** 401: the same words for an answer of a provider that does not fit, was used, came too late or to another browser. `reason` is for the log. */
  providerSignInFailed: (reason?: string): Problem =>
    new Problem(
      401,
      'provider-sign-in-failed',
      say`Your organization's sign-in could not be completed`,
      say`What came back from it does not fit what was begun in this browser, or came too late. Begin once more. ${NOTHING_CHANGED}`,
      [],
      {},
      reason,
    ),
  /** 401: the provider said who it is, and that opens nothing here: the same words whether such an account exists or not. */
  notVouchedFor: (): Problem =>
    new Problem(
      401,
      'not-vouched-for',
      say`This sign-in opens nothing here`,
      say`Your organization's sign-in worked, but it is linked with no account that it may open. Sign in with e-mail and password, and link it under "My account".`,
    ),
  /** 503: the provider does not answer, or not as OpenID Connect says. `reason` is for the log. */
  providerUnavailable: (reason?: string): Problem =>
    new Problem(
      503,
      'provider-unavailable',
      say`Your organization's sign-in does not answer`,
      say`Try again later, or sign in with e-mail and password. ${NOTHING_CHANGED}`,
      [],
      {},
      reason,
    ),
  /** 401: the password was right, and a second factor is asked; `kinds` says which there are. */
  secondFactorAsked: (kinds: string[]): Problem =>
    new Problem(
      401,
      'second-factor-asked',
      say`One step more`,
      say`The first step is done. Send a code to POST /api/v1/auth/second-factor within five minutes.`,
      [],
      { kinds },
    ),
  /** 401: the same words for a wrong code, one that was used, and one whose time is over. */
  secondFactorFailed: (): Problem =>
    new Problem(
      401,
      'second-factor-failed',
      say`This code does not fit`,
      say`Each code counts once. Wait for the next one, or take a recovery code that was not used yet.`,
    ),
  /** 401: the same words for a passkey of somebody else, a signature that does not fit, and a challenge that was used or is over. `reason` is for the log. */
  passkeyFailed: (reason?: string): Problem =>
    new Problem(
      401,
      'passkey-failed',
      say`This passkey was not accepted`,
      say`Ask for it once more. If it is refused again, sign in with another second factor or a recovery code.`,
      [],
      {},
      reason,
    ),
  /** 409: a passkey is asked of an account that has none. */
  noPasskey: (): Problem =>
    new Problem(409, 'no-passkey', say`Not as things stand`, say`This account has no passkey. Give a code.`),
  /** 401: a second step without the first, or too long after it. */
  passwordFirst: (): Problem =>
    new Problem(
      401,
      'password-first',
      say`Begin with e-mail and password`,
      say`No password was given here within the last five minutes, or it was changed meanwhile.`,
    ),
  /** 401: the workspace asks this person for a second factor, and there is none. */
  secondFactorMissing: (): Problem =>
    new Problem(
      401,
      'second-factor-missing',
      say`Set up a second factor first`,
      say`This workspace asks for one: of administrators, of verifiers, and of whoever is named on restricted evidence. ${NOTHING_CHANGED}`,
    ),
  forbidden: (permission: string): Problem =>
    new Problem(
      403,
      'forbidden',
      say`Your role may not do this`,
      say`It needs the permission "${permission}". ${NOTHING_CHANGED}`,
      [],
      { permission },
    ),
  /** 403: a transition that asks for another role. */
  roleMissing: (unmet: Unmet[]): Problem =>
    new Problem(
      403,
      'role-missing',
      say`Your role may not do this`,
      say`${joined(
        unmet.map((u) => u.message),
        ' ',
      )} ${NOTHING_CHANGED}`,
      [],
      { unmet },
    ),
  /** 403: a browser's request that does not come from Heed's own page. */
  foreignRequest: (): Problem =>
    new Problem(
      403,
      'foreign-request',
      say`This request did not come from the page of Heed`,
      say`Unsafe requests with a cookie need "X-Heed-Request: 1" and the server's own Origin.`,
    ),
  /** 403: one sees the thing, but the separation of duties forbids this person to act on it. */
  notYours: (detail: Words): Problem =>
    new Problem(403, 'separation-of-duties', say`Somebody else has to do this`, say`${detail} ${NOTHING_CHANGED}`),
  /** 404: it does not exist, or you may not know that it does: the same words for both. */
  notFound: (pointer?: string): Problem =>
    new Problem(
      404,
      'not-found',
      say`There is no such thing here`,
      say`It does not exist, or you may not know of it.`,
      pointer === undefined ? [] : [{ pointer, code: 'not-found', message: say`There is no such thing here.` }],
    ),
  methodNotAllowed: (): Problem =>
    new Problem(405, 'method-not-allowed', say`This path does not take this method`, say`See /api/docs.`),
  /** 409: the present state has no such transition; says what it has, and who moved it last. */
  transitionNotAllowed: (detail: Words, more: Record<string, unknown>): Problem =>
    new Problem(
      409,
      'transition-not-allowed',
      say`This transition does not start from the present state`,
      say`${detail} ${NOTHING_CHANGED}`,
      [],
      more,
    ),
  alreadyExists: (what: Words): Problem =>
    new Problem(409, 'already-exists', say`There is one already`, say`${what} ${NOTHING_CHANGED}`),
  stillInUse: (what: Words): Problem =>
    new Problem(409, 'still-in-use', say`Other things stand on this`, say`${what} ${NOTHING_CHANGED}`),
  /** 308: it was merged into another one, which has its place. */
  merged: (into: string): Problem =>
    new Problem(
      308,
      'merged',
      say`It was merged into another one`,
      say`What named it names the one in "into". "/merge" after its address says who merged it and when.`,
      [],
      { into },
    ),
  /** 409: what stands between two entries for one thing, each with how to solve it. */
  mergeConflicts: (conflicts: unknown[]): Problem =>
    new Problem(
      409,
      'merge-conflicts',
      say`They cannot be merged as they are`,
      say`${NOTHING_CHANGED} Each of "conflicts" says how to solve it.`,
      [],
      { conflicts },
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
  circle: (): Problem =>
    new Problem(
      409,
      'circle',
      say`A chain may not run in a circle`,
      say`The follow-ups named in "through" would lead back to where they start. ${NOTHING_CHANGED}`,
    ),
  /** 409: a membership would end with restricted pieces that nobody else can open; `opensAlone` is how many. */
  opensAlone: (count: number): Problem =>
    new Problem(
      409,
      'opens-alone',
      say`Nobody else could open some evidence`,
      say`Restricted pieces that only this person can open: ${String(count)}. Let them name another reader first, or send that number as "leavesClosed": then they stay closed to everybody. ${NOTHING_CHANGED}`,
      [],
      { opensAlone: count },
    ),
  /** 409: the rules of the record forbid it as things stand (parts, closing, corrections). */
  notAsThingsStand: (code: string, detail: Words): Problem =>
    new Problem(409, code, say`Not as things stand`, say`${detail} ${NOTHING_CHANGED}`),
  /** 410: a piece of evidence that was withdrawn; that it was is all that is said of it. */
  withdrawn: (): Problem =>
    new Problem(
      410,
      'withdrawn',
      say`This evidence was withdrawn`,
      say`What it holds is sealed until two people restore it, or erase it for good.`,
    ),
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
  tooLarge: (): Problem => new Problem(413, 'too-large', say`The request is too large`, NOTHING_CHANGED),
  /** 413: a file with more bytes than are taken. */
  fileTooLarge: (most: number): Problem =>
    new Problem(
      413,
      'file-too-large',
      say`The file is too large`,
      say`At most ${most} bytes are taken. ${NOTHING_CHANGED}`,
      [],
      { maxFileBytes: most },
    ),
  /** 415: the bytes are of no kind that is taken, whatever name and type they came with. */
  fileRefused: (why: Words): Problem =>
    new Problem(
      415,
      'file-type-refused',
      say`This kind of file is not taken`,
      say`${why} What is taken: PDF, images, office documents, plain text and CSV, audio, video, e-mail, ZIP. ${NOTHING_CHANGED}`,
    ),
  /** 415: a document of no kind that is read. */
  documentRefused: (): Problem =>
    new Problem(
      415,
      'document-type-refused',
      say`This kind of document is not read`,
      say`What is read: PDF with its text, DOCX, HTML, plain text. ${NOTHING_CHANGED}`,
    ),
  formExpected: (): Problem =>
    new Problem(415, 'unsupported-media-type', say`Send a form with a file`, say`Content-Type: multipart/form-data`),
  unsupportedMediaType: (): Problem =>
    new Problem(415, 'unsupported-media-type', say`Send JSON`, say`Content-Type: application/json`),
  /** 422: conditions of the workflow that are not met, each one named. */
  unmetConditions: (unmet: Unmet[]): Problem =>
    new Problem(
      422,
      'unmet-conditions',
      say`Not all conditions of this transition are met`,
      say`${NOTHING_CHANGED} Each condition under "unmet" says how to meet it.`,
      unmet.map((u) => ({ pointer: '/transition', code: u.condition, message: u.message })),
      { unmet },
    ),
  /** 422: conditions of something else than a transition, each one named. */
  unmetHere: (pointer: string, unmet: Unmet[]): Problem =>
    new Problem(
      422,
      'unmet-conditions',
      say`Not all conditions are met`,
      say`${NOTHING_CHANGED} Each condition under "unmet" says how to meet it.`,
      unmet.map((u) => ({ pointer, code: u.condition, message: u.message })),
      { unmet },
    ),
  /** 422: the request is well formed, but the record does not bear it. */
  unfit: (pointer: string, code: string, message: Words): Problem =>
    new Problem(422, code, say`This does not fit the record`, say`${message} ${NOTHING_CHANGED}`, [
      { pointer, code, message },
    ]),
  /** 422: people who are called to what they could not read, or are no members today. */
  cannotRead: (errors: Fault[]): Problem =>
    new Problem(
      422,
      'cannot-read',
      say`Not everybody who is mentioned can read this`,
      say`${NOTHING_CHANGED} Mention others, or nobody.`,
      errors,
    ),
  /** 422: a new password that is quickly guessed; says why, and never repeats it. */
  weakPassword: (pointer: string, why: Words): Problem =>
    new Problem(
      422,
      'weak-password',
      say`This password is too easy to guess`,
      say`Take four words or more that have nothing to do with each other, or let a password manager make one. ${NOTHING_CHANGED}`,
      [{ pointer, code: 'weak-password', message: why }],
    ),
  /** 422: a document of a kind that is read, but not this one: scanned, locked, damaged, too much. */
  unreadableDocument: (code: string, why: Words): Problem =>
    new Problem(422, code, say`This document can not be read`, say`${why} ${NOTHING_CHANGED}`, [
      { pointer: '', code, message: why },
    ]),
  /** 422: a file of which no working copy can be made; the original can be had. */
  noWorkingCopy: (code: string, why: Words): Problem =>
    new Problem(422, code, say`There is no working copy`, why, [{ pointer: '', code, message: why }]),
  /** 422: names of a document that nobody bears, or several do. */
  unclearNames: (errors: Fault[]): Problem =>
    new Problem(
      422,
      'unclear-names',
      say`Say first whom these names mean`,
      say`${NOTHING_CHANGED} Each of "errors" is a name: say in "addressees" whom it means, or that it is left out.`,
      errors,
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
  /** 422: a definition of the workspace's own, with every fault. */
  faulty: (what: string, errors: Fault[]): Problem =>
    new Problem(
      422,
      `faulty-${what}`,
      say`This can not be followed`,
      say`${NOTHING_CHANGED} Mend what "errors" names and send it again.`,
      errors,
    ),
  versionRequired: (): Problem =>
    new Problem(
      428,
      'version-required',
      say`Say which version you change`,
      say`Send the ETag of what you read as "If-Match".`,
    ),
  /** 429: after so many seconds it may be asked again. */
  tooMany: (seconds = 60): Problem =>
    new Problem(429, 'too-many-requests', say`Too many requests`, say`Wait as long as "Retry-After" says.`, [], {
      retryAfter: seconds,
    }),
  /** 429: too many failures of late; the same whether there is such an account or link. */
  tooManyTries: (seconds: number): Problem =>
    new Problem(
      429,
      'too-many-tries',
      say`Too many tries`,
      say`There were too many tries. Wait ${Math.ceil(seconds / 60)} min, then try again.`,
      [],
      { retryAfter: seconds },
    ),
  /** 500: the stored bytes are not those that were taken in. */
  damaged: (): Problem =>
    new Problem(
      500,
      'damaged',
      say`The stored file is damaged`,
      say`Its bytes are not those that were uploaded, so they are not handed out. Tell the operator.`,
    ),
  /** 500: the piece is sealed with a key that this installation does not have. */
  keyMissing: (): Problem =>
    new Problem(
      500,
      'key-missing',
      say`The key of this piece is missing`,
      say`It is sealed, and none of the keys of this installation opens it. Tell the operator: the piece itself may be whole.`,
    ),
  internal: (): Problem =>
    new Problem(
      500,
      'internal',
      say`Something broke on our side`,
      say`${NOTHING_CHANGED} Tell the operator the request id.`,
    ),
  /** 503: something broke in the middle of many items; each of them is whole, and the work can go on. */
  brokenOff: (): Problem =>
    new Problem(
      503,
      'broken-off',
      say`The work broke off in the middle`,
      say`What was done stays done, nothing is half done: read it to see how far it came. Send the same again to go on.`,
    ),
  unavailable: (): Problem =>
    new Problem(503, 'unavailable', say`Not ready at the moment`, say`${NOTHING_CHANGED} Try again in a few seconds.`),
};
