// The last entry of a load is an audit event that names exactly the content that was loaded: its id is made from all of
// it. Where the event is there, nothing is looked for; content that has changed since is looked for anew.

import { EntityManager } from 'typeorm';
import { v5 as uuid } from 'uuid';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { AuditLog } from '../audit/audit-log.js';
import type { DemonstrationContent } from './content.js';
import type { Desk } from './desk.js';

const LOADED = 'demonstration.loaded';

/** Whether exactly this content was loaded to its end before. */
export function isComplete({ app, actor }: Desk, content: DemonstrationContent): Promise<boolean> {
  const { workspaceId } = actor;
  return inWorkspace(actor, app.get(EntityManager), (tx) =>
    tx.existsBy(AuditEvent, { workspaceId, objectId: idOf(content, workspaceId), action: LOADED }),
  );
}

/** Says that all of it has been entered. */
export function recordCompletion({ app, actor }: Desk, content: DemonstrationContent): Promise<void> {
  const objectId = idOf(content, actor.workspaceId);
  return inWorkspace(actor, app.get(EntityManager), (tx) =>
    app.get(AuditLog).record(tx, actor, { action: LOADED, objectType: 'demonstration', objectId }),
  );
}

const idOf = (content: DemonstrationContent, workspaceId: string): string => uuid(JSON.stringify(content), workspaceId);
