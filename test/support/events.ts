import type { World } from './world.js';

/** What the audit log of the world's workspace holds, oldest first: `theme.created 1 coalition`. */
export async function eventsOf(world: World, objectId: string): Promise<string[]> {
  const rows = await world.a.rows<{ text: string }>(
    `SELECT concat_ws(' ', action, object_version, confidentiality) AS text FROM audit_event
     WHERE workspace_id = $1 AND object_id = $2 AND outcome = 'allow' ORDER BY at, object_version`,
    [world.a.workspaceId, objectId],
  );
  return rows.map(({ text }) => text);
}
