import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A level is lowered by two: one asks with a checklist, another agrees, and the database lowers. What was said of the piece before that
 * stays with whoever could read it then.
 */
export class LowerLevels1795418631000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      LOWERINGS,
      GUARD,
      KEEPER,
      KNOWING,
      LAPSING,
      STEPS,
      LOWERING,
      LEVELS,
      WORDS,
      KEYS,
      OWNERS,
      BEFORE,
      acts(", 'lowered'"),
    ])
      await runner.query(sql);
  }

  /** Without what is append-only: that a level was lowered is lost from custody. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE custody_record DISABLE TRIGGER USER; DELETE FROM custody_record WHERE act = 'lowered';
      ALTER TABLE custody_record ENABLE TRIGGER USER`);
    await runner.query(acts(''));
    await runner.query(`
      ${GUARDED.map(([table]) => `DROP POLICY before ON ${table};`).join(' ')}
      DROP FUNCTION heed_said_at;
      DROP TRIGGER keep_level ON evidence; DROP FUNCTION heed_keep_level;
      DROP FUNCTION heed_wrap_again;
      DROP POLICY restricted ON words;
      CREATE POLICY restricted ON words TO heed_app, heed_reader
        USING (workspace_id = heed_workspace() AND confidentiality = 'restricted' AND EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id))
        WITH CHECK (workspace_id = heed_workspace());
      DROP TABLE lowering;
      DROP FUNCTION heed_lowering_step, heed_lower, heed_may_lower, heed_lowering_lapsed, heed_knew;
      DROP POLICY lowering ON evidence;
      REVOKE UPDATE (confidentiality) ON evidence FROM heed_keeper; REVOKE SELECT (roles) ON membership FROM heed_keeper`);
    await runner.query(WORDS_BEFORE);
  }
}

const at = (level: string): string =>
  `array_position(ARRAY['public', 'coalition', 'organization', 'restricted'], ${level})`;

const LOWERINGS = `
  CREATE TABLE lowering (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    evidence_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    from_level text NOT NULL CHECK (from_level IN ('coalition', 'organization', 'restricted')),
    to_level text NOT NULL CHECK (to_level IN ('public', 'coalition', 'organization')),
    checklist jsonb NOT NULL CHECK (jsonb_typeof(checklist) = 'array'),
    reason_hash bytea NOT NULL,
    decision text CHECK (decision IN ('agreed', 'refused', 'taken-back', 'lapsed')),
    decided_by uuid REFERENCES person,
    decided_at timestamptz,
    decision_reason_hash bytea,
    CHECK (${at('to_level')} < ${at('from_level')}),
    CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
    CHECK (decision NOT IN ('agreed', 'refused') OR decided_by <> person_id),
    CHECK (decision <> 'taken-back' OR decided_by = person_id),
    CHECK ((decision_reason_hash IS NOT NULL) = (decision IS NOT DISTINCT FROM 'refused')),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON lowering (evidence_id, recorded_at DESC, id DESC);
  CREATE INDEX ON lowering (workspace_id, recorded_at) WHERE decision IS NULL;
  CREATE UNIQUE INDEX lowering_open ON lowering (evidence_id) WHERE decision IS NULL`;

/** What is asked is asked in one's own name; whoever may know the piece decides on it in theirs. */
const GUARD = `
  ALTER TABLE lowering ENABLE ROW LEVEL SECURITY; ALTER TABLE lowering FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON lowering TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND EXISTS (SELECT FROM evidence e WHERE e.id = lowering.evidence_id))
    WITH CHECK (workspace_id = heed_workspace() AND coalesce(decided_by = heed_person(), person_id = heed_person() AND organization_id = heed_organization()
      AND EXISTS (SELECT FROM evidence e WHERE e.id = lowering.evidence_id AND e.confidentiality = lowering.from_level)))`;

const KEEPER = `
  CREATE POLICY keeping ON lowering FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON lowering TO heed_app, heed_reader, heed_keeper;
  GRANT INSERT, UPDATE (decision, decided_by, decided_at, decision_reason_hash) ON lowering TO heed_app;
  CREATE POLICY lowering ON evidence FOR UPDATE TO heed_keeper USING (true);
  GRANT UPDATE (confidentiality) ON evidence TO heed_keeper;
  GRANT SELECT (roles) ON membership TO heed_keeper`;

/** Whether whoever asks could read the piece at an instant, as far as it was lowered since. */
const KNOWING = `
  CREATE FUNCTION heed_knew(piece uuid, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (SELECT FROM lowering l JOIN evidence e ON e.id = l.evidence_id
      WHERE l.evidence_id = piece AND l.workspace_id = heed_workspace() AND l.decision = 'agreed' AND l.decided_at >= moment
        AND NOT CASE l.from_level WHEN 'restricted' THEN heed_is_named(piece) ELSE heed_reads_level(l.from_level, e.organization_id) END) $$;
  CREATE FUNCTION heed_said_at(said uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.recorded_at FROM comment c WHERE c.id = said AND c.workspace_id = heed_workspace() $$`;

/** What was asked was asked of the piece as it was: changed since, or at another level, it has to be looked at anew. */
const LAPSING = `
  CREATE FUNCTION heed_lowering_lapsed(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.recorded_at < clock_timestamp() - interval '30 days' OR e.confidentiality <> l.from_level
      OR EXISTS (SELECT FROM record_version v JOIN version_change c ON c.version_id = v.id WHERE v.item_id = e.id AND v.recorded_at > l.recorded_at
        AND c.field NOT IN ('acceptance', 'acceptanceReason', 'verification', 'withdrawal'))
      OR NOT EXISTS (SELECT FROM membership m JOIN workspace w ON w.id = m.workspace_id
        WHERE m.workspace_id = l.workspace_id AND m.person_id = l.person_id AND m.roles::text[] && ARRAY['administrator', 'editor', 'verifier']
          AND (m.ends_on IS NULL OR m.ends_on >= (clock_timestamp() AT TIME ZONE w.time_zone)::date))
      OR (l.from_level = 'restricted' AND NOT EXISTS (SELECT FROM evidence_grant g WHERE g.evidence_id = e.id AND g.person_id = l.person_id
        AND g.ended_at IS NULL AND (g.ends_on IS NULL OR g.ends_on >= current_date)))
    FROM lowering l JOIN evidence e ON e.id = l.evidence_id WHERE l.id = asked AND l.workspace_id = heed_workspace() $$;
  CREATE FUNCTION heed_may_lower(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM lowering l JOIN evidence e ON e.id = l.evidence_id
      WHERE l.id = asked AND l.workspace_id = heed_workspace() AND l.person_id <> heed_person() AND e.withdrawal = 'none'
        AND (heed_has_role('administrator') OR heed_has_role('editor') OR heed_has_role('verifier'))
        AND CASE e.confidentiality WHEN 'restricted' THEN heed_is_named(e.id) ELSE heed_reads_level(e.confidentiality, e.organization_id) END
        AND NOT heed_lowering_lapsed(l.id)
        AND (l.to_level <> 'public' OR NOT EXISTS (SELECT FROM harm_flag f WHERE f.evidence_id = e.id AND f.removed_at IS NULL))) $$`;

const STEPS = `
  CREATE FUNCTION heed_lowering_step() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE decided text[] := ARRAY['decision', 'decided_by', 'decided_at', 'decision_reason_hash'];
    BEGIN
      IF TG_OP = 'INSERT' AND NEW.decision IS NULL THEN RETURN NEW; END IF;
      IF TG_OP <> 'UPDATE' OR OLD.decision IS NOT NULL OR NEW.decision IS NULL OR NEW.decided_by IS DISTINCT FROM heed_person()
        OR to_jsonb(NEW) - decided IS DISTINCT FROM to_jsonb(OLD) - decided
        OR (NEW.decision = 'agreed' AND NOT heed_may_lower(OLD.id))
        OR (NEW.decision = 'lapsed' AND NOT heed_lowering_lapsed(OLD.id)) THEN
        RAISE EXCEPTION 'a lowering is decided once, by another person than whoever asked' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER step BEFORE INSERT OR UPDATE OR DELETE ON lowering FOR EACH ROW EXECUTE FUNCTION heed_lowering_step()`;

/** The only way in which a member lowers a level. */
const LOWERING = `
  CREATE FUNCTION heed_lower() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE evidence SET confidentiality = NEW.to_level WHERE id = NEW.evidence_id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER lower AFTER UPDATE OF decision ON lowering FOR EACH ROW
    WHEN (NEW.decision = 'agreed' AND OLD.decision IS NULL) EXECUTE FUNCTION heed_lower()`;

/** Whoever raises a piece to named persons is one of them: else nobody who did it could undo it. */
const LEVELS = `
  CREATE FUNCTION heed_keep_level() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF current_user IN ('heed_app', 'heed_reader') AND (${at('NEW.confidentiality')} < ${at('OLD.confidentiality')}
        OR (NEW.confidentiality = 'restricted' AND NOT heed_is_named(NEW.id))) THEN
        RAISE EXCEPTION 'a level is lowered by two people' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER keep_level BEFORE UPDATE OF confidentiality ON evidence FOR EACH ROW
    WHEN (NEW.confidentiality IS DISTINCT FROM OLD.confidentiality) EXECUTE FUNCTION heed_keep_level()`;

/** What of a row of words may change: its level, which the keeper lowers too. */
export const KEEP_WORDS = `CREATE OR REPLACE FUNCTION heed_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (NEW.workspace_id, NEW.hash, NEW.salt, NEW.text, NEW.created_at) IS DISTINCT FROM (OLD.workspace_id, OLD.hash, OLD.salt, OLD.text, OLD.created_at)
        OR NEW.evidence_id IS DISTINCT FROM OLD.evidence_id
        OR NOT coalesce(${at('NEW.confidentiality')} > ${at('OLD.confidentiality')}
          OR (${at('NEW.confidentiality')} < ${at('OLD.confidentiality')} AND NEW.evidence_id IS NOT NULL AND current_user = 'heed_keeper'), false) THEN
        RAISE EXCEPTION 'rows of words are only ever added' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`;

/**
 * What the piece says now goes with it; what it said before, and what was said of it, keeps its level. Raised, all of it rises. Whoever
 * erases a piece (no member: the owner's function) finds all of its words, whatever their level.
 */
const WORDS = `
  ${KEEP_WORDS};
  CREATE OR REPLACE FUNCTION heed_raise_words_of_evidence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF ${at('NEW.confidentiality')} < ${at('OLD.confidentiality')} THEN
        UPDATE words w SET confidentiality = NEW.confidentiality, organization_id = NEW.organization_id
        WHERE w.workspace_id = NEW.workspace_id AND w.evidence_id = NEW.id AND w.hash IN (NEW.statement_hash, NEW.finding_hash, NEW.quote_hash)
          AND ${at('w.confidentiality')} > ${at('NEW.confidentiality')};
        RETURN NULL;
      END IF;
      UPDATE words w SET organization_id = NEW.organization_id,
        confidentiality = CASE WHEN w.evidence_id IS NULL AND NEW.confidentiality = 'restricted' THEN 'organization' ELSE NEW.confidentiality END
      WHERE w.workspace_id = NEW.workspace_id
        AND ${at('w.confidentiality')} < least(${at('NEW.confidentiality')}, CASE WHEN w.evidence_id IS NULL THEN 3 ELSE 4 END)
        AND (w.evidence_id = NEW.id OR w.hash IN (SELECT d.reason_hash FROM evidence_withdrawal d WHERE d.evidence_id = NEW.id));
      RETURN NULL;
    END $$;
  DROP POLICY restricted ON words;
  CREATE POLICY restricted ON words TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND evidence_id IS NOT NULL AND CASE WHEN current_user IN ('heed_app', 'heed_reader')
      THEN confidentiality = 'restricted' AND heed_is_named(evidence_id) ELSE EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id) END)
    WITH CHECK (workspace_id = heed_workspace())`;

const three = (level: string): string => `array_position(ARRAY['public', 'coalition', 'organization'], ${level})`;
const WORDS_BEFORE = `
  CREATE OR REPLACE FUNCTION heed_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE levels text[] := ARRAY['public', 'coalition', 'organization'];
    BEGIN
      IF (NEW.workspace_id, NEW.hash, NEW.salt, NEW.text, NEW.created_at) IS DISTINCT FROM (OLD.workspace_id, OLD.hash, OLD.salt, OLD.text, OLD.created_at)
        OR NEW.evidence_id IS DISTINCT FROM OLD.evidence_id
        OR NOT coalesce(array_position(levels, NEW.confidentiality) > array_position(levels, OLD.confidentiality), false) THEN
        RAISE EXCEPTION 'rows of words are only ever added' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE OR REPLACE FUNCTION heed_raise_words_of_evidence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE words w SET confidentiality = NEW.confidentiality, organization_id = NEW.organization_id
      WHERE w.workspace_id = NEW.workspace_id AND ${three('w.confidentiality')} < ${three('NEW.confidentiality')}
        AND (w.evidence_id = NEW.id OR w.hash IN (SELECT d.reason_hash FROM evidence_withdrawal d WHERE d.evidence_id = NEW.id));
      RETURN NULL;
    END $$`;

/** A key is bound to the level of its piece; `seals` comes with the migration after the next, before anybody calls this. Whoever changes the level wraps it anew: once, for the next generation, of a piece that they may know. */
const KEYS = `
  CREATE FUNCTION heed_wrap_again(piece uuid, before integer, name text, key bytea) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE evidence_key k SET key_id = name, wrapped = key, generation = before + 1 FROM evidence e
      WHERE k.evidence_id = piece AND k.seals = e.blob_key AND k.generation = before AND e.id = piece AND e.workspace_id = heed_workspace() AND e.withdrawal = 'none'
        AND CASE e.confidentiality WHEN 'restricted' THEN heed_is_named(e.id) ELSE heed_reads_level(e.confidentiality, e.organization_id) END;
      RETURN FOUND;
    END $$`;

const FUNCTIONS = [
  'heed_knew(uuid, timestamptz)',
  'heed_said_at(uuid)',
  'heed_lowering_lapsed(uuid)',
  'heed_may_lower(uuid)',
  'heed_lower()',
  'heed_wrap_again(uuid, integer, text, bytea)',
];

const OWNERS = `
  REVOKE ALL ON FUNCTION ${FUNCTIONS.join(', ')} FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_knew(uuid, timestamptz), heed_said_at(uuid), heed_lowering_lapsed(uuid), heed_may_lower(uuid) TO heed_app, heed_reader;
  GRANT EXECUTE ON FUNCTION heed_wrap_again(uuid, integer, text, bytea) TO heed_app;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ${FUNCTIONS.map((name) => `ALTER FUNCTION ${name} OWNER TO heed_keeper;`).join(' ')}
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

/** What was said or done before a lowering, by table: a reply belongs to what began its thread. */
const GUARDED = [
  ['lowering', 'heed_knew(evidence_id, recorded_at)'],
  ['record_version', `noun <> 'evidence' OR heed_knew(item_id, recorded_at)`],
  [
    'comment',
    'evidence_id IS NULL OR heed_knew(evidence_id, CASE WHEN reply_to IS NULL THEN recorded_at ELSE heed_said_at(reply_to) END)',
  ],
  ['custody_record', 'heed_knew(evidence_id, at)'],
  ['evidence_withdrawal', 'heed_knew(evidence_id, recorded_at)'],
  ['reader_request', 'asked_of = heed_person() OR heed_knew(evidence_id, created_at)'],
] as const;
const BEFORE = GUARDED.map(
  ([table, known]) =>
    `CREATE POLICY before ON ${table} AS RESTRICTIVE FOR SELECT TO heed_app, heed_reader USING (current_user NOT IN ('heed_app', 'heed_reader') OR ${known});`,
).join('\n');

const acts = (more: string): string => `
  ALTER TABLE custody_record DROP CONSTRAINT custody_record_act_check;
  ALTER TABLE custody_record ADD CONSTRAINT custody_record_act_check CHECK (act IN ('captured', 'uploaded', 'changed', 'opened', 'exported', 'withdrawn',
    're-hashed', 'mismatched', 'restored', 'erased', 'reader-named', 'reader-ended', 'copy-opened'${more}))`;
