import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EntityManager } from 'typeorm';
import { beforeWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { Account } from '../auth/account.entity.js';
import { Origin } from '../auth/origin.js';
import { SignInLimits } from '../auth/sign-in-limits.js';
import { SignInService } from '../auth/sign-in.service.js';
import { refuseForeign } from '../auth/strategies.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { BegunSignIns } from './begun-sign-ins.js';
import type { ProviderAddressView } from './identity-provider.dto.js';
import { ACCOUNT_OF_SUBJECT } from './identity-providers.queries.js';
import { type KnownProvider, KnownProviders } from './known-providers.js';
import { ProviderExchange } from './provider-exchange.js';
import { Subjects } from './subjects.js';

/** Signing in with one's organization. What opens is said by heed_vouched: one membership, and never by an e-mail address. */
@Injectable()
export class ProviderSignInService {
  constructor(
    private readonly manager: EntityManager,
    private readonly providers: KnownProviders,
    private readonly begun: BegunSignIns,
    private readonly exchange: ProviderExchange,
    private readonly subjects: Subjects,
    private readonly signIn: SignInService,
    private readonly limits: SignInLimits,
    private readonly origin: Origin,
  ) {}

  /** Where to go. 404 for what is no organization's code, 503 where its provider does not answer. */
  async begin(code: string, request: HeedRequest, reply: FastifyReply): Promise<ProviderAddressView> {
    refuseForeign(request, this.origin);
    const provider = await this.limits.openingLink(request, () => this.providers.ofCode(code));
    const address = await this.begun.begin(reply, provider.id, null, (marks) =>
      this.providers.watched(provider, request.id, () => this.exchange.addressFor(provider, marks)),
    );
    return { address };
  }

  /** A session, or the second step where the account has a second factor (401), or why not in words that tell of no account (401). */
  async finish(answer: string, request: HeedRequest, reply: FastifyReply): Promise<JsonText> {
    refuseForeign(request, this.origin);
    const { account, identityId } = await this.limits.openingLink(request, () => this.vouchedFor(answer, request));
    return this.signIn.startVouched(account, identityId, request, reply);
  }

  private async vouchedFor(answer: string, request: HeedRequest): Promise<Vouched> {
    const begun = await this.begun.take(request, answer, null);
    const provider = await this.providers.ofId(begun.providerId);
    if (!provider) throw problems.providerSignInFailed('removed');
    return this.providers.watched(provider, request.id, async () => {
      const subject = await this.exchange.subjectOf(provider, begun, answer);
      return this.accountOf(provider, subject);
    });
  }

  private accountOf(provider: KnownProvider, subject: string): Promise<Vouched> {
    const mark = this.subjects.markOf(provider, subject);
    return beforeWorkspace(this.manager, async (tx) => {
      const [linked] = await run<Linked>(tx, ACCOUNT_OF_SUBJECT, [provider.id, mark]);
      if (!linked) throw problems.notVouchedFor();
      const account = await tx.findOneByOrFail(Account, { id: linked.accountId });
      return { account, identityId: linked.identityId };
    });
  }
}

interface Linked {
  identityId: string;
  accountId: string;
}

interface Vouched {
  account: Account;
  identityId: string;
}
