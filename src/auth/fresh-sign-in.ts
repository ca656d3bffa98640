import type { Identity } from '../access/actor.js';
import { FRESH_SECONDS } from '../access/permissions.js';
import { problems } from '../common/problem.js';

/** Of a session that an organization's provider began: never a fresh sign-in, for whoever runs the provider could have begun it. */
export const VOUCHED = Infinity;

export const isVouched = ({ secondsSinceSignIn }: Pick<Identity, 'secondsSinceSignIn'>): boolean =>
  secondsSinceSignIn === VOUCHED;

/** For people who gave their password: neither a program's token nor an organization's provider can look at or change what somebody signs in with. */
export function requireSession(identity: Identity): void {
  if (identity.secondsSinceSignIn === null || isVouched(identity)) throw problems.signInAgain();
}

/** For people, however they signed in. */
export function requireNoToken(identity: Identity): void {
  if (identity.secondsSinceSignIn === null) throw problems.signInAgain();
}

/** For what takes a lock away: whoever finds a page open, minutes after a sign-in, can't. */
export function requireSignInJustNow({ secondsSinceSignIn }: Identity): void {
  if (secondsSinceSignIn === null || secondsSinceSignIn > ONE_MINUTE) throw problems.signInJustNow();
}

const ONE_MINUTE = 60;

/** For what outlives a stolen session. */
export function requireFreshSignIn({ secondsSinceSignIn }: Identity): void {
  if (secondsSinceSignIn === null || secondsSinceSignIn > FRESH_SECONDS) throw problems.signInAgain();
}
