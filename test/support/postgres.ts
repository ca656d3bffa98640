// The databases of a test run. test/support/global-setup.js has made them and left their addresses in the environment.
import { randomBytes } from 'node:crypto';
import pg from 'pg';

interface Addresses {
  server: string;
  prefix: string;
  template: string;
  shared: string;
}

/** The migrated database that all tests share: for tests whose transaction is rolled back. */
export function sharedDatabaseUrl(): string {
  return addresses().shared;
}

/** A fresh, migrated, empty database of one's own: for tests that commit or race. It goes with the run. */
export async function createDatabase(): Promise<string> {
  const { server, prefix, template } = addresses();
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function addresses(): Addresses {
  const found = process.env['HEED_TEST_DATABASES'];
  if (!found) throw new Error('Start tests with "npm test": the databases of the run are missing.');
  return JSON.parse(found) as Addresses;
}
