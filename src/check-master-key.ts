import type { INestApplicationContext } from '@nestjs/common';
import { systemActor } from './access/system-actor.js';
import { AuditEventsService } from './audit/audit-events.service.js';
import { WrongSeal } from './audit/audit-seal.js';
import { Installation } from './auth/installation.service.js';
import { StartRefusal } from './start-refusal.js';

/** Opens what was sealed first. Throws StartRefusal where the key is another one: it would seal on, and part the log in two. */
export async function checkMasterKey(app: INestApplicationContext): Promise<void> {
  const [first] = await app.get(Installation).workspaces();
  if (!first) return;
  const system = systemActor({ workspaceId: first.id, timeZone: first.timeZone }, 'start');
  const oldest = { limit: 1, sort: 'at', count: false };
  await app
    .get(AuditEventsService)
    .list(system, oldest)
    .catch((error: unknown) => {
      if (!(error instanceof WrongSeal)) throw error;
      throw new StartRefusal(
        'The master key is not the one that this database was sealed with: put back the copy that was kept of it, or set HEED_KEY_FILE.',
      );
    });
}
