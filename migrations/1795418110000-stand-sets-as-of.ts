import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropAsOfViews, makeAsOfViews } from './as-of-views.js';

/** With whom an engagement was, and what an indicator measures, as of a moment: indicators have versions from now on. */
export class StandSetsAsOf1795418110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [nouns([...NOUNS, 'indicator'], ''), INDICATORS, seen(INDICATOR), MERGED])
      await runner.query(sql);
    await makeAsOfViews(runner);
  }

  /** Versions of indicators that were kept stay, seen by nobody. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropAsOfViews);
    await runner.query(
      `DROP FUNCTION heed_addressee_now(uuid); DROP TRIGGER keep_created ON indicator; DROP TRIGGER keep_version ON indicator;
        DROP FUNCTION heed_fields_of(indicator)`,
    );
    for (const sql of [seen(''), nouns(NOUNS, 'NOT VALID')]) await runner.query(sql);
    await makeAsOfViews(runner);
  }
}

const NOUNS = [
  ...['recommendation', 'source', 'addressee', 'theme', 'organization', 'evidence', 'follow-up', 'engagement'],
  'next-step',
];

const nouns = (known: string[], how: string): string => `
  ALTER TABLE record_version DROP CONSTRAINT record_version_noun_check;
  ALTER TABLE record_version ADD CONSTRAINT record_version_noun_check CHECK (noun IN ('${known.join("', '")}')) ${how}`;

const INDICATORS = `
  CREATE FUNCTION heed_fields_of(r indicator) RETURNS jsonb LANGUAGE sql STABLE
    AS $$ SELECT jsonb_build_object('title', r.title, 'unit', r.unit, 'baseline', r.baseline, 'target', r.target, 'note', r.note) $$;
  CREATE TRIGGER keep_created AFTER INSERT ON indicator FOR EACH ROW EXECUTE FUNCTION heed_keep_version('indicator');
  CREATE TRIGGER keep_version AFTER UPDATE OF title, unit, baseline, target, note ON indicator
    FOR EACH ROW EXECUTE FUNCTION heed_keep_version('indicator')`;

const TABLES = NOUNS.map(
  (noun) => `WHEN '${noun}' THEN EXISTS (SELECT FROM ${noun.replace('-', '_')} p WHERE p.id = item_id)`,
);
const INDICATOR = `WHEN 'indicator' THEN EXISTS (SELECT FROM indicator p WHERE p.id = item_id)`;
const seen = (more: string): string =>
  `ALTER POLICY own ON record_version USING (workspace_id = heed_workspace() AND CASE noun ${TABLES.join(' ')} ${more} END)`;

/** What an addressee is called since it was merged into another: a past day shows it under that one, as everything else that named it. */
const MERGED = `
  CREATE FUNCTION heed_addressee_now(was uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    WITH RECURSIVE gone(id, n) AS (
      SELECT was, 0 UNION ALL SELECT m.kept_id, g.n + 1 FROM gone g JOIN merge m ON m.old_id = g.id AND m.undone_at IS NULL WHERE g.n < 50)
    SELECT id FROM gone ORDER BY n DESC LIMIT 1 $$`;
