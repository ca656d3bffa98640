import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a dead link too somebody may say that it is fine. */
export class FindDeadLinks1795416010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(limitedTo("'dead', "));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(limitedTo(''));
  }
}

const limitedTo = (more: string): string => `
  ALTER TABLE dismissal DROP CONSTRAINT dismissal_fault_check,
    ADD CONSTRAINT dismissal_fault_check CHECK (fault IN ('unfounded-state', 'no-new-evidence', 'older-than-evidence', 'stale', 'missing-source',
      ${more}'unarchived', 'out-of-range', 'double-recommendation', 'repeated-ask', 'double-evidence', 'double-addressee'))`;
