import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor, Role } from '../access/actor.js';
import { beforeWorkspace, inWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { systemActor } from '../access/system-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { problems } from '../common/problem.js';
import { run, type Statement } from '../common/statement.js';
import { type Enrolled, enrol } from '../organizations/enrolment.js';
import { Invitation } from '../organizations/invitation.entity.js';
import { Membership } from '../organizations/membership.entity.js';
import type { AcceptInvitationDto, OfferView } from './acceptance.dto.js';
import { FIND_INVITATION, LOCK_INVITATION } from './acceptances.queries.js';
import type { Account } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { preferredLanguage } from '../common/language.js';
import { say } from '../common/words.js';
import type { MyMembershipView } from './me.dto.js';
import { insertAccount } from './new-account.js';
import { Origin } from './origin.js';
import { refuseWeak } from './password-strength.js';
import { Passwords } from './passwords.js';
import { hashSecret, isSecret } from './secrets.js';
import { SignInLimits } from './sign-in-limits.js';
import { refuseForeign } from './strategies.js';

interface OpenInvitation {
  id: string;
  workspaceId: string;
  organizationId: string;
  email: string;
  roles: Role[];
  slug: string;
  workspaceName: string;
  timeZone: string;
  expiresAt: Date;
  organizationName: string;
}

/** Who accepts an invitation: somebody with an account, or with the hash of the password of a new one. */
type Accepting = { account: Account } | { passwordHash: string };

@Injectable()
export class AcceptancesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly accounts: AccountsService,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly origin: Origin,
    private readonly audit: AuditLog,
  ) {}

  /** What is offered; 404 where the link is unknown, used, withdrawn or lapsed. */
  async get(token: string, request: HeedRequest): Promise<OfferView> {
    const { workspaceName, organizationId, organizationName, roles, email, expiresAt } = await this.find(
      token,
      request,
    );
    const organization = { id: organizationId, name: organizationName };
    return { workspace: workspaceName, organization, roles, email, expiresAt: expiresAt.toISOString() };
  }

  /**
   * 404 where the link is unknown, used, withdrawn or lapsed; 401 where the address has an account with another
   * password; 409 for who is a member already; 422 where a new password is too easy to guess.
   */
  async create(token: string, dto: AcceptInvitationDto, request: HeedRequest): Promise<MyMembershipView> {
    refuseForeign(request, this.origin);
    const invitation = await this.find(token, request);
    // Hashing takes long, so it comes before the transaction.
    const accepting = await this.accepting(invitation, dto, request);
    return beforeWorkspace(this.manager, (tx) => this.join(tx, token, dto.name, accepting, request));
  }

  private find(token: string, request: HeedRequest): Promise<OpenInvitation> {
    return this.limits.openingLink(request, () =>
      beforeWorkspace(this.manager, (tx) => getOpen(tx, FIND_INVITATION, token)),
    );
  }

  /** A password that can't become one is refused alike whether the address has an account or not. */
  private async accepting(
    { email, slug, workspaceName, organizationName }: OpenInvitation,
    { name, password }: AcceptInvitationDto,
    request: HeedRequest,
  ): Promise<Accepting> {
    const known = await this.accounts.find(email);
    // One hash and the same bounds for both: how long it takes tells nobody whether there is an account.
    const found = await this.limits.signingIn<Account | string>(request, email, known, () =>
      known ? this.accounts.verify(known, password, request.id) : this.passwords.hash(password),
    );
    if (typeof found === 'object') return { account: found };
    await refuseWeak(password, '/password', [email, name, slug, workspaceName, organizationName]);
    if (found === undefined) throw problems.signInFailed();
    return { passwordHash: found };
  }

  private async join(
    tx: EntityManager,
    token: string,
    name: string,
    accepting: Accepting,
    request: HeedRequest,
  ): Promise<MyMembershipView> {
    const invitation = await getOpen(tx, LOCK_INVITATION, token);
    const { workspaceId, organizationId, email, roles } = invitation;
    const account = 'account' in accepting ? accepting.account : await insertAccount(tx, { ...accepting, email });
    await refuseMember(tx, workspaceId, account.personId);
    // The system lets in: who only reads could not write their own membership.
    const system = systemActor({ workspaceId, organizationId, timeZone: invitation.timeZone }, request.id);
    return inWorkspace(system, tx, async (within) => {
      const enrolled = await enrol(within, system, { organizationId, personId: account.personId, name, roles });
      await within.update(Invitation, { id: invitation.id }, { acceptedAt: () => 'clock_timestamp()' });
      const actor = newMember(invitation, account, enrolled, request);
      request.identity = actor; // The answer carries the receipt of what this person did.
      await this.audit.record(within, actor, {
        action: 'invitation.accepted',
        objectType: 'invitation',
        objectId: invitation.id,
        details: { memberId: enrolled.id },
      });
      return viewOf(invitation, enrolled, name);
    });
  }
}

async function getOpen(tx: EntityManager, how: Statement, token: string): Promise<OpenInvitation> {
  const [invitation] = isSecret(token) ? await run<OpenInvitation>(tx, how, [hashSecret(token)]) : [];
  if (!invitation) throw problems.notFound();
  return invitation;
}

async function refuseMember(tx: EntityManager, workspaceId: string, personId: string): Promise<void> {
  if (!(await tx.existsBy(Membership, { workspaceId, personId }))) return;
  throw problems.alreadyExists(
    say`You have a membership in this workspace; an administrator can change or prolong it.`,
  );
}

/** The invitation is what the request came with, where others come with a session. */
const newMember = (invitation: OpenInvitation, account: Account, enrolled: Enrolled, request: HeedRequest): Actor => ({
  sessionId: invitation.id,
  accountId: account.id,
  personId: account.personId,
  secondsSinceSignIn: null,
  requestId: request.id,
  language: preferredLanguage(request.headers['accept-language']),
  workspaceId: invitation.workspaceId,
  timeZone: invitation.timeZone,
  membershipId: enrolled.id,
  organizationId: invitation.organizationId,
  roles: invitation.roles,
  readsAll: false,
});

const viewOf = (
  { workspaceId, slug, workspaceName, timeZone, roles }: OpenInvitation,
  { id, organization }: Enrolled,
  name: string,
): MyMembershipView => ({
  id,
  workspace: { id: workspaceId, slug, name: workspaceName, timeZone },
  organization: { id: organization.id, name: organization.name },
  roles,
  name,
  endsOn: null,
});
