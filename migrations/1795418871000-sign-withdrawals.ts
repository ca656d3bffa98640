import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever withdraws does so in their own name, and decides nothing by it: what becomes of the piece are two later steps (`heed_withdrawal_step`). */
export class SignWithdrawals1795418871000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE POLICY entering ON evidence_withdrawal AS RESTRICTIVE FOR INSERT TO heed_app
      WITH CHECK (person_id = heed_person() AND organization_id = heed_organization() AND decision IS NULL AND confirmed_by IS NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY entering ON evidence_withdrawal');
  }
}
