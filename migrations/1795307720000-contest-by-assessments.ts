import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A track is contested when standing assessments of different organizations disagree, too; the answer says who finds what. */
export class ContestByAssessments1795307720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DIFFER, isContested(BY_ASSESSMENTS), contested(FINDINGS), TRIGGER]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER contested_by_assessment ON assessment`);
    await runner.query(isContested(''));
    await runner.query(contested(''));
    await runner.query(`DROP FUNCTION heed_assessments_differ; SELECT heed_rebuild_contested()`);
  }
}

/** What each organization finds last, of what it lets others know. */
const STANDING = `
  SELECT DISTINCT ON (a.organization_id) a.* FROM assessment a
  WHERE a.track_id = of_track AND a.confidentiality IN ('public', 'coalition')
  ORDER BY a.organization_id, a.recorded_at DESC, a.id DESC`;

const DIFFER = `
  CREATE FUNCTION heed_assessments_differ(of_track uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT count(DISTINCT s.phase) > 1 FROM (${STANDING}) s);
    END $$`;

/** As in keep-contested: the verified pieces that count for or against a track, cited by what it stands on, or linked since. */
const COUNTING = `
  SELECT p.id, p.title, p.stance
  FROM (SELECT DISTINCT ON (l.evidence_id) e.id, e.title, l.stance, l.recorded_at FROM track_evidence l JOIN evidence e ON e.id = l.evidence_id
    WHERE l.track_id = of_track AND e.verified_by IS NOT NULL AND e.acceptance = 'accepted' AND e.withdrawal = 'none' AND e.confidentiality IN ('public', 'coalition')
    ORDER BY l.evidence_id, l.recorded_at DESC, l.id DESC) p
  WHERE p.stance IN ('supports', 'contradicts') AND (p.recorded_at >= (SELECT x.recorded_at FROM transition x WHERE x.id = of_transition)
    OR EXISTS (SELECT FROM transition_evidence te WHERE te.transition_id = of_transition AND te.evidence_id = p.id))`;

const BY_ASSESSMENTS = `
      IF EXISTS (SELECT FROM assessment WHERE track_id = of_track) AND heed_assessments_differ(of_track) THEN RETURN true; END IF;`;

const isContested = (before: string): string => `
  CREATE OR REPLACE FUNCTION heed_is_contested(of_track uuid, of_phase text, of_transition uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
    BEGIN${before}
      IF of_transition IS NULL OR NOT EXISTS (SELECT FROM track_evidence WHERE track_id = of_track) THEN RETURN false; END IF;
      RETURN (SELECT coalesce(bool_or(stance = 'supports') AND bool_or(stance = 'contradicts')
          OR (of_phase IN ('fulfilled', 'agreed') AND bool_or(stance = 'contradicts'))
          OR (of_phase IN ('not-done', 'not-agreed', 'reversed') AND bool_or(stance = 'supports')), false)
        FROM (${COUNTING}) c);
    END $$`;

/** Who finds what, and on which pieces, of what the reader may see. */
const FINDINGS = `,
          'findings', CASE WHEN heed_assessments_differ(of_track) THEN (SELECT json_agg(json_build_object(
            'assessmentId', s.id, 'organization', json_build_object('id', o.id, 'name', o.name), 'phase', s.phase,
            'evidence', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'title', e.title) ORDER BY e.title, e.id), '[]')
              FROM assessment_evidence ae JOIN evidence e ON e.id = ae.evidence_id WHERE ae.assessment_id = s.id AND e.withdrawal = 'none'))
            ORDER BY s.phase, o.name) FROM (${STANDING}) s JOIN organization o ON o.id = s.organization_id) ELSE '[]' END`;

const contested = (findings: string): string => `
  CREATE OR REPLACE FUNCTION heed_contested(of_track uuid, of_transition uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('supports', coalesce(json_agg(json_build_object('id', id, 'title', title)) FILTER (WHERE stance = 'supports'), '[]'),
          'contradicts', coalesce(json_agg(json_build_object('id', id, 'title', title)) FILTER (WHERE stance = 'contradicts'), '[]')${findings})
        FROM (${COUNTING}) c);
    END $$`;

/** What links do, assessments do: whoever moves the track meanwhile is waited for, then seen. */
const TRIGGER = `
  CREATE TRIGGER contested_by_assessment AFTER INSERT ON assessment FOR EACH ROW
    WHEN (NEW.confidentiality IN ('public', 'coalition')) EXECUTE FUNCTION heed_contested_by_link()`;
