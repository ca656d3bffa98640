import type { Identity } from '../access/actor.js';
import { FRESH_SECONDS, VOUCHED } from '../access/permissions.js';
import { problems } from '../common/problem.js';

export const isVouched = ({ secondsSinceSignIn }: Pick<Identity, 'secondsSinceSignIn'>): boolean =>
  secondsSinceSignIn === VOUCHED;

/** For what outlives a stolen session, where only the rows say whether it does; otherwise the guard asks (`SignedInLately`). */
export function requireFreshSignIn({ secondsSinceSignIn }: Identity): void {
  if (secondsSinceSignIn === null || secondsSinceSignIn > FRESH_SECONDS) throw problems.signInAgain();
}
