import { statement } from '../common/statement.js';

export const BEGIN = statement(`
  INSERT INTO begun_sign_in (state_hash, provider_id, session_id, ends_at)
  VALUES ($1, $2, $3, clock_timestamp() + $4::integer * interval '1 second')`);

/** Of many who bring one back at once, one finds it. */
export const TAKE_BEGUN = statement(`
  DELETE FROM begun_sign_in WHERE state_hash = $1
  RETURNING provider_id AS "providerId", session_id AS "sessionId", ends_at > clock_timestamp() AS "isOpen"`);

/** Some from which nobody came back, on the way: nothing else removes them. */
export const FORGET_BEGUN = statement(`
  DELETE FROM begun_sign_in WHERE state_hash IN (
    SELECT state_hash FROM begun_sign_in WHERE ends_at < clock_timestamp() LIMIT 20 FOR UPDATE SKIP LOCKED)`);
