// How a noun is read: one statement for an item, one for a page, both built by PostgreSQL as JSON.

import type { EntityManager } from 'typeorm';
import { JsonText } from './json-text.js';
import { aliasOf, pageStatement } from './page-statement.js';
import { problems } from './problem.js';
import type { PageOf, Reading } from './reading-shape.js';
import { run, type Statement, statement } from './statement.js';

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
  const { text, values } = pageStatement(reading, page, filters);
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
