import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A bulk action can set deadlines too. */
export class SetDeadlinesInBulk1795401000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(limitedTo("'transition', 'evidence', 'owner', 'theme', 'deadline'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(limitedTo("'transition', 'evidence', 'owner', 'theme'"));
  }
}

const limitedTo = (kinds: string): string => `
  ALTER TABLE bulk_action DROP CONSTRAINT bulk_action_action_check,
    ADD CONSTRAINT bulk_action_action_check CHECK (action IN (${kinds}))`;
