import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many follow-ups stand in which phase, by what the dashboard groups by. A row is what one change added or took away;
 * rows of the same key are folded into one now and then. So nobody waits for anybody else's count.
 */
export class CreateFollowUpCounts1795306320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, RIGHTS, OF_FOLLOW_UP, COUNT, FOLD, TRIGGER, REBUILD, OWNERS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION heed_counts_of, heed_count_follow_up, heed_fold_counts, heed_next_counting_day, heed_rebuild_counts CASCADE;
      DROP TABLE follow_up_count, counting_day;
      DROP POLICY keeping ON workspace;
      DROP INDEX addressee_groups`);
  }
}

const DUE = `CASE WHEN f.due_on IS NULL THEN 'infinity'::date ELSE f.due_on END`; // As the index has it.
const NOBODYS = `'00000000-0000-0000-0000-000000000000'`;
/** Columns are called after them; a closed follow-up is in none. */
const PHASES = {
  response: ['awaited', 'agreed', 'partly-agreed', 'not-agreed', 'no-reply'],
  implementation: ['unknown', 'not-started', 'progressing', 'fulfilled', 'not-done', 'reversed'],
};
const COLUMNS = [
  ...[...PHASES.response, ...PHASES.implementation].map((phase) => phase.replace('-', '_')),
  'closed',
  'overdue',
  'response_contested',
  'implementation_contested',
];
const KEY = `workspace_id, kind, key, scope, ${COLUMNS.join(', ')}`;

/** `scope`: nobody's for what the whole workspace sees, or the organization whose own it is. `key`: nobody's where there is no theme. */
const TABLES = `
  CREATE TABLE follow_up_count (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    kind text NOT NULL CHECK (kind IN ('addressee', 'theme', 'source', 'organization')),
    key uuid NOT NULL,
    scope uuid NOT NULL,
    ${COLUMNS.map((name) => `${name} integer NOT NULL`).join(',\n    ')});
  CREATE INDEX ON follow_up_count (workspace_id, kind, scope, key);
  -- Up to which day what is due counts as overdue in the rows above; whoever reads adds what fell due since.
  CREATE TABLE counting_day (workspace_id uuid PRIMARY KEY REFERENCES workspace, day date NOT NULL);
  CREATE INDEX addressee_groups ON addressee (workspace_id, id) WHERE kind = 'group'`;

const RIGHTS = `
  ALTER TABLE follow_up_count ENABLE ROW LEVEL SECURITY; ALTER TABLE follow_up_count FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON follow_up_count FOR SELECT TO heed_app, heed_reader USING (workspace_id = heed_workspace()
    AND (scope = ${NOBODYS} OR scope = heed_organization() OR current_setting('app.reads_all', true) = 'on'));
  CREATE POLICY keeping ON follow_up_count TO heed_keeper USING (true);
  ALTER TABLE counting_day ENABLE ROW LEVEL SECURITY; ALTER TABLE counting_day FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON counting_day FOR SELECT TO heed_app, heed_reader USING (workspace_id = heed_workspace());
  CREATE POLICY keeping ON counting_day TO heed_keeper USING (true);
  CREATE POLICY keeping ON workspace FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON follow_up_count, counting_day TO heed_app, heed_reader;
  GRANT SELECT, INSERT, DELETE ON follow_up_count TO heed_keeper;
  GRANT SELECT, INSERT, UPDATE ON counting_day TO heed_keeper;
  GRANT SELECT ON workspace TO heed_keeper`;

const TIMES = Object.entries(PHASES).flatMap(([axis, phases]) =>
  phases.map((phase) => `times * (NOT f.closed AND f.${axis}_phase IS NOT DISTINCT FROM '${phase}')::integer`),
);
const OF_FOLLOW_UP = `
  -- What one follow-up counts for: a row for each group that it is in.
  CREATE FUNCTION heed_counts_of(f follow_up, day date, times integer) RETURNS TABLE (kind text, key uuid, scope uuid, ${COLUMNS.map((name) => `${name} integer`).join(', ')})
  LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN QUERY
    SELECT g.kind, g.key, CASE WHEN f.confidentiality = 'organization' THEN f.organization_id ELSE ${NOBODYS}::uuid END,
      ${TIMES.join(', ')},
      times * f.closed::integer, times * (NOT f.closed AND coalesce(f.due_on < day, false))::integer,
      times * (NOT f.closed AND f.response_contested)::integer, times * (NOT f.closed AND f.implementation_contested)::integer
    FROM (VALUES ('addressee', f.addressee_id), ('source', f.source_id), ('organization', f.organization_id)
      UNION ALL SELECT 'theme', t FROM unnest(CASE WHEN f.theme_ids = '{}' THEN ARRAY[${NOBODYS}::uuid] ELSE f.theme_ids END) t) g(kind, key);
    END $$`;

const SUMS = COLUMNS.map((name) => `sum(c.${name})`).join(', ');
const CHANGES = COLUMNS.map((name) => `sum(c.${name}) <> 0`).join(' OR ');
const COUNT = `
  CREATE FUNCTION heed_count_follow_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      of_workspace uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.workspace_id ELSE NEW.workspace_id END;
      today date;
    BEGIN
      -- Shared among all who count; held alone only to go on to the next day.
      PERFORM pg_advisory_xact_lock_shared(hashtextextended('heed counts ' || of_workspace, 0));
      SELECT day INTO today FROM counting_day WHERE workspace_id = of_workspace;
      IF today IS NULL THEN
        INSERT INTO counting_day SELECT id, (clock_timestamp() AT TIME ZONE time_zone)::date FROM workspace WHERE id = of_workspace ON CONFLICT DO NOTHING;
        SELECT day INTO today FROM counting_day WHERE workspace_id = of_workspace;
      END IF;
      INSERT INTO follow_up_count (${KEY})
      SELECT of_workspace, c.kind, c.key, c.scope, ${SUMS}
      FROM (SELECT * FROM heed_counts_of(OLD, today, -1) WHERE TG_OP <> 'INSERT' UNION ALL SELECT * FROM heed_counts_of(NEW, today, 1) WHERE TG_OP <> 'DELETE') c
      GROUP BY c.kind, c.key, c.scope HAVING ${CHANGES};
      IF random() < 0.005 THEN PERFORM heed_fold_counts(of_workspace); END IF;
      RETURN NULL;
    END $$`;

const FOLD = `
  CREATE FUNCTION heed_fold_counts(of_workspace uuid) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT pg_try_advisory_xact_lock(hashtextextended('heed fold ' || of_workspace, 0)) THEN RETURN; END IF;
      WITH gone AS (
        DELETE FROM follow_up_count d WHERE d.workspace_id = of_workspace AND (d.kind, d.key, d.scope) IN (
          SELECT c.kind, c.key, c.scope FROM follow_up_count c WHERE c.workspace_id = of_workspace GROUP BY 1, 2, 3 HAVING count(*) > 1)
        RETURNING d.*)
      INSERT INTO follow_up_count (${KEY})
      SELECT of_workspace, c.kind, c.key, c.scope, ${SUMS} FROM gone c GROUP BY c.kind, c.key, c.scope HAVING ${CHANGES};
      PERFORM heed_next_counting_day(of_workspace);
    END $$;
  -- What fell due since the last time is overdue from now on; another time, if somebody else is counting.
  CREATE FUNCTION heed_next_counting_day(of_workspace uuid) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      today date := (SELECT (clock_timestamp() AT TIME ZONE time_zone)::date FROM workspace WHERE id = of_workspace);
      before date := (SELECT day FROM counting_day WHERE workspace_id = of_workspace);
    BEGIN
      IF before >= today OR NOT pg_try_advisory_xact_lock(hashtextextended('heed counts ' || of_workspace, 0)) THEN RETURN; END IF;
      INSERT INTO follow_up_count (${KEY})
      SELECT of_workspace, c.kind, c.key, c.scope, ${SUMS}
      FROM (SELECT x.* FROM follow_up f, LATERAL (SELECT * FROM heed_counts_of(f, before, -1) UNION ALL SELECT * FROM heed_counts_of(f, today, 1)) x
        WHERE f.workspace_id = of_workspace AND ${DUE} >= before AND ${DUE} < today) c
      GROUP BY c.kind, c.key, c.scope HAVING ${CHANGES};
      UPDATE counting_day SET day = today WHERE workspace_id = of_workspace;
    END $$`;

const COUNTED = (
  row: string,
): string => `(${row}.organization_id, ${row}.confidentiality, ${row}.source_id, ${row}.theme_ids, ${row}.addressee_id,
      ${row}.response_phase, ${row}.implementation_phase, ${row}.due_on, ${row}.closed, ${row}.response_contested, ${row}.implementation_contested)`;
const TRIGGER = `
  CREATE TRIGGER count_added AFTER INSERT OR DELETE ON follow_up FOR EACH ROW EXECUTE FUNCTION heed_count_follow_up();
  CREATE TRIGGER count_changed AFTER UPDATE ON follow_up FOR EACH ROW WHEN (${COUNTED('NEW')} IS DISTINCT FROM ${COUNTED('OLD')})
    EXECUTE FUNCTION heed_count_follow_up()`;

/** For what is there already, and for whoever doubts it. */
const REBUILD = `
  CREATE FUNCTION heed_rebuild_counts() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('heed counts ' || id, 0)) FROM workspace;
      DELETE FROM follow_up_count;
      INSERT INTO counting_day SELECT id, (clock_timestamp() AT TIME ZONE time_zone)::date FROM workspace ON CONFLICT DO NOTHING;
      INSERT INTO follow_up_count (${KEY})
      SELECT c.workspace_id, c.kind, c.key, c.scope, ${SUMS}
      FROM (SELECT f.workspace_id, x.* FROM follow_up f JOIN counting_day d ON d.workspace_id = f.workspace_id, heed_counts_of(f, d.day, 1) x) c
      GROUP BY c.workspace_id, c.kind, c.key, c.scope;
    END $$;
  REVOKE ALL ON FUNCTION heed_rebuild_counts() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_rebuild_counts() TO CURRENT_USER`;

const OWNERS = `
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_count_follow_up() OWNER TO heed_keeper;
  ALTER FUNCTION heed_rebuild_counts() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  SELECT heed_rebuild_counts()`;
