// The command `npm run rotate-keys`: a new key for the keys of sealed files, and every one of them wrapped with it, while a server runs.
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import { inWorkspace } from './access/in-workspace.js';
import { systemActor } from './access/system-actor.js';
import { AuditLog } from './audit/audit-log.js';
import { Installation } from './auth/installation.service.js';
import { KeyRing } from './blobs/key-ring.js';
import { readConfiguration } from './configuration.js';
import { dataSourceOptions } from './data-source.js';
import { lookAtKeys, rotate } from './evidence/key-rotation.js';
import { addKey, readKeys } from './master-key.js';
import { openServices } from './open-services.js';
import { openDatabaseBeside } from './open-database.js';
import { runCommand } from './run-command.js';
import { requireMigrated } from './run-migrations.js';
import { StartRefusal } from './start-refusal.js';

await runCommand(async (command) => {
  const configuration = readConfiguration(undefined, []);
  const database = await openDatabaseBeside(configuration, command);
  command.onStop(database.stop);
  await requireMigrated(database.directUrl);
  const owner = await new DataSource(dataSourceOptions(database.directUrl)).initialize();
  command.onStop(() => owner.destroy());
  const ring = new KeyRing(() => readKeys(configuration.keyFile));
  const before = await lookAtKeys(owner.manager, ring);
  if (before.missing.size > 0)
    throw new StartRefusal(
      `Keys are missing: ${[...before.missing.keys()].join(', ')}. Put them back into ${configuration.keyFile} first.`,
    );
  // One that was broken off goes on with the key that it began with.
  if (before.older === 0) {
    addKey(configuration.keyFile);
    command.say(`Added a key to ${configuration.keyFile}: keep a copy of it now, apart from the database.`);
  }
  const { wrapped, unopened } = await rotate(owner.manager, ring);
  command.say(`Keys of files wrapped anew: ${String(wrapped)}`);
  await tellWorkspaces(await openServices(configuration, database.url, command));
  if (unopened > 0) throw new StartRefusal(`${String(unopened)} could not be opened. Nothing of them was changed.`);
  command.say(
    'No file needs the keys before the last line, but backups of the database from before do. The first line stays: it seals other things too.',
  );
});

/**
 * In the log of every workspace, whether it has sealed files or not: whoever reads it is not to learn that there are any. After the
 * work, since that is many transactions.
 */
async function tellWorkspaces(app: INestApplicationContext): Promise<void> {
  const [manager, audit, requestId] = [app.get(EntityManager), app.get(AuditLog), uuid()];
  for (const { id, timeZone } of await app.get(Installation).workspaces()) {
    const system = systemActor({ workspaceId: id, timeZone }, requestId);
    const happening = { action: 'file-keys.rotated', objectType: 'workspace', objectId: id };
    await inWorkspace(system, manager, (tx) => audit.record(tx, system, happening));
  }
}
