// What an administrator may change of a membership. Persons are compared: one has one membership per workspace.

import type { Role } from '../access/actor.js';
import { type Problem, problems } from '../common/problem.js';
import { say } from '../common/words.js';

/** What of a membership can be changed. */
export interface MembershipTerms {
  roles: readonly Role[];
  /** The last day, or null. */
  endsOn: string | null;
  readsAll: boolean;
  organizationId: string;
}

/** Why the change may not be made; undefined where it may. `isOwn`: it is the membership of whoever asks. */
export function objectionTo(isOwn: boolean, before: MembershipTerms, after: MembershipTerms): Problem | undefined {
  if (isOwn && !isLeaving(before, after))
    return problems.notYours(say`Another administrator has to change your own membership; you can only end it sooner.`);
  if (after.roles.includes('verifier') && !before.roles.includes('verifier')) {
    return problems.notYours(
      say`The role verifier takes two administrators: ask for it under "role-requests" of the member, and let another one confirm.`,
    );
  }
  if (after.readsAll && !after.roles.every((role) => role === 'auditor')) {
    return problems.unfit(
      '/readsAll',
      'auditors-only',
      say`Only who is an auditor and nothing else may read what every organization keeps to itself.`,
    );
  }
  return undefined;
}

/** Nothing but an earlier end: that is everybody's own to decide. */
function isLeaving(before: MembershipTerms, after: MembershipTerms): boolean {
  const isSooner = after.endsOn !== null && (before.endsOn === null || after.endsOn <= before.endsOn);
  const isSame =
    sameRoles(before.roles, after.roles) &&
    before.readsAll === after.readsAll &&
    before.organizationId === after.organizationId;
  return isSame && (isSooner || before.endsOn === after.endsOn);
}

const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));

/** Whether somebody is left who can let others in: an administrator without a last day. */
export const isLastingAdministrator = ({ roles, endsOn }: Pick<MembershipTerms, 'roles' | 'endsOn'>): boolean =>
  roles.includes('administrator') && endsOn === null;
