// What time brought about in a period, or kept from it: silences, deadlines, next steps.

import { KNOWN_STEP } from '../next-steps/next-steps.queries.js';
import { shownRows } from '../access/shown-rows.js';
import { meets } from '../follow-ups/deadlines.queries.js';
import { dayOf, FROM_STATE, key, OF_TRACK, STATE } from './key.queries.js';
import { type By, END, FROM, FROM_AT, recordedIn, TO_AT, within } from './period.js';
import { answeredBy, askedBefore, atEndOf, closedBy, counts, SILENT } from './standing.queries.js';

const ENGAGED = `FROM ${shownRows('engagement e')} JOIN engagement_recommendation er ON er.engagement_id = e.id JOIN engagement_addressee ea ON ea.engagement_id = e.id
  JOIN ${shownRows('follow_up f')} ON f.recommendation_id = er.recommendation_id AND f.addressee_id = ea.addressee_id`;
const ENGAGED_DAY = (by: By): string => (by === 'occurred' ? 'e.occurred_last' : dayOf('e.created_at'));
const MOVED_DAY = (by: By): string => (by === 'occurred' ? 'x.occurred_last' : dayOf('x.recorded_at'));
const RESPONSE = (by: By): string => `FROM transition x ${OF_TRACK('x')} ${STATE('x', 's')} ${FROM_STATE('x', 'b')}
  WHERE ${within(by, 'x.occurred_last', 'x.recorded_at')} AND t.axis = 'response' AND ${counts('x')}`;

export const silences = (by: By): string[] => [
  key({
    act: 'began',
    row: 'e',
    day: ENGAGED_DAY(by),
    from: `${ENGAGED} WHERE ${within(by, 'e.occurred_last', 'e.created_at')} AND NOT ${answeredBy('e.occurred_last')}
      AND NOT ${askedBefore('(se.occurred_last, se.id) < (e.occurred_last, e.id)', 'sx.occurred_last < e.occurred_last')}`,
  }),
  key({
    act: 'began',
    row: 'x',
    day: MOVED_DAY(by),
    from: `${RESPONSE(by)} AND s.phase IN ${SILENT} AND NOT ${askedBefore('se.occurred_last <= x.occurred_last', 'sx.position < x.position')}`,
  }),
  key({
    act: 'reminded',
    row: 'e',
    day: ENGAGED_DAY(by),
    from: `${ENGAGED} WHERE ${within(by, 'e.occurred_last', 'e.created_at')} AND e.kind = 'reminder' AND NOT ${answeredBy(END)} AND NOT ${closedBy(END)}`,
  }),
  key({
    act: 'overran',
    row: 'e',
    day: 'e.awaited_last + 1',
    from: `${ENGAGED} WHERE e.awaited_last >= ${FROM} - 1 AND e.awaited_last < ${END} AND NOT ${answeredBy('e.awaited_last')} AND NOT ${closedBy('e.awaited_last')}`,
  }),
  key({
    act: 'ended',
    row: 'x',
    day: MOVED_DAY(by),
    from: `${RESPONSE(by)} AND b.phase IN ${SILENT} AND s.phase NOT IN ${SILENT}
      AND ${askedBefore('se.occurred_last <= x.occurred_last', 'sx.position < x.position')}`,
  }),
];

const DUE_OF = `JOIN ${shownRows('follow_up f')} ON f.recommendation_id = d.recommendation_id AND (d.follow_up_id IS NULL OR f.id = d.follow_up_id)`;
const UNMET = (day: string): string =>
  `NOT coalesce(${atEndOf(day, 'd.axis', meets('s.state', 's.phase'))}, false) AND NOT ${closedBy(day)}`;
const fallen = (day: string): string => `${day} >= ${FROM} - 1 AND ${day} < ${END} AND ${UNMET(day)}`;
const EXTENDED = 'FROM deadline_extension x JOIN deadline d ON d.id = x.deadline_id';

export const deadlines = (by: By): string[] => [
  key({
    act: 'fell-due',
    row: 'd',
    day: 'd.due_last + 1',
    from: `FROM deadline d ${DUE_OF} WHERE ${fallen('d.due_last')} AND NOT EXISTS (SELECT FROM deadline_extension n WHERE n.deadline_id = d.id)`,
  }),
  key({
    act: 'fell-due',
    row: 'd',
    day: 'x.due_last + 1',
    from: `${EXTENDED} ${DUE_OF} WHERE ${fallen('x.due_last')}
      AND NOT EXISTS (SELECT FROM deadline_extension n WHERE n.deadline_id = d.id AND (n.recorded_at, n.id) > (x.recorded_at, x.id))`,
  }),
  key({
    act: 'met',
    row: 'd',
    day: MOVED_DAY(by),
    from: `FROM transition x ${OF_TRACK('x')} ${STATE('x', 's')} ${FROM_STATE('x', 'b')}
      JOIN deadline d ON d.recommendation_id = f.recommendation_id AND d.axis = t.axis AND (d.follow_up_id IS NULL OR d.follow_up_id = f.id)
      WHERE ${within(by, 'x.occurred_last', 'x.recorded_at')} AND x.corrects IS NULL AND ${counts('x')} AND ${meets('s.state', 's.phase')} AND NOT ${meets('b.state', 'b.phase')}`,
  }),
  key({
    act: 'extended',
    row: 'x',
    day: dayOf('x.recorded_at'),
    from: `${EXTENDED} ${DUE_OF} WHERE ${recordedIn('x.recorded_at')}`,
  }),
];

/** Each step once, as it stood at the end of the period: who opened it again later is not asked. */
export const STEPS = `
  SELECT n.id, n.workspace_id, CASE WHEN o.outcome IN ('done', 'dropped') THEN o.outcome WHEN n.due_last < ${END} THEN 'overdue'
      WHEN n.created_at >= ${FROM_AT} THEN 'made' ELSE 'open' END AS act, n.due_last AS day, n.follow_up_id, f.addressee_id, coalesce(f.source_id, n.source_id) AS source_id, f.theme_ids, n.organization_id
  FROM next_step n LEFT JOIN ${shownRows('follow_up f')} ON f.id = n.follow_up_id LEFT JOIN LATERAL (SELECT x.outcome, x.recorded_at FROM next_step_outcome x
    WHERE x.next_step_id = n.id AND x.recorded_at < ${TO_AT} ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1) o ON true
  WHERE n.created_at < ${TO_AT} AND ${KNOWN_STEP('n')} AND (o.outcome IS NULL OR o.outcome = 'reopened' OR o.recorded_at >= ${FROM_AT})
    AND (n.state = 'open' OR n.id IN (SELECT y.next_step_id FROM next_step_outcome y WHERE y.workspace_id = heed_workspace() AND y.recorded_at >= ${FROM_AT}))`;
