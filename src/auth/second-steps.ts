import { timingSafeEqual } from 'node:crypto';
import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EntityManager } from 'typeorm';
import { beforeWorkspace } from '../access/in-workspace.js';
import { problems } from '../common/problem.js';
import { Account } from './account.entity.js';
import { AuthKeys } from './auth-keys.js';
import { Origin } from './origin.js';

const FIVE_MINUTES = 300;
const SHAPE = /^([0-9a-f-]{36})\.(\d{10})\.([A-Za-z0-9_-]{43})(?:\.([0-9a-f-]{36}))?$/;

/** Who came as far as the second step, and the linked identity where it was a provider that said so. */
export interface HalfWay {
  account: Account;
  identityId?: string;
}

/**
 * Between password and second factor nobody is signed in. The browser keeps a mark for five minutes that the password was
 * right, or that a provider vouched; it opens nothing but the second step, is kept nowhere on our side, and is worthless once the password changes.
 */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: AuthKeys,
    private readonly origin: Origin,
  ) {}

  give(reply: FastifyReply, account: Account, identityId?: string): void {
    const ends = String(Math.floor(Date.now() / 1000) + FIVE_MINUTES);
    const mark = this.markOf(account, ends, identityId).toString('base64url');
    const step = [account.id, ends, mark, ...(identityId === undefined ? [] : [identityId])].join('.');
    reply.setCookie(this.cookieName, step, { ...this.attributes, maxAge: FIVE_MINUTES });
  }

  takeBack(reply: FastifyReply): void {
    reply.clearCookie(this.cookieName, this.attributes);
  }

  /** What the browser sent of it: the sign-in that the password began. */
  of(request: FastifyRequest): string {
    return request.cookies[this.cookieName] ?? '';
  }

  /** Whose password was right here a moment ago, or who was vouched for; 401 where nobody was. */
  async halfWayOf(request: FastifyRequest): Promise<HalfWay> {
    const [, id, ends, mark, identityId] = SHAPE.exec(this.of(request)) ?? [];
    if (id === undefined || ends === undefined || mark === undefined || Number(ends) * 1000 < Date.now())
      throw problems.passwordFirst();
    const account = await beforeWorkspace(this.manager, (tx) => tx.findOneBy(Account, { id }));
    const isOurs = account && timingSafeEqual(Buffer.from(mark, 'base64url'), this.markOf(account, ends, identityId));
    if (!isOurs || account.disabledAt) throw problems.passwordFirst();
    return { account, ...(identityId !== undefined && { identityId }) };
  }

  private get cookieName(): string {
    return this.origin.isSecure ? '__Host-heed_step' : 'heed_step';
  }

  private get attributes(): { httpOnly: true; sameSite: 'strict'; path: '/'; secure: boolean } {
    return { httpOnly: true, sameSite: 'strict', path: '/', secure: this.origin.isSecure };
  }

  private markOf({ id, passwordHash }: Account, ends: string, identityId?: string): Buffer {
    return this.keys.mark('second steps', id, passwordHash, ends, ...(identityId === undefined ? [] : [identityId]));
  }
}
