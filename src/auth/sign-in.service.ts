import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Identity } from '../access/actor.js';
import type { HeedRequest } from '../access/requires.js';
import type { JsonText } from '../common/json-text.js';
import type { Account } from './account.entity.js';
import { sessionSecretOf } from './credentials.js';
import { requireSession } from './fresh-sign-in.js';
import { KnownDevice } from './known-device.js';
import { Origin } from './origin.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.js';

/** A session and its cookie come and go together. */
@Injectable()
export class SignInService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
    private readonly origin: Origin,
    private readonly devices: KnownDevice,
    private readonly limits: SignInLimits,
  ) {}

  /** For whom the password was right. Signing in again ends what the browser had. */
  async start(account: Account, request: HeedRequest, reply: FastifyReply): Promise<JsonText> {
    const previous = sessionSecretOf(request, this.origin);
    const { secret, me } = await this.sessions.start(account, request, previous, this.limits.networkMark(request));
    this.cookie.give(reply, secret);
    this.devices.give(reply, account);
    return me;
  }

  /** A token is no session: it is ended under /me/tokens. */
  async end(identity: Identity, reply: FastifyReply): Promise<void> {
    requireSession(identity);
    await this.sessions.end(identity, identity.sessionId);
    this.cookie.takeBack(reply);
  }
}
