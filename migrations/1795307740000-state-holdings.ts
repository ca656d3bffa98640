import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './row-security.js';

/** Accounts "on information held by" an organization, and which more confidential pieces they speak for. */
export class StateHoldings1795307740000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [HELD_BY, TABLE, RIGHTS, appendOnly('held_evidence')]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE held_evidence; ALTER TABLE evidence DROP COLUMN held_by');
  }
}

/** Whoever sees the account sees whose information it stands on, and no more. */
const HELD_BY = `
  ALTER TABLE evidence ADD COLUMN held_by uuid, ADD CHECK (held_by IS NULL OR (kind = 'account' AND held_by = organization_id)),
    ADD FOREIGN KEY (workspace_id, held_by) REFERENCES organization (workspace_id, id);
  CREATE INDEX evidence_by_holder ON evidence (workspace_id, held_by, created_at) WHERE held_by IS NOT NULL`;

const TABLE = `
  CREATE TABLE held_evidence (
    workspace_id uuid NOT NULL REFERENCES workspace,
    evidence_id uuid PRIMARY KEY,
    held_id uuid NOT NULL,
    CHECK (held_id <> evidence_id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id),
    FOREIGN KEY (workspace_id, held_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON held_evidence (held_id)`;

/** A row is there for whoever sees both pieces: to everybody else nothing says that there is more than the account. */
const RIGHTS = `
  ALTER TABLE held_evidence ENABLE ROW LEVEL SECURITY; ALTER TABLE held_evidence FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON held_evidence TO heed_app, heed_reader USING (workspace_id = heed_workspace()
    AND EXISTS (SELECT FROM evidence e WHERE e.id = held_evidence.evidence_id)
    AND EXISTS (SELECT FROM evidence e WHERE e.id = held_evidence.held_id));
  GRANT SELECT ON held_evidence TO heed_app, heed_reader;
  GRANT INSERT ON held_evidence TO heed_app`;
