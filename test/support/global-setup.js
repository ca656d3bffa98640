// Runs once before all tests, outside jest's own module system: what it starts, it starts from the build.
import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../bin/browser.mjs';
import { build } from '../../bin/steps.mjs';
import { prepareDatabases } from './prepare-databases.js';

/** Brings one PostgreSQL for the whole run (TEST_DATABASE_URL names another one to use) and the databases in it. */
export default async function globalSetup({ maxWorkers }) {
  await build();
  const server = process.env['TEST_DATABASE_URL'] ? { url: process.env['TEST_DATABASE_URL'] } : await startServer();
  const databases = await prepareDatabases(server.url, maxWorkers);
  process.env['HEED_TEST_BROWSER'] = findBrowser() ?? '';
  process.env['HEED_TEST_DATABASES'] = JSON.stringify(databases.addresses);
  globalThis.heedTestEnd = async () => {
    await databases.drop();
    await server.stop?.();
  };
}

async function startServer() {
  await removeAbandoned();
  const { startEmbeddedDatabase } = await import('../../dist/src/embedded-database/embedded-database.js');
  const dataFolder = await mkdtemp(join(tmpdir(), `heed-test-${process.pid}-`));
  // As root PostgreSQL runs as another user, who has to pass through.
  await chmod(dataFolder, 0o711);
  const database = await startEmbeddedDatabase({ dataFolder, isThrowaway: true, settings: { max_connections: '200' } });
  const stop = async () => {
    await database.stop();
    await removeWithCluster(dataFolder);
  };
  return { url: database.url, stop };
}

/** A run that was interrupted cannot tidy up; its folder names the process. */
async function removeAbandoned() {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^heed-test-(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await removeWithCluster(join(tmpdir(), name));
  }
}

async function removeWithCluster(dataFolder) {
  const cluster = await realpath(join(dataFolder, 'postgres')).catch(() => dataFolder);
  for (const folder of [cluster, dataFolder]) await rm(folder, { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
