import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes and labels as people count: "2" before "10". The database's own order stays for whatever is looked up by a code. */
export class OrderNaturally1795307600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE COLLATION heed_natural (provider = icu, locale = 'und-u-kn-true');
      CREATE INDEX recommendation_in_order ON recommendation (workspace_id, code COLLATE heed_natural, id);
      CREATE INDEX follow_up_in_order ON follow_up (workspace_id, recommendation_code COLLATE heed_natural, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX recommendation_in_order, follow_up_in_order;
      DROP COLLATION heed_natural`);
  }
}
