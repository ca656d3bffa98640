import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, guardByLevel, guardByParent, touched } from './row-security.js';

/** Who was asked what, where it stands on each axis, and everything that ever moved it. */
export class CreateFollowUps1795305780000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [WORKFLOWS, FOLLOW_UPS, TRACKS, TRANSITIONS, DEADLINES, ENGAGEMENTS]) await runner.query(sql);
    await this.guard(runner);
    for (const sql of [COPIES, DUE, ADDS_UP, RIGHTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE engagement_recommendation, engagement_addressee, engagement, deadline_extension, deadline, closing, track_evidence,
        transition_evidence, transition, track, follow_up_link, follow_up, workflow_state, workflow CASCADE;
      DROP FUNCTION IF EXISTS heed_copy_track, heed_copy_recommendation, heed_copy_themes, heed_due_on, heed_keep_due, heed_due_changed,
        heed_extension_changed, heed_add_up, heed_close_follow_up`);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    const byParent: [string, string, string][] = [
      ['follow_up_link', 'follow_up', 'follow_up_id'],
      ['transition', 'track', 'track_id'],
      ['transition_evidence', 'transition', 'transition_id'],
      ['track_evidence', 'track', 'track_id'],
      ['closing', 'follow_up', 'follow_up_id'],
      ['deadline', 'recommendation', 'recommendation_id'],
      ['deadline_extension', 'deadline', 'deadline_id'],
      ['engagement_addressee', 'engagement', 'engagement_id'],
      ['engagement_recommendation', 'engagement', 'engagement_id'],
    ];
    for (const [table, parent, column] of byParent) await runner.query(guardByParent(table, parent, column));
    for (const table of ['follow_up', 'track', 'engagement']) await runner.query(guardByLevel(table));
    for (const table of ['follow_up', 'track', 'engagement']) await runner.query(touched(table));
    const added = [
      'transition',
      'transition_evidence',
      'track_evidence',
      'closing',
      'deadline',
      'deadline_extension',
      'workflow',
      'workflow_state',
    ];
    for (const table of added) await runner.query(appendOnly(table));
    await runner.query(SHARED_WORKFLOWS);
  }
}

const WORKFLOWS = `
  CREATE TABLE workflow (
    id uuid PRIMARY KEY,
    workspace_id uuid REFERENCES workspace,
    key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{0,59}$'),
    version integer NOT NULL CHECK (version > 0),
    axis text NOT NULL CHECK (axis IN ('response', 'implementation', 'publication')),
    official boolean NOT NULL,
    definition jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE NULLS NOT DISTINCT (workspace_id, key, version));
  CREATE TABLE workflow_state (
    workflow_id uuid NOT NULL REFERENCES workflow,
    state text NOT NULL,
    phase text CHECK (phase IN ('awaited', 'agreed', 'partly-agreed', 'not-agreed', 'no-reply',
      'unknown', 'not-started', 'progressing', 'fulfilled', 'not-done', 'reversed')),
    labels jsonb NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (workflow_id, state))`;

/** The built-in workflows belong to no workspace and are read by all; whoever migrates installs them. */
const SHARED_WORKFLOWS = `
  ALTER TABLE workflow ENABLE ROW LEVEL SECURITY; ALTER TABLE workflow FORCE ROW LEVEL SECURITY;
  CREATE POLICY reading ON workflow FOR SELECT TO heed_app, heed_reader USING (workspace_id IS NULL OR workspace_id = heed_workspace());
  CREATE POLICY adding ON workflow FOR INSERT TO heed_app WITH CHECK (workspace_id = heed_workspace());
  CREATE POLICY installing ON workflow TO CURRENT_USER USING (workspace_id IS NULL);
  ALTER TABLE workflow_state ENABLE ROW LEVEL SECURITY; ALTER TABLE workflow_state FORCE ROW LEVEL SECURITY;
  CREATE POLICY reading ON workflow_state FOR SELECT TO heed_app, heed_reader USING (EXISTS (SELECT FROM workflow w WHERE w.id = workflow_id));
  CREATE POLICY adding ON workflow_state FOR INSERT TO heed_app
    WITH CHECK (EXISTS (SELECT FROM workflow w WHERE w.id = workflow_id AND w.workspace_id = heed_workspace()));
  CREATE POLICY installing ON workflow_state TO CURRENT_USER USING (EXISTS (SELECT FROM workflow w WHERE w.id = workflow_id))`;

/** Columns copied here (states, phases, source, themes, level, due date) are kept by triggers, so that lists read one table. */
const FOLLOW_UPS = `
  CREATE TABLE follow_up (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    organization_id uuid NOT NULL,
    confidentiality text NOT NULL CHECK (confidentiality IN ('public', 'coalition', 'organization')),
    recommendation_id uuid NOT NULL,
    recommendation_code text NOT NULL,
    source_id uuid NOT NULL,
    theme_ids uuid[] NOT NULL DEFAULT '{}',
    addressee_id uuid NOT NULL,
    via_group_id uuid,
    asked boolean NOT NULL,
    ask text NOT NULL CHECK (ask <> ''),
    owner_id uuid,
    response_state text,
    response_phase text,
    implementation_state text,
    implementation_phase text,
    due_on date,
    closed boolean NOT NULL DEFAULT false,
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id), UNIQUE (recommendation_id, addressee_id), UNIQUE (recommendation_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, recommendation_id) REFERENCES recommendation (workspace_id, id),
    FOREIGN KEY (workspace_id, addressee_id) REFERENCES addressee (workspace_id, id),
    FOREIGN KEY (workspace_id, via_group_id) REFERENCES addressee (workspace_id, id),
    FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id),
    FOREIGN KEY (workspace_id, owner_id) REFERENCES membership (workspace_id, id));
  CREATE INDEX follow_up_by_due ON follow_up (workspace_id, coalesce(due_on, 'infinity'), id);
  CREATE INDEX follow_up_by_code ON follow_up (workspace_id, recommendation_code, id);
  CREATE INDEX follow_up_by_move ON follow_up (workspace_id, moved_at, id);
  CREATE INDEX follow_up_by_implementation ON follow_up (workspace_id, implementation_phase, coalesce(due_on, 'infinity'), id);
  CREATE INDEX follow_up_by_response ON follow_up (workspace_id, response_phase, coalesce(due_on, 'infinity'), id);
  CREATE INDEX follow_up_by_addressee ON follow_up (workspace_id, addressee_id, coalesce(due_on, 'infinity'), id);
  CREATE INDEX follow_up_by_source ON follow_up (workspace_id, source_id, coalesce(due_on, 'infinity'), id);
  CREATE INDEX follow_up_by_owner ON follow_up (workspace_id, owner_id, coalesce(due_on, 'infinity'), id) WHERE owner_id IS NOT NULL;
  CREATE TABLE follow_up_link (
    workspace_id uuid NOT NULL REFERENCES workspace,
    recommendation_id uuid NOT NULL,
    follow_up_id uuid NOT NULL,
    through_id uuid NOT NULL,
    PRIMARY KEY (follow_up_id, through_id),
    CHECK (follow_up_id <> through_id),
    FOREIGN KEY (recommendation_id, follow_up_id) REFERENCES follow_up (recommendation_id, id) ON DELETE CASCADE,
    FOREIGN KEY (recommendation_id, through_id) REFERENCES follow_up (recommendation_id, id));
  CREATE INDEX ON follow_up_link (through_id)`;

const TRACKS = `
  CREATE TABLE track (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    organization_id uuid NOT NULL,
    confidentiality text NOT NULL CHECK (confidentiality IN ('public', 'coalition', 'organization')),
    recommendation_id uuid NOT NULL,
    follow_up_id uuid,
    axis text NOT NULL CHECK (axis IN ('response', 'implementation', 'publication')),
    workflow_id uuid NOT NULL REFERENCES workflow,
    state text NOT NULL,
    phase text CHECK (phase IN ('awaited', 'agreed', 'partly-agreed', 'not-agreed', 'no-reply',
      'unknown', 'not-started', 'progressing', 'fulfilled', 'not-done', 'reversed')),
    stands_on uuid,
    unchecked boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id), UNIQUE (follow_up_id, axis),
    CHECK ((axis = 'publication') = (follow_up_id IS NULL)),
    CHECK ((axis = 'publication') = (phase IS NULL)),
    FOREIGN KEY (workflow_id, state) REFERENCES workflow_state (workflow_id, state),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, recommendation_id) REFERENCES recommendation (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, follow_up_id) REFERENCES follow_up (workspace_id, id) ON DELETE CASCADE);
  CREATE UNIQUE INDEX track_publication_key ON track (recommendation_id) WHERE axis = 'publication'`;

/**
 * What positions mean: docs/domain.md, "As of". A transition without a position stands in the timeline only.
 * A correction shares the position of what it corrects; each is corrected once at most.
 */
const TRANSITIONS = `
  CREATE TABLE transition (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    track_id uuid NOT NULL,
    workflow_id uuid NOT NULL REFERENCES workflow,
    transition text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    position numeric,
    corrects uuid UNIQUE,
    voids uuid,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    occurred_on text,
    occurred_last date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    unchecked boolean NOT NULL DEFAULT false,
    note_hash bytea,
    UNIQUE (workspace_id, id), UNIQUE (track_id, id),
    CHECK ((transition = 'correct') = (corrects IS NOT NULL)),
    CHECK ((transition = 'void') = (voids IS NOT NULL)),
    FOREIGN KEY (workspace_id, track_id) REFERENCES track (workspace_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workflow_id, from_state) REFERENCES workflow_state (workflow_id, state),
    FOREIGN KEY (workflow_id, to_state) REFERENCES workflow_state (workflow_id, state),
    FOREIGN KEY (track_id, corrects) REFERENCES transition (track_id, id),
    FOREIGN KEY (track_id, voids) REFERENCES transition (track_id, id));
  CREATE UNIQUE INDEX transition_position_key ON transition (track_id, position) WHERE corrects IS NULL AND position IS NOT NULL;
  CREATE INDEX ON transition (track_id, position DESC, recorded_at DESC);
  CREATE INDEX ON transition (workspace_id, recorded_at);
  CREATE TABLE transition_evidence (
    workspace_id uuid NOT NULL REFERENCES workspace,
    transition_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    evidence_version integer NOT NULL,
    stance text NOT NULL CHECK (stance IN ('supports', 'contradicts', 'context')),
    PRIMARY KEY (transition_id, evidence_id),
    FOREIGN KEY (workspace_id, transition_id) REFERENCES transition (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON transition_evidence (evidence_id);
  CREATE TABLE track_evidence (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    track_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    stance text CHECK (stance IN ('supports', 'contradicts', 'context')),
    shows text CHECK (shows IN ('reply', 'act')),
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (stance IS NOT NULL OR shows IS NULL),
    FOREIGN KEY (workspace_id, track_id) REFERENCES track (workspace_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON track_evidence (track_id, evidence_id, recorded_at DESC);
  CREATE INDEX ON track_evidence (evidence_id)`;

const DEADLINES = `
  CREATE TABLE closing (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    follow_up_id uuid NOT NULL,
    act text NOT NULL CHECK (act IN ('closed', 'reopened')),
    kind text CHECK (kind IN ('overtaken-by-events', 'superseded', 'withdrawn-by-us', 'duplicate')),
    occurred_on text,
    occurred_last date NOT NULL,
    reason_hash bytea,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((act = 'closed') = (kind IS NOT NULL)),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, follow_up_id) REFERENCES follow_up (workspace_id, id));
  CREATE INDEX ON closing (follow_up_id, recorded_at DESC);
  CREATE TABLE deadline (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    recommendation_id uuid NOT NULL,
    follow_up_id uuid,
    axis text NOT NULL CHECK (axis IN ('response', 'implementation')),
    due_on text NOT NULL,
    due_last date NOT NULL,
    basis text NOT NULL CHECK (basis <> ''),
    condition text,
    met_by text[] NOT NULL DEFAULT '{}',
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, recommendation_id) REFERENCES recommendation (workspace_id, id),
    FOREIGN KEY (recommendation_id, follow_up_id) REFERENCES follow_up (recommendation_id, id));
  CREATE INDEX ON deadline (recommendation_id);
  CREATE INDEX ON deadline (follow_up_id) WHERE follow_up_id IS NOT NULL;
  CREATE TABLE deadline_extension (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    deadline_id uuid NOT NULL,
    due_on text NOT NULL,
    due_last date NOT NULL,
    extended_by text NOT NULL CHECK (extended_by <> ''),
    basis text NOT NULL CHECK (basis <> ''),
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, deadline_id) REFERENCES deadline (workspace_id, id));
  CREATE INDEX ON deadline_extension (deadline_id, recorded_at DESC)`;

const ENGAGEMENTS = `
  CREATE TABLE engagement (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    organization_id uuid NOT NULL,
    confidentiality text NOT NULL DEFAULT 'coalition' CHECK (confidentiality IN ('public', 'coalition', 'organization')),
    kind text NOT NULL CHECK (kind IN ('letter', 'request', 'reminder', 'meeting', 'statement', 'hearing', 'event')),
    by_addressee_id uuid,
    occurred_on text NOT NULL,
    occurred_last date NOT NULL,
    summary text NOT NULL CHECK (summary <> ''),
    outcome text,
    awaited_on text,
    awaited_last date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id),
    CHECK ((awaited_on IS NULL) = (awaited_last IS NULL)),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, by_addressee_id) REFERENCES addressee (workspace_id, id));
  CREATE INDEX ON engagement (workspace_id, occurred_last DESC, id DESC);
  CREATE TABLE engagement_addressee (
    workspace_id uuid NOT NULL REFERENCES workspace,
    engagement_id uuid NOT NULL,
    addressee_id uuid NOT NULL,
    PRIMARY KEY (engagement_id, addressee_id),
    FOREIGN KEY (workspace_id, engagement_id) REFERENCES engagement (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, addressee_id) REFERENCES addressee (workspace_id, id));
  CREATE INDEX ON engagement_addressee (addressee_id);
  CREATE TABLE engagement_recommendation (
    workspace_id uuid NOT NULL REFERENCES workspace,
    engagement_id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    PRIMARY KEY (engagement_id, recommendation_id),
    FOREIGN KEY (workspace_id, engagement_id) REFERENCES engagement (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, recommendation_id) REFERENCES recommendation (workspace_id, id));
  CREATE INDEX ON engagement_recommendation (recommendation_id)`;

const COPIES = `
  CREATE FUNCTION heed_copy_track() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.axis = 'response' THEN
        UPDATE follow_up SET response_state = NEW.state, response_phase = NEW.phase, moved_at = clock_timestamp() WHERE id = NEW.follow_up_id;
      ELSIF NEW.axis = 'implementation' THEN
        UPDATE follow_up SET implementation_state = NEW.state, implementation_phase = NEW.phase, moved_at = clock_timestamp() WHERE id = NEW.follow_up_id;
      END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER copy_track AFTER INSERT OR UPDATE OF state, phase ON track FOR EACH ROW EXECUTE FUNCTION heed_copy_track();

  CREATE FUNCTION heed_copy_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE follow_up SET source_id = NEW.source_id, recommendation_code = NEW.code, confidentiality = NEW.confidentiality,
        organization_id = NEW.organization_id WHERE recommendation_id = NEW.id;
      UPDATE track SET confidentiality = NEW.confidentiality, organization_id = NEW.organization_id
        WHERE recommendation_id = NEW.id AND (confidentiality, organization_id) IS DISTINCT FROM (NEW.confidentiality, NEW.organization_id);
      RETURN NULL;
    END $$;
  CREATE TRIGGER copy_recommendation AFTER UPDATE ON recommendation FOR EACH ROW
    WHEN ((NEW.source_id, NEW.code, NEW.confidentiality, NEW.organization_id) IS DISTINCT FROM (OLD.source_id, OLD.code, OLD.confidentiality, OLD.organization_id))
    EXECUTE FUNCTION heed_copy_recommendation();

  CREATE FUNCTION heed_copy_themes() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE changed uuid := coalesce(NEW.recommendation_id, OLD.recommendation_id);
    BEGIN
      UPDATE follow_up SET theme_ids = ARRAY(SELECT theme_id FROM recommendation_theme WHERE recommendation_id = changed ORDER BY theme_id)
        WHERE recommendation_id = changed;
      RETURN NULL;
    END $$;
  CREATE TRIGGER copy_themes AFTER INSERT OR DELETE ON recommendation_theme FOR EACH ROW EXECUTE FUNCTION heed_copy_themes();

  CREATE FUNCTION heed_close_follow_up() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE follow_up SET closed = (NEW.act = 'closed') WHERE id = NEW.follow_up_id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER close_follow_up AFTER INSERT ON closing FOR EACH ROW EXECUTE FUNCTION heed_close_follow_up()`;

/** The earliest deadline not met yet, as last extended. Whether it is past is computed by whoever asks. */
const DUE = `
  CREATE FUNCTION heed_due_on(f follow_up) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT min(coalesce((SELECT x.due_last FROM deadline_extension x WHERE x.deadline_id = d.id ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1), d.due_last))
    FROM deadline d
    WHERE d.recommendation_id = f.recommendation_id AND (d.follow_up_id IS NULL OR d.follow_up_id = f.id) AND NOT f.closed
      AND NOT CASE WHEN cardinality(d.met_by) > 0
        THEN CASE d.axis WHEN 'response' THEN f.response_state ELSE f.implementation_state END = ANY (d.met_by)
        WHEN d.axis = 'response' THEN f.response_phase NOT IN ('awaited', 'no-reply')
        ELSE f.implementation_phase = 'fulfilled' END IS TRUE $$;
  CREATE FUNCTION heed_keep_due() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.due_on := heed_due_on(NEW);
      RETURN NEW;
    END $$;
  CREATE TRIGGER keep_due BEFORE INSERT OR UPDATE ON follow_up FOR EACH ROW EXECUTE FUNCTION heed_keep_due();
  CREATE FUNCTION heed_due_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE follow_up SET due_on = due_on WHERE recommendation_id = NEW.recommendation_id AND (NEW.follow_up_id IS NULL OR id = NEW.follow_up_id);
      RETURN NULL;
    END $$;
  CREATE TRIGGER due_changed AFTER INSERT ON deadline FOR EACH ROW EXECUTE FUNCTION heed_due_changed();
  CREATE FUNCTION heed_extension_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE follow_up f SET due_on = f.due_on FROM deadline d
        WHERE d.id = NEW.deadline_id AND f.recommendation_id = d.recommendation_id AND (d.follow_up_id IS NULL OR f.id = d.follow_up_id);
      RETURN NULL;
    END $$;
  CREATE TRIGGER extension_changed AFTER INSERT ON deadline_extension FOR EACH ROW EXECUTE FUNCTION heed_extension_changed()`;

/** What parts add up to: docs/domain.md. On the response axis "partly agreed" takes the place of "progressing". */
const ADDS_UP = `
  CREATE FUNCTION heed_add_up(phases text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
      WHEN cardinality(phases) = 0 THEN NULL
      WHEN phases[1] = ALL (phases) THEN phases[1]
      WHEN phases && ARRAY['fulfilled', 'progressing'] THEN 'progressing'
      WHEN phases && ARRAY['agreed', 'partly-agreed'] THEN 'partly-agreed'
      ELSE (SELECT p FROM unnest(ARRAY['unknown', 'not-started', 'reversed', 'not-done', 'awaited', 'no-reply', 'not-agreed'])
        WITH ORDINALITY AS o(p, n) WHERE p = ANY (phases) ORDER BY n LIMIT 1)
    END $$`;

const RIGHTS = `
  GRANT SELECT ON workflow, workflow_state, follow_up, follow_up_link, track, transition, transition_evidence, track_evidence, closing, deadline,
    deadline_extension, engagement, engagement_addressee, engagement_recommendation TO heed_app, heed_reader;
  GRANT INSERT ON workflow, workflow_state, transition, transition_evidence, track_evidence, closing, deadline, deadline_extension TO heed_app;
  GRANT INSERT, UPDATE, DELETE ON follow_up, track, follow_up_link, engagement TO heed_app;
  GRANT INSERT, DELETE ON engagement_addressee, engagement_recommendation TO heed_app`;
