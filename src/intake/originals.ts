import { shownWhere } from '../access/shown-rows.js';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { BlobMissing, BlobStore, type StoredBlob } from '../blobs/blob-store.js';
import { problems } from '../common/problem.js';
import { ServerLog } from '../common/server-log.js';
import { Intake } from './intake.entity.js';

/** Bytes that lie in the store, and their name there. */
export type KeptOriginal = StoredBlob & { blobKey: string };

/** The originals of documents, in the blob store: written before their row, deleted after it. */
@Injectable()
export class Originals {
  constructor(
    private readonly manager: EntityManager,
    private readonly store: BlobStore,
    private readonly log: ServerLog,
  ) {}

  /** Stores the bytes, then does what names them; after any failure nothing is left of them. */
  async keep<T>(actor: Actor, bytes: Buffer, enter: (kept: KeptOriginal) => Promise<T>): Promise<T> {
    const blobKey = uuid();
    const stored = await this.store.put(
      { workspaceId: actor.workspaceId, blobId: blobKey },
      Readable.from([bytes], { objectMode: false }),
    );
    try {
      return await enter({ ...stored, blobKey });
    } catch (error) {
      await this.takeBack(actor, blobKey);
      throw error;
    }
  }

  /** All of them: an original is small enough to be checked before its first byte goes out. */
  async read({ workspaceId }: Actor, { blobKey }: Intake): Promise<Buffer> {
    try {
      const stored = await this.store.get({ workspaceId, blobId: blobKey });
      return Buffer.concat((await stored.toArray({ signal: AbortSignal.timeout(60_000) })) as Buffer[]);
    } catch (error) {
      throw error instanceof BlobMissing ? problems.damaged() : error;
    }
  }

  /** The record no longer names these bytes; those that the store won't let go are found by the sweep. */
  async letGo({ workspaceId, requestId }: Actor, blobKey: string): Promise<void> {
    await this.store.delete({ workspaceId, blobId: blobKey }).catch((error: unknown) => {
      this.log.failed(error, requestId);
    });
  }

  /** A commit whose answer was lost may have happened: bytes that the record names stay, and so do they while it can't say. */
  private async takeBack(actor: Actor, blobKey: string): Promise<void> {
    try {
      const isNamed = await inWorkspace(actor, this.manager, (tx) => tx.existsBy(Intake, shownWhere({ blobKey })));
      if (!isNamed) await this.letGo(actor, blobKey);
    } catch (error) {
      this.log.failed(error, actor.requestId); // What is left the sweep finds (docs/operations.md).
    }
  }
}
