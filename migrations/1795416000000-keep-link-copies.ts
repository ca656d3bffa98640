import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByParent } from './row-security.js';

/** Copies of what links led to, and the way in which anything is put off. */
export class KeepLinkCopies1795416000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [JOBS, SETTING, COPIES, GOES_FORWARD]) await runner.query(sql);
    await runner.query(guardByParent('link_copy', 'evidence', 'evidence_id'));
    await runner.query(`
      GRANT SELECT ON link_copy TO heed_app, heed_reader;
      GRANT INSERT, UPDATE (outcome, reason, status, final_url, fetched_at, sha256, size, blob_key) ON link_copy TO heed_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE link_copy;
      DROP FUNCTION heed_link_copy_step;
      ALTER TABLE workspace DROP COLUMN keeps_copies;
      DROP FUNCTION heed_add_job`);
  }
}

/** The queue belongs to the database's owner and is closed to everybody: jobs come in by this alone, and say no more than where and what. */
const JOBS = `
  CREATE FUNCTION heed_add_job(task text, subject uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      IF public.heed_workspace() IS NULL THEN
        RAISE EXCEPTION 'a job belongs to a workspace' USING ERRCODE = 'insufficient_privilege';
      END IF;
      PERFORM graphile_worker.add_job(task, json_build_object('workspaceId', public.heed_workspace(), 'id', subject),
        job_key := task || ':' || subject, max_attempts := 5);
    END $$;
  REVOKE ALL ON FUNCTION heed_add_job(text, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_add_job(text, uuid) TO heed_app`;

const SETTING = `ALTER TABLE workspace ADD COLUMN keeps_copies boolean NOT NULL DEFAULT false`;

const COPIES = `
  CREATE TABLE link_copy (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    evidence_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    outcome text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'kept', 'dead', 'not-fetched', 'erased')),
    reason text,
    status integer,
    final_url text,
    fetched_at timestamptz,
    sha256 bytea,
    size bigint,
    blob_key uuid UNIQUE,
    CHECK ((outcome = 'waiting') = (fetched_at IS NULL)),
    CHECK ((outcome IN ('kept', 'erased')) = (sha256 IS NOT NULL) AND (sha256 IS NULL) = (size IS NULL)),
    CHECK ((outcome = 'kept') = (blob_key IS NOT NULL)),
    CHECK (outcome IN ('dead', 'not-fetched') OR reason IS NULL),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON link_copy (evidence_id, recorded_at DESC, id DESC);
  CREATE UNIQUE INDEX link_copy_waiting ON link_copy (evidence_id) WHERE outcome = 'waiting'`;

/** What was found is written once; a copy that is kept can only be erased. */
const GOES_FORWARD = `
  CREATE FUNCTION heed_link_copy_step() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'UPDATE' OR NOT (OLD.outcome = 'waiting' OR (OLD.outcome <> 'erased' AND NEW.outcome IN (OLD.outcome, 'erased') AND NEW.final_url IS NULL
          AND (NEW.reason, NEW.status, NEW.fetched_at, NEW.sha256, NEW.size) IS NOT DISTINCT FROM (OLD.reason, OLD.status, OLD.fetched_at, OLD.sha256, OLD.size)))
        OR (NEW.id, NEW.workspace_id, NEW.evidence_id, NEW.person_id, NEW.organization_id, NEW.recorded_at)
          IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.evidence_id, OLD.person_id, OLD.organization_id, OLD.recorded_at) THEN
        RAISE EXCEPTION 'what was found at a link is written once' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER step BEFORE UPDATE OR DELETE ON link_copy FOR EACH ROW EXECUTE FUNCTION heed_link_copy_step()`;
