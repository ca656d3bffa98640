import { type Statement, statement } from '../common/statement.js';
import { PHASES } from '../workflows/workflow.definition.js';
import { DUE, TODAY } from './follow-ups.queries.js';
import type { GROUPINGS, SUMMARY_AXES, UNITS } from './summary.dto.js';

type Grouping = (typeof GROUPINGS)[number];
type Axis = (typeof SUMMARY_AXES)[number];
type Unit = (typeof UNITS)[number];

interface By {
  /** Over follow-ups f: a join that may double one into several rows, and the key of its row. */
  join?: string;
  key: string;
  /** Over the rows r, once they are counted: where the label comes from. */
  labels?: string;
  label: string;
  /** Over kept counts c: which of them, and what joins them to the key. */
  kept: { kind: string; join?: string; key: string };
}

const inLanguage = (labels: string, label: string): string =>
  `coalesce(${labels}->>current_setting('app.language', true), ${label})`;
const keptBy = (kind: string) => ({ kind, key: `nullif(c.key, '00000000-0000-0000-0000-000000000000')::text` });

const BY: Record<Exclude<Grouping, 'phase'> | 'all', By> = {
  all: { key: 'NULL::text', label: 'NULL::text', kept: { kind: 'organization', key: 'NULL::text' } },
  addressee: {
    key: 'f.addressee_id::text',
    labels: 'LEFT JOIN addressee a ON a.id = r.key::uuid',
    label: inLanguage('a.names', 'a.name'),
    kept: keptBy('addressee'),
  },
  theme: {
    join: 'LEFT JOIN LATERAL unnest(f.theme_ids) AS ft(id) ON true',
    key: 'ft.id::text',
    labels: 'LEFT JOIN theme th ON th.id = r.key::uuid',
    label: inLanguage('th.labels', 'th.label'),
    kept: keptBy('theme'),
  },
  source: {
    key: 'f.source_id::text',
    labels: 'LEFT JOIN source s ON s.id = r.key::uuid',
    label: 's.title',
    kept: keptBy('source'),
  },
  organization: {
    key: 'f.organization_id::text',
    labels: 'LEFT JOIN organization o ON o.id = r.key::uuid',
    label: 'o.name',
    kept: keptBy('organization'),
  },
  issuer: {
    join: 'JOIN source s ON s.id = f.source_id LEFT JOIN LATERAL unnest(s.issuers) AS iss(name) ON true',
    key: 'iss.name',
    label: 'r.key',
    kept: {
      kind: 'source',
      join: 'JOIN source s ON s.id = c.key LEFT JOIN LATERAL unnest(s.issuers) AS iss(name) ON true',
      key: 'iss.name',
    },
  },
};

/** Whether the kept counts answer: follow-ups, by anything but the phase, limited by nothing. */
export const isKept = (by: Grouping | undefined, unit: Unit, isLimited: boolean): boolean =>
  by !== 'phase' && unit === 'followUp' && !isLimited;

/**
 * One statement a summary: from the kept counts where they answer, and it takes no values then; else over the
 * follow-ups, its values being the sources, themes and addressees that it is limited to, or null.
 */
export function summaryStatement(axis: Axis, by: Grouping | undefined, unit: Unit, isLimited: boolean): Statement {
  const grouping = by === 'phase' ? { key: `f.${axis}_phase`, label: 'r.key', kept: BY.all.kept } : BY[by ?? 'all'];
  const rows = isKept(by, unit, isLimited) ? keptRows(axis, grouping) : countedRows(axis, grouping, unit);
  const json = (value: string): string => `coalesce(to_json(${value})::text, 'null')`;
  return statement(`
    WITH ${rows}
    SELECT '{"axis":"${axis}","asOf":' || to_json(${TODAY}) || ',"knownAt":' || to_json(clock_timestamp()) || ',"by":${by ? `"${by}"` : 'null'},"unit":"${unit}","items":['
      || coalesce(string_agg('{"key":' || ${json('i.key')} || ',"label":' || ${json('i.label')} || ',"counts":{' || i.counts
        || '},"notFollowed":' || i.not_followed || ',"closed":' || i.closed || ',"overdue":' || i.overdue || ',"contested":' || i.contested || '}',
        ',' ORDER BY i.label NULLS LAST, i.key), '') || ']}' AS text
    FROM (SELECT r.*, ${grouping.label} AS label FROM rows r ${grouping.labels ?? ''}) i`);
}

/** What fell due since the day of the counts, and members that nobody looked at, are few: they are counted as asked for. */
function keptRows(axis: Axis, { join = '', key, kept }: By): string {
  const phases = PHASES[axis].map((phase) => ({ phase, column: phase.replace('-', '_') }));
  const counts = phases.map(({ phase, column }) => `CASE WHEN k.${column} > 0 THEN '"${phase}":' || k.${column} END`);
  return `
    k AS (SELECT ${kept.key} AS key, ${phases.map(({ column }) => `sum(c.${column}) AS ${column}`).join(', ')}, sum(c.closed) AS closed,
        sum(c.overdue) AS overdue, sum(c.${axis}_contested) AS contested
      FROM follow_up_count c ${kept.join ?? ''} WHERE c.kind = '${kept.kind}' GROUP BY 1),
    due AS (SELECT ${key} AS key, count(*) AS n FROM follow_up f ${join} WHERE ${DUE} >= (SELECT d.day FROM counting_day d)
      AND ${DUE} < ${TODAY} AND NOT f.closed GROUP BY 1),
    unseen AS (SELECT ${key} AS key, sum(greatest(n.members - n.followed, 0)) AS n FROM addressee g JOIN follow_up f ON f.addressee_id = g.id ${join}
      CROSS JOIN LATERAL heed_members(f.recommendation_id, g.id, ${TODAY}) n WHERE g.kind = 'group' AND NOT f.closed GROUP BY 1),
    rows AS (SELECT k.key, concat_ws(',', ${counts.join(', ')}) AS counts, coalesce(unseen.n, 0) AS not_followed, k.closed,
        k.overdue + coalesce(due.n, 0) AS overdue, k.contested
      FROM k LEFT JOIN due ON coalesce(due.key, '') = coalesce(k.key, '') LEFT JOIN unseen ON coalesce(unseen.key, '') = coalesce(k.key, '')
      WHERE k.closed > 0 OR ${phases.map(({ column }) => `k.${column} > 0`).join(' OR ')})`;
}

function countedRows(axis: Axis, { join = '', key }: By, unit: Unit): string {
  const closed = unit === 'followUp' ? 'count(*)' : 'count(DISTINCT b.recommendation_id)';
  return `
    base AS MATERIALIZED (
      SELECT ${key} AS key, f.${axis}_phase AS phase, f.recommendation_id, f.closed, NOT f.closed AND coalesce(f.due_on < ${TODAY}, false) AS overdue,
        NOT f.closed AND f.${axis}_contested AS contested,
        CASE WHEN NOT f.closed AND f.addressee_id IN (SELECT g.id FROM addressee g WHERE g.kind = 'group')
          THEN (SELECT greatest(n.members - n.followed, 0) FROM heed_members(f.recommendation_id, f.addressee_id, ${TODAY}) n) ELSE 0 END AS not_followed
      FROM follow_up f ${join}
      WHERE ($1::uuid[] IS NULL OR f.source_id = ANY ($1)) AND ($2::uuid[] IS NULL OR f.theme_ids && $2) AND ($3::uuid[] IS NULL OR f.addressee_id = ANY ($3))),
    counted AS (SELECT key, string_agg('"' || phase || '":' || n, ',') AS counts FROM (${COUNTED[unit]}) p WHERE phase IS NOT NULL GROUP BY key),
    rows AS (
      SELECT b.key, coalesce(max(c.counts), '') AS counts, sum(b.not_followed) AS not_followed, ${closed} FILTER (WHERE b.closed) AS closed,
        count(*) FILTER (WHERE b.overdue) AS overdue, count(*) FILTER (WHERE b.contested) AS contested
      FROM base b LEFT JOIN counted c ON coalesce(c.key, '') = coalesce(b.key, '') GROUP BY b.key)`;
}

const COUNTED: Record<Unit, string> = {
  followUp: 'SELECT key, phase, count(*) AS n FROM base WHERE NOT closed GROUP BY 1, 2',
  recommendation: `SELECT key, phase, count(*) AS n FROM (SELECT key, recommendation_id, heed_add_up(array_agg(phase)) AS phase
    FROM base WHERE NOT closed GROUP BY 1, 2) leaf GROUP BY 1, 2`,
};
