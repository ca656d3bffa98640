import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, guardByWorkspace } from './row-security.js';

/** How a track moves from one workflow to another, and what a transition says besides its states. */
export class StateCrossWalks1795306020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CROSS_WALKS);
    await runner.query(guardByWorkspace('cross_walk'));
    await runner.query(appendOnly('cross_walk'));
    await runner.query('GRANT SELECT ON cross_walk TO heed_app, heed_reader; GRANT INSERT ON cross_walk TO heed_app');
    await runner.query(TRANSITIONS);
  }

  /** Only while nothing was migrated: the old form has no room for it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transition DROP COLUMN coded_by, DROP COLUMN flags, DROP COLUMN cross_walk_id, DROP COLUMN from_workflow_id,
        ADD FOREIGN KEY (workflow_id, from_state) REFERENCES workflow_state (workflow_id, state);
      DROP TABLE cross_walk`);
  }
}

/** Stated again, the newest counts; those before stay for what was migrated under them. */
const CROSS_WALKS = `
  CREATE TABLE cross_walk (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    from_workflow_id uuid NOT NULL REFERENCES workflow,
    to_workflow_id uuid NOT NULL REFERENCES workflow,
    source text NOT NULL CHECK (source <> ''),
    reason text NOT NULL CHECK (reason <> ''),
    states jsonb NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id),
    CHECK (from_workflow_id <> to_workflow_id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON cross_walk (workspace_id, from_workflow_id, to_workflow_id, recorded_at DESC)`;

/**
 * A migration starts in a state of one workflow and ends in one of another; the void of what was carried over goes back.
 * Rows that exist get their column by a rewrite: it is no UPDATE, which this table refuses, and no row policy hides any.
 */
const TRANSITIONS = `
  ALTER TABLE transition ADD COLUMN coded_by text CHECK (coded_by ~ '^[a-z][a-z0-9-]{0,59}$'), ADD COLUMN flags text[] NOT NULL DEFAULT '{}',
    ADD COLUMN cross_walk_id uuid, ADD COLUMN from_workflow_id uuid;
  ALTER TABLE transition ALTER COLUMN from_workflow_id TYPE uuid USING workflow_id;
  ALTER TABLE transition ALTER COLUMN from_workflow_id SET NOT NULL, DROP CONSTRAINT transition_workflow_id_from_state_fkey,
    ADD FOREIGN KEY (from_workflow_id, from_state) REFERENCES workflow_state (workflow_id, state),
    ADD FOREIGN KEY (workspace_id, cross_walk_id) REFERENCES cross_walk (workspace_id, id),
    ADD CHECK ((transition = 'migrate') = (cross_walk_id IS NOT NULL)),
    ADD CHECK (CASE transition WHEN 'migrate' THEN from_workflow_id <> workflow_id WHEN 'void' THEN true ELSE from_workflow_id = workflow_id END)`;
