import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the level of a thing is raised, its words go with it, those of every version too: what a transition, a closing, a
 * withdrawal or a piece of evidence says has the level of what it belongs to, and belongs to the same organization.
 */
export class RaiseWords1795306780000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ONLY_THE_LEVEL, RAISE, TRIGGERS, OWNERS, BEFORE]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION heed_raise_words_of_evidence, heed_raise_words_of_recommendation CASCADE;
      DROP TRIGGER append_only ON words; DROP FUNCTION heed_keep_words;
      CREATE TRIGGER append_only BEFORE UPDATE ON words FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
      DROP POLICY keeping ON words; DROP POLICY keeping ON closing; DROP POLICY keeping ON evidence_withdrawal`);
  }
}

/** Words never say something else; who may read them may become fewer. */
const ONLY_THE_LEVEL = `
  CREATE FUNCTION heed_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE levels text[] := ARRAY['public', 'coalition', 'organization'];
    BEGIN
      IF (NEW.workspace_id, NEW.hash, NEW.salt, NEW.text, NEW.created_at) IS DISTINCT FROM (OLD.workspace_id, OLD.hash, OLD.salt, OLD.text, OLD.created_at)
        OR NEW.evidence_id IS DISTINCT FROM OLD.evidence_id
        OR NOT coalesce(array_position(levels, NEW.confidentiality) > array_position(levels, OLD.confidentiality), false) THEN
        RAISE EXCEPTION 'rows of words are only ever added' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  DROP TRIGGER append_only ON words;
  CREATE TRIGGER append_only BEFORE UPDATE ON words FOR EACH ROW EXECUTE FUNCTION heed_keep_words()`;

const LESS = (level: string): string =>
  `array_position(ARRAY['public', 'coalition', 'organization'], w.confidentiality) < array_position(ARRAY['public', 'coalition', 'organization'], ${level})`;

const RAISE = `
  CREATE FUNCTION heed_raise_words_of_evidence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE words w SET confidentiality = NEW.confidentiality, organization_id = NEW.organization_id
      WHERE w.workspace_id = NEW.workspace_id AND ${LESS('NEW.confidentiality')}
        AND (w.evidence_id = NEW.id OR w.hash IN (SELECT d.reason_hash FROM evidence_withdrawal d WHERE d.evidence_id = NEW.id));
      RETURN NULL;
    END $$;
  CREATE FUNCTION heed_raise_words_of_recommendation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE words w SET confidentiality = NEW.confidentiality, organization_id = NEW.organization_id
      WHERE w.workspace_id = NEW.workspace_id AND ${LESS('NEW.confidentiality')} AND w.evidence_id IS NULL AND w.hash IN (
        SELECT x.note_hash FROM transition x JOIN track t ON t.id = x.track_id WHERE t.recommendation_id = NEW.id
        UNION ALL SELECT c.reason_hash FROM closing c JOIN follow_up f ON f.id = c.follow_up_id WHERE f.recommendation_id = NEW.id);
      RETURN NULL;
    END $$`;

const TRIGGERS = `
  CREATE TRIGGER raise_words AFTER UPDATE OF confidentiality ON evidence FOR EACH ROW
    WHEN (NEW.confidentiality IS DISTINCT FROM OLD.confidentiality) EXECUTE FUNCTION heed_raise_words_of_evidence();
  CREATE TRIGGER raise_words AFTER UPDATE OF confidentiality ON recommendation FOR EACH ROW
    WHEN (NEW.confidentiality IS DISTINCT FROM OLD.confidentiality) EXECUTE FUNCTION heed_raise_words_of_recommendation()`;

const OWNERS = `
  CREATE POLICY keeping ON words TO heed_keeper USING (true);
  CREATE POLICY keeping ON closing FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON evidence_withdrawal FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT (workspace_id, hash, evidence_id, confidentiality), UPDATE (confidentiality, organization_id) ON words TO heed_keeper;
  GRANT SELECT ON closing, evidence_withdrawal TO heed_keeper;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_raise_words_of_evidence() OWNER TO heed_keeper;
  ALTER FUNCTION heed_raise_words_of_recommendation() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

/** What was raised before. Row security would hide it from whoever migrates. */
const TABLES = [
  'words',
  'evidence',
  'evidence_withdrawal',
  'transition',
  'track',
  'closing',
  'follow_up',
  'recommendation',
];
const force = (how: string): string =>
  TABLES.map((table) => `ALTER TABLE ${table} ${how} ROW LEVEL SECURITY;`).join(' ');
const BEFORE = `
  ${force('NO FORCE')}
  UPDATE words w SET confidentiality = e.confidentiality, organization_id = e.organization_id FROM evidence e
    LEFT JOIN evidence_withdrawal d ON d.evidence_id = e.id
    WHERE w.workspace_id = e.workspace_id AND (w.evidence_id = e.id OR w.hash = d.reason_hash) AND ${LESS('e.confidentiality')};
  UPDATE words w SET confidentiality = r.confidentiality, organization_id = r.organization_id
    FROM recommendation r JOIN track t ON t.recommendation_id = r.id JOIN transition x ON x.track_id = t.id
    WHERE w.workspace_id = r.workspace_id AND w.hash = x.note_hash AND w.evidence_id IS NULL AND ${LESS('r.confidentiality')};
  UPDATE words w SET confidentiality = r.confidentiality, organization_id = r.organization_id
    FROM recommendation r JOIN follow_up f ON f.recommendation_id = r.id JOIN closing c ON c.follow_up_id = f.id
    WHERE w.workspace_id = r.workspace_id AND w.hash = c.reason_hash AND w.evidence_id IS NULL AND ${LESS('r.confidentiality')};
  ${force('FORCE')}`;
