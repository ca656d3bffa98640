// Servers are processes of their own: started, asked until they answer, measured, and stopped.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { findNode, root } from '../../bin/runtime.mjs';

/** Starts a program on a port; answers its process and how long it took to its first answer. */
export async function startServer(program, port, env) {
  const begun = performance.now();
  const child = spawn(findNode(), [program], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HEED_REQUESTS_PER_MINUTE: '1000000', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await untilAnswering(port, ended);
  const stop = () => (child.kill('SIGTERM'), ended);
  return { pid: child.pid, stop, milliseconds: performance.now() - begun };
}

async function untilAnswering(port, ended) {
  let isGone = false;
  void ended.then(() => (isGone = true));
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/health/live`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    if (isGone) throw new Error(`The server on port ${port} ended before it answered.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const TICK = Number(spawnSync('getconf', ['CLK_TCK']).stdout?.toString() || 100);

/** Seconds of processor so far of a process and of PostgreSQL's; null where the system doesn't say. */
export function cpu(pid, postmaster) {
  try {
    const all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(statOf)
      .filter(Boolean);
    const server = all.find((stat) => stat.pid === pid)?.seconds ?? 0;
    const postgres = all.filter((stat) => stat.parent === postmaster).reduce((sum, stat) => sum + stat.seconds, 0);
    return { server, postgres };
  } catch {
    return null;
  }
}

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [, parent, , , , , , , , , , user, system] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(pid), parent: Number(parent), seconds: (Number(user) + Number(system)) / TICK };
  } catch {
    return undefined; // It ended meanwhile.
  }
}

/** Megabytes that a process holds; null where the system doesn't say. */
export function memory(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))[1]) / 1024);
  } catch {
    return null;
  }
}
