import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Identity } from '../access/actor.js';
import { beforeWorkspace, inWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { SYSTEM_PERSON, systemActor } from '../access/system-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { run, type Statement } from '../common/statement.js';
import { Account } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { preferredLanguage } from '../common/language.js';
import type { MemberOf } from './me.queries.js';
import { normalizedEmail } from './new-account.js';
import { Origin } from './origin.js';
import { refuseWeak } from './password-strength.js';
import { Passwords } from './passwords.js';
import {
  END_RECOVERIES,
  END_SESSIONS,
  END_TOKENS,
  FIND_RECOVERY,
  HOLD_ACCOUNT_FOR_RECOVERY,
  LOCK_RECOVERY,
  MEMBERSHIPS,
  RECOVERIES,
  SET_PASSWORD,
  USE_RECOVERY,
} from './recoveries.queries.js';
import type { RecoveredView, UseRecoveryDto } from './recovery.dto.js';
import { Recovery } from './recovery.entity.js';
import { END_RECOVERY_CODES, REMOVE_ALL } from './second-factors.queries.js';
import { hashSecret, isSecret, newSecret } from './secrets.js';
import { UNLINK_ALL } from './sessions.queries.js';
import { SignInLimits } from './sign-in-limits.js';
import { refuseForeign } from './strategies.js';

const ONE_HOUR = 3_600_000;

/** A link that was just made; its secret is kept nowhere. */
export interface OfferedRecovery {
  token: string;
  expiresAt: Date;
}

interface OpenRecovery {
  id: string;
  accountId: string;
  personId: string;
}

/** The way back into an account without mail: the operator makes a link on the server, and its holder sets a password. */
@Injectable()
export class RecoveriesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly accounts: AccountsService,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly origin: Origin,
    private readonly audit: AuditLog,
  ) {}

  /**
   * For the operator's command line alone: no route leads here. Ends an earlier link. Undefined where the e-mail has no
   * account, or a disabled one.
   */
  offer(email: string, requestId: string): Promise<OfferedRecovery | undefined> {
    return beforeWorkspace(this.manager, async (tx) => {
      const account = await tx.findOneBy(Account, { email: normalizedEmail(email) });
      if (!account || account.disabledAt) return undefined;
      await run(tx, HOLD_ACCOUNT_FOR_RECOVERY, [account.id]);
      await run(tx, END_RECOVERIES, [account.id]);
      const token = newSecret();
      const expiresAt = new Date(Date.now() + ONE_HOUR);
      await tx.insert(Recovery, { id: uuid(), accountId: account.id, tokenHash: hashSecret(token), expiresAt });
      await this.recordOffer(tx, account, requestId);
      return { token, expiresAt };
    });
  }

  /**
   * Sets the password and ends everything that the account was open with. 404 where the link is unknown, used, ended or
   * lapsed; 422 where the password is too easy to guess, and the link goes on working.
   */
  async use(token: string, { password }: UseRecoveryDto, request: HeedRequest): Promise<RecoveredView> {
    refuseForeign(request, this.origin);
    const find = () => beforeWorkspace(this.manager, (tx) => getOpen(tx, FIND_RECOVERY, token));
    const { accountId } = await this.limits.openingLink(request, find);
    await refuseWeak(password, '/password', await this.accounts.knownWords(accountId));
    // Hashing takes long, so it comes before the transaction.
    const passwordHash = await this.passwords.hash(password);
    return beforeWorkspace(this.manager, async (tx) => {
      const recovery = await getOpen(tx, LOCK_RECOVERY, token);
      await run(tx, USE_RECOVERY, [recovery.id]);
      const ended = await this.replaceCredentials(tx, recovery.accountId, passwordHash);
      await this.recordUse(tx, recovery, request, ended);
      return ended;
    });
  }

  /** Links to one's own account, newest first: nobody's is made without their seeing it. */
  list(identity: Identity, query: PageQuery): Promise<JsonText> {
    const page = { ...query, sort: '-createdAt' };
    return beforeWorkspace(this.manager, (tx) => readPage(tx, RECOVERIES, page, { account: identity.accountId }));
  }

  /** Whatever an account can be opened with ends here, in one place: a new kind of secret has to be ended too. */
  private async replaceCredentials(tx: EntityManager, accountId: string, passwordHash: string): Promise<RecoveredView> {
    await run(tx, SET_PASSWORD, [accountId, passwordHash]);
    const sessions = await run(tx, END_SESSIONS, [accountId]);
    const tokens = await run(tx, END_TOKENS, [accountId]);
    const factors = await run<{ counted: boolean }>(tx, REMOVE_ALL, [accountId]);
    await run(tx, END_RECOVERY_CODES, [accountId]);
    await run(tx, UNLINK_ALL, [accountId]);
    const endedSecondFactors = factors.filter(({ counted }) => counted).length;
    return { endedSessions: sessions.length, endedTokens: tokens.length, endedSecondFactors };
  }

  /** In every workspace of the person too, where administrators and auditors read it. */
  private async recordOffer(tx: EntityManager, { id, personId }: Account, requestId: string): Promise<void> {
    const action = 'recovery.created';
    const system = { requestId, personId: SYSTEM_PERSON };
    const members = await run<MemberOf>(tx, MEMBERSHIPS, [personId]);
    await this.audit.recordOutside(tx, system, { action, objectType: 'account', objectId: id });
    // Who enters a workspace leaves sign-in behind, so this comes last.
    for (const member of members) {
      const actor = systemActor(member, requestId);
      const happening = { action, objectType: 'member', objectId: member.membershipId };
      await inWorkspace(actor, tx, (within) => this.audit.record(within, actor, happening));
    }
  }

  private async recordUse(
    tx: EntityManager,
    { id, accountId, personId }: OpenRecovery,
    request: HeedRequest,
    ended: RecoveredView,
  ): Promise<void> {
    const action = 'recovery.used';
    const details = { ...ended };
    // The link is what the request came with, where others come with a session.
    const identity: Identity = {
      sessionId: id,
      accountId,
      personId,
      secondsSinceSignIn: null,
      requestId: request.id,
      language: preferredLanguage(request.headers['accept-language']),
    };
    request.identity = identity; // The answer carries the receipt of what this person did.
    const members = await run<MemberOf>(tx, MEMBERSHIPS, [personId]);
    await this.audit.recordOutside(tx, identity, { action, objectType: 'account', objectId: accountId, details });
    // Who enters a workspace leaves sign-in behind, so this comes last.
    for (const member of members) {
      const actor = { ...identity, ...member };
      const happening = { action, objectType: 'member', objectId: member.membershipId, details };
      await inWorkspace(actor, tx, (within) => this.audit.record(within, actor, happening));
    }
  }
}

async function getOpen(tx: EntityManager, how: Statement, token: string): Promise<OpenRecovery> {
  const [recovery] = isSecret(token) ? await run<OpenRecovery>(tx, how, [hashSecret(token)]) : [];
  if (!recovery) throw problems.notFound();
  return recovery;
}
