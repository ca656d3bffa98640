// The functions that merge two entries for one thing and undo it, made anew when something new names an addressee or a source.

type Key = readonly [kind: string, table: string, column: string];

/** What named them from the beginning. What came later is given by the migration that brought it. */
const FIRST: Record<'addressee' | 'source', Key[]> = {
  addressee: [
    ['follow-up', 'follow_up', 'addressee_id'],
    ['via-group', 'follow_up', 'via_group_id'],
    ['membership', 'addressee_member', 'member_id'],
    ['member', 'addressee_member', 'group_id'],
    ['engagement', 'engagement', 'by_addressee_id'],
    ['predecessor', 'addressee', 'successor_id'],
  ],
  source: [['recommendation', 'recommendation', 'source_id']],
};

/** Whoever merges sees not all of what has to go over, so the keeper moves it; it repeats the wall: workspace, person, role. */
const ASKED = `
      SELECT x.* INTO m FROM merge x WHERE x.id = asked AND x.workspace_id = heed_workspace() AND x.undone_at IS NULL
        AND (heed_has_role('administrator') OR heed_has_role('editor'));
      IF NOT FOUND THEN RAISE EXCEPTION 'no such merge' USING ERRCODE = 'insufficient_privilege'; END IF;`;

const move = ([kind, table, column]: Key): string => `
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

const merge = (ofSource: Key[]): string => `
  CREATE OR REPLACE FUNCTION heed_merge(asked uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE m merge;
    BEGIN
      ${ASKED}
      IF m.noun = 'addressee' THEN
        ${FIRST.addressee.map(move).join('')}
        ${MOVE_LINKS}
        UPDATE addressee SET aliases = aliases || m.aliases WHERE workspace_id = m.workspace_id AND id = m.kept_id AND m.aliases <> '{}';
        DELETE FROM addressee WHERE workspace_id = m.workspace_id AND id = m.old_id;
      ELSE
        ${[...FIRST.source, ...ofSource].map(move).join('')}
        UPDATE source SET aliases = aliases || m.aliases WHERE workspace_id = m.workspace_id AND id = m.kept_id AND m.aliases <> '{}';
        DELETE FROM source WHERE workspace_id = m.workspace_id AND id = m.old_id;
      END IF;
    END $$`;

/** 'changed since' where anything that went over no longer names the kept one: nothing is put back by halves. */
const putBack = ([kind, table, column]: Key): string => `
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

const restore = (noun: 'addressee' | 'source', keys: Key[], more: string): string => `
        INSERT INTO ${noun} SELECT (jsonb_populate_record(NULL::${noun}, m.was || jsonb_build_object('version', (m.was->>'version')::integer + 1,
          'updated_at', clock_timestamp()${more}))).*;
        ${keys.map(putBack).join('')}
        UPDATE ${noun} SET aliases = ARRAY(SELECT a FROM unnest(aliases) WITH ORDINALITY u(a, n) WHERE a <> ALL (m.aliases) ORDER BY n)
          WHERE workspace_id = m.workspace_id AND id = m.kept_id AND aliases && m.aliases;`;

const undo = (ofSource: Key[]): string => `
  CREATE OR REPLACE FUNCTION heed_undo_merge(asked uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      m merge;
      put bigint;
      back bigint := 0;
    BEGIN
      ${ASKED}
      IF m.noun = 'addressee' THEN
        -- A successor that is gone since is none any more.
        ${restore('addressee', FIRST.addressee, `, 'successor_id', (SELECT s.id FROM addressee s WHERE s.workspace_id = m.workspace_id AND s.id = (m.was->>'successor_id')::uuid)`)}
        ${PUT_LINKS_BACK}
      ELSE
        ${restore('source', [...FIRST.source, ...ofSource], '')}
      END IF;
      IF back <> (SELECT count(*) FROM merge_move v WHERE v.merge_id = m.id) THEN
        RAISE EXCEPTION 'changed since' USING ERRCODE = 'HE001';
      END IF;
    END $$`;

/** Both functions, which move also what these later keys to a source name. */
export const MERGES = (ofSource: Key[]): string[] => [merge(ofSource), undo(ofSource)];
