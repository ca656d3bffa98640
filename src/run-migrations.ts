import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { installWorkflows } from './workflows/built-in-workflows.js';

/** Any number that nothing else in the database locks. */
const migrationLock = 4_863_911_204;

/**
 * Brings a database up to date, its built-in workflows included, and answers the names of the migrations that were run.
 * Of several processes that start at once one migrates and the others wait for it.
 */
export async function runMigrations(url: string): Promise<string[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await migrate(url);
  } finally {
    await client.end();
  }
}

async function migrate(url: string): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    const run = await dataSource.runMigrations();
    await dataSource.transaction(installWorkflows);
    return run.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
