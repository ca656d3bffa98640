import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why somebody rejected what was proposed of a document: a usual reason, words of their own, both or neither. */
export class KeepRejections1795413100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE intake_proposal
        ADD COLUMN rejection text
          CHECK (rejection IN ('asks-nothing', 'followed-already', 'not-ours', 'too-vague', 'read-wrongly')),
        ADD COLUMN rejection_note text,
        ADD CONSTRAINT rejection_of_rejected CHECK (state = 'rejected' OR (rejection IS NULL AND rejection_note IS NULL));
      GRANT UPDATE (rejection, rejection_note) ON intake_proposal TO heed_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake_proposal DROP COLUMN rejection, DROP COLUMN rejection_note');
  }
}
