import type { Schema } from '../api/client';

/** What the page reads of an entry. */
export type ShownEvent = Pick<
  Schema['AuditEventView'],
  'id' | 'at' | 'action' | 'objectType' | 'objectId' | 'outcome' | 'level' | 'actor' | 'receipt' | 'details'
>;
