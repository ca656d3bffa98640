import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByParent, touched } from './row-security.js';

/** One act on many things at once: what was previewed, what was carried out, what was taken back. */
export class CreateBulkActions1795306620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ACTIONS, ITEMS, FORWARD, RIGHTS]) await runner.query(sql);
    for (const table of ['bulk_action', 'bulk_action_item']) await runner.query(touched(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulk_action_item, bulk_action; DROP FUNCTION heed_bulk_item_forward');
  }
}

const ACTIONS = `
  CREATE TABLE bulk_action (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    action text NOT NULL CHECK (action IN ('transition', 'evidence', 'owner', 'theme')),
    does jsonb NOT NULL,
    expires_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    undone_at timestamptz,
    note text,
    CHECK (undone_at IS NULL OR confirmed_at IS NOT NULL),
    UNIQUE (workspace_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON bulk_action (workspace_id, person_id, organization_id, created_at, id)`;

/** object_id has no foreign key: what was chosen in a preview may still be deleted, and a receipt stays. */
const ITEMS = `
  CREATE TABLE bulk_action_item (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    bulk_action_id uuid NOT NULL,
    position integer NOT NULL,
    object_id uuid NOT NULL,
    object_version integer,
    state text NOT NULL CHECK (state IN ('allowed', 'refused', 'done', 'undone', 'kept')),
    before jsonb,
    after jsonb,
    refusal jsonb,
    made_id uuid,
    event_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK ((refusal IS NOT NULL) = (state IN ('refused', 'kept'))),
    UNIQUE (bulk_action_id, position),
    UNIQUE (bulk_action_id, object_id),
    FOREIGN KEY (workspace_id, bulk_action_id) REFERENCES bulk_action (workspace_id, id) ON DELETE CASCADE);
  CREATE INDEX ON bulk_action_item (workspace_id, bulk_action_id, state)`;

/** The state of an item is the truth about what was done: it is never set back, so nothing is done twice. */
const FORWARD = `
  CREATE FUNCTION heed_bulk_item_forward() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.state <> OLD.state AND OLD.state || '-' || NEW.state NOT IN ('allowed-done', 'allowed-refused', 'done-undone', 'done-kept') THEN
        RAISE EXCEPTION 'an item of a bulk action does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER forward BEFORE UPDATE OF state ON bulk_action_item FOR EACH ROW EXECUTE FUNCTION heed_bulk_item_forward()`;

/** A bulk action is its maker's own, for the organization that it was made for. What was confirmed is never deleted. */
const RIGHTS = `
  ALTER TABLE bulk_action ENABLE ROW LEVEL SECURITY; ALTER TABLE bulk_action FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON bulk_action TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND person_id = heed_person() AND organization_id = heed_organization());
  CREATE POLICY lapsed ON bulk_action AS RESTRICTIVE FOR DELETE TO heed_app
    USING (confirmed_at IS NULL AND expires_at <= clock_timestamp());
  ${guardByParent('bulk_action_item', 'bulk_action', 'bulk_action_id')};
  GRANT SELECT ON bulk_action, bulk_action_item TO heed_app, heed_reader;
  GRANT INSERT ON bulk_action, bulk_action_item TO heed_app;
  GRANT UPDATE (confirmed_at, undone_at, note, updated_at), DELETE ON bulk_action TO heed_app;
  GRANT UPDATE (state, after, refusal, made_id, event_ids, updated_at) ON bulk_action_item TO heed_app`;
