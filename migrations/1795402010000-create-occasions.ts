import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './row-security.js';

/** What is asked again and again was done on some occasions; what is asked for good was found to hold, and has to be looked at again. */
export class CreateOccasions1795402010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [REVIEW, fieldsOf(`, 'reviewMonths', r.review_months`), TABLE, POLICIES, RAISE])
      await runner.query(sql);
    await runner.query(appendOnly('occasion'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER raise_words_of_occasions ON recommendation;
      DROP FUNCTION heed_raise_words_of_occasions;
      DROP TABLE occasion;
      ${fieldsOf('')};
      ALTER TABLE recommendation DROP COLUMN review_months`);
  }
}

const REVIEW = `ALTER TABLE recommendation ADD review_months integer CHECK (review_months BETWEEN 1 AND 120)`;

/** The fields of a recommendation that its versions tell of (keep-versions). */
const fieldsOf = (more: string): string => `
  CREATE OR REPLACE FUNCTION heed_fields_of(r recommendation) RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT jsonb_build_object(
    'code', r.code, 'title', r.title, 'text', r.text, 'language', r.language, 'translations', r.translations, 'sourceId', r.source_id, 'partOf', r.part_of,
    'label', r.label, 'section', r.section, 'paragraph', r.paragraph, 'madeBy', r.made_by, 'affectedPersons', r.affected_persons, 'legalBasis', r.legal_basis,
    'sdg', r.sdg, 'subjectCountry', r.subject_country, 'condition', r.condition, 'nature', r.nature, 'priority', r.priority,
    'confidentiality', r.confidentiality${more}) $$`;

const TABLE = `
  CREATE TABLE occasion (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    recommendation_id uuid NOT NULL,
    occurred_on text NOT NULL,
    occurred_last date NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('done', 'not-done', 'not-known', 'confirmed')),
    said_by_hash bytea,
    note_hash bytea,
    evidence_id uuid,
    supersedes uuid UNIQUE CHECK (supersedes <> id),
    UNIQUE (recommendation_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, recommendation_id) REFERENCES recommendation (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id),
    FOREIGN KEY (recommendation_id, supersedes) REFERENCES occasion (recommendation_id, id));
  CREATE INDEX ON occasion (recommendation_id, occurred_last, id);
  CREATE INDEX ON occasion (evidence_id) WHERE evidence_id IS NOT NULL`;

/** Written in one's own name alone, and seen by whoever sees the recommendation. */
const SEEN = 'EXISTS (SELECT FROM recommendation r WHERE r.id = occasion.recommendation_id)';
const POLICIES = `
  ALTER TABLE occasion ENABLE ROW LEVEL SECURITY; ALTER TABLE occasion FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON occasion TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND ${SEEN})
    WITH CHECK (workspace_id = heed_workspace() AND person_id = heed_person() AND organization_id = heed_organization() AND ${SEEN});
  CREATE POLICY keeping ON occasion FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON occasion TO heed_keeper, heed_app, heed_reader;
  GRANT INSERT ON occasion TO heed_app`;

const order = (level: string): string => `array_position(ARRAY['public', 'coalition', 'organization'], ${level})`;

/** Who said it, and what was noted, is as confidential as the recommendation. */
const RAISE = `
  CREATE FUNCTION heed_raise_words_of_occasions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE words w SET confidentiality = NEW.confidentiality, organization_id = NEW.organization_id
      WHERE w.workspace_id = NEW.workspace_id AND ${order('w.confidentiality')} < ${order('NEW.confidentiality')} AND w.hash IN (
        SELECT h.hash FROM occasion x CROSS JOIN LATERAL (VALUES (x.said_by_hash), (x.note_hash)) h(hash)
        WHERE x.recommendation_id = NEW.id AND h.hash IS NOT NULL);
      RETURN NULL;
    END $$;
  CREATE TRIGGER raise_words_of_occasions AFTER UPDATE OF confidentiality ON recommendation FOR EACH ROW
    WHEN (NEW.confidentiality IS DISTINCT FROM OLD.confidentiality) EXECUTE FUNCTION heed_raise_words_of_occasions();
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_raise_words_of_occasions() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  REVOKE ALL ON FUNCTION heed_raise_words_of_occasions() FROM PUBLIC`;
