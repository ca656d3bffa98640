import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';
import { isActive } from '../organizations/membership.queries.js';

/** Links to one account; `account` must be given. */
export const RECOVERIES: Reading = {
  table: 'recovery r',
  item: `json_build_object('id', r.id, 'createdAt', r.created_at, 'expiresAt', r.expires_at, 'usedAt', r.used_at,
    'state', CASE WHEN r.used_at IS NOT NULL THEN 'used' WHEN r.ended_at IS NOT NULL THEN 'ended'
      WHEN r.expires_at <= clock_timestamp() THEN 'lapsed' ELSE 'open' END)`,
  changed: 'coalesce(r.used_at, r.ended_at, r.created_at)',
  sorts: { createdAt: { by: 'r.created_at', type: 'timestamptz' } },
  filters: { account: 'r.account_id = ?' },
};

/** A link that still works, by the hash of its secret. */
const OPEN_RECOVERY = `
  SELECT r.id, a.id AS "accountId", a.person_id AS "personId" FROM recovery r JOIN account a ON a.id = r.account_id
  WHERE r.token_hash = $1 AND r.used_at IS NULL AND r.ended_at IS NULL AND r.expires_at > clock_timestamp() AND a.disabled_at IS NULL`;

export const FIND_RECOVERY = statement(OPEN_RECOVERY);
/** Of two who use it at once, one finds it: the other waits here, and then it is used. */
export const LOCK_RECOVERY = statement(`${OPEN_RECOVERY} FOR UPDATE OF r`);

export const END_RECOVERIES = statement(
  'UPDATE recovery SET ended_at = clock_timestamp() WHERE account_id = $1 AND used_at IS NULL AND ended_at IS NULL',
);

/** One link is open at a time: two operators at once wait for each other here. */
export const HOLD_ACCOUNT_FOR_RECOVERY = statement('SELECT id FROM account WHERE id = $1 FOR NO KEY UPDATE');

export const USE_RECOVERY = statement('UPDATE recovery SET used_at = clock_timestamp() WHERE id = $1');
export const SET_PASSWORD = statement('UPDATE account SET password_hash = $2 WHERE id = $1');

export const END_SESSIONS = statement(
  'UPDATE session SET ended_at = clock_timestamp() WHERE account_id = $1 AND ended_at IS NULL AND expires_at > clock_timestamp() RETURNING id',
);
export const END_TOKENS = statement(
  'UPDATE access_token SET ended_at = clock_timestamp() WHERE account_id = $1 AND ended_at IS NULL AND expires_at > clock_timestamp() RETURNING id',
);

/** Where a person is a member today. */
export const MEMBERSHIPS = statement(`
  SELECT m.id AS "membershipId", m.workspace_id AS "workspaceId", m.organization_id AS "organizationId", m.roles, m.reads_all AS "readsAll",
    w.time_zone AS "timeZone"
  FROM membership m JOIN workspace w ON w.id = m.workspace_id WHERE m.person_id = $1 AND ${isActive('m', 'w')} ORDER BY w.slug`);
