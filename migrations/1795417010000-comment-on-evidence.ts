import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropAsOfViews, makeAsOfViews } from './as-of-views.js';

/** What people say to each other on a piece of evidence. It goes with the piece: hidden while that is withdrawn, erased with it. */
export class CommentOnEvidence1795417010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SUBJECT, POLICY, NAMED]) await runner.query(sql);
    await makeAsOfViews(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropAsOfViews);
    await runner.query(`
      DROP FUNCTION heed_reads_piece(uuid, uuid);
      DROP POLICY reading ON evidence_grant;
      DROP POLICY own ON comment;
      ALTER TABLE comment DROP COLUMN evidence_id, ALTER follow_up_id SET NOT NULL;
      ${policy('EXISTS (SELECT FROM follow_up f WHERE f.id = comment.follow_up_id)')}`);
    await makeAsOfViews(runner);
  }
}

const SUBJECT = `
  ALTER TABLE comment ALTER follow_up_id DROP NOT NULL, ADD evidence_id uuid,
    ADD CHECK (num_nonnulls(follow_up_id, evidence_id) = 1),
    ADD UNIQUE (evidence_id, id),
    ADD FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id),
    ADD FOREIGN KEY (evidence_id, reply_to) REFERENCES comment (evidence_id, id);
  CREATE INDEX ON comment (evidence_id, recorded_at, id) WHERE reply_to IS NULL AND evidence_id IS NOT NULL`;

const policy = (seen: string): string => `
  CREATE POLICY own ON comment TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND ${seen})
    WITH CHECK (workspace_id = heed_workspace() AND person_id = heed_person() AND organization_id = heed_organization() AND ${seen})`;

const POLICY = `
  DROP POLICY own ON comment;
  ${policy(`CASE WHEN follow_up_id IS NOT NULL THEN EXISTS (SELECT FROM follow_up f WHERE f.id = comment.follow_up_id)
      ELSE EXISTS (SELECT FROM evidence e WHERE e.id = comment.evidence_id AND e.withdrawal = 'none') END`)}`;

/** Who is named on a restricted piece learns of another person whether they are named too, so that nobody is called to what they can't open. */
const namedOn = (person: string): string => `
    EXISTS (SELECT FROM evidence_grant g WHERE g.workspace_id = heed_workspace() AND g.evidence_id = piece AND g.person_id = ${person}
      AND (g.ends_on IS NULL OR g.ends_on >= current_date) AND g.ended_at IS NULL)`;

const NAMED = `
  CREATE POLICY reading ON evidence_grant FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON evidence_grant TO heed_keeper;
  CREATE FUNCTION heed_reads_piece(piece uuid, reader uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT ${namedOn('heed_person()')} AND ${namedOn('reader')} $$;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_reads_piece(uuid, uuid) OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  REVOKE ALL ON FUNCTION heed_reads_piece(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_reads_piece(uuid, uuid) TO heed_app`;
