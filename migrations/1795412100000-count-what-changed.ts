import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts as of a moment are today's, with what changed since put over them (src/follow-ups/summary-kept.ts). What changed is looked up:
 * a plan that believes in slow disks reads whole tables for some thousands of rows. And what was entered since is found without an
 * index that every move of a track would have to be written to.
 */
export class CountWhatChanged1795412100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION heed_follow_ups_then() ROWS 4000 SET random_page_cost = 1.1');
    await runner.query(
      'CREATE INDEX follow_up_by_entry ON follow_up USING brin (created_at) WITH (autosummarize = on)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX follow_up_by_entry');
    await runner.query('ALTER FUNCTION heed_follow_ups_then() ROWS 10000 RESET random_page_cost');
  }
}
