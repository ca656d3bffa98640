import { statement } from '../common/statement.js';

/** Takes so many of each mark for this process, in the order of the marks, so that two who take the same ones never wait for each other. */
export const TAKE_REQUESTS = statement(`
  INSERT INTO request_count AS c (mark, taken, ends_at)
  SELECT mark, part, clock_timestamp() + $3 * interval '1 second' FROM unnest($1::bytea[], $2::integer[]) AS wanted (mark, part) ORDER BY mark
  ON CONFLICT (mark) DO UPDATE SET
    taken = CASE WHEN c.ends_at <= clock_timestamp() THEN excluded.taken ELSE c.taken + excluded.taken END,
    ends_at = CASE WHEN c.ends_at <= clock_timestamp() THEN excluded.ends_at ELSE c.ends_at END
  RETURNING mark, taken, extract(epoch FROM ends_at - clock_timestamp())::float8 AS seconds`);

/** Some that are over, on the way: nothing else removes them. */
export const FORGET_REQUESTS = statement(`
  DELETE FROM request_count WHERE mark IN (
    SELECT mark FROM request_count WHERE ends_at < clock_timestamp() - interval '5 minutes' LIMIT 20 FOR UPDATE SKIP LOCKED)`);
