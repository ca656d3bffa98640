import pg from 'pg';
import type { Configuration } from './configuration.js';
import { findRunningDatabase, startEmbeddedDatabase } from './embedded-database/embedded-database.js';
import type { Command } from './run-command.js';
import { migrationLock } from './run-migrations.js';
import { StartRefusal } from './start-refusal.js';

export interface OpenDatabase {
  /** For requests; may lead through a transaction pooler. */
  url: string;
  /** For migrations and jobs: never through a transaction pooler. */
  directUrl: string;
  /** Ends the program's own PostgreSQL; does nothing to another. */
  stop: () => Promise<void>;
}

const oldestVersion = 15;

/**
 * Reaches the configured database, or starts the program's own, and makes sure that Heed can live in it.
 * `onLoss` is told when the program's own ends unasked. Throws StartRefusal when there is none that will do.
 */
export async function openDatabase(
  {
    databaseUrl,
    databaseDirectUrl,
    dataFolder,
  }: Pick<Configuration, 'databaseUrl' | 'databaseDirectUrl' | 'dataFolder'>,
  say: (line: string) => void,
  onLoss: () => void,
): Promise<OpenDatabase> {
  const own = databaseUrl ? undefined : await startEmbeddedDatabase({ dataFolder, say, onLoss });
  const url = databaseUrl ?? own?.url ?? '';
  const stop = async () => own?.stop();
  try {
    await checkDatabase(databaseDirectUrl ?? url);
    return { url, directUrl: databaseDirectUrl ?? url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The same for commands that work beside a server: where one runs on the data folder, they use its database. */
export async function openDatabaseBeside(
  settings: Pick<Configuration, 'databaseUrl' | 'databaseDirectUrl' | 'dataFolder'>,
  { say, fail }: Pick<Command, 'say' | 'fail'>,
): Promise<OpenDatabase> {
  const running = settings.databaseUrl ? undefined : await findRunningDatabase(settings.dataFolder);
  const lost = () => fail('PostgreSQL has ended by itself.');
  if (running === undefined) return openDatabase(settings, say, lost);
  say('Heed runs on this data folder: using its database.');
  return openDatabase({ ...settings, databaseUrl: running }, say, lost);
}

/** Throws StartRefusal unless the database answers, is recent, holds every script, and finds Korean. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  // Without a listener a connection that is cut would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await checkVersion(client);
    await checkKorean(client);
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw new StartRefusal(`Cannot use the database ${placeOf(url)}: ${reasonOf(error)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major >= oldestVersion) return;
  throw new StartRefusal(`Heed needs PostgreSQL ${oldestVersion} or later; this database is PostgreSQL ${major}.`);
}

/** Under the locale C, or PostgreSQL's own provider, trigrams of Korean words are empty and search finds none. */
async function checkKorean(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  // Two who start at once would make the extension twice, one of them perhaps in a migration.
  await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  const place = await client.query<{ schema: string }>(
    `SELECT quote_ident(nspname) AS schema FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'pg_trgm'`,
  );
  const schema = place.rows[0]?.schema ?? 'public';
  const found = await client.query<{ count: number }>(`SELECT cardinality(${schema}.show_trgm('한국어')) AS count`);
  await client.query('ROLLBACK');
  if (Number(found.rows[0]?.count) > 0) return;
  throw new StartRefusal(
    "The database finds no Korean text: make it with a UTF-8 locale of the operating system, such as CREATE DATABASE heed TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'.",
  );
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${pathname.slice(1)} at ${hostname}:${port || 5432}`;
}

/** A host name with several addresses fails with several reasons at once, and no message of its own. */
function reasonOf(error: unknown): string {
  const reasons = error instanceof AggregateError ? (error.errors as Error[]) : [error as Error];
  return reasons.map(({ message }) => message).join('; ');
}
