// Who somebody is: signing in, second factors, passwords, providers.

import { NOTHING_CHANGED, Problem } from './problem-answer.js';
import { say, type Words } from './words.js';

export const signInProblems = {
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
  /** 401: the workspace asks this person for a second factor, and there is none. */
  secondFactorMissing: (): Problem =>
    new Problem(
      401,
      'second-factor-missing',
      say`Set up a second factor first`,
      say`This workspace asks for one: of administrators, of verifiers, and of whoever is named on restricted evidence. ${NOTHING_CHANGED}`,
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
  /** 422: a new password that is quickly guessed; says why, and never repeats it. */
  weakPassword: (pointer: string, why: Words): Problem =>
    new Problem(
      422,
      'weak-password',
      say`This password is too easy to guess`,
      say`Take four words or more that have nothing to do with each other, or let a password manager make one. ${NOTHING_CHANGED}`,
      [{ pointer, code: 'weak-password', message: why }],
    ),
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
};
