// How a noun is read: one statement for an item, one for a page, both built by PostgreSQL as JSON.

import type { EntityManager } from 'typeorm';
import { JsonText } from './json-text.js';
import { pageStatement, withinOf, aliasOf } from './page-statement.js';
import { problems } from './problem.js';
import type { PageOf, Reading } from './reading-shape.js';
import { run, type Statement, statement } from './statement.js';
import { workspaceOf } from './workspace-of.js';

/** One item with its version, or 404. */
export async function readOne(tx: EntityManager, reading: Reading, id: string, pointer?: string): Promise<JsonText> {
  const workspaceId = workspaceOf(tx);
  const [row] = await (workspaceId === undefined
    ? run<Row>(tx, anyStatement(reading), [id])
    : run<Row>(tx, oneStatement(reading), [id, workspaceId]));
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
  const { text, values } = pageStatement(reading, page, filters, workspaceOf(tx));
  const [row] = await run<{ text: string }>(tx, statement(text), values);
  return new JsonText(row?.text ?? '');
}

interface Row {
  text: string;
  version: number | null;
}

/** Of the workspace that is entered; before one is, of what the sign-in role may read. */
const oneStatement = onceFor((reading) => `${itemOf(reading)} AND ${withinOf(reading, '$2')}`);
const anyStatement = onceFor(itemOf);

function itemOf({ table, joins = '', item, also, version = 'NULL::integer' }: Reading): string {
  const said = also === undefined ? item : item.replace('json_build_object(', `json_build_object(${also}, `);
  return `SELECT (${said})::text AS text, ${version} AS version FROM ${table} ${joins} WHERE ${aliasOf(table)}.id = $1`;
}

function onceFor(textOf: (reading: Reading) => string): (reading: Reading) => Statement {
  const made = new WeakMap<Reading, Statement>();
  return (reading) => {
    const known = made.get(reading) ?? statement(textOf(reading));
    made.set(reading, known);
    return known;
  };
}
