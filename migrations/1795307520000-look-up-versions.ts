import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an engagement was changed in reads the recommendations that it names, not all that there are. */
export class LookUpVersions1795307520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      own(`EXISTS (SELECT FROM (SELECT ${NAMED} AS id OFFSET 0) named JOIN recommendation r ON r.id = named.id)`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(own(`EXISTS (SELECT FROM recommendation r WHERE r.id = ${NAMED})`));
  }
}

const NAMED = `(coalesce(after, before) #>> '{}')::uuid`;

/** Reading an id out of JSON might tell of rows that the policy of recommendations hides, so no index is asked with it: it is read before. */
const own = (isKnown: string): string => `
  ALTER POLICY own ON version_change USING (workspace_id = heed_workspace()
    AND EXISTS (SELECT FROM record_version v WHERE v.id = version_id)
    AND CASE WHEN field = 'recommendationIds' THEN ${isKnown} ELSE true END)`;
