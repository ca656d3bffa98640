import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Origin } from '../auth/origin.js';
import { Problem, problems } from '../common/problem.js';
import { FetchRefused } from '../fetching/fetch-refused.js';
import { GuardedFetch } from '../fetching/guarded-fetch.js';
import type { Begun, Marks } from './begun-sign-ins.js';

/** What is known of a provider, with its secret open. */
export interface Provider {
  id: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

const SECONDS = 5;
/** As OpenID Connect says; what is longer is none. */
const LONGEST_SUBJECT = 255;

/**
 * What is said to a provider and what it answers (OpenID Connect: authorization code, RFC 7636, RFC 9207). Its metadata and keys are
 * read anew each time, so keys that it changed are known at once and nothing of an earlier answer stays.
 */
@Injectable()
export class ProviderExchange {
  constructor(
    private readonly fetching: GuardedFetch,
    private readonly origin: Origin,
  ) {}

  /** Where the browser is to go. 503 where the provider does not answer as one does. */
  async addressFor(provider: Provider, { state, nonce, verifier }: Marks): Promise<string> {
    const config = await this.discover(provider);
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.returnAddress,
      scope: 'openid',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return this.checked(address.href).href;
  }

  /** Whom the provider means. 401 for an answer of which anything does not fit, 503 where it can't be asked. */
  async subjectOf(provider: Provider, { state, nonce, verifier }: Begun, answer: string): Promise<string> {
    const config = await this.discover(provider);
    const current = new URL(this.returnAddress);
    current.search = answer;
    try {
      const tokens = await oidc.authorizationCodeGrant(config, current, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const { iss, sub } = tokens.claims() ?? {};
      if (iss !== config.serverMetadata().issuer || !sub || sub.length > LONGEST_SUBJECT)
        throw problems.providerSignInFailed('claims');
      return sub;
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (isDown(error)) throw problems.providerUnavailable(reasonOf(error));
      throw problems.providerSignInFailed(reasonOf(error));
    }
  }

  private async discover({ issuer, clientId, clientSecret }: Provider): Promise<oidc.Configuration> {
    try {
      const url = this.checked(issuer);
      const config = await oidc.discovery(url, clientId, undefined, proofOf(clientSecret), {
        [oidc.customFetch]: (address, options) => this.fetching.fetch(address, options),
        // Tokens are signed all the same; this has the signature checked although they come over TLS.
        execute: [oidc.enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [ON_THIS_MACHINE] : [])],
        timeout: SECONDS,
      });
      // Microsoft's shared addresses answer for everybody's organization: such an issuer is nobody's in particular.
      if (new URL(config.serverMetadata().issuer).href !== url.href) throw problems.providerUnavailable('issuer');
      return config;
    } catch (error) {
      if (error instanceof Problem) throw error;
      throw problems.providerUnavailable(reasonOf(error));
    }
  }

  private checked(address: string): URL {
    try {
      return this.fetching.check(address);
    } catch {
      throw problems.providerUnavailable('address');
    }
  }

  private get returnAddress(): string {
    return `${this.origin.address}/sign-in/return`;
  }
}

// eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated only so that it stands out: GuardedFetch takes http on this very machine alone.
const ON_THIS_MACHINE = oidc.allowInsecureRequests;

/** As the provider says that it takes the secret; by the standard in a header where it says nothing. */
const proofOf = (secret: string): oidc.ClientAuth => {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const prove = methods.includes('client_secret_basic') ? basic : post;
    prove(server, ...rest);
  };
};

const isDown = (error: unknown): boolean => causesOf(error).some((cause) => cause instanceof FetchRefused);

/** For the log: a code, never what was sent. */
function reasonOf(error: unknown): string {
  const causes = causesOf(error);
  const refused = causes.find((cause) => cause instanceof FetchRefused);
  if (refused) return refused.reason;
  const { code, error: said } = (causes[0] ?? {}) as { code?: unknown; error?: unknown };
  const reason = typeof said === 'string' ? said : typeof code === 'string' ? code : 'unknown';
  return reason.slice(0, 60);
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) causes.push(cause);
  return causes;
}
