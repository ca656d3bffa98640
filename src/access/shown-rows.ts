// The code's own wall around whatever has a level besides evidence: recommendations, follow-ups and their tracks, engagements, documents that
// came in, assessments and contributions. As around evidence (shown-evidence.ts), row-level security says the same by itself.

import { type EntityManager, type EntityTarget, type FindOptionsWhere, type ObjectLiteral, Raw } from 'typeorm';
import { lockRow } from '../common/version.js';
import { readsLevel } from './shown-evidence.js';

/** The rule, over the alias of a row: of the workspace that is entered, and of a level that whoever asks reads. */
export const isShownRow = (row: string): string => `${row}.workspace_id = heed_workspace() AND ${readsLevel(row)}`;

/** In the place of a table that has levels and its alias, `FROM ${shownRows('track t')}`: the rows that whoever asks may know. */
export const shownRows = (row: string): string => {
  const alias = row.slice(row.indexOf(' ') + 1);
  return `(SELECT * FROM ${row} WHERE ${isShownRow(alias)}) ${alias}`;
};

/** The kept counts `c` of follow-ups: of what all of the workspace may know, and of what whoever asks may know besides. */
export const COUNTS_SHOWN = `(SELECT * FROM follow_up_count c WHERE c.workspace_id = heed_workspace()
  AND (c.scope = '00000000-0000-0000-0000-000000000000' OR c.scope = heed_organization() OR current_setting('app.reads_all', true) = 'on')) c`;

/** The same as `within` of a reading whose table (alias) has levels. */
export const withinLevel = (row: string): string => `${row}.workspace_id = ? AND ${readsLevel(row)}`;

/** Of a row that hangs on one with a level, given the table of that and its id: whether whoever asks may know it. Read as it is today (as-of). */
export const hangsOn = (table: string, id: string): string =>
  `EXISTS (SELECT FROM ${shownRows(`${table} found`)} WHERE found.id = ${id})`;

/** The same as `within` of a reading of such rows; given their alias and the column. */
export const withinParent = (row: string, table: string, column: string): string =>
  `${row}.workspace_id = ? AND ${hangsOn(table, `${row}.${column}`)}`;

/** The same of a search by TypeORM: `tx.findOneBy(Track, shownWhere({ id }))`. */
export const shownWhere = <Where extends object>(
  where: Where,
): Where & { confidentiality: ReturnType<typeof Raw> } => ({
  ...where,
  confidentiality: Raw((column) => readsLevel(quoted(column.slice(0, column.lastIndexOf('.'))))),
});

/** Locks a row that has a level; 404 where whoever asks may not know it. */
export const lockShown = <Row extends ObjectLiteral & { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  id: string,
  pointer?: string,
): Promise<Row> => lockRow(tx, entity, id, pointer, shownWhere({}) as unknown as FindOptionsWhere<Row>);

/** TypeORM hands the alias over with quotes, or without. */
const quoted = (alias: string): string => `"${alias.replaceAll('"', '')}"`;
