import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lets each reader of news find what is new to them; nothing is written for it. */
export class FindNews1795307040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [RECENT, NEWS, STILL]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION heed_recent, heed_news, heed_still; DROP POLICY keeping ON audit_event; REVOKE SELECT ON audit_event FROM heed_keeper',
    );
  }
}

/** Ids of the events of the last twenty seconds in these workspaces, whatever they are: a server that has readers asks it every second. */
const RECENT = `
  CREATE FUNCTION heed_recent(of_workspaces uuid[]) RETURNS TABLE (workspace uuid, event uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w, e.id FROM unnest(of_workspaces) w CROSS JOIN LATERAL (
      SELECT x.id FROM audit_event x WHERE x.workspace_id = w AND x.at > clock_timestamp() - interval '20 seconds'
      ORDER BY x.at DESC, x.id DESC LIMIT 2001) e $$;
  CREATE POLICY keeping ON audit_event FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON audit_event TO heed_keeper;
  REVOKE ALL ON FUNCTION heed_recent(uuid[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_recent(uuid[]) TO heed_nobody;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_recent(uuid[]) OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

/**
 * Which things changed in the last twenty seconds, whoever did it: the log itself shows people their own acts only. It
 * repeats the workspace, and tells no words, no names and no persons; whoever asks still has to find each thing under the policies.
 */
const NEWS = `
  CREATE FUNCTION heed_news() RETURNS TABLE (event uuid, action text, object_type text, object_id uuid, level text, organization uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.id, e.action, e.object_type, e.object_id, e.confidentiality, e.organization_id FROM audit_event e
    WHERE e.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid AND e.at > clock_timestamp() - interval '20 seconds'
      AND e.outcome = 'allow' AND e.object_id IS NOT NULL
    ORDER BY e.at DESC, e.id DESC LIMIT 2001 $$;
  REVOKE ALL ON FUNCTION heed_news() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_news() TO heed_app, heed_reader;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_news() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

/** Whether a session or token still counts, without counting as a use of it; with the membership as it is now. Null where not. */
const STILL = `
  CREATE FUNCTION heed_still(of_session uuid, of_person uuid, in_workspace uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN c.role IS NULL THEN m.found ELSE m.found || jsonb_build_object('roles', jsonb_build_array(c.role)) END
    FROM (SELECT s.account_id, NULL::text AS role FROM session s WHERE s.id = of_session AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
        AND s.used_at > clock_timestamp() - interval '30 minutes'
      UNION ALL SELECT t.account_id, t.role FROM access_token t WHERE t.id = of_session AND t.ended_at IS NULL AND t.expires_at > clock_timestamp()) c
    JOIN account a ON a.id = c.account_id AND a.person_id = of_person AND a.disabled_at IS NULL
    JOIN workspace w ON w.id = in_workspace CROSS JOIN LATERAL (SELECT heed_member(of_person, w.slug) AS found) m
    WHERE m.found IS NOT NULL AND (c.role IS NULL OR m.found->'roles' ? c.role) $$;
  REVOKE ALL ON FUNCTION heed_still(uuid, uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_still(uuid, uuid, uuid) TO heed_nobody;
  GRANT CREATE ON SCHEMA public TO heed_auth;
  ALTER FUNCTION heed_still(uuid, uuid, uuid) OWNER TO heed_auth;
  REVOKE CREATE ON SCHEMA public FROM heed_auth`;
