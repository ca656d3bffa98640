import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { MY_PIECES, OPENS_ALONE } from './leaving.queries.js';
import type { LeavingView, LoneEvidenceView } from './member.dto.js';
import { Membership } from './membership.entity.js';

/** What would be closed to everybody if a membership ended: seen before, and named by whoever ends it all the same. */
@Injectable()
export class LeavingService {
  constructor(private readonly manager: EntityManager) {}

  /** 404 for whoever is neither the member nor an administrator: they may not know of it. */
  preview(actor: Actor, id: string): Promise<LeavingView> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const mayAsk = id === actor.membershipId || actor.roles.includes('administrator');
      if (!mayAsk || !(await tx.existsBy(Membership, { id, workspaceId: actor.workspaceId })))
        throw problems.notFound();
      return { opensAlone: await countOf(tx, id), pieces: await run<LoneEvidenceView>(tx, MY_PIECES, [id]) };
    });
  }

  /** How many stay closed by this end. 409 unless whoever ends it said that number: nobody ends what they have not seen. */
  async accept(tx: EntityManager, id: string, leavesClosed: number | undefined): Promise<number> {
    const count = await countOf(tx, id);
    if (count !== 0 && count !== leavesClosed) throw problems.opensAlone(count);
    return count;
  }
}

async function countOf(tx: EntityManager, id: string): Promise<number> {
  const [row] = await run<{ count: number }>(tx, OPENS_ALONE, [id]);
  return row?.count ?? 0;
}
