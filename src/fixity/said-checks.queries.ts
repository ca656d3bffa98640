// All of it runs as the keeper: it reads sealed columns and hashes, and no words.

import { statement } from '../common/statement.js';

const WRITTEN = `'evidence.captured', 'evidence.uploaded', 'evidence.changed', 'evidence.accepted', 'evidence.declined'`;

/** Events of one thing with what opens them, the first one first. */
const events = (object: string, actions: string): string => `(
  SELECT coalesce(json_agg(json_build_object('id', a.id, 'details', encode(a.details, 'hex'), 'salt', encode(s.salt, 'hex')) ORDER BY a.at, a.id), '[]')
  FROM audit_event a JOIN audit_salt s ON s.event_id = a.id
  WHERE a.workspace_id = e.workspace_id AND a.object_id = ${object} AND a.action IN (${actions}))`;

const WORDINGS = `(SELECT json_agg(encode(x.text_hash, 'hex') ORDER BY x.n, x.recorded_at, x.id) FROM (
    SELECT 0 AS n, c.recorded_at, c.id, c.text_hash UNION ALL
    SELECT 1, b.recorded_at, b.id, b.text_hash FROM comment_act b WHERE b.comment_id = c.id AND b.act = 'edited') x)`;

/** The next restricted pieces by id, as they stand, with what the log says was written; and whether each was looked at within the last hours. */
export const NEXT_PIECES = statement(`
  SELECT e.id, e.workspace_id AS "workspaceId", e.organization_id AS "organizationId", e.title, e.url, e.locator, e.publisher,
    e.statement_hash AS "statementHash", e.finding_hash AS "findingHash", e.quote_hash AS "quoteHash", e.acceptance_reason_hash AS "acceptanceReasonHash",
    f.outcome AS before, coalesce(f.checked_at > clock_timestamp() - interval '20 hours', false) AS "isFresh", ${events('e.id', WRITTEN)} AS events,
    (SELECT coalesce(json_agg(json_build_object('wordings', ${WORDINGS}, 'events', ${events('c.id', `'comment.written', 'comment.edited'`)})), '[]')
      FROM comment c WHERE c.evidence_id = e.id) AS comments
  FROM evidence e LEFT JOIN file_check f ON f.blob_key = e.id
  WHERE e.id > $1 AND e.confidentiality = 'restricted' AND e.withdrawal <> 'erased' ORDER BY e.id LIMIT $2`);
