import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './row-security.js';

/** What organizations find themselves, and where they stand on the findings and claims of others. */
export class CreateAssessments1795307700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, POLICIES, RIGHTS, OWN_ANSWERS, raiseWordsOf(`${OF_THE_TRACK}${OF_ASSESSMENTS}`)])
      await runner.query(sql);
    for (const table of ['assessment', 'assessment_evidence', 'track_position', 'objection_answer'])
      await runner.query(appendOnly(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(raiseWordsOf(OF_THE_TRACK));
    await runner.query('DROP TABLE objection_answer, track_position, assessment_evidence, assessment');
    await runner.query('DROP FUNCTION heed_check_answer');
  }
}

const ADDED = `
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id)`;

/** The reasons are words: they can be erased, and rise with the level of the recommendation. */
const TABLES = `
  CREATE TABLE assessment (${ADDED},
    track_id uuid NOT NULL,
    phase text NOT NULL CHECK (phase IN ('awaited', 'agreed', 'partly-agreed', 'not-agreed', 'no-reply',
      'unknown', 'not-started', 'progressing', 'fulfilled', 'not-done', 'reversed')),
    confidence text NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    reasons_hash bytea NOT NULL,
    occurred_on text,
    occurred_last date NOT NULL,
    confidentiality text NOT NULL CHECK (confidentiality IN ('public', 'coalition', 'organization')),
    UNIQUE (workspace_id, id),
    UNIQUE (track_id, id),
    FOREIGN KEY (workspace_id, track_id) REFERENCES track (workspace_id, id));
  CREATE INDEX ON assessment (track_id, organization_id, recorded_at DESC, id DESC);
  CREATE TABLE assessment_evidence (
    workspace_id uuid NOT NULL REFERENCES workspace,
    assessment_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    evidence_version integer NOT NULL,
    PRIMARY KEY (assessment_id, evidence_id),
    FOREIGN KEY (workspace_id, assessment_id) REFERENCES assessment (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON assessment_evidence (evidence_id);
  CREATE TABLE track_position (${ADDED},
    track_id uuid NOT NULL,
    assessment_id uuid,
    transition_id uuid,
    kind text NOT NULL CHECK (kind IN ('sign-on', 'abstain', 'objection')),
    reasons_hash bytea,
    CHECK (num_nonnulls(assessment_id, transition_id) = 1),
    CHECK (kind <> 'objection' OR reasons_hash IS NOT NULL),
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, track_id) REFERENCES track (workspace_id, id),
    FOREIGN KEY (track_id, assessment_id) REFERENCES assessment (track_id, id),
    FOREIGN KEY (track_id, transition_id) REFERENCES transition (track_id, id));
  CREATE INDEX ON track_position (track_id, recorded_at);
  CREATE INDEX ON track_position (assessment_id);
  CREATE TABLE objection_answer (${ADDED},
    position_id uuid NOT NULL UNIQUE,
    act text NOT NULL CHECK (act IN ('answered', 'withdrawn')),
    reasons_hash bytea,
    CHECK (act <> 'answered' OR reasons_hash IS NOT NULL),
    FOREIGN KEY (workspace_id, position_id) REFERENCES track_position (workspace_id, id))`;

/** Each is written in one's own name alone, for one's own organization, on what one may see. */
const guard = (table: string, seen: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON ${table} TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND ${seen})
    WITH CHECK (workspace_id = heed_workspace() AND person_id = heed_person() AND organization_id = heed_organization() AND ${seen});
  CREATE POLICY keeping ON ${table} FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON ${table} TO heed_keeper`;

const POLICIES = [
  guard(
    'assessment',
    `heed_reads_level(confidentiality, organization_id) AND EXISTS (SELECT FROM track t WHERE t.id = assessment.track_id)`,
  ),
  guard(
    'track_position',
    `EXISTS (SELECT FROM track t WHERE t.id = track_position.track_id)
      AND (assessment_id IS NULL OR EXISTS (SELECT FROM assessment a WHERE a.id = track_position.assessment_id))`,
  ),
  guard('objection_answer', `EXISTS (SELECT FROM track_position p WHERE p.id = objection_answer.position_id)`),
  `ALTER TABLE assessment_evidence ENABLE ROW LEVEL SECURITY; ALTER TABLE assessment_evidence FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON assessment_evidence TO heed_app, heed_reader USING (workspace_id = heed_workspace()
    AND EXISTS (SELECT FROM assessment a WHERE a.id = assessment_evidence.assessment_id)
    AND EXISTS (SELECT FROM evidence e WHERE e.id = assessment_evidence.evidence_id))`,
].join(';\n');

const RIGHTS = `
  GRANT SELECT ON assessment, assessment_evidence, track_position, objection_answer TO heed_app, heed_reader;
  GRANT INSERT ON assessment, assessment_evidence, track_position, objection_answer TO heed_app`;

/** Nobody answers an objection of their own or of their organization; nobody else withdraws it. */
const OWN_ANSWERS = `
  CREATE FUNCTION heed_check_answer() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE objected track_position;
    BEGIN
      SELECT * INTO objected FROM track_position p WHERE p.id = NEW.position_id;
      IF objected.kind IS DISTINCT FROM 'objection'
        OR (NEW.act = 'withdrawn' AND NEW.organization_id <> objected.organization_id)
        OR (NEW.act = 'answered' AND (NEW.organization_id = objected.organization_id OR NEW.person_id = objected.person_id)) THEN
        RAISE EXCEPTION 'an objection is answered by another organization, and withdrawn by its own' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER check_answer BEFORE INSERT ON objection_answer FOR EACH ROW EXECUTE FUNCTION heed_check_answer()`;

const OF_THE_TRACK = `
        SELECT x.note_hash FROM transition x JOIN track t ON t.id = x.track_id WHERE t.recommendation_id = NEW.id
        UNION ALL SELECT c.reason_hash FROM closing c JOIN follow_up f ON f.id = c.follow_up_id WHERE f.recommendation_id = NEW.id`;
const OF_ASSESSMENTS = `
        UNION ALL SELECT a.reasons_hash FROM assessment a JOIN track t ON t.id = a.track_id WHERE t.recommendation_id = NEW.id
        UNION ALL SELECT p.reasons_hash FROM track_position p JOIN track t ON t.id = p.track_id WHERE t.recommendation_id = NEW.id
        UNION ALL SELECT w.reasons_hash FROM objection_answer w JOIN track_position p ON p.id = w.position_id JOIN track t ON t.id = p.track_id
          WHERE t.recommendation_id = NEW.id`;

/** The function keeps its owner, heed_keeper. */
function raiseWordsOf(hashes: string): string {
  const order = (level: string): string => `array_position(ARRAY['public', 'coalition', 'organization'], ${level})`;
  return `
  CREATE OR REPLACE FUNCTION heed_raise_words_of_recommendation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE words w SET confidentiality = NEW.confidentiality, organization_id = NEW.organization_id
      WHERE w.workspace_id = NEW.workspace_id AND ${order('w.confidentiality')} < ${order('NEW.confidentiality')}
        AND w.evidence_id IS NULL AND w.hash IN (${hashes});
      RETURN NULL;
    END $$`;
}
