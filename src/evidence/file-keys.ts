import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeyMissing, KeyRing } from '../blobs/key-ring.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';
import type { Evidence } from './evidence.entity.js';
import { EvidenceKey } from './evidence-key.entity.js';

type Sealed = Pick<Evidence, 'workspaceId' | 'id' | 'blobKey' | 'confidentiality'>;

/** The key of each sealed file, which opens that file and nothing else. */
@Injectable()
export class FileKeys {
  constructor(private readonly ring: KeyRing) {}

  /** Keeps the key of a file, wrapped; in the transaction that enters the piece. */
  async keep(tx: EntityManager, piece: Sealed, key: Buffer): Promise<void> {
    const { workspaceId, id, blobKey } = piece;
    const wrapped = this.ring.wrap(key, boundTo(piece, 1));
    await tx.insert(EvidenceKey, { workspaceId, evidenceId: id, seals: blobKey ?? id, ...wrapped, generation: 1 });
  }

  /** The key of a piece's file; undefined where it lies unsealed. 500 `key-missing` where the ring can't open it. */
  async of(tx: EntityManager, piece: Sealed): Promise<Buffer | undefined> {
    const { workspaceId, blobKey } = piece;
    const row = blobKey && (await tx.findOneBy(EvidenceKey, { workspaceId, seals: blobKey }));
    if (!row) return undefined;
    try {
      return this.ring.unwrap(row, boundTo(piece, row.generation));
    } catch (error) {
      if (error instanceof KeyMissing) throw problems.keyMissing();
      throw problems.damaged();
    }
  }

  /** Binds the key of a file to the level that its piece has from now on. A rotation may come in between: then once more. */
  async wrapAgain(tx: EntityManager, piece: Sealed, key: Buffer): Promise<void> {
    const { workspaceId, id, blobKey } = piece;
    for (let tries = 0; tries < 3; tries += 1) {
      const { generation } = await tx.findOneByOrFail(EvidenceKey, { workspaceId, seals: blobKey ?? id });
      const { keyId, wrapped } = this.ring.wrap(key, boundTo(piece, generation + 1));
      const [row] = await run<{ done: boolean }>(tx, WRAP, [id, generation, keyId, wrapped]);
      if (row?.done) return;
    }
    throw new Error('The key of a file is wrapped by others again and again.');
  }
}

const WRAP = statement('SELECT heed_wrap_again($1, $2, $3, $4) AS done');

/** What a key is for: taken to another piece, workspace, file or level, wrapped anew since, or said to be of an earlier release, it opens nothing. */
export const boundTo = (
  { workspaceId, id, blobKey, confidentiality }: Sealed,
  generation: number,
  bindsFields = false,
): string =>
  [bindsFields ? 'heed key 2' : 'heed key 1', workspaceId, id, blobKey, confidentiality, generation].join('|');
