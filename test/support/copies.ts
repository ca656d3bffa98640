import type { World } from './world.js';

/**
 * Columns that triggers keep, told once more from where they come from: what of the workspace's follow-ups and tracks
 * is not as it should be. Empty, always.
 */
export async function copiesThatDiffer(world: World): Promise<unknown[]> {
  const { workspaceId } = world.a;
  const followUps = await world.a.rows<Copied>(COPIED, [workspaceId]);
  const differing = followUps.filter(({ copied, original }) => JSON.stringify(copied) !== JSON.stringify(original));
  const others = [];
  for (const sql of [TRACKS, CONTESTED, THEMES, COUNTS]) others.push(...(await world.a.rows(sql, [workspaceId])));
  return [...differing, ...others];
}

interface Copied {
  id: string;
  copied: unknown;
  original: unknown;
}

const TRACK = (axis: string): string => `(SELECT t FROM track t WHERE t.follow_up_id = f.id AND t.axis = '${axis}')`;

/** The last closing says whether it is closed; deadlines that bind it, not met, as last extended: the earliest. */
const COPIED = `
  SELECT f.id,
    json_build_object('response', ARRAY[f.response_state, f.response_phase], 'implementation', ARRAY[f.implementation_state, f.implementation_phase],
      'source', f.source_id, 'code', f.recommendation_code, 'level', f.confidentiality, 'organization', f.organization_id, 'themes', f.theme_ids,
      'closed', f.closed, 'due', f.due_on) AS copied,
    json_build_object('response', ARRAY[(${TRACK('response')}).state, (${TRACK('response')}).phase],
      'implementation', ARRAY[(${TRACK('implementation')}).state, (${TRACK('implementation')}).phase],
      'source', r.source_id, 'code', r.code, 'level', r.confidentiality, 'organization', r.organization_id,
      'themes', ARRAY(SELECT theme_id FROM recommendation_theme x WHERE x.recommendation_id = r.id ORDER BY theme_id),
      'closed', coalesce((SELECT c.act = 'closed' FROM closing c WHERE c.follow_up_id = f.id ORDER BY c.recorded_at DESC LIMIT 1), false),
      'due', (SELECT min(d.due) FROM (
        SELECT coalesce((SELECT x.due_last FROM deadline_extension x WHERE x.deadline_id = d.id ORDER BY x.recorded_at DESC LIMIT 1), d.due_last) AS due
        FROM deadline d JOIN track t ON t.follow_up_id = f.id AND t.axis = d.axis
        WHERE d.recommendation_id = r.id AND (d.follow_up_id IS NULL OR d.follow_up_id = f.id)
          AND NOT (t.state = ANY (d.met_by) OR (d.met_by = '{}' AND t.phase IN ('agreed', 'partly-agreed', 'not-agreed', 'fulfilled')))) d
        WHERE NOT coalesce((SELECT c.act = 'closed' FROM closing c WHERE c.follow_up_id = f.id ORDER BY c.recorded_at DESC LIMIT 1), false))) AS original
  FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id WHERE f.workspace_id = $1`;

const TRACKS = `
  SELECT t.id, t.confidentiality, t.organization_id, r.confidentiality AS "of its recommendation" FROM track t JOIN recommendation r ON r.id = t.recommendation_id
  WHERE t.workspace_id = $1 AND (t.confidentiality, t.organization_id) IS DISTINCT FROM (r.confidentiality, r.organization_id)`;

/** Contested or not, on the track and on the follow-up, told once more. */
const CONTESTED = `
  SELECT t.id, t.axis, t.contested, heed_is_contested(t.id, t.phase, t.stands_on) AS original FROM track t LEFT JOIN follow_up f ON f.id = t.follow_up_id
  WHERE t.workspace_id = $1 AND (t.contested <> heed_is_contested(t.id, t.phase, t.stands_on)
    OR CASE t.axis WHEN 'response' THEN f.response_contested WHEN 'implementation' THEN f.implementation_contested END <> t.contested)`;

const THEME_COLUMNS = `workspace_id, organization_id, confidentiality, recommendation_id, recommendation_code, source_id, addressee_id, owner_id, asked,
  response_state, response_phase, implementation_state, implementation_phase, due_on, closed, moved_at, response_contested, implementation_contested`;
const ORIGINAL_THEMES = `SELECT f.id, theme AS theme_id, ${THEME_COLUMNS} FROM follow_up f, unnest(f.theme_ids) theme WHERE f.workspace_id = $1`;
const KEPT_THEMES = `SELECT id, theme_id, ${THEME_COLUMNS} FROM follow_up_theme WHERE workspace_id = $1`;
const THEMES = `
  (SELECT 'missing theme' AS what, o.* FROM (${ORIGINAL_THEMES} EXCEPT ${KEPT_THEMES}) o)
  UNION ALL (SELECT 'wrong theme', k.* FROM (${KEPT_THEMES} EXCEPT ${ORIGINAL_THEMES}) k)`;

/** Every count added up, beside all follow-ups counted once more by the same day. */
const NUMBERS =
  `awaited, agreed, partly_agreed, not_agreed, no_reply, unknown, not_started, progressing, fulfilled, not_done, reversed,
  closed, overdue, response_contested, implementation_contested`
    .split(',')
    .map((name) => name.trim());
const ADDED = (sign: string) => NUMBERS.map((name) => `${sign}${name} AS ${name}`).join(', ');
const COUNTS = `
  SELECT c.kind, c.key, c.scope, ${NUMBERS.map((name) => `sum(c.${name}) AS ${name}`).join(', ')}
  FROM (SELECT kind, key, scope, ${ADDED('')} FROM follow_up_count WHERE workspace_id = $1
    UNION ALL SELECT x.kind, x.key, x.scope, ${ADDED('-x.')}
    FROM follow_up f JOIN counting_day d ON d.workspace_id = f.workspace_id, heed_counts_of(f, d.day, 1) x WHERE f.workspace_id = $1) c
  GROUP BY c.kind, c.key, c.scope HAVING ${NUMBERS.map((name) => `sum(c.${name}) <> 0`).join(' OR ')}`;
