import type { Reading } from '../common/reading-shape.js';

export const ORGANIZATIONS: Reading = {
  table: 'organization o',
  item: `json_build_object('id', o.id, 'name', o.name, 'version', o.version)`,
  version: 'o.version',
  changed: 'o.updated_at',
  sorts: { name: { by: 'o.name', type: 'text' } },
};
