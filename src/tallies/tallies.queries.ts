import { actorJson, addedBy } from '../access/actor.queries.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';
import { isFlagged } from '../evidence/harm-flags.queries.js';
import { addresseeJson } from '../follow-ups/follow-ups.queries.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { hangsOn, shownRows } from '../access/shown-rows.js';

const LANGUAGE = `current_setting('app.language', true)`;

/** What it is limited to is called as it is today. */
export const TALLIES: Reading = {
  table: 'tally t',
  joins: addedBy('t'),
  item: `json_build_object('id', t.id, 'title', t.title, 'sentence', coalesce(t.sentences->>${LANGUAGE}, t.sentences->>'en'), 'number', t.number, 'total', t.total,
    'notCounted', t.not_counted, 'axis', t.axis, 'phases', t.phases, 'unit', t.unit, 'from', t.first_day, 'to', t.last_day,
    'sources', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.title) ORDER BY s.title, s.id), '[]') FROM source s WHERE s.id = ANY (t.source_ids)),
    'themes', (SELECT coalesce(json_agg(json_build_object('id', h.id, 'name', coalesce(h.labels->>${LANGUAGE}, h.label)) ORDER BY h.label, h.id), '[]')
      FROM theme h WHERE h.id = ANY (t.theme_ids)),
    'addressees', (SELECT coalesce(json_agg(${addresseeJson('a')} ORDER BY a.code), '[]') FROM addressee a WHERE a.id = ANY (t.addressee_ids)),
    'asOf', t.as_of, 'knownAt', t.known_at, 'by', ${actorJson('m', 'o')}, 'recordedAt', t.recorded_at)`,
  changed: 't.recorded_at',
  sorts: { recordedAt: { by: 't.recorded_at', type: 'timestamptz' } },
};

const CITED = (
  x: string,
) => `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'title', CASE WHEN e.withdrawal = 'none' THEN e.title END, 'stance', te.stance, 'isFlagged', ${isFlagged('e.id')})
    ORDER BY CASE WHEN e.withdrawal = 'none' THEN e.title END, e.id), '[]')
  FROM transition_evidence te JOIN ${SHOWN_EVIDENCE} e ON e.id = te.evidence_id WHERE te.transition_id = ${x}.id)`;
const MOVE = (
  x: string,
  m: string,
  o: string,
  s: string,
) => `'transitionId', ${x}.id, 'transition', ${x}.transition, 'label', coalesce(${s}.labels->>${LANGUAGE}, ${s}.labels->>'en'),
    'by', ${actorJson(m, o)}, 'occurredOn', ${x}.occurred_on, 'recordedAt', ${x}.recorded_at, 'evidence', ${CITED(x)}`;
const ledTo = (x: string, s: string) =>
  `JOIN workflow_state ${s} ON ${s}.workflow_id = ${x}.workflow_id AND ${s}.state = ${x}.to_state`;

/** The move before x, as known when the number was counted. */
const BEFORE = `SELECT p.* FROM transition p WHERE p.track_id = x.track_id AND p.position < x.position AND p.recorded_at <= t.known_at
    AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = p.id AND c.recorded_at <= t.known_at) ORDER BY p.position DESC LIMIT 1`;

const MOVES = `(SELECT coalesce(json_agg(json_build_object(${MOVE('x', 'xm', 'xo', 'xs')},
      'before', CASE WHEN b.id IS NOT NULL THEN json_build_object(${MOVE('b', 'bm', 'bo', 'bs')}) END) ORDER BY x.occurred_last, x.id), '[]')
    FROM tally t JOIN transition x ON x.id = ANY (i.transition_ids) ${ledTo('x', 'xs')} ${addedBy('x', 'xm', 'xo')}
    LEFT JOIN LATERAL (${BEFORE}) b ON true LEFT ${ledTo('b', 'bs')} ${addedBy('b', 'bm', 'bo')} WHERE t.id = i.tally_id)`;

/** What was counted: names as they are today, moves as they were recorded. */
export const TALLY_ITEMS: Reading = {
  table: 'tally_item i',
  within: `i.workspace_id = ? AND CASE WHEN i.follow_up_id IS NULL THEN ${hangsOn('recommendation', 'i.recommendation_id')} ELSE ${hangsOn('follow_up', 'i.follow_up_id')} END`,
  joins: `LEFT JOIN ${shownRows('recommendation r')} ON r.id = i.recommendation_id LEFT JOIN ${shownRows('follow_up f')} ON f.id = i.follow_up_id LEFT JOIN addressee a ON a.id = f.addressee_id`,
  item: `json_build_object('id', i.id, 'recommendation', ${recommendationJson('r')},
    'followUp', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'addressee', ${addresseeJson('a')}) END, 'moves', ${MOVES})`,
  changed: '(SELECT t.recorded_at FROM tally t WHERE t.id = i.tally_id)',
  sorts: { place: { by: 'i.place', type: 'numeric' } },
  filters: { tally: 'i.tally_id = ?::uuid' },
};

/** Names by language of what a tally is limited to, and the first id that the actor doesn't know; values: sources, themes, addressees. */
export const LIMITS = statement(`
  WITH asked AS (SELECT 'sourceIds' AS field, n - 1 AS place, id FROM unnest($1::uuid[]) WITH ORDINALITY u(id, n)
    UNION ALL SELECT 'themeIds', n - 1, id FROM unnest($2::uuid[]) WITH ORDINALITY u(id, n)
    UNION ALL SELECT 'addresseeIds', n - 1, id FROM unnest($3::uuid[]) WITH ORDINALITY u(id, n))
  SELECT q.field, q.place::integer, coalesce(s.title, h.label, a.name) AS en,
    coalesce(s.title, h.labels->>'ko', h.label, a.names->>'ko', a.name) AS ko
  FROM asked q LEFT JOIN source s ON q.field = 'sourceIds' AND s.id = q.id AND s.workspace_id = heed_workspace()
  LEFT JOIN theme h ON q.field = 'themeIds' AND h.id = q.id AND h.workspace_id = heed_workspace()
  LEFT JOIN addressee a ON q.field = 'addresseeIds' AND a.id = q.id AND a.workspace_id = heed_workspace() ORDER BY q.field, q.place`);

export const KEEP_TALLY = statement(`
  INSERT INTO tally (id, workspace_id, person_id, organization_id, title, axis, phases, unit, first_day, last_day, source_ids, theme_ids, addressee_ids,
    as_of, known_at, number, total, not_counted, sentences)
  VALUES ($1, $2, $3, $4, $5, $6, $7::text[], $8, $9::date, $10::date, $11::uuid[], $12::uuid[], $13::uuid[], $14::date, $15::timestamptz, $16, $17, $18::jsonb, $19::jsonb)`);
export const KEEP_ITEMS = statement(`
  INSERT INTO tally_item (id, workspace_id, tally_id, place, recommendation_id, follow_up_id, transition_ids)
  SELECT gen_random_uuid(), $1, $2, n, (u.item->>'recommendationId')::uuid, (u.item->>'followUpId')::uuid,
    ARRAY(SELECT m::uuid FROM jsonb_array_elements_text(u.item->'transitionIds') m)
  FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY u(item, n)`);

/** A tally as it is counted again. */
export const KEPT = statement(`
  SELECT t.axis, t.phases, t.unit, t.first_day::text AS "firstDay", t.last_day::text AS "lastDay", t.source_ids AS "sourceIds", t.theme_ids AS "themeIds",
    t.addressee_ids AS "addresseeIds", t.as_of::text AS "asOf", to_json(t.known_at)#>>'{}' AS "knownAt", t.number
  FROM tally t WHERE t.id = $1::uuid AND t.workspace_id = heed_workspace()`);
export const KEPT_ITEMS = statement(`SELECT i.recommendation_id AS "recommendationId", i.follow_up_id AS "followUpId",
    CASE WHEN i.follow_up_id IS NULL THEN EXISTS (SELECT FROM ${shownRows('recommendation r')} WHERE r.id = i.recommendation_id AND r.confidentiality IN ('public', 'coalition'))
      ELSE EXISTS (SELECT FROM ${shownRows('follow_up f')} WHERE f.id = i.follow_up_id AND f.confidentiality IN ('public', 'coalition')) END AS "isShared"
  FROM tally_item i WHERE i.tally_id = $1::uuid ORDER BY i.place`);
