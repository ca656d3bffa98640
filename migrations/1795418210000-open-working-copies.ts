import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who opens a working copy of a file stands in the custody of the piece, with the hash of the copy: beside it stands that of the original. */
export class OpenWorkingCopies1795418210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE custody_record ADD copy_sha256 bytea CHECK (length(copy_sha256) = 32)`);
    await runner.query(acts([...ACTS, 'copy-opened']));
    await runner.query(`ALTER TABLE custody_record ADD CONSTRAINT custody_record_of_copy
      CHECK ((act = 'copy-opened') = (copy_sha256 IS NOT NULL))`);
  }

  /** Without what is append-only: who opened which copy is lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE custody_record DISABLE TRIGGER USER; DELETE FROM custody_record WHERE act = 'copy-opened';
      ALTER TABLE custody_record ENABLE TRIGGER USER; ALTER TABLE custody_record DROP COLUMN copy_sha256`);
    await runner.query(acts(ACTS));
  }
}

const ACTS = [
  'captured',
  'uploaded',
  'changed',
  'opened',
  'exported',
  'withdrawn',
  're-hashed',
  'mismatched',
  'restored',
  'erased',
  'reader-named',
  'reader-ended',
];

const acts = (some: string[]): string => `
  ALTER TABLE custody_record DROP CONSTRAINT custody_record_act_check;
  ALTER TABLE custody_record ADD CHECK (act IN ('${some.join("', '")}'))`;
