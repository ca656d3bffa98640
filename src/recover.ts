// The command `npm run recover -- EMAIL`: a link for who has lost a password, to hand over by a way that is trusted.
import { RecoveriesService } from './auth/recoveries.service.js';
import { readConfiguration } from './configuration.js';
import { openDatabaseBeside } from './open-database.js';
import { openServices } from './open-services.js';
import { refuseDemonstration } from './refuse-demonstration.js';
import { runCommand } from './run-command.js';
import { requireMigrated } from './run-migrations.js';
import { StartRefusal } from './start-refusal.js';

const NOTICE = [
  'The link is shown this once and works once. Make sure whom you hand it to: whoever opens it in a browser sets the password.',
  "That ends every session and token of the account and takes its second factors away. Making the link and using it stand in the log of the person's workspaces.",
];

await runCommand(async (command) => {
  const [email, ...others] = process.argv.slice(2);
  if (!email?.includes('@') || email.startsWith('-') || others.length > 0)
    throw new StartRefusal('Say whose account: npm run recover -- EMAIL');
  const configuration = readConfiguration(undefined, []);
  const database = await openDatabaseBeside(configuration, command);
  command.onStop(database.stop);
  await requireMigrated(database.directUrl);
  await refuseDemonstration(database.directUrl);
  const app = await openServices(configuration, database.url, command);
  const offered = await app.get(RecoveriesService).offer(email, 'recover');
  if (!offered) throw new StartRefusal('No account that may sign in has this e-mail address. Nothing was changed.');
  command.say(`link: ${configuration.origin}/recoveries/${offered.token}`);
  command.say(`expires: ${offered.expiresAt.toISOString()}`);
  for (const line of NOTICE) command.say(line);
});
