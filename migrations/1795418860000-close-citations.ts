import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByParent, guardByWorkspace } from './row-security.js';

/** What the policies left to the code: that a piece was cited which one may not know, and names of origins that only hidden pieces have. */
export class CloseCitations1795418860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CITATIONS, LINKED, CARRYING, ORIGINS, NAMING, ERASING, OWNERS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY own ON transition_evidence; DROP POLICY own ON track_evidence; DROP POLICY carrying ON transition_evidence;
      DROP POLICY own ON origin; DROP POLICY keeping ON origin;
      ${guardByParent('transition_evidence', 'transition', 'transition_id')}; ${guardByParent('track_evidence', 'track', 'track_id')};
      ${guardByWorkspace('origin')};
      REVOKE INSERT ON transition_evidence FROM heed_keeper; REVOKE SELECT, INSERT, UPDATE ON origin FROM heed_keeper; GRANT INSERT, UPDATE ON origin TO heed_app;
      DROP FUNCTION heed_is_linked, heed_carry_citations, heed_origin_named, heed_erase_origin_name`);
  }
}

const cited = (table: string, parent: string): string => `
  DROP POLICY own ON ${table};
  CREATE POLICY own ON ${table} TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND EXISTS (SELECT FROM ${parent} parent WHERE parent.id = ${table}.${parent}_id)
      AND EXISTS (SELECT FROM evidence e WHERE e.id = ${table}.evidence_id))`;

/** Rows that cite a piece are known to whoever may know the piece too, and nobody cites what they may not know. */
const CITATIONS = `${cited('track_evidence', 'track')}; ${cited('transition_evidence', 'transition')}`;

/** Whether anything was ever linked to a track, hidden or not: a follow-up with something on it is not deleted. */
const LINKED = `
  CREATE FUNCTION heed_is_linked(of_track uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM track_evidence l WHERE l.track_id = of_track AND l.workspace_id = heed_workspace()) $$`;

/** What a state stood on stands behind it after a migration too, also what whoever migrates may not know. */
const CARRYING = `
  GRANT INSERT ON transition_evidence TO heed_keeper;
  CREATE POLICY carrying ON transition_evidence FOR INSERT TO heed_keeper WITH CHECK (true);
  CREATE FUNCTION heed_carry_citations(of_migration uuid, before uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO transition_evidence (workspace_id, transition_id, evidence_id, evidence_version, stance)
    SELECT te.workspace_id, m.id, te.evidence_id, te.evidence_version, te.stance
    FROM transition m JOIN transition b ON b.id = before AND b.track_id = m.track_id JOIN transition_evidence te ON te.transition_id = b.id
    WHERE m.id = of_migration AND m.workspace_id = heed_workspace() AND m.person_id = heed_person() AND m.workflow_id <> m.from_workflow_id
    ON CONFLICT DO NOTHING $$`;

/** Names of origins are known to whoever may know a piece that goes back to them. */
const ORIGINS = `
  DROP POLICY own ON origin;
  CREATE POLICY own ON origin TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND EXISTS (SELECT FROM evidence e WHERE e.origin_id = origin.id));
  REVOKE INSERT, UPDATE ON origin FROM heed_app`;

/** The origin of a name, made where there is none: two pieces on one origin are known as that, also where neither of the two who brought them sees both. */
const NAMING = `
  GRANT SELECT, INSERT, UPDATE (name) ON origin TO heed_keeper;
  CREATE POLICY keeping ON origin TO heed_keeper USING (true);
  CREATE FUNCTION heed_origin_named(new_id uuid, called text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      INSERT INTO origin (id, workspace_id, name) VALUES (new_id, heed_workspace(), called) ON CONFLICT (workspace_id, name) DO NOTHING;
      RETURN (SELECT o.id FROM origin o WHERE o.workspace_id = heed_workspace() AND o.name = called);
    END $$`;

/** With a piece that two erase goes the name of an origin that no other piece goes back to, hidden or not. */
const ERASING = `
  CREATE FUNCTION heed_erase_origin_name(decided uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE origin o SET name = 'Erased (' || o.id || ')' FROM evidence_withdrawal w JOIN evidence e ON e.id = w.evidence_id AND e.withdrawal = 'withdrawn'
    WHERE w.id = decided AND w.workspace_id = heed_workspace() AND w.decision = 'erase' AND w.requested_by <> w.confirmed_by
      AND w.confirmed_by = heed_person() AND o.id = e.origin_id
      AND NOT EXISTS (SELECT FROM evidence other WHERE other.origin_id = o.id AND other.id <> e.id) $$`;

const FUNCTIONS = [
  'heed_erase_origin_name(uuid)',
  'heed_is_linked(uuid)',
  'heed_carry_citations(uuid, uuid)',
  'heed_origin_named(uuid, text)',
];
const OWNERS = `
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ${FUNCTIONS.map(
    (named) => `REVOKE ALL ON FUNCTION ${named} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${named} TO heed_app;
  ALTER FUNCTION ${named} OWNER TO heed_keeper;`,
  ).join('\n')}
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;
