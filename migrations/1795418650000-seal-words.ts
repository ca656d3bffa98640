import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KEEP_WORDS } from './1795418631000-lower-levels.js';

/**
 * Words of restricted pieces stand sealed, each piece's under a key of its own, beside that of its file. What stands in the clear so far is
 * sealed when the server starts next, since migrations run without the master key: until then the checks are not valid.
 */
export class SealWords1795418650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [KEYS, WALL, CHECKS, WORDS, CHANGES, RESEALING, RIGHTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(BACK);
  }
}

const SEALED = `'heed:sealed:1:%'`;
const RESEAL = 'heed_reseal_words(uuid, bytea[], bytea[], text[], uuid[], jsonb[], jsonb[])';

/** As `keep-versions` has it, with what is left out of the changes. */
const keepVersion = (leavingOut: string): string => `
  CREATE OR REPLACE FUNCTION heed_keep_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      old_fields jsonb;
      new_fields jsonb;
      kept uuid := gen_random_uuid();
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        old_fields := heed_fields_of(OLD);
        new_fields := heed_fields_of(NEW);
        IF NOT EXISTS (SELECT FROM jsonb_each(new_fields) f WHERE f.value IS DISTINCT FROM old_fields->f.key ${leavingOut}) THEN RETURN NULL; END IF;
      END IF;
      INSERT INTO record_version (id, workspace_id, noun, item_id, version, act, person_id, organization_id)
      VALUES (kept, NEW.workspace_id, TG_ARGV[0], NEW.id, NEW.version,
        CASE WHEN TG_OP = 'UPDATE' THEN 'changed' WHEN NEW.version = 1 THEN 'created' ELSE 'restored' END, heed_person(),
        (SELECT o.id FROM organization o WHERE o.workspace_id = NEW.workspace_id AND o.id = heed_organization()));
      IF TG_OP = 'UPDATE' THEN
        INSERT INTO version_change (workspace_id, version_id, field, before, after)
        SELECT NEW.workspace_id, kept, f.key, old_fields->f.key, f.value FROM jsonb_each(new_fields) f
        WHERE f.value IS DISTINCT FROM old_fields->f.key AND (new_fields->>'withdrawal' IS DISTINCT FROM 'erased' OR f.key = 'withdrawal') ${leavingOut};
      END IF;
      RETURN NULL;
    END $$`;

/** What a key is for: the bytes of a file, the words of a piece, the reason of a request or of a withdrawal. */
const KEYS = `
  ALTER TABLE evidence_key ADD seals uuid;
  ALTER TABLE evidence_key NO FORCE ROW LEVEL SECURITY; ALTER TABLE evidence NO FORCE ROW LEVEL SECURITY;
  UPDATE evidence_key k SET seals = e.blob_key FROM evidence e WHERE e.id = k.evidence_id;
  ALTER TABLE evidence FORCE ROW LEVEL SECURITY; ALTER TABLE evidence_key FORCE ROW LEVEL SECURITY;
  ALTER TABLE evidence_key ALTER seals SET NOT NULL, DROP CONSTRAINT evidence_key_pkey, ADD PRIMARY KEY (seals);
  DROP INDEX evidence_key_key_id_evidence_id_idx;
  CREATE INDEX ON evidence_key (key_id, seals);
  CREATE INDEX ON evidence_key (evidence_id)`;

/**
 * Words are opened by those who are named, also what they were before the level was lowered. Whoever is asked to confirm a reader reads why, and
 * nothing of the piece: a request has a key of its own.
 */
const WALL = `
  DROP POLICY own ON evidence_key;
  CREATE POLICY own ON evidence_key TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND CASE WHEN seals = evidence_id THEN heed_is_named(evidence_id)
      ELSE EXISTS (SELECT FROM evidence e WHERE e.id = evidence_key.evidence_id) OR EXISTS (SELECT FROM reader_request q WHERE q.id = evidence_key.seals) END)
    WITH CHECK (workspace_id = heed_workspace() AND EXISTS (SELECT FROM evidence e WHERE e.id = evidence_key.evidence_id))`;

const CHECKS = `
  ALTER TABLE evidence ADD CONSTRAINT evidence_sealed CHECK (confidentiality <> 'restricted' OR withdrawal = 'erased' OR (title LIKE ${SEALED}
    AND coalesce(url LIKE ${SEALED}, true) AND canonical_url IS NULL AND coalesce(locator LIKE ${SEALED}, true) AND coalesce(publisher LIKE ${SEALED}, true))) NOT VALID;
  ALTER TABLE words ADD CONSTRAINT words_sealed CHECK (confidentiality <> 'restricted' OR text LIKE ${SEALED}) NOT VALID,
    DROP CONSTRAINT words_salt_check, ADD CONSTRAINT words_salt_check CHECK (octet_length(salt) = CASE WHEN text LIKE ${SEALED} THEN 44 ELSE 16 END);
  ALTER TABLE reader_request ADD CONSTRAINT reader_request_sealed CHECK (reason LIKE ${SEALED} OR reason = 'Erased.') NOT VALID`;

/**
 * Words never say something else; the keeper opens sealed ones with their level, where their hash holds them to it, and seals others with
 * theirs. Their level rises; of a piece the keeper lowers it too.
 */
const WORDS = `
  CREATE OR REPLACE FUNCTION heed_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      levels text[] := ARRAY['public', 'coalition', 'organization', 'restricted'];
      rises integer := array_position(levels, NEW.confidentiality) - array_position(levels, OLD.confidentiality);
      is_same boolean := (NEW.salt, NEW.text) IS NOT DISTINCT FROM (OLD.salt, OLD.text);
      is_keeping boolean := current_user = 'heed_keeper' AND NEW.evidence_id IS NOT NULL;
    BEGIN
      IF (NEW.workspace_id, NEW.hash, NEW.created_at, NEW.evidence_id) IS DISTINCT FROM (OLD.workspace_id, OLD.hash, OLD.created_at, OLD.evidence_id)
        OR NOT coalesce(CASE WHEN is_same THEN rises > 0 OR (rises < 0 AND is_keeping)
          WHEN OLD.text LIKE ${SEALED} THEN is_keeping AND NEW.confidentiality <> 'restricted' AND NEW.hash = sha256(NEW.salt || convert_to(NEW.text, 'UTF8'))
          ELSE is_keeping AND NEW.confidentiality = 'restricted' AND NEW.text LIKE ${SEALED} END, false) THEN
        RAISE EXCEPTION 'rows of words are only ever added' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`;

/** What earlier versions said is sealed by nobody but the function below, and never opened. That words were sealed or opened is no change of a piece. */
const CHANGES = `
  CREATE FUNCTION heed_is_sealing(old_value jsonb, new_value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(new_value #>> '{}' LIKE ${SEALED} AND old_value #>> '{}' NOT LIKE ${SEALED}, false) $$;
  CREATE FUNCTION heed_keep_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF current_user <> 'heed_keeper' OR to_jsonb(NEW) - 'before' - 'after' IS DISTINCT FROM to_jsonb(OLD) - 'before' - 'after'
        OR NOT (NEW.before IS NOT DISTINCT FROM OLD.before OR heed_is_sealing(OLD.before, NEW.before))
        OR NOT (NEW.after IS NOT DISTINCT FROM OLD.after OR heed_is_sealing(OLD.after, NEW.after)) THEN
        RAISE EXCEPTION 'rows of version_change are only ever added' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  DROP TRIGGER append_only ON version_change;
  CREATE TRIGGER append_only BEFORE UPDATE ON version_change FOR EACH ROW EXECUTE FUNCTION heed_keep_changes();
  ${keepVersion(`AND NOT heed_is_sealing(old_fields->f.key, f.value) AND NOT heed_is_sealing(f.value, old_fields->f.key)`)}`;

/** Of a piece that whoever calls may know: what its words and its earlier versions say, sealed or opened. */
const RESEALING = `
  CREATE FUNCTION heed_reseal_words(piece uuid, hashes bytea[], salts bytea[], texts text[], changes uuid[], befores jsonb[], afters jsonb[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE known evidence;
    BEGIN
      SELECT * INTO known FROM evidence e WHERE e.id = piece AND e.workspace_id = heed_workspace() AND e.withdrawal = 'none'
        AND heed_reads_level(e.confidentiality, e.organization_id) AND heed_is_named(e.id);
      IF NOT FOUND THEN
        RAISE EXCEPTION 'words are sealed and opened by those who are named, while the piece is not restricted' USING ERRCODE = 'insufficient_privilege';
      END IF;
      UPDATE words w SET salt = o.salt, text = o.text, organization_id = known.organization_id,
          confidentiality = CASE WHEN o.text LIKE ${SEALED} THEN 'restricted' ELSE known.confidentiality END
        FROM unnest(hashes, salts, texts) AS o (hash, salt, text)
        WHERE w.workspace_id = known.workspace_id AND w.evidence_id = piece AND w.hash = o.hash;
      UPDATE version_change c SET before = o.before, after = o.after FROM unnest(changes, befores, afters) AS o (id, before, after), record_version v
        WHERE c.id = o.id AND v.id = c.version_id AND v.item_id = piece;
    END $$;
  REVOKE ALL ON FUNCTION ${RESEAL} FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION ${RESEAL} TO heed_app;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION ${RESEAL} OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

/** The keeper still reads no words: it puts opened ones where sealed ones were, and the other way round. */
const RIGHTS = `
  GRANT UPDATE (salt, text) ON words TO heed_keeper;
  GRANT UPDATE (before, after) ON version_change TO heed_keeper`;

/** Words that are sealed stay so: without the key nobody can say what they are. */
const BACK = `
  REVOKE UPDATE (salt, text) ON words FROM heed_keeper; REVOKE UPDATE (before, after) ON version_change FROM heed_keeper;
  DROP FUNCTION ${RESEAL};
  ${keepVersion('')};
  DROP TRIGGER append_only ON version_change; DROP FUNCTION heed_keep_changes, heed_is_sealing;
  CREATE TRIGGER append_only BEFORE UPDATE ON version_change FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
  ${KEEP_WORDS};
  ALTER TABLE reader_request DROP CONSTRAINT reader_request_sealed;
  ALTER TABLE words DROP CONSTRAINT words_sealed, DROP CONSTRAINT words_salt_check;
  ALTER TABLE evidence DROP CONSTRAINT evidence_sealed;
  DROP POLICY own ON evidence_key;
  CREATE POLICY own ON evidence_key TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND EXISTS (SELECT FROM evidence e WHERE e.id = evidence_key.evidence_id));
  ALTER TABLE evidence_key NO FORCE ROW LEVEL SECURITY; ALTER TABLE evidence NO FORCE ROW LEVEL SECURITY;
  DELETE FROM evidence_key k WHERE NOT EXISTS (SELECT FROM evidence e WHERE e.blob_key = k.seals);
  ALTER TABLE evidence FORCE ROW LEVEL SECURITY; ALTER TABLE evidence_key FORCE ROW LEVEL SECURITY;
  ALTER TABLE evidence_key DROP COLUMN seals, ADD PRIMARY KEY (evidence_id);
  DROP INDEX evidence_key_evidence_id_idx;
  CREATE INDEX ON evidence_key (key_id, evidence_id)`;
