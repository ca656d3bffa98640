// What somebody reads who takes a dump of the database away.

import type pg from 'pg';

/**
 * Of these words those that a dump shows, and in which tables: as text, and as bytes (which a dump writes in hex). Case does not
 * count. It reads what pg_dump would, in the client's own transaction, so what is not committed yet is in it; the client has to
 * be the database's owner.
 */
export async function wordsInDump(client: pg.Client, words: string[]): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ word: string }>(
      `SELECT w AS word FROM unnest($1::text[]) w WHERE EXISTS (SELECT FROM ${name} t
         WHERE strpos(lower(t::text), lower(w)) > 0 OR strpos(t::text, encode(convert_to(w, 'UTF8'), 'hex')) > 0) ORDER BY 1`,
      [words],
    );
    found.push(...rows.map(({ word }) => `${name}: ${word}`));
  }
  return found;
}
