import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes by due date over an expression that PostgreSQL trusts not to leak: under a row policy a condition on
 * coalesce(...) is never asked of an index, so a page far down read all pages before it. The same written as CASE is.
 */
export class OrderByDue1795306230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns, where] of INDEXES) await runner.query(indexOf(name, columns, TRUSTED, where));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, columns, where] of INDEXES) await runner.query(indexOf(name, columns, UNTRUSTED, where));
  }
}

const TRUSTED = `(CASE WHEN due_on IS NULL THEN 'infinity'::date ELSE due_on END)`;
const UNTRUSTED = `coalesce(due_on, 'infinity')`;

const INDEXES: [name: string, columns: string, where?: string][] = [
  ['follow_up_by_due', ''],
  ['follow_up_by_implementation', 'implementation_phase, '],
  ['follow_up_by_response', 'response_phase, '],
  ['follow_up_by_addressee', 'addressee_id, '],
  ['follow_up_by_source', 'source_id, '],
  ['follow_up_by_owner', 'owner_id, ', 'WHERE owner_id IS NOT NULL'],
];

const indexOf = (name: string, columns: string, due: string, where = ''): string =>
  `DROP INDEX ${name}; CREATE INDEX ${name} ON follow_up (workspace_id, ${columns}${due}, id) ${where}`;
