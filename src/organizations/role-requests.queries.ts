import type { Reading } from '../common/reading-shape.js';
import { nameOf } from './members.queries.js';

const member = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${nameOf(alias)})`;

/** After that nobody remembers why it was asked. */
export const LAPSES_AFTER = `interval '7 days'`;

export const ROLE_REQUESTS: Reading = {
  table: 'role_request r',
  joins: `LEFT JOIN membership asker ON asker.workspace_id = r.workspace_id AND asker.person_id = r.requested_by
    LEFT JOIN membership confirmer ON confirmer.workspace_id = r.workspace_id AND confirmer.person_id = r.confirmed_by`,
  item: `json_build_object('id', r.id, 'role', r.role, 'requestedBy', ${member('asker')}, 'createdAt', r.created_at,
    'confirmedBy', CASE WHEN confirmer.id IS NOT NULL THEN ${member('confirmer')} END, 'confirmedAt', r.confirmed_at,
    'state', CASE WHEN r.confirmed_at IS NOT NULL THEN 'confirmed' WHEN r.created_at < clock_timestamp() - ${LAPSES_AFTER} THEN 'lapsed' ELSE 'open' END)`,
  changed: 'coalesce(r.confirmed_at, r.created_at)',
  sorts: { createdAt: { by: 'r.created_at', type: 'timestamptz' } },
  filters: { member: 'r.membership_id = ?' },
};
