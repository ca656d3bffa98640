import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A link carries the workspace of its recommendation by a key, like every other row: until now its own column was but a
 * copy for the policy, which a writer could have set wrong.
 */
export class KeyFollowUpLinks1795306740000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX ON follow_up_link (recommendation_id);
      ALTER TABLE follow_up_link ADD CONSTRAINT follow_up_link_recommendation_fkey
        FOREIGN KEY (workspace_id, recommendation_id) REFERENCES recommendation (workspace_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE follow_up_link DROP CONSTRAINT follow_up_link_recommendation_fkey;
      DROP INDEX follow_up_link_recommendation_id_idx`);
  }
}
