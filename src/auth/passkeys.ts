// WebAuthn: what a browser is asked, and whether what it answers fits. The library checks; what counts once is kept elsewhere.

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { Origin } from './origin.js';
import type {
  ConfirmPasskeyDto,
  PasskeyCreationView,
  PasskeyNamedView,
  PasskeyRequestView,
  PasskeyStepDto,
} from './passkey.dto.js';

/** A passkey as it is kept. */
export interface Passkey {
  id: string;
  credentialId: Buffer;
  publicKey: Buffer;
  /** How often it signed, where it counts that; 0 where it doesn't. */
  signCount: number;
  transports: string[];
}

/** EdDSA, ES256, RS256: what phones, computers and keys have. */
const ALGORITHMS = [-8, -7, -257];
const TWO_MINUTES = 120_000;

@Injectable()
export class Passkeys {
  constructor(private readonly origin: Origin) {}

  /** What makes a new one. It asks for a finger, a face or a PIN, and not who made the device. */
  creation(challenge: Buffer, owner: { id: string; email: string }, have: Passkey[]): PasskeyCreationView {
    const { domain } = this;
    return {
      challenge: challenge.toString('base64url'),
      rp: { id: domain, name: `Heed ${this.origin.host}` },
      user: { id: ownerMark(owner.id), name: owner.email, displayName: owner.email },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
      timeout: TWO_MINUTES,
      excludeCredentials: have.map(named),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      attestation: 'none',
    };
  }

  /** What asks for one that there is. */
  request(challenge: Buffer, have: Passkey[]): PasskeyRequestView {
    return {
      challenge: challenge.toString('base64url'),
      rpId: this.domain,
      timeout: TWO_MINUTES,
      allowCredentials: have.map(named),
      userVerification: 'required',
    };
  }

  /** The new passkey; undefined where what came back is no answer to this challenge, at this address. */
  async created(challenge: Buffer, dto: ConfirmPasskeyDto): Promise<Omit<Passkey, 'id'> | undefined> {
    const { credentialId: id, clientData: clientDataJSON, attestation: attestationObject, transports = [] } = dto;
    const response = { clientDataJSON, attestationObject };
    const { verified, registrationInfo } = await orNot(() =>
      verifyRegistrationResponse({
        ...this.expected(challenge),
        response: said(id, response),
        supportedAlgorithmIDs: ALGORITHMS,
      }),
    );
    if (verified !== true || !registrationInfo) return undefined;
    const { credential } = registrationInfo;
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports,
    };
  }

  /** How often the passkey signed by now; undefined where it did not sign this challenge, at this address. */
  async signed(challenge: Buffer, { publicKey }: Passkey, dto: PasskeyStepDto): Promise<number | undefined> {
    const { credentialId: id, clientData: clientDataJSON, authenticatorData, signature } = dto;
    const { verified, authenticationInfo } = await orNot(() =>
      verifyAuthenticationResponse({
        ...this.expected(challenge),
        response: said(id, { clientDataJSON, authenticatorData, signature }),
        // Whether the counter went back is asked where the use is written down, of the row that is locked.
        credential: { id, publicKey: new Uint8Array(publicKey), counter: 0 },
      }),
    );
    return verified === true ? authenticationInfo?.newCounter : undefined;
  }

  private expected(challenge: Buffer) {
    return {
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: this.origin.address,
      expectedRPID: this.domain,
      requireUserVerification: true,
    };
  }

  /** Browsers bind passkeys to a name; an address of numbers has none. */
  private get domain(): string {
    if (this.origin.passkeyDomain === undefined) throw problems.notAsThingsStand('passkeys-need-a-name', NEEDS_NAME);
    return this.origin.passkeyDomain;
  }
}

/** Always the same for one account, so that a device replaces a passkey instead of keeping two. */
const ownerMark = (accountId: string): string =>
  createHash('sha256').update(`passkeys of ${accountId}`).digest('base64url');

const named = ({ credentialId, transports }: Passkey): PasskeyNamedView => ({
  id: credentialId.toString('base64url'),
  type: 'public-key',
  transports,
});

const said = <Response>(id: string, response: Response) => ({
  id,
  rawId: id,
  type: 'public-key' as const,
  clientExtensionResults: {},
  response,
});

/** The library throws at whatever doesn't fit, with words that repeat what came in: they go nowhere. */
async function orNot<Verified>(verify: () => Promise<Verified>): Promise<Partial<Verified>> {
  return verify().catch(() => ({}));
}

const NEEDS_NAME = say`Passkeys are bound to the name of a server, and this one is reached at an address of numbers. Open it by a name, such as localhost; whoever runs it sets HEED_ORIGIN.`;
