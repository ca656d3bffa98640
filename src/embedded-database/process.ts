// What the operating system says about a process, also in containers without `ps` and with a first process that
// leaves the dead unburied.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** When a process began, in words that no later process of the same id shares; empty when none is alive. */
export async function birthOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may hold anything; the start is the 20th after it.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? '' : `${boot.trim()} ${fields[18] ?? ''}`;
  } catch {
    return '';
  }
}

/** How a process was started; empty when it is not there. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return ps(pid, 'args=');
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.replaceAll('\0', ' ');
}

/** Settles when a process that is not a child of this one has ended. */
export async function untilGone(pid: number): Promise<void> {
  const birth = await birthOf(pid);
  while (birth && (await birthOf(pid)) === birth) await sleep(20);
}

/** Sends a signal to a process that may have ended already. */
export function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function ps(pid: number, format: string): Promise<string> {
  const answer = await promisify(execFile)('ps', ['-o', format, '-p', String(pid)]).catch(() => undefined);
  return answer?.stdout.trim() ?? '';
}
