// Runs once before all tests, outside jest's own module system: what it starts, it starts from the build.
import { chmod, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../bin/browser.mjs';
import { build } from '../../bin/steps.mjs';
import { prepareDatabases } from './prepare-databases.js';

/**
 * Brings one PostgreSQL for the whole run (TEST_DATABASE_URL names another one to use), the databases in it, and one folder for all
 * that tests put aside: whatever becomes of a test or its worker, nothing of it is left behind.
 */
export default async function globalSetup({ maxWorkers }) {
  await build();
  await removeAbandoned();
  const folder = await openFolder();
  const server = process.env['TEST_DATABASE_URL']
    ? { url: process.env['TEST_DATABASE_URL'] }
    : await startServer(folder);
  const databases = await prepareDatabases(server.url, maxWorkers);
  process.env['HEED_TEST_BROWSER'] = findBrowser() ?? '';
  process.env['HEED_TEST_DATABASES'] = JSON.stringify(databases.addresses);
  // Workers, and what they start, find their temporary files here.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  globalThis.heedTestEnd = async () => {
    await databases.drop();
    await server.stop?.();
    await removeWithClusters(folder);
  };
}

/** As root PostgreSQL runs as another user, who has to pass through. */
async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), `heed-test-${process.pid}-`));
  await chmod(folder, 0o711);
  return folder;
}

async function startServer(folder) {
  const { startEmbeddedDatabase } = await import('../../dist/src/embedded-database/embedded-database.js');
  const dataFolder = join(folder, 'database');
  await mkdir(dataFolder, { mode: 0o711 });
  const database = await startEmbeddedDatabase({ dataFolder, isThrowaway: true, settings: { max_connections: '200' } });
  return { url: database.url, stop: () => database.stop() };
}

/** A run that was interrupted cannot tidy up; its folder names the process. */
async function removeAbandoned() {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^heed-test-(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await removeWithClusters(join(tmpdir(), name));
  }
}

/** With the databases of the data folders in it, which may have to stand elsewhere. */
async function removeWithClusters(folder) {
  const inside = await readdir(folder).catch(() => []);
  for (const dataFolder of [folder, ...inside.map((name) => join(folder, name))]) {
    const cluster = await realpath(join(dataFolder, 'postgres')).catch(() => undefined);
    if (cluster) await rm(cluster, { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
