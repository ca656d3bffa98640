import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which rule proposed an ask, as a code with its words, so that the page can say it in the reader's language. */
export class GiveProposalsReasons1795413000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE intake_proposal ADD COLUMN reason jsonb CHECK (reason IS NULL OR jsonb_typeof(reason) = 'object')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake_proposal DROP COLUMN reason');
  }
}
