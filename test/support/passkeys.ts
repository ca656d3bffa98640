// A passkey as a phone or a key holds it: makes a key pair for one address, and signs what it is asked.

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { v7 as uuid } from 'uuid';
import { AuthKeys } from '../../src/auth/auth-keys.js';
import type { Bond } from '../../src/auth/passkey-challenges.js';
import type { Factories, Member } from '../factories/factories.js';
import { MASTER_KEY } from './settings.js';
import { ORIGIN } from './world.js';

const keys = new AuthKeys(MASTER_KEY);

/** How a device answers; what is left out is as it should be. */
export interface Answering {
  origin?: string;
  domain?: string;
  /** Whether a finger, a face or a PIN was asked for. */
  isVerified?: boolean;
  count?: number;
  type?: string;
}

export interface MadePasskey {
  credentialId: string;
  clientData: string;
  attestation: string;
}

export interface SignedPasskey {
  credentialId: string;
  clientData: string;
  authenticatorData: string;
  signature: string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

/** It counts by itself, as many do; `count: 0` answers as one that does not. */
export class Device {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly id = randomBytes(16);
  private count = 0;

  /** To `navigator.credentials.create`. */
  make(challenge: string, answering: Answering = {}): MadePasskey {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const made = Buffer.concat([Buffer.alloc(16), length, this.id, this.publicKey]);
    const authData = Buffer.concat([this.data(answering, HAS_KEY), made]);
    const parts = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      credentialId: this.id.toString('base64url'),
      clientData: clientData('webauthn.create', challenge, answering).toString('base64url'),
      attestation: Buffer.from(isoCBOR.encode(parts as never)).toString('base64url'),
    };
  }

  /** To `navigator.credentials.get`. */
  sign(challenge: string, answering: Answering = {}): SignedPasskey {
    const data = clientData('webauthn.get', challenge, answering);
    const authData = this.data(answering, 0);
    const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()]);
    return {
      credentialId: this.id.toString('base64url'),
      clientData: data.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
    };
  }

  /** The row of it, once it was added. */
  get row(): { credential_id: Buffer; public_key: Buffer } {
    return { credential_id: this.id, public_key: this.publicKey };
  }

  /** COSE: an EC key on P-256 for ES256. */
  private get publicKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    return Buffer.from(isoCBOR.encode(key as never));
  }

  private data({ domain = new URL(ORIGIN).hostname, isVerified = true, count }: Answering, more: number): Buffer {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count ?? (this.count += 1));
    const flags = PRESENT | (isVerified ? VERIFIED : 0) | more;
    return Buffer.concat([createHash('sha256').update(domain).digest(), Buffer.from([flags]), counted]);
  }
}

const clientData = (type: string, challenge: string, answering: Answering): Buffer =>
  Buffer.from(
    JSON.stringify({ type: answering.type ?? type, challenge, origin: answering.origin ?? ORIGIN, crossOrigin: false }),
  );

/** What a browser was asked to sign, as the server would have asked it. */
export async function askedOf({ a }: { a: Factories }, bond: Bond): Promise<string> {
  const challenge = randomBytes(32);
  await a.rows(
    `INSERT INTO passkey_challenge (bound_to, challenge, ends_at) VALUES ($1, $2, now() + interval '5 minutes')
     ON CONFLICT (bound_to) DO UPDATE SET challenge = excluded.challenge`,
    [keys.mark('passkey challenges', ...bond), challenge],
  );
  return challenge.toString('base64url');
}

/** A passkey that somebody began to add. */
export async function begunPasskey({ a }: { a: Factories }, member: Member | undefined): Promise<string> {
  const id = uuid();
  await a.insert('second_factor', { id, account_id: member?.actor.accountId, kind: 'passkey', name: 'My key' });
  return id;
}

/** A member who added a passkey before. */
export async function withPasskey({ a }: { a: Factories }, member: Member): Promise<{ id: string; device: Device }> {
  const [id, device] = [uuid(), new Device()];
  await a.insert('second_factor', {
    id,
    account_id: member.actor.accountId,
    kind: 'passkey',
    name: 'My key',
    ...device.row,
    confirmed_at: new Date(),
  });
  return { id, device };
}
