// The one statement of a page: its keys in order first, from an index, then what is shown of them.

import { decodeCursor, type SortType } from './cursor.js';
import { problems } from './problem.js';
import type { PageOf, Reading } from './reading-shape.js';
import { say } from './words.js';

export const aliasOf = (table: string): string => table.split(' ').at(-1) ?? table;

/** The condition that a row is of the workspace: the statement says it itself, whatever the row policies say. */
export const withinOf = ({ table, within }: Reading, place: string): string =>
  within?.replaceAll('?', `${place}::uuid`) ?? `${aliasOf(table)}.workspace_id = ${place}::uuid`;

export type Bind = (value: unknown) => string;
export type Given = [name: string, value: unknown][];

/**
 * Text and values of the statement; the text depends on what is asked for, never on the values. A function that finds
 * ids holds them in the workspace by itself.
 */
export function pageStatement(
  reading: Reading,
  page: PageOf,
  filters: Record<string, unknown>,
  workspaceId: string | undefined,
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${String(values.push(value))}`;
  const given = Object.entries({ updatedSince: page.updatedSince, ...filters }).filter(
    ([, value]) => value !== undefined,
  );
  const { table, joins = '', item, also, brings } = reading;
  const brought = Object.keys(brings ?? {}).map((name) => `, ${name}`);
  const { direction, name } = sortOf(reading, page.sort);
  const inside = workspaceId === undefined ? 'true' : withinOf(reading, bind(workspaceId));
  const { keys, count } =
    foundKeys(reading, page, given, bind, inside) ?? tableKeys(reading, page, given, bind, inside);
  const limit = bind(page.limit);
  const text = `
    WITH keys AS MATERIALIZED (${keys}),
    page AS (SELECT id, k${brought.join('')}, row_number() OVER (ORDER BY k ${direction}, id ${direction}) AS n FROM keys)
    SELECT json_build_object(${also === undefined ? '' : `${also}, `}'items', coalesce(json_agg(${item} ORDER BY p.n), '[]'::json), 'nextCursor',
      (SELECT translate(encode(convert_to(json_build_array(${bind(name)}::text, k::text, id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')
        FROM page WHERE n = ${limit}::integer AND EXISTS (SELECT FROM page WHERE n > ${limit}::integer))${count})::text AS text
    FROM page p ${brings ? '' : `LEFT JOIN ${table} ON ${aliasOf(table)}.id = p.id`} ${joins} WHERE p.n <= ${limit}::integer`;
  return { text, values };
}

interface Keys {
  /** Statement of id and sort key `k`, one row more than the page takes at the most. */
  keys: string;
  /** The member for the count, where it is asked for. */
  count: string;
}

/** In the text rather than a value: a plan for any values must know that few rows are wanted. */
const mostOf = ({ limit, countUpTo }: PageOf): number =>
  countUpTo === undefined ? (limit <= 50 ? 51 : 201) : countUpTo + 1;

/** Keys that were found anyway are counted for nothing. */
const countOfKeys = ({ countUpTo }: PageOf): string =>
  countUpTo === undefined ? '' : `, 'count', (SELECT count(*) FROM keys)`;

function tableKeys(reading: Reading, page: PageOf, given: Given, bind: Bind, inside: string): Keys {
  const narrower = narrowerOf(reading, given);
  const table = narrower?.table ?? reading.keys ?? reading.table;
  const alias = aliasOf(table);
  const { by, type, direction } = sortOf(reading, page.sort);
  const filterOf = (name: string) => (name === narrower?.filter ? narrower.condition : knownFilter(reading, name));
  const conditions = [inside, ...given.map(([name, value]) => conditionOf(filterOf(name), value, bind))];
  const held = conditions.join(' AND ');
  const count = page.count ? `, 'count', (SELECT count(*) FROM ${table} WHERE ${held})` : countOfKeys(page);
  const after =
    page.cursor === undefined ? [] : [afterCursor(page.cursor, page.sort, { alias, by, type, direction }, bind)];
  const where = [held, ...after];
  const brought = Object.entries(reading.brings ?? {}).map(([name, column]) => `, ${column} AS ${name}`);
  const keys = `SELECT ${alias}.id, ${by} AS k${brought.join('')} FROM ${table} WHERE ${where.join(' AND ')}
      ORDER BY ${by} ${direction}, ${alias}.id ${direction} LIMIT ${mostOf(page)}`;
  return { keys, count };
}

/** Conditions of a reading's filters over its alias, by the filter's name: for whoever counts instead of listing. */
export function conditionsOn(reading: Reading, given: Given, bind: Bind): Map<string, string> {
  return new Map(given.map(([name, value]) => [name, conditionOf(knownFilter(reading, name), value, bind)]));
}

/** With one value no item comes twice. When a row changed is known to the item's own table alone. */
function narrowerOf({ narrower }: Reading, given: Given): Reading['narrower'] {
  const isOne = given.some(([name, value]) => name === narrower?.filter && Array.isArray(value) && value.length === 1);
  return isOne && given.every(([name]) => name !== 'updatedSince') ? narrower : undefined;
}

/** Keys from the reading's own function, where nothing else is asked for. Looked up as values, one by one: a join might read all there is. */
function foundKeys(reading: Reading, page: PageOf, given: Given, bind: Bind, inside: string): Keys | undefined {
  const { finder, sorts, table } = reading;
  const [only, ...others] = given;
  if (!finder || only?.[0] !== finder.filter || others.length > 0 || page.sort !== finder.sort || page.count)
    return undefined;
  const type = sorts[finder.sort.replace(/^-/, '')]?.type ?? 'text';
  const { value, id } =
    page.cursor === undefined ? { value: null, id: null } : decodeCursor(page.cursor, page.sort, type);
  const call = `${finder.call}(${bind(only[1])}::text, ${bind(value)}::${type}, ${bind(id)}::uuid, ${String(mostOf(page))})`;
  const isInside = `(SELECT ${inside} FROM ${table} WHERE ${aliasOf(table)}.id = found.id)`;
  return { keys: `SELECT found.id, found.k FROM ${call} AS found(id, k) WHERE ${isInside}`, count: countOfKeys(page) };
}

/** One value of a list is asked for by itself: then an index answers in its order too. */
function conditionOf(filter: string, value: unknown, bind: Bind): string {
  const isOne = Array.isArray(value) && value.length === 1;
  const condition = isOne ? filter.replaceAll(/ANY \(\?::(\w+)\[\]\)/g, '?::$1') : filter;
  return condition.replaceAll('?', bind(isOne && condition !== filter ? (value as unknown[])[0] : value));
}

interface KeySet {
  alias: string;
  by: string;
  type: SortType;
  direction: 'ASC' | 'DESC';
}

function afterCursor(cursor: string, sort: string, { alias, by, type, direction }: KeySet, bind: Bind): string {
  const { value, id } = decodeCursor(cursor, sort, type);
  return `(${by}, ${alias}.id) ${direction === 'ASC' ? '>' : '<'} (${bind(value)}::${type}, ${bind(id)}::uuid)`;
}

function sortOf(
  reading: Reading,
  sort: string,
): { by: string; type: SortType; direction: 'ASC' | 'DESC'; name: string } {
  const column = sort.replace(/^-/, '');
  const chosen = Object.hasOwn(reading.sorts, column) ? reading.sorts[column] : undefined;
  if (!chosen) {
    const known = Object.keys(reading.sorts).join(', ');
    throw problems.invalidInput([
      {
        pointer: '?sort',
        code: 'unknown-sort',
        message: say`Sort by one of ${known}, with "-" before it to turn it round.`,
      },
    ]);
  }
  return { ...chosen, direction: sort.startsWith('-') ? 'DESC' : 'ASC', name: sort };
}

function knownFilter(reading: Reading, name: string): string {
  if (name === 'updatedSince') return `(${reading.changed} >= ?::timestamptz)`;
  const filter = reading.filters?.[name];
  if (filter === undefined) throw new Error(`No filter ${name} on ${reading.table}`);
  return `(${filter})`;
}
