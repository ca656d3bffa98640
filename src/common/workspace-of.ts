// Which workspace a transaction is in, for statements that name it themselves: beside the row policies, not by them.

import type { EntityManager, QueryRunner } from 'typeorm';

const workspaces = new WeakMap<QueryRunner, string>();

/** Told by whoever enters or leaves a workspace, and by nobody else. */
export function tellWorkspace(runner: QueryRunner, workspaceId: string | undefined): void {
  if (workspaceId === undefined) workspaces.delete(runner);
  else workspaces.set(runner, workspaceId);
}

/** Undefined before any workspace is entered: signing in, and what is one's own. */
export const workspaceOf = (tx: EntityManager): string | undefined => tx.queryRunner && workspaces.get(tx.queryRunner);
