import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A workspace may ask its administrators, its verifiers and whoever is named on restricted evidence for a second factor. Who needs
 * one and has none is told by the functions that say who calls, so no door can forget to ask.
 */
export class RequireSecondFactors1795417100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE workspace ADD requires_second_factor boolean NOT NULL DEFAULT false');
    await runner.query(NAMED);
    await asSignIn(runner, LACKS, callers(LACKING), HOLDERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await asSignIn(runner, callers(''), 'DROP FUNCTION heed_second_factor_holders, heed_lacks_second_factor');
    await runner.query(`REVOKE SELECT ON evidence_grant FROM heed_auth; DROP POLICY sign_in ON evidence_grant;
      ALTER TABLE workspace DROP COLUMN requires_second_factor`);
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

/** Who is named on what, never why: the role of sign-in reads no word of evidence. */
const NAMED = `
  CREATE POLICY sign_in ON evidence_grant FOR SELECT TO heed_auth USING (true);
  GRANT SELECT (workspace_id, evidence_id, person_id, ends_on, ended_at) ON evidence_grant TO heed_auth`;

/** Accounts of a demonstration have a known password and are on loopback only: nothing is asked of them. */
const LACKS = `
  CREATE FUNCTION heed_lacks_second_factor(of_account uuid, of_workspace uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT w.requires_second_factor AND NOT a.is_demonstration
      AND NOT EXISTS (SELECT FROM second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL AND f.removed_at IS NULL)
      AND (EXISTS (SELECT FROM membership m WHERE m.workspace_id = w.id AND m.person_id = a.person_id AND m.roles && '{administrator,verifier}')
        OR EXISTS (SELECT FROM evidence_grant g WHERE g.workspace_id = w.id AND g.person_id = a.person_id
          AND g.ended_at IS NULL AND (g.ends_on IS NULL OR g.ends_on >= current_date)))
      FROM account a CROSS JOIN workspace w WHERE a.id = of_account AND w.id = of_workspace), false) $$;
  REVOKE ALL ON FUNCTION heed_lacks_second_factor(uuid, uuid) FROM PUBLIC`;

/** How many administrators and verifiers there are, and how many have none. Of those named on evidence nobody learns how many there are. */
const HOLDERS = `
  CREATE FUNCTION heed_second_factor_holders() RETURNS json LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT json_object_agg(r.name, json_build_object('members', r.members, 'without', r.without)) FROM (
      SELECT role || 's' AS name, count(m.id)::integer AS members, (count(m.id) FILTER (WHERE EXISTS (
        SELECT FROM account a WHERE a.person_id = m.person_id AND a.disabled_at IS NULL AND NOT a.is_demonstration
          AND NOT EXISTS (SELECT FROM second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL AND f.removed_at IS NULL))))::integer AS without
      FROM unnest('{administrator,verifier}'::text[]) role
        LEFT JOIN (membership m JOIN workspace w ON w.id = m.workspace_id AND m.starts_on <= (clock_timestamp() AT TIME ZONE w.time_zone)::date
          AND (m.ends_on IS NULL OR m.ends_on >= (clock_timestamp() AT TIME ZONE w.time_zone)::date))
        ON m.workspace_id = heed_workspace() AND role = ANY (m.roles)
      WHERE heed_has_role('administrator')
      GROUP BY role) r $$;
  REVOKE ALL ON FUNCTION heed_second_factor_holders() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_second_factor_holders() TO heed_app`;

const LACKING = `m := m || jsonb_build_object('lacksSecondFactor', heed_lacks_second_factor(a.id, (m->>'workspaceId')::uuid));`;

/** As in create-sign-in and find-news, with what is lacking said beside the membership; no news for whom something is. */
const callers = (lacking: string): string => `
  CREATE OR REPLACE FUNCTION heed_session(hash bytea, slug text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE s session; a account; m jsonb;
    BEGIN
      SELECT * INTO s FROM session WHERE token_hash = hash AND ended_at IS NULL AND expires_at > clock_timestamp()
        AND used_at > clock_timestamp() - interval '30 minutes';
      IF NOT FOUND THEN RETURN NULL; END IF;
      SELECT * INTO a FROM account WHERE id = s.account_id AND disabled_at IS NULL;
      IF NOT FOUND THEN RETURN NULL; END IF;
      IF s.used_at < clock_timestamp() - interval '1 minute' THEN
        UPDATE session SET used_at = clock_timestamp() WHERE id = s.id;
      END IF;
      m := heed_member(a.person_id, slug);
      ${lacking}
      RETURN jsonb_build_object('sessionId', s.id, 'accountId', a.id, 'personId', a.person_id,
        'secondsSinceSignIn', floor(extract(epoch FROM clock_timestamp() - s.authenticated_at)), 'member', m);
    END $$;
  CREATE OR REPLACE FUNCTION heed_token(hash bytea, slug text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
      ${lacking}
      RETURN jsonb_build_object('sessionId', t.id, 'accountId', a.id, 'personId', a.person_id, 'secondsSinceSignIn', NULL,
        'member', m, 'tokenId', t.id);
    END $$;
  CREATE OR REPLACE FUNCTION heed_still(of_session uuid, of_person uuid, in_workspace uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN c.role IS NULL THEN m.found ELSE m.found || jsonb_build_object('roles', jsonb_build_array(c.role)) END
    FROM (SELECT s.account_id, NULL::text AS role FROM session s WHERE s.id = of_session AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
        AND s.used_at > clock_timestamp() - interval '30 minutes'
      UNION ALL SELECT t.account_id, t.role FROM access_token t WHERE t.id = of_session AND t.ended_at IS NULL AND t.expires_at > clock_timestamp()) c
    JOIN account a ON a.id = c.account_id AND a.person_id = of_person AND a.disabled_at IS NULL
    JOIN workspace w ON w.id = in_workspace CROSS JOIN LATERAL (SELECT heed_member(of_person, w.slug) AS found) m
    WHERE m.found IS NOT NULL AND (c.role IS NULL OR m.found->'roles' ? c.role)
      ${lacking && 'AND NOT heed_lacks_second_factor(a.id, w.id)'} $$`;
