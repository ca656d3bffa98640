import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Callers } from './callers.js';
import { sessionSecretOf } from './credentials.js';
import { MeService } from './me.service.js';
import { Origin } from './origin.js';

/** Tells the page's document who opens it, so that a slow line isn't asked once more. */
@Injectable()
export class WhoIsHere {
  constructor(
    private readonly callers: Callers,
    private readonly origin: Origin,
    private readonly me: MeService,
  ) {}

  /** What `GET /me` answers, as JSON; undefined where nobody is signed in, and where a link from elsewhere brought no cookie. */
  async of(request: FastifyRequest): Promise<string | undefined> {
    const secret = sessionSecretOf(request, this.origin);
    const caller = secret === undefined ? undefined : await this.callers.ofSession(request, secret);
    return caller && (await this.me.get(caller.identity)).text;
  }
}
