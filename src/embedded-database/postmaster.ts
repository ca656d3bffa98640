// PostgreSQL's process: its start, its end, and what a killed run may have left of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefusal } from '../start-refusal.js';
import { bareEnvironment, type Cluster } from './cluster.js';
import { choosePort } from './port.js';
import { commandOf, signal, untilGone } from './process.js';

export interface Postmaster {
  port: number;
  stop: () => Promise<void>;
}

export interface PostmasterOptions {
  program: string;
  cluster: Cluster;
  dataFolder: string;
  settings?: Record<string, string>;
  onLoss?: () => void;
}

interface Running {
  pid: number;
  process: ChildProcess;
  /** Settles when it has ended, or never began. */
  ended: Promise<void>;
}

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  // The log holds no statement and no value: either may be about a witness.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Starts PostgreSQL and waits until it takes connections. Throws StartRefusal with its own last words when it ends. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const log = join(options.dataFolder, 'postgres.log');
  // Why the last run ended may be what somebody wants to know next.
  await rename(log, `${log}.previous`).catch(() => undefined);
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(join(options.dataFolder, 'postgres-port'), attempt > 1);
    const running = launch(options, port, log);
    if (await isReady(running, options.cluster.folder)) return accompany(running, port, options);
    const words = await lastWords(log);
    // The port was free a moment ago; whoever took it since keeps it.
    if (attempt < 3 && words.includes('could not create any TCP/IP sockets')) continue;
    throw new StartRefusal(`PostgreSQL did not start: ${words} (${log})`);
  }
}

/** Stops a PostgreSQL that outlived the program it belonged to. The caller holds the folder's lock. */
export async function stopLingeringPostmaster(folder: string, say: (line: string) => void): Promise<void> {
  const pid = Number((await ownLockFile(folder))[0]);
  // The process id may be anybody's by now: only what was started on this folder counts.
  if (!pid || !(await commandOf(pid)).includes(folder)) return;
  say('Stopping the PostgreSQL that an interrupted run has left');
  await end(pid, untilGone(pid));
}

function launch({ program, cluster, settings }: PostmasterOptions, port: number, file: string): Running {
  const log = openSync(file, 'w', 0o600);
  const all = { ...defaults, port: String(port), ...settings };
  const set = Object.entries(all).map(([key, value]) => `--${key}=${value}`);
  // A group of its own: Ctrl-C in a terminal is for this program, which first finishes its requests.
  const options = { ...cluster.user, ...bareEnvironment, cwd: '/', detached: true };
  const child = spawn(program, ['-D', cluster.folder, ...set], { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  if (child.pid) stopWhenOrphaned(child.pid, cluster, ended);
  return { pid: child.pid ?? 0, process: child, ended };
}

/**
 * After kill -9 nobody is left to stop PostgreSQL. A shell that waits for the end of a pipe is: the pipe ends with this
 * process. Windows has neither; there the next start stops what it finds.
 */
function stopWhenOrphaned(pid: number, { user }: Cluster, ended: Promise<void>): void {
  if (process.platform === 'win32') return;
  const script = 'read -r _; kill -INT "$0"';
  const options = { ...user, env: {}, cwd: '/', detached: true };
  const watchdog = spawn('/bin/sh', ['-c', script, String(pid)], { ...options, stdio: ['pipe', 'ignore', 'ignore'] });
  watchdog.on('error', () => undefined).unref();
  (watchdog.stdin as unknown as { unref(): void }).unref();
  void ended.then(() => watchdog.kill('SIGKILL'));
}

/** PostgreSQL writes how far it is into the eighth line of its own lock file; false when it ended instead. */
async function isReady({ pid, ended }: Running, folder: string): Promise<boolean> {
  const over = ended.then(() => true);
  for (;;) {
    const lines = await ownLockFile(folder);
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true;
    if (await Promise.race([over, sleep(10, false)])) return false;
  }
}

function accompany(running: Running, port: number, { onLoss }: PostmasterOptions): Postmaster {
  let isStopping = false;
  void running.ended.then(() => isStopping || onLoss?.());
  running.process.unref();
  const stop = async () => {
    isStopping = true;
    running.process.ref();
    await end(running.pid, running.ended);
  };
  return { port, stop };
}

/** Fast shutdown: ends sessions, writes everything out. After ten seconds at once, and the next start recovers. */
async function end(pid: number, ended: Promise<void>): Promise<void> {
  const late = new AbortController();
  const patience = sleep(10_000, true, { signal: late.signal }).catch(() => false);
  signal(pid, 'SIGINT');
  if (await Promise.race([ended.then(() => false), patience])) signal(pid, 'SIGQUIT');
  await ended;
  late.abort();
}

async function ownLockFile(folder: string): Promise<string[]> {
  return (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
}

async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n');
  return (lines.findLast((line) => line.includes('FATAL')) ?? lines.pop() ?? '').replace(/^.*FATAL:\s+/, '');
}
