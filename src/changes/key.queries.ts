// One row of what belongs to a period: its id, the day that puts it there, and what lists are narrowed by.

import { shownRows } from '../access/shown-rows.js';

/** The day that it was in the workspace's time zone, of an instant within the period. */
export const dayOf = (at: string): string =>
  `(SELECT (${at} AT TIME ZONE w.time_zone)::date FROM workspace w WHERE w.id = heed_workspace())`;

interface Key {
  act: string;
  /** Alias whose id it is, and whose act: its organization. */
  row: string;
  day: string;
  from: string;
}

/** One row of a kind: over the follow-up `f` that it is about. */
export const key = ({ act, row, day, from }: Key): string =>
  `SELECT ${row}.id, ${row}.workspace_id, '${act}' AS act, ${day} AS day, f.id AS follow_up_id, f.addressee_id, f.source_id, f.theme_ids,
    ${row}.organization_id ${from}`;

export const OF_TRACK = (row: string): string =>
  `JOIN ${shownRows('track t')} ON t.id = ${row}.track_id JOIN ${shownRows('follow_up f')} ON f.id = t.follow_up_id`;

/** State `s` that a transition leads to, and the one that it starts from. */
export const STATE = (x: string, s: string): string =>
  `JOIN workflow_state ${s} ON ${s}.workflow_id = ${x}.workflow_id AND ${s}.state = ${x}.to_state`;
export const FROM_STATE = (x: string, s: string): string =>
  `JOIN workflow_state ${s} ON ${s}.workflow_id = ${x}.from_workflow_id AND ${s}.state = ${x}.from_state`;
