import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What restricted pieces say is held against the log once a day, as files are against their hashes: the keeper reads the salts of events for it. */
export class HoldWordsAgainstTheLog1795418872000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${kinds(", 'words'")};
      CREATE POLICY keeping ON audit_salt FOR SELECT TO heed_keeper USING (true);
      GRANT SELECT ON audit_salt TO heed_keeper`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE file_check NO FORCE ROW LEVEL SECURITY; DELETE FROM file_check WHERE kind = 'words';
      ALTER TABLE file_check FORCE ROW LEVEL SECURITY; ${kinds('')};
      REVOKE SELECT ON audit_salt FROM heed_keeper; DROP POLICY keeping ON audit_salt`);
  }
}

const kinds = (more: string): string => `ALTER TABLE file_check DROP CONSTRAINT file_check_kind_check,
  ADD CONSTRAINT file_check_kind_check CHECK (kind IN ('evidence', 'link-copy', 'intake', 'inbox-item'${more}))`;
