import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByWorkspace } from './row-security.js';

/** What the policies left to the code: relations of recommendations that one may not see, and evidence or links under another's name. */
export class CloseRelations1795418700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [RELATIONS, ENTERING]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP POLICY entering ON track_evidence; DROP POLICY entering ON evidence;
      DROP POLICY own ON relation; ${guardByWorkspace('relation')}`);
  }
}

const sees = (end: string): string => `EXISTS (SELECT FROM recommendation r WHERE r.id = relation.${end})`;

/** A relation is known to whoever may know both of its ends: by one of them nobody is told of the other. */
const RELATIONS = `
  DROP POLICY own ON relation;
  CREATE POLICY own ON relation TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND ${sees('recommendation_id')} AND ${sees('other_id')})`;

/** A piece is entered, and linked, in one's own name; and nobody links what they may not know. */
const ENTERING = `
  CREATE POLICY entering ON evidence AS RESTRICTIVE FOR INSERT TO heed_app
    WITH CHECK (entered_by = heed_person() AND organization_id = heed_organization());
  CREATE POLICY entering ON track_evidence AS RESTRICTIVE FOR INSERT TO heed_app
    WITH CHECK (person_id = heed_person() AND organization_id = heed_organization()
      AND EXISTS (SELECT FROM evidence e WHERE e.id = track_evidence.evidence_id))`;
