import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Evidence by a part of its title, newest first. A keeper's function, as heed_newest_found is: no row policy may stand before
 * the text index. It repeats workspace and level, and leaves out what is restricted: of that, whoever is named on it reads the grants.
 */
export class FindEvidence1795306980000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOUND);
    await runner.query(OWNER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION heed_found_evidence; DROP INDEX evidence_trigrams');
  }
}

const FOUND = `
  CREATE INDEX evidence_trigrams ON evidence USING gin (title gin_trgm_ops);
  CREATE FUNCTION heed_found_evidence(q text, most integer) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
    DECLARE
      in_workspace uuid := nullif(current_setting('app.workspace', true), '')::uuid;
      part text := '%' || replace(replace(replace(q, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
    BEGIN
      RETURN QUERY SELECT e.id FROM evidence e
        WHERE e.workspace_id = in_workspace AND e.confidentiality <> 'restricted' AND heed_reads_level(e.confidentiality, e.organization_id)
          AND e.withdrawal = 'none' AND e.title ILIKE part
        ORDER BY e.updated_at DESC, e.id DESC LIMIT most;
    END $$`;

const OWNER = `
  REVOKE ALL ON FUNCTION heed_found_evidence(text, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_found_evidence(text, integer) TO heed_app, heed_reader;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_found_evidence(text, integer) OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;
