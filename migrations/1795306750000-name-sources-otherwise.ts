import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What else a source is called or cited as; a recommendation is found by it as it is by the symbol. */
export class NameSourcesOtherwise1795306750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE source ADD COLUMN aliases text[] NOT NULL DEFAULT '{}'`);
    for (const sql of functionsThatFind(BY_SYMBOL_OR_ALIAS)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of functionsThatFind(BY_SYMBOL)) await runner.query(sql);
    await runner.query('ALTER TABLE source DROP COLUMN aliases');
  }
}

const BY_SYMBOL = (pattern: string): string => `s.symbol ILIKE ${pattern}`;
const BY_SYMBOL_OR_ALIAS = (pattern: string): string =>
  `(s.symbol ILIKE ${pattern} OR EXISTS (SELECT FROM unnest(s.aliases) alias WHERE alias ILIKE ${pattern}))`;

/** As they are, but for how a source is found. */
const functionsThatFind = (isSource: (pattern: string) => string): string[] => [
  `
  CREATE OR REPLACE FUNCTION heed_found_recommendations(q text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH part AS (SELECT '%' || replace(replace(replace(q, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' AS pattern)
    SELECT r.id FROM (
      SELECT id FROM recommendation WHERE to_tsvector('english', search_text) @@ websearch_to_tsquery('english', q)
      UNION SELECT id FROM recommendation, part WHERE search_text ILIKE part.pattern
      UNION SELECT o.id FROM recommendation o JOIN source s ON s.id = o.source_id, part WHERE ${isSource('part.pattern')}) found
    JOIN recommendation r ON r.id = found.id
    WHERE r.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
      AND heed_reads_level(r.confidentiality, r.organization_id) $$`,
  `
  CREATE OR REPLACE FUNCTION heed_newest_found(q text, before timestamptz, before_id uuid, most integer) RETURNS TABLE (id uuid, updated_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
    DECLARE
      in_workspace uuid := nullif(current_setting('app.workspace', true), '')::uuid;
      part text := '%' || replace(replace(replace(q, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
      words tsquery := websearch_to_tsquery('english', q);
      sources uuid[] := ARRAY(SELECT s.id FROM source s WHERE s.workspace_id = in_workspace AND ${isSource('part')});
    BEGIN
      RETURN QUERY SELECT r.id, r.updated_at FROM recommendation r
        WHERE r.workspace_id = in_workspace AND heed_reads_level(r.confidentiality, r.organization_id)
          AND (r.updated_at, r.id) < (coalesce(before, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
          AND (r.search_text ILIKE part OR to_tsvector('english', r.search_text) @@ words OR r.source_id = ANY (sources))
        ORDER BY r.updated_at DESC, r.id DESC LIMIT most;
    END $$`,
];
