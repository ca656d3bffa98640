import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a proposal speaks of, what echoes it, and how it is to stand to what is tracked once it is recorded. */
export class LinkProposals1795407000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake_proposal DROP COLUMN theme_ids, DROP COLUMN echoes, DROP COLUMN relations');
  }
}

/**
 * None of the three has foreign keys: what they name may be deleted or merged while people decide, and is then left out. What echoes
 * was found when the document came in and is never changed; the other two are people's choices.
 */
const COLUMNS = `
  ALTER TABLE intake_proposal
    ADD COLUMN theme_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN echoes jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(echoes) = 'array'),
    ADD COLUMN relations jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(relations) = 'array');
  GRANT UPDATE (theme_ids, relations) ON intake_proposal TO heed_app`;
