import type { Language } from '../common/language.js';

/** What a membership may hold; several may be combined (docs/access.md). */
export const ROLES = ['administrator', 'editor', 'verifier', 'partner', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Whoever signed in, before any workspace is entered. */
export interface Identity {
  /** The session, or the access token, that the request came with. */
  sessionId: string;
  accountId: string;
  personId: string;
  /** Null for a program with a token, infinite where an organization's provider began the session: neither passes where a fresh sign-in is asked. */
  secondsSinceSignIn: number | null;
  requestId: string;
  /** Language of labels and sentences, from Accept-Language. */
  language: Language;
  /** Data hash of the audit event that the request wrote last; answered as `Audit-Receipt`. */
  receipt?: string;
}

/** A person acting in one workspace. Services take it first; the database learns it in `inWorkspace`. */
export interface Actor extends Identity {
  workspaceId: string;
  /** IANA name; days and overdue are told in it. */
  timeZone: string;
  membershipId: string;
  organizationId: string;
  roles: readonly Role[];
  /** An auditor to whom organization-level things of all organizations are open. */
  readsAll: boolean;
  /** The workspace asks this person for a second factor, and their account has none: nothing of it is open to them. */
  lacksSecondFactor?: boolean;
  /** The bulk action that this act is an item of: its audit events name it, and their ids are gathered here. */
  bulkAction?: { id: string; eventIds: string[] };
}

export const hasRole = (actor: Pick<Actor, 'roles'>, ...roles: Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));
