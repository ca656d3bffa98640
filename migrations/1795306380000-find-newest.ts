import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search, newest first, as far as one page goes: of a common word nobody wants all, and of a rare one an index knows them.
 * Planned anew each time, since the words decide which way is quicker. A keeper's function, so that no row policy stands
 * before the text indexes (the match operators aren't leakproof); it repeats workspace and level.
 */
export class FindNewest1795306380000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOUND);
    await runner.query(OWNER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION heed_newest_found; DROP POLICY keeping ON recommendation; DROP POLICY keeping ON source',
    );
  }
}

const FOUND = `
  CREATE FUNCTION heed_newest_found(q text, before timestamptz, before_id uuid, most integer) RETURNS TABLE (id uuid, updated_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
    DECLARE
      in_workspace uuid := nullif(current_setting('app.workspace', true), '')::uuid;
      part text := '%' || replace(replace(replace(q, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
      words tsquery := websearch_to_tsquery('english', q);
      sources uuid[] := ARRAY(SELECT s.id FROM source s WHERE s.workspace_id = in_workspace AND s.symbol ILIKE part);
    BEGIN
      RETURN QUERY SELECT r.id, r.updated_at FROM recommendation r
        WHERE r.workspace_id = in_workspace AND heed_reads_level(r.confidentiality, r.organization_id)
          AND (r.updated_at, r.id) < (coalesce(before, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
          AND (r.search_text ILIKE part OR to_tsvector('english', r.search_text) @@ words OR r.source_id = ANY (sources))
        ORDER BY r.updated_at DESC, r.id DESC LIMIT most;
    END $$`;

const OWNER = `
  REVOKE ALL ON FUNCTION heed_newest_found(text, timestamptz, uuid, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_newest_found(text, timestamptz, uuid, integer) TO heed_app, heed_reader;
  CREATE POLICY keeping ON recommendation FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON source FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON recommendation, source TO heed_keeper;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_newest_found(text, timestamptz, uuid, integer) OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;
