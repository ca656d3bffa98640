import { shownRows } from '../access/shown-rows.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';
import { addresseeJson, NOW, TODAY } from './follow-ups.queries.js';

const SILENT = `NOT f.closed AND f.response_phase IN ('awaited', 'no-reply') AND ($2::uuid[] IS NULL OR f.addressee_id = ANY ($2::uuid[]))`;

/**
 * Of follow-ups whose response is awaited or stated to be missing: since when. Whoever was never asked, by an engagement
 * or a move that says so, is not silent. What was corrected did not happen.
 */
const silences = (direction: 'ASC' | 'DESC'): string => `
  WITH told AS (
    SELECT f.id, e.occurred_last, e.id AS engagement_id, e.kind, e.awaited_on, e.awaited_last
    FROM ${shownRows('follow_up f')} JOIN engagement_recommendation er ON er.recommendation_id = f.recommendation_id
    JOIN engagement_addressee ea ON ea.engagement_id = er.engagement_id AND ea.addressee_id = f.addressee_id
    JOIN ${shownRows('engagement e')} ON e.id = er.engagement_id
    WHERE ${SILENT}
    UNION ALL
    SELECT f.id, x.occurred_last, NULL, NULL, NULL, NULL
    FROM ${shownRows('follow_up f')} JOIN ${shownRows('track found')} ON found.follow_up_id = f.id AND found.axis = 'response' AND found.stands_on IS NOT NULL
    JOIN transition x ON x.track_id = found.id AND x.position IS NOT NULL
    WHERE ${SILENT} AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = x.id)),
  silent AS MATERIALIZED (
    SELECT id, min(occurred_last) AS since, count(engagement_id) AS engagements, count(*) FILTER (WHERE kind = 'reminder') AS reminders, max(occurred_last) FILTER (WHERE engagement_id IS NOT NULL) AS last_asked,
      (array_agg(awaited_on ORDER BY awaited_last DESC NULLS LAST))[1] AS awaited_on
    FROM told GROUP BY id),
  beyond AS (SELECT *, row_number() OVER (ORDER BY since ${direction}, id ${direction}) AS n FROM silent
    WHERE $3::date IS NULL OR (since, id) ${direction === 'ASC' ? '>' : '<'} ($3::date, $4::uuid)),
  shown AS (SELECT * FROM beyond WHERE n <= $1::integer)
  SELECT json_build_object('asOf', ${TODAY}, 'knownAt', ${NOW}, 'count', (SELECT count(*) FROM silent), 'items', coalesce((
    SELECT json_agg(json_build_object('followUpId', f.id, 'recommendation', ${recommendationJson('r')}, 'addressee', ${addresseeJson('a')},
      'phase', f.response_phase, 'label', coalesce(s.labels->>current_setting('app.language', true), s.labels->>'en'), 'ask', f.ask, 'since', l.since,
      'days', greatest(${TODAY} - l.since, 0), 'engagements', l.engagements, 'reminders', l.reminders, 'lastAskedOn', l.last_asked, 'awaitedOn', l.awaited_on, 'movedAt', f.moved_at)
      ORDER BY l.n)
    FROM shown l JOIN ${shownRows('follow_up f')} ON f.id = l.id JOIN ${shownRows('recommendation r')} ON r.id = f.recommendation_id JOIN addressee a ON a.id = f.addressee_id
    JOIN ${shownRows('track t')} ON t.follow_up_id = f.id AND t.axis = 'response' JOIN workflow_state s ON s.workflow_id = t.workflow_id AND s.state = t.state), '[]'::json), 'nextCursor', (
    SELECT translate(encode(convert_to(json_build_array($5::text, since::text, id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')
    FROM shown WHERE n = $1::integer AND EXISTS (SELECT FROM beyond WHERE n > $1::integer)))::text AS text`;

/** By the order that is asked for. */
export const SILENCES = { since: silences('ASC'), '-since': silences('DESC') };
