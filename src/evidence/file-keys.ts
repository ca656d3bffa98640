import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeyMissing, KeyRing } from '../blobs/key-ring.js';
import { problems } from '../common/problem.js';
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
}

/** What a key is for: taken to another piece, workspace, file or level, or wrapped anew since, it opens nothing. */
export const boundTo = ({ workspaceId, id, blobKey, confidentiality }: Sealed, generation: number): string =>
  ['heed key 1', workspaceId, id, blobKey, confidentiality, generation].join('|');
