import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to a period (GET /changes) is found by its day or its instant, whatever else there is in the record. */
export class FindChanges1795403000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, on] of INDEXES) await runner.query(`CREATE INDEX ${name} ON ${on}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ${INDEXES.map(([name]) => name).join(', ')}`);
  }
}

/** Steps that are open, corrections and dates for a reply are few among their like. */
const INDEXES: [name: string, on: string][] = [
  ['transition_by_day', 'transition (workspace_id, occurred_last)'],
  ['transition_corrections', 'transition (workspace_id, recorded_at) WHERE corrects IS NOT NULL'],
  ['track_evidence_replies', `track_evidence (workspace_id, recorded_at) WHERE shows = 'reply'`],
  ['assessment_by_record', 'assessment (workspace_id, recorded_at)'],
  ['track_position_objections', `track_position (workspace_id, recorded_at) WHERE kind = 'objection'`],
  ['objection_answer_by_record', 'objection_answer (workspace_id, recorded_at)'],
  ['engagement_by_record', 'engagement (workspace_id, created_at)'],
  ['engagement_by_reply', 'engagement (workspace_id, awaited_last) WHERE awaited_last IS NOT NULL'],
  ['deadline_by_day', 'deadline (workspace_id, due_last)'],
  ['deadline_extension_by_day', 'deadline_extension (workspace_id, due_last)'],
  ['deadline_extension_by_record', 'deadline_extension (workspace_id, recorded_at)'],
  ['closing_by_day', 'closing (workspace_id, occurred_last)'],
  ['closing_by_record', 'closing (workspace_id, recorded_at)'],
  ['next_step_open', `next_step (workspace_id, due_last) WHERE state = 'open'`],
  ['next_step_outcome_by_record', 'next_step_outcome (workspace_id, recorded_at)'],
];
