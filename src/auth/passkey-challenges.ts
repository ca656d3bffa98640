import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { beforeWorkspace } from '../access/in-workspace.js';
import { run } from '../common/statement.js';
import { AuthKeys } from './auth-keys.js';
import { ASK, FORGET_CHALLENGES, TAKE } from './passkeys.queries.js';

/** What a challenge is for: a sign-in that a password began, or a passkey that a session adds. */
export type Bond = ['signing in', step: string] | ['adding', factorId: string, sessionId: string];

/** What browsers are asked to sign with passkeys. Each counts once and for five minutes, whether what comes back fits or not. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: AuthKeys,
  ) {}

  /** A new one; an older one of the same bond counts no longer. */
  async ask(bond: Bond): Promise<Buffer> {
    const challenge = randomBytes(32);
    await beforeWorkspace(this.manager, async (tx) => {
      await run(tx, ASK, [this.markOf(bond), challenge]);
      await run(tx, FORGET_CHALLENGES);
    });
    return challenge;
  }

  /** Uses it up for good, in a transaction of its own: what fails after it brings it not back. Undefined where there is none. */
  async take(bond: Bond): Promise<Buffer | undefined> {
    const [taken] = await beforeWorkspace(this.manager, (tx) =>
      run<{ challenge: Buffer; isOpen: boolean }>(tx, TAKE, [this.markOf(bond)]),
    );
    return taken?.isOpen ? taken.challenge : undefined;
  }

  private markOf(bond: Bond): Buffer {
    return this.keys.mark('passkey challenges', ...bond);
  }
}
