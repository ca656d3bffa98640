import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { beforeWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { Problem, problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import type { Account } from './account.entity.js';
import { COUNT_ATTEMPT, FORGET_ATTEMPTS, KNOWS_NETWORK, UNCOUNT_ATTEMPT } from './attempts.queries.js';
import { AuthKeys } from './auth-keys.js';
import { KnownDevice } from './known-device.js';
import { Networks } from './networks.js';
import { BOUNDS } from './sign-in-bounds.js';

/** What tells whoever tries that it was wrong; whatever else was thrown, nothing was tried. */
const FAILURES = new Set([
  'not-found',
  'wrong-password',
  'wrong-code',
  'second-factor-failed',
  'passkey-failed',
  'provider-sign-in-failed',
  'not-vouched-for',
]);

interface Counted {
  mark: Buffer;
  most: number;
  seconds: number;
}

/**
 * Slows down guessing, so that nobody can lock out somebody else by it. It counts what was typed, not what there is: known and
 * unknown accounts take the same steps.
 */
@Injectable()
export class SignInLimits {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: AuthKeys,
    private readonly devices: KnownDevice,
    private readonly networks: Networks,
  ) {}

  /** Does it unless there were too many failures (429); counts one where it comes to nothing. */
  async signingIn<T>(
    request: HeedRequest,
    email: string,
    account: Account | undefined,
    work: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const device = account && this.devices.of(request, account);
    if (account && device !== undefined) return this.limit([this.count('device', account.id, device)], work);
    const network = this.networks.of(request);
    const placed = network === undefined ? [] : [this.count('pair', email, network), this.count('network', network)];
    const isKnown = await this.isKnownNetwork(account, network);
    return this.limit(isKnown ? placed : [...placed, this.count('account', email)], work);
  }

  /** The same for links, which nobody can guess: what is slowed down is the trying. */
  async openingLink<T>(request: HeedRequest, work: () => Promise<T>): Promise<T> {
    const network = this.networks.of(request);
    return this.limit(network === undefined ? [] : [this.count('link', network)], work);
  }

  /** The same for the password that one has, where one changes it. It keeps nobody from signing in. */
  async changingPassword(accountId: string, work: () => Promise<void>): Promise<void> {
    await this.limit([this.count('change', accountId)], async () => {
      await work();
      return true;
    });
  }

  /** The same for the first code of an app that is being set up. */
  confirmingFactor<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    return this.limit([this.count('confirm', accountId)], work);
  }

  /**
   * The same for the second step. A code has a million values only, so all networks together have few tries; that locks nobody
   * out who was there before, and only who knows the password can do it.
   */
  async secondStep<T>(request: HeedRequest, account: Account, work: () => Promise<T>): Promise<T> {
    const device = this.devices.of(request, account);
    if (device !== undefined) return this.limit([this.count('codeDevice', account.id, device)], work);
    const network = this.networks.of(request);
    const placed = network === undefined ? [] : [this.count('codePair', account.id, network)];
    const isKnown = await this.isKnownNetwork(account, network);
    return this.limit(isKnown ? placed : [...placed, this.count('codeAccount', account.id)], work);
  }

  /** What a session keeps of where it was started; null where that isn't known. */
  networkMark(request: HeedRequest): Buffer | null {
    const network = this.networks.of(request);
    return network === undefined ? null : this.keys.mark('networks', network);
  }

  private async limit<T>(counted: Counted[], work: () => Promise<T>): Promise<T> {
    await this.take(counted);
    let isFailure = false;
    try {
      const found = await work();
      isFailure = found === undefined;
      return found;
    } catch (error) {
      isFailure = error instanceof Problem && FAILURES.has(error.code);
      throw error;
    } finally {
      if (!isFailure) await this.giveBack(counted);
    }
  }

  /** In one transaction: where one bound is reached nothing is counted, so refused attempts don't reach another one. */
  private take(counted: Counted[]): Promise<void> {
    return beforeWorkspace(this.manager, async (tx) => {
      const values = [counted.map(({ mark }) => mark), counted.map(({ seconds }) => seconds)];
      const rows = await run<{ mark: Buffer; failures: number; seconds: number }>(tx, COUNT_ATTEMPT, values);
      const reached = rows.filter(({ mark, failures }) => {
        return counted.some((one) => one.mark.equals(mark) && failures > one.most);
      });
      if (reached.length > 0) throw problems.tooManyTries(Math.max(1, ...reached.map(({ seconds }) => seconds)));
      // Last: it waits for nobody, so nobody who waits for it is waited for.
      await run(tx, FORGET_ATTEMPTS);
    });
  }

  private async giveBack(counted: Counted[]): Promise<void> {
    await beforeWorkspace(this.manager, (tx) => run(tx, UNCOUNT_ATTEMPT, [counted.map(({ mark }) => mark)]));
  }

  private async isKnownNetwork(account: Account | undefined, network: string | undefined): Promise<boolean> {
    const values = [account?.id ?? NOBODY, network === undefined ? null : this.keys.mark('networks', network)];
    const [row] = await beforeWorkspace(this.manager, (tx) => run<{ known: boolean }>(tx, KNOWS_NETWORK, values));
    return row?.known ?? false;
  }

  private count(kind: keyof typeof BOUNDS, ...of: string[]): Counted {
    return { mark: this.keys.mark('attempts', kind, ...of), ...BOUNDS[kind] };
  }
}

/** So that an unknown account is looked for like a known one. */
const NOBODY = '00000000-0000-4000-8000-000000000000';
