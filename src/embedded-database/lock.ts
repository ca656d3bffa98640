// One process per data folder. A lock file alone would outlive kill -9, and a bare process id may belong to somebody
// else by then, so the file names the process together with the moment at which it began.
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { birthOf } from './process.js';
import { StartRefusal } from '../start-refusal.js';

/**
 * Takes a lock file for this process and answers the function that gives it back.
 * Throws StartRefusal when a living process has it.
 */
export async function takeLock(file: string): Promise<() => Promise<void>> {
  const own = `${process.pid} ${await birthOf(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, own, { mode: 0o600 });
  try {
    await claim(file, draft);
  } finally {
    await rm(draft, { force: true });
  }
  return async () => {
    if ((await contentOf(file)) === own) await rm(file, { force: true });
  };
}

/** Whether a living process has it. */
export async function isTaken(file: string): Promise<boolean> {
  const holder = await contentOf(file);
  return holder !== undefined && (await isAlive(holder));
}

/** A hard link either appears whole or fails because the name is taken: there is no half-written lock. */
async function claim(file: string, draft: string): Promise<void> {
  if (await linked(draft, file)) return;
  await removeIfAbandoned(file);
  if (!(await linked(draft, file))) throw inUse(file, await contentOf(file));
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeIfAbandoned(file: string): Promise<void> {
  const holder = await contentOf(file);
  if (holder === undefined) return;
  if (await isAlive(holder)) throw inUse(file, holder);
  const aside = `${file}.abandoned.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  // Another start may have taken the lock since it was read: then what was moved aside is theirs, and goes back.
  const moved = await contentOf(aside);
  if (moved !== undefined && moved !== holder) await linked(aside, file);
  await rm(aside, { force: true });
}

async function isAlive(holder: string): Promise<boolean> {
  const [pid, ...birth] = holder.split(' ');
  return (await birthOf(Number(pid))) === birth.join(' ');
}

async function contentOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

function inUse(file: string, holder = ''): StartRefusal {
  const pid = holder.split(' ')[0] ?? '';
  return new StartRefusal(
    `Heed already runs on this data folder (process ${pid || 'unknown'} holds ${file}): stop it first, or set HEED_DATA to another folder.`,
  );
}
