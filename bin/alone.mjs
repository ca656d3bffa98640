// Two commands at once must not install or build into the same folder.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse, root } from './runtime.mjs';

const lock = join(root, '.heed', 'setup.lock');

/** Does some work while no other command does any; the second waits for the first. */
export async function alone(work) {
  for (let waited = 0; !take(); waited++) {
    if (waited === 0) console.log(`Waiting for process ${holder()}, which installs or builds (${lock}) ...`);
    await sleep(200);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** A hard link appears with its content or not at all, so that nobody reads a lock without its holder. */
function take() {
  const draft = `${lock}.${process.pid}`;
  try {
    mkdirSync(join(root, '.heed'), { recursive: true });
    writeFileSync(draft, String(process.pid));
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') refuse(`Installing and building need a project folder to write to: ${error.message}`);
    const pid = holder();
    if (!pid || isAlive(pid)) return false;
  } finally {
    rmSync(draft, { force: true });
  }
  // Left by a command that was killed.
  rmSync(lock, { force: true });
  return take();
}

function holder() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
