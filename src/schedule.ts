// What is put off, what comes round by itself, and what each of them does: one readable list.

import type { INestApplicationContext } from '@nestjs/common';
import { type Actor } from './access/actor.js';
import { systemActor } from './access/system-actor.js';
import { Installation } from './auth/installation.service.js';
import { BlobStore } from './blobs/blob-store.js';
import { ServerLog } from './common/server-log.js';
import { startWorker } from './jobs/worker.js';
import { LinkCopiesService } from './link-copies/link-copies.service.js';
import { LinkFetching } from './link-copies/link-fetching.js';

/** Links looked at again in a night and a workspace: not so many that a site would mind. */
const LOOKS_A_NIGHT = 100;

/** Begins to do what was put off; answers how to stop. */
export function startJobs(app: INestApplicationContext, directUrl: string): Promise<() => Promise<void>> {
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
  ];
  return startWorker(directUrl, tasks, recurring, app.get(ServerLog));
}
