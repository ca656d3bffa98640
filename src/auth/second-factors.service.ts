import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Identity } from '../access/actor.js';
import { beforeWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { Account } from './account.entity.js';
import { authenticatorUri, newAuthenticatorSecret } from './authenticator.js';
import { FactorCheck } from './factor-check.js';
import { requireFreshSignIn } from './fresh-sign-in.js';
import { Origin } from './origin.js';
import { Passwords } from './passwords.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { bareRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import type {
  AddSecondFactorDto,
  BegunAuthenticatorView,
  ConfirmAuthenticatorDto,
  RecoveryCodesLeftView,
  RecoveryCodesView,
} from './second-factor.dto.js';
import { SecondFactor } from './second-factor.entity.js';
import {
  CONFIRM,
  DROP_UNCONFIRMED,
  END_RECOVERY_CODES,
  HOLD_ACCOUNT_FOR_FACTORS,
  LEFT_RECOVERY_CODES,
  LOCK_UNCONFIRMED,
  REMOVE,
  SECOND_FACTORS,
} from './second-factors.queries.js';
import { END_OTHER_SESSIONS } from './sessions.queries.js';
import { SignInLimits } from './sign-in-limits.js';

/** The second factors of one's own account. Signing in with them is FactorCheck's. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly check: FactorCheck,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly origin: Origin,
    private readonly audit: AuditLog,
  ) {}

  list(identity: Identity, query: PageQuery): Promise<JsonText> {
    const page = { ...query, sort: '-createdAt' };
    return beforeWorkspace(this.manager, (tx) => readPage(tx, SECOND_FACTORS, page, { account: identity.accountId }));
  }

  /**
   * Begins to add an app: it counts when one of its codes is confirmed. 422 for a wrong password. Where there is a second factor
   * already it takes a fresh sign-in, which took that one.
   */
  async addAuthenticator(identity: Identity, dto: AddSecondFactorDto): Promise<BegunAuthenticatorView> {
    const account = await this.accountThatAdds(identity, dto.password);
    const accountId = account.id;
    const id = uuid();
    const secret = newAuthenticatorSecret();
    const factor = { id, accountId, kind: 'authenticator', name: dto.name } as const;
    await beforeWorkspace(this.manager, async (tx) => {
      await run(tx, HOLD_ACCOUNT_FOR_FACTORS, [accountId]);
      await run(tx, DROP_UNCONFIRMED, [accountId]);
      await tx.insert(SecondFactor, { ...factor, sealedSecret: this.check.seal(id, secret) });
      await this.record(tx, identity, 'second-factor.begun', id);
    });
    return { id, secret, uri: authenticatorUri(this.origin.host, account.email, secret) };
  }

  /** Whose password this is, once more: a session may be stolen. Where there is a second factor it takes a fresh sign-in too. */
  async accountThatAdds(identity: Identity, password: string): Promise<Account> {
    const { accountId } = identity;
    const { account, kinds } = await beforeWorkspace(this.manager, async (tx) => ({
      kinds: await this.check.kindsOf(tx, accountId),
      account: await tx.findOneByOrFail(Account, { id: accountId }),
    }));
    if (kinds.length > 0) requireFreshSignIn(identity);
    await this.limits.changingPassword(accountId, () => this.requirePassword(account, password));
    return account;
  }

  /**
   * One right code, and the app counts; all other sessions end. 404 for what was not begun within 30 minutes, 422 for a wrong
   * code. Answers recovery codes where there are none left.
   */
  confirmAuthenticator(identity: Identity, id: string, { code }: ConfirmAuthenticatorDto): Promise<RecoveryCodesView> {
    const { accountId } = identity;
    return this.limits.confirmingFactor(accountId, () =>
      beforeWorkspace(this.manager, async (tx) => {
        await run(tx, HOLD_ACCOUNT_FOR_FACTORS, [accountId]);
        const [factor] = await run<{ id: string; sealedSecret: Buffer }>(tx, LOCK_UNCONFIRMED, [id, accountId]);
        if (!factor) throw problems.notFound();
        const step = this.check.stepOf(factor, code);
        if (step === undefined) throw problems.unfit('/code', 'wrong-code', WRONG_CODE);
        await run(tx, CONFIRM, [id, step]);
        return this.nowCounts(tx, identity, id);
      }),
    );
  }

  /** What follows from a second factor that counts from now on: other sessions end, and there are codes for when it is lost. */
  async nowCounts(tx: EntityManager, identity: Identity, id: string): Promise<RecoveryCodesView> {
    const { accountId, sessionId } = identity;
    await run(tx, END_OTHER_SESSIONS, [accountId, sessionId]);
    const [{ left } = { left: 0 }] = await run<RecoveryCodesLeftView>(tx, LEFT_RECOVERY_CODES, [accountId]);
    const recoveryCodes = left === 0 ? await this.insertCodes(tx, accountId) : [];
    await this.record(tx, identity, 'second-factor.added', id);
    return { recoveryCodes };
  }

  /** Takes one away; with the last one its recovery codes go too. Asks for a sign-in a moment ago, with a second factor. */
  remove(identity: Identity, id: string): Promise<void> {
    const { accountId } = identity;
    return beforeWorkspace(this.manager, async (tx) => {
      await run(tx, HOLD_ACCOUNT_FOR_FACTORS, [accountId]);
      const removed = await run(tx, REMOVE, [id, accountId]);
      if (removed.length === 0) throw problems.notFound();
      const left = await this.check.kindsOf(tx, accountId);
      if (left.length === 0) await run(tx, END_RECOVERY_CODES, [accountId]);
      await this.record(tx, identity, 'second-factor.removed', id);
    });
  }

  countRecoveryCodes(identity: Identity): Promise<RecoveryCodesLeftView> {
    return beforeWorkspace(this.manager, async (tx) => {
      const [left] = await run<RecoveryCodesLeftView>(tx, LEFT_RECOVERY_CODES, [identity.accountId]);
      return left ?? { left: 0 };
    });
  }

  /** Ten new ones; the old ones end. 409 where there is no second factor that they could stand in for. */
  renewRecoveryCodes(identity: Identity): Promise<RecoveryCodesView> {
    const { accountId } = identity;
    return beforeWorkspace(this.manager, async (tx) => {
      await run(tx, HOLD_ACCOUNT_FOR_FACTORS, [accountId]);
      const kinds = await this.check.kindsOf(tx, accountId);
      if (kinds.length === 0) throw problems.notAsThingsStand('no-second-factor', NO_FACTOR);
      await run(tx, END_RECOVERY_CODES, [accountId]);
      const recoveryCodes = await this.insertCodes(tx, accountId);
      await this.record(tx, identity, 'recovery-codes.renewed', accountId);
      return { recoveryCodes };
    });
  }

  /** One event of one act on one's own second factors. */
  record(tx: EntityManager, identity: Identity, action: string, objectId: string): Promise<void> {
    const objectType = action.startsWith('recovery-codes') ? 'account' : 'second-factor';
    return this.audit.recordOutside(tx, identity, { action, objectType, objectId });
  }

  private async requirePassword({ passwordHash }: Account, password: string): Promise<void> {
    if (await this.passwords.verify(passwordHash, password)) return;
    throw problems.unfit('/password', 'wrong-password', say`This is not your present password.`);
  }

  private async insertCodes(tx: EntityManager, accountId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const rows = codes.map((code) => ({
      id: uuid(),
      accountId,
      mark: this.check.markOf(accountId, bareRecoveryCode(code) ?? ''),
    }));
    await tx.insert(RecoveryCode, rows);
    return codes;
  }
}

const WRONG_CODE = say`This code does not fit. Type the six digits that the app shows now; the clock of the phone must be right.`;
const NO_FACTOR = say`Set up a second factor first: recovery codes stand in for it when it is lost.`;
