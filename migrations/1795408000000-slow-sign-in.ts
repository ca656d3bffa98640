import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What slows down guessing: failures of late, and from where an account has been signed in to. */
export class SlowSignIn1795408000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ATTEMPTS);
    await runner.query(NETWORKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN network');
    await runner.query('DROP TABLE sign_in_attempt');
  }
}

/** Shared by all processes. Keys are marks that nobody can turn round: people mistype passwords where an address belongs. */
const ATTEMPTS = `
  CREATE TABLE sign_in_attempt (
    mark bytea PRIMARY KEY CHECK (octet_length(mark) = 32),
    failures integer NOT NULL CHECK (failures >= 0),
    ends_at timestamptz NOT NULL);
  CREATE INDEX ON sign_in_attempt (ends_at);
  ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY; ALTER TABLE sign_in_attempt FORCE ROW LEVEL SECURITY;
  CREATE POLICY sign_in ON sign_in_attempt TO heed_auth USING (true);
  GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO heed_auth`;

const NETWORKS = `
  ALTER TABLE session ADD network bytea CHECK (octet_length(network) = 32);
  CREATE INDEX ON session (account_id, network) WHERE network IS NOT NULL`;
