import { statement } from '../common/statement.js';

/** A newer one takes the place of the older: of one sign-in, one challenge counts. */
export const ASK = statement(`
  INSERT INTO passkey_challenge (bound_to, challenge, ends_at) VALUES ($1, $2, clock_timestamp() + interval '5 minutes')
  ON CONFLICT (bound_to) DO UPDATE SET challenge = excluded.challenge, ends_at = excluded.ends_at`);

/** Of many who use one at once, one finds it. */
export const TAKE = statement(
  'DELETE FROM passkey_challenge WHERE bound_to = $1 RETURNING challenge, ends_at > clock_timestamp() AS "isOpen"',
);

/** Some that nobody used, on the way: nothing else removes them. */
export const FORGET_CHALLENGES = statement(`
  DELETE FROM passkey_challenge WHERE bound_to IN (
    SELECT bound_to FROM passkey_challenge WHERE ends_at < clock_timestamp() LIMIT 20 FOR UPDATE SKIP LOCKED)`);

const COUNTS = `kind = 'passkey' AND confirmed_at IS NOT NULL AND removed_at IS NULL`;

export const PASSKEYS = statement(`
  SELECT id, credential_id AS "credentialId", public_key AS "publicKey", sign_count::integer AS "signCount", transports
  FROM second_factor WHERE account_id = $1 AND ${COUNTS} ORDER BY created_at`);

/** One that was begun a while ago is not confirmed any more. */
export const LOCK_UNCONFIRMED_PASSKEY = statement(`
  SELECT id FROM second_factor WHERE id = $1 AND account_id = $2 AND kind = 'passkey' AND confirmed_at IS NULL
    AND removed_at IS NULL AND created_at > clock_timestamp() - interval '30 minutes' FOR UPDATE`);

export const CONFIRM_PASSKEY = statement(`
  UPDATE second_factor SET confirmed_at = clock_timestamp(), credential_id = $2, public_key = $3, sign_count = $4, transports = $5
  WHERE id = $1`);

/** A counter that does not go forward is that of a copy; what counts nothing always says 0. */
export const USE_PASSKEY = statement(`
  UPDATE second_factor SET sign_count = $2, used_at = clock_timestamp()
  WHERE id = $1 AND ${COUNTS} AND (sign_count < $2 OR (sign_count = 0 AND $2 = 0)) RETURNING id`);
