import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EntityManager } from 'typeorm';
import type { Identity } from '../access/actor.js';
import { beforeWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { Problem, problems } from '../common/problem.js';
import type { Account } from './account.entity.js';
import { sessionSecretOf } from './credentials.js';
import { FactorCheck } from './factor-check.js';
import { KnownDevice } from './known-device.js';
import { Origin } from './origin.js';
import { PasskeyCheck } from './passkey-check.js';
import type { PasskeyRequestView, PasskeyStepDto } from './passkey.dto.js';
import type { SecondStepDto } from './second-factor.dto.js';
import { type HalfWay, SecondSteps } from './second-steps.js';
import { SessionCookie } from './session-cookie.js';
import { type Arrival, SessionsService } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.js';
import { refuseForeign } from './strategies.js';

/** A session and its cookie come and go together. */
@Injectable()
export class SignInService {
  constructor(
    private readonly manager: EntityManager,
    private readonly sessions: SessionsService,
    private readonly steps: SecondSteps,
    private readonly factors: FactorCheck,
    private readonly passkeys: PasskeyCheck,
    private readonly cookie: SessionCookie,
    private readonly origin: Origin,
    private readonly devices: KnownDevice,
    private readonly limits: SignInLimits,
    private readonly audit: AuditLog,
  ) {}

  /** For whom the password was right: a session, or the second step where the account has a second factor (401). */
  start(account: Account, request: HeedRequest, reply: FastifyReply): Promise<JsonText> {
    return this.first({ account }, request, reply);
  }

  /** The same for whom an organization's provider said that it is they. Its own second factor doesn't stand in for Heed's. */
  startVouched(account: Account, identityId: string, request: HeedRequest, reply: FastifyReply): Promise<JsonText> {
    return this.first({ account, identityId }, request, reply);
  }

  private async first(halfWay: HalfWay, request: HeedRequest, reply: FastifyReply): Promise<JsonText> {
    const { account, identityId } = halfWay;
    const kinds = await beforeWorkspace(this.manager, (tx) => this.factors.kindsOf(tx, account.id));
    if (kinds.length === 0) return this.open(halfWay, request, reply);
    this.steps.give(reply, account, identityId);
    throw problems.secondFactorAsked(kinds);
  }

  /** The second step. 401 for a code that doesn't fit, and where no password came before it. */
  finish({ code }: SecondStepDto, request: HeedRequest, reply: FastifyReply): Promise<JsonText> {
    return this.secondStep(request, reply, (account) => async (tx) => {
      const kind = await this.factors.use(tx, account.id, code);
      if (kind === undefined) throw problems.secondFactorFailed();
      return kind;
    });
  }

  /** What a passkey is to sign for the second step. 401 where no password came before it. */
  async askPasskey(request: HeedRequest): Promise<PasskeyRequestView> {
    refuseForeign(request, this.origin);
    const { account } = await this.steps.halfWayOf(request);
    return this.passkeys.ask(account.id, this.steps.of(request));
  }

  /** The second step with a passkey. 401 for what doesn't fit, was used, or came too late. */
  finishWithPasskey(dto: PasskeyStepDto, request: HeedRequest, reply: FastifyReply): Promise<JsonText> {
    return this.secondStep(request, reply, ({ id }) => this.passkeys.verify(id, this.steps.of(request), dto));
  }

  /** A token is no session: it is ended under /me/tokens. */
  async end(identity: Identity, reply: FastifyReply): Promise<void> {
    await this.sessions.end(identity, identity.sessionId);
    this.cookie.takeBack(reply);
  }

  private async secondStep(request: HeedRequest, reply: FastifyReply, check: Check): Promise<JsonText> {
    refuseForeign(request, this.origin);
    const halfWay = await this.steps.halfWayOf(request);
    const me = await this.limits.secondStep(request, halfWay.account, () =>
      this.openWith(check, halfWay, request, reply),
    );
    this.steps.takeBack(reply);
    return me;
  }

  private async openWith(check: Check, halfWay: HalfWay, request: HeedRequest, reply: FastifyReply): Promise<JsonText> {
    try {
      return await this.open(halfWay, request, reply, await check(halfWay.account));
    } catch (error) {
      if (error instanceof Problem && REFUSALS.has(error.code))
        await this.recordRefusal(halfWay.account, request, error);
      throw error;
    }
  }

  /** Signing in again ends what the browser had. Who was only vouched for leaves no mark of having been here, which slows guessing of the password less. */
  private async open(
    { account, identityId }: HalfWay,
    request: HeedRequest,
    reply: FastifyReply,
    useFactor?: Arrival['useFactor'],
  ): Promise<JsonText> {
    const arrival = {
      account,
      previous: sessionSecretOf(request, this.origin),
      network: identityId === undefined ? this.limits.networkMark(request) : null,
      ...(identityId !== undefined && { identityId }),
      ...(useFactor && { useFactor }),
    };
    const { secret, me } = await this.sessions.start(arrival, request);
    this.cookie.give(reply, secret);
    if (identityId === undefined) this.devices.give(reply, account);
    return me;
  }

  /** The person may want to know: whoever came so far knows the password. */
  private async recordRefusal({ id, personId }: Account, request: HeedRequest, { reason }: Problem): Promise<void> {
    const who = { requestId: request.id, accountId: id, personId };
    const happening = {
      action: 'second-factor.refused',
      objectType: 'account',
      objectId: id,
      outcome: 'deny',
      ...(reason !== undefined && { details: { reason } }),
    } as const;
    await beforeWorkspace(this.manager, (tx) => this.audit.recordOutside(tx, who, happening));
  }
}

/** Answers what uses the second factor up; whatever doesn't fit throws. */
type Check = (account: Account) => Arrival['useFactor'] | Promise<Arrival['useFactor']>;

const REFUSALS = new Set(['second-factor-failed', 'passkey-failed']);
