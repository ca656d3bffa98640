import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A sealed text opens in the place of its own field alone. A key says whether it holds texts to that; those of before do not, until the
 * server starts next and seals what they seal anew.
 */
export class BindFields1795418850000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evidence_key ADD binds_fields boolean NOT NULL DEFAULT false');
  }

  /** What is sealed since stays so, and the release before can not open it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evidence_key DROP COLUMN binds_fields');
  }
}
