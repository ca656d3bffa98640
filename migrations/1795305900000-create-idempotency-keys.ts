import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was answered to a request with an Idempotency-Key, for a day. */
export class CreateIdempotencyKeys1795305900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [KEYS, RIGHTS, FORGETTING]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION heed_forget_idempotency_keys; DROP TABLE idempotency_key');
  }
}

const KEYS = `
  CREATE TABLE idempotency_key (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    path text NOT NULL,
    key text NOT NULL CHECK (key ~ '^[!-~]{1,200}$'),
    request_hash bytea NOT NULL CHECK (octet_length(request_hash) = 32),
    body text NOT NULL,
    version integer,
    receipt text CHECK (receipt ~ '^[0-9a-f]{64}$'),
    expires_at timestamptz NOT NULL,
    UNIQUE (workspace_id, person_id, organization_id, path, key),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON idempotency_key (expires_at)`;

/** An answer may hold what only its reader may know, so nobody but the same person, for the same organization, reads it again. */
const RIGHTS = `
  ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY; ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON idempotency_key TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND person_id = heed_person() AND organization_id = heed_organization());
  CREATE POLICY expired ON idempotency_key TO heed_auth USING (expires_at <= statement_timestamp());
  GRANT SELECT ON idempotency_key TO heed_app, heed_reader;
  GRANT INSERT ON idempotency_key TO heed_app;
  GRANT SELECT, DELETE, UPDATE (expires_at) ON idempotency_key TO heed_auth`;

/** Whoever sends a key clears away what has expired, of everybody: the function's owner sees nothing else of this table. */
const FORGETTING = `
  CREATE FUNCTION heed_forget_idempotency_keys() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM idempotency_key WHERE id IN (SELECT id FROM idempotency_key WHERE expires_at <= statement_timestamp() FOR UPDATE SKIP LOCKED) $$;
  GRANT CREATE ON SCHEMA public TO heed_auth;
  ALTER FUNCTION heed_forget_idempotency_keys() OWNER TO heed_auth;
  REVOKE CREATE ON SCHEMA public FROM heed_auth;
  REVOKE ALL ON FUNCTION heed_forget_idempotency_keys() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_forget_idempotency_keys() TO heed_app`;
