// All of it runs as the keeper, but for FILE_STATES, which may be asked by everybody who reaches the database and tells numbers only.

import { statement } from '../common/statement.js';

export const AS_KEEPER = statement('SET LOCAL ROLE heed_keeper');

/** One process at a time; let go with the connection. */
export const ALONE = statement(`SELECT pg_try_advisory_lock(hashtext('heed file checks')) AS "isAlone"`);

const part = (kind: string, from: string): string => `(
  SELECT '${kind}' AS kind, ${kind === 'link-copy' ? 'e' : 'f'}.id AS subject_id, f.workspace_id, f.organization_id, f.blob_key, f.sha256 FROM ${from}
  WHERE f.blob_key > $1 ORDER BY f.blob_key LIMIT $2)`;
const FILES = [
  part('evidence', 'evidence f'),
  part('link-copy', 'link_copy f JOIN evidence e ON e.id = f.evidence_id'),
  part('intake', 'intake f'),
  part('inbox-item', 'inbox_item f'),
].join(' UNION ALL ');

/** The next files by key, and whether each was read within the last hours: whoever goes on after a stop doesn't begin anew. */
export const NEXT_FILES = statement(`
  SELECT f.kind, f.subject_id AS "subjectId", f.workspace_id AS "workspaceId", f.organization_id AS "organizationId", f.blob_key AS "blobKey", f.sha256,
    c.outcome AS before, coalesce(c.checked_at > clock_timestamp() - interval '20 hours', false) AS "isFresh",
    e.confidentiality AS level, k.key_id AS "keyId", k.wrapped, k.generation
  FROM (${FILES}) f
    LEFT JOIN file_check c ON c.blob_key = f.blob_key
    LEFT JOIN evidence e ON e.id = f.subject_id AND f.kind IN ('evidence', 'link-copy')
    LEFT JOIN evidence_key k ON k.seals = f.blob_key
  ORDER BY f.blob_key LIMIT $2`);

/** Whether the record still names these bytes: what was erased meanwhile is not missing. */
export const IS_NAMED = statement(`
  SELECT EXISTS (SELECT FROM evidence WHERE blob_key = $1) OR EXISTS (SELECT FROM link_copy WHERE blob_key = $1)
    OR EXISTS (SELECT FROM intake WHERE blob_key = $1) OR EXISTS (SELECT FROM inbox_item WHERE blob_key = $1) AS "isNamed"`);

export const KEEP_CHECK = statement(`
  INSERT INTO file_check AS c (blob_key, workspace_id, kind, subject_id, outcome, since, checked_at)
  VALUES ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp())
  ON CONFLICT (blob_key) DO UPDATE SET outcome = excluded.outcome, checked_at = excluded.checked_at,
    since = CASE WHEN c.outcome = excluded.outcome THEN c.since ELSE excluded.since END`);

/** Of bytes that were erased since. */
export const FORGET_CHECKS = statement(
  `DELETE FROM file_check WHERE checked_at < clock_timestamp() - interval '3 days'`,
);

export const FILE_STATES = statement('SELECT outcome, files::integer, age FROM heed_file_states()');
