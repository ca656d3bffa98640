import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByWorkspace } from './row-security.js';

/** A role that one administrator can't give alone, and the person whom the log names where no member acts. */
export class CreateRoleRequests1795305840000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLE_REQUESTS);
    await runner.query(guardByWorkspace('role_request'));
    await runner.query(
      'GRANT SELECT ON role_request TO heed_app, heed_reader; GRANT INSERT, UPDATE ON role_request TO heed_app',
    );
    await runner.query(SYSTEM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_request');
  }
}

/** Persons are compared, not accounts; whose the membership is stands in the row so that a constraint can compare it. */
const ROLE_REQUESTS = `
  CREATE TABLE role_request (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    membership_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL CHECK (role = 'verifier'),
    requested_by uuid NOT NULL REFERENCES person,
    confirmed_by uuid REFERENCES person,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed_at timestamptz,
    CHECK (requested_by <> person_id AND confirmed_by <> person_id AND requested_by <> confirmed_by),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    FOREIGN KEY (workspace_id, membership_id) REFERENCES membership (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES membership (workspace_id, person_id));
  CREATE INDEX ON role_request (membership_id, created_at DESC, id DESC)`;

/** The same id as SYSTEM_PERSON in the code. Row security binds whoever migrates too, so the role of sign-in inserts it. */
const SYSTEM = `
  SET LOCAL ROLE heed_auth;
  INSERT INTO person (id) VALUES ('00000000-0000-4000-8000-000000000001') ON CONFLICT DO NOTHING;
  SET LOCAL ROLE NONE`;
