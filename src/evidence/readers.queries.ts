import { actorJson } from '../access/actor.queries.js';
import type { Reading } from '../common/reading-shape.js';
import { hangsOnShown, isNamedOn, knewThen, SHOWN_EVIDENCE, withinShown } from '../access/shown-evidence.js';

const member = (row: string, column: string, m: string): string =>
  `LEFT JOIN membership ${m} ON ${m}.workspace_id = ${row}.workspace_id AND ${m}.person_id = ${row}.${column} LEFT JOIN organization o${m} ON o${m}.id = ${m}.organization_id`;
const named = (m: string): string => `CASE WHEN ${m}.id IS NOT NULL THEN ${actorJson(m, `o${m}`)} END`;

export const MAY_OPEN = `g.ended_at IS NULL AND (g.ends_on IS NULL OR g.ends_on >= current_date)`;

/** That somebody was named, `g`, is known to them and to whoever is named now: also once the piece is open to more people. */
export const KNOWN_GRANT = (g: string): string =>
  `(${g}.person_id = heed_person() OR ${isNamedOn(`${g}.evidence_id`)})`;

/** Who was named on a piece, as whoever may open it sees them. */
export const EVIDENCE_READERS: Reading = {
  table: 'evidence_grant g',
  within: `${withinShown('g')} AND ${KNOWN_GRANT('g')}`,
  joins: `${member('g', 'person_id', 'rm')} ${member('g', 'granted_by', 'gm')} LEFT JOIN reader_request q ON q.id = g.request_id ${member('q', 'asked_of', 'cm')}`,
  item: `json_build_object('id', g.id, 'reader', ${named('rm')}, 'reason', g.reason, 'endsOn', g.ends_on, 'endedAt', g.ended_at, 'mayOpen', ${MAY_OPEN},
    'namedBy', ${named('gm')}, 'confirmedBy', ${named('cm')}, 'createdAt', g.created_at)`,
  changed: 'coalesce(g.ended_at, g.created_at)',
  sorts: { createdAt: { by: 'g.created_at', type: 'timestamptz' } },
  filters: { evidence: 'g.evidence_id = ?::uuid' },
};

const STATE = `coalesce(q.decision, CASE WHEN q.created_at < clock_timestamp() - interval '7 days' THEN 'lapsed' ELSE 'open' END)`;

/** A request `q` is known to whom it asks, and to whoever may open the piece and could when it was asked. */
export const KNOWN_REQUEST = (q: string): string =>
  `(${q}.asked_of = heed_person() OR (${hangsOnShown(`${q}.evidence_id`)} AND ${knewThen(`${q}.evidence_id`, `${q}.created_at`)}))`;

/**
 * A key `k` of words opens them for whoever is named on the piece, also what they were before its level was lowered. A key of a reason, or of a
 * file, is for whoever may know the piece; that of a request for whom it asks, too.
 */
export const OPENS = (
  k: string,
): string => `CASE WHEN ${k}.seals = ${k}.evidence_id THEN ${isNamedOn(`${k}.evidence_id`)}
  ELSE ${hangsOnShown(`${k}.evidence_id`)} OR EXISTS (SELECT FROM reader_request q WHERE q.id = ${k}.seals AND q.asked_of = heed_person()) END`;

/** The piece is told to whoever may open it: an administrator who is asked learns whom, why and by whom. */
export const READER_REQUESTS: Reading = {
  table: 'reader_request q',
  within: `q.workspace_id = ? AND ${KNOWN_REQUEST('q')}`,
  joins: `${member('q', 'person_id', 'rm')} ${member('q', 'requested_by', 'am')} ${member('q', 'asked_of', 'cm')} LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = q.evidence_id`,
  item: `json_build_object('id', q.id, 'evidenceId', e.id, 'reader', ${named('rm')}, 'reason', q.reason, 'endsOn', q.ends_on, 'requestedBy', ${named('am')},
    'askedOf', ${named('cm')}, 'createdAt', q.created_at, 'state', ${STATE}, 'decidedAt', q.decided_at)`,
  changed: 'coalesce(q.decided_at, q.created_at)',
  sorts: { createdAt: { by: 'q.created_at', type: 'timestamptz' } },
  filters: {
    state: `${STATE} = ANY (?::text[])`,
    evidenceId: `q.evidence_id IN (SELECT e.id FROM ${SHOWN_EVIDENCE} e WHERE e.id = ?::uuid)`,
  },
};

/** A filter: those that wait for one administrator, given the person. */
export const WAITS_FOR_ONE = `q.asked_of = ?::uuid AND ${STATE} = 'open'`;
