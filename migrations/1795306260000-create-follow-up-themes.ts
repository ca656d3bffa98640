import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByLevel } from './row-security.js';

/**
 * One row for each theme of a follow-up, with the columns that lists filter and sort by: a page of one theme, in one state,
 * by due date, is read from one index. The array on the follow-up cannot be: a row policy keeps its index from being used.
 */
export class CreateFollowUpThemes1795306260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(guardByLevel('follow_up_theme'));
    for (const sql of [RIGHTS, KEEP, REBUILD, STATES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION heed_keep_follow_up_themes, heed_rebuild_follow_up_themes CASCADE;
      DROP TABLE follow_up_theme;
      DROP INDEX follow_up_by_implementation_state, follow_up_by_response_state`);
  }
}

const COPIED = `organization_id, confidentiality, recommendation_id, recommendation_code, source_id, addressee_id, owner_id, asked,
  response_state, response_phase, implementation_state, implementation_phase, due_on, closed, moved_at`;
const NEW = COPIED.replace(/(\w+)/g, 'NEW.$1');

/** Columns are called as on the follow-up, id too, so that the same conditions read either table. */
const TABLE = `
  CREATE TABLE follow_up_theme (
    workspace_id uuid NOT NULL REFERENCES workspace,
    id uuid NOT NULL,
    theme_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    confidentiality text NOT NULL CHECK (confidentiality IN ('public', 'coalition', 'organization')),
    recommendation_id uuid NOT NULL,
    recommendation_code text NOT NULL,
    source_id uuid NOT NULL,
    addressee_id uuid NOT NULL,
    owner_id uuid,
    asked boolean NOT NULL,
    response_state text,
    response_phase text,
    implementation_state text,
    implementation_phase text,
    due_on date,
    closed boolean NOT NULL,
    moved_at timestamptz NOT NULL,
    PRIMARY KEY (id, theme_id),
    FOREIGN KEY (workspace_id, id) REFERENCES follow_up (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, theme_id) REFERENCES theme (workspace_id, id));
  CREATE INDEX follow_up_theme_by_due ON follow_up_theme (workspace_id, theme_id, (CASE WHEN due_on IS NULL THEN 'infinity'::date ELSE due_on END), id);
  CREATE INDEX follow_up_theme_by_implementation ON follow_up_theme (workspace_id, theme_id, implementation_state, (CASE WHEN due_on IS NULL THEN 'infinity'::date ELSE due_on END), id);
  CREATE INDEX follow_up_theme_by_response ON follow_up_theme (workspace_id, theme_id, response_state, (CASE WHEN due_on IS NULL THEN 'infinity'::date ELSE due_on END), id)`;

const RIGHTS = `
  CREATE POLICY keeping ON follow_up_theme TO heed_keeper USING (true);
  GRANT SELECT ON follow_up_theme TO heed_app, heed_reader;
  GRANT SELECT, INSERT, UPDATE, DELETE ON follow_up_theme TO heed_keeper`;

const KEEP = `
  CREATE FUNCTION heed_keep_follow_up_themes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF TG_OP = 'INSERT' OR NEW.theme_ids IS DISTINCT FROM OLD.theme_ids THEN
        DELETE FROM follow_up_theme WHERE id = NEW.id AND theme_id <> ALL (NEW.theme_ids);
        INSERT INTO follow_up_theme (workspace_id, id, theme_id, ${COPIED})
        SELECT NEW.workspace_id, NEW.id, theme, ${NEW} FROM unnest(NEW.theme_ids) theme ON CONFLICT DO NOTHING;
      END IF;
      IF TG_OP = 'UPDATE' THEN
        UPDATE follow_up_theme SET (${COPIED}) = ROW (${NEW}) WHERE id = NEW.id;
      END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER keep_themes AFTER INSERT OR UPDATE OF theme_ids, ${COPIED} ON follow_up
    FOR EACH ROW EXECUTE FUNCTION heed_keep_follow_up_themes();
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_keep_follow_up_themes() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

/** For what is there already, and for whoever doubts it. */
const REBUILD = `
  CREATE FUNCTION heed_rebuild_follow_up_themes() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM follow_up_theme;
    INSERT INTO follow_up_theme (workspace_id, id, theme_id, ${COPIED})
    SELECT workspace_id, f.id, theme, ${COPIED} FROM follow_up f, unnest(f.theme_ids) theme $$;
  REVOKE ALL ON FUNCTION heed_rebuild_follow_up_themes() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_rebuild_follow_up_themes() TO CURRENT_USER;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_rebuild_follow_up_themes() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  SELECT heed_rebuild_follow_up_themes()`;

/** A state is asked for without a theme as well. */
const STATES = `
  CREATE INDEX follow_up_by_implementation_state ON follow_up (workspace_id, implementation_state, (CASE WHEN due_on IS NULL THEN 'infinity'::date ELSE due_on END), id);
  CREATE INDEX follow_up_by_response_state ON follow_up (workspace_id, response_state, (CASE WHEN due_on IS NULL THEN 'infinity'::date ELSE due_on END), id)`;
