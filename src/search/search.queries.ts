import { statement } from '../common/statement.js';
import { nameContains } from '../follow-ups/follow-ups.queries.js';
import { titleOf } from '../recommendations/recommendation-title.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { shownRows } from '../access/shown-rows.js';

/** Codes are ordered by their characters, so what begins with $1 lies between it and it with the last character there is. */
const beginsWith = (words: string): string => `(r.code >= ${words} AND r.code < ${words} || chr(1114111))`;

/** By code first, then by words, newest first. */
const RECOMMENDATIONS = `
  SELECT r.id, ${titleOf('r')} AS title, r.code AS context, row_number() OVER (ORDER BY c.rank, CASE WHEN c.rank = 0 THEN r.code END, r.updated_at DESC, r.id) AS n
  FROM (SELECT x.id, min(x.rank) AS rank FROM (
      (SELECT r.id, 0 AS rank FROM ${shownRows('recommendation r')} WHERE ${beginsWith('$1::text')} ORDER BY r.code LIMIT $2::integer)
      UNION ALL (SELECT r.id, 0 FROM ${shownRows('recommendation r')} WHERE ${beginsWith('upper($1::text)')} ORDER BY r.code LIMIT $2::integer)
      UNION ALL SELECT f.id, 1 FROM heed_newest_found($1::text, NULL, NULL, $2::integer) f) x GROUP BY x.id) c
  JOIN ${shownRows('recommendation r')} ON r.id = c.id`;

const ADDRESSEES = `
  SELECT a.id, a.title, a.code AS context, row_number() OVER (ORDER BY a.code <> upper($1::text), a.title, a.id) AS n
  FROM (SELECT n.id, n.code, coalesce(n.names->>current_setting('app.language', true), n.name) AS title FROM addressee n WHERE ${nameContains('$1')}) a`;

const SOURCES = `
  SELECT s.id, s.title, s.symbol AS context, row_number() OVER (ORDER BY s.updated_at DESC, s.id) AS n FROM source s
  WHERE position(lower($1::text) IN lower(concat_ws(' ', s.symbol, s.title))) > 0`;

/** Found pieces are read under the row policy; the titles of restricted ones are sealed, and found by nobody. */
const EVIDENCE = `
  SELECT e.id, e.title, e.publisher AS context, row_number() OVER (ORDER BY e.updated_at DESC, e.id) AS n FROM ${SHOWN_EVIDENCE} e
  WHERE e.withdrawal = 'none' AND e.id = ANY (ARRAY(SELECT heed_found_evidence($1::text, $2::integer)))`;

const of = (kind: string, order: number, found: string): string =>
  `SELECT '${kind}' AS kind, ${String(order)} AS o, k.* FROM (${found}) k WHERE k.n <= $2::integer`;

/** Given the words, and how many of each kind. */
export const SEARCH = statement(`
  SELECT json_build_object('items', coalesce(json_agg(json_build_object('kind', i.kind, 'id', i.id, 'title', i.title, 'context', i.context) ORDER BY i.o, i.n), '[]'))::text AS text
  FROM (${of('recommendation', 0, RECOMMENDATIONS)} UNION ALL ${of('addressee', 1, ADDRESSEES)}
    UNION ALL ${of('source', 2, SOURCES)} UNION ALL ${of('evidence', 3, EVIDENCE)}) i`);
