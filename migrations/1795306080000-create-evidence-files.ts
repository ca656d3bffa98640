import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByParent } from './row-security.js';

/** Files as evidence: where their bytes lie; evidence that is withdrawn at once, and restored or erased by two people. */
export class CreateEvidenceFiles1795306080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FILES, CUSTODY, WORDS, WITHDRAWALS, STEPS, SEALED, ERASURE]) await runner.query(sql);
    await runner.query(guardByParent('evidence_withdrawal', 'evidence', 'evidence_id'));
    await runner.query(`
      GRANT SELECT ON evidence_withdrawal TO heed_app, heed_reader;
      GRANT INSERT, UPDATE (decision, requested_by, requested_at, confirmed_by, confirmed_at) ON evidence_withdrawal TO heed_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION heed_erase_words;
      DROP POLICY sealed ON words;
      DROP TABLE evidence_withdrawal;
      DROP FUNCTION heed_withdrawal_step;
      ALTER TABLE evidence DROP COLUMN withdrawal, DROP COLUMN blob_key;
      DROP INDEX evidence_hash`);
  }
}

const FILES = `
  ALTER TABLE evidence ADD COLUMN blob_key uuid UNIQUE,
    ADD COLUMN withdrawal text NOT NULL DEFAULT 'none' CHECK (withdrawal IN ('none', 'withdrawn', 'erased')),
    ADD CHECK ((kind = 'file') = (media_type IS NOT NULL) AND (kind = 'file') = (size IS NOT NULL)),
    ADD CHECK ((blob_key IS NOT NULL) = (kind = 'file' AND withdrawal <> 'erased'));
  CREATE INDEX evidence_hash ON evidence (workspace_id, sha256) WHERE sha256 IS NOT NULL`;

const CUSTODY = `
  ALTER TABLE custody_record DROP CONSTRAINT custody_record_act_check;
  ALTER TABLE custody_record ADD CHECK (act IN ('captured', 'uploaded', 'changed', 'opened', 'exported', 'withdrawn', 're-hashed',
    'mismatched', 'restored', 'erased'))`;

/**
 * All words of a piece name it from now on, those of earlier versions too, so that what seals or erases the piece reaches
 * them. Rows of words never change, so for this one time the trigger is off; row security would hide them from whoever migrates.
 */
const WORDS = `
  ALTER TABLE words DROP CONSTRAINT words_check;
  ALTER TABLE words ADD CHECK (confidentiality <> 'restricted' OR evidence_id IS NOT NULL);
  ALTER TABLE words DISABLE TRIGGER append_only; ALTER TABLE words NO FORCE ROW LEVEL SECURITY; ALTER TABLE evidence NO FORCE ROW LEVEL SECURITY;
  UPDATE words w SET evidence_id = e.id FROM evidence e WHERE w.workspace_id = e.workspace_id AND w.evidence_id IS NULL
    AND w.hash IN (e.statement_hash, e.finding_hash, e.quote_hash, e.acceptance_reason_hash);
  ALTER TABLE evidence FORCE ROW LEVEL SECURITY; ALTER TABLE words FORCE ROW LEVEL SECURITY; ALTER TABLE words ENABLE TRIGGER append_only`;

const WITHDRAWALS = `
  CREATE TABLE evidence_withdrawal (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    evidence_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    reason_hash bytea NOT NULL,
    decision text CHECK (decision IN ('restore', 'erase')),
    requested_by uuid REFERENCES person,
    requested_at timestamptz,
    confirmed_by uuid REFERENCES person,
    confirmed_at timestamptz,
    CHECK (requested_by <> confirmed_by),
    CHECK ((decision IS NULL) = (requested_by IS NULL) AND (decision IS NULL) = (requested_at IS NULL)),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_by IS NULL OR decision IS NOT NULL)),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON evidence_withdrawal (evidence_id, recorded_at DESC, id DESC);
  CREATE UNIQUE INDEX evidence_withdrawal_open ON evidence_withdrawal (evidence_id) WHERE confirmed_at IS NULL`;

/** A withdrawal goes forward only, and whoever takes a step can't sign it with another's name. */
const STEPS = `
  CREATE FUNCTION heed_withdrawal_step() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'UPDATE' OR OLD.confirmed_by IS NOT NULL
        OR (NEW.id, NEW.workspace_id, NEW.evidence_id, NEW.person_id, NEW.organization_id, NEW.recorded_at, NEW.reason_hash)
          IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.evidence_id, OLD.person_id, OLD.organization_id, OLD.recorded_at, OLD.reason_hash)
        OR (NEW.confirmed_by IS NULL AND NEW.requested_by IS DISTINCT FROM heed_person())
        OR (NEW.confirmed_by IS NOT NULL AND (NEW.confirmed_by IS DISTINCT FROM heed_person()
          OR (NEW.decision, NEW.requested_by, NEW.requested_at) IS DISTINCT FROM (OLD.decision, OLD.requested_by, OLD.requested_at))) THEN
        RAISE EXCEPTION 'a withdrawal is decided once, by two people, each in their own name' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER step BEFORE UPDATE OR DELETE ON evidence_withdrawal FOR EACH ROW EXECUTE FUNCTION heed_withdrawal_step()`;

/** Whatever a query asks for: the words of a withdrawn piece are read by nobody. Who erases them still has to find them. */
const SEALED = `
  CREATE POLICY sealed ON words AS RESTRICTIVE FOR SELECT TO heed_app, heed_reader USING (evidence_id IS NULL
    OR current_user NOT IN ('heed_app', 'heed_reader') OR EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id AND e.withdrawal = 'none'))`;

/** The only way in which words are ever deleted: nobody else has the right, and it looks at the two persons itself. */
const ERASURE = `
  CREATE FUNCTION heed_erase_words(decided uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      asked evidence_withdrawal;
      gone integer;
    BEGIN
      SELECT w.* INTO asked FROM evidence_withdrawal w JOIN evidence e ON e.id = w.evidence_id AND e.withdrawal = 'withdrawn'
        WHERE w.id = decided AND w.workspace_id = heed_workspace() AND w.decision = 'erase' AND w.requested_by <> w.confirmed_by
          AND w.confirmed_by = heed_person();
      IF NOT FOUND THEN
        RAISE EXCEPTION 'words are erased by two people' USING ERRCODE = 'insufficient_privilege';
      END IF;
      DELETE FROM words WHERE workspace_id = asked.workspace_id AND (evidence_id = asked.evidence_id OR hash = asked.reason_hash);
      GET DIAGNOSTICS gone = ROW_COUNT;
      RETURN gone;
    END $$;
  REVOKE ALL ON FUNCTION heed_erase_words(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_erase_words(uuid) TO heed_app`;
