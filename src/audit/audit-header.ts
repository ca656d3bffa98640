// The canonical header of an audit event (RFC 8785) and the hashes over it. Pure: the offline check computes the same.

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What an outsider may check without reading the details. `at` and the version of the format are added by the log. */
export interface AuditHeader {
  id: string;
  workspace: string | null;
  organization: string | null;
  person: string | null;
  account: string | null;
  session: string | null;
  action: string;
  objectType: string;
  objectId: string | null;
  objectVersion: number | null;
  outcome: 'allow' | 'deny';
  requestId: string;
  level: string;
  /** SHA-256 over salt and canonical details, hexadecimal. */
  details: string;
}

export const canonical = (value: unknown): string => canonicalize(value) as string;

/** The details' part of the header: opens only with the salt, so deleting the salt erases what was said. */
export const hashDetails = (salt: Buffer, details: string): string =>
  createHash('sha256').update(salt).update(details, 'utf8').digest('hex');

/**
 * The canonical header around the instant that only PostgreSQL knows: text before and after it. Keys are sorted, so
 * `at` follows `action`; PostgreSQL joins the three and hashes them in the statement that writes the event.
 */
export function aroundInstant(header: AuditHeader): [before: string, after: string] {
  const whole = canonical({ ...header, at: INSTANT });
  const [before, after] = whole.split(INSTANT) as [string, string];
  return [before, after];
}

/** Data hash of a whole header; what PostgreSQL computes when it writes. */
export const dataHash = (header: AuditHeader, at: string): Buffer =>
  createHash('sha256')
    .update(canonical({ ...header, at }))
    .digest();

const INSTANT = '@instant@';
