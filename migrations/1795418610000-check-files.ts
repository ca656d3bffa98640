import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the bytes of each file are still those that were taken in, as they were found when they were read last. */
export class CheckFiles1795418610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CHECKS, KEEPER, STATES, limitedTo("'damaged-file', ")]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(limitedTo(''));
    await runner.query(`
      DROP FUNCTION heed_file_states; DROP TABLE file_check;
      DROP POLICY fixity ON link_copy; DROP POLICY fixity ON intake; DROP POLICY fixity ON inbox_item;
      REVOKE SELECT ON link_copy, intake, inbox_item FROM heed_keeper`);
  }
}

/** Seen by whoever sees what the file belongs to; written by the keeper alone. */
const CHECKS = `
  CREATE TABLE file_check (
    blob_key uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    kind text NOT NULL CHECK (kind IN ('evidence', 'link-copy', 'intake', 'inbox-item')),
    subject_id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('whole', 'changed', 'missing', 'locked')),
    since timestamptz NOT NULL,
    checked_at timestamptz NOT NULL);
  CREATE INDEX ON file_check (workspace_id, subject_id) WHERE outcome <> 'whole';
  ALTER TABLE file_check ENABLE ROW LEVEL SECURITY; ALTER TABLE file_check FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON file_check TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND CASE kind
    WHEN 'intake' THEN EXISTS (SELECT FROM intake i WHERE i.id = file_check.subject_id)
    WHEN 'inbox-item' THEN EXISTS (SELECT FROM inbox_item i WHERE i.id = file_check.subject_id)
    ELSE EXISTS (SELECT FROM evidence e WHERE e.id = file_check.subject_id) END);
  GRANT SELECT ON file_check TO heed_app, heed_reader`;

/** The job acts in no workspace, and has to know of every file, restricted ones too: of their bytes, never of their words. */
const KEEPER = `
  CREATE POLICY keeping ON file_check TO heed_keeper USING (true);
  GRANT SELECT, INSERT, UPDATE, DELETE ON file_check TO heed_keeper;
  CREATE POLICY fixity ON link_copy FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY fixity ON intake FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY fixity ON inbox_item FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON link_copy, intake, inbox_item TO heed_keeper`;

/** For the operator: how many files are in which state, and how long ago the one was read that waits longest. No workspace, no name. */
const STATES = `
  CREATE FUNCTION heed_file_states() RETURNS TABLE (outcome text, files bigint, age double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT c.outcome, count(*), extract(epoch FROM clock_timestamp() - min(c.checked_at))::float8 FROM file_check c GROUP BY c.outcome $$;
  REVOKE ALL ON FUNCTION heed_file_states() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_file_states() TO heed_nobody;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_file_states() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

const limitedTo = (more: string): string => `
  ALTER TABLE dismissal DROP CONSTRAINT dismissal_fault_check,
    ADD CONSTRAINT dismissal_fault_check CHECK (fault IN (${more}'unfounded-state', 'no-new-evidence', 'older-than-evidence', 'stale', 'missing-source',
      'dead', 'unarchived', 'out-of-range', 'double-recommendation', 'repeated-ask', 'double-evidence', 'double-addressee'))`;
