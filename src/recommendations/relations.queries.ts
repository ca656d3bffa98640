import { shownRows } from '../access/shown-rows.js';
import type { Reading } from '../common/reading-shape.js';
import { recommendationJson } from './recommendation-title.js';

/** A relation to something that the reader may not know of is not there. */
export const RELATIONS: Reading = {
  table: 'relation n',
  within: `n.workspace_id = ? AND EXISTS (SELECT FROM ${shownRows('recommendation a')} WHERE a.id = n.recommendation_id)
    AND EXISTS (SELECT FROM ${shownRows('recommendation b')} WHERE b.id = n.other_id)`,
  joins: `LEFT JOIN ${shownRows('recommendation r')} ON r.id = n.recommendation_id LEFT JOIN ${shownRows('recommendation x')} ON x.id = n.other_id`,
  item: `json_build_object('id', n.id, 'recommendation', ${recommendationJson('r')},
    'other', ${recommendationJson('x')}, 'kind', n.kind, 'note', n.note, 'version', n.version)`,
  version: 'n.version',
  changed: 'n.updated_at',
  sorts: { createdAt: { by: 'n.created_at', type: 'timestamptz' } },
  filters: {
    recommendation: '?::uuid IN (n.recommendation_id, n.other_id)',
  },
};
