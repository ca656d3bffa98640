import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that is kept for a second request says nothing of evidence that was withdrawn since. */
export class SealKeptAnswers1795307500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SAYS_NOTHING, RIGHTS, SEALING]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER seal_kept_answers ON evidence;
      DROP FUNCTION heed_seal_kept_answers;
      REVOKE ALL ON idempotency_key FROM heed_keeper;
      DROP POLICY sealing ON idempotency_key;
      UPDATE idempotency_key SET body = '{}' WHERE body IS NULL;
      ALTER TABLE idempotency_key ALTER body SET NOT NULL`);
  }
}

/** The key stays taken, so that the request is not done anew. */
const SAYS_NOTHING = 'ALTER TABLE idempotency_key ALTER body DROP NOT NULL';

/** Whoever withdraws sees their own answers alone, and may change none: the trigger is another's. */
const RIGHTS = `
  CREATE POLICY sealing ON idempotency_key TO heed_keeper USING (true);
  GRANT SELECT (workspace_id, body), UPDATE (body) ON idempotency_key TO heed_keeper`;

/** Whatever names the piece may quote it: the piece itself, links to it, transitions that cite it, the reason for the withdrawal. */
const SEALING = `
  CREATE FUNCTION heed_seal_kept_answers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE idempotency_key SET body = NULL WHERE workspace_id = NEW.workspace_id AND position(NEW.id::text IN body) > 0;
      RETURN NULL;
    END $$;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_seal_kept_answers() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  REVOKE ALL ON FUNCTION heed_seal_kept_answers() FROM PUBLIC;
  CREATE TRIGGER seal_kept_answers AFTER UPDATE OF withdrawal ON evidence FOR EACH ROW
    WHEN (NEW.withdrawal <> 'none') EXECUTE FUNCTION heed_seal_kept_answers()`;
