import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An ask that is left out since it is followed already may name what it is: so a document that comes later shows where that stands in it. */
export class PlaceWhatIsFollowed1795418200000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return replace(runner, `state = 'accepted' OR rejection = 'followed-already'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE intake_proposal SET recommendation_id = NULL WHERE state <> 'accepted'`);
    await replace(runner, `state = 'accepted'`);
  }
}

/** The constraint got its name by its place among others, so it is found by what it says. */
async function replace(runner: QueryRunner, condition: string): Promise<void> {
  const [there] =
    (await runner.query(`SELECT conname AS name FROM pg_constraint WHERE conrelid = 'intake_proposal'::regclass
    AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%recommendation_id IS NULL%'`)) as { name: string }[];
  await runner.query(`ALTER TABLE intake_proposal DROP CONSTRAINT ${there?.name ?? ''},
    ADD CONSTRAINT intake_proposal_became CHECK (recommendation_id IS NULL OR ${condition})`);
}
