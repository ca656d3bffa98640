// What every rule answers: one row for each thing that is wrong, in the same columns.

import type { Fault } from './faults.js';

/** Types of the columns, in their order. `at` is since when; `mark` changes when the thing does. */
const COLUMNS = {
  at: 'timestamptz',
  type: 'text',
  subject_id: 'uuid',
  title: 'text',
  other_id: 'uuid',
  other_title: 'text',
  follow_up_id: 'uuid',
  addressee: 'text',
  axis: 'text',
  detail: 'text',
  source_id: 'uuid',
  organization_id: 'uuid',
  mark: 'text',
};
type Column = keyof typeof COLUMNS;
type Row = Partial<Record<Column, string>> & Record<'at' | 'type' | 'subject_id' | 'title' | 'mark', string>;

/** The columns that the keys of a page bring along: an item is told from them alone. */
export const BROUGHT = Object.fromEntries(Object.keys(COLUMNS).map((name) => [`of_${name}`, `d.${name}`]));

/**
 * A rule's statement: `from` begins with the table, whose alias `of` says the workspace. The same fault of the same thing has the same id
 * each time (a UUIDv8 of its names); `also` tells two of one thing apart.
 */
export function found(fault: Fault, of: string, row: Row, from: string, also = 'NULL'): string {
  const columns = Object.entries(COLUMNS).map(
    ([name, type]) => `(${row[name as Column] ?? 'NULL'})::${type} AS ${name}`,
  );
  const named = `md5(concat_ws(':', '${fault}', ${row.subject_id}, ${row.other_id ?? 'NULL'}, ${also}))`;
  return `SELECT overlay(overlay(${named} placing '8' from 13) placing '8' from 17)::uuid AS id,
    ${of}.workspace_id, ${columns.join(', ')} FROM ${from}`;
}
