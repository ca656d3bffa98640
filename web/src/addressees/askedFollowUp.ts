import type { Schema } from '../api/client';

/** What the page of an addressee reads of its follow-ups. */
export const ASKED_FIELDS = [
  'id',
  'recommendation',
  'addressee',
  'asked',
  'ask',
  'viaGroup',
  'response',
  'implementation',
  'dueOn',
  'overdue',
  'contested',
  'closing',
] as const;
export type AskedFollowUp = Pick<Schema['FollowUpView'], (typeof ASKED_FIELDS)[number]>;
