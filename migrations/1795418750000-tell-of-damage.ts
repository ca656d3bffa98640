import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Damage is told of documents that came in too, and whoever sees one may say that it is known. */
export class TellOfDamage1795418750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      subjects(", 'intake'", `WHEN 'intake' THEN EXISTS (SELECT FROM intake s WHERE s.id = dismissal.subject_id)`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(subjects('', ''));
  }
}

const seen = (id: string, more: string): string => `CASE subject_type
    WHEN 'recommendation' THEN EXISTS (SELECT FROM recommendation s WHERE s.id = ${id})
    WHEN 'evidence' THEN EXISTS (SELECT FROM evidence s WHERE s.id = ${id})
    WHEN 'source' THEN EXISTS (SELECT FROM source s WHERE s.id = ${id})
    WHEN 'indicator' THEN EXISTS (SELECT FROM indicator s WHERE s.id = ${id})
    ${more}
    ELSE EXISTS (SELECT FROM addressee s WHERE s.id = ${id}) END`;

/** Seen by whoever sees what it is about, both of two things; added in one's own name alone. */
const subjects = (named: string, more: string): string => `
  ALTER TABLE dismissal DROP CONSTRAINT dismissal_subject_type_check,
    ADD CONSTRAINT dismissal_subject_type_check CHECK (subject_type IN ('recommendation', 'source', 'evidence', 'indicator', 'addressee'${named}));
  ALTER POLICY own ON dismissal
    USING (workspace_id = heed_workspace() AND ${seen('dismissal.subject_id', more)} AND (other_id IS NULL OR ${seen('dismissal.other_id', '')}))
    WITH CHECK (workspace_id = heed_workspace() AND ${seen('dismissal.subject_id', more)} AND (other_id IS NULL OR ${seen('dismissal.other_id', '')})
      AND person_id = heed_person() AND organization_id = heed_organization())`;
