// Which Node runs what. The commands begin under whatever Node the machine has (20.19 or later); everything else runs
// under the Node 24 that the packages bring.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Ends the command with one sentence. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Ends the command when the running Node is too old even for the first steps. */
export function requireFirstNode() {
  if (isAtLeast(process.version, 20, 19)) return;
  refuse(`Heed needs Node 20.19 or later to begin with (this is ${process.version}); it then brings its own Node 24.`);
}

/** The Node for everything after the installation: the project's own, else the running one if it is new enough. */
export function findNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const own = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const found = [own, process.execPath].find((node) => existsSync(node) && isAtLeast(versionOf(node), 24, 9));
  return found ?? refuse(`Heed needs Node 24.9 or later, and no package has it for ${name.slice(5)}: install Node 24.`);
}

/** Runs a script of the project or of a package under the right Node; answers its exit code. */
export function runNode(parameters, { env = {}, cwd = root, quiet = false } = {}) {
  const node = findNode();
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return run(node, parameters, { env: { ...process.env, PATH: path, ...env }, cwd, quiet });
}

/** Runs npm as the machine has it: not under the project's own Node, which an installation replaces. */
export function runNpm(parameters) {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath, PATH = '' } = process.env;
  const others = PATH.split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules')));
  const env = { ...process.env, PATH: others.join(delimiter), SCARF_ANALYTICS: 'false' };
  if (npm && existsSync(npm) && existsSync(node)) return run(node, [npm, ...parameters], { env });
  return run('npm', parameters, { env, shell: process.platform === 'win32' });
}

/** Runs a program and answers its exit code. Passes signals on to it; a quiet one is heard only when it fails. */
export function run(program, parameters, { env, cwd = root, quiet = false, shell = false }) {
  const output = quiet ? 'pipe' : 'inherit';
  // Through the extra channel the child learns that this process was killed.
  const stdio = quiet ? ['ignore', output, output] : ['inherit', output, output, 'ipc'];
  const child = spawn(program, parameters, { cwd, env, shell, stdio });
  const heard = [];
  for (const stream of quiet ? [child.stdout, child.stderr] : []) stream.on('data', (chunk) => heard.push(chunk));
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.on(signal, pass);
  const watch = whenOrphaned(() => pass('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      clearInterval(watch);
      if (code !== 0) process.stderr.write(Buffer.concat(heard));
      resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGTERM' ? 15 : 9));
    });
  });
}

/** npm that is killed tells nobody; its children only find that they have another parent. */
function whenOrphaned(stop) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

function versionOf(node) {
  return node === process.execPath ? process.version : (spawnSync(node, ['--version']).stdout?.toString() ?? '');
}

function isAtLeast(version, major, minor) {
  const [, first = 0, second = 0] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}
