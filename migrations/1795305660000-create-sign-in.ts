import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is calling: one statement per request, before any transaction. The functions belong to heed_auth, which alone
 * reads secrets; a pooled connection that may do nothing else may ask them, with the hash of a 256-bit secret.
 */
export class CreateSignIn1795305660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MEMBER);
    await runner.query(SESSION);
    await runner.query(TOKEN);
    await runner.query(OWNERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION heed_session, heed_token, heed_member');
  }
}

/** The membership of a person in a workspace today, in the workspace's time zone; null fields where there is none. */
const MEMBER = `
  CREATE FUNCTION heed_member(person uuid, slug text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object('membershipId', m.id, 'workspaceId', w.id, 'timeZone', w.time_zone, 'organizationId', m.organization_id,
      'roles', to_jsonb(m.roles), 'readsAll', m.reads_all)
    FROM workspace w JOIN membership m ON m.workspace_id = w.id AND m.person_id = $1
    WHERE w.slug = $2 AND m.starts_on <= (clock_timestamp() AT TIME ZONE w.time_zone)::date
      AND (m.ends_on IS NULL OR m.ends_on >= (clock_timestamp() AT TIME ZONE w.time_zone)::date) $$`;

/** Idle for 30 minutes or 12 hours old ends a session (security.md, Decided 3); its last use is noted once a minute. */
const SESSION = `
  CREATE FUNCTION heed_session(hash bytea, slug text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE s session; a account;
    BEGIN
      SELECT * INTO s FROM session WHERE token_hash = hash AND ended_at IS NULL AND expires_at > clock_timestamp()
        AND used_at > clock_timestamp() - interval '30 minutes';
      IF NOT FOUND THEN RETURN NULL; END IF;
      SELECT * INTO a FROM account WHERE id = s.account_id AND disabled_at IS NULL;
      IF NOT FOUND THEN RETURN NULL; END IF;
      IF s.used_at < clock_timestamp() - interval '1 minute' THEN
        UPDATE session SET used_at = clock_timestamp() WHERE id = s.id;
      END IF;
      RETURN jsonb_build_object('sessionId', s.id, 'accountId', a.id, 'personId', a.person_id,
        'secondsSinceSignIn', floor(extract(epoch FROM clock_timestamp() - s.authenticated_at)), 'member', heed_member(a.person_id, slug));
    END $$`;

/** A token acts in its one workspace and with its one role, and only while the maker still holds that role there. */
const TOKEN = `
  CREATE FUNCTION heed_token(hash bytea, slug text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE t access_token; a account; m jsonb;
    BEGIN
      SELECT * INTO t FROM access_token WHERE token_hash = hash AND ended_at IS NULL AND expires_at > clock_timestamp();
      IF NOT FOUND THEN RETURN NULL; END IF;
      SELECT * INTO a FROM account WHERE id = t.account_id AND disabled_at IS NULL;
      IF NOT FOUND THEN RETURN NULL; END IF;
      IF t.used_at IS NULL OR t.used_at < clock_timestamp() - interval '1 minute' THEN
        UPDATE access_token SET used_at = clock_timestamp() WHERE id = t.id;
      END IF;
      SELECT heed_member(a.person_id, w.slug) INTO m FROM workspace w WHERE w.id = t.workspace_id AND w.slug = $2;
      IF m->'roles' ? t.role THEN m := m || jsonb_build_object('roles', jsonb_build_array(t.role)); ELSE m := NULL; END IF;
      RETURN jsonb_build_object('sessionId', t.id, 'accountId', a.id, 'personId', a.person_id, 'secondsSinceSignIn', NULL,
        'member', m, 'tokenId', t.id);
    END $$`;

const OWNERS = `
  GRANT CREATE ON SCHEMA public TO heed_auth;
  ALTER FUNCTION heed_member(uuid, text) OWNER TO heed_auth;
  ALTER FUNCTION heed_session(bytea, text) OWNER TO heed_auth;
  ALTER FUNCTION heed_token(bytea, text) OWNER TO heed_auth;
  REVOKE CREATE ON SCHEMA public FROM heed_auth;
  REVOKE ALL ON FUNCTION heed_member(uuid, text) FROM PUBLIC;
  REVOKE ALL ON FUNCTION heed_session(bytea, text), heed_token(bytea, text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_session(bytea, text), heed_token(bytea, text) TO heed_nobody`;
