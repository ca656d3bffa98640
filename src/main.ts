import { createServer } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { Installation } from './auth/installation.service.js';
import { checkFileKeys } from './check-file-keys.js';
import { checkMasterKey } from './check-master-key.js';
import { type Configuration, readConfiguration } from './configuration.js';
import { servingDataSource } from './data-source.js';
import { createHttpApp } from './http.js';
import { FileChecks } from './fixity/file-checks.js';
import { openDatabase } from './open-database.js';
import { type Command, runCommand } from './run-command.js';
import { refuseDemonstration } from './refuse-demonstration.js';
import { runMigrations } from './run-migrations.js';
import { startJobs } from './schedule.js';
import { bindWords } from './bind-words.js';
import { sealWords } from './seal-words.js';
import { StartRefusal } from './start-refusal.js';

await runCommand(async (command) => {
  const configuration = readConfiguration();
  const lost = () => command.fail(`PostgreSQL has ended by itself; ${configuration.dataFolder}/postgres.log says why.`);
  const database = await openDatabase(configuration, command.say, lost);
  command.onStop(database.stop);
  await checkPort(configuration);
  await runMigrations(database.directUrl);
  if (!configuration.isDemonstration) await refuseDemonstration(database.directUrl);
  const app = await serve(command, configuration, database);
  for (const line of await checkFileKeys(database.directUrl, configuration.keyFile)) command.say(line);
  for (const line of await damagedFiles(app)) command.say(line);
  command.say(await notice(app, configuration, database.url));
  await command.untilStopped();
});

/** What the last look at the files found that people can't open; the operator hears of it at each start, and in /metrics. */
async function damagedFiles(app: INestApplication): Promise<string[]> {
  const states = await app.get(FileChecks).states();
  const damaged = states.filter(({ outcome }) => outcome !== 'whole');
  const counts = damaged.map(({ outcome, files }) => `${outcome} ${String(files)}`).join(', ');
  return damaged.length > 0
    ? [`warning: stored files are not as they were taken in (${counts}). docs/operations.md, "Files", says what to do.`]
    : [];
}

/** Of the demonstration nothing is loaded without being asked for. */
async function notice(
  app: INestApplication,
  { isDemonstration, origin }: Configuration,
  databaseUrl: string,
): Promise<string> {
  const isSetUp = (await app.get(Installation).workspaces()).length > 0;
  if (!isSetUp)
    return `address: ${origin}\nThere is no workspace yet: "npm run setup" makes the first one, also while this runs.`;
  if (!isDemonstration) return `address: ${origin}`;
  const { demonstrationNotice } = await import('./start-notice.js');
  const { momentsOf } = await import('./demonstration/moments.js');
  return demonstrationNotice(origin, databaseUrl, await momentsOf(app)).join('\n');
}

async function serve(
  { onStop, say }: Command,
  configuration: Configuration,
  { url, directUrl }: { url: string; directUrl: string },
): Promise<INestApplication> {
  const dataSource = await servingDataSource(url).initialize();
  onStop(async () => dataSource.isInitialized && dataSource.destroy());
  const app = await createHttpApp(AppModule.register({ dataSource, configuration }), configuration.trustedProxies);
  onStop(() => app.close());
  await checkMasterKey(app);
  // Not before: sealed with another key, it could never be read again.
  await sealWords(directUrl, configuration.keyFile);
  await bindWords(directUrl, configuration.keyFile);
  if (configuration.isDemonstration) {
    say('Loading the demonstration');
    const { loadDemonstration } = await import('./demonstration/demonstration.js');
    await loadDemonstration(app);
  }
  const { host, port } = configuration;
  await app.listen({ host, port }).catch((error: unknown) => refuseToListen(configuration, error));
  await startJobs(app, directUrl).then(onStop);
  return app;
}

/** Said before the migrations and the demonstration, rather than after them. */
function checkPort(configuration: Configuration): Promise<void> {
  const { host, port } = configuration;
  const server = createServer();
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host, port }, () => server.close(() => resolve()));
  }).catch((error: unknown) => refuseToListen(configuration, error));
}

function refuseToListen({ host, port }: Configuration, error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE') throw new StartRefusal(`Cannot listen on port ${port} of ${host}: ${message}`);
  throw new StartRefusal(`Port ${port} of ${host} is in use: stop what listens there, or set PORT to another one.`);
}
