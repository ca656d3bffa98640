import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for one person, found without looking at the whole record: each function reads an index in its order and stops
 * once it has enough. They run as whoever asks, so the row policies stand before every row.
 */
export class FindWhatWaits1795306920000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [INDEXES, MAY_CHECK, AWAITING_CHECK, RETURNED, OVERDUE, RIGHTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION heed_awaiting_check, heed_may_check, heed_returned, heed_overdue_of;
      DROP INDEX track_by_state, transition_by_name, follow_up_unowned_by_due, evidence_proposed, evidence_by_person`);
  }
}

const INDEXES = `
  CREATE INDEX track_by_state ON track (workspace_id, workflow_id, state, updated_at, id);
  CREATE INDEX transition_by_name ON transition (workspace_id, transition, recorded_at);
  CREATE INDEX follow_up_unowned_by_due ON follow_up (workspace_id, organization_id, due_on, id) WHERE owner_id IS NULL AND due_on IS NOT NULL;
  CREATE INDEX evidence_proposed ON evidence (workspace_id, updated_at, id) WHERE acceptance = 'proposed' AND withdrawal = 'none';
  CREATE INDEX evidence_by_person ON evidence (workspace_id, entered_by, updated_at, id)`;

const IS_STANDING = `x.position IS NOT NULL AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = x.id)`;
const BROUGHT = `(heed_person() = e.entered_by OR heed_person() = ANY (e.edited_by) OR EXISTS (SELECT FROM track_evidence b
  WHERE b.track_id = of_track AND b.evidence_id = e.id AND b.stance IS NOT NULL AND b.person_id = heed_person()))`;

/**
 * Whether the conditions about persons of one of these rules hold for whoever asks. The same as standing.ts and
 * conditions.ts say, for lists; a test compares the two. A rule: { people: [transition], organizations: [transition], evidence: boolean }.
 */
const MAY_CHECK = `
  CREATE FUNCTION heed_may_check(of_track uuid, rules jsonb, several boolean) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
    DECLARE
      past record;
      rule jsonb;
      workflow uuid;
      at text;
      is_entered boolean := false;
      standing numeric[] := '{}';
      last_of jsonb := '{}';
      behind numeric[];
    BEGIN
      FOR past IN SELECT x.position, x.transition, x.workflow_id, x.from_workflow_id, x.from_state, x.to_state,
          lag(x.workflow_id) OVER earlier AS workflow_before, lag(x.to_state) OVER earlier AS state_before
        FROM transition x WHERE x.track_id = of_track AND ${IS_STANDING} WINDOW earlier AS (ORDER BY x.position) ORDER BY x.position DESC
      LOOP
        IF workflow IS NULL THEN workflow := past.workflow_id; at := past.to_state; END IF;
        IF NOT last_of ? past.transition THEN last_of := last_of || jsonb_build_object(past.transition, past.position); END IF;
        IF NOT is_entered AND past.workflow_id = workflow AND past.to_state = at AND past.transition <> 'void' THEN
          standing := standing || past.position;
          IF past.workflow_id <> past.from_workflow_id THEN workflow := past.from_workflow_id; at := past.from_state;
          ELSE is_entered := (past.workflow_before, past.state_before) IS DISTINCT FROM (workflow, at);
          END IF;
        END IF;
      END LOOP;
      FOR rule IN SELECT * FROM jsonb_array_elements(rules) LOOP
        behind := standing || ARRAY(SELECT (last_of->>name)::numeric FROM jsonb_array_elements_text(rule->'people') name WHERE last_of ? name);
        CONTINUE WHEN jsonb_array_length(rule->'people') > 0 AND EXISTS (SELECT FROM transition s
          WHERE s.track_id = of_track AND s.position = ANY (behind) AND s.person_id = heed_person());
        behind := standing || ARRAY(SELECT (last_of->>name)::numeric FROM jsonb_array_elements_text(rule->'organizations') name WHERE last_of ? name);
        CONTINUE WHEN several AND jsonb_array_length(rule->'organizations') > 0 AND EXISTS (SELECT FROM transition s
          WHERE s.track_id = of_track AND s.position = ANY (behind) AND s.organization_id = heed_organization());
        CONTINUE WHEN (rule->>'evidence')::boolean AND (
          EXISTS (SELECT FROM (SELECT DISTINCT ON (l.evidence_id) l.* FROM track_evidence l WHERE l.track_id = of_track
              ORDER BY l.evidence_id, l.recorded_at DESC, l.id DESC) l JOIN evidence e ON e.id = l.evidence_id
            WHERE l.stance <> 'contradicts' AND e.acceptance = 'accepted' AND e.withdrawal = 'none'
              AND e.confidentiality IN ('public', 'coalition') AND ${BROUGHT})
          OR EXISTS (SELECT FROM transition s JOIN transition_evidence c ON c.transition_id = s.id JOIN evidence e ON e.id = c.evidence_id
            WHERE s.track_id = of_track AND s.position = ANY (standing) AND ${BROUGHT}));
        RETURN true;
      END LOOP;
      RETURN false;
    END $$`;

const IS_OPEN = `NOT EXISTS (SELECT FROM follow_up f WHERE f.id = t.follow_up_id AND f.closed)`;
const TODAY = `(SELECT (clock_timestamp() AT TIME ZONE w.time_zone)::date FROM workspace w WHERE w.id = heed_workspace())`;
const NOBODYS = `'00000000-0000-0000-0000-000000000000'::uuid`;
const LAST = `'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;

/** Tracks that wait for whoever asks, longest waiting first. \`states\`: [{ workflow, state, rules }], of rules that their roles suffice for. */
const AWAITING_CHECK = `
  CREATE FUNCTION heed_awaiting_check(states text, after timestamptz, after_id uuid, most integer) RETURNS TABLE (id uuid, updated_at timestamptz)
  LANGUAGE plpgsql STABLE AS $$
    DECLARE several boolean := (SELECT count(DISTINCT m.organization_id) > 1 FROM membership m WHERE m.ends_on IS NULL OR m.ends_on >= ${TODAY});
    BEGIN
      RETURN QUERY SELECT w.id, w.updated_at FROM jsonb_to_recordset(states::jsonb) AS s(workflow uuid, state text, rules jsonb)
        CROSS JOIN LATERAL (SELECT t.id, t.updated_at FROM track t
          WHERE t.workflow_id = s.workflow AND t.state = s.state
            AND (t.updated_at, t.id) > (coalesce(after, '-infinity'), coalesce(after_id, ${NOBODYS}))
            AND ${IS_OPEN} AND heed_may_check(t.id, s.rules, several)
          ORDER BY t.updated_at, t.id LIMIT most) w
        ORDER BY w.updated_at, w.id LIMIT most;
    END $$`;

/**
 * Tracks whose claim, of this person or organization, somebody else sent back, newest first, while nothing followed.
 * \`moves\`: [{ workflow, state, transition }], transitions that lead away from waiting without a check.
 */
const RETURNED = `
  CREATE FUNCTION heed_returned(moves text, before timestamptz, before_id uuid, most integer) RETURNS TABLE (id uuid, recorded_at timestamptz)
  LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN QUERY SELECT w.id, w.recorded_at FROM jsonb_to_recordset(moves::jsonb) AS s(workflow uuid, state text, transition text)
        CROSS JOIN LATERAL (SELECT t.id, x.recorded_at FROM transition x JOIN track t ON t.id = x.track_id AND t.stands_on = x.id
          WHERE x.transition = s.transition AND x.from_workflow_id = s.workflow AND x.from_state = s.state AND x.person_id <> heed_person()
            AND x.recorded_at <= coalesce(before, 'infinity')
            AND (x.recorded_at, t.id) < (coalesce(before, 'infinity'), coalesce(before_id, ${LAST})) AND ${IS_OPEN}
            AND (SELECT y.person_id = heed_person() OR y.organization_id = heed_organization() FROM transition y
              WHERE y.track_id = x.track_id AND y.position < x.position AND y.workflow_id = x.from_workflow_id AND y.to_state = x.from_state
                AND y.transition <> 'void' AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = y.id) ORDER BY y.position DESC LIMIT 1)
          ORDER BY x.recorded_at DESC, t.id DESC LIMIT most) w
        ORDER BY w.recorded_at DESC, w.id DESC LIMIT most;
    END $$`;

/** Overdue follow-ups that this member looks after, and those of the own organization that nobody does, longest overdue first. */
const OVERDUE = `
  CREATE FUNCTION heed_overdue_of(member text, after date, after_id uuid, most integer) RETURNS TABLE (id uuid, due_on date)
  LANGUAGE plpgsql STABLE AS $$
    DECLARE
      today date := ${TODAY};
    BEGIN
      RETURN QUERY SELECT w.id, w.due_on FROM (
        (SELECT f.id, f.due_on FROM follow_up f WHERE f.owner_id = member::uuid AND CASE WHEN f.due_on IS NULL THEN 'infinity'::date ELSE f.due_on END < today
            AND (CASE WHEN f.due_on IS NULL THEN 'infinity'::date ELSE f.due_on END, f.id) > (coalesce(after, '-infinity'), coalesce(after_id, ${NOBODYS}))
          ORDER BY CASE WHEN f.due_on IS NULL THEN 'infinity'::date ELSE f.due_on END, f.id LIMIT most)
        UNION ALL
        (SELECT f.id, f.due_on FROM follow_up f WHERE f.owner_id IS NULL AND f.organization_id = heed_organization() AND f.due_on < today
            AND (f.due_on, f.id) > (coalesce(after, '-infinity'), coalesce(after_id, ${NOBODYS}))
          ORDER BY f.due_on, f.id LIMIT most)) w
        ORDER BY w.due_on, w.id LIMIT most;
    END $$`;

const FUNCTIONS = [
  'heed_may_check(uuid, jsonb, boolean)',
  'heed_awaiting_check(text, timestamptz, uuid, integer)',
  'heed_returned(text, timestamptz, uuid, integer)',
  'heed_overdue_of(text, date, uuid, integer)',
].join(', ');
const RIGHTS = `
  REVOKE ALL ON FUNCTION ${FUNCTIONS} FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO heed_app, heed_reader`;
