import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByParent } from './row-security.js';

/** The keys of sealed files, each wrapped by a key that the database never sees; gone with the file once it is erased. */
export class SealFiles1795415100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEYS);
    await runner.query(guardByParent('evidence_key', 'evidence', 'evidence_id'));
    await runner.query(RIGHTS);
    await runner.query(SHRED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER shred_key ON evidence; DROP FUNCTION heed_shred_key; DROP TABLE evidence_key');
  }
}

const KEYS = `
  CREATE TABLE evidence_key (
    workspace_id uuid NOT NULL REFERENCES workspace,
    evidence_id uuid PRIMARY KEY,
    key_id text NOT NULL CHECK (key_id ~ '^[0-9a-f]{16}$'),
    wrapped bytea NOT NULL,
    generation integer NOT NULL DEFAULT 1 CHECK (generation > 0),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON evidence_key (key_id, evidence_id)`;

/** Nobody who acts in a workspace changes one: the operator's rotation does, as the keeper. */
const RIGHTS = `
  GRANT SELECT ON evidence_key TO heed_app, heed_reader;
  GRANT INSERT ON evidence_key TO heed_app;
  CREATE POLICY keeping ON evidence_key TO heed_keeper USING (true);
  GRANT SELECT, UPDATE (key_id, wrapped, generation), DELETE ON evidence_key TO heed_keeper`;

const SHRED = `
  CREATE FUNCTION heed_shred_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      DELETE FROM evidence_key WHERE evidence_id = NEW.id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER shred_key AFTER UPDATE OF withdrawal ON evidence FOR EACH ROW
    WHEN (NEW.withdrawal = 'erased' AND OLD.withdrawal <> 'erased') EXECUTE FUNCTION heed_shred_key();
  REVOKE ALL ON FUNCTION heed_shred_key() FROM PUBLIC;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_shred_key() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;
