import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is contested can be listed: on follow-ups by an index, and under a theme by columns of its own. */
export class ListContested1795307100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, keep(`${COPIED}, ${CONTESTED}`), 'SELECT heed_rebuild_follow_up_themes()', INDEX])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keep(COPIED));
    await runner.query(`
      ALTER TABLE follow_up_theme DROP response_contested, DROP implementation_contested;
      DROP INDEX follow_up_by_contested`);
  }
}

const COPIED = `organization_id, confidentiality, recommendation_id, recommendation_code, source_id, addressee_id, owner_id, asked,
  response_state, response_phase, implementation_state, implementation_phase, due_on, closed, moved_at`;
const CONTESTED = 'response_contested, implementation_contested';

/** Filled by the rebuilding: whoever migrates sees no rows behind the policies. */
const COLUMNS = `
  ALTER TABLE follow_up_theme ADD response_contested boolean NOT NULL DEFAULT false, ADD implementation_contested boolean NOT NULL DEFAULT false;
  ALTER TABLE follow_up_theme ALTER response_contested DROP DEFAULT, ALTER implementation_contested DROP DEFAULT`;

/** Both functions keep their owner, heed_keeper. */
function keep(columns: string): string {
  const ofNew = columns.replace(/(\w+)/g, 'NEW.$1');
  return `
    CREATE OR REPLACE FUNCTION heed_keep_follow_up_themes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'INSERT' OR NEW.theme_ids IS DISTINCT FROM OLD.theme_ids THEN
          DELETE FROM follow_up_theme WHERE id = NEW.id AND theme_id <> ALL (NEW.theme_ids);
          INSERT INTO follow_up_theme (workspace_id, id, theme_id, ${columns})
          SELECT NEW.workspace_id, NEW.id, theme, ${ofNew} FROM unnest(NEW.theme_ids) theme ON CONFLICT DO NOTHING;
        END IF;
        IF TG_OP = 'UPDATE' THEN
          UPDATE follow_up_theme SET (${columns}) = ROW (${ofNew}) WHERE id = NEW.id;
        END IF;
        RETURN NULL;
      END $$;
    DROP TRIGGER keep_themes ON follow_up;
    CREATE TRIGGER keep_themes AFTER INSERT OR UPDATE OF theme_ids, ${columns} ON follow_up
      FOR EACH ROW EXECUTE FUNCTION heed_keep_follow_up_themes();
    CREATE OR REPLACE FUNCTION heed_rebuild_follow_up_themes() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DELETE FROM follow_up_theme;
      INSERT INTO follow_up_theme (workspace_id, id, theme_id, ${columns})
      SELECT workspace_id, f.id, theme, ${columns} FROM follow_up f, unnest(f.theme_ids) theme $$`;
}

/** Few are contested, so a list of them must not look through all others. */
const INDEX = `CREATE INDEX follow_up_by_contested ON follow_up (workspace_id, (response_contested OR implementation_contested),
    (CASE WHEN due_on IS NULL THEN 'infinity'::date ELSE due_on END), id)`;
