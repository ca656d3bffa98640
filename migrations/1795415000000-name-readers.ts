import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may open a restricted piece, and how somebody comes to be named: whoever may open it asks, an administrator whom they chose
 * confirms, and neither is the one who is named.
 */
export class NameReaders1795415000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [GRANTS, NAMED, REQUESTS, POLICIES, STEPS, NAMING, ERASURE, RIGHTS, CUSTODY])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER erase_reasons ON evidence;
      DROP FUNCTION heed_erase_reasons;
      DROP POLICY own ON evidence_grant; DROP POLICY oneself ON evidence_grant; DROP POLICY ending ON evidence_grant;
      DROP POLICY own ON evidence;
      ALTER TABLE evidence_grant DROP CONSTRAINT evidence_grant_request_id_fkey;
      DROP TABLE reader_request CASCADE;
      DROP FUNCTION heed_reader_request_step, heed_name_reader, heed_may_name, heed_is_named, heed_brought CASCADE;
      DROP POLICY keeping ON evidence_grant; DROP POLICY keeping ON custody_record;
      ALTER TABLE evidence_grant DROP COLUMN request_id, DROP COLUMN ended_at, DROP COLUMN id;
      CREATE POLICY own ON evidence_grant TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND person_id = heed_person());
      CREATE POLICY own ON evidence TO heed_app, heed_reader
        USING (workspace_id = heed_workspace() AND (heed_reads_level(confidentiality, organization_id) OR (confidentiality = 'restricted'
          AND EXISTS (SELECT FROM evidence_grant g WHERE g.evidence_id = id AND (g.ends_on IS NULL OR g.ends_on >= current_date)))))
        WITH CHECK (workspace_id = heed_workspace() AND (heed_reads_level(confidentiality, organization_id) OR confidentiality = 'restricted'));
      ALTER TABLE custody_record DROP CONSTRAINT custody_record_act_check;
      ALTER TABLE custody_record ADD CHECK (act IN ('captured', 'uploaded', 'changed', 'opened', 'exported', 'withdrawn', 're-hashed',
        'mismatched', 'restored', 'erased'))`);
  }
}

/** Somebody may be named until a day, and less long than that. */
const GRANTS = `
  ALTER TABLE evidence_grant ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE, ADD COLUMN ended_at timestamptz, ADD COLUMN request_id uuid;
  CREATE POLICY keeping ON evidence_grant TO heed_keeper USING (true);
  CREATE POLICY keeping ON custody_record FOR INSERT TO heed_keeper WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE ON evidence_grant TO heed_keeper;
  GRANT INSERT ON custody_record TO heed_keeper`;

/** The policies of grants and pieces would else ask each other in a circle. */
const NAMED = `
  CREATE FUNCTION heed_is_named(piece uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM evidence_grant g WHERE g.evidence_id = piece AND g.workspace_id = heed_workspace() AND g.person_id = heed_person()
      AND g.ended_at IS NULL AND (g.ends_on IS NULL OR g.ends_on >= current_date)) $$;
  CREATE FUNCTION heed_brought(piece uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM evidence e WHERE e.id = piece AND e.workspace_id = heed_workspace() AND e.entered_by = heed_person())
      AND NOT EXISTS (SELECT FROM evidence_grant g WHERE g.evidence_id = piece) $$`;

const REQUESTS = `
  CREATE TABLE reader_request (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    evidence_id uuid NOT NULL,
    person_id uuid NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    ends_on date NOT NULL,
    requested_by uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    asked_of uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    decision text CHECK (decision IN ('confirmed', 'declined')),
    decided_at timestamptz,
    UNIQUE (workspace_id, id),
    CHECK (requested_by <> person_id AND asked_of <> person_id AND requested_by <> asked_of),
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, person_id) REFERENCES membership (workspace_id, person_id),
    FOREIGN KEY (workspace_id, asked_of) REFERENCES membership (workspace_id, person_id));
  CREATE INDEX ON reader_request (evidence_id, created_at DESC, id DESC);
  CREATE INDEX ON reader_request (workspace_id, asked_of, created_at DESC, id DESC);
  ALTER TABLE evidence_grant ADD CONSTRAINT evidence_grant_request_id_fkey FOREIGN KEY (workspace_id, request_id) REFERENCES reader_request (workspace_id, id)`;

/**
 * A request is known to whoever may open the piece and to the one administrator who was asked; others are named by the database alone,
 * once a request was confirmed. Whoever brought a piece names themselves, once.
 */
const POLICIES = `
  DROP POLICY own ON evidence_grant;
  CREATE POLICY own ON evidence_grant FOR SELECT TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND (person_id = heed_person() OR heed_is_named(evidence_id)));
  CREATE POLICY oneself ON evidence_grant FOR INSERT TO heed_app
    WITH CHECK (workspace_id = heed_workspace() AND person_id = heed_person() AND granted_by = heed_person() AND request_id IS NULL
      AND heed_brought(evidence_id));
  CREATE POLICY ending ON evidence_grant FOR UPDATE TO heed_app USING (workspace_id = heed_workspace() AND heed_is_named(evidence_id))
    WITH CHECK (workspace_id = heed_workspace() AND ended_at IS NOT NULL);
  DROP POLICY own ON evidence;
  CREATE POLICY own ON evidence TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND (heed_reads_level(confidentiality, organization_id) OR (confidentiality = 'restricted'
      AND EXISTS (SELECT FROM evidence_grant g WHERE g.evidence_id = evidence.id AND g.person_id = heed_person() AND g.ended_at IS NULL
        AND (g.ends_on IS NULL OR g.ends_on >= current_date)))))
    WITH CHECK (workspace_id = heed_workspace() AND (heed_reads_level(confidentiality, organization_id) OR confidentiality = 'restricted'));
  ALTER TABLE reader_request ENABLE ROW LEVEL SECURITY; ALTER TABLE reader_request FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON reader_request TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND (asked_of = heed_person() OR EXISTS (SELECT FROM evidence e WHERE e.id = reader_request.evidence_id)))
    WITH CHECK (workspace_id = heed_workspace() AND (asked_of = heed_person()
      OR (requested_by = heed_person() AND organization_id = heed_organization() AND decision IS NULL AND heed_is_named(evidence_id))));
  CREATE POLICY keeping ON reader_request TO heed_keeper USING (true);
  GRANT SELECT, UPDATE ON reader_request TO heed_keeper`;

/** Whether what was asked can be given: the piece is there, whoever asked may open it at least as long, and nobody waited a week. */
const STEPS = `
  CREATE FUNCTION heed_may_name(request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM reader_request r JOIN evidence e ON e.id = r.evidence_id
      JOIN evidence_grant g ON g.evidence_id = e.id AND g.person_id = r.requested_by
      WHERE r.id = request AND r.workspace_id = heed_workspace() AND r.asked_of = heed_person() AND heed_has_role('administrator')
        AND r.created_at > clock_timestamp() - interval '7 days' AND r.ends_on >= current_date
        AND e.confidentiality = 'restricted' AND e.withdrawal = 'none' AND g.ended_at IS NULL AND (g.ends_on IS NULL OR g.ends_on >= r.ends_on)) $$;
  CREATE FUNCTION heed_reader_request_step() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF current_user = 'heed_keeper' THEN RETURN NEW; END IF;
      IF TG_OP <> 'UPDATE' OR OLD.decision IS NOT NULL OR NEW.decision IS NULL OR OLD.asked_of IS DISTINCT FROM heed_person()
        OR to_jsonb(NEW) - 'decision' - 'decided_at' IS DISTINCT FROM to_jsonb(OLD) - 'decision' - 'decided_at'
        OR (NEW.decision = 'confirmed' AND NOT heed_may_name(OLD.id)) THEN
        RAISE EXCEPTION 'a request is decided once, by whom it asks' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER step BEFORE UPDATE OR DELETE ON reader_request FOR EACH ROW EXECUTE FUNCTION heed_reader_request_step()`;

/** The only way in which anybody is named by others. */
const NAMING = `
  CREATE FUNCTION heed_name_reader() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      INSERT INTO evidence_grant (workspace_id, evidence_id, person_id, granted_by, reason, ends_on, request_id)
        VALUES (NEW.workspace_id, NEW.evidence_id, NEW.person_id, NEW.requested_by, NEW.reason, NEW.ends_on, NEW.id)
        ON CONFLICT (evidence_id, person_id) DO UPDATE SET granted_by = excluded.granted_by, reason = excluded.reason, ends_on = excluded.ends_on,
          request_id = excluded.request_id, ended_at = NULL, created_at = clock_timestamp();
      INSERT INTO custody_record (id, workspace_id, evidence_id, act, person_id, organization_id)
        VALUES (gen_random_uuid(), NEW.workspace_id, NEW.evidence_id, 'reader-named', heed_person(), heed_organization());
      RETURN NULL;
    END $$;
  CREATE TRIGGER name_reader AFTER UPDATE OF decision ON reader_request FOR EACH ROW
    WHEN (NEW.decision = 'confirmed' AND OLD.decision IS NULL) EXECUTE FUNCTION heed_name_reader()`;

/** Why somebody was named may lead to the source too. */
const ERASURE = `
  CREATE FUNCTION heed_erase_reasons() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE evidence_grant SET reason = 'Erased.' WHERE evidence_id = NEW.id;
      UPDATE reader_request SET reason = 'Erased.' WHERE evidence_id = NEW.id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER erase_reasons AFTER UPDATE OF withdrawal ON evidence FOR EACH ROW
    WHEN (NEW.withdrawal = 'erased' AND OLD.withdrawal <> 'erased') EXECUTE FUNCTION heed_erase_reasons()`;

const FUNCTIONS = [
  'heed_is_named(uuid)',
  'heed_brought(uuid)',
  'heed_may_name(uuid)',
  'heed_name_reader()',
  'heed_erase_reasons()',
];

const RIGHTS = `
  GRANT SELECT ON reader_request TO heed_app, heed_reader;
  GRANT INSERT, UPDATE (decision, decided_at) ON reader_request TO heed_app;
  GRANT UPDATE (ended_at) ON evidence_grant TO heed_app;
  REVOKE ALL ON FUNCTION ${FUNCTIONS.join(', ')} FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_is_named(uuid), heed_brought(uuid), heed_may_name(uuid) TO heed_app, heed_reader;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ${FUNCTIONS.map((name) => `ALTER FUNCTION ${name} OWNER TO heed_keeper;`).join(' ')}
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

const CUSTODY = `
  ALTER TABLE custody_record DROP CONSTRAINT custody_record_act_check;
  ALTER TABLE custody_record ADD CHECK (act IN ('captured', 'uploaded', 'changed', 'opened', 'exported', 'withdrawn', 're-hashed',
    'mismatched', 'restored', 'erased', 'reader-named', 'reader-ended'))`;
