// What is put off, what comes round by itself, and what each of them does: one readable list.

import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from './access/actor.js';
import { systemActor } from './access/system-actor.js';
import { dataSourceOptions } from './data-source.js';
import { Installation } from './auth/installation.service.js';
import { BlobStore } from './blobs/blob-store.js';
import { ServerLog } from './common/server-log.js';
import { FileChecks } from './fixity/file-checks.js';
import { ALONE } from './fixity/file-checks.queries.js';
import { SaidChecks } from './fixity/said-checks.js';
import { run } from './common/statement.js';
import { startWorker } from './jobs/worker.js';
import { LinkCopiesService } from './link-copies/link-copies.service.js';
import { LinkFetching } from './link-copies/link-fetching.js';

/** Links looked at again in a night and a workspace: not so many that a site would mind. */
const LOOKS_A_NIGHT = 100;

/** Begins to do what was put off; answers how to stop. */
export async function startJobs(app: INestApplicationContext, directUrl: string): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const everywhere = async (work: (system: Actor) => Promise<void>): Promise<void> => {
    for (const { id, timeZone } of await app.get(Installation).workspaces())
      await work(systemActor({ workspaceId: id, timeZone }, 'job'));
  };
  const tasks = {
    'fetch-link': ({ workspaceId, id }) =>
      app.get(LinkFetching).fetch(systemActor({ workspaceId, timeZone: 'UTC' }, 'job'), id),
    'delete-blob': ({ workspaceId, id }) => app.get(BlobStore).delete({ workspaceId, blobId: id }),
  } satisfies Parameters<typeof startWorker>[1];
  const recurring = [
    {
      name: 'look-at-links',
      at: '17 2 * * *',
      work: () => everywhere((system) => app.get(LinkCopiesService).lookAgain(system, LOOKS_A_NIGHT)),
    },
    // Each hour it goes on where it was stopped; a file is read once a day, and so is what a restricted piece says.
    {
      name: 'check-files',
      at: '43 * * * *',
      work: () => checkStored([app.get(SaidChecks), app.get(FileChecks)], directUrl, stopping.signal),
    },
  ];
  const stop = await startWorker(directUrl, tasks, recurring, app.get(ServerLog));
  return () => {
    stopping.abort();
    return stop();
  };
}

/** On a connection of its own, as long as it takes, and by one process at a time. */
export async function checkStored(
  checks: Pick<FileChecks, 'run'>[],
  directUrl: string,
  stop: AbortSignal,
): Promise<void> {
  const owner = await new DataSource(dataSourceOptions(directUrl)).initialize();
  const runner = owner.createQueryRunner();
  try {
    const [row] = await run<{ isAlone: boolean }>(runner.manager, ALONE);
    if (row?.isAlone) for (const check of checks) await check.run(runner.manager, stop);
  } finally {
    await runner.release();
    await owner.destroy();
  }
}
