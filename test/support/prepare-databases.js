// A template with the migrations, to clone in some hundredths of a second, and one clone that tests share.
import pg from 'pg';

/** Makes the run's databases on a server; answers their addresses and how to drop every one of them. */
export async function prepareDatabases(serverUrl) {
  const prefix = `heed_test_${process.pid}_${Date.now().toString(36)}`;
  const addresses = {
    server: serverUrl,
    prefix,
    template: `${prefix}_template`,
    shared: urlOf(serverUrl, `${prefix}_shared`),
  };
  await execute(serverUrl, `CREATE DATABASE ${addresses.template}`);
  // Only now: the build may have just been made.
  const { runMigrations } = await import('../../dist/src/run-migrations.js');
  await runMigrations(urlOf(serverUrl, addresses.template));
  await execute(serverUrl, `CREATE DATABASE ${prefix}_shared TEMPLATE ${addresses.template}`);
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
