import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropAsOfViews, makeAsOfViews } from './as-of-views.js';

/**
 * How things stood on a day, as far as it was recorded by an instant: docs/domain.md, "As of". Day and instant are
 * settings of the transaction; a view `..._as_of` beside each table that has a history answers for them.
 */
export class StandAsOf1795308100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const functions = [ONE_TRACK, followUpsThen('one'), followUpsThen('all')];
    for (const sql of [MOMENT, HORIZON, KEEPER, EVIDENCE, ...functions, OWNERS]) await runner.query(sql);
    await makeAsOfViews(runner);
    await runner.query(CONTESTED_JSON);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${dropAsOfViews};
      DROP FUNCTION heed_contested_as_of, heed_closing_json_as_of, heed_follow_ups_then, heed_follow_up_then, heed_track_then, heed_is_contested_then, heed_found_differently, heed_evidence_then, heed_horizon,
        heed_then, heed_known_at, heed_as_of CASCADE;
      DROP POLICY keeping ON deadline; DROP POLICY keeping ON deadline_extension; DROP POLICY keeping ON workflow; DROP POLICY keeping ON workflow_state;
      REVOKE SELECT ON deadline, deadline_extension, workflow, workflow_state FROM heed_keeper`);
  }
}

/** Without a setting they are null, and nothing is shown. What has no date of its own counts by `heed_then`: the end of the day, or the instant. */
const MOMENT = `
  CREATE FUNCTION heed_as_of() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.as_of', true), '')::date $$;
  CREATE FUNCTION heed_known_at() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.known_at', true), '')::timestamptz $$;
  CREATE FUNCTION heed_then() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.then', true), '')::timestamptz $$`;

/**
 * Rows bear an instant from before their commit: what was recorded by an instant is certain only before the oldest
 * transaction that is still writing. One's own is not asked: it sees what it wrote. A statement that runs may have
 * taken its instant and not yet its number, so it counts from its beginning, unless it only reads.
 * It belongs to whoever migrates, as whom the server signs in too: others' transactions are seen by nobody else.
 */
const HORIZON = `
  CREATE FUNCTION heed_horizon() RETURNS timestamptz LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DECLARE asked timestamptz := clock_timestamp();
    BEGIN
      RETURN least(asked, (SELECT min(CASE WHEN a.backend_xid IS NOT NULL THEN a.xact_start ELSE a.query_start END) - interval '1 microsecond'
        FROM pg_stat_activity a WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
          AND (a.backend_xid IS NOT NULL OR (a.state = 'active' AND a.query ~* '^\\s*(insert|update|delete|merge|call|do)\\M'))));
    END $$;
  REVOKE ALL ON FUNCTION heed_horizon() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_horizon() TO heed_app, heed_reader`;

const KEEPER = `
  GRANT SELECT ON deadline, deadline_extension, workflow, workflow_state TO heed_keeper;
  CREATE POLICY keeping ON deadline FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON deadline_extension FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON workflow FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON workflow_state FOR SELECT TO heed_keeper USING (true)`;

/** The transitions that count at the moment. */
const COUNTS = `x.position IS NOT NULL AND x.recorded_at <= known AND x.occurred_last <= day
  AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = x.id AND c.recorded_at <= known)`;

/** What a field of a piece said then: its versions tell what it was before they changed it. */
const saidThen = (field: string, today: string): string => `coalesce((SELECT c.before #>> '{}' FROM record_version v
  JOIN version_change c ON c.version_id = v.id AND c.field = '${field}' WHERE v.item_id = e.id AND v.recorded_at > heed_then() ORDER BY v.recorded_at, v.version LIMIT 1), ${today})`;

/** As the present rule has it (heed_is_contested), over the links, checks and acceptances of then; access and withdrawal are today's. */
const COUNTING = `
  SELECT p.id, p.title, p.stance
  FROM (SELECT DISTINCT ON (l.evidence_id) e.id, e.title, l.stance, l.recorded_at FROM track_evidence l JOIN evidence e ON e.id = l.evidence_id
    WHERE l.track_id = of_track AND l.recorded_at <= heed_then() AND e.withdrawal = 'none' AND e.confidentiality IN ('public', 'coalition')
      AND heed_evidence_then(e)
    ORDER BY l.evidence_id, l.recorded_at DESC, l.id DESC) p
  WHERE p.stance IN ('supports', 'contradicts') AND (p.recorded_at >= (SELECT x.recorded_at FROM transition x WHERE x.id = of_transition)
    OR EXISTS (SELECT FROM transition_evidence te WHERE te.transition_id = of_transition AND te.evidence_id = p.id))`;

/** What each organization found last by then, of what it lets others know (contest-by-assessments). */
const FOUND = `
  SELECT DISTINCT ON (a.organization_id) a.* FROM assessment a
  WHERE a.track_id = of_track AND a.confidentiality IN ('public', 'coalition') AND a.recorded_at <= heed_known_at() AND a.occurred_last <= heed_as_of()
  ORDER BY a.organization_id, a.recorded_at DESC, a.id DESC`;

const EVIDENCE = `
  -- Whether a piece was accepted and verified then. No definer: whoever asks sees versions of the pieces that they see.
  CREATE FUNCTION heed_evidence_then(e evidence) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN ${saidThen('acceptance', 'e.acceptance')} = 'accepted'
        AND ${saidThen('verification', `CASE WHEN e.verified_by IS NULL THEN 'none' ELSE 'verified' END`)} = 'verified';
    END $$;
  CREATE FUNCTION heed_found_differently(of_track uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT count(DISTINCT s.phase) > 1 FROM (${FOUND}) s);
    END $$;
  CREATE FUNCTION heed_is_contested_then(of_track uuid, of_phase text, of_transition uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
    BEGIN
      IF EXISTS (SELECT FROM assessment WHERE track_id = of_track) AND heed_found_differently(of_track) THEN RETURN true; END IF;
      IF of_transition IS NULL OR NOT EXISTS (SELECT FROM track_evidence WHERE track_id = of_track) THEN RETURN false; END IF;
      RETURN (SELECT coalesce(bool_or(stance = 'supports') AND bool_or(stance = 'contradicts')
          OR (of_phase IN ('fulfilled', 'agreed') AND bool_or(stance = 'contradicts'))
          OR (of_phase IN ('not-done', 'not-agreed', 'reversed') AND bool_or(stance = 'supports')), false)
        FROM (${COUNTING}) c);
    END $$`;

/** Who found what by then, and on which pieces, of what the reader may see. */
const FINDINGS = `,
          'findings', CASE WHEN heed_found_differently(of_track) THEN (SELECT json_agg(json_build_object(
            'assessmentId', s.id, 'organization', json_build_object('id', o.id, 'name', o.name), 'phase', s.phase,
            'evidence', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'title', e.title) ORDER BY e.title, e.id), '[]')
              FROM assessment_evidence ae JOIN evidence e ON e.id = ae.evidence_id WHERE ae.assessment_id = s.id AND e.withdrawal = 'none'))
            ORDER BY s.phase, o.name) FROM (${FOUND}) s JOIN organization o ON o.id = s.organization_id) ELSE '[]' END`;

/** Beside the present ones, which statements as of a date ask instead (src/follow-ups/as-of.ts). */
const CONTESTED_JSON = `
  CREATE FUNCTION heed_contested_as_of(of_track uuid, of_transition uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('supports', coalesce(json_agg(json_build_object('id', id, 'title', title)) FILTER (WHERE stance = 'supports'), '[]'),
          'contradicts', coalesce(json_agg(json_build_object('id', id, 'title', title)) FILTER (WHERE stance = 'contradicts'), '[]')${FINDINGS})
        FROM (${COUNTING}) c);
    END $$;
  CREATE FUNCTION heed_closing_json_as_of(of_follow_up uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('kind', c.kind, 'occurredOn', c.occurred_on,
          'reason', (SELECT w.text FROM words w WHERE w.workspace_id = c.workspace_id AND w.hash = c.reason_hash),
          'by', heed_person_json(c.workspace_id, c.person_id, c.organization_id), 'recordedAt', c.recorded_at)
        FROM closing_as_of c WHERE c.follow_up_id = of_follow_up ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1);
    END $$`;

/** The workflow that it stood in: before its first move, the one that it began with. */
const WORKFLOW = `coalesce(x.workflow_id,
  (SELECT h.from_workflow_id FROM transition h WHERE h.track_id = t.id AND h.position IS NOT NULL ORDER BY h.position LIMIT 1), t.workflow_id)`;

/** Tracks t with what they stood on, x, and the state s that it led to. */
const STOOD = `LEFT JOIN LATERAL (SELECT ${WORKFLOW} AS id) v ON true
  LEFT JOIN LATERAL (SELECT coalesce(x.to_state, (SELECT w.definition->>'initial' FROM workflow w WHERE w.id = v.id)) AS state) n ON true
  LEFT JOIN workflow_state s ON s.workflow_id = v.id AND s.state = n.state`;
const WALL = (alias: string): string =>
  `${alias}.workspace_id = heed_workspace() AND heed_reads_level(${alias}.confidentiality, ${alias}.organization_id)`;

const ONE_TRACK = `
  CREATE FUNCTION heed_track_then(of_track uuid, OUT workflow_id uuid, OUT state text, OUT phase text, OUT stands_on uuid, OUT unchecked boolean, OUT contested boolean)
    RETURNS SETOF record LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE day date := heed_as_of(); known timestamptz := heed_known_at();
    BEGIN
      RETURN QUERY SELECT v.id, n.state, s.phase, x.id, coalesce(x.unchecked, false), heed_is_contested_then(t.id, s.phase, x.id)
        FROM track t LEFT JOIN LATERAL (SELECT x.id, x.workflow_id, x.to_state, x.unchecked FROM transition x
          WHERE x.track_id = t.id AND ${COUNTS} ORDER BY x.position DESC LIMIT 1) x ON true ${STOOD}
        WHERE t.id = of_track AND t.created_at <= known AND ${WALL('t')};
    END $$`;

const STATES = `response_state text, response_phase text, implementation_state text, implementation_phase text,
  response_contested boolean, implementation_contested boolean, closed boolean, due_on date, moved_at timestamptz`;

/** Few tracks have evidence that was ever verified, or findings: the others are not asked one by one. */
const LINKED = `linked AS (SELECT DISTINCT l.track_id FROM track_evidence l WHERE l.workspace_id = heed_workspace()
          AND l.recorded_at <= recorded AND l.stance IN ('supports', 'contradicts')
          AND l.evidence_id IN (SELECT e.id FROM evidence e WHERE e.workspace_id = heed_workspace() AND e.verified_by IS NOT NULL
            UNION SELECT v.item_id FROM record_version v JOIN version_change c ON c.version_id = v.id AND c.field = 'verification'
            WHERE v.workspace_id = heed_workspace() AND v.noun = 'evidence')
          UNION SELECT a.track_id FROM assessment a WHERE a.workspace_id = heed_workspace() AND a.recorded_at <= known),`;

/**
 * Of one follow-up, looked up; or of all, in one pass over each table, for whoever counts or sorts them. The rule is
 * the same text; only where its rows come from differs.
 */
export function followUpsThen(which: 'one' | 'all'): string {
  const isOne = which === 'one';
  const head = isOne
    ? `heed_follow_up_then(of_follow_up uuid, of_recommendation uuid) RETURNS TABLE (${STATES})`
    : `heed_follow_ups_then() RETURNS TABLE (id uuid, ${STATES})`;
  const within = (alias: string, one: string) => (isOne ? one : `${alias}.workspace_id = heed_workspace()`);
  const stoodOn = `SELECT DISTINCT ON (x.track_id) x.track_id, x.id, x.workflow_id, x.to_state, x.recorded_at FROM transition x
      WHERE ${within('x', 'x.track_id IN (SELECT o.id FROM track o WHERE o.follow_up_id = of_follow_up)')} AND ${COUNTS}
      ORDER BY x.track_id, x.position DESC`;
  const contested = (track: string) =>
    `${isOne ? '' : `${track}.id IN (SELECT track_id FROM linked) AND `}heed_is_contested_then(${track}.id, ${track}.phase, ${track}.stands_on)`;
  return `
  CREATE FUNCTION ${head} LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS ${isOne ? '1' : '10000'} SET search_path = public, pg_temp
    SET plan_cache_mode = ${isOne ? 'force_generic_plan' : "force_custom_plan SET work_mem = '64MB' SET jit = off"} AS $$
    #variable_conflict use_column
    DECLARE day date := heed_as_of(); known timestamptz := heed_known_at(); recorded timestamptz := heed_then();
    BEGIN
      RETURN QUERY WITH
        stood AS MATERIALIZED (SELECT t.id, t.follow_up_id, t.axis, n.state, s.phase, x.id AS stands_on, x.recorded_at
          FROM track t LEFT JOIN (${stoodOn}) x ON x.track_id = t.id ${STOOD}
          WHERE ${within('t', 't.follow_up_id = of_follow_up')} AND t.follow_up_id IS NOT NULL),
        shut AS (SELECT DISTINCT ON (c.follow_up_id) c.follow_up_id, c.act FROM closing c
          WHERE ${within('c', 'c.follow_up_id = of_follow_up')} AND c.recorded_at <= known AND c.occurred_last <= day
          ORDER BY c.follow_up_id, c.recorded_at DESC, c.id DESC),
        ${isOne ? '' : LINKED}
        dues AS (SELECT d.recommendation_id, d.follow_up_id, d.axis, d.met_by, coalesce((SELECT e.due_last FROM deadline_extension e
            WHERE e.deadline_id = d.id AND e.recorded_at <= recorded ORDER BY e.recorded_at DESC, e.id DESC LIMIT 1), d.due_last) AS due
          FROM deadline d WHERE ${within('d', 'd.recommendation_id = of_recommendation')} AND d.recorded_at <= known),
        stands AS (SELECT f.id, f.recommendation_id, f.created_at, r.state AS rs, r.phase AS rp, i.state AS im, i.phase AS ip, coalesce(h.act = 'closed', false) AS is_closed,
            ${contested('r')} AS rc, ${contested('i')} AS ic, greatest(r.recorded_at, i.recorded_at) AS moved
          FROM follow_up f JOIN stood r ON r.follow_up_id = f.id AND r.axis = 'response' JOIN stood i ON i.follow_up_id = f.id AND i.axis = 'implementation'
          LEFT JOIN shut h ON h.follow_up_id = f.id
          WHERE ${isOne ? 'f.id = of_follow_up AND ' : ''}${WALL('f')} AND f.created_at <= known),
        due AS (SELECT f.id, min(d.due) AS due FROM stands f JOIN dues d ON d.recommendation_id = f.recommendation_id AND (d.follow_up_id IS NULL OR d.follow_up_id = f.id)
          WHERE NOT f.is_closed AND NOT CASE WHEN cardinality(d.met_by) > 0 THEN CASE d.axis WHEN 'response' THEN f.rs ELSE f.im END = ANY (d.met_by)
            WHEN d.axis = 'response' THEN f.rp NOT IN ('awaited', 'no-reply') ELSE f.ip = 'fulfilled' END IS TRUE GROUP BY f.id)
        SELECT ${isOne ? '' : 'f.id, '}f.rs, f.rp, f.im, f.ip, f.rc, f.ic, f.is_closed, due.due, coalesce(f.moved, f.created_at)
        FROM stands f LEFT JOIN due ON due.id = f.id;
    END $$`;
}

/** Narrow, with the whole wall repeated in each, and for members alone. */
export const keptByKeeper = (name: string): string => `
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION ${name} OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  REVOKE ALL ON FUNCTION ${name} FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION ${name} TO heed_app, heed_reader`;
const OWNERS = ['heed_track_then(uuid)', 'heed_follow_up_then(uuid, uuid)', 'heed_follow_ups_then()']
  .map(keptByKeeper)
  .join(';');
