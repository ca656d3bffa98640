import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MERGES } from './merging.js';

/** What is to be done next may be about a source as a whole, and be given to many follow-ups at once. */
export class PlanForSources1795411000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [STEPS, limitedTo(", 'nextStep', 'nextStepDone'"), movesOf(", 'next-step'")])
      await runner.query(sql);
    for (const sql of MERGES([['next-step', 'next_step', 'source_id']])) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of MERGES([])) await runner.query(sql);
    for (const sql of [movesOf(''), limitedTo(''), WITHOUT]) await runner.query(sql);
  }
}

/** Everybody in the workspace may know a source, and so what is to be done about it. */
const STEPS = `
  ALTER TABLE next_step ADD source_id uuid, ADD FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id),
    DROP CONSTRAINT next_step_check, ADD CONSTRAINT next_step_check CHECK (num_nonnulls(follow_up_id, engagement_id, source_id) = 1);
  CREATE INDEX ON next_step (source_id);
  DROP POLICY own ON next_step;
  CREATE POLICY own ON next_step TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND CASE
    WHEN follow_up_id IS NOT NULL THEN EXISTS (SELECT FROM follow_up f WHERE f.id = follow_up_id)
    WHEN engagement_id IS NOT NULL THEN EXISTS (SELECT FROM engagement e WHERE e.id = engagement_id) ELSE true END);
  CREATE POLICY keeping ON next_step TO heed_keeper USING (true);
  GRANT SELECT, UPDATE (source_id) ON next_step TO heed_keeper`;

const WITHOUT = `
  DROP POLICY keeping ON next_step; REVOKE ALL ON next_step FROM heed_keeper; REVOKE UPDATE (source_id) ON next_step FROM heed_keeper;
  DROP POLICY own ON next_step;
  ALTER TABLE next_step DROP COLUMN source_id, ADD CONSTRAINT next_step_check CHECK (num_nonnulls(follow_up_id, engagement_id) = 1);
  CREATE POLICY own ON next_step TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND CASE
    WHEN follow_up_id IS NOT NULL THEN EXISTS (SELECT FROM follow_up f WHERE f.id = follow_up_id)
    ELSE EXISTS (SELECT FROM engagement e WHERE e.id = engagement_id) END)`;

const limitedTo = (more: string): string => `
  ALTER TABLE bulk_action DROP CONSTRAINT bulk_action_action_check,
    ADD CONSTRAINT bulk_action_action_check CHECK (action IN ('transition', 'evidence', 'owner', 'theme', 'deadline'${more}))`;

const movesOf = (more: string): string => `
  ALTER TABLE merge_move DROP CONSTRAINT merge_move_kind_check,
    ADD CONSTRAINT merge_move_kind_check CHECK (kind IN ('follow-up', 'via-group', 'membership', 'member', 'engagement', 'predecessor',
      'recommendation', 'engagement-addressee', 'engagement-double'${more}))`;
