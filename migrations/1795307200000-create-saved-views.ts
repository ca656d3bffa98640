import type { MigrationInterface, QueryRunner } from 'typeorm';
import { touched } from './row-security.js';

/** Pages as people like to see them, each under a name of its owner's. */
export class CreateSavedViews1795307200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [VIEWS, RIGHTS, touched('saved_view')]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view');
  }
}

/** The address stays within the workspace: a page and what it is narrowed to. */
const VIEWS = `
  CREATE TABLE saved_view (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person_id uuid NOT NULL REFERENCES person,
    name text NOT NULL CHECK (name <> ''),
    address text NOT NULL CHECK (address ~ '^/[a-z-]+([?][!-~]*)?$'),
    UNIQUE (workspace_id, person_id, name))`;

/** A saved view is its owner's own: it may say what somebody looks for, which concerns no administrator. */
const RIGHTS = `
  ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY; ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON saved_view TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND person_id = heed_person());
  GRANT SELECT ON saved_view TO heed_app, heed_reader;
  GRANT INSERT, DELETE, UPDATE (name, address, updated_at) ON saved_view TO heed_app`;
