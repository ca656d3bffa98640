import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { type BlobKey, BlobStore, sealedAs, type StoredBlob } from '../blobs/blob-store.js';
import { sealing } from '../blobs/file-seal.js';
import { Measure } from '../blobs/measure.js';
import { FileLimits } from '../blobs/file-limits.js';
import { ServerLog } from '../common/server-log.js';
import type { Evidence } from './evidence.entity.js';
import { inspect } from './inspection.js';
import type { Upload } from './upload.js';

/** What is known of bytes that were stored. */
export type TakenFile = Pick<Evidence, 'mediaType' | 'size' | 'blobKey'> & Pick<StoredBlob, 'sha256'>;

/** Bytes as they come, and the key to seal them with. */
interface Incoming {
  bytes: Readable;
  key: Buffer | undefined;
}

/** What names the bytes in the record, and whether anything does. */
export interface Naming<T> {
  /** With the key where the bytes were sealed. */
  enter: (file: TakenFile, key: Buffer | undefined) => Promise<T>;
  /** Whether they are sealed, with a key of their own. */
  isSealed?: boolean;
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
    const fileKey = naming.isSealed ? randomBytes(32) : undefined;
    const stored = await this.put(key, { bytes, key: fileKey });
    try {
      await upload.end();
      return await naming.enter({ mediaType, ...stored, size: String(stored.size), blobKey: key.blobId }, fileKey);
    } catch (error) {
      await this.takeBack(actor, key, naming);
      throw error;
    }
  }

  /** Hash and size are those of what was brought, sealed or not. */
  private async put(place: BlobKey, { bytes, key }: Incoming): Promise<StoredBlob> {
    if (!key) return this.store.put(place, bytes);
    const measure = new Measure();
    const sealed = sealing(key, sealedAs(place));
    // Where one fails all do, the store's reading too: pipeline says it to each, and the store to us.
    pipeline(bytes, measure, sealed).catch(() => undefined);
    await this.store.put(place, sealed);
    return measure.result();
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
