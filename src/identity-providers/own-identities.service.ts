import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Identity } from '../access/actor.js';
import { beforeWorkspace, inWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { AuditLog } from '../audit/audit-log.js';
import { findMember } from '../auth/me.queries.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { BegunSignIns } from './begun-sign-ins.js';
import type { ProviderAddressView } from './identity-provider.dto.js';
import { LINKED_ALREADY, OWN_PROVIDERS, UNLINK } from './identity-providers.queries.js';
import { KnownProviders } from './known-providers.js';
import { LinkedIdentity } from './linked-identity.entity.js';
import { ProviderExchange } from './provider-exchange.js';
import { Subjects } from './subjects.js';

/** Which providers may say that it is oneself: the owner of an account alone decides it, with their password. */
@Injectable()
export class OwnIdentitiesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly providers: KnownProviders,
    private readonly begun: BegunSignIns,
    private readonly exchange: ProviderExchange,
    private readonly subjects: Subjects,
    private readonly audit: AuditLog,
  ) {}

  async list(identity: Identity): Promise<JsonText> {
    const values = [identity.personId, identity.accountId];
    const [row] = await beforeWorkspace(this.manager, (tx) => run<{ text: string }>(tx, OWN_PROVIDERS, values));
    return new JsonText(row?.text ?? '');
  }

  /** Where to go to link it. 404 for a provider of an organization that one is not a member for. */
  async begin(identity: Identity, id: string, reply: FastifyReply): Promise<ProviderAddressView> {
    const provider = await this.providers.ofMember(id, identity.personId);
    const address = await this.begun.begin(reply, id, identity.sessionId, (marks) =>
      this.providers.watched(provider, identity.requestId, () => this.exchange.addressFor(provider, marks)),
    );
    return { address };
  }

  /** Links whom the provider means. 401 for what does not fit what this session began, 409 where either is linked already. */
  async link(identity: Identity, answer: string, request: HeedRequest): Promise<JsonText> {
    const begun = await this.begun.take(request, answer, identity.sessionId);
    const provider = await this.providers.ofMember(begun.providerId, identity.personId);
    const subject = await this.providers.watched(provider, identity.requestId, () =>
      this.exchange.subjectOf(provider, begun, answer),
    );
    const subjectMark = this.subjects.markOf(provider, subject);
    await beforeWorkspace(this.manager, async (tx) => {
      const already = await run(tx, LINKED_ALREADY, [provider.id, identity.accountId, subjectMark]);
      if (already.length > 0) throw problems.alreadyExists(LINKED);
      const id = uuid();
      await tx.insert(LinkedIdentity, { id, accountId: identity.accountId, providerId: provider.id, subjectMark });
      await this.record(tx, identity, provider.slug, 'identity.linked', id);
    });
    return this.list(identity);
  }

  /** Takes it away at once, with every session that was begun through it. 404 for any other. */
  unlink(identity: Identity, id: string): Promise<void> {
    return beforeWorkspace(this.manager, async (tx) => {
      const [unlinked] = await run<{ slug: string }>(tx, UNLINK, [id, identity.accountId]);
      if (!unlinked) throw problems.notFound();
      await this.record(tx, identity, unlinked.slug, 'identity.unlinked', id);
    });
  }

  /** In the log of the workspace that it opens, while one is a member there. Comes last: it leaves the role of sign-in. */
  private async record(
    tx: EntityManager,
    identity: Identity,
    slug: string,
    action: string,
    objectId: string,
  ): Promise<void> {
    const happening = { action, objectType: 'identity', objectId };
    const actor = await findMember(tx, identity, slug);
    if (!actor) return this.audit.recordOutside(tx, identity, happening);
    await inWorkspace(actor, tx, (within) => this.audit.record(within, actor, happening));
    identity.receipt = actor.receipt;
  }
}

const LINKED = say`Your account, or the person as whom you signed in there, is linked with this organization's sign-in already. Unlink it first.`;
