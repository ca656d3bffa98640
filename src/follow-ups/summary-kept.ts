// How follow-ups stand, from the kept counts: as they are today, and as of a moment with what changed since put over them.

import { COUNTS_SHOWN, shownRows } from '../access/shown-rows.js';
import { PHASES } from '../workflows/workflow.definition.js';
import { DUE, TODAY } from './follow-ups.queries.js';
import type { By } from './summary-groupings.js';
import type { SUMMARY_AXES } from './summary.dto.js';

type Axis = (typeof SUMMARY_AXES)[number];

const phasesOf = (axis: Axis) => PHASES[axis].map((phase) => ({ phase, column: phase.replace('-', '_') }));

/** By its key, how many of the kept counts are of which phase, closed, overdue on the day of the counts, contested. */
const keptBy = (axis: Axis, { kept }: By): string => `
    SELECT ${kept.key} AS key, ${phasesOf(axis)
      .map(({ column }) => `sum(c.${column}) AS ${column}`)
      .join(', ')}, sum(c.closed) AS closed, sum(c.overdue) AS overdue, sum(c.${axis}_contested) AS contested
      FROM ${COUNTS_SHOWN} ${kept.join ?? ''} WHERE c.kind = '${kept.kind}' GROUP BY 1`;

/** Of `k`: rows of which anything is there. */
const rowsOf = (axis: Axis, overdue: string, joins: string): string => {
  const counts = phasesOf(axis).map(
    ({ phase, column }) => `CASE WHEN k.${column} > 0 THEN '"${phase}":' || k.${column} END`,
  );
  return `
    rows AS (SELECT k.key, concat_ws(',', ${counts.join(', ')}) AS counts, coalesce(unseen.n, 0) AS not_followed, k.closed,
        ${overdue} AS overdue, k.contested
      FROM k ${joins} LEFT JOIN unseen ON coalesce(unseen.key, '') = coalesce(k.key, '')
      WHERE k.closed > 0 OR ${phasesOf(axis)
        .map(({ column }) => `k.${column} > 0`)
        .join(' OR ')})`;
};

/** What fell due since the day of the counts, and members that nobody looked at, are few: they are counted as asked for. */
export function keptRows(axis: Axis, by: By): string {
  const { join = '', key } = by;
  return `
    k AS (${keptBy(axis, by)}),
    due AS (SELECT ${key} AS key, count(*) AS n FROM ${shownRows('follow_up f')} ${join} WHERE ${DUE} >= (SELECT d.day FROM counting_day d WHERE d.workspace_id = heed_workspace())
      AND ${DUE} < ${TODAY} AND NOT f.closed GROUP BY 1),
    unseen AS (SELECT ${key} AS key, sum(greatest(n.members - n.followed, 0)) AS n FROM addressee g JOIN ${shownRows('follow_up f')} ON f.addressee_id = g.id ${join}
      CROSS JOIN LATERAL heed_members(f.recommendation_id, g.id, ${TODAY}) n WHERE g.kind = 'group' AND NOT f.closed GROUP BY 1),
    ${rowsOf(axis, 'k.overdue + coalesce(due.n, 0)', `LEFT JOIN due ON coalesce(due.key, '') = coalesce(k.key, '')`)}`;
}

/**
 * As of a moment: the counts of today, without those that stood otherwise then and with what these were. Of all others only
 * whether they were overdue depends on the day: what falls due between it and the day of the counts is put right.
 * Rows named `found` are read as they stand today (as-of.ts).
 */
export function keptRowsThen(axis: Axis, by: By): string {
  const { join = '', key } = by;
  const counted = [
    ...phasesOf(axis).map(({ phase, column }) => ({ column, of: `NOT f.closed AND f.phase = '${phase}'` })),
    { column: 'closed', of: 'f.closed' },
    { column: 'overdue', of: `NOT f.closed AND f.due_on < ${TODAY}` },
    { column: 'contested', of: 'NOT f.closed AND f.contested' },
  ];
  const columns = counted.map(({ column }) => column);
  return `
    worked AS MATERIALIZED (SELECT * FROM heed_follow_ups_then()),
    shift AS (
      SELECT s.n, ${KEYED('found')}, s.phase, s.closed, s.due_on, s.contested FROM worked w JOIN ${shownRows('follow_up found')} ON found.id = w.id
        CROSS JOIN LATERAL (VALUES (-1, found.${axis}_phase, found.closed, found.due_on, found.${axis}_contested),
          (1, w.${axis}_phase, w.closed, w.due_on, w.${axis}_contested)) s(n, phase, closed, due_on, contested)
      UNION ALL SELECT -1, ${KEYED('found')}, found.${axis}_phase, found.closed, found.due_on, found.${axis}_contested
        FROM ${shownRows('follow_up found')} WHERE found.created_at > heed_known_at()),
    days AS (SELECT d.day, ${TODAY} AS asked FROM counting_day d WHERE d.workspace_id = heed_workspace()),
    k AS (SELECT t.key, ${columns.map((column) => `sum(t.${column}) AS ${column}`).join(', ')} FROM (
      ${keptBy(axis, by)}
      UNION ALL SELECT ${key}, ${counted.map(({ of }) => `coalesce(sum(f.n) FILTER (WHERE ${of}), 0)`).join(', ')} FROM shift f ${join} GROUP BY 1
      UNION ALL SELECT ${key}, ${columns.map((column) => (column === 'overdue' ? 'count(*) * (SELECT CASE WHEN asked < day THEN -1 ELSE 1 END FROM days)' : '0')).join(', ')}
        FROM (SELECT found.* FROM ${shownRows('follow_up found')}) f ${join} WHERE ${DUE} >= (SELECT least(day, asked) FROM days)
          AND ${DUE} < (SELECT greatest(day, asked) FROM days) AND NOT f.closed GROUP BY 1) t GROUP BY t.key),
    unseen AS (SELECT ${key} AS key, sum(greatest(n.members - n.followed, 0)) AS n
      FROM (SELECT ${KEYED('found')} FROM addressee g JOIN ${shownRows('follow_up found')} ON found.addressee_id = g.id LEFT JOIN worked w ON w.id = found.id
        WHERE g.kind = 'group' AND found.created_at <= heed_known_at() AND NOT coalesce(w.closed, found.closed)) f ${join}
      CROSS JOIN LATERAL heed_members(f.recommendation_id, f.addressee_id, ${TODAY}) n GROUP BY 1),
    ${rowsOf(axis, 'k.overdue', '')}`;
}

/** What rows are told apart by. */
const KEYED = (row: string): string =>
  ['id', 'recommendation_id', 'addressee_id', 'source_id', 'theme_ids', 'organization_id']
    .map((column) => `${row}.${column}`)
    .join(', ');
