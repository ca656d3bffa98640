// Seals what restricted pieces said before words were sealed: when the server starts for the first time after the update, since
// migrations run without the master key.

import { DataSource, type EntityManager } from 'typeorm';
import { KeyRing } from './blobs/key-ring.js';
import { sealText, type TextKey } from './common/sealed-text.js';
import { run, statement } from './common/statement.js';
import { dataSourceOptions } from './data-source.js';
import type { SaltedWords } from './access/words.js';
import {
  boundAs,
  newTextKey,
  SAYING,
  sealColumns,
  sealWords as sealSalted,
  type WordsField,
} from './evidence/sealing.js';
import { FIELD_OF_WORDS } from './evidence/words-field.queries.js';
import { readKeys } from './master-key.js';

interface Piece {
  id: string;
  workspaceId: string;
  title: string;
  url: string | null;
  locator: string | null;
  publisher: string | null;
}

/** All of it in one transaction, in which nobody else reads or writes these tables; nothing once it is done. Answers how many pieces there were. */
export async function sealWords(directUrl: string, keyFile: string): Promise<number> {
  const owner = await new DataSource(dataSourceOptions(directUrl)).initialize();
  try {
    return await owner.transaction((tx) => sealAll(tx, new KeyRing(() => readKeys(keyFile))));
  } finally {
    await owner.destroy();
  }
}

/** Whether something may stand in the clear is what the checks say: they become valid once nothing does. */
async function sealAll(tx: EntityManager, ring: KeyRing): Promise<number> {
  await run(tx, ALONE);
  if ((await run(tx, UNSEALED)).length === 0) return 0;
  // A new installation has none: then nothing has to wait for these tables, nor they for it.
  const [any] = await asKeeper(tx, () => run(tx, ANY_PIECE));
  const pieces = any ? await behindTheWall(tx, () => sealPieces(tx, ring)) : 0;
  for (const table of CHECKED) await tx.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${table}_sealed`);
  return pieces;
}

/** What the keeper sees of all workspaces. */
export async function asKeeper<T>(tx: EntityManager, ask: () => Promise<T>): Promise<T> {
  await run(tx, AS_KEEPER);
  const found = await ask();
  await run(tx, AS_OWNER);
  return found;
}

/** The owner's work on what pieces say, which neither row policies nor triggers see; nobody else reads or writes meanwhile. */
export async function behindTheWall<T>(tx: EntityManager, work: () => Promise<T>): Promise<T> {
  for (const table of TABLES) await tx.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER`);
  const done = await work();
  for (const table of TABLES) await tx.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER`);
  return done;
}

async function sealPieces(tx: EntityManager, ring: KeyRing): Promise<number> {
  const pieces = await run<Piece>(tx, PIECES);
  for (const piece of pieces) await sealPiece(tx, ring, piece);
  await run(tx, FORGET_ANSWERS);
  return pieces.length;
}

async function sealPiece(tx: EntityManager, ring: KeyRing, piece: Piece): Promise<void> {
  const key = newTextKey(piece.id);
  await keepKey(tx, ring, piece, key);
  const { title, url, locator, publisher } = sealColumns(key, piece);
  await run(tx, SEAL_PIECE, [piece.id, title, url, locator, publisher]);
  for (const one of await run<SaltedWords & { field: WordsField }>(tx, WORDS, [piece.id])) {
    const { hash, salt, text } = sealSalted(key, one.field, one);
    await run(tx, SEAL_WORDS, [piece.workspaceId, hash, salt, text]);
  }
  for (const one of await run<Record<'id' | 'field' | 'before' | 'after', string>>(tx, CHANGES, [piece.id, SAYING]))
    await run(tx, SEAL_CHANGE, [one.id, sealJson(key, one.field, one.before), sealJson(key, one.field, one.after)]);
  for (const { id, reason } of await run<{ id: string; reason: string }>(tx, REQUESTS, [piece.id])) {
    const own = newTextKey(id);
    await keepKey(tx, ring, piece, own);
    const sealed = sealText(own, 'reason', reason);
    await run(tx, SEAL_REQUEST, [id, sealed]);
    await run(tx, SEAL_GRANT, [id, sealed]);
  }
}

async function keepKey(tx: EntityManager, ring: KeyRing, piece: Piece, { subject, key }: TextKey): Promise<void> {
  const { keyId, wrapped } = ring.wrap(key, boundAs(piece, subject, 1));
  await run(tx, KEEP_KEY, [piece.workspaceId, piece.id, subject, keyId, wrapped]);
}

const sealJson = (key: TextKey, field: string, value: string | null): string | null =>
  value === null ? null : JSON.stringify(sealText(key, field, value));

const CHECKED = ['evidence', 'words', 'reader_request'];
const TABLES = [
  ...CHECKED,
  ...['evidence_grant', 'evidence_key', 'record_version', 'version_change', 'idempotency_key'],
  ...['comment', 'comment_act', 'lowering'],
];
export const ALONE = statement(`SELECT pg_advisory_xact_lock(hashtext('heed sealing words'))`);
const UNSEALED = statement(
  `SELECT FROM pg_constraint WHERE conname = 'evidence_sealed' AND connamespace = 'public'::regnamespace AND NOT convalidated`,
);
const AS_KEEPER = statement('SET LOCAL ROLE heed_keeper');
const AS_OWNER = statement('RESET ROLE');
const ANY_PIECE = statement(
  `SELECT FROM evidence WHERE confidentiality = 'restricted' AND withdrawal <> 'erased' LIMIT 1`,
);
const PIECES = statement(`SELECT id, workspace_id AS "workspaceId", title, url, locator, publisher FROM evidence
  WHERE confidentiality = 'restricted' AND withdrawal <> 'erased' AND title NOT LIKE 'heed:sealed:1:%'`);
const SEAL_PIECE = statement(
  'UPDATE evidence SET title = $2, url = $3, locator = $4, publisher = $5, canonical_url = NULL WHERE id = $1',
);
const WORDS = statement(`SELECT w.hash, w.salt, w.text, ${FIELD_OF_WORDS} AS field FROM words w
  WHERE w.evidence_id = $1 AND w.confidentiality = 'restricted'`);
const SEAL_WORDS = statement('UPDATE words SET salt = $3, text = $4 WHERE workspace_id = $1 AND hash = $2');
const CHANGES =
  statement(`SELECT c.id, c.field, c.before, c.after FROM version_change c JOIN record_version v ON v.id = c.version_id
  WHERE v.item_id = $1 AND c.field = ANY ($2::text[])`);
const SEAL_CHANGE = statement('UPDATE version_change SET before = $2::jsonb, after = $3::jsonb WHERE id = $1');
const REQUESTS = statement('SELECT id, reason FROM reader_request WHERE evidence_id = $1');
const SEAL_REQUEST = statement('UPDATE reader_request SET reason = $2 WHERE id = $1');
const SEAL_GRANT = statement('UPDATE evidence_grant SET reason = $2 WHERE request_id = $1');
const KEEP_KEY = statement(
  'INSERT INTO evidence_key (workspace_id, evidence_id, seals, key_id, wrapped, binds_fields) VALUES ($1, $2, $3, $4, $5, true)',
);
/** Whose answers name such a piece: they hold what it said. */
const FORGET_ANSWERS = statement(`UPDATE idempotency_key i SET body = NULL FROM evidence e
  WHERE e.workspace_id = i.workspace_id AND e.confidentiality = 'restricted' AND position(e.id::text IN i.body) > 0`);
