import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much was asked within a minute, shared by all processes. */
export class BoundRequests1795418600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE request_count');
  }
}

/** Marks that nobody can turn round say who asked; processes take some in advance, so a row is written now and then only. */
const COUNTS = `
  CREATE TABLE request_count (
    mark bytea PRIMARY KEY CHECK (octet_length(mark) = 32),
    taken integer NOT NULL CHECK (taken >= 0),
    ends_at timestamptz NOT NULL);
  CREATE INDEX ON request_count (ends_at);
  ALTER TABLE request_count ENABLE ROW LEVEL SECURITY; ALTER TABLE request_count FORCE ROW LEVEL SECURITY;
  CREATE POLICY sign_in ON request_count TO heed_auth USING (true);
  GRANT SELECT, INSERT, UPDATE, DELETE ON request_count TO heed_auth`;
