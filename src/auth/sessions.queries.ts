import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';

const IS_LIVE = `s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND s.used_at > clock_timestamp() - interval '30 minutes'`;

/** Sessions that still count; `account` must be given. */
export const SESSIONS: Reading = {
  table: 'session s',
  item: `json_build_object('id', s.id, 'createdAt', s.created_at, 'usedAt', s.used_at, 'expiresAt', s.expires_at)`,
  changed: 's.created_at',
  sorts: { createdAt: { by: 's.created_at', type: 'timestamptz' } },
  filters: { account: `s.account_id = ? AND ${IS_LIVE}` },
};

/** Holds the account still while a session starts: a password changed or an account closed meanwhile starts none. */
export const HOLD_ACCOUNT = statement(
  'SELECT id FROM account WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL FOR SHARE',
);

export const END_SESSION = statement(
  'UPDATE session SET ended_at = clock_timestamp() WHERE id = $1 AND account_id = $2 AND ended_at IS NULL RETURNING id',
);

/** The session that a browser had before it signed in again. */
export const END_SESSION_OF_SECRET = statement(
  'UPDATE session SET ended_at = clock_timestamp() WHERE token_hash = $1 AND ended_at IS NULL',
);

export const END_OTHER_SESSIONS = statement(
  'UPDATE session SET ended_at = clock_timestamp() WHERE account_id = $1 AND id <> $2 AND ended_at IS NULL',
);

/** Holds a linked identity still while a session starts; none where it opens nothing any more. */
export const USE_IDENTITY = statement(
  `UPDATE linked_identity SET used_at = clock_timestamp() WHERE id = $1 AND account_id = $2 AND heed_vouched(id) IS NOT NULL RETURNING id`,
);

/** Whatever providers could say of an account counts no longer. */
export const UNLINK_ALL = statement(
  'UPDATE linked_identity SET removed_at = clock_timestamp() WHERE account_id = $1 AND removed_at IS NULL',
);
