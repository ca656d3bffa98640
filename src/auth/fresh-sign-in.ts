import type { Identity } from '../access/actor.js';
import { FRESH_SECONDS } from '../access/permissions.js';
import { problems } from '../common/problem.js';

/** For people only: a program's token can't look at or change what its maker signs in with. */
export function requireSession(identity: Identity): void {
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
