// The folder in which PostgreSQL keeps its data: where it is, whose it is, and how it begins.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Binaries, canEnter, openSharedFolder, postgresUser, type SystemUser } from './binaries.js';
import { StartRefusal } from '../start-refusal.js';

export interface Cluster {
  folder: string;
  user: SystemUser | undefined;
  isNew: boolean;
}

/**
 * The cluster that belongs to a data folder, there yet or not. Where PostgreSQL's user cannot enter the data folder it
 * lies elsewhere, and `postgres` in the data folder is a link to it. Throws StartRefusal when it cannot be used.
 */
export async function locateCluster(dataFolder: string, say: (line: string) => void): Promise<Cluster> {
  const named = join(dataFolder, 'postgres');
  const there = await realpath(named).catch(() => undefined);
  const content = there && (await readdir(there).catch(() => ['?']));
  if (there && content?.length) return existingCluster(there);
  if (!there && (await lstat(named).catch(() => undefined))) {
    throw new StartRefusal(`${named} links to a folder that is gone: put it back, or remove the link to begin anew.`);
  }
  const user = await postgresUser();
  const folder = there ?? (!user || (await canEnter(dataFolder, user)) ? named : await linkElsewhere(named, say));
  return { folder, user, isNew: true };
}

/** Whoever owns the data runs PostgreSQL on it; only root may run it for somebody else. */
async function existingCluster(folder: string): Promise<Cluster> {
  const { uid, gid } = await stat(folder);
  if (process.getuid === undefined || uid === process.getuid()) return { folder, user: undefined, isNew: false };
  if (process.getuid() !== 0) {
    throw new StartRefusal(
      `${folder} belongs to another user (${uid}): start as that user or as root, or set HEED_DATA to another folder.`,
    );
  }
  if (await canEnter(folder, { uid, gid })) return { folder, user: { uid, gid }, isNew: false };
  throw new StartRefusal(
    `The owner of ${folder} (user ${uid}) cannot enter a folder above it, and PostgreSQL does not run as root: move it.`,
  );
}

async function linkElsewhere(named: string, say: (line: string) => void): Promise<string> {
  const elsewhere = join(await openSharedFolder(), `cluster-${randomBytes(6).toString('hex')}`);
  say(`PostgreSQL does not run as root, and no other user may enter this data folder: the database is in ${elsewhere}`);
  await mkdir(elsewhere);
  await symlink(elsewhere, named);
  return elsewhere;
}

/** Makes an empty cluster with the database `heed`. It appears whole or not at all, whenever this is interrupted. */
export async function initialiseCluster(cluster: Cluster, binaries: Binaries, password: string, sync = true) {
  const draft = `${cluster.folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (cluster.user) await chown(draft, cluster.user.uid, cluster.user.gid);
  await withPasswordFile(cluster.user, password, (file) => initdb(cluster.user, binaries, draft, file));
  const single = ['--single', '-F', '-D', draft, 'postgres'];
  await execute(cluster.user, binaries.postgres, single, 'CREATE DATABASE heed;\n');
  // One sync for everything above, before anybody relies on it.
  if (sync) await execute(cluster.user, binaries.initdb, ['--sync-only', '-D', draft]);
  await rmdir(cluster.folder).catch(() => undefined);
  await rename(draft, cluster.folder);
}

/** libc's UTF-8: under C or PostgreSQL's own provider pg_trgm would find nothing in Korean. */
async function initdb(user: SystemUser | undefined, binaries: Binaries, folder: string, passwordFile: string) {
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  await execute(user, binaries.initdb, [
    `--pgdata=${folder}`,
    `--pwfile=${passwordFile}`,
    `--locale=${locale}`,
    '--encoding=UTF8',
    '--username=postgres',
    '--auth=scram-sha-256',
    '--set=timezone=UTC',
    '--set=log_timezone=UTC',
    '--no-instructions',
    '--no-sync',
  ]);
}

/** PostgreSQL reads the password from a file only, as its own user. */
async function withPasswordFile(user: SystemUser | undefined, password: string, work: (file: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'heed-'));
  const file = join(folder, 'password');
  try {
    await writeFile(file, password, { mode: 0o600 });
    if (user) {
      await chown(file, user.uid, user.gid);
      await chown(folder, user.uid, user.gid);
    }
    await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function execute(user: SystemUser | undefined, program: string, parameters: string[], input = ''): Promise<void> {
  const options = { ...user, ...bareEnvironment, cwd: '/' };
  const child = spawn(program, parameters, { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  // A program that ends early closes the pipe; its exit says why.
  child.stdin.on('error', () => undefined).end(input);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [complaint, [code]] = await Promise.all([text(child.stderr), ended]);
  if (code === 0) return;
  const lines = complaint.trim().split('\n');
  // Last it says how it tidies up.
  const reason = (lines.find((line) => /FATAL|error:/.test(line)) ?? lines.pop()) || `exit code ${code}`;
  throw new StartRefusal(`PostgreSQL could not make its data folder: ${reason}`);
}

/** Neither secrets nor the PG* settings of whoever starts the program reach PostgreSQL; Windows cannot do without. */
export const bareEnvironment = process.platform === 'win32' ? {} : { env: {} };
