import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { StartRefusal } from './start-refusal.js';

/** Makes the master key where there is none; answers whether it did. Throws StartRefusal where what is there is no key. */
export function ensureMasterKey(file: string): boolean {
  const isThere = read(file) !== undefined;
  readMasterKey(file, true);
  return !isThere;
}

/** Whether there is a key at all. */
export const hasMasterKey = (file: string): boolean => read(file) !== undefined;

/**
 * Reads the installation's master key: 32 bytes, written in base64. With `mayCreate` a missing one is made.
 * Throws StartRefusal when it is missing, malformed, or open to other users.
 */
export function readMasterKey(file: string, mayCreate: boolean): Buffer {
  const found = read(file);
  if (found === undefined && mayCreate) return create(file);
  if (found === undefined) throw new StartRefusal(`there is no master key. ${howToMake(file)}`);
  const [key] = keysIn(found.text, file);
  if (!key) throw new StartRefusal(`${file} does not hold 32 bytes in base64. ${howToMake(file)}`);
  if (found.isOpen) throw new StartRefusal(`other users may read ${file}. Close it with: chmod 600 '${file}'`);
  return key;
}

/** All keys of the file, a line each: the master key, and those that came later, of which the last wraps the keys of files. */
export function readKeys(file: string): Buffer[] {
  const found = read(file);
  return found ? keysIn(found.text, file) : [];
}

/** Writes one more key behind the others. The file is there with all of it, or as it was. */
export function addKey(file: string): void {
  const text = readKeys(file).map((key) => `${key.toString('base64')}\n`);
  const whole = `${file}.new`;
  const descriptor = openSync(whole, 'w', 0o600);
  try {
    writeSync(descriptor, `${text.join('')}${randomBytes(32).toString('base64')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(whole, file);
}

function keysIn(text: string, file: string): Buffer[] {
  return text
    .trim()
    .split(/\s+/)
    .map((line) => {
      const key = Buffer.from(line, 'base64');
      if (key.length === 32 && key.toString('base64') === line) return key;
      throw new StartRefusal(`${file} does not hold 32 bytes in base64. ${howToMake(file)}`);
    });
}

function read(file: string): { text: string; isOpen: boolean } | undefined {
  let descriptor;
  try {
    descriptor = openSync(file, 'r');
    const isOpen = process.platform !== 'win32' && (fstatSync(descriptor).mode & 0o077) !== 0;
    return { text: readFileSync(descriptor, 'utf8'), isOpen };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartRefusal(`cannot read ${file}: ${(error as Error).message}`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function create(file: string): Buffer {
  const key = randomBytes(32);
  try {
    // The data folder: PostgreSQL may run as another user, who passes through.
    if (mkdirSync(dirname(file), { recursive: true })) chmodSync(dirname(file), 0o711);
    writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new StartRefusal(`cannot make ${file}: ${(error as Error).message}`);
  }
  return key;
}

function howToMake(file: string): string {
  return `"npm run setup" makes one. Where the database is in use already, put back the copy of its own. By hand: mkdir -p '${dirname(file)}' && (umask 077; head -c 32 /dev/urandom | base64 > '${file}')`;
}
