import { randomBytes, timingSafeEqual } from 'node:crypto';
import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from './account.entity.js';
import { AuthKeys } from './auth-keys.js';
import { Origin } from './origin.js';

const NINETY_DAYS = 7_776_000;
const SHAPE = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * A browser in which somebody signed in keeps a mark of it, so that whoever guesses elsewhere can't lock them out. It opens
 * nothing, is kept nowhere on our side, and counts until the password changes.
 */
@Injectable()
export class KnownDevice {
  constructor(
    private readonly keys: AuthKeys,
    private readonly origin: Origin,
  ) {}

  give(reply: FastifyReply, account: Account): void {
    const device = randomBytes(16).toString('base64url');
    reply.setCookie(this.cookieName, `${device}.${this.markOf(device, account).toString('base64url')}`, {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure: this.origin.isSecure,
      maxAge: NINETY_DAYS,
    });
  }

  /** The device, where the account was signed in to on it with the password that it still has. */
  of(request: FastifyRequest, account: Account): string | undefined {
    const [, device, mark] = SHAPE.exec(request.cookies[this.cookieName] ?? '') ?? [];
    if (device === undefined || mark === undefined) return undefined;
    const isOurs = timingSafeEqual(Buffer.from(mark, 'base64url'), this.markOf(device, account));
    return isOurs ? device : undefined;
  }

  private get cookieName(): string {
    return this.origin.isSecure ? '__Host-heed_known' : 'heed_known';
  }

  private markOf(device: string, { id, passwordHash }: Account): Buffer {
    return this.keys.mark('devices', device, id, passwordHash);
  }
}
