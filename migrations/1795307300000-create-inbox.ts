import type { MigrationInterface, QueryRunner } from 'typeorm';
import { touched } from './row-security.js';

/** What somebody put aside for later: a link, a sentence, a file. */
export class CreateInbox1795307300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ITEMS, RIGHTS, touched('inbox_item')]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox_item');
  }
}

const ITEMS = `
  CREATE TABLE inbox_item (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('link', 'sentence', 'file')),
    text text NOT NULL,
    url text,
    sha256 bytea CHECK (octet_length(sha256) = 32),
    media_type text,
    size bigint,
    blob_key uuid UNIQUE,
    removed_at timestamptz,
    CHECK ((kind = 'link') = (url IS NOT NULL)),
    CHECK ((kind = 'file') = (blob_key IS NOT NULL)),
    CHECK (num_nulls(sha256, media_type, size, blob_key) IN (0, 4)),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON inbox_item (workspace_id, person_id, organization_id, created_at, id)`;

/** An inbox is one person's own, for the organization that it was filled for: no editor, no administrator, no auditor reads it. */
const RIGHTS = `
  ALTER TABLE inbox_item ENABLE ROW LEVEL SECURITY; ALTER TABLE inbox_item FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON inbox_item TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND person_id = heed_person() AND organization_id = heed_organization());
  GRANT SELECT ON inbox_item TO heed_app, heed_reader;
  GRANT INSERT, DELETE, UPDATE (removed_at, updated_at) ON inbox_item TO heed_app`;
