import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';

const COUNTS = 'confirmed_at IS NOT NULL AND removed_at IS NULL';

/** Second factors that count; `account` must be given. */
export const SECOND_FACTORS: Reading = {
  table: 'second_factor f',
  item: `json_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'createdAt', f.created_at, 'usedAt', f.used_at)`,
  changed: 'coalesce(f.used_at, f.created_at)',
  sorts: { createdAt: { by: 'f.created_at', type: 'timestamptz' } },
  filters: { account: 'f.account_id = ? AND f.confirmed_at IS NOT NULL AND f.removed_at IS NULL' },
};

export const KINDS = statement(
  `SELECT DISTINCT kind FROM second_factor WHERE account_id = $1 AND ${COUNTS} ORDER BY kind`,
);

export const AUTHENTICATORS = statement(
  `SELECT id, sealed_secret AS "sealedSecret" FROM second_factor WHERE account_id = $1 AND ${COUNTS} AND kind = 'authenticator'`,
);

/** Of many who use one code at once, one does: the others wait for the row, and then the step is used. */
export const USE_STEP = statement(
  `UPDATE second_factor SET last_step = $2, used_at = clock_timestamp() WHERE id = $1 AND last_step < $2 AND ${COUNTS} RETURNING id`,
);

/** The same for a code on paper. */
export const USE_RECOVERY_CODE = statement(
  `UPDATE recovery_code SET used_at = clock_timestamp() WHERE mark = $1 AND account_id = $2 AND used_at IS NULL AND ended_at IS NULL RETURNING id`,
);

/** What was begun and never confirmed gives way to what is begun now. */
export const DROP_UNCONFIRMED = statement(
  'UPDATE second_factor SET removed_at = clock_timestamp() WHERE account_id = $1 AND confirmed_at IS NULL AND removed_at IS NULL',
);

/** A secret that was shown a while ago is not confirmed any more. */
export const LOCK_UNCONFIRMED = statement(`
  SELECT id, sealed_secret AS "sealedSecret" FROM second_factor WHERE id = $1 AND account_id = $2 AND kind = 'authenticator' AND confirmed_at IS NULL
    AND removed_at IS NULL AND created_at > clock_timestamp() - interval '30 minutes' FOR UPDATE`);

export const CONFIRM = statement(
  'UPDATE second_factor SET confirmed_at = clock_timestamp(), last_step = $2 WHERE id = $1',
);

/** Two who change the second factors of one account wait for each other here. */
export const HOLD_ACCOUNT_FOR_FACTORS = statement('SELECT id FROM account WHERE id = $1 FOR NO KEY UPDATE');

export const REMOVE = statement(
  `UPDATE second_factor SET removed_at = clock_timestamp() WHERE id = $1 AND account_id = $2 AND ${COUNTS} RETURNING id`,
);
export const REMOVE_ALL = statement(
  `UPDATE second_factor SET removed_at = clock_timestamp() WHERE account_id = $1 AND removed_at IS NULL RETURNING confirmed_at IS NOT NULL AS counted`,
);

export const END_RECOVERY_CODES = statement(
  'UPDATE recovery_code SET ended_at = clock_timestamp() WHERE account_id = $1 AND used_at IS NULL AND ended_at IS NULL',
);
export const LEFT_RECOVERY_CODES = statement(
  'SELECT count(*)::integer AS "left" FROM recovery_code WHERE account_id = $1 AND used_at IS NULL AND ended_at IS NULL',
);
