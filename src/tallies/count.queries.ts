// What a tally counts: one statement, always as of a day and as known at an instant, over what the whole coalition may read.

import { shownRows } from '../access/shown-rows.js';
import { naturally } from '../common/natural-order.js';
import { type Statement, statement } from '../common/statement.js';
import type { Then } from '../follow-ups/as-of.js';
import { entriesIn, phaseAt, standsOn } from '../follow-ups/entries.queries.js';

export interface Counting {
  axis: 'response' | 'implementation';
  unit: 'followUp' | 'recommendation';
  isFlow: boolean;
}

/** Values: sources, themes and addressees that it is limited to (empty is all), the phases, and of a flow the first and the last day. */
export const countStatement = (counting: Counting, then: Then): Statement => statement(then.text(textOf(counting)));

function textOf({ axis, unit, isFlow }: Counting): string {
  const one = unit === 'followUp' ? 'id' : 'recommendation_id';
  return `
    WITH base AS MATERIALIZED (
      SELECT f.${one} AS unit_id, f.id, f.recommendation_id, f.closed, f.${axis}_phase AS phase FROM ${shownRows('follow_up f')}
      WHERE f.confidentiality IN ('public', 'coalition') AND (cardinality($1::uuid[]) = 0 OR f.source_id = ANY ($1))
        AND (cardinality($2::uuid[]) = 0 OR f.theme_ids && $2) AND (cardinality($3::uuid[]) = 0 OR f.addressee_id = ANY ($3))),
    units AS (SELECT unit_id, bool_and(closed) AS closed, heed_add_up(array_agg(phase) FILTER (WHERE NOT closed)) AS phase FROM base GROUP BY unit_id),
    ${isFlow ? enteredIn(axis, unit) : standingAt(axis)},
    classed AS (SELECT CASE WHEN u.closed THEN 'closed' WHEN c.unit_id IS NOT NULL THEN 'counted' WHEN a.brought_in THEN 'broughtIn' WHEN a.voided THEN 'voided'
        WHEN u.phase IN ('unknown', 'awaited') THEN 'unknown' ELSE 'others' END AS class
      FROM units u LEFT JOIN counted c ON c.unit_id = u.unit_id LEFT JOIN apart a ON a.unit_id = u.unit_id),
    shown AS (SELECT DISTINCT ON (c.unit_id) c.*, r.id AS recommendation_id, r.code, h.code AS addressee
      FROM counted c JOIN base b ON b.unit_id = c.unit_id JOIN ${shownRows('recommendation r')} ON r.id = b.recommendation_id
      JOIN ${shownRows('follow_up found')} ON found.id = b.id JOIN addressee h ON h.id = found.addressee_id ORDER BY c.unit_id)
    SELECT json_build_object('asOf', heed_as_of(), 'knownAt', heed_known_at(),
      'classes', (SELECT coalesce(json_object_agg(class, n), '{}') FROM (SELECT class, count(*) AS n FROM classed GROUP BY class) k),
      'items', (SELECT coalesce(json_agg(json_build_object('recommendationId', s.recommendation_id, 'followUpId', ${unit === 'followUp' ? 's.unit_id' : 'NULL'},
        'transitionIds', s.transition_ids) ORDER BY ${naturally('s.code')}, s.addressee, s.unit_id), '[]') FROM shown s))::text AS text`;
}

/** How things stood: each with the moves that its tracks stood on. */
const standingAt = (axis: string): string => `
    apart AS (SELECT NULL::uuid AS unit_id, false AS brought_in, false AS voided),
    counted AS (SELECT u.unit_id, array_remove(array_agg(${standsOn('found.id')} ORDER BY found.id), NULL) AS transition_ids
      FROM units u JOIN base b ON b.unit_id = u.unit_id AND NOT b.closed JOIN ${shownRows('track found')} ON found.follow_up_id = b.id AND found.axis = '${axis}'
      WHERE u.phase = ANY ($4::text[]) GROUP BY u.unit_id)`;

/** What entered one of the phases, by the rules of docs/domain.md, "Flows": each with the moves by which it did. */
function enteredIn(axis: string, unit: Counting['unit']): string {
  const addedUpAt = (day: string) => `heed_add_up(array_agg(${phaseAt('b.id', `'${axis}'`, 'b.phase', day)}))`;
  const days =
    unit === 'followUp'
      ? `SELECT unit_id, day FROM entered WHERE how = 'moved' AND phase = ANY ($4::text[])`
      : `SELECT d.unit_id, d.day FROM (SELECT DISTINCT unit_id, day FROM entered WHERE how = 'moved') d JOIN base b ON b.unit_id = d.unit_id AND NOT b.closed
          GROUP BY d.unit_id, d.day HAVING ${addedUpAt('d.day')} = ANY ($4::text[]) AND ${addedUpAt('d.day')} IS DISTINCT FROM ${addedUpAt('d.day - 1')}`;
  return `
    entered AS MATERIALIZED (SELECT b.unit_id, n.day, n.phase, n.how, n.transition_id FROM (${entriesIn('$5', '$6')}) n
      JOIN base b ON b.id = n.follow_up_id AND NOT b.closed WHERE n.axis = '${axis}'),
    apart AS (SELECT unit_id, bool_or(how = 'broughtIn') AS brought_in, bool_or(how = 'voided') AS voided FROM entered WHERE phase = ANY ($4::text[]) GROUP BY unit_id),
    days AS (SELECT DISTINCT * FROM (${days}) y),
    counted AS (SELECT y.unit_id, array_agg(DISTINCT n.transition_id) AS transition_ids FROM days y
      JOIN entered n ON n.unit_id = y.unit_id AND n.day = y.day AND n.how = 'moved'${unit === 'followUp' ? ' AND n.phase = ANY ($4::text[])' : ''} GROUP BY y.unit_id)`;
}
