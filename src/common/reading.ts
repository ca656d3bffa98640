// How a noun is read: one statement for an item, one for a page, both built by PostgreSQL as JSON.

import type { EntityManager } from 'typeorm';
import { decodeCursor, type SortType } from './cursor.js';
import { JsonText } from './json-text.js';
import { problems } from './problem.js';
import { run, type Statement, statement } from './statement.js';

/** SQL is written here by us alone: nothing in a Reading comes from a request. Values of filters are always parameters. */
export interface Reading {
  /** Table and its alias, `theme t`: the rows that are listed. */
  table: string;
  /** Joins that the item needs; they must not drop or double rows. */
  joins?: string;
  /** JSON of one item over alias and joins: its own whitelist, tested against the View's schema. */
  item: string;
  /** Version column for the ETag; absent for rows that never change. */
  version?: string;
  /** When the row last changed, for `updatedSince`: when it was recorded where it never does. */
  changed: string;
  /** What may be sorted by: never null, and with an index where lists are long. */
  sorts: Record<string, { by: string; type: SortType }>;
  /** What may be filtered by: a condition over the alias alone, `?` standing for the value. */
  filters?: Record<string, string>;
}

/** A page's question: the page itself, a sort (`dueOn`, `-dueOn`), and values for the reading's filters. */
export interface PageOf {
  limit: number;
  cursor?: string;
  count?: boolean;
  updatedSince?: string;
  sort: string;
}

/** One item with its version, or 404. */
export async function readOne(tx: EntityManager, reading: Reading, id: string, pointer?: string): Promise<JsonText> {
  const [row] = await run<{ text: string; version: number | null }>(tx, oneStatement(reading), [id]);
  if (!row) throw problems.notFound(pointer);
  return new JsonText(row.text, row.version ?? undefined);
}

/** One page: `{ items, nextCursor, count? }`. Keyset, so it stays stable while rows are written. */
export async function readPage(
  tx: EntityManager,
  reading: Reading,
  page: PageOf,
  filters: Record<string, unknown> = {},
): Promise<JsonText> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  const conditions = Object.entries({ updatedSince: page.updatedSince, ...filters })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => conditionOf(filterOf(reading, name), value, bind));
  const text = pageStatement(reading, page, conditions, bind);
  const [row] = await run<{ text: string }>(tx, statement(text), values);
  return new JsonText(row?.text ?? '');
}

const one = new WeakMap<Reading, Statement>();

function oneStatement(reading: Reading): Statement {
  const known = one.get(reading);
  if (known) return known;
  const { table, joins = '', item, version = 'NULL::integer' } = reading;
  const made = statement(
    `SELECT (${item})::text AS text, ${version} AS version FROM ${table} ${joins} WHERE ${aliasOf(table)}.id = $1`,
  );
  one.set(reading, made);
  return made;
}

function pageStatement(reading: Reading, page: PageOf, conditions: string[], bind: (value: unknown) => string): string {
  const { table, joins = '', item } = reading;
  const alias = aliasOf(table);
  const { by, type, direction, name } = sortOf(reading, page.sort);
  const counted = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const count = page.count ? `, 'count', (SELECT count(*) FROM ${table} ${counted})` : '';
  const after =
    page.cursor === undefined ? [] : [afterCursor(page.cursor, page.sort, { alias, by, type, direction }, bind)];
  const where = [...conditions, ...after];
  const limit = bind(page.limit);
  const most = page.limit <= 50 ? 51 : 201; // In the text: a plan for any values must know that few rows are wanted.
  return `
    WITH keys AS MATERIALIZED (SELECT ${alias}.id, ${by} AS k FROM ${table} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
      ORDER BY ${by} ${direction}, ${alias}.id ${direction} LIMIT ${most}),
    page AS (SELECT id, k, row_number() OVER (ORDER BY k ${direction}, id ${direction}) AS n FROM keys)
    SELECT json_build_object('items', coalesce(json_agg(${item} ORDER BY p.n), '[]'::json), 'nextCursor',
      (SELECT translate(encode(convert_to(json_build_array(${bind(name)}::text, k::text, id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')
        FROM page WHERE n = ${limit}::integer AND EXISTS (SELECT FROM page WHERE n > ${limit}::integer))${count})::text AS text
    FROM page p JOIN ${table} ON ${alias}.id = p.id ${joins} WHERE p.n <= ${limit}::integer`;
}

/** One value of a list is asked for by itself: then an index answers in its order too. */
function conditionOf(filter: string, value: unknown, bind: (value: unknown) => string): string {
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

function afterCursor(
  cursor: string,
  sort: string,
  { alias, by, type, direction }: KeySet,
  bind: (value: unknown) => string,
): string {
  const { value, id } = decodeCursor(cursor, sort, type);
  return `(${by}, ${alias}.id) ${direction === 'ASC' ? '>' : '<'} (${bind(value)}::${type}, ${bind(id)}::uuid)`;
}

function sortOf(
  reading: Reading,
  sort: string,
): { by: string; type: SortType; direction: 'ASC' | 'DESC'; name: string } {
  const chosen = reading.sorts[sort.replace(/^-/, '')];
  if (!chosen) {
    const known = Object.keys(reading.sorts).join(', ');
    throw problems.invalidInput([
      {
        pointer: '?sort',
        code: 'unknown-sort',
        message: `Sort by one of ${known}, with "-" before it to turn it round.`,
      },
    ]);
  }
  return { ...chosen, direction: sort.startsWith('-') ? 'DESC' : 'ASC', name: sort };
}

function filterOf(reading: Reading, name: string): string {
  if (name === 'updatedSince') return `(${reading.changed} >= ?::timestamptz)`;
  const filter = reading.filters?.[name];
  if (filter === undefined) throw new Error(`No filter ${name} on ${reading.table}`);
  return `(${filter})`;
}

const aliasOf = (table: string): string => table.split(' ').at(-1) ?? table;
