import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A way back into an account whose password or second factor is lost: a link that the operator makes on the server. */
export class CreateRecoveries1795306500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECOVERIES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recovery');
  }
}

/** A link is used, or ended by the next one, never both. */
const RECOVERIES = `
  CREATE TABLE recovery (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    ended_at timestamptz,
    CHECK (used_at IS NULL OR ended_at IS NULL));
  CREATE INDEX ON recovery (account_id, created_at DESC, id DESC)`;

/** As for sessions: secrets of sign-in are read by the role of sign-in alone. */
const RIGHTS = `
  ALTER TABLE recovery ENABLE ROW LEVEL SECURITY; ALTER TABLE recovery FORCE ROW LEVEL SECURITY;
  CREATE POLICY sign_in ON recovery TO heed_auth USING (true);
  GRANT SELECT, INSERT ON recovery TO heed_auth;
  GRANT UPDATE (used_at, ended_at) ON recovery TO heed_auth`;
