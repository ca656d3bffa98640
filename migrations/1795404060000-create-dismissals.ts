import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './row-security.js';

/** That what looks wrong with the record is fine as it is: who said so, and why. */
export class CreateDismissals1795404060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, GUARD, RIGHTS, RAISE, appendOnly('dismissal')]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION heed_raise_dismissals CASCADE; DROP TABLE dismissal');
  }
}

const TABLE = `
  CREATE TABLE dismissal (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    fault text NOT NULL CHECK (fault IN ('unfounded-state', 'no-new-evidence', 'older-than-evidence', 'stale', 'missing-source', 'unarchived',
      'out-of-range', 'double-recommendation', 'repeated-ask', 'double-evidence', 'double-addressee')),
    item_id uuid NOT NULL,
    subject_type text NOT NULL CHECK (subject_type IN ('recommendation', 'source', 'evidence', 'indicator', 'addressee')),
    subject_id uuid NOT NULL,
    other_id uuid,
    mark text NOT NULL,
    act text NOT NULL CHECK (act IN ('dismissed', 'taken-back')),
    reason_hash bytea,
    CHECK ((act = 'dismissed') = (reason_hash IS NOT NULL)),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON dismissal (item_id, recorded_at)`;

const seen = (id: string): string => `CASE subject_type
    WHEN 'recommendation' THEN EXISTS (SELECT FROM recommendation s WHERE s.id = ${id})
    WHEN 'evidence' THEN EXISTS (SELECT FROM evidence s WHERE s.id = ${id})
    WHEN 'source' THEN EXISTS (SELECT FROM source s WHERE s.id = ${id})
    WHEN 'indicator' THEN EXISTS (SELECT FROM indicator s WHERE s.id = ${id})
    ELSE EXISTS (SELECT FROM addressee s WHERE s.id = ${id}) END`;

/** Seen by whoever sees what it is about, both of two things; added in one's own name alone. */
const SEEN = `workspace_id = heed_workspace() AND ${seen('dismissal.subject_id')} AND (other_id IS NULL OR ${seen('dismissal.other_id')})`;
const GUARD = `
  ALTER TABLE dismissal ENABLE ROW LEVEL SECURITY; ALTER TABLE dismissal FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON dismissal TO heed_app, heed_reader USING (${SEEN})
    WITH CHECK (${SEEN} AND person_id = heed_person() AND organization_id = heed_organization());
  CREATE POLICY keeping ON dismissal FOR SELECT TO heed_keeper USING (true)`;

const RIGHTS = `
  GRANT SELECT ON dismissal TO heed_app, heed_reader, heed_keeper;
  GRANT INSERT ON dismissal TO heed_app`;

const order = (level: string): string => `array_position(ARRAY['public', 'coalition', 'organization'], ${level})`;

/** Reasons rise with the level of what they speak of, to the organization that it belongs to. */
const RAISE = `
  CREATE FUNCTION heed_raise_dismissals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE words w SET confidentiality = 'organization', organization_id = NEW.organization_id
      WHERE w.workspace_id = NEW.workspace_id AND NEW.confidentiality IN ('organization', 'restricted') AND w.evidence_id IS NULL
        AND ${order('w.confidentiality')} < ${order(`'organization'`)}
        AND w.hash IN (SELECT d.reason_hash FROM dismissal d WHERE NEW.id IN (d.subject_id, d.other_id));
      RETURN NULL;
    END $$;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_raise_dismissals() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  CREATE TRIGGER raise_dismissals AFTER UPDATE OF confidentiality ON recommendation FOR EACH ROW
    WHEN (NEW.confidentiality IS DISTINCT FROM OLD.confidentiality) EXECUTE FUNCTION heed_raise_dismissals();
  CREATE TRIGGER raise_dismissals AFTER UPDATE OF confidentiality ON evidence FOR EACH ROW
    WHEN (NEW.confidentiality IS DISTINCT FROM OLD.confidentiality) EXECUTE FUNCTION heed_raise_dismissals()`;
