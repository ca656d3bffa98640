import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';

/** Details are sealed: the service opens them. Who may read which event is the table's policy. */
export const AUDIT_EVENTS: Reading = {
  table: 'audit_event e',
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
