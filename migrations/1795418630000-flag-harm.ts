import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByParent } from './row-security.js';

/** That a piece of evidence could harm somebody if it went beyond the coalition: said by one person at once, taken off by two. */
export class FlagHarm1795418630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FLAGS);
    await runner.query(guardByParent('harm_flag', 'evidence', 'evidence_id'));
    for (const sql of [RIGHTS, STEPS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE harm_flag; DROP FUNCTION heed_harm_flag_step');
  }
}

const FLAGS = `
  CREATE TABLE harm_flag (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    evidence_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    reason_hash bytea NOT NULL,
    removal_asked_by uuid REFERENCES person,
    removal_asked_at timestamptz,
    removed_by uuid REFERENCES person,
    removed_at timestamptz,
    CHECK (removal_asked_by <> removed_by),
    CHECK ((removal_asked_by IS NULL) = (removal_asked_at IS NULL)),
    CHECK ((removed_by IS NULL) = (removed_at IS NULL) AND (removed_by IS NULL OR removal_asked_by IS NOT NULL)),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON harm_flag (evidence_id, recorded_at DESC, id DESC);
  CREATE INDEX ON harm_flag (workspace_id, recorded_at) WHERE removed_at IS NULL;
  CREATE UNIQUE INDEX harm_flag_standing ON harm_flag (evidence_id) WHERE removed_at IS NULL`;

const RIGHTS = `
  CREATE POLICY keeping ON harm_flag FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON harm_flag TO heed_app, heed_reader, heed_keeper;
  GRANT INSERT, UPDATE (removal_asked_by, removal_asked_at, removed_by, removed_at) ON harm_flag TO heed_app`;

/** Each step is taken in one's own name, and none is taken back: whoever errs sets the flag anew. */
const STEPS = `
  CREATE FUNCTION heed_harm_flag_step() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE taken text[] := ARRAY['removal_asked_by', 'removal_asked_at', 'removed_by', 'removed_at'];
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF (NEW.person_id, NEW.organization_id) IS DISTINCT FROM (heed_person(), heed_organization()) AND current_user IN ('heed_app', 'heed_reader')
          OR NEW.removal_asked_by IS NOT NULL THEN
          RAISE EXCEPTION 'a flag is set in one''s own name' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      IF TG_OP <> 'UPDATE' OR OLD.removed_by IS NOT NULL OR to_jsonb(NEW) - taken IS DISTINCT FROM to_jsonb(OLD) - taken
        OR (NEW.removed_by IS NULL AND (OLD.removal_asked_by IS NOT NULL OR NEW.removal_asked_by IS DISTINCT FROM heed_person()))
        OR (NEW.removed_by IS NOT NULL AND (NEW.removed_by IS DISTINCT FROM heed_person() OR OLD.removal_asked_by IS NULL
          OR (NEW.removal_asked_by, NEW.removal_asked_at) IS DISTINCT FROM (OLD.removal_asked_by, OLD.removal_asked_at))) THEN
        RAISE EXCEPTION 'a flag is taken off once, by two people, each in their own name' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER step BEFORE INSERT OR UPDATE OR DELETE ON harm_flag FOR EACH ROW EXECUTE FUNCTION heed_harm_flag_step()`;
