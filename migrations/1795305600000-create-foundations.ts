import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles, tenants, people, erasable words and the audit log: what every later table stands on. */
export class CreateFoundations1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLES);
    await runner.query(FUNCTIONS);
    await runner.query(TENANTS);
    await runner.query(PEOPLE);
    await runner.query(AUDIT);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_leaf, audit_salt, audit_event, invitation, access_token, session, account, words, membership, organization, person, workspace CASCADE;
      DROP FUNCTION heed_refuse_change, heed_touch, heed_fill_leaf_once, heed_workspace, heed_organization, heed_person, heed_has_role, heed_reads_level;
      DROP FUNCTION IF EXISTS heed_session, heed_token, heed_member`);
  }
}

/**
 * heed_app reads and writes a workspace, heed_reader only reads it (auditors), heed_auth reads secrets of sign-in,
 * heed_nobody is what a pooled connection is before it entered one of them: it may do nothing.
 */
const ROLES = `
  DO $$
  DECLARE wanted text;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('heed roles'));
    FOREACH wanted IN ARRAY ARRAY['heed_app', 'heed_reader', 'heed_auth', 'heed_nobody'] LOOP
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', wanted);
      END IF;
      -- Also where it was made by this very user: since PostgreSQL 16 that alone doesn't let it take the role.
      EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
    END LOOP;
  END $$;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  GRANT USAGE ON SCHEMA public TO heed_app, heed_reader, heed_auth, heed_nobody`;

const FUNCTIONS = `
  CREATE FUNCTION heed_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.workspace', true), '')::uuid $$;
  CREATE FUNCTION heed_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.organization', true), '')::uuid $$;
  CREATE FUNCTION heed_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
  CREATE FUNCTION heed_has_role(role text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT role = ANY (string_to_array(current_setting('app.roles', true), ',')) $$;
  -- What the level of a row lets the present reader see. Restricted rows never pass here: they name their readers.
  CREATE FUNCTION heed_reads_level(confidentiality text, owner uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT confidentiality IN ('public', 'coalition') OR (confidentiality = 'organization'
      AND (owner = nullif(current_setting('app.organization', true), '')::uuid OR current_setting('app.reads_all', true) = 'on')) $$;

  CREATE FUNCTION heed_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;
  -- The version that ETags carry can't be forgotten: the database counts it.
  CREATE FUNCTION heed_touch() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW IS DISTINCT FROM OLD THEN
        NEW.version := OLD.version + 1;
        NEW.updated_at := clock_timestamp();
      END IF;
      RETURN NEW;
    END $$`;

const TENANTS = `
  CREATE TABLE workspace (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
    name text NOT NULL CHECK (name <> ''),
    time_zone text NOT NULL DEFAULT 'UTC',
    languages text[] NOT NULL DEFAULT '{en,ko}',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp());

  CREATE TABLE person (id uuid PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT clock_timestamp());

  CREATE TABLE organization (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    name text NOT NULL CHECK (name <> ''),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id), UNIQUE (workspace_id, name));

  -- Words that may have to be erased one day, apart from the rows that must never change: those hold only the hash.
  CREATE TABLE words (
    workspace_id uuid NOT NULL REFERENCES workspace,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    salt bytea NOT NULL CHECK (octet_length(salt) = 16),
    text text NOT NULL,
    confidentiality text NOT NULL CHECK (confidentiality IN ('public', 'coalition', 'organization', 'restricted', 'name')),
    organization_id uuid NOT NULL,
    evidence_id uuid,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (workspace_id, hash),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    CHECK ((confidentiality = 'restricted') = (evidence_id IS NOT NULL)));

  CREATE TABLE membership (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    name_hash bytea NOT NULL,
    pseudonym text NOT NULL,
    roles text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['administrator', 'editor', 'verifier', 'partner', 'auditor']),
    reads_all boolean NOT NULL DEFAULT false,
    starts_on date NOT NULL,
    ends_on date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id), UNIQUE (workspace_id, person_id), UNIQUE (workspace_id, pseudonym),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON membership (person_id);
  CREATE INDEX ON membership (workspace_id, organization_id)`;

const PEOPLE = `
  CREATE TABLE account (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    email text NOT NULL CHECK (email = lower(email) AND email ~ '^[^@]+@[^@]+$'),
    password_hash text NOT NULL,
    is_demonstration boolean NOT NULL DEFAULT false,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (email));
  CREATE INDEX ON account (person_id);

  CREATE TABLE session (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    authenticated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz);
  CREATE INDEX ON session (account_id);

  CREATE TABLE access_token (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    workspace_id uuid NOT NULL REFERENCES workspace,
    name text NOT NULL CHECK (name <> ''),
    role text NOT NULL CHECK (role IN ('administrator', 'editor', 'verifier', 'partner', 'auditor')),
    token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at timestamptz,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz);
  CREATE INDEX ON access_token (account_id);

  CREATE TABLE invitation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    organization_id uuid NOT NULL,
    email text NOT NULL CHECK (email = lower(email) AND email ~ '^[^@]+@[^@]+$'),
    roles text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['administrator', 'editor', 'verifier', 'partner', 'auditor']),
    token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    invited_by uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id))`;

/** See docs/decisions: the details' key and the leaf's hash both hang on the salt, so deleting the salt erases the details. */
const AUDIT = `
  CREATE TABLE audit_event (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    workspace_id uuid REFERENCES workspace,
    organization_id uuid,
    person_id uuid,
    account_id uuid,
    session_id uuid,
    action text NOT NULL CHECK (action ~ '^[a-z-]+[.][a-z-]+$'),
    object_type text NOT NULL,
    object_id uuid,
    object_version integer,
    outcome text NOT NULL CHECK (outcome IN ('allow', 'deny')),
    request_id text NOT NULL,
    confidentiality text NOT NULL CHECK (confidentiality IN ('public', 'coalition', 'organization', 'restricted')),
    details bytea NOT NULL);
  CREATE INDEX ON audit_event (workspace_id, at DESC, id DESC);
  CREATE INDEX ON audit_event (workspace_id, object_id, at DESC);
  CREATE INDEX ON audit_event (workspace_id, person_id, at DESC);

  CREATE TABLE audit_salt (
    event_id uuid PRIMARY KEY REFERENCES audit_event,
    workspace_id uuid REFERENCES workspace,
    salt bytea NOT NULL CHECK (octet_length(salt) = 32));

  CREATE TABLE audit_leaf (
    event_id uuid PRIMARY KEY REFERENCES audit_event,
    workspace_id uuid REFERENCES workspace,
    data_hash bytea NOT NULL CHECK (octet_length(data_hash) = 32),
    leaf_index bigint UNIQUE,
    workspace_seq bigint,
    leaf_hash bytea CHECK (octet_length(leaf_hash) = 32),
    UNIQUE (workspace_id, workspace_seq),
    CHECK ((leaf_index IS NULL) = (leaf_hash IS NULL) AND (leaf_index IS NULL) = (workspace_seq IS NULL)));
  CREATE INDEX audit_leaf_waiting ON audit_leaf (event_id) WHERE leaf_index IS NULL;

  CREATE FUNCTION heed_fill_leaf_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.leaf_index IS NOT NULL OR (NEW.event_id, NEW.workspace_id, NEW.data_hash) IS DISTINCT FROM (OLD.event_id, OLD.workspace_id, OLD.data_hash) THEN
        RAISE EXCEPTION 'a leaf of the log takes its place once and never changes' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER append_only_all BEFORE TRUNCATE ON audit_event EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER append_only BEFORE DELETE ON audit_leaf FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER append_only_all BEFORE TRUNCATE ON audit_leaf EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER fill_once BEFORE UPDATE ON audit_leaf FOR EACH ROW EXECUTE FUNCTION heed_fill_leaf_once();
  CREATE TRIGGER append_only BEFORE UPDATE ON words FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE ON audit_salt FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER touch BEFORE UPDATE ON workspace FOR EACH ROW EXECUTE FUNCTION heed_touch();
  CREATE TRIGGER touch BEFORE UPDATE ON organization FOR EACH ROW EXECUTE FUNCTION heed_touch();
  CREATE TRIGGER touch BEFORE UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION heed_touch();
  CREATE TRIGGER touch BEFORE UPDATE ON invitation FOR EACH ROW EXECUTE FUNCTION heed_touch()`;

/** Row-level security is forced on every table, also against its owner; what has no policy for a role shows it nothing. */
const RIGHTS = `
  ALTER TABLE workspace ENABLE ROW LEVEL SECURITY; ALTER TABLE workspace FORCE ROW LEVEL SECURITY;
  ALTER TABLE person ENABLE ROW LEVEL SECURITY; ALTER TABLE person FORCE ROW LEVEL SECURITY;
  ALTER TABLE organization ENABLE ROW LEVEL SECURITY; ALTER TABLE organization FORCE ROW LEVEL SECURITY;
  ALTER TABLE words ENABLE ROW LEVEL SECURITY; ALTER TABLE words FORCE ROW LEVEL SECURITY;
  ALTER TABLE membership ENABLE ROW LEVEL SECURITY; ALTER TABLE membership FORCE ROW LEVEL SECURITY;
  ALTER TABLE account ENABLE ROW LEVEL SECURITY; ALTER TABLE account FORCE ROW LEVEL SECURITY;
  ALTER TABLE session ENABLE ROW LEVEL SECURITY; ALTER TABLE session FORCE ROW LEVEL SECURITY;
  ALTER TABLE access_token ENABLE ROW LEVEL SECURITY; ALTER TABLE access_token FORCE ROW LEVEL SECURITY;
  ALTER TABLE invitation ENABLE ROW LEVEL SECURITY; ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
  ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY; ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
  ALTER TABLE audit_salt ENABLE ROW LEVEL SECURITY; ALTER TABLE audit_salt FORCE ROW LEVEL SECURITY;
  ALTER TABLE audit_leaf ENABLE ROW LEVEL SECURITY; ALTER TABLE audit_leaf FORCE ROW LEVEL SECURITY;

  CREATE POLICY own ON workspace TO heed_app, heed_reader USING (id = heed_workspace());
  CREATE POLICY sign_in ON workspace TO heed_auth USING (true);
  CREATE POLICY own ON organization TO heed_app, heed_reader USING (workspace_id = heed_workspace());
  CREATE POLICY sign_in ON organization TO heed_auth USING (true);
  CREATE POLICY own ON person TO heed_app, heed_reader USING (true);
  CREATE POLICY sign_in ON person TO heed_auth USING (true);
  CREATE POLICY own ON membership TO heed_app, heed_reader USING (workspace_id = heed_workspace());
  CREATE POLICY sign_in ON membership TO heed_auth USING (true);
  -- A name is read by its own organization and by administrators and auditors; to others the person is a pseudonym.
  CREATE POLICY own ON words TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND (heed_reads_level(confidentiality, organization_id)
    OR (confidentiality = 'name' AND (organization_id = heed_organization() OR heed_has_role('administrator') OR heed_has_role('auditor')))));
  CREATE POLICY sign_in ON words TO heed_auth USING (confidentiality = 'name');
  CREATE POLICY sign_in ON account TO heed_auth USING (true);
  CREATE POLICY sign_in ON session TO heed_auth USING (true);
  CREATE POLICY sign_in ON access_token TO heed_auth USING (true);
  CREATE POLICY own ON invitation TO heed_app, heed_reader USING (workspace_id = heed_workspace());
  CREATE POLICY sign_in ON invitation TO heed_auth USING (true);

  CREATE POLICY reading ON audit_event FOR SELECT TO heed_app, heed_reader USING (workspace_id = heed_workspace()
    AND (person_id = heed_person() OR ((heed_has_role('administrator') OR heed_has_role('auditor')) AND heed_reads_level(confidentiality, organization_id))));
  CREATE POLICY adding ON audit_event FOR INSERT TO heed_app, heed_reader WITH CHECK (workspace_id = heed_workspace());
  CREATE POLICY sign_in ON audit_event FOR INSERT TO heed_auth WITH CHECK (workspace_id IS NULL);
  CREATE POLICY reading ON audit_salt FOR SELECT TO heed_app, heed_reader USING (workspace_id = heed_workspace()
    AND EXISTS (SELECT FROM audit_event e WHERE e.id = event_id));
  CREATE POLICY adding ON audit_salt FOR INSERT TO heed_app, heed_reader WITH CHECK (workspace_id = heed_workspace());
  CREATE POLICY sign_in ON audit_salt FOR INSERT TO heed_auth WITH CHECK (workspace_id IS NULL);
  CREATE POLICY reading ON audit_leaf FOR SELECT TO heed_app, heed_reader USING (workspace_id = heed_workspace());
  CREATE POLICY adding ON audit_leaf FOR INSERT TO heed_app, heed_reader WITH CHECK (workspace_id = heed_workspace());
  CREATE POLICY sign_in ON audit_leaf FOR INSERT TO heed_auth WITH CHECK (workspace_id IS NULL);

  GRANT SELECT ON workspace, person, organization, membership, words, invitation TO heed_app, heed_reader;
  GRANT SELECT, INSERT ON audit_event, audit_salt, audit_leaf TO heed_app, heed_reader;
  GRANT INSERT, UPDATE ON workspace, organization, membership TO heed_app;
  GRANT INSERT, UPDATE ON invitation TO heed_app;
  GRANT INSERT ON words TO heed_app;
  GRANT DELETE ON organization TO heed_app;
  GRANT SELECT ON workspace, organization, membership, words TO heed_auth;
  GRANT SELECT, INSERT ON person, account TO heed_auth;
  GRANT UPDATE (password_hash, disabled_at) ON account TO heed_auth;
  GRANT SELECT, INSERT, UPDATE ON session, access_token TO heed_auth;
  GRANT SELECT, UPDATE ON invitation TO heed_auth;
  GRANT INSERT ON audit_event, audit_salt, audit_leaf TO heed_auth`;
