import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, guardByLevel } from './row-security.js';

/** Who had a document that came in in hand: taken in, opened, recorded, discarded. */
export class CreateIntakeCustody1795413200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(BEFORE);
    await runner.query(guardByLevel('intake_custody'));
    await runner.query(appendOnly('intake_custody'));
    await runner.query('GRANT SELECT, INSERT ON intake_custody TO heed_app, heed_reader');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake_custody');
  }
}

/** intake_id has no foreign key: what was discarded is gone, and who had it in hand stays. Only its own organization has an own document in hand. */
const TABLE = `
  CREATE TABLE intake_custody (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    intake_id uuid NOT NULL,
    confidentiality text NOT NULL CHECK (confidentiality IN ('coalition', 'organization')),
    act text NOT NULL CHECK (act IN ('taken-in', 'opened', 'mismatched', 'recorded', 'discarded')),
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE INDEX ON intake_custody (workspace_id, intake_id, at)`;

/** Of documents that were there before, what their rows say: who brought them, and who recorded them. */
const BEFORE = `
  ALTER TABLE intake NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
  INSERT INTO intake_custody (id, workspace_id, intake_id, confidentiality, act, person_id, organization_id, at)
    SELECT gen_random_uuid(), workspace_id, id, confidentiality, 'taken-in', person_id, organization_id, created_at FROM intake;
  INSERT INTO intake_custody (id, workspace_id, intake_id, confidentiality, act, person_id, organization_id, at)
    SELECT gen_random_uuid(), i.workspace_id, i.id, i.confidentiality, 'recorded', i.recorded_by, m.organization_id, i.recorded_at
    FROM intake i JOIN membership m ON m.workspace_id = i.workspace_id AND m.person_id = i.recorded_by WHERE i.state = 'recorded';
  ALTER TABLE intake FORCE ROW LEVEL SECURITY;
  ALTER TABLE membership FORCE ROW LEVEL SECURITY`;
