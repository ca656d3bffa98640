// The command `npm run setup`: from an installed program to an empty workspace with its first administrator's link.
import type { INestApplicationContext } from '@nestjs/common';
import { asSignIn } from './as-sign-in.js';
import { Installation, type InstalledWorkspace } from './auth/installation.service.js';
import { readSetup, type Settings } from './configuration.js';
import { ensureMasterKey, hasMasterKey, readMasterKey } from './master-key.js';
import { openDatabaseBeside } from './open-database.js';
import { openServices } from './open-services.js';
import { refuseDemonstration } from './refuse-demonstration.js';
import { type Command, runCommand } from './run-command.js';
import { runMigrations } from './run-migrations.js';
import type { FirstWorkspaceDto } from './setup/first-workspace.dto.js';
import { foundFirst, renewLink } from './setup/first-workspace.js';
import { askFor } from './setup/questions.js';
import { linkNotice, presenceNotice } from './setup/setup-notice.js';
import type { SetupWishes } from './setup-wishes.js';
import { StartRefusal } from './start-refusal.js';

await runCommand(async (command) => {
  const { settings, wishes } = readSetup();
  if (hasMasterKey(settings.keyFile)) readMasterKey(settings.keyFile, false);
  const database = await openDatabaseBeside(settings, command);
  command.onStop(database.stop);
  for (const name of await runMigrations(database.directUrl)) command.say(`Migrated: ${name}`);
  await refuseDemonstration(database.directUrl);
  const isInUse = await asSignIn(database.directUrl, 'SELECT EXISTS (SELECT FROM workspace) AS found');
  const wanted = isInUse || wishes.newLink ? undefined : await askFor(wishes, process.stdin.isTTY);
  makeKey(settings, isInUse, command);
  const configuration = { ...settings, masterKey: readMasterKey(settings.keyFile, false) };
  const app = await openServices(configuration, database.url, command);
  for (const line of await setUp(app, settings, wanted, wishes)) command.say(line);
});

/** Only for a database that nothing was sealed in yet: a new key could not open what the old one sealed. */
function makeKey({ keyFile }: Settings, isInUse: boolean, { say }: Command): void {
  if (isInUse && !hasMasterKey(keyFile))
    throw new StartRefusal(
      `This database is in use, but its master key is not at ${keyFile}: put back the copy that was kept of it, or set HEED_KEY_FILE.`,
    );
  if (ensureMasterKey(keyFile))
    say(
      `Made the master key: ${keyFile}. Keep a copy apart from the database: what it seals can't be read without it.`,
    );
}

async function setUp(
  app: INestApplicationContext,
  settings: Settings,
  wanted: FirstWorkspaceDto | undefined,
  { newLink }: SetupWishes,
): Promise<string[]> {
  const made = wanted && (await foundFirst(app, wanted));
  if (wanted && made) return [`workspace: ${wanted.slug} (${wanted.name})`, ...linkNotice(settings.origin, made)];
  const there = await app.get(Installation).workspaces();
  return newLink ? linkAnew(app, settings, there) : presenceNotice(there);
}

async function linkAnew(
  app: INestApplicationContext,
  { origin }: Settings,
  [first]: InstalledWorkspace[],
): Promise<string[]> {
  if (!first) throw new StartRefusal('There is no workspace yet: run it without --new-link.');
  if (!first.invitation || first.hasAdministrator)
    throw new StartRefusal(
      'The first administrator has used the link. Who lost a password is helped by: npm run recover -- EMAIL',
    );
  return linkNotice(origin, await renewLink(app, first, first.invitation));
}
