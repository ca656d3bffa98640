import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Origin } from './origin.js';

/** As long as a session can last. */
const TWELVE_HOURS = 43_200;

/** Gives a browser its session's secret, out of reach of scripts and other sites, and takes it back. */
@Injectable()
export class SessionCookie {
  constructor(private readonly origin: Origin) {}

  give(reply: FastifyReply, secret: string): void {
    reply.setCookie(this.origin.cookieName, secret, { ...this.attributes, maxAge: TWELVE_HOURS });
  }

  takeBack(reply: FastifyReply): void {
    reply.clearCookie(this.origin.cookieName, this.attributes);
  }

  private get attributes(): { httpOnly: true; sameSite: 'strict'; path: '/'; secure: boolean } {
    return { httpOnly: true, sameSite: 'strict', path: '/', secure: this.origin.isSecure };
  }
}
