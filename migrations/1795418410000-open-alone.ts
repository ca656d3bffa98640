import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Before a membership ends it is seen how many restricted pieces nobody else could open. An administrator, who may know of none of them,
 * learns that number and nothing more; whoever is named on them learns the same of themselves.
 */
export class OpenAlone1795418410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RIGHTS);
    await runner.query(ALONE);
    await runner.query(OWNER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION heed_opens_alone; DROP POLICY keeping ON membership;
      REVOKE SELECT (id, workspace_id, person_id, starts_on, ends_on) ON membership FROM heed_keeper`);
  }
}

/** Who is a member and until when, never as what. */
const RIGHTS = `
  CREATE POLICY keeping ON membership FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT (id, workspace_id, person_id, starts_on, ends_on) ON membership TO heed_keeper`;

const COUNTS = (grant: string): string =>
  `${grant}.ended_at IS NULL AND (${grant}.ends_on IS NULL OR ${grant}.ends_on >= current_date)`;

/** Whoever is named but no member any more opens nothing. What was erased has nothing to open; what was withdrawn may be restored. */
const ALONE = `
  CREATE FUNCTION heed_opens_alone(of_membership uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::integer FROM membership m
      JOIN evidence_grant g ON g.workspace_id = m.workspace_id AND g.person_id = m.person_id AND ${COUNTS('g')}
      JOIN evidence e ON e.id = g.evidence_id AND e.confidentiality = 'restricted' AND e.withdrawal <> 'erased'
      JOIN workspace w ON w.id = m.workspace_id
    WHERE m.id = of_membership AND m.workspace_id = heed_workspace() AND (m.person_id = heed_person() OR heed_has_role('administrator'))
      AND NOT EXISTS (SELECT FROM evidence_grant o JOIN membership n ON n.workspace_id = o.workspace_id AND n.person_id = o.person_id
        WHERE o.evidence_id = g.evidence_id AND o.person_id <> g.person_id AND ${COUNTS('o')}
          AND n.starts_on <= (clock_timestamp() AT TIME ZONE w.time_zone)::date
          AND (n.ends_on IS NULL OR n.ends_on >= (clock_timestamp() AT TIME ZONE w.time_zone)::date)) $$`;

const OWNER = `
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_opens_alone(uuid) OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  REVOKE ALL ON FUNCTION heed_opens_alone(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_opens_alone(uuid) TO heed_app, heed_reader`;
