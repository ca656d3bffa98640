import { Logger, runMigrations as makeQueue } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { migrations } from './migrations.js';
import { StartRefusal } from './start-refusal.js';
import { installWorkflows } from './workflows/built-in-workflows.js';

/** Any number that nothing else in the database locks. */
export const migrationLock = 4_863_911_204;

/**
 * Brings a database up to date, its built-in workflows included, and answers the names of the migrations that were run.
 * Of several processes that start at once one migrates and the others wait for it.
 */
export async function runMigrations(url: string): Promise<string[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await migrate(url, await noticing(client));
  } finally {
    await client.end();
  }
}

/**
 * The option by which the server looks every two seconds whether whoever asked is still there, where it can. Without it a migration that
 * was stopped goes on to the end of its statement, holds its locks meanwhile, and the next start waits for them.
 */
async function noticing(client: pg.Client): Promise<string> {
  const isKnown = client.query('SET client_connection_check_interval = 2000').then(
    () => true,
    () => false,
  );
  return (await isKnown) ? '-c client_connection_check_interval=2000' : '';
}

async function migrate(url: string, options: string): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(url, options)).initialize();
  try {
    refuseNewer(await namesOfRun(dataSource));
    const run = await dataSource.runMigrations().catch(refuseWithoutRights);
    await makeQueue({ connectionString: url, logger: SILENT });
    await dataSource.transaction(installWorkflows);
    return run.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/** The queue of jobs is brought up to date by its library, which counts versions of its own. */
const SILENT = new Logger(() => () => undefined);

/** What this database has been through; nothing where it is empty. */
async function namesOfRun(dataSource: DataSource): Promise<string[]> {
  const [row] = await dataSource.query<{ found: boolean }[]>("SELECT to_regclass('migrations') IS NOT NULL AS found");
  if (!row?.found) return [];
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY timestamp');
  return rows.map(({ name }) => name);
}

/** An older program would write rows that the newer one's rules no longer allow, or miss what they ask for. */
function refuseNewer(names: string[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StartRefusal(
    `This database was used by a newer Heed (this one does not know ${unknown.join(', ')}): install that version or a later one. Nothing was changed.`,
  );
}

/** Since PostgreSQL 16 nobody takes a role that another user has made without being given it. */
function refuseWithoutRights(error: unknown): never {
  const { code, message } = (error as { driverError?: { code?: string; message?: string } }).driverError ?? {};
  if (code !== '42501') throw error;
  throw new StartRefusal(
    `The user of the database may not make or take Heed's roles: ${message ?? ''}. It needs CREATEROLE; where the roles are there already, a superuser says: GRANT heed_app, heed_reader, heed_auth, heed_nobody, heed_keeper TO its_name WITH ADMIN OPTION.`,
  );
}

/** For commands beside a running server, which must not migrate under it. Throws StartRefusal where something is missing. */
export async function requireMigrated(url: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    const run = await namesOfRun(dataSource);
    refuseNewer(run);
    if (migrations.every(({ name }) => run.includes(name))) return;
    throw new StartRefusal('This database is not up to date: stop the server and run "npm run migrate" first.');
  } finally {
    await dataSource.destroy();
  }
}
