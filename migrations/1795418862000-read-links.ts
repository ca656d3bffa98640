import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a document was fetched from; what was pasted or came as a file has none. Like its text it never changes. */
export class ReadLinks1795418862000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE intake ADD COLUMN url text CHECK (url ~ '^https?://')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake DROP COLUMN url');
  }
}
