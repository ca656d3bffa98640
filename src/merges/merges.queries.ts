import { hangsOn, shownRows } from '../access/shown-rows.js';
import { actorJson } from '../access/actor.queries.js';
import type { Reading } from '../common/reading-shape.js';
import { type Statement, statement } from '../common/statement.js';
import type { Mergeable } from './merge.entity.js';

const NAME: Record<Mergeable, (alias: string) => string> = {
  addressee: (a) => `coalesce(${a}.names->>current_setting('app.language', true), ${a}.name)`,
  source: (s) => `${s}.title`,
};

const person = (
  column: string,
): string => `(SELECT ${actorJson('x', 'xo')} FROM membership x JOIN organization xo ON xo.id = x.organization_id
  WHERE x.workspace_id = m.workspace_id AND x.person_id = m.${column})`;

/** What went over, `v`, is known to whoever may know the thing. */
const KNOWN_MOVE = `CASE WHEN v.kind IN ('follow-up', 'via-group') THEN ${hangsOn('follow_up', 'v.row_id')}
  WHEN v.kind IN ('engagement', 'engagement-addressee', 'engagement-double') THEN ${hangsOn('engagement', 'v.row_id')}
  WHEN v.kind = 'recommendation' THEN ${hangsOn('recommendation', 'v.row_id')} ELSE true END`;

export const MERGES: Reading = {
  table: 'merge m',
  joins: `LEFT JOIN membership mb ON mb.workspace_id = m.workspace_id AND mb.person_id = m.person_id LEFT JOIN organization o ON o.id = m.organization_id
    LEFT JOIN addressee a ON m.noun = 'addressee' AND a.id = m.kept_id LEFT JOIN source s ON m.noun = 'source' AND s.id = m.kept_id`,
  item: `json_build_object('id', m.id, 'noun', m.noun, 'old', json_build_object('id', m.old_id, 'name', coalesce(m.was->>'name', m.was->>'title')),
    'into', json_build_object('id', m.kept_id, 'name', coalesce(${NAME.addressee('a')}, ${NAME.source('s')})),
    'was', CASE m.noun WHEN 'addressee' THEN heed_fields_of(jsonb_populate_record(NULL::addressee, m.was))
      ELSE heed_fields_of(jsonb_populate_record(NULL::source, m.was)) END, 'aliases', m.aliases,
    'moves', (SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'count', c.n) ORDER BY c.kind), '[]')
      FROM (SELECT v.kind, count(*) AS n FROM merge_move v WHERE v.merge_id = m.id AND ${KNOWN_MOVE} GROUP BY v.kind) c),
    'by', ${actorJson('mb', 'o')}, 'recordedAt', m.created_at,
    'undone', CASE WHEN m.undone_at IS NOT NULL THEN json_build_object('by', ${person('undone_by')}, 'at', m.undone_at) END, 'version', m.version)`,
  version: 'm.version',
  changed: 'm.updated_at',
  sorts: { recordedAt: { by: 'm.created_at', type: 'timestamptz' } },
  filters: { noun: 'm.noun = ANY (?::text[])', into: 'm.kept_id = ?::uuid' },
};

/** Both, locked against whoever is about to name the old one: they come first, or find it gone. */
export const LOCK: Record<Mergeable, Statement> = { addressee: lock('addressee'), source: lock('source') };
function lock(table: Mergeable): Statement {
  return statement(`SELECT FROM ${table} WHERE workspace_id = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`);
}

export const ONE_MERGE_AT_A_TIME = statement(
  `SELECT pg_advisory_xact_lock(hashtextextended('merging in ' || $1::text, 0))`,
);

/** A thing by the names that it goes by: all of these find the kept one once it has taken the other's place. */
export interface Named {
  id: string;
  name: string;
  names: string[];
  aliases: string[];
  version: number;
}
export const NAMED: Record<Mergeable, Statement> = {
  addressee: statement(`SELECT a.id, ${NAME.addressee('a')} AS name, a.aliases, a.version,
      array_remove(ARRAY[a.name, a.code, a.iso_code] || ARRAY(SELECT n.value FROM jsonb_each_text(a.names) n ORDER BY n.key), NULL) AS names
    FROM addressee a WHERE a.workspace_id = $1 AND a.id = $2`),
  source:
    statement(`SELECT s.id, s.title AS name, s.aliases, s.version, array_remove(ARRAY[s.title, s.symbol], NULL) AS names
    FROM source s WHERE s.workspace_id = $1 AND s.id = $2`),
};

/** What would go over, by kind; of what the caller may see. */
export const MOVES: Record<Mergeable, Statement> = {
  addressee: statement(`SELECT kind, n::integer AS count FROM (
      SELECT 'follow-up' AS kind, count(*) AS n FROM ${shownRows('follow_up f')} WHERE workspace_id = $1 AND addressee_id = $2
      UNION ALL SELECT 'via-group', count(*) FROM ${shownRows('follow_up f')} WHERE workspace_id = $1 AND via_group_id = $2
      UNION ALL SELECT 'membership', count(*) FROM addressee_member WHERE workspace_id = $1 AND member_id = $2
      UNION ALL SELECT 'member', count(*) FROM addressee_member WHERE workspace_id = $1 AND group_id = $2
      UNION ALL SELECT 'engagement', count(*) FROM ${shownRows('engagement e')} WHERE workspace_id = $1 AND by_addressee_id = $2
      UNION ALL SELECT 'predecessor', count(*) FROM addressee WHERE workspace_id = $1 AND successor_id = $2
      UNION ALL SELECT CASE WHEN k.engagement_id IS NULL THEN 'engagement-addressee' ELSE 'engagement-double' END, count(*)
        FROM engagement_addressee x LEFT JOIN engagement_addressee k ON k.engagement_id = x.engagement_id AND k.addressee_id = $3
        WHERE x.workspace_id = $1 AND x.addressee_id = $2 AND ${hangsOn('engagement', 'x.engagement_id')} GROUP BY 1) moved WHERE n > 0 ORDER BY kind`),
  source: statement(`SELECT kind, n::integer AS count FROM (
      SELECT 'recommendation' AS kind, count(*) AS n FROM ${shownRows('recommendation r')} WHERE workspace_id = $1 AND source_id = $2 AND source_id <> $3
      UNION ALL SELECT 'next-step', count(*) FROM next_step WHERE workspace_id = $1 AND source_id = $2) moved
    WHERE n > 0 ORDER BY kind`),
};

/** Things that stand between two addressees: which rule they break, and what they are. */
export interface Clash {
  code: string;
  id: string;
  name: string;
}
const PATH = (from: string, to: string): string => `EXISTS (WITH RECURSIVE below AS (
      SELECT ${from}::uuid AS id UNION SELECT m.member_id FROM addressee_member m JOIN below b ON b.id = m.group_id) SELECT FROM below WHERE id = ${to})`;
export const CLASHES = statement(`
  SELECT 'both-followed' AS code, f.id, r.code AS name FROM ${shownRows('follow_up f')} JOIN ${shownRows('follow_up k')} ON k.recommendation_id = f.recommendation_id AND k.addressee_id = $3
    JOIN ${shownRows('recommendation r')} ON r.id = f.recommendation_id WHERE f.workspace_id = $1 AND f.addressee_id = $2
  UNION ALL SELECT 'spread-out-from-other', f.id, f.recommendation_code FROM ${shownRows('follow_up f')}
    WHERE f.workspace_id = $1 AND f.addressee_id IN ($2, $3) AND f.via_group_id IN ($2, $3)
  UNION ALL SELECT 'towards-itself', e.id, e.kind || ' ' || e.occurred_on FROM ${shownRows('engagement e')} JOIN engagement_addressee x ON x.engagement_id = e.id
    WHERE e.workspace_id = $1 AND e.by_addressee_id IN ($2, $3) AND x.addressee_id IN ($2, $3)
  UNION ALL SELECT 'same-group', g.id, g.name FROM addressee_member m JOIN addressee_member k ON k.group_id = m.group_id AND k.member_id = $3
    JOIN addressee g ON g.id = m.group_id WHERE m.workspace_id = $1 AND m.member_id = $2
  UNION ALL SELECT 'same-member', a.id, a.name FROM addressee_member m JOIN addressee_member k ON k.member_id = m.member_id AND k.group_id = $3
    JOIN addressee a ON a.id = m.member_id WHERE m.workspace_id = $1 AND m.group_id = $2
  UNION ALL SELECT 'circle', a.id, a.name FROM addressee a WHERE a.workspace_id = $1 AND a.id = $2 AND (${PATH('$2', '$3')} OR ${PATH('$3', '$2')})
  UNION ALL SELECT 'no-group', k.id, k.name FROM addressee k WHERE k.workspace_id = $1 AND k.id = $3 AND k.kind NOT IN ('group', 'regional-organization')
    AND EXISTS (SELECT FROM addressee_member m WHERE m.group_id = $2)
  UNION ALL SELECT 'succeeded-by-old', k.id, k.name FROM addressee k WHERE k.workspace_id = $1 AND k.id = $3 AND EXISTS (WITH RECURSIVE later AS (
      SELECT k.successor_id AS id UNION SELECT a.successor_id FROM addressee a JOIN later l ON l.id = a.id) SELECT FROM later WHERE id = $2)
  ORDER BY 1, 3, 2`);
/** The first three of them, those that the caller may not see among them. */
export const ALL_CLASHES = statement('SELECT heed_merge_clashes($1, $2)::integer AS n');

export const REMEMBER: Record<Mergeable, Statement> = { addressee: remember('addressee'), source: remember('source') };
function remember(table: Mergeable): Statement {
  return statement(`INSERT INTO merge (id, workspace_id, noun, old_id, kept_id, was, aliases, person_id, organization_id)
    SELECT $3, $1, '${table}', t.id, $4, to_jsonb(t), $5, $6, $7 FROM ${table} t WHERE t.workspace_id = $1 AND t.id = $2`);
}
export const MERGE = statement('SELECT heed_merge($1)');
export const UNDO_MERGE = statement('SELECT heed_undo_merge($1)');

/** What went over, by kind, for the log: what one organization alone may know is left out. */
export const MOVED =
  statement(`SELECT v.kind, array_agg(v.row_id ORDER BY v.row_id) AS ids FROM merge_move v WHERE v.merge_id = $1 AND ${KNOWN_MOVE}
    AND NOT EXISTS (SELECT FROM ${shownRows('follow_up f')} WHERE f.id = v.row_id AND f.confidentiality = 'organization')
    AND NOT EXISTS (SELECT FROM ${shownRows('engagement e')} WHERE e.id = v.row_id AND e.confidentiality = 'organization')
    AND NOT EXISTS (SELECT FROM ${shownRows('recommendation r')} WHERE r.id = v.row_id AND r.confidentiality = 'organization')
  GROUP BY v.kind ORDER BY v.kind`);
