import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, guardByWorkspace } from './row-security.js';

/** Numbers that were counted and kept: the question, both instants, the sentence, and what was counted. */
export class CreateTallies1795405100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      TALLIES,
      guardByWorkspace('tally'),
      GUARD,
      appendOnly('tally'),
      appendOnly('tally_item'),
      RIGHTS,
    ])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tally_item, tally CASCADE');
  }
}

/** An item names what can be deleted later: it has no foreign key, and is shown as long as there is something to show. */
const TALLIES = `
  CREATE TABLE tally (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    title text NOT NULL CHECK (title <> ''),
    axis text NOT NULL CHECK (axis IN ('response', 'implementation')),
    phases text[] NOT NULL CHECK (cardinality(phases) > 0 AND phases <@ ARRAY['awaited', 'agreed', 'partly-agreed', 'not-agreed', 'no-reply',
      'unknown', 'not-started', 'progressing', 'fulfilled', 'not-done', 'reversed']),
    unit text NOT NULL CHECK (unit IN ('followUp', 'recommendation')),
    first_day date,
    last_day date,
    source_ids uuid[] NOT NULL DEFAULT '{}',
    theme_ids uuid[] NOT NULL DEFAULT '{}',
    addressee_ids uuid[] NOT NULL DEFAULT '{}',
    as_of date NOT NULL,
    known_at timestamptz NOT NULL,
    number integer NOT NULL,
    total integer NOT NULL,
    not_counted jsonb NOT NULL,
    sentences jsonb NOT NULL,
    UNIQUE (workspace_id, id),
    CHECK ((first_day IS NULL) = (last_day IS NULL)),
    CHECK (first_day <= last_day),
    CHECK (number BETWEEN 0 AND total),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON tally (workspace_id, recorded_at, id);
  CREATE TABLE tally_item (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    tally_id uuid NOT NULL,
    place integer NOT NULL,
    recommendation_id uuid NOT NULL,
    follow_up_id uuid,
    transition_ids uuid[] NOT NULL,
    UNIQUE (tally_id, place),
    FOREIGN KEY (workspace_id, tally_id) REFERENCES tally (workspace_id, id))`;

/** What was counted is seen by whoever sees the recommendation today. */
const GUARD = `
  ALTER TABLE tally_item ENABLE ROW LEVEL SECURITY; ALTER TABLE tally_item FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON tally_item TO heed_app, heed_reader USING (workspace_id = heed_workspace()
    AND EXISTS (SELECT FROM recommendation r WHERE r.id = recommendation_id))`;

const RIGHTS = `
  GRANT SELECT ON tally, tally_item TO heed_app, heed_reader;
  GRANT INSERT ON tally, tally_item TO heed_app`;
