import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardByWorkspace, touched } from './row-security.js';

/**
 * Two entries for one addressee, or one source, become one. The row of the old one goes, so that its keys prove that
 * nothing names it any more; `merge` keeps it whole, and `merge_move` what went over, so that it can be undone.
 */
export class CreateMerges1795306820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(guardByWorkspace('merge'));
    await runner.query(touched('merge'));
    for (const sql of [MOVES, RIGHTS, CLASHES, MERGE, UNDO, OWNERS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION heed_merge, heed_undo_merge, heed_merge_clashes;
      DROP TABLE merge_move, merge;
      DROP POLICY keeping ON addressee; DROP POLICY keeping ON addressee_member; DROP POLICY keeping ON engagement_addressee;
      DROP POLICY changing ON engagement; DROP POLICY changing ON recommendation; DROP POLICY changing ON source`);
  }
}

/** What names an addressee or a source, and what a move of it is called. A new key needs its line here: a test says so. */
const KEYS = {
  addressee: [
    ['follow-up', 'follow_up', 'addressee_id'],
    ['via-group', 'follow_up', 'via_group_id'],
    ['membership', 'addressee_member', 'member_id'],
    ['member', 'addressee_member', 'group_id'],
    ['engagement', 'engagement', 'by_addressee_id'],
    ['predecessor', 'addressee', 'successor_id'],
  ],
  source: [['recommendation', 'recommendation', 'source_id']],
} as const;
const LINKS = ['engagement-addressee', 'engagement-double'];
const KINDS = [...Object.values(KEYS).flatMap((keys) => keys.map(([kind]) => kind)), ...LINKS];

const TABLES = `
  CREATE TABLE merge (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    noun text NOT NULL CHECK (noun IN ('addressee', 'source')),
    old_id uuid NOT NULL,
    kept_id uuid NOT NULL,
    was jsonb NOT NULL CHECK (jsonb_typeof(was) = 'object'),
    aliases text[] NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    undone_by uuid REFERENCES person,
    undone_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id),
    CHECK (old_id <> kept_id),
    CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE UNIQUE INDEX merge_standing ON merge (old_id) WHERE undone_at IS NULL;
  CREATE INDEX ON merge (workspace_id, created_at DESC, id DESC);
  CREATE TABLE merge_move (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    workspace_id uuid NOT NULL REFERENCES workspace,
    merge_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN (${KINDS.map((kind) => `'${kind}'`).join(', ')})),
    row_id uuid NOT NULL,
    FOREIGN KEY (workspace_id, merge_id) REFERENCES merge (workspace_id, id));
  CREATE INDEX ON merge_move (merge_id);
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON merge_move FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER append_only_all BEFORE TRUNCATE ON merge_move EXECUTE FUNCTION heed_refuse_change()`;

/** That something of another organization alone went over is seen by that organization. */
const MOVES = `
  ALTER TABLE merge_move ENABLE ROW LEVEL SECURITY; ALTER TABLE merge_move FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON merge_move FOR SELECT TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND CASE
    WHEN kind IN ('follow-up', 'via-group') THEN EXISTS (SELECT FROM follow_up f WHERE f.id = row_id)
    WHEN kind IN ('engagement', 'engagement-addressee', 'engagement-double') THEN EXISTS (SELECT FROM engagement e WHERE e.id = row_id)
    WHEN kind = 'recommendation' THEN EXISTS (SELECT FROM recommendation r WHERE r.id = row_id)
    ELSE true END)`;

const RIGHTS = `
  CREATE POLICY keeping ON merge TO heed_keeper USING (true);
  CREATE POLICY keeping ON merge_move TO heed_keeper USING (true);
  CREATE POLICY keeping ON addressee TO heed_keeper USING (true);
  CREATE POLICY keeping ON addressee_member TO heed_keeper USING (true);
  CREATE POLICY keeping ON engagement_addressee TO heed_keeper USING (true);
  CREATE POLICY changing ON engagement FOR UPDATE TO heed_keeper USING (true);
  CREATE POLICY changing ON recommendation FOR UPDATE TO heed_keeper USING (true);
  CREATE POLICY changing ON source TO heed_keeper USING (true);
  GRANT SELECT ON merge, merge_move TO heed_app, heed_reader;
  GRANT INSERT, UPDATE (undone_by, undone_at) ON merge TO heed_app;
  GRANT SELECT ON merge TO heed_keeper;
  GRANT SELECT, INSERT ON merge_move TO heed_keeper;
  GRANT SELECT, INSERT, DELETE, UPDATE (successor_id, aliases) ON addressee TO heed_keeper;
  GRANT SELECT, UPDATE (group_id, member_id) ON addressee_member TO heed_keeper;
  GRANT SELECT, INSERT, DELETE ON engagement_addressee TO heed_keeper;
  GRANT UPDATE (by_addressee_id, updated_at) ON engagement TO heed_keeper;
  GRANT INSERT, DELETE, UPDATE (aliases) ON source TO heed_keeper;
  GRANT UPDATE (source_id) ON recommendation TO heed_keeper;
  GRANT UPDATE (addressee_id, via_group_id, source_id, recommendation_code, confidentiality, organization_id) ON follow_up TO heed_keeper;
  GRANT UPDATE (confidentiality, organization_id) ON track TO heed_keeper`;

/** How many things stand between two addressees, those that the caller may not see among them: only that there are some is told. */
const CLASHES = `
  CREATE FUNCTION heed_merge_clashes(old uuid, kept uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (SELECT count(*) FROM follow_up f JOIN follow_up k ON k.recommendation_id = f.recommendation_id AND k.addressee_id = kept
        WHERE f.addressee_id = old AND f.workspace_id = heed_workspace())
      + (SELECT count(*) FROM follow_up f WHERE f.addressee_id IN (old, kept) AND f.via_group_id IN (old, kept) AND f.workspace_id = heed_workspace())
      + (SELECT count(*) FROM engagement e JOIN engagement_addressee x ON x.engagement_id = e.id
        WHERE e.by_addressee_id IN (old, kept) AND x.addressee_id IN (old, kept) AND e.workspace_id = heed_workspace()) $$`;

/** Whoever merges sees not all of what has to go over, so the keeper moves it; it repeats the wall: workspace, person, role. */
const ASKED = `
      SELECT x.* INTO m FROM merge x WHERE x.id = asked AND x.workspace_id = heed_workspace() AND x.undone_at IS NULL
        AND (heed_has_role('administrator') OR heed_has_role('editor'));
      IF NOT FOUND THEN RAISE EXCEPTION 'no such merge' USING ERRCODE = 'insufficient_privilege'; END IF;`;

const move = ([kind, table, column]: readonly [string, string, string]): string => `
        WITH gone AS (UPDATE ${table} SET ${column} = m.kept_id WHERE workspace_id = m.workspace_id AND ${column} = m.old_id RETURNING id)
        INSERT INTO merge_move (workspace_id, merge_id, kind, row_id) SELECT m.workspace_id, m.id, '${kind}', id FROM gone;`;

/** An engagement with both keeps one of them. Its version counts, so that the change is one of its versions. */
const MOVE_LINKS = `
        INSERT INTO merge_move (workspace_id, merge_id, kind, row_id)
        SELECT m.workspace_id, m.id, CASE WHEN EXISTS (SELECT FROM engagement_addressee y WHERE y.engagement_id = x.engagement_id AND y.addressee_id = m.kept_id)
          THEN 'engagement-double' ELSE 'engagement-addressee' END, x.engagement_id
        FROM engagement_addressee x WHERE x.workspace_id = m.workspace_id AND x.addressee_id = m.old_id;
        UPDATE engagement e SET updated_at = clock_timestamp() FROM merge_move v WHERE v.merge_id = m.id AND v.row_id = e.id AND v.kind LIKE 'engagement-%';
        INSERT INTO engagement_addressee (workspace_id, engagement_id, addressee_id)
          SELECT m.workspace_id, v.row_id, m.kept_id FROM merge_move v WHERE v.merge_id = m.id AND v.kind = 'engagement-addressee';
        DELETE FROM engagement_addressee WHERE workspace_id = m.workspace_id AND addressee_id = m.old_id;`;

const MERGE = `
  CREATE FUNCTION heed_merge(asked uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE m merge;
    BEGIN
      ${ASKED}
      IF m.noun = 'addressee' THEN
        ${KEYS.addressee.map(move).join('')}
        ${MOVE_LINKS}
        UPDATE addressee SET aliases = aliases || m.aliases WHERE workspace_id = m.workspace_id AND id = m.kept_id AND m.aliases <> '{}';
        DELETE FROM addressee WHERE workspace_id = m.workspace_id AND id = m.old_id;
      ELSE
        ${KEYS.source.map(move).join('')}
        UPDATE source SET aliases = aliases || m.aliases WHERE workspace_id = m.workspace_id AND id = m.kept_id AND m.aliases <> '{}';
        DELETE FROM source WHERE workspace_id = m.workspace_id AND id = m.old_id;
      END IF;
    END $$`;

/** 'changed since' where anything that went over no longer names the kept one: nothing is put back by halves. */
const putBack = ([kind, table, column]: readonly [string, string, string]): string => `
        UPDATE ${table} t SET ${column} = m.old_id FROM merge_move v WHERE v.merge_id = m.id AND v.kind = '${kind}' AND v.row_id = t.id AND t.${column} = m.kept_id;
        GET DIAGNOSTICS put = ROW_COUNT; back := back + put;`;

const PUT_LINKS_BACK = `
        UPDATE engagement e SET updated_at = clock_timestamp() FROM merge_move v, engagement_addressee x
          WHERE v.merge_id = m.id AND v.row_id = e.id AND v.kind LIKE 'engagement-%' AND x.engagement_id = e.id AND x.addressee_id = m.kept_id;
        INSERT INTO engagement_addressee (workspace_id, engagement_id, addressee_id) SELECT m.workspace_id, v.row_id, m.old_id
          FROM merge_move v JOIN engagement_addressee x ON x.engagement_id = v.row_id AND x.addressee_id = m.kept_id
          WHERE v.merge_id = m.id AND v.kind LIKE 'engagement-%';
        GET DIAGNOSTICS put = ROW_COUNT; back := back + put;
        DELETE FROM engagement_addressee x USING merge_move v
          WHERE v.merge_id = m.id AND v.kind = 'engagement-addressee' AND x.engagement_id = v.row_id AND x.addressee_id = m.kept_id;`;

const restore = (noun: 'addressee' | 'source', more: string): string => `
        INSERT INTO ${noun} SELECT (jsonb_populate_record(NULL::${noun}, m.was || jsonb_build_object('version', (m.was->>'version')::integer + 1,
          'updated_at', clock_timestamp()${more}))).*;
        ${KEYS[noun].map(putBack).join('')}
        UPDATE ${noun} SET aliases = ARRAY(SELECT a FROM unnest(aliases) WITH ORDINALITY u(a, n) WHERE a <> ALL (m.aliases) ORDER BY n)
          WHERE workspace_id = m.workspace_id AND id = m.kept_id AND aliases && m.aliases;`;

const UNDO = `
  CREATE FUNCTION heed_undo_merge(asked uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      m merge;
      put bigint;
      back bigint := 0;
    BEGIN
      ${ASKED}
      IF m.noun = 'addressee' THEN
        -- A successor that is gone since is none any more.
        ${restore('addressee', `, 'successor_id', (SELECT s.id FROM addressee s WHERE s.workspace_id = m.workspace_id AND s.id = (m.was->>'successor_id')::uuid)`)}
        ${PUT_LINKS_BACK}
      ELSE
        ${restore('source', '')}
      END IF;
      IF back <> (SELECT count(*) FROM merge_move v WHERE v.merge_id = m.id) THEN
        RAISE EXCEPTION 'changed since' USING ERRCODE = 'HE001';
      END IF;
    END $$`;

const OWNERS = `
  REVOKE ALL ON FUNCTION heed_merge(uuid), heed_undo_merge(uuid), heed_merge_clashes(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION heed_merge(uuid), heed_undo_merge(uuid) TO heed_app;
  GRANT EXECUTE ON FUNCTION heed_merge_clashes(uuid, uuid) TO heed_app, heed_reader;
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_merge(uuid) OWNER TO heed_keeper;
  ALTER FUNCTION heed_undo_merge(uuid) OWNER TO heed_keeper;
  ALTER FUNCTION heed_merge_clashes(uuid, uuid) OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;
