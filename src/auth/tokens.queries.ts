import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';

/** Tokens that still count; `account` must be given. */
export const TOKENS: Reading = {
  table: 'access_token t',
  joins: 'LEFT JOIN workspace w ON w.id = t.workspace_id',
  item: `json_build_object('id', t.id, 'name', t.name, 'workspace', json_build_object('id', w.id, 'slug', w.slug, 'name', w.name), 'role', t.role,
    'createdAt', t.created_at, 'usedAt', t.used_at, 'expiresAt', t.expires_at)`,
  changed: 't.created_at',
  sorts: { createdAt: { by: 't.created_at', type: 'timestamptz' } },
  filters: { account: 't.account_id = ? AND t.ended_at IS NULL AND t.expires_at > clock_timestamp()' },
};

/** Answers the slug of the token's workspace. */
export const END_TOKEN = statement(`UPDATE access_token t SET ended_at = clock_timestamp() FROM workspace w
  WHERE t.id = $1 AND t.account_id = $2 AND t.ended_at IS NULL AND w.id = t.workspace_id RETURNING w.slug`);
