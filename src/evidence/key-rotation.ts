// Wraps the keys of files and words anew, while the server hands out and takes in: what they seal stays as it is.

import type { EntityManager } from 'typeorm';
import type { KeyRing } from '../blobs/key-ring.js';
import { run, statement } from '../common/statement.js';
import type { Level } from './evidence.entity.js';
import { boundTo } from './file-keys.js';

interface Kept {
  workspaceId: string;
  id: string;
  /** What the key seals: the blob of a file, or whose words. */
  blobKey: string;
  confidentiality: Level;
  keyId: string;
  wrapped: Buffer;
  generation: number;
  bindsFields: boolean;
}

/** What a rotation did: keys wrapped anew, and keys that none of the ring opens. */
export interface Rotated {
  wrapped: number;
  unopened: number;
}

/** Each batch is a transaction of its own: broken off, it goes on from there. Runs as the keeper, on the operator's connection. */
export async function rotate(manager: EntityManager, ring: KeyRing): Promise<Rotated> {
  const rotated: Rotated = { wrapped: 0, unopened: 0 };
  for (let after = FIRST; ;) {
    const batch = await manager.transaction(async (tx) => {
      await run(tx, AS_KEEPER, []);
      const kept = await run<Kept>(tx, OLDER, [ring.currentId(), after]);
      for (const one of kept) rotated[(await wrapAnew(tx, ring, one)) ? 'wrapped' : 'unopened'] += 1;
      return kept;
    });
    const last = batch.at(-1);
    if (!last) return rotated;
    after = last.blobKey;
  }
}

async function wrapAnew(tx: EntityManager, ring: KeyRing, one: Kept): Promise<boolean> {
  const key = opened(ring, one) ?? (await openedAnew(tx, ring, one.blobKey));
  if (!key) return false;
  const generation = one.generation + 1;
  const { keyId, wrapped } = ring.wrap(key, boundTo(one, generation, one.bindsFields));
  await run(tx, WRAP, [one.blobKey, keyId, wrapped, generation]);
  return true;
}

function opened(ring: KeyRing, one: Kept): Buffer | undefined {
  try {
    return ring.unwrap(one, boundTo(one, one.generation, one.bindsFields));
  } catch {
    return undefined;
  }
}

/** Where the level of a piece was changed while its key waited for us, the key came with the new one and the piece with the old one. */
async function openedAnew(tx: EntityManager, ring: KeyRing, seals: string): Promise<Buffer | undefined> {
  const [now] = await run<Kept>(tx, ONE, [seals]);
  return now && opened(ring, now);
}

/** How many keys wait for a rotation that was begun, and how many no key of the ring opens: tried, not only counted. */
export async function lookAtKeys(
  manager: EntityManager,
  ring: KeyRing,
): Promise<{ older: number; missing: Map<string, number> }> {
  const found = await manager.transaction(async (tx) => {
    await run(tx, AS_KEEPER, []);
    return run<Kept & { keys: number }>(tx, BY_KEY, []);
  });
  const missing = new Map<string, number>();
  for (const { keys, ...one } of found) if (!opened(ring, one)) missing.set(one.keyId, keys);
  const older = found.filter(({ keyId }) => keyId !== ring.currentId()).reduce((sum, { keys }) => sum + keys, 0);
  return { older, missing };
}

const FIRST = '00000000-0000-0000-0000-000000000000';
const AS_KEEPER = statement('SET LOCAL ROLE heed_keeper');
const KEPT = `k.workspace_id AS "workspaceId", k.evidence_id AS id, k.seals AS "blobKey",
  CASE WHEN k.seals = e.blob_key THEN e.confidentiality ELSE 'restricted' END AS confidentiality, k.key_id AS "keyId", k.wrapped, k.generation, k.binds_fields AS "bindsFields"`;
const OLDER = statement(`SELECT ${KEPT} FROM evidence_key k JOIN evidence e ON e.id = k.evidence_id
  WHERE k.key_id <> $1 AND k.seals > $2 ORDER BY k.seals LIMIT 100 FOR UPDATE OF k`);
const ONE = statement(`SELECT ${KEPT} FROM evidence_key k JOIN evidence e ON e.id = k.evidence_id WHERE k.seals = $1`);
const WRAP = statement('UPDATE evidence_key SET key_id = $2, wrapped = $3, generation = $4 WHERE seals = $1');
const BY_KEY = statement(`SELECT DISTINCT ON (k.key_id) ${KEPT}, count(*) OVER (PARTITION BY k.key_id)::integer AS keys
  FROM evidence_key k JOIN evidence e ON e.id = k.evidence_id ORDER BY k.key_id, k.seals`);
