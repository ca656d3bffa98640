import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { readsLevel } from '../access/shown-evidence.js';

/** Administrators and auditors read what their level lets them, everybody else their own acts. */
const READABLE = `(e.person_id = heed_person() OR ((heed_has_role('administrator') OR heed_has_role('auditor')) AND ${readsLevel('e')}))`;

/** Details are sealed: the service opens them. */
export const AUDIT_EVENTS: Reading = {
  table: 'audit_event e',
  within: `e.workspace_id = ? AND ${READABLE}`,
  joins: `LEFT JOIN audit_leaf l ON l.event_id = e.id LEFT JOIN audit_salt s ON s.event_id = e.id
    LEFT JOIN membership m ON m.workspace_id = e.workspace_id AND m.person_id = e.person_id LEFT JOIN organization o ON o.id = e.organization_id`,
  item: `json_build_object('id', e.id, 'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'action', e.action, 'objectType', e.object_type,
    'objectId', e.object_id, 'objectVersion', e.object_version, 'outcome', e.outcome, 'level', e.confidentiality, 'requestId', e.request_id,
    'actor', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'name', coalesce(${wordsOf('m', 'name_hash')}, m.pseudonym),
      'organization', json_build_object('id', o.id, 'name', o.name)) END,
    'receipt', encode(l.data_hash, 'hex'), 'salt', encode(s.salt, 'hex'), 'sealed', encode(e.details, 'hex'))`,
  changed: 'e.at',
  sorts: { at: { by: 'e.at', type: 'timestamptz' } },
  filters: {
    action: 'e.action = ANY (?::text[])',
    objectId: 'e.object_id = ?::uuid',
    person: 'e.person_id = (SELECT x.person_id FROM membership x WHERE x.id = ?::uuid)',
    from: 'e.at >= ?::timestamptz',
    to: 'e.at < ?::timestamptz',
  },
};
