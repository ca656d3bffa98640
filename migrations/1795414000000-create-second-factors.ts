import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has besides their password: an app that makes codes, and codes on paper for when that is lost. */
export class CreateSecondFactors1795414000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACTORS);
    await runner.query(CODES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recovery_code, second_factor');
  }
}

/** The secret is sealed with a key outside the database. A step that was used once is never taken again. */
const FACTORS = `
  CREATE TABLE second_factor (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    kind text NOT NULL CHECK (kind IN ('authenticator')),
    name text NOT NULL CHECK (name <> ''),
    sealed_secret bytea NOT NULL,
    last_step bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed_at timestamptz,
    used_at timestamptz,
    removed_at timestamptz);
  CREATE INDEX ON second_factor (account_id, created_at DESC, id DESC)`;

/** Marks, with a key outside the database: whoever has a copy of it can't try codes. */
const CODES = `
  CREATE TABLE recovery_code (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    mark bytea NOT NULL UNIQUE CHECK (octet_length(mark) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at timestamptz,
    ended_at timestamptz,
    CHECK (used_at IS NULL OR ended_at IS NULL));
  CREATE INDEX ON recovery_code (account_id)`;

/** As for sessions: secrets of sign-in are read by the role of sign-in alone. */
const RIGHTS = `
  ALTER TABLE second_factor ENABLE ROW LEVEL SECURITY; ALTER TABLE second_factor FORCE ROW LEVEL SECURITY;
  ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY; ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY;
  CREATE POLICY sign_in ON second_factor TO heed_auth USING (true);
  CREATE POLICY sign_in ON recovery_code TO heed_auth USING (true);
  GRANT SELECT, INSERT ON second_factor, recovery_code TO heed_auth;
  GRANT UPDATE (last_step, confirmed_at, used_at, removed_at) ON second_factor TO heed_auth;
  GRANT UPDATE (used_at, ended_at) ON recovery_code TO heed_auth`;
