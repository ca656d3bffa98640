import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Identity } from '../access/actor.js';
import { beforeWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';
import { say } from '../common/words.js';
import { Account } from './account.entity.js';
import type { ChangePasswordDto } from './me.dto.js';
import { KNOWN_WORDS } from './known-words.queries.js';
import { insertAccount, type NewAccount, normalizedEmail } from './new-account.js';
import { refuseWeak } from './password-strength.js';
import { Passwords } from './passwords.js';
import { END_RECOVERIES } from './recoveries.queries.js';
import { END_OTHER_SESSIONS } from './sessions.queries.js';

const CHANGE_PASSWORD = statement(
  'UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL RETURNING id',
);

@Injectable()
export class AccountsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
  ) {}

  /** The account that e-mail and password fit; undefined otherwise, with the same work and words, and on the record. */
  async verify(email: string, password: string, requestId: string): Promise<Account | undefined> {
    const account = await this.find(email);
    const fits = await this.passwords.verify(account?.passwordHash, password);
    if (account && fits && !account.disabledAt) return account;
    await this.recordRefusal(account, requestId);
    return undefined;
  }

  find(email: string): Promise<Account | undefined> {
    return beforeWorkspace(this.manager, async (tx) => {
      return (await tx.findOneBy(Account, { email: normalizedEmail(email) })) ?? undefined;
    });
  }

  /** Makes an account, and its person where there is none, in one transaction with what follows. 409 where the e-mail has one. */
  async create<T>(
    given: Omit<NewAccount, 'passwordHash'> & { password: string },
    then: (tx: EntityManager, account: Account) => Promise<T>,
  ): Promise<T> {
    const passwordHash = await this.passwords.hash(given.password);
    return beforeWorkspace(this.manager, async (tx) => then(tx, await insertAccount(tx, { ...given, passwordHash })));
  }

  /** Ends all other sessions, and a link to recover the account. 422 where the present password is another one, or the new one weak. */
  async changePassword(identity: Identity, { current, new: wanted }: ChangePasswordDto): Promise<void> {
    await refuseWeak(wanted, '/new', await this.knownWords(identity.accountId));
    const stored = await this.passwordHashOf(identity.accountId);
    const fits = await this.passwords.verify(stored, current);
    const passwordHash = fits ? await this.passwords.hash(wanted) : undefined;
    const isChanged = await beforeWorkspace(this.manager, (tx) => this.replace(tx, identity, stored, passwordHash));
    if (!isChanged) throw problems.unfit('/current', 'wrong-password', say`This is not your present password.`);
  }

  /** What a password of this account must not be made of. */
  knownWords(accountId: string): Promise<string[]> {
    return beforeWorkspace(this.manager, async (tx) => {
      const rows = await run<{ known: string | null }>(tx, KNOWN_WORDS, [accountId]);
      return rows.flatMap(({ known }) => known ?? []);
    });
  }

  private async replace(tx: EntityManager, identity: Identity, from: string, to: string | undefined): Promise<boolean> {
    // Compared again, under the row's lock: of two who change it at once, one does.
    const changed = to === undefined ? [] : await run(tx, CHANGE_PASSWORD, [identity.accountId, from, to]);
    const isChanged = changed.length > 0;
    if (isChanged) await run(tx, END_OTHER_SESSIONS, [identity.accountId, identity.sessionId]);
    if (isChanged) await run(tx, END_RECOVERIES, [identity.accountId]);
    await this.audit.recordOutside(tx, identity, {
      action: isChanged ? 'password.changed' : 'password.refused',
      objectType: 'account',
      objectId: identity.accountId,
      outcome: isChanged ? 'allow' : 'deny',
    });
    return isChanged;
  }

  private async passwordHashOf(accountId: string): Promise<string> {
    const account = await beforeWorkspace(this.manager, (tx) => tx.findOneByOrFail(Account, { id: accountId }));
    return account.passwordHash;
  }

  /** Without the e-mail: who mistypes often types a password there. */
  private recordRefusal(account: Account | undefined, requestId: string): Promise<void> {
    const who = { requestId, accountId: account?.id, personId: account?.personId };
    return beforeWorkspace(this.manager, (tx) =>
      this.audit.recordOutside(tx, who, {
        action: 'session.refused',
        objectType: 'account',
        objectId: account?.id ?? null,
        outcome: 'deny',
      }),
    );
  }
}
