import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker';
import type { ServerLog } from '../common/server-log.js';
import type { JobPayload, Task } from './jobs.js';

export type Tasks = Record<Task, (job: JobPayload) => Promise<void>>;

/** Something that comes round by itself: when, as in a crontab and in UTC, and what. */
export interface Recurring {
  name: string;
  at: string;
  work: () => Promise<void>;
}

/** Heard of at once; what failed and is due again is looked for this often, in milliseconds. */
const LOOK_EVERY = 10_000;

/**
 * Does what was put off, in this process, until it is told to stop; then it finishes what it began. Every process of Heed
 * has one, and each job is done by one of them. `url` leads to PostgreSQL itself, not through a pooler of transactions.
 */
export async function startWorker(
  url: string,
  tasks: Tasks,
  recurring: readonly Recurring[],
  log: ServerLog,
): Promise<() => Promise<void>> {
  const runner = await run({
    connectionString: url,
    maxPoolSize: 3,
    concurrency: 2,
    pollInterval: LOOK_EVERY,
    noHandleSignals: true,
    taskList: listOf(tasks, recurring),
    parsedCronItems: parseCronItems(
      recurring.map(({ name, at }) => ({ task: name, match: at, options: { backfillPeriod: 0 } })),
    ),
    // What its library says names payloads: failures are logged below, by what failed alone.
    logger: new Logger(() => () => undefined),
  });
  runner.events.on('job:error', ({ error }) => log.failed(error, 'job'));
  runner.promise.catch((error: unknown) => log.failed(error, 'jobs'));
  return () => runner.stop();
}

function listOf(tasks: Tasks, recurring: readonly Recurring[]): TaskList {
  const own = Object.entries(tasks).map(([name, work]) => [name, (job: unknown) => work(job as JobPayload)] as const);
  return Object.fromEntries([...own, ...recurring.map(({ name, work }) => [name, work] as const)]);
}
