import { createHash, timingSafeEqual } from 'node:crypto';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { BlobMissing, BlobStore } from '../blobs/blob-store.js';
import { problems } from '../common/problem.js';
import { ServerLog } from '../common/server-log.js';
import { Custody } from './custody.js';
import { Evidence } from './evidence.entity.js';
import { checkPresent } from './lock-present.js';

/** Bytes to send, and what is said of them. */
export interface Content {
  bytes: Readable;
  size: number;
  sha256: string;
  title: string;
  mediaType: string;
}

type File = Evidence & { sha256: Buffer; size: string; mediaType: string; blobKey: string };

/** Up to here a file is read and checked as a whole before the first byte is sent. */
const SMALL_BYTES = 4 * 1024 * 1024;

/** Hands out files, and only bytes that are those that were taken in. */
@Injectable()
export class FileReading {
  constructor(
    private readonly manager: EntityManager,
    private readonly store: BlobStore,
    private readonly custody: Custody,
    private readonly log: ServerLog,
  ) {}

  /** 404 where there is no file that the actor may know of, 410 where it is withdrawn, 500 where its bytes are damaged. */
  async open(actor: Actor, id: string): Promise<Content> {
    const file = await this.find(actor, id);
    const { sha256, size, title, mediaType } = file;
    const bytes = await this.checked(actor, file);
    return { bytes, size: Number(size), sha256: sha256.toString('hex'), title, mediaType };
  }

  /** Who opens what not all may read leaves a trace, before the first byte goes out. */
  private find(actor: Actor, id: string): Promise<File> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await tx.findOneBy(Evidence, { id, kind: 'file' });
      if (!piece) throw problems.notFound();
      checkPresent(piece);
      const isOpenToAll = piece.confidentiality === 'public' || piece.confidentiality === 'coalition';
      if (!isOpenToAll) await this.custody.keep(tx, actor, piece, 'opened', { sha256: piece.sha256?.toString('hex') });
      return piece as File;
    });
  }

  private async checked(actor: Actor, file: File): Promise<Readable> {
    const stored = await this.stored(actor, file);
    if (Number(file.size) > SMALL_BYTES) return this.watched(actor, file, stored);
    const whole = Buffer.concat((await stored.toArray({ signal: AbortSignal.timeout(60_000) })) as Buffer[]);
    if (isSame(createHash('sha256').update(whole).digest(), file.sha256))
      return Readable.from([whole], { objectMode: false });
    await this.note(actor, file);
    throw problems.damaged();
  }

  private async stored(actor: Actor, file: File): Promise<Readable> {
    try {
      return await this.store.get({ workspaceId: file.workspaceId, blobId: file.blobKey });
    } catch (error) {
      if (!(error instanceof BlobMissing)) throw error;
      await this.note(actor, file);
      throw problems.damaged();
    }
  }

  private watched(actor: Actor, file: File, stored: Readable): Readable {
    const check = new HashCheck(file.sha256, () => this.note(actor, file));
    stored.once('error', (error) => check.destroy(error));
    check.once('close', () => stored.destroy());
    return stored.pipe(check);
  }

  /** In a transaction of its own: the answer fails, and that it did must stay. */
  private async note(actor: Actor, file: File): Promise<void> {
    this.log.failed(new Damage(), actor.requestId);
    await inWorkspace(actor, this.manager, (tx) =>
      this.custody.keep(tx, actor, file, 'mismatched', { sha256: file.sha256.toString('hex') }),
    );
  }
}

/** Lets bytes through but for the last ones, which wait until the hash of all is the right one. */
class HashCheck extends Transform {
  private readonly hash = createHash('sha256');
  private held: Buffer | undefined;

  constructor(
    private readonly sha256: Buffer,
    private readonly note: () => Promise<void>,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    const before = this.held;
    this.held = chunk;
    done(null, before);
  }

  override _flush(done: TransformCallback): void {
    if (isSame(this.hash.digest(), this.sha256)) done(null, this.held);
    else this.note().then(() => done(new Damage()), done);
  }
}

/** The stored bytes are not those that were taken in. */
class Damage extends Error {
  override readonly name = 'DamagedFile';
  readonly code = 'damaged';
}

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
