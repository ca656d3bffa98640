import pg from 'pg';
import { StartRefusal } from './start-refusal.js';

/** Production doesn't serve accounts whose password is printed in the README: throws StartRefusal where the database has some. */
export async function refuseDemonstration(url: string): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      'SELECT EXISTS (SELECT FROM account WHERE is_demonstration) AS found',
    );
    if (rows[0]?.found)
      throw new StartRefusal('This database holds the demonstration, whose passwords are known: use another database.');
  } finally {
    await client.end();
  }
}
