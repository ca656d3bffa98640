import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What the keys are for; each has one of its own. */
type Purpose =
  | 'attempts'
  | 'requests'
  | 'networks'
  | 'devices'
  | 'second factors'
  | 'second steps'
  | 'recovery codes'
  | 'passkey challenges'
  | 'identity providers'
  | 'identities'
  | 'provider sign-ins';

/** The keys of sign-in, drawn from the installation's master key: what the database alone gives away is worth nothing. */
export class AuthKeys {
  /** Every request marks who asks: drawing a key for it each time would take a twentieth of it. */
  private readonly drawn = new Map<Purpose, Buffer>();

  constructor(private readonly master: Buffer) {}

  /** Always the same for the same parts, and nobody without the key can find the parts by trying. */
  mark(purpose: Purpose, ...parts: string[]): Buffer {
    return createHmac('sha256', this.keyFor(purpose)).update(JSON.stringify(parts)).digest();
  }

  /** AES-256-GCM; `owner` is bound to it, so that it opens in its own row only. */
  seal(purpose: Purpose, owner: string, secret: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor(purpose), nonce).setAAD(Buffer.from(owner));
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws where it was sealed with another key, for another owner, or was altered. */
  open(purpose: Purpose, owner: string, sealed: Buffer): Buffer {
    const cipher = createDecipheriv('aes-256-gcm', this.keyFor(purpose), sealed.subarray(0, 12));
    cipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
  }

  private keyFor(purpose: Purpose): Buffer {
    const key = this.drawn.get(purpose) ?? draw(this.master, purpose);
    this.drawn.set(purpose, key);
    return key;
  }
}

const draw = (master: Buffer, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `heed sign-in ${purpose}`, 32));
