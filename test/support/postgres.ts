// The databases of a test run. test/support/global-setup.js has made them and left their addresses in the environment.
import { randomBytes } from 'node:crypto';
import pg from 'pg';

interface Addresses {
  server: string;
  prefix: string;
  template: string;
  /** One for each worker. */
  shared: string[];
}

/** The migrated database that the tests of a worker share: for tests whose transaction is rolled back. */
export function sharedDatabaseUrl(): string {
  const worker = Number(process.env['JEST_WORKER_ID'] ?? 1);
  const url = addresses().shared[worker - 1];
  if (url === undefined) throw new Error(`There is no database for worker ${String(worker)}.`);
  return url;
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

/**
 * A database with nothing in it that belongs to a user who may not pass the row policies: as an operator makes one. It
 * goes with the run; its user has to be dropped, after the last connection has ended.
 */
export async function createEmptyDatabase(
  role: string,
): Promise<{ url: string; superuserUrl: string; dropRole: () => Promise<void> }> {
  const { server, prefix } = addresses();
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, `CREATE ROLE ${role} LOGIN CREATEROLE PASSWORD 'heed-test'`);
  for (const heed of HEED_ROLES) await asSuperuser(server, `GRANT ${heed} TO ${role} WITH ADMIN OPTION`);
  await asSuperuser(
    server,
    `CREATE DATABASE ${name} OWNER ${role} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'`,
  );
  const [superuser, url] = [new URL(server), new URL(server)];
  superuser.pathname = url.pathname = `/${name}`;
  [url.username, url.password] = [role, 'heed-test'];
  const dropRole = async (): Promise<void> => {
    await asSuperuser(server, `DROP DATABASE ${name} WITH (FORCE)`);
    await asSuperuser(server, `DROP ROLE ${role}`);
  };
  return { url: url.href, superuserUrl: superuser.href, dropRole };
}

/** The run's template has made them; whoever did not make them has to be given them. */
const HEED_ROLES = ['heed_app', 'heed_reader', 'heed_auth', 'heed_nobody', 'heed_keeper'];

async function asSuperuser(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function addresses(): Addresses {
  const found = process.env['HEED_TEST_DATABASES'];
  if (!found) throw new Error('Start tests with "npm test": the databases of the run are missing.');
  return JSON.parse(found) as Addresses;
}
