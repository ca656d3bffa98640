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
const SHAPE = /^([0-9a-f-]{36})\.(\d{10})\.([A-Za-z0-9_-]{43})$/;

/**
 * Between password and second factor nobody is signed in. The browser keeps a mark for five minutes that the password was
 * right; it opens nothing but the second step, is kept nowhere on our side, and is worthless once the password changes.
 */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: AuthKeys,
    private readonly origin: Origin,
  ) {}

  give(reply: FastifyReply, account: Account): void {
    const ends = String(Math.floor(Date.now() / 1000) + FIVE_MINUTES);
    const mark = this.markOf(account, ends).toString('base64url');
    reply.setCookie(this.cookieName, `${account.id}.${ends}.${mark}`, { ...this.attributes, maxAge: FIVE_MINUTES });
  }

  takeBack(reply: FastifyReply): void {
    reply.clearCookie(this.cookieName, this.attributes);
  }

  /** What the browser sent of it: the sign-in that the password began. */
  of(request: FastifyRequest): string {
    return request.cookies[this.cookieName] ?? '';
  }

  /** Whose password was right here a moment ago; 401 where nobody's was. */
  async accountOf(request: FastifyRequest): Promise<Account> {
    const [, id, ends, mark] = SHAPE.exec(this.of(request)) ?? [];
    if (id === undefined || ends === undefined || mark === undefined || Number(ends) * 1000 < Date.now())
      throw problems.passwordFirst();
    const account = await beforeWorkspace(this.manager, (tx) => tx.findOneBy(Account, { id }));
    const isOurs = account && timingSafeEqual(Buffer.from(mark, 'base64url'), this.markOf(account, ends));
    if (!isOurs || account.disabledAt) throw problems.passwordFirst();
    return account;
  }

  private get cookieName(): string {
    return this.origin.isSecure ? '__Host-heed_step' : 'heed_step';
  }

  private get attributes(): { httpOnly: true; sameSite: 'strict'; path: '/'; secure: boolean } {
    return { httpOnly: true, sameSite: 'strict', path: '/', secure: this.origin.isSecure };
  }

  private markOf({ id, passwordHash }: Account, ends: string): Buffer {
    return this.keys.mark('second steps', id, passwordHash, ends);
  }
}
