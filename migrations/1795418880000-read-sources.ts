import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a document says of itself as a source: kind, symbol, mechanism, day. Like its text it never changes. */
export class ReadSources1795418880000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake ADD COLUMN as_source jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake DROP COLUMN as_source');
  }
}
