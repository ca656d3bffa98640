import type { EntityManager } from 'typeorm';
import { beforeWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import type { AuthKeys } from './auth-keys.js';
import type { Networks } from './networks.js';
import { FORGET_REQUESTS, TAKE_REQUESTS } from './request-bounds.queries.js';

const SECONDS = 60;
/** Of a bound, what a process takes in advance: so seldom does it write, and so much may be lost when it stops. */
const PART = 20;
/** More than that many are forgotten where their minute is over. */
const MANY = 10_000;

/** How many times what one session or token may ask, in a minute. */
const TIMES = { asker: 1, account: 2, workspace: 20, address: 0.5 };
type Kind = keyof typeof TIMES;
/** What a shared bound never takes away, as a part of what one session or token may ask. */
const GUARANTEED = 0.1;

/** What this process may still let through, of one mark. */
interface Share {
  left: number;
  asked: number;
  isSpent: boolean;
  endsAt: number;
}

/**
 * Bounds how much is asked: by one session or token, one account, in one workspace, and by nobody who is known from one address.
 * What people share refuses nobody who asked little, so that none can use it against another; whoever is known is never
 * counted by address. PostgreSQL has the counts for all processes.
 */
export class RequestBounds {
  private readonly shares = new Map<string, Share>();
  private taking: Promise<void> = Promise.resolve();

  constructor(
    private readonly manager: EntityManager,
    private readonly keys: AuthKeys,
    private readonly networks: Networks,
    private readonly perMinute: number,
  ) {}

  /** Lets one request through, or refuses it (429) until the minute is over. After it is known who asks. */
  async ask(request: HeedRequest): Promise<void> {
    const { identity, actor } = request;
    if (!identity) {
      const network = this.networks.of(request);
      if (network !== undefined) await this.take([this.markOf('address', network)]);
      return;
    }
    const shared = [
      this.markOf('account', identity.accountId),
      ...(actor ? [this.markOf('workspace', actor.workspaceId)] : []),
    ];
    await this.take([this.markOf('asker', identity.sessionId), ...shared]);
  }

  /** The first mark is one's own. */
  private async take(marks: Mark[]): Promise<void> {
    const [own, ...shared] = await this.sharesOf(marks);
    if (!own) return;
    own.asked += 1;
    const isFew = own.asked <= this.perMinute * GUARANTEED;
    const spent = own.left < 1 ? own : isFew ? undefined : shared.find(({ left }) => left < 1);
    if (spent) throw problems.tooMany(Math.max(1, Math.ceil((spent.endsAt - Date.now()) / 1000)));
    for (const share of [own, ...shared]) share.left -= 1;
  }

  private async sharesOf(marks: Mark[]): Promise<Share[]> {
    if (marks.some((mark) => this.isWanting(mark))) {
      // One after the other: whoever waited may find that the one before has taken enough for both.
      const before = this.taking;
      this.taking = before.then(() => this.fetch(marks.filter((mark) => this.isWanting(mark))));
      const mine = this.taking;
      this.taking = mine.catch(() => undefined);
      await mine;
    }
    return marks.flatMap(({ key }) => this.shares.get(key) ?? []);
  }

  private isWanting({ key }: Mark): boolean {
    const share = this.shares.get(key);
    return !share || share.endsAt <= Date.now() || (share.left < 1 && !share.isSpent);
  }

  private async fetch(marks: Mark[]): Promise<void> {
    if (marks.length === 0) return;
    const rows = await beforeWorkspace(this.manager, async (tx) => {
      const values = [marks.map(({ mark }) => mark), marks.map(partOf), SECONDS];
      const taken = await run<{ mark: Buffer; taken: number; seconds: number }>(tx, TAKE_REQUESTS, values);
      await run(tx, FORGET_REQUESTS);
      return taken;
    });
    for (const mark of marks) {
      const row = rows.find((one) => one.mark.equals(mark.mark));
      if (row) this.keep(mark, row);
    }
    if (this.shares.size > MANY) this.forget();
  }

  private keep(mark: Mark, { taken, seconds }: { taken: number; seconds: number }): void {
    const before = this.shares.get(mark.key);
    const isSameMinute = before !== undefined && before.endsAt > Date.now();
    const given = Math.min(partOf(mark), mark.most - (taken - partOf(mark)));
    this.shares.set(mark.key, {
      left: Math.max(0, given),
      asked: isSameMinute ? before.asked : 0,
      isSpent: given < partOf(mark),
      endsAt: Date.now() + seconds * 1000,
    });
  }

  private forget(): void {
    for (const [key, { endsAt }] of this.shares) if (endsAt <= Date.now()) this.shares.delete(key);
  }

  private markOf(kind: Kind, of: string): Mark {
    const mark = this.keys.mark('requests', kind, of);
    return { mark, key: mark.toString('latin1'), most: Math.ceil(this.perMinute * TIMES[kind]) };
  }
}

interface Mark {
  mark: Buffer;
  key: string;
  most: number;
}

const partOf = ({ most }: Mark): number => Math.ceil(most / PART);
