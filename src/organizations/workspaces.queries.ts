import type { Reading } from '../common/reading-shape.js';
import { isActive } from './membership.queries.js';

export const WORKSPACES: Reading = {
  table: 'workspace w',
  within: 'w.id = ?',
  item: `json_build_object('id', w.id, 'slug', w.slug, 'name', w.name, 'timeZone', w.time_zone, 'languages', w.languages,
    'keepsCopies', w.keeps_copies, 'requiresSecondFactor', w.requires_second_factor, 'version', w.version)`,
  version: 'w.version',
  changed: 'w.updated_at',
  sorts: { name: { by: 'w.name', type: 'text' } },
  filters: {
    member: `EXISTS (SELECT FROM membership m WHERE m.workspace_id = w.id AND m.person_id = ? AND ${isActive('m', 'w')})`,
    vouched: 'w.id = heed_vouched((SELECT s.identity_id FROM session s WHERE s.id = ?))',
    token: 'w.id = (SELECT t.workspace_id FROM access_token t WHERE t.id = ?)',
  },
};
