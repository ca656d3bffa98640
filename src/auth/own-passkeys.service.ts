import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Identity } from '../access/actor.js';
import { beforeWorkspace } from '../access/in-workspace.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import type { BegunPasskeyView, ConfirmPasskeyDto } from './passkey.dto.js';
import { type Passkey, Passkeys } from './passkeys.js';
import { CONFIRM_PASSKEY, LOCK_UNCONFIRMED_PASSKEY, PASSKEYS } from './passkeys.queries.js';
import type { AddSecondFactorDto, RecoveryCodesView } from './second-factor.dto.js';
import { SecondFactor } from './second-factor.entity.js';
import { DROP_UNCONFIRMED, HOLD_ACCOUNT_FOR_FACTORS } from './second-factors.queries.js';
import { SecondFactorsService } from './second-factors.service.js';

/** Adding a passkey to one's own account. Signing in with it is PasskeyCheck's; listing and taking away are as of any second factor. */
@Injectable()
export class OwnPasskeysService {
  constructor(
    private readonly manager: EntityManager,
    private readonly factors: SecondFactorsService,
    private readonly challenges: PasskeyChallenges,
    private readonly passkeys: Passkeys,
  ) {}

  /** Begins to add one; it counts when the browser's answer was confirmed. 422 for a wrong password, 409 where the server has no name. */
  async begin(identity: Identity, dto: AddSecondFactorDto): Promise<BegunPasskeyView> {
    const { id: accountId, email } = await this.factors.accountThatAdds(identity, dto.password);
    const id = uuid();
    const have = await beforeWorkspace(this.manager, (tx) => run<Passkey>(tx, PASSKEYS, [accountId]));
    const challenge = await this.challenges.ask(['adding', id, identity.sessionId]);
    const options = this.passkeys.creation(challenge, { id: accountId, email }, have);
    await beforeWorkspace(this.manager, async (tx) => {
      await run(tx, HOLD_ACCOUNT_FOR_FACTORS, [accountId]);
      await run(tx, DROP_UNCONFIRMED, [accountId]);
      await tx.insert(SecondFactor, { id, accountId, kind: 'passkey', name: dto.name });
      await this.factors.record(tx, identity, 'second-factor.begun', id);
    });
    return { id, options };
  }

  /** What the browser made; from now on it counts, and all other sessions end. 404 for what was not begun here, 422 for what does not fit. */
  async confirm(identity: Identity, id: string, dto: ConfirmPasskeyDto): Promise<RecoveryCodesView> {
    const { accountId, sessionId } = identity;
    const challenge = await this.challenges.take(['adding', id, sessionId]);
    const made = challenge && (await this.passkeys.created(challenge, dto));
    return beforeWorkspace(this.manager, async (tx) => {
      await run(tx, HOLD_ACCOUNT_FOR_FACTORS, [accountId]);
      const begun = await run(tx, LOCK_UNCONFIRMED_PASSKEY, [id, accountId]);
      if (begun.length === 0) throw problems.notFound();
      if (!made) throw problems.unfit('/attestation', 'passkey-does-not-fit', DOES_NOT_FIT);
      await run(tx, CONFIRM_PASSKEY, [id, made.credentialId, made.publicKey, made.signCount, made.transports]);
      return this.factors.nowCounts(tx, identity, id);
    });
  }
}

const DOES_NOT_FIT = say`This is not what the browser was asked for, or it came too late. Begin anew; nothing was added.`;
