import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './row-security.js';

/** What people say to each other on a follow-up, whom they mention, and what became of it. */
export class CreateComments1795402000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, POLICIES, RIGHTS, OWN_WORDS, RAISE]) await runner.query(sql);
    for (const table of NAMES) await runner.query(appendOnly(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER raise_words_of_comments ON recommendation;
      DROP FUNCTION heed_raise_words_of_comments;
      DROP TABLE comment_mention, comment_act, comment CASCADE;
      DROP FUNCTION heed_check_comment_act`);
  }
}

const NAMES = ['comment', 'comment_act', 'comment_mention'];

const ADDED = `
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id)`;

/** A mention belongs to the wording that makes it: the first one, or the one of an edit. */
const TABLES = `
  CREATE TABLE comment (${ADDED},
    follow_up_id uuid NOT NULL,
    reply_to uuid,
    text_hash bytea NOT NULL,
    UNIQUE (workspace_id, id),
    UNIQUE (follow_up_id, id),
    FOREIGN KEY (workspace_id, follow_up_id) REFERENCES follow_up (workspace_id, id),
    FOREIGN KEY (follow_up_id, reply_to) REFERENCES comment (follow_up_id, id));
  CREATE INDEX ON comment (follow_up_id, recorded_at, id) WHERE reply_to IS NULL;
  CREATE INDEX ON comment (reply_to) WHERE reply_to IS NOT NULL;
  CREATE TABLE comment_act (${ADDED},
    comment_id uuid NOT NULL,
    act text NOT NULL CHECK (act IN ('edited', 'removed', 'resolved', 'reopened', 'seen')),
    text_hash bytea,
    CHECK ((act = 'edited') = (text_hash IS NOT NULL)),
    UNIQUE (comment_id, id),
    FOREIGN KEY (workspace_id, comment_id) REFERENCES comment (workspace_id, id));
  CREATE INDEX ON comment_act (comment_id, recorded_at);
  CREATE UNIQUE INDEX ON comment_act (comment_id) WHERE act = 'removed';
  CREATE UNIQUE INDEX ON comment_act (comment_id, person_id) WHERE act = 'seen';
  CREATE TABLE comment_mention (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    comment_id uuid NOT NULL,
    act_id uuid,
    membership_id uuid NOT NULL,
    UNIQUE NULLS NOT DISTINCT (comment_id, act_id, membership_id),
    FOREIGN KEY (workspace_id, comment_id) REFERENCES comment (workspace_id, id),
    FOREIGN KEY (comment_id, act_id) REFERENCES comment_act (comment_id, id),
    FOREIGN KEY (workspace_id, membership_id) REFERENCES membership (workspace_id, id));
  CREATE INDEX ON comment_mention (membership_id)`;

/** Each is written in one's own name alone, for one's own organization, on what one may see. */
const guard = (table: string, seen: string, own: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON ${table} TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND ${seen})
    WITH CHECK (workspace_id = heed_workspace() AND ${own} AND ${seen});
  CREATE POLICY keeping ON ${table} FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON ${table} TO heed_keeper`;

const IN_OWN_NAME = 'person_id = heed_person() AND organization_id = heed_organization()';

const POLICIES = [
  guard('comment', 'EXISTS (SELECT FROM follow_up f WHERE f.id = comment.follow_up_id)', IN_OWN_NAME),
  guard('comment_act', 'EXISTS (SELECT FROM comment c WHERE c.id = comment_act.comment_id)', IN_OWN_NAME),
  guard(
    'comment_mention',
    'EXISTS (SELECT FROM comment c WHERE c.id = comment_mention.comment_id)',
    'EXISTS (SELECT FROM comment c WHERE c.id = comment_mention.comment_id AND c.person_id = heed_person())',
  ),
].join(';\n');

const RIGHTS = `
  GRANT SELECT ON ${NAMES.join(', ')} TO heed_app, heed_reader;
  GRANT INSERT ON ${NAMES.join(', ')} TO heed_app`;

/** Nobody changes or removes what another person said. */
const OWN_WORDS = `
  CREATE FUNCTION heed_check_comment_act() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.act IN ('edited', 'removed')
        AND NOT EXISTS (SELECT FROM comment c WHERE c.id = NEW.comment_id AND c.person_id = NEW.person_id) THEN
        RAISE EXCEPTION 'a comment is changed and removed by whoever wrote it' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER check_act BEFORE INSERT ON comment_act FOR EACH ROW EXECUTE FUNCTION heed_check_comment_act()`;

const order = (level: string): string => `array_position(ARRAY['public', 'coalition', 'organization'], ${level})`;

/** What was said is as confidential as what it was said on, every wording of it. */
const RAISE = `
  CREATE FUNCTION heed_raise_words_of_comments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE words w SET confidentiality = NEW.confidentiality, organization_id = NEW.organization_id
      WHERE w.workspace_id = NEW.workspace_id AND ${order('w.confidentiality')} < ${order('NEW.confidentiality')} AND w.hash IN (
        SELECT c.text_hash FROM comment c JOIN follow_up f ON f.id = c.follow_up_id WHERE f.recommendation_id = NEW.id
        UNION ALL SELECT a.text_hash FROM comment_act a JOIN comment c ON c.id = a.comment_id JOIN follow_up f ON f.id = c.follow_up_id
          WHERE f.recommendation_id = NEW.id AND a.text_hash IS NOT NULL);
      RETURN NULL;
    END $$;
  CREATE TRIGGER raise_words_of_comments AFTER UPDATE OF confidentiality ON recommendation FOR EACH ROW
    WHEN (NEW.confidentiality IS DISTINCT FROM OLD.confidentiality) EXECUTE FUNCTION heed_raise_words_of_comments();
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_raise_words_of_comments() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  REVOKE ALL ON FUNCTION heed_raise_words_of_comments() FROM PUBLIC`;
