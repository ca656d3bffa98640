import { createHash, timingSafeEqual } from 'node:crypto';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { BlobMissing, BlobStore, sealedAs } from '../blobs/blob-store.js';
import { BrokenSeal, opening } from '../blobs/file-seal.js';
import { problems } from '../common/problem.js';
import { ServerLog } from '../common/server-log.js';

/** What the record says of bytes that lie in the store. */
interface Stored {
  workspaceId: string;
  blobKey: string;
  sha256: Buffer;
  size: string;
}

/** With what sealed bytes are opened; undefined where they lie open. */
type Key = Buffer | undefined;

/** Up to here a file is read and checked as a whole before the first byte is sent. */
const SMALL_BYTES = 4 * 1024 * 1024;

/** Hands out bytes of the store, and only those that were taken in. */
@Injectable()
export class CheckedBytes {
  constructor(
    private readonly store: BlobStore,
    private readonly log: ServerLog,
  ) {}

  /** 500 where they are damaged or lost; `note` keeps that. Of a large file the damage may show only at its end: the answer breaks off. */
  async of(actor: Actor, file: Stored, note: () => Promise<void>, key?: Key): Promise<Readable> {
    const tell = (): Promise<void> => {
      this.log.failed(new Damage(), actor.requestId);
      return note();
    };
    const stored = await this.stored(file, tell, key);
    if (Number(file.size) > SMALL_BYTES) return watched(file, stored, tell);
    const whole = await stored.toArray({ signal: AbortSignal.timeout(60_000) }).then(joined, unlessBroken);
    if (whole && isSame(createHash('sha256').update(whole).digest(), file.sha256))
      return Readable.from([whole], { objectMode: false });
    await tell();
    throw problems.damaged();
  }

  private async stored({ workspaceId, blobKey }: Stored, tell: () => Promise<void>, key: Key): Promise<Readable> {
    try {
      const blob = { workspaceId, blobId: blobKey };
      const stored = await this.store.get(blob);
      return key ? opened(stored, opening(key, sealedAs(blob))) : stored;
    } catch (error) {
      if (!(error instanceof BlobMissing)) throw error;
      await tell();
      throw problems.damaged();
    }
  }
}

const joined = (chunks: unknown[]): Buffer => Buffer.concat(chunks as Buffer[]);

/** A broken seal is damage like any other. */
function unlessBroken(error: unknown): undefined {
  if (!(error instanceof BrokenSeal)) throw error;
}

function opened(stored: Readable, through: Transform): Readable {
  stored.once('error', (error) => through.destroy(error));
  through.once('close', () => stored.destroy());
  return stored.pipe(through);
}

function watched({ sha256 }: Stored, stored: Readable, tell: () => Promise<void>): Readable {
  const check = new HashCheck(sha256, tell);
  stored.once('error', (error) => {
    const end = (): void => void check.destroy(error);
    if (error instanceof BrokenSeal) tell().then(end, end);
    else end();
  });
  check.once('close', () => stored.destroy());
  return stored.pipe(check);
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
