import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys beside apps that make codes, and what a browser was asked to sign, each once. */
export class CreatePasskeys1795418400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PASSKEYS);
    await runner.query(CHALLENGES);
  }

  /** A passkey can't be taken back into a table that knows none. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passkey_challenge');
    await runner.query(`DELETE FROM second_factor WHERE kind = 'passkey'`);
    await runner.query(`ALTER TABLE second_factor
      DROP COLUMN credential_id, DROP COLUMN public_key, DROP COLUMN sign_count, DROP COLUMN transports,
      DROP CONSTRAINT second_factor_kind_check, ADD CONSTRAINT second_factor_kind_check CHECK (kind IN ('authenticator')),
      ALTER COLUMN sealed_secret SET NOT NULL`);
  }
}

/** Of a passkey only its public key is known: nothing of it is worth sealing. */
const PASSKEYS = `
  ALTER TABLE second_factor
    ADD credential_id bytea UNIQUE CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
    ADD public_key bytea,
    ADD sign_count bigint NOT NULL DEFAULT 0,
    ADD transports text[] NOT NULL DEFAULT '{}',
    ALTER COLUMN sealed_secret DROP NOT NULL,
    DROP CONSTRAINT second_factor_kind_check,
    ADD CONSTRAINT second_factor_kind_check CHECK (kind IN ('authenticator', 'passkey')),
    ADD CHECK ((kind = 'authenticator') = (sealed_secret IS NOT NULL)),
    ADD CHECK ((kind = 'passkey' AND confirmed_at IS NOT NULL) = (credential_id IS NOT NULL)),
    ADD CHECK ((credential_id IS NULL) = (public_key IS NULL));
  GRANT UPDATE (credential_id, public_key, sign_count, transports) ON second_factor TO heed_auth`;

/** One at a time for what it was made for; using it removes it. */
const CHALLENGES = `
  CREATE TABLE passkey_challenge (
    bound_to bytea PRIMARY KEY CHECK (octet_length(bound_to) = 32),
    challenge bytea NOT NULL CHECK (octet_length(challenge) = 32),
    ends_at timestamptz NOT NULL);
  CREATE INDEX ON passkey_challenge (ends_at);
  ALTER TABLE passkey_challenge ENABLE ROW LEVEL SECURITY; ALTER TABLE passkey_challenge FORCE ROW LEVEL SECURITY;
  CREATE POLICY sign_in ON passkey_challenge TO heed_auth USING (true);
  GRANT SELECT, INSERT, UPDATE, DELETE ON passkey_challenge TO heed_auth`;
