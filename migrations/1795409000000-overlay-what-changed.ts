import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followUpsThen, keptByKeeper } from './1795308100000-stand-as-of.js';
import { makeAsOfViews } from './as-of-views.js';

/**
 * Most follow-ups stand as of a moment as they stand today. So all of them as of then are their own rows, and over these
 * lies what is worked out for the ones of which anything was recorded after that moment, or happened after it.
 */
export class OverlayWhatChanged1795409000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...INDEXES, MOVED, THEN, keptByKeeper('heed_follow_ups_then()')]) await runner.query(sql);
    await makeAsOfViews(runner);
  }

  /** The function before answered for every follow-up, and the views take that too. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION heed_follow_ups_then() CASCADE');
    await runner.query(followUpsThen('all'));
    await runner.query(keptByKeeper('heed_follow_ups_then()'));
    await makeAsOfViews(runner);
    await runner.query('DROP INDEX evidence_verified, deadline_by_record');
    await runner.query(MOVED_BEFORE);
  }
}

const INDEXES = [
  'CREATE INDEX deadline_by_record ON deadline (workspace_id, recorded_at)',
  'CREATE INDEX evidence_verified ON evidence (workspace_id) WHERE verified_by IS NOT NULL',
];

const copyTrack = (movedAt: string): string => `
  CREATE OR REPLACE FUNCTION heed_copy_track() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.axis = 'response' THEN
        UPDATE follow_up f SET response_state = NEW.state, response_phase = NEW.phase, moved_at = ${movedAt} WHERE id = NEW.follow_up_id;
      ELSIF NEW.axis = 'implementation' THEN
        UPDATE follow_up f SET implementation_state = NEW.state, implementation_phase = NEW.phase, moved_at = ${movedAt} WHERE id = NEW.follow_up_id;
      END IF;
      RETURN NULL;
    END $$`;
/** The instant of what it stands on, so that it is answered alike today and as of today later. */
const MOVED = copyTrack(`coalesce((SELECT max(x.recorded_at) FROM track t JOIN transition x ON x.id = t.stands_on
          WHERE t.follow_up_id = NEW.follow_up_id), f.created_at)`);
const MOVED_BEFORE = copyTrack('clock_timestamp()');

/** Links and checks tell of evidence that was verified once; others never counted. */
const VERIFIED = `SELECT e.id FROM evidence e WHERE e.workspace_id = heed_workspace() AND e.verified_by IS NOT NULL
            UNION SELECT v.item_id FROM record_version v JOIN version_change c ON c.version_id = v.id AND c.field = 'verification'
            WHERE v.workspace_id = heed_workspace() AND v.noun = 'evidence'`;

/** A follow-up that is not among them stood then, to the last column, as it stands now. */
const CHANGED = `
        verified AS MATERIALIZED (${VERIFIED}),
        checked_since AS (SELECT v.item_id FROM record_version v JOIN version_change c ON c.version_id = v.id AND c.field IN ('verification', 'acceptance')
          WHERE v.workspace_id = heed_workspace() AND v.noun = 'evidence' AND v.recorded_at > recorded),
        tracks AS (SELECT x.track_id FROM transition x WHERE x.workspace_id = heed_workspace() AND x.occurred_last > day
          UNION SELECT x.track_id FROM transition x WHERE x.workspace_id = heed_workspace() AND x.recorded_at > known
          UNION SELECT l.track_id FROM verified e JOIN track_evidence l ON l.evidence_id = e.id
            WHERE l.recorded_at > recorded OR e.id IN (SELECT item_id FROM checked_since)
          UNION SELECT a.track_id FROM assessment a WHERE a.workspace_id = heed_workspace() AND (a.recorded_at > known OR a.occurred_last > day)),
        dues_since AS (SELECT d.recommendation_id, d.follow_up_id FROM deadline d WHERE d.workspace_id = heed_workspace() AND d.recorded_at > known
          UNION SELECT d.recommendation_id, d.follow_up_id FROM deadline_extension e JOIN deadline d ON d.id = e.deadline_id
          WHERE e.workspace_id = heed_workspace() AND e.recorded_at > recorded),
        changed AS MATERIALIZED (SELECT t.follow_up_id AS id FROM tracks n JOIN track t ON t.id = n.track_id WHERE t.follow_up_id IS NOT NULL
          UNION SELECT c.follow_up_id FROM closing c WHERE c.workspace_id = heed_workspace() AND (c.recorded_at > known OR c.occurred_last > day)
          UNION SELECT f.id FROM dues_since d JOIN follow_up f ON f.recommendation_id = d.recommendation_id AND (d.follow_up_id IS NULL OR d.follow_up_id = f.id))`;

/** What of a track's moves counts at the moment: the last one by position that nothing corrected by then. */
const STOOD = `SELECT t.id, t.follow_up_id, t.axis, n.state, s.phase, x.id AS stands_on, x.recorded_at
          FROM changed h JOIN track t ON t.follow_up_id = h.id LEFT JOIN LATERAL (SELECT x.id, x.workflow_id, x.to_state, x.recorded_at FROM transition x
            WHERE x.track_id = t.id AND x.position IS NOT NULL AND x.recorded_at <= known AND x.occurred_last <= day
              AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = x.id AND c.recorded_at <= known)
            ORDER BY x.position DESC LIMIT 1) x ON true
          LEFT JOIN LATERAL (SELECT coalesce(x.workflow_id,
            (SELECT b.from_workflow_id FROM transition b WHERE b.track_id = t.id AND b.position IS NOT NULL ORDER BY b.position LIMIT 1), t.workflow_id) AS id) v ON true
          LEFT JOIN LATERAL (SELECT coalesce(x.to_state, (SELECT w.definition->>'initial' FROM workflow w WHERE w.id = v.id)) AS state) n ON true
          LEFT JOIN workflow_state s ON s.workflow_id = v.id AND s.state = n.state`;

/** The same rule as heed_follow_up_then, over all that changed. */
const THEN = `
  CREATE OR REPLACE FUNCTION heed_follow_ups_then() RETURNS TABLE (id uuid, response_state text, response_phase text, implementation_state text, implementation_phase text,
      response_contested boolean, implementation_contested boolean, closed boolean, due_on date, moved_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10000 SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET work_mem = '64MB' SET jit = off AS $$
    #variable_conflict use_column
    DECLARE day date := heed_as_of(); known timestamptz := heed_known_at(); recorded timestamptz := heed_then();
    BEGIN
      RETURN QUERY WITH ${CHANGED},
        stood AS MATERIALIZED (${STOOD}),
        shut AS (SELECT DISTINCT ON (c.follow_up_id) c.follow_up_id, c.act FROM closing c
          WHERE c.workspace_id = heed_workspace() AND c.recorded_at <= known AND c.occurred_last <= day
          ORDER BY c.follow_up_id, c.recorded_at DESC, c.id DESC),
        linked AS MATERIALIZED (SELECT l.track_id FROM verified e JOIN track_evidence l ON l.evidence_id = e.id
            WHERE l.recorded_at <= recorded AND l.stance IN ('supports', 'contradicts')
          UNION SELECT a.track_id FROM assessment a WHERE a.workspace_id = heed_workspace() AND a.recorded_at <= known),
        extended AS (SELECT DISTINCT ON (e.deadline_id) e.deadline_id, e.due_last FROM deadline_extension e
          WHERE e.workspace_id = heed_workspace() AND e.recorded_at <= recorded ORDER BY e.deadline_id, e.recorded_at DESC, e.id DESC),
        stands AS (SELECT f.id, f.recommendation_id, f.created_at, r.state AS rs, r.phase AS rp, i.state AS im, i.phase AS ip, coalesce(h.act = 'closed', false) AS is_closed,
            r.id IN (SELECT track_id FROM linked) AND heed_is_contested_then(r.id, r.phase, r.stands_on) AS rc,
            i.id IN (SELECT track_id FROM linked) AND heed_is_contested_then(i.id, i.phase, i.stands_on) AS ic,
            greatest(r.recorded_at, i.recorded_at) AS moved
          FROM stood r JOIN stood i ON i.follow_up_id = r.follow_up_id AND i.axis = 'implementation' JOIN follow_up f ON f.id = r.follow_up_id
          LEFT JOIN shut h ON h.follow_up_id = f.id
          WHERE r.axis = 'response' AND f.workspace_id = heed_workspace() AND heed_reads_level(f.confidentiality, f.organization_id) AND f.created_at <= known),
        due AS (SELECT f.id, min(coalesce(e.due_last, d.due_last)) AS due
          FROM stands f JOIN deadline d ON d.recommendation_id = f.recommendation_id AND (d.follow_up_id IS NULL OR d.follow_up_id = f.id) AND d.recorded_at <= known
          LEFT JOIN extended e ON e.deadline_id = d.id
          WHERE NOT f.is_closed AND NOT CASE WHEN cardinality(d.met_by) > 0 THEN CASE d.axis WHEN 'response' THEN f.rs ELSE f.im END = ANY (d.met_by)
            WHEN d.axis = 'response' THEN f.rp NOT IN ('awaited', 'no-reply') ELSE f.ip = 'fulfilled' END IS TRUE GROUP BY f.id)
        SELECT f.id, f.rs, f.rp, f.im, f.ip, f.rc, f.ic, f.is_closed, due.due, coalesce(f.moved, f.created_at)
        FROM stands f LEFT JOIN due ON due.id = f.id;
    END $$`;
