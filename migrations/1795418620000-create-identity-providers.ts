import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An organization's own provider may say who somebody is, where that person linked it with their account before. What it opens is one
 * membership: that of its organization in its workspace, which the functions that say who calls hold, so no door can forget it.
 */
export class CreateIdentityProviders1795418620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PROVIDERS, IDENTITIES, BEGUN]) await runner.query(sql);
    await asSignIn(runner, VOUCHED, session(VOUCHES, WITHIN), still('s.identity_id', STILL_WITHIN));
  }

  async down(runner: QueryRunner): Promise<void> {
    await asSignIn(runner, session('', ''), still('NULL::uuid', ''), 'DROP FUNCTION heed_vouched');
    await runner.query(`ALTER TABLE session DROP COLUMN identity_id;
      DROP TABLE begun_sign_in, linked_identity, identity_provider`);
  }
}

/** Functions of the role of sign-in can be replaced by that role alone. */
async function asSignIn(runner: QueryRunner, ...statements: string[]): Promise<void> {
  const [before] = (await runner.query(`SELECT current_setting('role') AS role`)) as { role: string }[];
  await runner.query('GRANT CREATE ON SCHEMA public TO heed_auth');
  await runner.query(`SELECT set_config('role', 'heed_auth', false)`);
  for (const statement of statements) await runner.query(statement);
  await runner.query(`SELECT set_config('role', $1, false)`, [before?.role ?? 'none']);
  await runner.query('REVOKE CREATE ON SCHEMA public FROM heed_auth');
}

/** Administrators see and set them; the sealed secret is written by them and read by sign-in alone. What people linked hangs on issuer and client, so neither changes. */
const PROVIDERS = `
  CREATE TABLE identity_provider (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    organization_id uuid NOT NULL,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z2-9]{4}(-[a-z2-9]{4}){2}$'),
    issuer text NOT NULL CHECK (issuer ~ '^https?://'),
    client_id text NOT NULL CHECK (client_id <> ''),
    sealed_secret bytea NOT NULL,
    removed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE UNIQUE INDEX identity_provider_standing ON identity_provider (organization_id) WHERE removed_at IS NULL;
  CREATE INDEX ON identity_provider (workspace_id);
  CREATE TRIGGER touch BEFORE UPDATE ON identity_provider FOR EACH ROW EXECUTE FUNCTION heed_touch();
  ALTER TABLE identity_provider ENABLE ROW LEVEL SECURITY; ALTER TABLE identity_provider FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON identity_provider TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND heed_has_role('administrator'));
  CREATE POLICY sign_in ON identity_provider FOR SELECT TO heed_auth USING (true);
  GRANT SELECT (id, workspace_id, organization_id, code, issuer, client_id, removed_at, version, created_at, updated_at)
    ON identity_provider TO heed_app, heed_reader;
  GRANT INSERT, UPDATE (sealed_secret, removed_at) ON identity_provider TO heed_app;
  GRANT SELECT ON identity_provider TO heed_auth`;

/** Of whom a provider means only a mark is kept, which nobody without the key can turn round. */
const IDENTITIES = `
  CREATE TABLE linked_identity (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    provider_id uuid NOT NULL REFERENCES identity_provider,
    subject_mark bytea NOT NULL CHECK (octet_length(subject_mark) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at timestamptz,
    removed_at timestamptz);
  CREATE UNIQUE INDEX linked_identity_subject ON linked_identity (provider_id, subject_mark) WHERE removed_at IS NULL;
  CREATE UNIQUE INDEX linked_identity_account ON linked_identity (account_id, provider_id) WHERE removed_at IS NULL;
  ALTER TABLE linked_identity ENABLE ROW LEVEL SECURITY; ALTER TABLE linked_identity FORCE ROW LEVEL SECURITY;
  CREATE POLICY sign_in ON linked_identity TO heed_auth USING (true);
  GRANT SELECT, INSERT, UPDATE (used_at, removed_at) ON linked_identity TO heed_auth;
  ALTER TABLE session ADD identity_id uuid REFERENCES linked_identity`;

/** One at a time for what a browser keeps in its cookie; using it removes it. */
const BEGUN = `
  CREATE TABLE begun_sign_in (
    state_hash bytea PRIMARY KEY CHECK (octet_length(state_hash) = 32),
    provider_id uuid NOT NULL REFERENCES identity_provider,
    session_id uuid REFERENCES session,
    ends_at timestamptz NOT NULL);
  CREATE INDEX ON begun_sign_in (ends_at);
  ALTER TABLE begun_sign_in ENABLE ROW LEVEL SECURITY; ALTER TABLE begun_sign_in FORCE ROW LEVEL SECURITY;
  CREATE POLICY sign_in ON begun_sign_in TO heed_auth USING (true);
  GRANT SELECT, INSERT, UPDATE, DELETE ON begun_sign_in TO heed_auth`;

/** The one workspace that a linked identity opens today; null where it was unlinked, its provider removed, or the membership is over or of another organization. */
const VOUCHED = `
  CREATE FUNCTION heed_vouched(of_identity uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w.id FROM linked_identity i
      JOIN identity_provider p ON p.id = i.provider_id AND p.removed_at IS NULL
      JOIN account a ON a.id = i.account_id AND a.disabled_at IS NULL
      JOIN workspace w ON w.id = p.workspace_id
      JOIN membership m ON m.workspace_id = w.id AND m.person_id = a.person_id AND m.organization_id = p.organization_id
        AND m.starts_on <= (clock_timestamp() AT TIME ZONE w.time_zone)::date
        AND (m.ends_on IS NULL OR m.ends_on >= (clock_timestamp() AT TIME ZONE w.time_zone)::date)
    WHERE i.id = of_identity AND i.removed_at IS NULL LIMIT 1 $$;
  REVOKE ALL ON FUNCTION heed_vouched(uuid) FROM PUBLIC`;

const VOUCHES = `IF s.identity_id IS NOT NULL THEN
        vouched := heed_vouched(s.identity_id);
        IF vouched IS NULL THEN RETURN NULL; END IF;
      END IF;`;
const WITHIN = `IF s.identity_id IS NOT NULL AND (m->>'workspaceId')::uuid IS DISTINCT FROM vouched THEN m := NULL; END IF;`;
const STILL_WITHIN = 'AND (c.identity_id IS NULL OR heed_vouched(c.identity_id) = w.id)';

/** As in require-second-factors, with what a session through a provider is confined to. */
const session = (vouches: string, within: string): string => `
  CREATE OR REPLACE FUNCTION heed_session(hash bytea, slug text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE s session; a account; m jsonb; vouched uuid;
    BEGIN
      SELECT * INTO s FROM session WHERE token_hash = hash AND ended_at IS NULL AND expires_at > clock_timestamp()
        AND used_at > clock_timestamp() - interval '30 minutes';
      IF NOT FOUND THEN RETURN NULL; END IF;
      SELECT * INTO a FROM account WHERE id = s.account_id AND disabled_at IS NULL;
      IF NOT FOUND THEN RETURN NULL; END IF;
      ${vouches}
      IF s.used_at < clock_timestamp() - interval '1 minute' THEN
        UPDATE session SET used_at = clock_timestamp() WHERE id = s.id;
      END IF;
      m := heed_member(a.person_id, slug);
      ${within}
      m := m || jsonb_build_object('lacksSecondFactor', heed_lacks_second_factor(a.id, (m->>'workspaceId')::uuid));
      RETURN jsonb_build_object('sessionId', s.id, 'accountId', a.id, 'personId', a.person_id, ${vouches && `'isVouched', s.identity_id IS NOT NULL,`}
        'secondsSinceSignIn', floor(extract(epoch FROM clock_timestamp() - s.authenticated_at)), 'member', m);
    END $$`;

const still = (identity: string, within: string): string => `
  CREATE OR REPLACE FUNCTION heed_still(of_session uuid, of_person uuid, in_workspace uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN c.role IS NULL THEN m.found ELSE m.found || jsonb_build_object('roles', jsonb_build_array(c.role)) END
    FROM (SELECT s.account_id, NULL::text AS role, ${identity} AS identity_id FROM session s WHERE s.id = of_session AND s.ended_at IS NULL
        AND s.expires_at > clock_timestamp() AND s.used_at > clock_timestamp() - interval '30 minutes'
      UNION ALL SELECT t.account_id, t.role, NULL FROM access_token t WHERE t.id = of_session AND t.ended_at IS NULL AND t.expires_at > clock_timestamp()) c
    JOIN account a ON a.id = c.account_id AND a.person_id = of_person AND a.disabled_at IS NULL
    JOIN workspace w ON w.id = in_workspace CROSS JOIN LATERAL (SELECT heed_member(of_person, w.slug) AS found) m
    WHERE m.found IS NOT NULL AND (c.role IS NULL OR m.found->'roles' ? c.role)
      AND NOT heed_lacks_second_factor(a.id, w.id) ${within} $$`;
