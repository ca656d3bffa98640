// The two databases of a measurement: the plain baseline, and Heed's with the same record. Made once per size and kept.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../../bin/runtime.mjs';
import { timed } from './table.mjs';

export const TOKEN = `heed_${Buffer.alloc(32, 7).toString('base64url')}`;
/** What the baseline's seed has for each recommendation. */
const RATES = { 500000: 2.5, 1000000: 5, 600000: 3, 200000: 1 };
const here = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Addresses of both databases at a size, on a server; seeds what is not there yet. */
export async function prepareDatabases(server, recommendations) {
  const name = `bench_${recommendations}_${digest()}`;
  const urls = { plain: urlOf(server, `${name}_plain`), heed: urlOf(server, `${name}_heed`) };
  if (await exists(server, `${name}_done`)) return urls;
  for (const database of ['plain', 'heed'])
    await execute(server, `DROP DATABASE IF EXISTS ${name}_${database} WITH (FORCE)`);
  await timed('Seeding the plain baseline', async () => {
    await execute(server, `CREATE DATABASE ${name}_plain`);
    await execute(urls.plain, seedOf(recommendations));
    await execute(urls.plain, 'VACUUM ANALYZE');
  });
  await timed("Seeding Heed's tables with the same record", () => seedHeed(server, name, urls.heed));
  await execute(server, `CREATE DATABASE ${name}_done`);
  return urls;
}

async function seedHeed(server, name, url) {
  await execute(server, `CREATE DATABASE ${name}_heed TEMPLATE ${name}_plain`);
  const tables = ['addressee', 'recommendation', 'assignment', 'transition', 'evidence'];
  await execute(
    url,
    `CREATE SCHEMA plain; ${tables.map((table) => `ALTER TABLE ${table} SET SCHEMA plain;`).join(' ')}`,
  );
  const { runMigrations } = await import('../../dist/src/run-migrations.js');
  await runMigrations(url);
  const hash = createHash('sha256').update(TOKEN).digest('hex');
  await execute(url, here('seed-heed.sql').replaceAll('$HASH', hash));
  await execute(url, 'VACUUM ANALYZE');
}

/** The baseline's seed as it is, at another size: psql's own commands left out. */
function seedOf(recommendations) {
  const scaled = (whole) => String(Math.round((recommendations / 200000) * Number(whole)));
  return here('plain/seed.sql')
    .replace(/^\\.*$/gm, '')
    .replace(new RegExp(`\\b(${Object.keys(RATES).join('|')})\\b`, 'g'), scaled);
}

/** What the databases are made from: with other seeds or migrations they are other databases. */
function digest() {
  const hash = createHash('sha256');
  const migrations = join(root, 'migrations');
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)));
  return hash.update(here('seed-heed.sql')).update(here('plain/seed.sql')).digest('hex').slice(0, 8);
}

export async function execute(url, sql, values) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function exists(server, name) {
  return (await execute(server, 'SELECT FROM pg_database WHERE datname = $1', [name])).length > 0;
}

function urlOf(server, database) {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
