import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { Workspace } from '../organizations/workspace.entity.js';

/** Whether the workspace lets Heed fetch what links lead to. */
export const keepsCopies = (tx: EntityManager, { workspaceId }: Actor): Promise<boolean> =>
  tx.existsBy(Workspace, { id: workspaceId, keepsCopies: true });

/** 409 where it doesn't: fetching tells a site that somebody looks. */
export async function checkFetches(tx: EntityManager, actor: Actor): Promise<void> {
  if (!(await keepsCopies(tx, actor)))
    throw problems.notAsThingsStand(
      'copies-off',
      say`This workspace fetches nothing: an administrator can switch it on in its settings.`,
    );
}
