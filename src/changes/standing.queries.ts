// How a follow-up `f` stood on a past day, by the transitions that count: docs/domain.md, "As of".

import { shownRows } from '../access/shown-rows.js';

/** It holds a state: it has a place among the others, and nobody corrected it. */
export const counts = (x: string): string =>
  `${x}.position IS NOT NULL AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = ${x}.id)`;

/** Phases of a response that is not there. */
export const SILENT = `('awaited', 'no-reply')`;

/** What a scalar over state `s` says of the track on the axis at the end of the day; null before its first move. */
export const atEndOf = (day: string, axis: string, said: string): string => `(SELECT ${said}
  FROM ${shownRows('track st')} JOIN transition sx ON sx.track_id = st.id JOIN workflow_state s ON s.workflow_id = sx.workflow_id AND s.state = sx.to_state
  WHERE st.follow_up_id = f.id AND st.axis = ${axis} AND sx.occurred_last <= ${day} AND ${counts('sx')} ORDER BY sx.position DESC LIMIT 1)`;

/** Whether it was answered by the end of the day. */
export const answeredBy = (day: string): string =>
  `coalesce(${atEndOf(day, `'response'`, `s.phase NOT IN ${SILENT}`)}, false)`;

/** Whether it was closed at the end of the day. */
export const closedBy = (day: string): string => `coalesce((SELECT sc.act = 'closed' FROM closing sc
  WHERE sc.follow_up_id = f.id AND sc.occurred_last <= ${day} ORDER BY sc.recorded_at DESC, sc.id DESC LIMIT 1), false)`;

/** Engagements `se` with the addressee of `f` on its recommendation, of those that the reader may know. */
const ASKS = `engagement_recommendation sr JOIN engagement_addressee sa ON sa.engagement_id = sr.engagement_id AND sa.addressee_id = f.addressee_id
  JOIN ${shownRows('engagement se')} ON se.id = sr.engagement_id WHERE sr.recommendation_id = f.recommendation_id`;
const RESPONSES = `${shownRows('track st')} JOIN transition sx ON sx.track_id = st.id WHERE st.follow_up_id = f.id AND st.axis = 'response' AND ${counts('sx')}`;

/** Whether anything was asked or told of it before: `ask` and `move` compare `se` and `sx` with what is looked at. */
export const askedBefore = (ask: string, move: string): string =>
  `(EXISTS (SELECT FROM ${ASKS} AND ${ask}) OR EXISTS (SELECT FROM ${RESPONSES} AND ${move}))`;

/** The day since when there is no answer, as `GET /silences` counts it. */
export const SINCE = `least((SELECT min(se.occurred_last) FROM ${ASKS}), (SELECT min(sx.occurred_last) FROM ${RESPONSES}))`;
