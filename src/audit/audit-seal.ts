import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What is to be opened was sealed with another key, for another event, or was altered. */
export class WrongSeal extends Error {
  override name = 'WrongSeal';
}

/** Encrypts the details of audit events, each with a key of its own: from the installation's key and the event's salt. */
export class AuditSeal {
  constructor(private readonly key: Buffer) {
    if (key.length !== 32) throw new Error('The installation key has 32 bytes.');
  }

  newSalt(): Buffer {
    return randomBytes(32);
  }

  /** AES-256-GCM; the event's id is bound to it. A key seals once, so the nonce may be fixed. */
  seal(salt: Buffer, eventId: string, details: string): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(salt), NONCE).setAAD(Buffer.from(eventId));
    return Buffer.concat([cipher.update(details, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** The details in clear; throws WrongSeal where salt, key, id or text don't belong together. */
  open(salt: Buffer, eventId: string, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(salt), NONCE).setAAD(Buffer.from(eventId));
    decipher.setAuthTag(sealed.subarray(-16));
    const text = decipher.update(sealed.subarray(0, -16));
    try {
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch {
      throw new WrongSeal('The details of this event cannot be opened with this key.');
    }
  }

  private keyOf(salt: Buffer): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, salt, 'heed audit details', 32));
  }
}

const NONCE = Buffer.alloc(12);
