import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';

/** SQL: what a member is called to whoever asks. */
export const nameOf = (member: string): string => `coalesce(${wordsOf(member, 'name_hash')}, ${member}.pseudonym)`;

export const MEMBERS: Reading = {
  table: 'membership m',
  joins: 'LEFT JOIN organization o ON o.id = m.organization_id',
  item: `json_build_object('id', m.id, 'name', ${nameOf('m')}, 'organization', json_build_object('id', o.id, 'name', o.name), 'roles', m.roles,
    'readsAll', m.reads_all, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'version', m.version)`,
  version: 'm.version',
  changed: 'm.updated_at',
  sorts: { pseudonym: { by: 'm.pseudonym', type: 'text' }, startsOn: { by: 'm.starts_on', type: 'date' } },
  filters: { organizationId: 'm.organization_id = ?', role: 'm.roles && ?::text[]' },
};

/** In one order, so that administrators who change each other wait instead of locking crosswise. */
export const LOCK_ADMINISTRATORS = statement(`
  SELECT id, roles, ends_on::text AS "endsOn" FROM membership
  WHERE workspace_id = heed_workspace() AND 'administrator' = ANY (roles) ORDER BY id FOR UPDATE`);

/** Null where it was erased. */
export const NAME = statement(`SELECT ${wordsOf('m', 'name_hash')} AS name FROM membership m WHERE m.id = $1`);
