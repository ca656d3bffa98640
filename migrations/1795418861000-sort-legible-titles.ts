import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence in the order of the titles that its list shows: since those of restricted pieces are sealed, the list passes them over. */
export class SortLegibleTitles1795418861000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(byTitle(`withdrawal = 'none' AND confidentiality <> 'restricted'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(byTitle(`withdrawal = 'none'`));
  }
}

/** The title is spelled as the list sorts it. */
const byTitle = (isLegible: string): string => `
  DROP INDEX evidence_by_title;
  CREATE INDEX evidence_by_title ON evidence (workspace_id, (CASE WHEN ${isLegible} THEN title ELSE '' END), id)`;
