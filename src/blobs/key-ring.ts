import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { BrokenSeal } from './file-seal.js';

/** The key that a file's key was wrapped with is not among those of this installation. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
  readonly code = 'key-missing';
}

/** A file's own key, as the database keeps it: worth nothing without the ring. */
export interface WrappedKey {
  /** Which key of the ring wrapped it. */
  keyId: string;
  wrapped: Buffer;
}

/** The keys outside the database that wrap the keys of files. The last one wraps, all of them open; read anew each time, so that a new one counts at once. */
export class KeyRing {
  constructor(private readonly read: () => Buffer[]) {}

  /** Of the key that wraps from now on. */
  currentId(): string {
    return idOf(this.current());
  }

  /** Of all keys that open. */
  ids(): string[] {
    return this.read().map(idOf);
  }

  /** `bound` says what the key is for; it opens for nothing else. */
  wrap(key: Buffer, bound: string): WrappedKey {
    const current = this.current();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', wrappingKeyOf(current), nonce).setAAD(Buffer.from(bound));
    return {
      keyId: idOf(current),
      wrapped: Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]),
    };
  }

  /** Throws KeyMissing where the ring lacks the key, BrokenSeal where it was wrapped for something else or altered. */
  unwrap({ keyId, wrapped }: WrappedKey, bound: string): Buffer {
    const key = this.read().find((one) => idOf(one) === keyId);
    if (!key) throw new KeyMissing(`The key ${keyId} is not among those of this installation.`);
    const decipher = createDecipheriv('aes-256-gcm', wrappingKeyOf(key), wrapped.subarray(0, 12));
    decipher.setAAD(Buffer.from(bound)).setAuthTag(wrapped.subarray(-16));
    const clear = decipher.update(wrapped.subarray(12, -16));
    try {
      return Buffer.concat([clear, decipher.final()]);
    } catch {
      throw new BrokenSeal('The key of this file was wrapped for something else, or altered.');
    }
  }

  private current(): Buffer {
    const key = this.read().at(-1);
    if (!key) throw new KeyMissing('This installation has no key.');
    return key;
  }
}

const drawn = (key: Buffer, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, bytes));
const wrappingKeyOf = (key: Buffer): Buffer => drawn(key, 'heed keys of files', 32);
/** Says which key it is and nothing of it. */
const idOf = (key: Buffer): string => drawn(key, 'heed name of a key', 8).toString('hex');
