import { type Statement, statement } from '../common/statement.js';
import { TODAY } from './follow-ups.queries.js';
import type { GROUPINGS, SUMMARY_AXES, UNITS } from './summary.dto.js';

type Grouping = (typeof GROUPINGS)[number];
type Axis = (typeof SUMMARY_AXES)[number];

/** Where the rows of a grouping come from: a join that may double a follow-up into several rows, its key and its label. */
const BY: Record<Grouping, (phase: string) => { join: string; key: string; label: string }> = {
  addressee: () => ({
    join: 'JOIN addressee a ON a.id = f.addressee_id',
    key: 'a.id::text',
    label: `coalesce(a.names->>current_setting('app.language', true), a.name)`,
  }),
  theme: () => ({
    join: 'LEFT JOIN LATERAL unnest(f.theme_ids) AS ft(id) ON true LEFT JOIN theme th ON th.id = ft.id',
    key: 'th.id::text',
    label: `coalesce(th.labels->>current_setting('app.language', true), th.label)`,
  }),
  source: () => ({ join: 'JOIN source s ON s.id = f.source_id', key: 's.id::text', label: 's.title' }),
  phase: (phase) => ({ join: '', key: phase, label: phase }),
  organization: () => ({ join: 'JOIN organization o ON o.id = f.organization_id', key: 'o.id::text', label: 'o.name' }),
  issuer: () => ({
    join: 'JOIN source s ON s.id = f.source_id LEFT JOIN LATERAL unnest(s.issuers) AS iss(name) ON true',
    key: 'iss.name',
    label: 'iss.name',
  }),
};

/** One statement a summary: parameters are the sources, themes and addressees that it is limited to, or null. */
export function summaryStatement(axis: Axis, by: Grouping | undefined, unit: (typeof UNITS)[number]): Statement {
  const phase = `f.${axis}_phase`;
  const { join, key, label } = by ? BY[by](phase) : { join: '', key: 'NULL::text', label: 'NULL::text' };
  return statement(`
    WITH base AS (
      SELECT ${key} AS key, ${label} AS label, ${phase} AS phase, f.recommendation_id, f.closed, NOT f.closed AND coalesce(f.due_on < ${TODAY}, false) AS overdue,
        CASE WHEN NOT f.closed AND g.kind = 'group' THEN (SELECT greatest(n.members - n.followed, 0) FROM heed_members(f.recommendation_id, g.id, ${TODAY}) n) ELSE 0 END AS not_followed,
        NOT f.closed AND f.${axis}_contested AS contested
      FROM follow_up f JOIN addressee g ON g.id = f.addressee_id ${join}
      WHERE ($1::uuid[] IS NULL OR f.source_id = ANY ($1)) AND ($2::uuid[] IS NULL OR f.theme_ids && $2) AND ($3::uuid[] IS NULL OR f.addressee_id = ANY ($3))),
    counted AS (${unit === 'followUp' ? BY_FOLLOW_UP : BY_RECOMMENDATION}),
    rows AS (
      SELECT key, max(label) AS label, sum(not_followed)::int AS not_followed, ${unit === 'followUp' ? 'count(*) FILTER (WHERE closed)' : 'count(DISTINCT recommendation_id) FILTER (WHERE closed)'} AS closed,
        count(*) FILTER (WHERE overdue) AS overdue, count(*) FILTER (WHERE contested) AS contested
      FROM base GROUP BY key)
    SELECT json_build_object('axis', '${axis}', 'asOf', ${TODAY}, 'knownAt', clock_timestamp(), 'by', ${by ? `'${by}'` : 'NULL::text'}, 'unit', '${unit}',
      'items', coalesce(json_agg(json_build_object('key', r.key, 'label', r.label,
        'counts', (SELECT coalesce(json_object_agg(c.phase, c.n), '{}') FROM counted c WHERE c.key IS NOT DISTINCT FROM r.key),
        'notFollowed', r.not_followed, 'closed', r.closed, 'overdue', r.overdue, 'contested', r.contested) ORDER BY r.label NULLS LAST, r.key), '[]'))::text AS text
    FROM rows r`);
}

const BY_FOLLOW_UP = 'SELECT key, phase, count(*) AS n FROM base WHERE NOT closed GROUP BY 1, 2';
const BY_RECOMMENDATION = `SELECT key, phase, count(*) AS n FROM (SELECT key, recommendation_id, heed_add_up(array_agg(phase)) AS phase FROM base WHERE NOT closed GROUP BY 1, 2) leaf GROUP BY 1, 2`;
