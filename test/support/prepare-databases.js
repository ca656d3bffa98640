// A template with the migrations, to clone in some hundredths of a second, and a clone for each worker that its tests share.
import pg from 'pg';

/**
 * Makes the run's databases on a server; answers their addresses and how to drop every one of them. Workers share none: a test
 * that changes a table, if only to change it back, would wait for another worker's transaction, and that one for it.
 */
export async function prepareDatabases(serverUrl, workers) {
  const prefix = `heed_test_${process.pid}_${Date.now().toString(36)}`;
  const addresses = {
    server: serverUrl,
    prefix,
    template: `${prefix}_template`,
    shared: Array.from({ length: workers }, (_, n) => urlOf(serverUrl, `${prefix}_shared_${n + 1}`)),
  };
  await execute(serverUrl, `CREATE DATABASE ${addresses.template}`);
  // Only now: the build may have just been made.
  const { runMigrations } = await import('../../dist/src/run-migrations.js');
  await runMigrations(urlOf(serverUrl, addresses.template));
  for (let n = 1; n <= workers; n += 1) {
    await execute(serverUrl, `CREATE DATABASE ${prefix}_shared_${n} TEMPLATE ${addresses.template}`);
  }
  return { addresses, drop: () => dropAll(serverUrl, prefix) };
}

async function dropAll(serverUrl, prefix) {
  const names = await execute(serverUrl, 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
  for (const { datname } of names) await execute(serverUrl, `DROP DATABASE ${datname} WITH (FORCE)`);
}

async function execute(url, statement, values) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

function urlOf(serverUrl, database) {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
