import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { StoredBlob } from './blob-store.js';

/** Lets bytes through and remembers their hash and number. */
export class Measure extends Transform {
  private readonly hash = createHash('sha256');
  private size = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.size += chunk.length;
    done(null, chunk);
  }

  /** Of all that went by; once, at the end. */
  result(): StoredBlob {
    return { sha256: this.hash.digest(), size: this.size };
  }
}
