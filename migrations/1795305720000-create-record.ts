import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, guardByLevel, guardByParent, guardByWorkspace, touched } from './row-security.js';

/** What is asked, by whom and of whom: addressees, themes, sources, recommendations, and the evidence. */
export class CreateRecord1795305720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ADDRESSEES, SOURCES, RECOMMENDATIONS, SEARCH, EVIDENCE, RESTRICTED]) await runner.query(sql);
    const editable = ['addressee', 'addressee_member', 'theme', 'source', 'relation', 'origin'];
    for (const table of [...editable, 'recommendation_theme']) await runner.query(guardByWorkspace(table));
    await runner.query(guardByLevel('recommendation'));
    await runner.query(guardByParent('custody_record', 'evidence', 'evidence_id'));
    for (const table of [...editable, 'recommendation', 'evidence']) await runner.query(touched(table));
    await runner.query(appendOnly('custody_record'));
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE custody_record, evidence_grant, evidence, origin, relation, recommendation_theme, recommendation, source, theme, addressee_member, addressee CASCADE;
      DROP FUNCTION heed_search_text, heed_found_recommendations`);
  }
}

const OWN_ROW = `
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id)`;

const ADDRESSEES = `
  CREATE TABLE addressee (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    kind text NOT NULL CHECK (kind IN ('state', 'group', 'regional-organization', 'un-body', 'company', 'other')),
    code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    iso_code text CHECK (iso_code ~ '^[A-Z]{2}$'),
    name text NOT NULL CHECK (name <> ''),
    names jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(names) = 'object'),
    aliases text[] NOT NULL DEFAULT '{}',
    member_count integer CHECK (member_count > 0),
    successor_id uuid,
    UNIQUE (workspace_id, code),
    CHECK (kind = 'group' OR member_count IS NULL),
    CHECK (kind = 'state' OR iso_code IS NULL),
    ${OWN_ROW},
    FOREIGN KEY (workspace_id, successor_id) REFERENCES addressee (workspace_id, id));
  CREATE INDEX ON addressee (workspace_id, name, id);
  CREATE TABLE addressee_member (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    group_id uuid NOT NULL,
    member_id uuid NOT NULL,
    from_on text,
    from_last date,
    until_on text,
    until_last date,
    CHECK (group_id <> member_id),
    UNIQUE (group_id, member_id),
    ${OWN_ROW},
    FOREIGN KEY (workspace_id, group_id) REFERENCES addressee (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES addressee (workspace_id, id));
  CREATE INDEX ON addressee_member (member_id)`;

const SOURCES = `
  CREATE TABLE theme (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    label text NOT NULL CHECK (label <> ''),
    labels jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(labels) = 'object'),
    UNIQUE (workspace_id, code),
    ${OWN_ROW});
  CREATE TABLE source (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    title text NOT NULL CHECK (title <> ''),
    kind text NOT NULL CHECK (kind IN ('letter', 'report', 'resolution', 'review-outcome', 'concluding-observations', 'communication',
      'ilo-comment', 'article', 'brief', 'other')),
    symbol text,
    mechanism text,
    cycle text,
    session text,
    issued_on text,
    issued_last date,
    language text,
    url text,
    accessed_on date,
    issuers text[] NOT NULL DEFAULT '{}',
    recipients text[] NOT NULL DEFAULT '{}',
    copies text[] NOT NULL DEFAULT '{}',
    note text,
    ${OWN_ROW});
  CREATE INDEX ON source (workspace_id, title, id);
  CREATE UNIQUE INDEX source_symbol_key ON source (workspace_id, symbol) WHERE symbol IS NOT NULL`;

const RECOMMENDATIONS = `
  CREATE TABLE recommendation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    organization_id uuid NOT NULL,
    confidentiality text NOT NULL DEFAULT 'coalition' CHECK (confidentiality IN ('public', 'coalition', 'organization')),
    code text NOT NULL CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9().-]{0,59}$'),
    title text NOT NULL CHECK (title <> ''),
    text text NOT NULL CHECK (text <> ''),
    language text NOT NULL DEFAULT 'en',
    translations jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(translations) = 'object'),
    source_id uuid NOT NULL,
    part_of uuid,
    label text,
    section text,
    paragraph text,
    made_by text[] NOT NULL DEFAULT '{}',
    affected_persons text[] NOT NULL DEFAULT '{}',
    legal_basis text[] NOT NULL DEFAULT '{}',
    sdg text[] NOT NULL DEFAULT '{}',
    subject_country text CHECK (subject_country ~ '^[A-Z]{2}$'),
    condition text,
    nature text NOT NULL DEFAULT 'once' CHECK (nature IN ('once', 'recurring', 'continuing')),
    priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('low', 'normal', 'high')),
    search_text text NOT NULL DEFAULT '',
    UNIQUE (workspace_id, code),
    CHECK (part_of <> id),
    CHECK ((part_of IS NULL) OR label IS NOT NULL),
    ${OWN_ROW},
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id),
    FOREIGN KEY (workspace_id, part_of) REFERENCES recommendation (workspace_id, id));
  CREATE INDEX ON recommendation (workspace_id, updated_at DESC, id DESC);
  CREATE INDEX ON recommendation (workspace_id, title, id);
  CREATE INDEX ON recommendation (source_id);
  CREATE INDEX ON recommendation (part_of) WHERE part_of IS NOT NULL;
  CREATE INDEX recommendation_words ON recommendation USING gin (to_tsvector('english', search_text));
  CREATE INDEX recommendation_trigrams ON recommendation USING gin (search_text gin_trgm_ops);
  CREATE TABLE recommendation_theme (
    workspace_id uuid NOT NULL REFERENCES workspace,
    recommendation_id uuid NOT NULL,
    theme_id uuid NOT NULL,
    PRIMARY KEY (recommendation_id, theme_id),
    FOREIGN KEY (workspace_id, recommendation_id) REFERENCES recommendation (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, theme_id) REFERENCES theme (workspace_id, id));
  CREATE INDEX ON recommendation_theme (theme_id);
  CREATE TABLE relation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    recommendation_id uuid NOT NULL,
    other_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('repeats', 'supersedes', 'conflicts-with', 'echoes')),
    note text,
    CHECK (recommendation_id <> other_id),
    UNIQUE (recommendation_id, other_id, kind),
    ${OWN_ROW},
    FOREIGN KEY (workspace_id, recommendation_id) REFERENCES recommendation (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, other_id) REFERENCES recommendation (workspace_id, id) ON DELETE CASCADE);
  CREATE INDEX ON relation (other_id)`;

/**
 * Words of a recommendation in one column, and the symbol of its source. The function that finds ids repeats workspace
 * and level, since a text index isn't used under a row policy (the match operators aren't leakproof); each way of
 * finding is a branch of its own, so that each uses its index.
 */
const SEARCH = `
  CREATE FUNCTION heed_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.search_text := concat_ws(' ', NEW.code, NEW.title, NEW.text,
        (SELECT string_agg(concat_ws(' ', t.value->>'title', t.value->>'text'), ' ') FROM jsonb_each(NEW.translations) t));
      RETURN NEW;
    END $$;
  CREATE TRIGGER search_text BEFORE INSERT OR UPDATE ON recommendation FOR EACH ROW EXECUTE FUNCTION heed_search_text();
  CREATE FUNCTION heed_found_recommendations(q text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH part AS (SELECT '%' || replace(replace(replace(q, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' AS pattern)
    SELECT r.id FROM (
      SELECT id FROM recommendation WHERE to_tsvector('english', search_text) @@ websearch_to_tsquery('english', q)
      UNION SELECT id FROM recommendation, part WHERE search_text ILIKE part.pattern
      UNION SELECT o.id FROM recommendation o JOIN source s ON s.id = o.source_id, part WHERE s.symbol ILIKE part.pattern) found
    JOIN recommendation r ON r.id = found.id
    WHERE r.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
      AND heed_reads_level(r.confidentiality, r.organization_id) $$;
  REVOKE ALL ON FUNCTION heed_found_recommendations(text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_found_recommendations(text) TO heed_app, heed_reader`;

const EVIDENCE = `
  CREATE TABLE origin (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    name text NOT NULL CHECK (name <> ''),
    UNIQUE (workspace_id, name),
    ${OWN_ROW});
  CREATE TABLE evidence (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    organization_id uuid NOT NULL,
    confidentiality text NOT NULL DEFAULT 'coalition' CHECK (confidentiality IN ('public', 'coalition', 'organization', 'restricted')),
    kind text NOT NULL CHECK (kind IN ('link', 'file', 'account')),
    title text NOT NULL CHECK (title <> ''),
    url text,
    canonical_url text,
    terms text CHECK (terms IN ('quotable', 'unattributed', 'background')),
    statement_hash bytea,
    finding_hash bytea,
    quote_hash bytea,
    locator text,
    publisher text,
    origin_id uuid NOT NULL,
    published_on text,
    published_last date,
    accessed_on date,
    language text,
    reliability text CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
    credibility integer CHECK (credibility BETWEEN 1 AND 6),
    acceptance text NOT NULL CHECK (acceptance IN ('proposed', 'accepted', 'declined')),
    acceptance_reason_hash bytea,
    accepted_by uuid REFERENCES person,
    verified_by uuid REFERENCES person,
    verified_at timestamptz,
    entered_by uuid NOT NULL REFERENCES person,
    edited_by uuid[] NOT NULL DEFAULT '{}',
    sha256 bytea CHECK (octet_length(sha256) = 32),
    media_type text,
    size bigint,
    CHECK ((kind = 'link') = (url IS NOT NULL)),
    CHECK ((kind = 'account') = (statement_hash IS NOT NULL) AND (kind = 'account') = (terms IS NOT NULL)),
    CHECK ((kind = 'file') = (sha256 IS NOT NULL)),
    CHECK ((verified_by IS NULL) = (verified_at IS NULL)),
    CHECK (acceptance <> 'declined' OR acceptance_reason_hash IS NOT NULL),
    ${OWN_ROW},
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, origin_id) REFERENCES origin (workspace_id, id));
  CREATE INDEX ON evidence (workspace_id, updated_at DESC, id DESC);
  CREATE INDEX ON evidence (workspace_id, canonical_url) WHERE canonical_url IS NOT NULL;
  CREATE INDEX ON evidence (origin_id);
  CREATE TABLE evidence_grant (
    workspace_id uuid NOT NULL REFERENCES workspace,
    evidence_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    granted_by uuid NOT NULL REFERENCES person,
    reason text NOT NULL,
    ends_on date,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (evidence_id, person_id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE TABLE custody_record (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    evidence_id uuid NOT NULL,
    act text NOT NULL CHECK (act IN ('captured', 'uploaded', 'changed', 'opened', 'exported', 'withdrawn', 're-hashed')),
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON custody_record (evidence_id, at)`;

/** Restricted evidence and its words exist for the persons named on it and for nobody else, administrators included. */
const RESTRICTED = `
  ALTER TABLE words ADD FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id);
  ALTER TABLE evidence_grant ENABLE ROW LEVEL SECURITY; ALTER TABLE evidence_grant FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON evidence_grant TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND person_id = heed_person());
  ALTER TABLE evidence ENABLE ROW LEVEL SECURITY; ALTER TABLE evidence FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON evidence TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND (heed_reads_level(confidentiality, organization_id) OR (confidentiality = 'restricted'
      AND EXISTS (SELECT FROM evidence_grant g WHERE g.evidence_id = id AND (g.ends_on IS NULL OR g.ends_on >= current_date)))))
    WITH CHECK (workspace_id = heed_workspace() AND (heed_reads_level(confidentiality, organization_id) OR confidentiality = 'restricted'));
  CREATE POLICY restricted ON words TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND confidentiality = 'restricted' AND EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id))
    WITH CHECK (workspace_id = heed_workspace());
  CREATE INDEX ON words (evidence_id) WHERE evidence_id IS NOT NULL`;

const RIGHTS = `
  GRANT SELECT ON addressee, addressee_member, theme, source, recommendation, recommendation_theme, relation, origin, evidence, evidence_grant,
    custody_record TO heed_app, heed_reader;
  GRANT INSERT, UPDATE, DELETE ON addressee, addressee_member, theme, source, recommendation, relation TO heed_app;
  GRANT INSERT, DELETE ON recommendation_theme TO heed_app;
  GRANT INSERT, UPDATE ON origin, evidence TO heed_app;
  GRANT INSERT ON evidence_grant, custody_record TO heed_app;
  GRANT INSERT ON custody_record TO heed_reader`;
