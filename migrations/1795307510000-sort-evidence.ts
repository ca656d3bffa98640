import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence in the order of its titles, and what was proposed or rejected of it, without reading all of it. */
export class SortEvidence1795307510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX evidence_by_title, evidence_by_acceptance');
  }
}

/** The title is spelled as the list sorts it. */
const INDEXES = `
  CREATE INDEX evidence_by_title ON evidence (workspace_id, (CASE WHEN withdrawal = 'none' THEN title ELSE '' END), id);
  CREATE INDEX evidence_by_acceptance ON evidence (workspace_id, acceptance, updated_at, id)`;
