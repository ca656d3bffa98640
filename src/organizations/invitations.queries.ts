import type { Reading } from '../common/reading-shape.js';

export const INVITATIONS: Reading = {
  table: 'invitation i',
  joins: 'LEFT JOIN organization o ON o.id = i.organization_id',
  item: `json_build_object('id', i.id, 'email', i.email, 'organization', json_build_object('id', o.id, 'name', o.name), 'roles', i.roles,
    'createdAt', i.created_at, 'expiresAt', i.expires_at, 'state', CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted'
      WHEN i.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN i.expires_at <= clock_timestamp() THEN 'lapsed' ELSE 'open' END, 'version', i.version)`,
  version: 'i.version',
  changed: 'i.updated_at',
  sorts: { createdAt: { by: 'i.created_at', type: 'timestamptz' } },
};
