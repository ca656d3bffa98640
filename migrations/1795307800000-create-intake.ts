import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByLevel, guardByParent, touched } from './row-security.js';

/** Documents that came in, and what was proposed of them before a person looked at it. */
export class CreateIntake1795307800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DOCUMENTS, PROPOSALS, RIGHTS, REPEATS, KEEPER]) await runner.query(sql);
    for (const table of ['intake', 'intake_proposal']) await runner.query(touched(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION heed_repeats_of; DROP TABLE intake_proposal, intake');
  }
}

/** source_id has no foreign key: the source may be merged into another (its old address leads there) or be deleted; the document stays. */
const DOCUMENTS = `
  CREATE TABLE intake (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    confidentiality text NOT NULL DEFAULT 'coalition' CHECK (confidentiality IN ('coalition', 'organization')),
    title text NOT NULL CHECK (title <> ''),
    language text NOT NULL DEFAULT 'en',
    format text NOT NULL CHECK (format IN ('text', 'html', 'pdf', 'docx')),
    media_type text NOT NULL,
    sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
    size bigint NOT NULL,
    blob_key uuid NOT NULL UNIQUE,
    text text NOT NULL,
    blocks jsonb NOT NULL CHECK (jsonb_typeof(blocks) = 'array'),
    state text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'recorded')),
    source_id uuid,
    recorded_by uuid REFERENCES person,
    recorded_at timestamptz,
    CHECK (num_nulls(source_id, recorded_by, recorded_at) = CASE state WHEN 'recorded' THEN 0 ELSE 3 END),
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON intake (workspace_id, created_at, id)`;

/** What the document says stands in it once and for all: these columns are granted to nobody for changing. */
const PROPOSALS = `
  CREATE TABLE intake_proposal (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    intake_id uuid NOT NULL,
    span_start integer NOT NULL CHECK (span_start >= 0),
    span_end integer NOT NULL,
    text text NOT NULL CHECK (text <> ''),
    title text NOT NULL CHECK (title <> ''),
    addressees text[] NOT NULL DEFAULT '{}',
    targets text[] NOT NULL DEFAULT '{}',
    through text[] NOT NULL DEFAULT '{}',
    section text,
    label text,
    made_by text[] NOT NULL DEFAULT '{}',
    due text,
    parts text[] NOT NULL DEFAULT '{}',
    why text,
    proposed jsonb,
    repeats uuid[] NOT NULL DEFAULT '{}',
    state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'accepted', 'rejected')),
    decided_by uuid REFERENCES person,
    decided_for uuid,
    decided_at timestamptz,
    merged_into uuid,
    recommendation_id uuid,
    CHECK (span_end > span_start),
    CHECK (num_nulls(decided_by, decided_for, decided_at) = CASE state WHEN 'proposed' THEN 3 ELSE 0 END),
    CHECK (merged_into IS NULL OR state = 'rejected'),
    CHECK (recommendation_id IS NULL OR state = 'accepted'),
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, decided_for) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, intake_id) REFERENCES intake (workspace_id, id) ON DELETE CASCADE);
  CREATE INDEX ON intake_proposal (workspace_id, intake_id, span_start, id);
  CREATE INDEX ON intake_proposal (workspace_id, recommendation_id) WHERE recommendation_id IS NOT NULL`;

/** A document whose asks are in the record is what they stand on: it is never deleted. */
const RIGHTS = `
  ${guardByLevel('intake')};
  CREATE POLICY unrecorded ON intake AS RESTRICTIVE FOR DELETE TO heed_app USING (state = 'ready');
  ${guardByParent('intake_proposal', 'intake', 'intake_id')};
  GRANT SELECT ON intake, intake_proposal TO heed_app, heed_reader;
  GRANT INSERT ON intake, intake_proposal TO heed_app;
  GRANT DELETE, UPDATE (state, source_id, recorded_by, recorded_at, updated_at) ON intake TO heed_app;
  GRANT UPDATE (span_start, span_end, text, title, addressees, targets, through, section, label, made_by, due, parts, repeats, state,
    decided_by, decided_for, decided_at, merged_into, recommendation_id, updated_at) ON intake_proposal TO heed_app`;

/**
 * Recommendations that say almost the same as a text. A keeper's function, as heed_found_recommendations is: no row policy may
 * stand before the trigram index. It repeats workspace and level.
 */
const REPEATS = `
  CREATE FUNCTION heed_repeats_of(asked text) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
    BEGIN
      RETURN QUERY SELECT r.id FROM recommendation r
        WHERE r.search_text %> asked AND similarity(r.text, asked) >= 0.5
          AND r.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid AND heed_reads_level(r.confidentiality, r.organization_id)
        ORDER BY similarity(r.text, asked) DESC, r.id LIMIT 5;
    END $$`;

const KEEPER = `
  REVOKE ALL ON FUNCTION heed_repeats_of(text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_repeats_of(text) TO heed_app, heed_reader;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_repeats_of(text) OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;
