// Without DATABASE_URL the program brings its own PostgreSQL: a real one, on loopback, in the data folder.
import { randomBytes } from 'node:crypto';
import { access, chmod, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findBinaries } from './binaries.js';
import { initialiseCluster, locateCluster } from './cluster.js';
import { isTaken, takeLock } from './lock.js';
import { type Postmaster, startPostmaster, stopLingeringPostmaster } from './postmaster.js';
import { StartRefusal } from '../start-refusal.js';

export interface EmbeddedDatabaseOptions {
  /** The program's data folder (HEED_DATA); made when it is missing. */
  dataFolder: string;
  /** Further settings of PostgreSQL, over the program's own. */
  settings?: Record<string, string>;
  /** Nothing in it has to outlive this run, so nothing waits for the disk: for tests. */
  isThrowaway?: boolean;
  /** Told of what takes time. */
  say?: (line: string) => void;
  /** Told when PostgreSQL ends without having been asked to. */
  onLoss?: () => void;
}

export interface EmbeddedDatabase {
  /** The superuser's address. */
  url: string;
  /** Ends connections, writes everything to disk and lets the folder go. */
  stop: () => Promise<void>;
}

const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts PostgreSQL on a data folder, which it takes for itself; the first time it makes the cluster.
 * Throws StartRefusal, having touched nothing, when another process uses the folder or when it cannot start here.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const dataFolder = resolve(options.dataFolder);
  await prepare(dataFolder);
  const release = await takeLock(join(dataFolder, 'postgres.lock'));
  try {
    const password = await keptSecret(join(dataFolder, 'postgres-password'));
    const postmaster = await start({ ...options, dataFolder }, password);
    return { url: addressOf(password, postmaster.port), stop: () => postmaster.stop().finally(release) };
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * The superuser's address of the database that a living process has started on a data folder; undefined where none has.
 * It may not be ready yet, or no longer.
 */
export async function findRunningDatabase(dataFolder: string): Promise<string | undefined> {
  if (!(await isTaken(join(dataFolder, 'postgres.lock')))) return undefined;
  const [password, port] = await Promise.all([
    readFile(join(dataFolder, 'postgres-password'), 'utf8'),
    readFile(join(dataFolder, 'postgres-port'), 'utf8'),
  ]).catch(() => []);
  return password && port ? addressOf(password.trim(), Number(port)) : undefined;
}

const addressOf = (password: string, port: number): string => `postgres://postgres:${password}@127.0.0.1:${port}/heed`;

async function start(options: EmbeddedDatabaseOptions, password: string): Promise<Postmaster> {
  const say = options.say ?? (() => undefined);
  const cluster = await locateCluster(options.dataFolder, say);
  const binaries = await findBinaries(cluster.user, say);
  if (cluster.isNew) {
    say('Making an empty database');
    await initialiseCluster(cluster, binaries, password, !options.isThrowaway);
  }
  await stopLingeringPostmaster(cluster.folder, say);
  const settings = { ...(options.isThrowaway ? throwaway : {}), ...options.settings };
  return startPostmaster({ ...options, settings, program: binaries.postgres, cluster });
}

/** Open to pass through, since PostgreSQL may run as another user; what is inside is closed. */
async function prepare(dataFolder: string): Promise<void> {
  try {
    if (await mkdir(dataFolder, { recursive: true })) await chmod(dataFolder, 0o711);
    await access(dataFolder, constants.W_OK);
  } catch (error) {
    throw new StartRefusal(`Cannot write to the data folder: ${(error as Error).message}.`);
  }
}

async function keptSecret(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept) return kept.trim();
  const fresh = randomBytes(24).toString('base64url');
  await rm(`${file}.new`, { force: true });
  await writeFile(`${file}.new`, `${fresh}\n`, { mode: 0o600, flag: 'wx' });
  await rename(`${file}.new`, file);
  return fresh;
}
