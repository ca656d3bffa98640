import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened in a period is found by its day, and what was voided by the move that it was. */
export class FindEntries1795405000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX transition_by_day ON transition (workspace_id, occurred_last);
      CREATE INDEX transition_voids ON transition (voids) WHERE voids IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX transition_by_day, transition_voids');
  }
}
