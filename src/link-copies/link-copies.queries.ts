import { actorJson, addedBy } from '../access/actor.queries.js';
import { statement } from '../common/statement.js';
import type { Reading } from '../common/reading-shape.js';
import { SHOWN_EVIDENCE, withinShown } from '../access/shown-evidence.js';

/** Which pieces are fetched for: the site that is asked learns that somebody looks. */
export const FETCHED_LEVELS = ['public', 'coalition'] as const;
const MAY_BE_FETCHED = `e.kind = 'link' AND e.withdrawal = 'none' AND e.confidentiality IN ('${FETCHED_LEVELS.join("', '")}')`;

/** Waiting for a piece that was closed meanwhile: nobody will look any more. */
const IS_CLOSED = `c.outcome = 'waiting' AND NOT (${MAY_BE_FETCHED})`;

export const LINK_COPIES: Reading = {
  table: 'link_copy c',
  within: withinShown('c'),
  joins: `${addedBy('c')} LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = c.evidence_id`,
  item: `json_build_object('id', c.id, 'evidenceId', c.evidence_id,
    'outcome', CASE WHEN ${IS_CLOSED} THEN 'not-fetched' ELSE c.outcome END, 'reason', CASE WHEN ${IS_CLOSED} THEN 'closed' ELSE c.reason END,
    'status', c.status, 'finalUrl', CASE WHEN e.withdrawal = 'none' THEN c.final_url END,
    'askedBy', CASE WHEN m.id IS NOT NULL THEN ${actorJson('m', 'o')} END, 'recordedAt', c.recorded_at, 'fetchedAt', c.fetched_at,
    'sha256', encode(c.sha256, 'hex'), 'size', c.size)`,
  changed: 'coalesce(c.fetched_at, c.recorded_at)',
  sorts: { recordedAt: { by: 'c.recorded_at', type: 'timestamptz' } },
  filters: { evidence: 'c.evidence_id = ?::uuid' },
};

/** What a job is to look at; nothing where it was looked at already, or where nobody may look any more. */
export const TO_FETCH = statement(`
  SELECT e.url, w.keeps_copies AS "isOn" FROM link_copy c JOIN ${SHOWN_EVIDENCE} e ON e.id = c.evidence_id JOIN workspace w ON w.id = c.workspace_id
  WHERE c.id = $1 AND c.outcome = 'waiting' AND ${MAY_BE_FETCHED}`);

/** Links that nobody looked at for 30 days, those that were never looked at first. */
export const NOT_LOOKED_AT = statement(`
  SELECT e.id FROM ${SHOWN_EVIDENCE} e LEFT JOIN LATERAL (SELECT max(c.recorded_at) AS at FROM link_copy c WHERE c.evidence_id = e.id) last ON true
  WHERE ${MAY_BE_FETCHED} AND e.acceptance <> 'declined' AND (last.at IS NULL OR last.at < clock_timestamp() - interval '30 days')
  ORDER BY last.at NULLS FIRST, e.id LIMIT $1`);
