// How the bytes of a restricted file lie in the store: sealed in pieces (the STREAM construction over AES-256-GCM), so that a large
// file is read as it comes, and yet nothing of it is handed out that was altered, left out, put elsewhere or cut off.
// docs/decisions/sealed-files.md says it byte for byte.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const MAGIC = Buffer.from('HEEDSEAL\x01', 'latin1');
const PREFIX_BYTES = 7;
const HEAD_BYTES = MAGIC.length + PREFIX_BYTES;
const TAG_BYTES = 16;
/** Clear bytes in each piece but the last. */
export const PIECE_BYTES = 64 * 1024;

/** What is to be opened was sealed with another key, for another file, or was altered. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
}

/** Seals what goes through. `key` seals this one file; `bound` says which, and is asked for again when it is opened. */
export function sealing(key: Buffer, bound: string): Transform {
  const prefix = randomBytes(PREFIX_BYTES);
  const pieces = new Pieces(PIECE_BYTES, (piece, n, isLast) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, n, isLast)).setAAD(Buffer.from(bound));
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  });
  pieces.push(Buffer.concat([MAGIC, prefix]));
  return pieces;
}

/** Opens what was sealed; fails with BrokenSeal before it hands out a single byte of a piece that is not as it was. */
export function opening(key: Buffer, bound: string): Transform {
  let prefix: Buffer | undefined;
  const head = (bytes: Buffer): void => {
    if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new BrokenSeal('These bytes were not sealed by Heed.');
    prefix = Buffer.from(bytes.subarray(MAGIC.length));
  };
  const open = (piece: Buffer, n: number, isLast: boolean): Buffer => {
    if (!prefix || piece.length < TAG_BYTES) throw new BrokenSeal('The sealed bytes break off.');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, n, isLast)).setAAD(Buffer.from(bound));
    decipher.setAuthTag(piece.subarray(-TAG_BYTES));
    const clear = decipher.update(piece.subarray(0, -TAG_BYTES));
    try {
      return Buffer.concat([clear, decipher.final()]);
    } catch {
      throw new BrokenSeal('A piece of the sealed bytes is not what was sealed.');
    }
  };
  return new Pieces(PIECE_BYTES + TAG_BYTES, open, { bytes: HEAD_BYTES, take: head });
}

/** Which piece it is and whether it is the last one stand in the nonce: none can be moved, left out, or added. */
function nonceOf(prefix: Buffer, n: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(n, PREFIX_BYTES);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

type Work = (piece: Buffer, n: number, isLast: boolean) => Buffer;
interface Head {
  bytes: number;
  take: (head: Buffer) => void;
}

/** Cuts a stream into pieces of one size; the last one may be shorter, and is known as such only at the end. */
class Pieces extends Transform {
  private waiting: Buffer = Buffer.alloc(0);
  private n = 0;

  constructor(
    private readonly size: number,
    private readonly work: Work,
    private head?: Head,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.waiting = this.waiting.length === 0 ? chunk : Buffer.concat([this.waiting, chunk]);
    this.attempt(done, () => {
      this.takeHead();
      while (!this.head && this.waiting.length > this.size) this.hand(this.size, false);
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => {
      this.takeHead();
      if (this.head) throw new BrokenSeal('The sealed bytes break off.');
      this.hand(this.waiting.length, true);
    });
  }

  private takeHead(): void {
    const { head } = this;
    if (!head || this.waiting.length < head.bytes) return;
    head.take(this.waiting.subarray(0, head.bytes));
    this.waiting = this.waiting.subarray(head.bytes);
    this.head = undefined;
  }

  private hand(length: number, isLast: boolean): void {
    const piece = this.waiting.subarray(0, length);
    this.waiting = this.waiting.subarray(length);
    this.push(this.work(piece, this.n, isLast));
    this.n += 1;
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  }
}
