import type { QueryRunner } from 'typeorm';

/** Views of what belongs to an engagement: each follows what its words follow (`heed_said_at`), since it is part of what is said of it. */
export const SET_VIEWS = ['engagement_evidence', 'engagement_addressee'];

const SHOWN = 'WITH (security_invoker = true) AS';
const GRANTED = (view: string): string => `GRANT SELECT ON ${view}_as_of TO heed_app, heed_reader`;

/**
 * Who is with an engagement today, without those that an edit has put in since the moment, and with those that one has taken out: of
 * each, the first edit after the moment says which. It begins at the engagement, so whoever asks names that.
 */
const WITH_WHOM = `
  CREATE VIEW engagement_addressee_as_of ${SHOWN}
  SELECT g.workspace_id, g.id AS engagement_id, x.addressee_id FROM engagement g CROSS JOIN LATERAL (
    WITH changed AS MATERIALIZED (
      SELECT DISTINCT ON (coalesce(c.before, c.after)) (coalesce(c.before, c.after) #>> '{}')::uuid AS id, c.before IS NOT NULL AS was
      FROM record_version v JOIN version_change c ON c.version_id = v.id
      WHERE v.item_id = g.id AND v.recorded_at > heed_said_at(g.created_at) AND c.field = 'addresseeIds'
      ORDER BY coalesce(c.before, c.after), v.recorded_at, v.version)
    SELECT r.addressee_id FROM engagement_addressee r
      WHERE r.engagement_id = g.id AND NOT EXISTS (SELECT FROM changed h WHERE h.id = r.addressee_id AND NOT h.was)
    UNION SELECT heed_addressee_now(h.id) FROM changed h WHERE h.was) x`;

const EVIDENCE = `
  CREATE VIEW engagement_evidence_as_of ${SHOWN}
  SELECT r.* FROM engagement_evidence r JOIN engagement g ON g.id = r.engagement_id WHERE r.recorded_at <= heed_said_at(g.created_at)`;

/** Those whose migration has run. */
export async function makeSetsAsOf(runner: QueryRunner): Promise<void> {
  const [row] = (await runner.query(
    `SELECT to_regclass('engagement_evidence') IS NOT NULL AS evidence, to_regprocedure('heed_addressee_now(uuid)') IS NOT NULL AS whom`,
  )) as { evidence: boolean; whom: boolean }[];
  if (row?.evidence) await runner.query(`${EVIDENCE}; ${GRANTED('engagement_evidence')}`);
  if (row?.whom) await runner.query(`${WITH_WHOM}; ${GRANTED('engagement_addressee')}`);
}
