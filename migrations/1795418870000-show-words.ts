import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Functions that answer names and reasons say themselves who may read them, as every other reading of words does (src/access/shown-words.ts). */
export class ShowWords1795418870000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(answering(shown, 'm.workspace_id = heed_workspace() AND'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(answering(any, ''));
  }
}

const any = (row: string, column: string): string =>
  `(SELECT w.text FROM words w WHERE w.workspace_id = ${row}.workspace_id AND w.hash = ${row}.${column})`;

/** None of these is of a piece of evidence. */
const shown = (row: string, column: string): string =>
  `(SELECT w.text FROM words w WHERE w.workspace_id = ${row}.workspace_id AND w.hash = ${row}.${column} AND w.workspace_id = heed_workspace() AND w.evidence_id IS NULL
            AND CASE w.confidentiality WHEN 'name' THEN w.organization_id = heed_organization() OR heed_has_role('administrator') OR heed_has_role('auditor')
              WHEN 'organization' THEN w.organization_id = heed_organization() OR current_setting('app.reads_all', true) = 'on'
              ELSE w.confidentiality IN ('public', 'coalition') END)`;

type Words = typeof any;

const closing = (name: string, table: string, words: Words): string => `
  CREATE OR REPLACE FUNCTION ${name}(of_follow_up uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('kind', c.kind, 'occurredOn', c.occurred_on, 'reason', ${words('c', 'reason_hash')},
          'by', heed_person_json(c.workspace_id, c.person_id, c.organization_id), 'recordedAt', c.recorded_at)
        FROM ${table} c WHERE c.follow_up_id = of_follow_up ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1);
    END $$`;

const answering = (words: Words, isHere: string): string => `
  CREATE OR REPLACE FUNCTION heed_person_json(of_workspace uuid, of_person uuid, of_organization uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('id', m.id, 'name', coalesce(${words('m', 'name_hash')}, m.pseudonym),
          'organization', json_build_object('id', o.id, 'name', o.name))
        FROM membership m, organization o WHERE ${isHere} m.workspace_id = of_workspace AND m.person_id = of_person AND o.id = of_organization);
    END $$;
  CREATE OR REPLACE FUNCTION heed_owner_json(of_membership uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('id', m.id, 'name', coalesce(${words('m', 'name_hash')}, m.pseudonym))
        FROM membership m WHERE ${isHere} m.id = of_membership);
    END $$;
  ${closing('heed_closing_json', 'closing', words)};
  ${closing('heed_closing_json_as_of', 'closing_as_of', words)}`;
