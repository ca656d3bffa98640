import { isOwn, withinOwn } from '../access/ones-own.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';

/** Each person sees their own alone. */
export const INBOX: Reading = {
  table: 'inbox_item i',
  within: withinOwn('inbox_item i'),
  item: `json_build_object('id', i.id, 'kind', i.kind, 'text', i.text, 'url', i.url, 'mediaType', i.media_type, 'size', i.size, 'keptAt', i.created_at,
    'removedAt', i.removed_at, 'version', i.version)`,
  version: 'i.version',
  changed: 'i.updated_at',
  sorts: { keptAt: { by: 'i.created_at', type: 'timestamptz' } },
  filters: { removed: '(i.removed_at IS NOT NULL) = ?::boolean' },
};

/** Of one's own, what was taken out more than a day ago goes for good; answers where the bytes of files lie. */
export const FORGET_REMOVED = statement(
  `DELETE FROM inbox_item i WHERE ${isOwn('inbox_item i')} AND removed_at < clock_timestamp() - interval '1 day' RETURNING blob_key AS "blobKey"`,
);
