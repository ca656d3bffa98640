import pg from 'pg';

/** Asks the database one thing, `found`, as the role of sign-in: what the owner of the tables sees hangs on how it was granted. */
export async function asSignIn(url: string, question: string): Promise<boolean> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SET ROLE heed_auth');
    const { rows } = await client.query<{ found: boolean }>(question);
    return rows[0]?.found ?? false;
  } finally {
    await client.end();
  }
}
