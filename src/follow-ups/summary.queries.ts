import { shownRows } from '../access/shown-rows.js';
import { type Statement, statement } from '../common/statement.js';
import { entriesIn, phaseAt } from './entries.queries.js';
import { NOW, TODAY } from './follow-ups.queries.js';
import type { Then } from './as-of.js';
import { keptRows, keptRowsThen } from './summary-kept.js';
import { BY, type By, type Grouping } from './summary-groupings.js';
import type { ACROSS, SUMMARY_AXES, UNITS } from './summary.dto.js';

type Axis = (typeof SUMMARY_AXES)[number];
type Unit = (typeof UNITS)[number];

/** What a summary is asked for, its limits apart. */
export interface Question {
  axis: Axis;
  by?: Grouping | undefined;
  across?: (typeof ACROSS)[number] | undefined;
  unit: Unit;
  /** What entered a phase is asked for, rather than how things stand. */
  isFlow: boolean;
}

/** Whether the kept counts answer, today as they are: follow-ups, by one thing that is not the phase, limited by nothing. */
export const isKept = ({ by, across, unit, isFlow }: Question, isLimited: boolean): boolean =>
  !isFlow && by !== 'phase' && across === undefined && unit === 'followUp' && !isLimited;

/**
 * One statement a summary: from the kept counts where they answer, and it takes no values then; else over the
 * follow-ups, its values being the sources, themes and addressees that it is limited to, or null, and for a flow the
 * first and the last day.
 */
export function summaryStatement(question: Question, isLimited: boolean, then: Then): Statement {
  const { axis, by, across, unit, isFlow } = question;
  const grouping = by === 'phase' ? { key: `f.${axis}_phase`, label: 'r.key', kept: BY.all.kept } : BY[by ?? 'all'];
  const kept = then.isPast ? keptRowsThen : keptRows;
  const rows = isKept(question, isLimited) ? kept(axis, grouping) : countedRows(question, grouping);
  return statement(
    then.text(`
    WITH ${rows}
    SELECT '{"axis":"${axis}","asOf":' || to_json(${TODAY}) || ',"knownAt":' || to_json(${NOW}) || ',"by":${named(by)},"across":${named(across)},"unit":"${unit}","from":' || ${isFlow ? json('$4::text') : "'null'"} || ',"to":' || ${isFlow ? json('$5::text') : "'null'"} || ',"items":['
      || coalesce(string_agg('{"key":' || ${json('i.key')} || ',"label":' || ${json('i.label')} || ',"counts":{' || i.counts
        || '},"notFollowed":' || i.not_followed || ',"closed":' || i.closed || ',"overdue":' || i.overdue || ',"contested":' || i.contested
        ${isFlow ? `|| ',"broughtIn":' || i.brought_in || ',"voided":' || i.voided` : ''}
        ${across ? `|| ',"cells":[' || coalesce(x.cells, '') || ']'` : ''} || '}',
        ',' ORDER BY i.label NULLS LAST, i.key), '') || ']}' AS text
    FROM (SELECT r.*, ${grouping.label} AS label FROM rows r ${grouping.labels ?? ''}) i
    ${across ? "LEFT JOIN cells x ON coalesce(x.row_key, '') = coalesce(i.key, '')" : ''}`),
  );
}

const json = (value: string): string => `coalesce(to_json(${value})::text, 'null')`;
const named = (grouping: string | undefined): string => (grouping ? `"${grouping}"` : 'null');

function countedRows({ axis, unit, across, isFlow }: Question, { join = '', key }: By): string {
  const closed = unit === 'followUp' ? 'count(*)' : 'count(DISTINCT b.recommendation_id)';
  const sumOf = (what: string) =>
    `coalesce((SELECT n.${what} FROM apart n WHERE coalesce(n.key, '') = coalesce(b.key, '')), 0) AS ${what}`;
  return `
    ${across ? `${cellRows(axis, unit, { join, key }, BY[across])},` : ''}
    base AS MATERIALIZED (
      SELECT ${key} AS key, f.id, f.${axis}_phase AS phase, f.recommendation_id, f.closed, NOT f.closed AND coalesce(f.due_on < ${TODAY}, false) AS overdue,
        NOT f.closed AND f.${axis}_contested AS contested,
        CASE WHEN NOT f.closed AND f.addressee_id IN (SELECT g.id FROM addressee g WHERE g.kind = 'group')
          THEN (SELECT greatest(n.members - n.followed, 0) FROM heed_members(f.recommendation_id, f.addressee_id, ${TODAY}) n) ELSE 0 END AS not_followed
      FROM ${shownRows('follow_up f')} ${join} WHERE ${LIMITS}),
    ${isFlow ? flowOf(axis, unit) : ''}
    counted AS (SELECT key, string_agg('"' || phase || '":' || n, ',') AS counts
      FROM (${isFlow ? 'SELECT key, phase, n FROM flowed' : counted(unit, 'key', 'base')}) p WHERE phase IS NOT NULL GROUP BY key),
    rows AS (
      SELECT b.key, coalesce(max(c.counts), '') AS counts, sum(b.not_followed) AS not_followed, ${closed} FILTER (WHERE b.closed) AS closed,
        count(*) FILTER (WHERE b.overdue) AS overdue, count(*) FILTER (WHERE b.contested) AS contested
        ${isFlow ? `, ${sumOf('brought_in')}, ${sumOf('voided')}` : ''}
      FROM base b LEFT JOIN counted c ON coalesce(c.key, '') = coalesce(b.key, '') GROUP BY b.key)`;
}

/**
 * What entered which phase: follow-ups by their own moves, recommendations on the days on which what their follow-ups in
 * the row add up to became another phase.
 */
function flowOf(axis: Axis, unit: Unit): string {
  const one = unit === 'followUp' ? 'b.id' : 'b.recommendation_id';
  const addedUpAt = (day: string) => `heed_add_up(array_agg(${phaseAt('b.id', `'${axis}'`, 'b.phase', day)}))`;
  const flowed =
    unit === 'followUp'
      ? `SELECT key, phase, count(DISTINCT id) AS n FROM entered WHERE how = 'moved' GROUP BY key, phase`
      : `SELECT l.key, l.phase, count(DISTINCT l.recommendation_id) AS n FROM (
          SELECT d.key, d.recommendation_id, ${addedUpAt('d.day')} AS phase, ${addedUpAt('d.day - 1')} AS before
          FROM (SELECT DISTINCT key, recommendation_id, day FROM entered WHERE how = 'moved') d
          JOIN base b ON b.recommendation_id = d.recommendation_id AND coalesce(b.key, '') = coalesce(d.key, '') AND NOT b.closed
          GROUP BY d.key, d.recommendation_id, d.day) l WHERE l.phase IS DISTINCT FROM l.before GROUP BY l.key, l.phase`;
  return `
    entries AS MATERIALIZED (SELECT n.* FROM (${entriesIn('$4', '$5')}) n WHERE n.axis = '${axis}'),
    entered AS (SELECT b.key, b.id, b.recommendation_id, n.phase, n.day, n.how FROM entries n JOIN base b ON b.id = n.follow_up_id WHERE NOT b.closed),
    flowed AS (${flowed}),
    apart AS (SELECT b.key, count(DISTINCT ${one}) FILTER (WHERE b.how = 'broughtIn') AS brought_in, count(DISTINCT ${one}) FILTER (WHERE b.how = 'voided') AS voided
      FROM entered b GROUP BY b.key),`;
}

const LIMITS = `($1::uuid[] IS NULL OR f.source_id = ANY ($1)) AND ($2::uuid[] IS NULL OR f.theme_ids && $2) AND ($3::uuid[] IS NULL OR f.addressee_id = ANY ($3))`;

/** For each row its cells, joined: over follow-ups f twice joined, once for the row's key and once for the column's. */
function cellRows(axis: Axis, unit: Unit, row: Pick<By, 'join' | 'key'>, column: By): string {
  return `
    crossed AS MATERIALIZED (SELECT ${row.key} AS row_key, ${column.key} AS key, f.${axis}_phase AS phase, f.recommendation_id, f.closed
      FROM ${shownRows('follow_up f')} ${row.join ?? ''} ${column.join ?? ''} WHERE NOT f.closed AND ${LIMITS}),
    met AS (SELECT row_key, key, string_agg('"' || phase || '":' || n, ',') AS counts
      FROM (${counted(unit, 'row_key, key', 'crossed')}) p WHERE phase IS NOT NULL GROUP BY row_key, key),
    cells AS (SELECT c.row_key, string_agg('{"key":' || ${json('c.key')} || ',"label":' || ${json('c.label')} || ',"counts":{' || c.counts || '}}',
        ',' ORDER BY c.label NULLS LAST, c.key) AS cells
      FROM (SELECT r.*, ${column.label} AS label FROM met r ${column.labels ?? ''}) c GROUP BY c.row_key)`;
}

/** How many of what is counted there are of each phase, for each key. */
const counted = (unit: Unit, keys: string, table: string): string =>
  unit === 'followUp'
    ? `SELECT ${keys}, phase, count(*) AS n FROM ${table} WHERE NOT closed GROUP BY ${keys}, phase`
    : `SELECT ${keys}, phase, count(*) AS n FROM (SELECT ${keys}, recommendation_id, heed_add_up(array_agg(phase)) AS phase
        FROM ${table} WHERE NOT closed GROUP BY ${keys}, recommendation_id) leaf GROUP BY ${keys}, phase`;
