import { timingSafeEqual } from 'node:crypto';
import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EntityManager } from 'typeorm';
import { beforeWorkspace } from '../access/in-workspace.js';
import { AuthKeys } from '../auth/auth-keys.js';
import { Origin } from '../auth/origin.js';
import { hashSecret, isSecret, newSecret } from '../auth/secrets.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { BEGIN, FORGET_BEGUN, TAKE_BEGUN } from './begun-sign-ins.queries.js';

const TEN_MINUTES = 600;

/** What goes along to the provider and has to fit when the browser comes back (state, nonce, and the proof key of RFC 7636). */
export interface Marks {
  state: string;
  nonce: string;
  verifier: string;
}

/** What was begun: with which provider, and with what it has to fit. */
export interface Begun extends Marks {
  providerId: string;
}

/**
 * Who went to a provider comes back once, in the same browser. The browser keeps one secret, of which everything else is
 * drawn; here only a hash is kept, so neither the database nor the address that comes back is enough.
 */
@Injectable()
export class BegunSignIns {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: AuthKeys,
    private readonly origin: Origin,
  ) {}

  /**
   * Answers where the browser is to go, which `addressFor` asks the provider for. `sessionId`: of whoever links it; null where it is to
   * sign somebody in.
   */
  async begin(
    reply: FastifyReply,
    providerId: string,
    sessionId: string | null,
    addressFor: (marks: Marks) => Promise<string>,
  ): Promise<string> {
    const secret = newSecret();
    const marks = this.marksOf(secret);
    const address = await addressFor(marks);
    await beforeWorkspace(this.manager, async (tx) => {
      await run(tx, BEGIN, [hashSecret(marks.state), providerId, sessionId, TEN_MINUTES]);
      await run(tx, FORGET_BEGUN);
    });
    reply.setCookie(this.cookieName, secret, { ...this.attributes, maxAge: TEN_MINUTES });
    return address;
  }

  /** Uses it up for good, whether what came back fits or not. 401 where this browser began nothing that fits. */
  async take(request: FastifyRequest, answer: string, sessionId: string | null): Promise<Begun> {
    const secret = request.cookies[this.cookieName] ?? '';
    if (!isSecret(secret)) throw problems.providerSignInFailed('not-begun');
    const marks = this.marksOf(secret);
    const [taken] = await beforeWorkspace(this.manager, (tx) => run<Taken>(tx, TAKE_BEGUN, [hashSecret(marks.state)]));
    if (!taken?.isOpen || taken.sessionId !== sessionId || !isSame(stateIn(answer), marks.state))
      throw problems.providerSignInFailed('not-begun');
    return { ...marks, providerId: taken.providerId };
  }

  private marksOf(secret: string): Marks {
    const mark = (of: string): string => this.keys.mark('provider sign-ins', of, secret).toString('base64url');
    return { state: mark('state'), nonce: mark('nonce'), verifier: mark('verifier') };
  }

  private get cookieName(): string {
    return this.origin.isSecure ? '__Host-heed_provider' : 'heed_provider';
  }

  private get attributes(): { httpOnly: true; sameSite: 'strict'; path: '/'; secure: boolean } {
    return { httpOnly: true, sameSite: 'strict', path: '/', secure: this.origin.isSecure };
  }
}

interface Taken {
  providerId: string;
  sessionId: string | null;
  isOpen: boolean;
}

/** What comes twice is nothing. */
function stateIn(answer: string): string {
  const states = new URLSearchParams(answer).getAll('state');
  return states.length === 1 ? (states[0] ?? '') : '';
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(hashSecret(one)), Buffer.from(hashSecret(other)));
