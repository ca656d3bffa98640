import type { Actor } from './actor.js';

/**
 * Whom the log names where no member acts: founding a workspace, letting in whoever accepts an invitation, jobs.
 * A person of its own (migrations insert it) with no account and no membership, so nobody can sign in as it.
 */
export const SYSTEM_PERSON = '00000000-0000-4000-8000-000000000001';

/** In which workspace the system acts, and for which organization where it is for one. */
export interface SystemScope {
  workspaceId: string;
  timeZone: string;
  organizationId?: string;
}

/** The system in one workspace: the row policies bind it as they bind an administrator there. */
export const systemActor = (
  { workspaceId, timeZone, organizationId = SYSTEM_PERSON }: SystemScope,
  requestId: string,
): Actor => ({
  sessionId: SYSTEM_PERSON,
  accountId: SYSTEM_PERSON,
  personId: SYSTEM_PERSON,
  secondsSinceSignIn: null,
  requestId,
  language: 'en',
  workspaceId,
  timeZone,
  membershipId: SYSTEM_PERSON,
  organizationId,
  roles: ['administrator'],
  readsAll: false,
});
