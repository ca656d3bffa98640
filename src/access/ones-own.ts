// The code's own wall around what has one reader and no level: an inbox, saved views, bulk actions, kept answers. They are found by their person
// alone, for the organization for which they were kept. Row-level security says the same by itself.

import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { lockRow } from '../common/version.js';
import type { Actor } from './actor.js';

/** A view is kept by a person for all of their organizations. */
const OF_NO_ORGANIZATION = ['saved_view'];

const isOnes = (table: string, row: string): string =>
  `${row}.person_id = heed_person()${OF_NO_ORGANIZATION.includes(table) ? '' : ` AND ${row}.organization_id = heed_organization()`}`;

const partsOf = (row: string): [table: string, alias: string] => {
  const [table, alias = table] = row.split(' ') as [string, string?];
  return [table, alias];
};

/** The rule, given the table and its alias (`inbox_item i`), or the table alone where it has none. */
export const isOwn = (row: string): string => {
  const [table, alias] = partsOf(row);
  return `${alias}.workspace_id = heed_workspace() AND ${isOnes(table, alias)}`;
};

/** In the place of a table and its alias, `FROM ${ownRows('inbox_item i')}`: the rows of whoever asks. */
export const ownRows = (row: string): string => `(SELECT * FROM ${row} WHERE ${isOwn(row)}) ${partsOf(row)[1]}`;

/** The same as `within` of a reading of that table and alias. */
export const withinOwn = (row: string): string => {
  const [table, alias] = partsOf(row);
  return `${alias}.workspace_id = ? AND ${isOnes(table, alias)}`;
};

/** The same of a search or a deletion by TypeORM: `tx.findOneBy(InboxItem, ownWhere(actor, { id }))`. */
export const ownWhere = <Where extends object>(
  { workspaceId, personId, organizationId }: Actor,
  where: Where,
): Where & Pick<Actor, 'workspaceId' | 'personId' | 'organizationId'> => ({
  ...where,
  workspaceId,
  personId,
  organizationId,
});

/** Locks a row of one's own; 404 where it is another's. */
export function lockOwn<Row extends ObjectLiteral & { id: string; personId: string }>(
  tx: EntityManager,
  { personId, organizationId }: Actor,
  entity: EntityTarget<Row>,
  id: string,
): Promise<Row> {
  const isOfOne = 'organizationId' in tx.dataSource.getMetadata(entity).propertiesMap;
  const also = { personId, ...(isOfOne ? { organizationId } : {}) } as unknown as FindOptionsWhere<Row>;
  return lockRow(tx, entity, id, undefined, also);
}
