import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropAsOfViews, makeAsOfViews } from './as-of-views.js';

/**
 * Who took part in an engagement, by role, and the evidence of the engagement itself: its text, that it was delivered, what was
 * said. Roles are part of what it says, so they have versions; what piece belongs to it is only ever added, as on tracks.
 */
export class TellWhoWasThere1795418100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PARTICIPANTS, fieldsOf(`, 'participants', r.participants`), EVIDENCE, GUARD, RIGHTS])
      await runner.query(sql);
    await makeAsOfViews(runner);
  }

  /** Versions of participants that were kept stay, and are shown as they are. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropAsOfViews);
    for (const sql of [
      fieldsOf(''),
      'DROP TABLE engagement_evidence',
      'ALTER TABLE engagement DROP COLUMN participants',
    ])
      await runner.query(sql);
    await makeAsOfViews(runner);
  }
}

const PARTICIPANTS = `
  ALTER TABLE engagement ADD COLUMN participants jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(participants) = 'array')`;

const fieldsOf = (more: string): string => `
  CREATE OR REPLACE FUNCTION heed_fields_of(r engagement) RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT jsonb_build_object(
    'kind', r.kind, 'byAddresseeId', r.by_addressee_id, 'occurredOn', r.occurred_on, 'summary', r.summary, 'outcome', r.outcome,
    'awaitedOn', r.awaited_on, 'confidentiality', r.confidentiality, 'awaitedLast', r.awaited_last${more}) $$`;

/** The newest row of a pair counts; one that shows nothing takes the piece off. They go with the engagement, not with the piece. */
const EVIDENCE = `
  CREATE TABLE engagement_evidence (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    engagement_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    shows text CHECK (shows IN ('text', 'delivery', 'minutes', 'took-place', 'reply')),
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (workspace_id, engagement_id) REFERENCES engagement (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON engagement_evidence (engagement_id, evidence_id, recorded_at DESC);
  CREATE INDEX ON engagement_evidence (evidence_id);
  CREATE TRIGGER append_only BEFORE UPDATE ON engagement_evidence FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER append_only_all BEFORE TRUNCATE ON engagement_evidence EXECUTE FUNCTION heed_refuse_change()`;

/** As confidential as the engagement and as the piece, whichever fewer may know of. Whoever adds it signs it. */
const SEEN = `workspace_id = heed_workspace() AND EXISTS (SELECT FROM engagement e WHERE e.id = engagement_id)
    AND EXISTS (SELECT FROM evidence p WHERE p.id = evidence_id)`;
const GUARD = `
  ALTER TABLE engagement_evidence ENABLE ROW LEVEL SECURITY; ALTER TABLE engagement_evidence FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON engagement_evidence TO heed_app, heed_reader USING (${SEEN})
    WITH CHECK (${SEEN} AND person_id = heed_person() AND organization_id = heed_organization())`;

const RIGHTS = `
  GRANT SELECT ON engagement_evidence TO heed_app, heed_reader;
  GRANT INSERT ON engagement_evidence TO heed_app`;
