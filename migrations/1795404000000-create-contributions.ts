import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, touched } from './row-security.js';

/** What organizations say their advocacy had to do with what came of a follow-up, and who stands behind it. */
export class CreateContributions1795404000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, POLICIES, RIGHTS, touched('contribution'), OWN_ACTS, RAISE, THEN])
      await runner.query(sql);
    for (const table of ['contribution_act', 'contribution_engagement', 'contribution_evidence'])
      await runner.query(appendOnly(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION heed_raise_contributions_of_recommendation, heed_raise_contributions_of_engagement CASCADE;
      DROP VIEW contribution_act_as_of;
      DROP TABLE contribution_evidence, contribution_engagement, contribution_act, contribution;
      DROP FUNCTION heed_check_contribution_act`);
  }
}

/** What is said is words: it can be erased, and rises with the level of what it speaks of. */
const TABLES = `
  CREATE TABLE contribution (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    organization_id uuid NOT NULL,
    follow_up_id uuid NOT NULL,
    confidentiality text NOT NULL CHECK (confidentiality IN ('public', 'coalition', 'organization')),
    strength text NOT NULL CHECK (strength IN ('not-known', 'plausible', 'documented', 'confirmed-by-addressee')),
    state text NOT NULL DEFAULT 'stated' CHECK (state IN ('stated', 'withdrawn')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, follow_up_id) REFERENCES follow_up (workspace_id, id));
  CREATE INDEX ON contribution (workspace_id, updated_at, id);
  CREATE INDEX ON contribution (follow_up_id);
  CREATE TABLE contribution_act (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    contribution_id uuid NOT NULL,
    act text NOT NULL CHECK (act IN ('stated', 'substantiated', 'withdrawn')),
    strength text CHECK (strength IN ('not-known', 'plausible', 'documented', 'confirmed-by-addressee')),
    transition_id uuid,
    substantiates uuid,
    said_hash bytea,
    others_hash bytea,
    explanations_hash bytea,
    UNIQUE (workspace_id, id),
    UNIQUE (contribution_id, id),
    UNIQUE (substantiates, organization_id),
    CHECK ((act = 'stated') = (strength IS NOT NULL)),
    CHECK ((act = 'substantiated') = (substantiates IS NOT NULL)),
    CHECK (act <> 'stated' OR said_hash IS NOT NULL),
    CHECK (act = 'stated' OR num_nonnulls(others_hash, explanations_hash, transition_id) = 0),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, contribution_id) REFERENCES contribution (workspace_id, id),
    FOREIGN KEY (contribution_id, substantiates) REFERENCES contribution_act (contribution_id, id),
    FOREIGN KEY (workspace_id, transition_id) REFERENCES transition (workspace_id, id));
  CREATE TABLE contribution_engagement (
    workspace_id uuid NOT NULL REFERENCES workspace,
    act_id uuid NOT NULL,
    engagement_id uuid NOT NULL,
    PRIMARY KEY (act_id, engagement_id),
    FOREIGN KEY (workspace_id, act_id) REFERENCES contribution_act (workspace_id, id),
    FOREIGN KEY (workspace_id, engagement_id) REFERENCES engagement (workspace_id, id));
  CREATE INDEX ON contribution_engagement (engagement_id);
  CREATE TABLE contribution_evidence (
    workspace_id uuid NOT NULL REFERENCES workspace,
    act_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    evidence_version integer NOT NULL,
    PRIMARY KEY (act_id, evidence_id),
    FOREIGN KEY (workspace_id, act_id) REFERENCES contribution_act (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON contribution_evidence (evidence_id)`;

const guard = (table: string, seen: string, check = seen): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON ${table} TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND ${seen})
    WITH CHECK (workspace_id = heed_workspace() AND ${check})`;

/** Seen by whoever sees the follow-up and may read at its level; each act is added in one's own name alone. */
const POLICIES = [
  guard(
    'contribution',
    `heed_reads_level(confidentiality, organization_id) AND EXISTS (SELECT FROM follow_up f WHERE f.id = contribution.follow_up_id)`,
  ),
  guard(
    'contribution_act',
    `EXISTS (SELECT FROM contribution k WHERE k.id = contribution_act.contribution_id)`,
    `person_id = heed_person() AND organization_id = heed_organization() AND EXISTS (SELECT FROM contribution k WHERE k.id = contribution_act.contribution_id)`,
  ),
  guard(
    'contribution_engagement',
    `EXISTS (SELECT FROM contribution_act x WHERE x.id = contribution_engagement.act_id)
      AND EXISTS (SELECT FROM engagement e WHERE e.id = contribution_engagement.engagement_id)`,
  ),
  guard(
    'contribution_evidence',
    `EXISTS (SELECT FROM contribution_act x WHERE x.id = contribution_evidence.act_id)
      AND EXISTS (SELECT FROM evidence e WHERE e.id = contribution_evidence.evidence_id)`,
  ),
].join(';\n');

const RIGHTS = `
  GRANT SELECT ON contribution, contribution_act, contribution_engagement, contribution_evidence TO heed_app, heed_reader;
  GRANT INSERT ON contribution, contribution_act, contribution_engagement, contribution_evidence TO heed_app;
  GRANT UPDATE (strength, state, updated_at) ON contribution TO heed_app`;

/** An organization states and withdraws its own; it is substantiated by another organization, and by nobody who wrote any of it. */
const OWN_ACTS = `
  CREATE FUNCTION heed_check_contribution_act() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE owner uuid;
    BEGIN
      SELECT k.organization_id INTO owner FROM contribution k WHERE k.id = NEW.contribution_id;
      IF (NEW.act = 'substantiated') = (NEW.organization_id = owner)
        OR (NEW.act = 'substantiated' AND EXISTS (SELECT FROM contribution_act x
          WHERE x.contribution_id = NEW.contribution_id AND x.act = 'stated' AND x.person_id = NEW.person_id)) THEN
        RAISE EXCEPTION 'a contribution is stated by its own organization, and substantiated by another' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER check_act BEFORE INSERT ON contribution_act FOR EACH ROW EXECUTE FUNCTION heed_check_contribution_act()`;

const order = (level: string): string => `array_position(ARRAY['public', 'coalition', 'organization'], ${level})`;
const HASHES = `SELECT unnest(ARRAY[x.said_hash, x.others_hash, x.explanations_hash]) FROM contribution_act x`;

/**
 * With the level of a recommendation the words rise, to the organization that it belongs to; the rows are seen by whoever sees it. With the
 * level of an engagement every contribution that ever named it rises, to the organization that stated it, and its words with it.
 */
const RAISE = `
  CREATE FUNCTION heed_raise_contributions_of_recommendation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE words w SET confidentiality = NEW.confidentiality, organization_id = NEW.organization_id
      WHERE w.workspace_id = NEW.workspace_id AND ${order('w.confidentiality')} < ${order('NEW.confidentiality')} AND w.evidence_id IS NULL
        AND w.hash IN (${HASHES} JOIN contribution k ON k.id = x.contribution_id JOIN follow_up f ON f.id = k.follow_up_id WHERE f.recommendation_id = NEW.id);
      RETURN NULL;
    END $$;
  CREATE FUNCTION heed_raise_contributions_of_engagement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE risen record;
    BEGIN
      FOR risen IN SELECT k.id, k.organization_id FROM contribution k
        WHERE ${order('k.confidentiality')} < ${order('NEW.confidentiality')} AND k.id IN (SELECT x.contribution_id
          FROM contribution_engagement n JOIN contribution_act x ON x.id = n.act_id WHERE n.engagement_id = NEW.id)
      LOOP
        UPDATE contribution k SET confidentiality = NEW.confidentiality WHERE k.id = risen.id;
        UPDATE words w SET confidentiality = NEW.confidentiality, organization_id = risen.organization_id
        WHERE w.workspace_id = NEW.workspace_id AND ${order('w.confidentiality')} < ${order('NEW.confidentiality')} AND w.evidence_id IS NULL
          AND w.hash IN (${HASHES} WHERE x.contribution_id = risen.id);
      END LOOP;
      RETURN NULL;
    END $$;
  CREATE POLICY keeping ON contribution TO heed_keeper USING (true);
  CREATE POLICY keeping ON contribution_act FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON contribution_engagement FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON contribution, contribution_act, contribution_engagement TO heed_keeper;
  GRANT UPDATE (confidentiality) ON contribution TO heed_keeper;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_raise_contributions_of_recommendation() OWNER TO heed_keeper;
  ALTER FUNCTION heed_raise_contributions_of_engagement() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  CREATE TRIGGER raise_contributions AFTER UPDATE OF confidentiality ON recommendation FOR EACH ROW
    WHEN (NEW.confidentiality IS DISTINCT FROM OLD.confidentiality) EXECUTE FUNCTION heed_raise_contributions_of_recommendation();
  CREATE TRIGGER raise_contributions AFTER UPDATE OF confidentiality ON engagement FOR EACH ROW
    WHEN (NEW.confidentiality IS DISTINCT FROM OLD.confidentiality) EXECUTE FUNCTION heed_raise_contributions_of_engagement()`;

/** Timelines of another moment tell what was said by then. */
const THEN = `
  CREATE VIEW contribution_act_as_of WITH (security_invoker = true) AS SELECT x.* FROM contribution_act x WHERE x.recorded_at <= heed_then();
  GRANT SELECT ON contribution_act_as_of TO heed_app, heed_reader`;
