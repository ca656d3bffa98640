import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Identity } from '../access/actor.js';
import type { HeedRequest } from '../access/requires.js';
import type { JsonText } from '../common/json-text.js';
import type { Account } from './account.entity.js';
import { sessionSecretOf } from './credentials.js';
import { requireSession } from './fresh-sign-in.js';
import { Origin } from './origin.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** A session and its cookie come and go together. */
@Injectable()
export class SignInService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
    private readonly origin: Origin,
  ) {}

  /** For whom the password was right. Signing in again ends what the browser had. */
  async start(account: Account, request: HeedRequest, reply: FastifyReply): Promise<JsonText> {
    const { secret, me } = await this.sessions.start(account, request, sessionSecretOf(request, this.origin));
    this.cookie.give(reply, secret);
    return me;
  }

  /** A token is no session: it is ended under /me/tokens. */
  async end(identity: Identity, reply: FastifyReply): Promise<void> {
    requireSession(identity);
    await this.sessions.end(identity, identity.sessionId);
    this.cookie.takeBack(reply);
  }
}
