import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was voided is found by the move that it was. */
export class FindEntries1795405000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX transition_voids ON transition (voids) WHERE voids IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX transition_voids');
  }
}
