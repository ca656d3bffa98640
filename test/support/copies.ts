import type { World } from './world.js';

/**
 * Columns that triggers keep, told once more from where they come from: what of the workspace's follow-ups and tracks
 * is not as it should be. Empty, always.
 */
export async function copiesThatDiffer(world: World): Promise<unknown[]> {
  const { workspaceId } = world.a;
  const followUps = await world.a.rows<Copied>(COPIED, [workspaceId]);
  const differing = followUps.filter(({ copied, original }) => JSON.stringify(copied) !== JSON.stringify(original));
  return [...differing, ...(await world.a.rows(TRACKS, [workspaceId]))];
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
