import { withinLevel } from '../access/shown-rows.js';
import type { Reading } from '../common/reading-shape.js';

/** Joins for the workflow `w` and the state `s` of a track, which its JSON takes its label from. */
export const withState = (t: string): string =>
  `LEFT JOIN workflow ${t}w ON ${t}w.id = ${t}.workflow_id LEFT JOIN workflow_state ${t}s ON ${t}s.workflow_id = ${t}.workflow_id AND ${t}s.state = ${t}.state`;

/** A Track as every answer shows it; over its row and `withState`. What contests it is looked up only where something does. */
export const trackJson = (t: string): string =>
  `json_build_object('id', ${t}.id, 'axis', ${t}.axis, 'workflow', ${t}w.key || '@' || ${t}w.version, 'state', ${t}.state,
    'label', coalesce(${t}s.labels->>current_setting('app.language', true), ${t}s.labels->>'en'), 'phase', ${t}.phase, 'unchecked', ${t}.unchecked,
    'contested', CASE WHEN ${t}.contested THEN heed_contested(${t}.id, ${t}.stands_on) END, 'version', ${t}.version, 'updatedAt', ${t}.updated_at)`;

export const TRACKS: Reading = {
  table: 'track t',
  within: withinLevel('t'),
  joins: withState('t'),
  item: trackJson('t'),
  version: 't.version',
  changed: 't.updated_at',
  sorts: {},
};
