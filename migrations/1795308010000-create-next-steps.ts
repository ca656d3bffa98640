import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, guardByParent, touched } from './row-security.js';

/** What somebody is to do next, by when; and what became of it. */
export class CreateNextSteps1795308010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      STEPS,
      GUARD,
      guardByParent('next_step_outcome', 'next_step', 'next_step_id'),
      touched('next_step'),
      appendOnly('next_step_outcome'),
      RIGHTS,
    ])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE next_step_outcome, next_step CASCADE');
  }
}

const STEPS = `
  CREATE TABLE next_step (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    organization_id uuid NOT NULL,
    follow_up_id uuid,
    engagement_id uuid,
    what text NOT NULL CHECK (what <> ''),
    owner_id uuid NOT NULL,
    due_on text NOT NULL,
    due_last date NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id),
    CHECK (num_nonnulls(follow_up_id, engagement_id) = 1),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, follow_up_id) REFERENCES follow_up (workspace_id, id),
    FOREIGN KEY (workspace_id, engagement_id) REFERENCES engagement (workspace_id, id),
    FOREIGN KEY (workspace_id, owner_id) REFERENCES membership (workspace_id, id));
  CREATE INDEX ON next_step (workspace_id, due_last, id);
  CREATE INDEX ON next_step (follow_up_id);
  CREATE INDEX ON next_step (engagement_id);
  CREATE INDEX ON next_step (owner_id);
  CREATE TABLE next_step_outcome (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    next_step_id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('done', 'dropped', 'reopened')),
    note_hash bytea,
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, next_step_id) REFERENCES next_step (workspace_id, id));
  CREATE INDEX ON next_step_outcome (next_step_id, recorded_at)`;

/** A step is as confidential as what it is about. */
const GUARD = `
  ALTER TABLE next_step ENABLE ROW LEVEL SECURITY; ALTER TABLE next_step FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON next_step TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND CASE
    WHEN follow_up_id IS NOT NULL THEN EXISTS (SELECT FROM follow_up f WHERE f.id = follow_up_id)
    ELSE EXISTS (SELECT FROM engagement e WHERE e.id = engagement_id) END)`;

const RIGHTS = `
  GRANT SELECT ON next_step, next_step_outcome TO heed_app, heed_reader;
  GRANT INSERT, UPDATE ON next_step TO heed_app;
  GRANT INSERT ON next_step_outcome TO heed_app`;
