import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { beforeWorkspace } from '../access/in-workspace.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import type { PasskeyRequestView, PasskeyStepDto } from './passkey.dto.js';
import { type Passkey, Passkeys } from './passkeys.js';
import { PASSKEYS, USE_PASSKEY } from './passkeys.queries.js';

/** The second step of a sign-in with a passkey. `step` is what the browser holds after the right password: nothing else fits it. */
@Injectable()
export class PasskeyCheck {
  constructor(
    private readonly manager: EntityManager,
    private readonly challenges: PasskeyChallenges,
    private readonly passkeys: Passkeys,
  ) {}

  /** 409 where the account has no passkey. */
  async ask(accountId: string, step: string): Promise<PasskeyRequestView> {
    const have = await this.passkeysOf(accountId);
    if (have.length === 0) throw problems.noPasskey();
    return this.passkeys.request(await this.challenges.ask(['signing in', step]), have);
  }

  /** Uses the challenge up, and answers what writes the use down; 401 for whatever does not fit, in the same words. */
  async verify(
    accountId: string,
    step: string,
    dto: PasskeyStepDto,
  ): Promise<(tx: EntityManager) => Promise<'passkey'>> {
    const challenge = await this.challenges.take(['signing in', step]);
    const passkey = (await this.passkeysOf(accountId)).find(
      ({ credentialId }) => credentialId.toString('base64url') === dto.credentialId,
    );
    const count = challenge && passkey && (await this.passkeys.signed(challenge, passkey, dto));
    if (passkey === undefined || count === undefined) throw problems.passkeyFailed();
    return async (tx) => {
      const used = await run(tx, USE_PASSKEY, [passkey.id, count]);
      if (used.length === 0) throw problems.passkeyFailed('counter-went-back');
      return 'passkey';
    };
  }

  private passkeysOf(accountId: string): Promise<Passkey[]> {
    return beforeWorkspace(this.manager, (tx) => run<Passkey>(tx, PASSKEYS, [accountId]));
  }
}
