import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { run } from '../common/statement.js';
import { AuthKeys } from './auth-keys.js';
import { stepOf } from './authenticator.js';
import { bareRecoveryCode } from './recovery-codes.js';
import { AUTHENTICATORS, KINDS, USE_RECOVERY_CODE, USE_STEP } from './second-factors.queries.js';

/** What somebody signed in with, after the password. */
export type FactorKind = 'authenticator' | 'recovery-code' | 'passkey';

interface Sealed {
  id: string;
  sealedSecret: Buffer;
}

/** Whether a code is one of an account's, in a transaction of the role of sign-in. What fits is used up: no code counts twice. */
@Injectable()
export class FactorCheck {
  constructor(private readonly keys: AuthKeys) {}

  /** The kinds that an account has; none where its password is enough. */
  async kindsOf(tx: EntityManager, accountId: string): Promise<string[]> {
    const rows = await run<{ kind: string }>(tx, KINDS, [accountId]);
    return rows.map(({ kind }) => kind);
  }

  /** Uses a code up; says what it was of, undefined where it is none that counts. */
  async use(tx: EntityManager, accountId: string, typed: string): Promise<FactorKind | undefined> {
    const digits = typed.replace(/\s/g, '');
    if (/^\d{6}$/.test(digits)) return (await this.useStep(tx, accountId, digits)) ? 'authenticator' : undefined;
    const bare = bareRecoveryCode(typed);
    if (bare === undefined) return undefined;
    const used = await run(tx, USE_RECOVERY_CODE, [this.markOf(accountId, bare), accountId]);
    return used.length > 0 ? 'recovery-code' : undefined;
  }

  seal(id: string, secret: string): Buffer {
    return this.keys.seal('second factors', id, Buffer.from(secret));
  }

  /** The thirty seconds that a code is of, by a sealed secret. */
  stepOf({ id, sealedSecret }: Sealed, code: string): number | undefined {
    return stepOf(this.keys.open('second factors', id, sealedSecret).toString(), code);
  }

  /** What is kept of a recovery code. */
  markOf(accountId: string, bare: string): Buffer {
    return this.keys.mark('recovery codes', accountId, bare);
  }

  private async useStep(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
    for (const factor of await run<Sealed>(tx, AUTHENTICATORS, [accountId])) {
      const step = this.stepOf(factor, code);
      if (step !== undefined && (await run(tx, USE_STEP, [factor.id, step])).length > 0) return true;
    }
    return false;
  }
}
