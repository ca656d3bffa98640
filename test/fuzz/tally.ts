// What was exercised: every operation, and every failure that the document names for it.

import type { ApiDocument, Operation } from './document.js';
import type { Remembered } from './judge.js';

/** So often must each operation have done what it is for. */
export const SUCCESSES = 20;

export interface Missed {
  operation: Operation;
  status: string;
  times: number;
}

export class Tally {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly document: ApiDocument,
    private readonly remembered: Remembered[],
  ) {
    // Garbage may have reached another route than it was made of.
    for (const { operationId, status, kind } of remembered)
      if (kind !== 'garbage') this.add(`${operationId} ${String(status)}`);
  }

  private add(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  private count(operation: Operation, status: string): number {
    return this.counts.get(`${operation.operationId} ${status}`) ?? 0;
  }

  /** What the document names and nothing reached, with where to write the recipe. */
  missing(): string[] {
    return this.missed().map(
      ({ operation, status }) =>
        `${operation.operationId} ${status}: reached ${String(this.count(operation, status))} times; write a recipe '${status.startsWith('2') ? 'valid' : status}' in test/fuzz/recipes/, or mend the document`,
    );
  }

  /** What was not reached as often as it is to be, and how often it is still to be. */
  missed(): Missed[] {
    return this.document.operations.flatMap((operation) =>
      statusesOf(operation)
        .map((status) => ({
          operation,
          status,
          times: (status.startsWith('2') ? SUCCESSES : 1) - this.count(operation, status),
        }))
        .filter(({ times }) => times > 0),
    );
  }

  /** One line for each operation: how often it answered what; `-` where the document names no such answer. */
  table(): string {
    const statuses = [...new Set(this.document.operations.flatMap(statusesOf))].sort();
    const head = ['operation'.padEnd(34), ...statuses.map((status) => status.padStart(5))].join(' ');
    const rows = this.document.operations.map((operation) =>
      [
        operation.operationId.padEnd(34),
        ...statuses.map((status) =>
          (statusesOf(operation).includes(status) ? String(this.count(operation, status)) : '-').padStart(5),
        ),
      ].join(' '),
    );
    return [head, ...rows, this.totals()].join('\n');
  }

  /** Statuses and kinds added up over the whole run. */
  totals(): string {
    const by = (key: 'status' | 'kind'): string => {
      const counts = new Map<string, number>();
      for (const each of this.remembered) counts.set(String(each[key]), (counts.get(String(each[key])) ?? 0) + 1);
      return [...counts]
        .sort()
        .map(([name, n]) => `${name}: ${String(n)}`)
        .join(', ');
    };
    const pairs = this.document.operations.flatMap((operation) =>
      statusesOf(operation)
        .filter((s) => s.startsWith('4'))
        .map((s) => this.count(operation, s)),
    );
    return [
      `${String(this.remembered.length)} requests to ${String(this.document.operations.length)} operations; ${String(pairs.filter((n) => n > 0).length)} of ${String(pairs.length)} documented failures met`,
      `by status: ${by('status')}`,
      `by kind: ${by('kind')}`,
    ].join('\n');
  }
}

/** Statuses that must be met: all but failures of the server itself, 429, which takes streams that stay open (test/race/news.test.ts), and what the server under fuzz cannot meet. */
const statusesOf = ({ responses, operationId }: Operation): string[] =>
  Object.keys(responses).filter(
    (status) => !status.startsWith('5') && status !== '429' && !ELSEWHERE[operationId]?.includes(status),
  );

/** What a server answers that is set up otherwise, with where that is tried. */
const ELSEWHERE: Record<string, string[]> = {
  // No passkeys at an address of numbers: test/e2e/passkeys.test.ts.
  OwnPasskeys_begin: ['409'],
  // The fuzz talks to no other server, and these take an identity provider that answers: test/e2e/provider-sign-ins.test.ts.
  OwnIdentities_begin: ['200'],
  OwnIdentities_link: ['200', '404', '409'],
  ProviderSignIn_begin: ['200'],
  ProviderSignIn_finish: ['200'],
};
