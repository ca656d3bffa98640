// The command `npm run migrate`: brings the database up to date, and says with what.
import { readConfiguration } from './configuration.js';
import { openDatabase } from './open-database.js';
import { runMigrations } from './run-migrations.js';
import { runCommand } from './run-command.js';

await runCommand(async ({ say, onStop }) => {
  const database = await openDatabase(readConfiguration(), say, () => undefined);
  onStop(database.stop);
  const names = await runMigrations(database.directUrl);
  for (const name of names) say(`Migrated: ${name}`);
  say('The database is up to date.');
});
