import { createServer } from 'node:net';
import { AppModule } from './app.module.js';
import { type Configuration, readConfiguration } from './configuration.js';
import { servingDataSource } from './data-source.js';
import { createHttpApp } from './http.js';
import { openDatabase } from './open-database.js';
import { type Command, runCommand } from './run-command.js';
import { runMigrations } from './run-migrations.js';
import { demonstrationNotice } from './start-notice.js';
import { StartRefusal } from './start-refusal.js';

await runCommand(async (command) => {
  const configuration = readConfiguration();
  const lost = () => command.fail(`PostgreSQL has ended by itself; ${configuration.dataFolder}/postgres.log says why.`);
  const database = await openDatabase(configuration, command.say, lost);
  command.onStop(database.stop);
  await checkPort(configuration);
  await runMigrations(database.directUrl);
  await serve(command, configuration, database.url);
  const { isDemonstration, origin } = configuration;
  const notice = isDemonstration ? demonstrationNotice(origin, database.url) : [`address: ${origin}`];
  command.say(notice.join('\n'));
  await command.stopped;
});

async function serve({ onStop }: Command, configuration: Configuration, url: string): Promise<void> {
  const dataSource = await servingDataSource(url).initialize();
  onStop(async () => dataSource.isInitialized && dataSource.destroy());
  const app = await createHttpApp(AppModule.register({ dataSource, configuration }));
  onStop(() => app.close());
  if (configuration.isDemonstration) {
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
