import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { type BlobKey, BlobStore, type StoredBlob } from '../blobs/blob-store.js';
import { FileLimits } from '../blobs/file-limits.js';
import { ServerLog } from '../common/server-log.js';
import type { Evidence } from './evidence.entity.js';
import { inspect } from './inspection.js';
import type { Upload } from './upload.js';

/** What is known of bytes that were stored. */
export type TakenFile = Pick<Evidence, 'mediaType' | 'size' | 'blobKey'> & Pick<StoredBlob, 'sha256'>;

/** What names the bytes in the record, and whether anything does. */
export interface Naming<T> {
  enter: (file: TakenFile) => Promise<T>;
  isNamed: (tx: EntityManager) => Promise<boolean>;
}

/** Takes the bytes of a form's file: to the store first, as they come, then what names them. After any failure nothing is left. */
@Injectable()
export class FileTaking {
  constructor(
    private readonly manager: EntityManager,
    private readonly store: BlobStore,
    private readonly limits: FileLimits,
    private readonly log: ServerLog,
  ) {}

  /** 413 and 415 for files that are too large or of no kind that is taken. */
  async take<T>(actor: Actor, upload: Upload, naming: Naming<T>): Promise<T> {
    const { mediaType, bytes } = await inspect(upload.file, this.limits.maxFileBytes);
    const key = { workspaceId: actor.workspaceId, blobId: uuid() };
    const stored = await this.store.put(key, bytes);
    try {
      await upload.end();
      return await naming.enter({ mediaType, ...stored, size: String(stored.size), blobKey: key.blobId });
    } catch (error) {
      await this.takeBack(actor, key, naming);
      throw error;
    }
  }

  /** A commit whose answer was lost may have happened: bytes that the record names stay, and so do they while it can't say. */
  private async takeBack(actor: Actor, key: BlobKey, { isNamed }: Pick<Naming<unknown>, 'isNamed'>): Promise<void> {
    try {
      if (!(await inWorkspace(actor, this.manager, isNamed))) await this.store.delete(key);
    } catch (error) {
      this.log.failed(error, actor.requestId); // What is left the sweep finds (docs/operations.md).
    }
  }
}

/** The name without folders and without what no title holds; the name of a file that has none. */
export function titleOf(fileName: string): string {
  const own = fileName.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  return (
    own
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, 500)
      .toWellFormed() || 'File'
  );
}
