// Seals anew what an earlier release sealed without saying of which field it is: when the server starts for the first time after the
// update. From then on a text of that kind opens nowhere, since no key is of an earlier release any more.

import { DataSource, type EntityManager } from 'typeorm';
import { KeyRing } from './blobs/key-ring.js';
import { fieldOf, openText, sealText, type TextKey } from './common/sealed-text.js';
import { run, statement } from './common/statement.js';
import { dataSourceOptions } from './data-source.js';
import type { SaltedWords } from './access/words.js';
import { boundAs, openWords, SAYING, sealWords, type WordsField } from './evidence/sealing.js';
import { FIELD_OF_WORDS } from './evidence/words-field.queries.js';
import { readKeys } from './master-key.js';
import { ALONE, asKeeper, behindTheWall } from './seal-words.js';

interface LaxKey {
  workspaceId: string;
  id: string;
  subject: string;
  keyId: string;
  wrapped: Buffer;
  generation: number;
}
type Opened = LaxKey & TextKey;

/** In one transaction; answers of how many keys. Those that the ring can't open wait for the next start. */
export async function bindWords(directUrl: string, keyFile: string): Promise<number> {
  const owner = await new DataSource(dataSourceOptions(directUrl)).initialize();
  try {
    return await owner.transaction((tx) => bindAll(tx, new KeyRing(() => readKeys(keyFile))));
  } finally {
    await owner.destroy();
  }
}

async function bindAll(tx: EntityManager, ring: KeyRing): Promise<number> {
  await run(tx, ALONE);
  const keys = (await asKeeper(tx, () => run<LaxKey>(tx, LAX))).flatMap((one) => opened(ring, one));
  if (keys.length === 0) return 0;
  await behindTheWall(tx, async () => {
    for (const key of keys) await bindOne(tx, ring, key);
    await run(tx, FORGET_ANSWERS);
  });
  return keys.length;
}

function opened(ring: KeyRing, one: LaxKey): Opened[] {
  try {
    return [{ ...one, key: ring.unwrap(one, boundAs(one, one.subject, one.generation, false)), isLax: true }];
  } catch {
    return [];
  }
}

async function bindOne(tx: EntityManager, ring: KeyRing, key: Opened): Promise<void> {
  const { id, subject } = key;
  for (const name of SAYING) await bindColumn(tx, key, name);
  for (const one of await run<SaltedWords & { field: WordsField }>(tx, WORDS, [id, ...ownTexts(subject)])) {
    const { hash, salt, text } = boundWords(key, one);
    await run(tx, BIND_WORDS, [key.workspaceId, hash, salt, text]);
  }
  for (const one of await run<Record<'id' | 'field' | 'before' | 'after', string>>(tx, CHANGES, [id, SAYING]))
    await run(tx, BIND_CHANGE, [one.id, boundJson(key, one.field, one.before), boundJson(key, one.field, one.after)]);
  for (const { reason } of await run<{ reason: string }>(tx, REQUEST, [subject])) {
    const bound = boundText(key, 'reason', reason);
    await run(tx, BIND_REQUEST, [subject, bound]);
    await run(tx, BIND_GRANT, [subject, bound]);
  }
  const { keyId, wrapped } = ring.wrap(key.key, boundAs(key, subject, key.generation + 1));
  await run(tx, BIND_KEY, [subject, keyId, wrapped, key.generation + 1]);
}

async function bindColumn(tx: EntityManager, key: Opened, name: (typeof SAYING)[number]): Promise<void> {
  const [row] = await run<{ said: string }>(tx, COLUMN[name], [key.id, ...ownTexts(key.subject)]);
  if (row) await run(tx, BIND_COLUMN[name], [key.id, boundText(key, name, row.said)]);
}

const ownTexts = (subject: string): [string] => [`heed:sealed:1:${subject}:%`];

/** What does not open stays as it is, and says so to whoever reads it. */
function boundText(key: TextKey, field: string, sealed: string): string {
  if (!sealed.startsWith(`heed:sealed:1:${key.subject}:`) || fieldOf(sealed) !== undefined) return sealed;
  try {
    return sealText(key, field, openText(key, field, sealed));
  } catch {
    return sealed;
  }
}

function boundWords(key: TextKey, words: SaltedWords & { field: WordsField }): SaltedWords {
  if (fieldOf(words.text) !== undefined) return words;
  try {
    return sealWords(key, words.field, openWords(key, words.field, words));
  } catch {
    return words;
  }
}

const boundJson = (key: TextKey, field: string, value: string | null): string | null =>
  value === null ? null : JSON.stringify(boundText(key, field, value));

const LAX =
  statement(`SELECT k.workspace_id AS "workspaceId", k.evidence_id AS id, k.seals AS subject, k.key_id AS "keyId", k.wrapped, k.generation
  FROM evidence_key k JOIN evidence e ON e.id = k.evidence_id WHERE NOT k.binds_fields AND k.seals IS DISTINCT FROM e.blob_key`);
const eachColumn = (sql: (name: string) => string): Record<(typeof SAYING)[number], ReturnType<typeof statement>> => ({
  title: statement(sql('title')),
  url: statement(sql('url')),
  locator: statement(sql('locator')),
  publisher: statement(sql('publisher')),
});
const COLUMN = eachColumn((name) => `SELECT ${name} AS said FROM evidence WHERE id = $1 AND ${name} LIKE $2`);
const BIND_COLUMN = eachColumn((name) => `UPDATE evidence SET ${name} = $2 WHERE id = $1`);
const WORDS = statement(
  `SELECT w.hash, w.salt, w.text, ${FIELD_OF_WORDS} AS field FROM words w WHERE w.evidence_id = $1 AND w.text LIKE $2`,
);
const BIND_WORDS = statement('UPDATE words SET salt = $3, text = $4 WHERE workspace_id = $1 AND hash = $2');
const CHANGES =
  statement(`SELECT c.id, c.field, c.before, c.after FROM version_change c JOIN record_version v ON v.id = c.version_id
  WHERE v.item_id = $1 AND c.field = ANY ($2::text[])`);
const BIND_CHANGE = statement('UPDATE version_change SET before = $2::jsonb, after = $3::jsonb WHERE id = $1');
const REQUEST = statement('SELECT reason FROM reader_request WHERE id = $1');
const BIND_REQUEST = statement('UPDATE reader_request SET reason = $2 WHERE id = $1');
const BIND_GRANT = statement('UPDATE evidence_grant SET reason = $2 WHERE request_id = $1');
const BIND_KEY = statement(
  'UPDATE evidence_key SET key_id = $2, wrapped = $3, generation = $4, binds_fields = true WHERE seals = $1',
);
/** They hold what was sealed before, which opens no more. */
const FORGET_ANSWERS = statement(`UPDATE idempotency_key SET body = NULL WHERE body LIKE '%heed:sealed:1:%'`);
