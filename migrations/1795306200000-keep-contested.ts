import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether evidence disagrees over a track stands on the track, so that lists and counts needn't ask for each row; what
 * few rows have is built by functions, which cost nothing where they aren't called.
 */
export class KeepContested1795306200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [KEEPER, COLUMNS, IS_CONTESTED, TRIGGERS, PIECES, OWNERS, REBUILD]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION heed_is_contested, heed_contested, heed_keep_contested, heed_contested_by_link, heed_contested_by_evidence, heed_copy_contested,
        heed_rebuild_contested, heed_person_json, heed_closing_json, heed_owner_json, heed_addressee_json, heed_members CASCADE;
      DROP TRIGGER touch ON track; DROP TRIGGER touch ON follow_up; DROP TRIGGER keep_due ON follow_up;
      ALTER TABLE follow_up DROP COLUMN response_contested, DROP COLUMN implementation_contested;
      ALTER TABLE track DROP COLUMN contested;
      CREATE TRIGGER touch BEFORE UPDATE ON track FOR EACH ROW EXECUTE FUNCTION heed_touch();
      CREATE TRIGGER touch BEFORE UPDATE ON follow_up FOR EACH ROW EXECUTE FUNCTION heed_touch();
      CREATE TRIGGER keep_due BEFORE INSERT OR UPDATE ON follow_up FOR EACH ROW EXECUTE FUNCTION heed_keep_due();
      DROP POLICY keeping ON track; DROP POLICY keeping ON follow_up; DROP POLICY keeping ON track_evidence; DROP POLICY keeping ON evidence;
      DROP POLICY keeping ON transition; DROP POLICY keeping ON transition_evidence`);
  }
}

/** The role of triggers that keep copies: evidence that one organization verifies also contests tracks that only another sees. */
const KEEPER = `
  DO $$ BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('heed roles'));
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'heed_keeper') THEN CREATE ROLE heed_keeper NOLOGIN NOINHERIT; END IF;
    GRANT heed_keeper TO CURRENT_USER;
  END $$;
  GRANT USAGE ON SCHEMA public TO heed_keeper;
  GRANT SELECT ON track, follow_up, track_evidence, evidence, transition, transition_evidence TO heed_keeper;
  CREATE POLICY keeping ON track TO heed_keeper USING (true);
  CREATE POLICY keeping ON follow_up TO heed_keeper USING (true);
  CREATE POLICY keeping ON track_evidence FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON evidence FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON transition FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON transition_evidence FOR SELECT TO heed_keeper USING (true)`;

/** They are no change of anybody's: version and ETag stay as they are. */
const COLUMNS = `
  ALTER TABLE track ADD COLUMN contested boolean NOT NULL DEFAULT false;
  ALTER TABLE follow_up ADD COLUMN response_contested boolean NOT NULL DEFAULT false, ADD COLUMN implementation_contested boolean NOT NULL DEFAULT false;
  DROP TRIGGER touch ON track;
  CREATE TRIGGER touch BEFORE UPDATE ON track FOR EACH ROW
    WHEN (NEW.contested = OLD.contested OR (NEW.phase, NEW.stands_on) IS DISTINCT FROM (OLD.phase, OLD.stands_on)) EXECUTE FUNCTION heed_touch();
  DROP TRIGGER touch ON follow_up;
  CREATE TRIGGER touch BEFORE UPDATE ON follow_up FOR EACH ROW
    WHEN ((NEW.response_contested, NEW.implementation_contested) = (OLD.response_contested, OLD.implementation_contested)) EXECUTE FUNCTION heed_touch();
  DROP TRIGGER keep_due ON follow_up;
  CREATE TRIGGER keep_due BEFORE INSERT OR UPDATE OF recommendation_id, response_state, response_phase, implementation_state, implementation_phase, due_on, closed
    ON follow_up FOR EACH ROW EXECUTE FUNCTION heed_keep_due();
  GRANT UPDATE (contested) ON track TO heed_keeper;
  GRANT UPDATE (response_contested, implementation_contested) ON follow_up TO heed_keeper`;

/** The verified pieces that count for or against a track: cited by what it stands on, or linked since. */
const COUNTING = `
  SELECT p.id, p.title, p.stance
  FROM (SELECT DISTINCT ON (l.evidence_id) e.id, e.title, l.stance, l.recorded_at FROM track_evidence l JOIN evidence e ON e.id = l.evidence_id
    WHERE l.track_id = of_track AND e.verified_by IS NOT NULL AND e.acceptance = 'accepted' AND e.withdrawal = 'none' AND e.confidentiality IN ('public', 'coalition')
    ORDER BY l.evidence_id, l.recorded_at DESC, l.id DESC) p
  WHERE p.stance IN ('supports', 'contradicts') AND (p.recorded_at >= (SELECT x.recorded_at FROM transition x WHERE x.id = of_transition)
    OR EXISTS (SELECT FROM transition_evidence te WHERE te.transition_id = of_transition AND te.evidence_id = p.id))`;

/** Verified pieces on both sides, or against the phase. */
const IS_CONTESTED = `
  CREATE FUNCTION heed_is_contested(of_track uuid, of_phase text, of_transition uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
    BEGIN
      IF of_transition IS NULL OR NOT EXISTS (SELECT FROM track_evidence WHERE track_id = of_track) THEN RETURN false; END IF;
      RETURN (SELECT coalesce(bool_or(stance = 'supports') AND bool_or(stance = 'contradicts')
          OR (of_phase IN ('fulfilled', 'agreed') AND bool_or(stance = 'contradicts'))
          OR (of_phase IN ('not-done', 'not-agreed', 'reversed') AND bool_or(stance = 'supports')), false)
        FROM (${COUNTING}) c);
    END $$;
  -- Which pieces those are, of what the reader may see.
  CREATE FUNCTION heed_contested(of_track uuid, of_transition uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('supports', coalesce(json_agg(json_build_object('id', id, 'title', title)) FILTER (WHERE stance = 'supports'), '[]'),
          'contradicts', coalesce(json_agg(json_build_object('id', id, 'title', title)) FILTER (WHERE stance = 'contradicts'), '[]'))
        FROM (${COUNTING}) c);
    END $$`;

const TRIGGERS = `
  CREATE FUNCTION heed_keep_contested() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      NEW.contested := heed_is_contested(NEW.id, NEW.phase, NEW.stands_on);
      RETURN NEW;
    END $$;
  CREATE TRIGGER keep_contested BEFORE UPDATE OF phase, stands_on ON track FOR EACH ROW EXECUTE FUNCTION heed_keep_contested();
  CREATE FUNCTION heed_contested_by_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM FROM track WHERE id = NEW.track_id FOR NO KEY UPDATE; -- Whoever moves it meanwhile is waited for, then seen.
      UPDATE track SET contested = NOT contested WHERE id = NEW.track_id AND contested <> heed_is_contested(id, phase, stands_on);
      RETURN NULL;
    END $$;
  CREATE TRIGGER contested_by_link AFTER INSERT ON track_evidence FOR EACH ROW EXECUTE FUNCTION heed_contested_by_link();
  CREATE FUNCTION heed_contested_by_evidence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM FROM track WHERE id IN (SELECT track_id FROM track_evidence WHERE evidence_id = NEW.id) ORDER BY id FOR NO KEY UPDATE;
      UPDATE track SET contested = NOT contested WHERE id IN (SELECT track_id FROM track_evidence WHERE evidence_id = NEW.id)
        AND contested <> heed_is_contested(id, phase, stands_on);
      RETURN NULL;
    END $$;
  CREATE TRIGGER contested_by_evidence AFTER UPDATE ON evidence FOR EACH ROW
    WHEN ((NEW.verified_by IS NULL, NEW.acceptance, NEW.withdrawal, NEW.confidentiality) IS DISTINCT FROM
      (OLD.verified_by IS NULL, OLD.acceptance, OLD.withdrawal, OLD.confidentiality))
    EXECUTE FUNCTION heed_contested_by_evidence();
  CREATE FUNCTION heed_copy_contested() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.axis = 'response' THEN UPDATE follow_up SET response_contested = NEW.contested WHERE id = NEW.follow_up_id;
      ELSE UPDATE follow_up SET implementation_contested = NEW.contested WHERE id = NEW.follow_up_id; END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER copy_contested AFTER UPDATE ON track FOR EACH ROW WHEN (NEW.contested <> OLD.contested AND NEW.follow_up_id IS NOT NULL)
    EXECUTE FUNCTION heed_copy_contested()`;

/** Parts of a follow-up's answer that few have; each repeats what queries.ts says of people and addressees. */
const PIECES = `
  CREATE FUNCTION heed_person_json(of_workspace uuid, of_person uuid, of_organization uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('id', m.id, 'name', coalesce((SELECT w.text FROM words w WHERE w.workspace_id = m.workspace_id AND w.hash = m.name_hash), m.pseudonym),
          'organization', json_build_object('id', o.id, 'name', o.name))
        FROM membership m, organization o WHERE m.workspace_id = of_workspace AND m.person_id = of_person AND o.id = of_organization);
    END $$;
  CREATE FUNCTION heed_closing_json(of_follow_up uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('kind', c.kind, 'occurredOn', c.occurred_on,
          'reason', (SELECT w.text FROM words w WHERE w.workspace_id = c.workspace_id AND w.hash = c.reason_hash),
          'by', heed_person_json(c.workspace_id, c.person_id, c.organization_id), 'recordedAt', c.recorded_at)
        FROM closing c WHERE c.follow_up_id = of_follow_up ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1);
    END $$;
  CREATE FUNCTION heed_owner_json(of_membership uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('id', m.id, 'name', coalesce((SELECT w.text FROM words w WHERE w.workspace_id = m.workspace_id AND w.hash = m.name_hash), m.pseudonym))
        FROM membership m WHERE m.id = of_membership);
    END $$;
  CREATE FUNCTION heed_addressee_json(of_addressee uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN (SELECT json_build_object('id', a.id, 'code', a.code, 'name', coalesce(a.names->>current_setting('app.language', true), a.name)) FROM addressee a WHERE a.id = of_addressee);
    END $$;
  -- Members of a group on a day, as declared or as listed, and how many of them are followed with this recommendation.
  CREATE FUNCTION heed_members(of_recommendation uuid, of_group uuid, today date, OUT members integer, OUT followed integer) LANGUAGE plpgsql STABLE AS $$
    DECLARE listed uuid[] := ARRAY(SELECT x.member_id FROM addressee_member x WHERE x.group_id = of_group
      AND (x.from_last IS NULL OR x.from_last <= today) AND (x.until_last IS NULL OR x.until_last > today));
    BEGIN
      members := coalesce((SELECT a.member_count FROM addressee a WHERE a.id = of_group), cardinality(listed));
      followed := (SELECT count(*) FROM follow_up s WHERE s.recommendation_id = of_recommendation AND (s.via_group_id = of_group OR s.addressee_id = ANY (listed)));
    END $$`;

const OWNERS = `
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_keep_contested() OWNER TO heed_keeper;
  ALTER FUNCTION heed_contested_by_link() OWNER TO heed_keeper;
  ALTER FUNCTION heed_contested_by_evidence() OWNER TO heed_keeper;
  ALTER FUNCTION heed_copy_contested() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

/** For what is there already, and for whoever doubts it. */
const REBUILD = `
  CREATE FUNCTION heed_rebuild_contested() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE changed bigint;
    BEGIN
      UPDATE track SET contested = NOT contested WHERE contested <> heed_is_contested(id, phase, stands_on);
      GET DIAGNOSTICS changed = ROW_COUNT;
      UPDATE follow_up f SET response_contested = r.contested, implementation_contested = i.contested FROM track r, track i
        WHERE r.follow_up_id = f.id AND r.axis = 'response' AND i.follow_up_id = f.id AND i.axis = 'implementation'
          AND (f.response_contested, f.implementation_contested) <> (r.contested, i.contested);
      RETURN changed;
    END $$;
  REVOKE ALL ON FUNCTION heed_rebuild_contested() FROM PUBLIC;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_rebuild_contested() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper;
  GRANT EXECUTE ON FUNCTION heed_rebuild_contested() TO CURRENT_USER;
  SELECT heed_rebuild_contested()`;
