import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The name of an origin can be taken off a piece, and goes once no piece has it. Two faults more: that, and words that are not what was written last. */
export class TakeOriginsOff1795418873000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${limitedTo("'altered-words', 'named-origin', ")}; ${FORGETTING}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE dismissal DISABLE TRIGGER USER; ALTER TABLE dismissal NO FORCE ROW LEVEL SECURITY;
      DELETE FROM dismissal WHERE fault IN ('altered-words', 'named-origin');
      ALTER TABLE dismissal ENABLE TRIGGER USER; ALTER TABLE dismissal FORCE ROW LEVEL SECURITY;
      ${limitedTo('')}; DROP FUNCTION heed_forget_origin; REVOKE DELETE ON origin FROM heed_keeper`);
  }
}

const limitedTo = (more: string): string => `
  ALTER TABLE dismissal DROP CONSTRAINT dismissal_fault_check,
    ADD CONSTRAINT dismissal_fault_check CHECK (fault IN ('damaged-file', ${more}'unfounded-state', 'no-new-evidence', 'older-than-evidence', 'stale', 'missing-source',
      'dead', 'unarchived', 'out-of-range', 'double-recommendation', 'repeated-ask', 'double-evidence', 'double-addressee'))`;

/** Whoever goes back to it at the same moment waits here, or is waited for. */
const FORGETTING = `
  GRANT DELETE ON origin TO heed_keeper;
  CREATE FUNCTION heed_forget_origin(was uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM FROM origin o WHERE o.id = was AND o.workspace_id = heed_workspace() FOR UPDATE;
      DELETE FROM origin o WHERE o.id = was AND o.workspace_id = heed_workspace() AND NOT EXISTS (SELECT FROM evidence e WHERE e.origin_id = o.id);
    END $$;
  REVOKE ALL ON FUNCTION heed_forget_origin(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_forget_origin(uuid) TO heed_app;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_forget_origin(uuid) OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;
