import { createServer } from 'node:net';
import { AppModule } from './app.module.js';
import { type Configuration, readConfiguration } from './configuration.js';
import { servingDataSource } from './data-source.js';
import { createHttpApp } from './http.js';
import { openDatabase } from './open-database.js';
import { type Command, runCommand } from './run-command.js';
import { refuseDemonstration } from './refuse-demonstration.js';
import { runMigrations } from './run-migrations.js';
import { StartRefusal } from './start-refusal.js';

await runCommand(async (command) => {
  const configuration = readConfiguration();
  const lost = () => command.fail(`PostgreSQL has ended by itself; ${configuration.dataFolder}/postgres.log says why.`);
  const database = await openDatabase(configuration, command.say, lost);
  command.onStop(database.stop);
  await checkPort(configuration);
  await runMigrations(database.directUrl);
  if (!configuration.isDemonstration) await refuseDemonstration(database.directUrl);
  await serve(command, configuration, database.url);
  command.say(await notice(configuration, database.url));
  await command.stopped;
});

/** Of the demonstration nothing is loaded without being asked for. */
async function notice({ isDemonstration, origin }: Configuration, databaseUrl: string): Promise<string> {
  if (!isDemonstration) return `address: ${origin}`;
  const { demonstrationNotice } = await import('./start-notice.js');
  return demonstrationNotice(origin, databaseUrl).join('\n');
}

async function serve({ onStop, say }: Command, configuration: Configuration, url: string): Promise<void> {
  const dataSource = await servingDataSource(url).initialize();
  onStop(async () => dataSource.isInitialized && dataSource.destroy());
  const app = await createHttpApp(AppModule.register({ dataSource, configuration }));
  onStop(() => app.close());
  if (configuration.isDemonstration) {
    say('Loading the demonstration');
    const { loadDemonstration } = await import('./demonstration/demonstration.js');
    await loadDemonstration(app);
  }
  const { host, port } = configuration;
  await app.listen({ host, port }).catch((error: unknown) => refuseToListen(configuration, error));
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
