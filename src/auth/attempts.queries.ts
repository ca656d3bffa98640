import { statement } from '../common/statement.js';

/**
 * One failure more for each mark, in advance: of many at once no more get through than may. In the order of the marks, so
 * that two who count the same ones never wait for each other.
 */
export const COUNT_ATTEMPT = statement(`
  INSERT INTO sign_in_attempt AS a (mark, failures, ends_at)
  SELECT mark, 1, clock_timestamp() + seconds * interval '1 second'
  FROM unnest($1::bytea[], $2::integer[]) AS counted (mark, seconds) ORDER BY mark
  ON CONFLICT (mark) DO UPDATE SET
    failures = CASE WHEN a.ends_at <= clock_timestamp() THEN 1 ELSE a.failures + 1 END,
    ends_at = CASE WHEN a.ends_at <= clock_timestamp() THEN excluded.ends_at ELSE a.ends_at END
  RETURNING mark, failures, ceil(extract(epoch FROM ends_at - clock_timestamp()))::integer AS seconds`);

/** It was none: takes back what was counted in advance. */
export const UNCOUNT_ATTEMPT = statement(`
  UPDATE sign_in_attempt SET failures = failures - 1
  WHERE mark IN (SELECT mark FROM sign_in_attempt WHERE mark = ANY ($1) AND failures > 0 ORDER BY mark FOR UPDATE)`);

/** Some that are over, on the way: nothing else removes them. */
export const FORGET_ATTEMPTS = statement(`
  DELETE FROM sign_in_attempt WHERE mark IN (
    SELECT mark FROM sign_in_attempt WHERE ends_at < clock_timestamp() - interval '1 hour' LIMIT 20 FOR UPDATE SKIP LOCKED)`);

/** Whether an account was signed in to from a network within 90 days. */
export const KNOWS_NETWORK = statement(`
  SELECT EXISTS (SELECT FROM session WHERE account_id = $1 AND network = $2 AND created_at > clock_timestamp() - interval '90 days') AS known`);
