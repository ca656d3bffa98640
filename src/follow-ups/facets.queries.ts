import { COUNTS_SHOWN, shownRows } from '../access/shown-rows.js';
import { type Bind, conditionsOn } from '../common/page-statement.js';
import { PHASES } from '../workflows/workflow.definition.js';
import { CONTESTED, DUE, FOLLOW_UPS, TODAY } from './follow-ups.queries.js';

const MOST = 50;
const inLanguage = (labels: string, label: string): string =>
  `coalesce(${labels}->>current_setting('app.language', true), ${label})`;

interface Facet {
  /** Over the follow-ups `b` that are counted: a join where one has several, and the value. */
  join?: string;
  key: string;
  /** Over the values `c`: where the label comes from. */
  labels?: string;
  label: string;
}

const FACETS = {
  addressee: {
    key: 'b.addressee_id::text',
    labels: 'JOIN addressee a ON a.id = c.key::uuid',
    label: inLanguage('a.names', 'a.name'),
  },
  theme: {
    join: 'CROSS JOIN LATERAL unnest(b.theme_ids) AS bt(id)',
    key: 'bt.id::text',
    labels: 'JOIN theme h ON h.id = c.key::uuid',
    label: inLanguage('h.labels', 'h.label'),
  },
  source: { key: 'b.source_id::text', labels: 'JOIN source s ON s.id = c.key::uuid', label: 's.title' },
  owner: { key: 'b.owner_id::text', label: `heed_owner_json(c.key::uuid)->>'name'` },
  responsePhase: { key: 'b.response_phase', label: 'NULL::text' },
  implementationPhase: { key: 'b.implementation_phase', label: 'NULL::text' },
  overdue: { key: 'b.overdue::text', label: 'NULL::text' },
  contested: { key: 'b.contested::text', label: 'NULL::text' },
  closed: { key: 'b.closed::text', label: 'NULL::text' },
} as const satisfies Record<string, Facet>;
type Name = keyof typeof FACETS;
const NAMES = Object.keys(FACETS) as Name[];

/**
 * One statement for all of them: from the kept counts where nothing is asked but what is open, else in one pass over the
 * follow-ups. Counts are kept of the present alone, where nothing is said beside them (`also`).
 */
export function facetsStatement(filters: Record<string, unknown>, also?: string): { text: string; values: unknown[] } {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  if (also !== undefined) return counted(given, also);
  const isOpenOnly = given.length === 1 && filters['closed'] === false;
  return isOpenOnly ? { text: answer('', keptCounts), values: [] } : counted(given);
}

/** Each facet leaves its own filter out, so the pass keeps what at most one of their filters keeps out. */
function counted(given: [string, unknown][], also?: string): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${String(values.push(value))}`;
  const conditions = conditionsOn(FOLLOW_UPS, given, bind);
  const own = NAMES.filter((name) => conditions.has(name));
  const others = [...conditions].filter(([name]) => !own.includes(name as Name)).map(([, condition]) => condition);
  const passes = own.map((name) => `((${conditions.get(name) ?? ''}) IS TRUE) AS "in_${name}"`);
  const base = `
    WITH base AS MATERIALIZED (SELECT * FROM (
      SELECT ${['f.addressee_id, f.theme_ids, f.source_id, f.owner_id, f.response_phase, f.implementation_phase, f.closed', `(${DUE} < ${TODAY}) AS overdue`, `${CONTESTED} AS contested`, ...passes].join(', ')}
      FROM ${shownRows('follow_up f')} ${others.length > 0 ? `WHERE ${others.join(' AND ')}` : ''}) p
      ${own.length > 1 ? `WHERE ${own.map((name) => `(NOT p."in_${name}")::integer`).join(' + ')} <= 1` : ''})`;
  const countsOf = (name: Name): string => {
    const { key, join = '' }: Facet = FACETS[name];
    const within = own.filter((other) => other !== name).map((other) => ` AND b."in_${other}"`);
    return `SELECT ${key} AS key, count(*) AS n FROM base b ${join} WHERE ${key} IS NOT NULL${within.join('')} GROUP BY 1`;
  };
  return { text: answer(base, countsOf, also), values };
}

function answer(base: string, countsOf: (name: Name) => string, also?: string): string {
  const facets = NAMES.map((name) => {
    const { labels = '', label }: Facet = FACETS[name];
    return `'${name}', (SELECT coalesce(json_agg(json_build_object('key', v.key, 'label', v.label, 'count', v.n) ORDER BY v.n DESC, v.label, v.key), '[]')
      FROM (SELECT c.key, ${label} AS label, c.n FROM (SELECT * FROM (${countsOf(name)}) k ORDER BY n DESC, key LIMIT ${String(MOST)}) c ${labels}) v)`;
  });
  return `${base} SELECT json_build_object(${[also ?? [], ...facets].flat().join(',\n')})::text AS text`;
}

const column = (phase: string): string => phase.replace('-', '_');
const OPEN = PHASES.response.map((phase) => `c.${column(phase)}`).join(' + ');
const byKey = (kind: string): string =>
  `SELECT c.key::text AS key, sum(${OPEN}) AS n FROM ${COUNTS_SHOWN} WHERE c.kind = '${kind}' AND c.key <> '00000000-0000-0000-0000-000000000000'
   GROUP BY 1 HAVING sum(${OPEN}) > 0`;
const byPhase = (phases: readonly string[]): string =>
  unpivoted(phases.map((phase) => [phase, `sum(c.${column(phase)})`]));
const unpivoted = (rows: [key: string, sum: string][]): string =>
  `SELECT v.key, v.n FROM (SELECT ${rows.map(([, sum], n) => `${sum} AS n${String(n)}`).join(', ')} FROM ${COUNTS_SHOWN} WHERE c.kind = 'organization') t
   CROSS JOIN LATERAL (VALUES ${rows.map(([key], n) => `('${key}', t.n${String(n)})`).join(', ')}) AS v(key, n) WHERE v.n > 0`;

/** What fell due since the day of the counts is counted as it is asked for. */
const FELL_DUE = `(SELECT count(*) FROM ${shownRows('follow_up f')} WHERE ${DUE} >= (SELECT d.day FROM counting_day d WHERE d.workspace_id = heed_workspace()) AND ${DUE} < ${TODAY} AND NOT f.closed)`;

/** Kept by axis, and many are contested on both; few are contested at all. */
const OPEN_CONTESTED = `(SELECT count(*) FROM ${shownRows('follow_up f')} WHERE ${CONTESTED} = true AND NOT f.closed)`;

/** Of what is open. Who looks after what is not kept; few follow-ups have an owner. */
function keptCounts(name: Name): string {
  switch (name) {
    case 'addressee':
    case 'theme':
    case 'source':
      return byKey(name);
    case 'owner':
      return `SELECT f.owner_id::text AS key, count(*) AS n FROM ${shownRows('follow_up f')} WHERE f.owner_id IS NOT NULL AND NOT f.closed GROUP BY 1`;
    case 'responsePhase':
      return byPhase(PHASES.response);
    case 'implementationPhase':
      return byPhase(PHASES.implementation);
    case 'overdue':
      return unpivoted([
        ['true', `sum(c.overdue) + ${FELL_DUE}`],
        ['false', `sum(${OPEN}) - sum(c.overdue) - ${FELL_DUE}`],
      ]);
    case 'contested':
      return unpivoted([
        ['true', OPEN_CONTESTED],
        ['false', `sum(${OPEN}) - ${OPEN_CONTESTED}`],
      ]);
    case 'closed':
      return unpivoted([
        ['false', `sum(${OPEN})`],
        ['true', 'sum(c.closed)'],
      ]);
  }
}
