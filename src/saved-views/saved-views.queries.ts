import { withinOwn } from '../access/ones-own.js';
import type { Reading } from '../common/reading-shape.js';

/** One's own. */
export const SAVED_VIEWS: Reading = {
  table: 'saved_view v',
  within: withinOwn('saved_view v'),
  item: `json_build_object('id', v.id, 'name', v.name, 'address', v.address, 'version', v.version, 'updatedAt', v.updated_at)`,
  version: 'v.version',
  changed: 'v.updated_at',
  sorts: { name: { by: 'v.name', type: 'text' }, createdAt: { by: 'v.created_at', type: 'timestamptz' } },
};
